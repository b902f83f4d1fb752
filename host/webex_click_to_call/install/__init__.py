"""Register the host with browsers: browsers are data, every change is planned, applied and undone exactly."""
