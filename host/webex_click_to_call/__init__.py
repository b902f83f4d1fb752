"""Click to Call for Webex: the native messaging host and its command line."""

__version__ = "0.1.0"
PROTOCOL = 1
