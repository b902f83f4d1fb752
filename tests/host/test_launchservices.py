"""This Mac's own LaunchServices: an application made here is registered, found, and started (collected on macOS alone)."""

import plistlib
import subprocess
import uuid

import pytest
from tests.host.machines import eventually

from webex_click_to_call.handlers.launchservices import LaunchServices
from webex_click_to_call.handlers.macos import MacBackend

REGISTER = "/System/Library/Frameworks/CoreServices.framework/Frameworks/LaunchServices.framework/Support/lsregister"


@pytest.fixture
def application(tmp_path):
    """Identifier of an application that takes `webextel`, and the file that it writes when it is started."""
    identifier, started = f"io.github.webex-click-to-call.test-{uuid.uuid4()}", tmp_path / "started"
    bundle = tmp_path / "Phone.app"
    (bundle / "Contents/MacOS").mkdir(parents=True)
    program = bundle / "Contents/MacOS/Phone"
    program.write_text(f"#!/bin/sh\necho yes > '{started}'\n")
    program.chmod(0o755)
    info = {
        "CFBundleIdentifier": identifier,
        "CFBundleName": "Phone",
        "CFBundleExecutable": "Phone",
        "CFBundlePackageType": "APPL",
        "CFBundleURLTypes": [{"CFBundleURLName": "call", "CFBundleURLSchemes": ["webextel"]}],
    }
    (bundle / "Contents/Info.plist").write_bytes(plistlib.dumps(info))
    subprocess.run([REGISTER, "-f", bundle], check=True)
    yield identifier, started
    subprocess.run([REGISTER, "-u", bundle], check=True)


def test_a_registered_application_is_found(application):
    identifier, _ = application
    services = LaunchServices()
    assert identifier in [bundle.id for bundle in services.all_for("webextel")]
    (bundle,) = services.with_id(identifier)
    assert (bundle.name, bundle.program) == ("Phone", "Phone")
    assert services.with_id("io.github.nobody.at.all") == []
    assert MacBackend().has_program(identifier) and services.default_for("webextel") is not None


def test_a_chosen_application_is_started(application):
    identifier, started = application
    backend = MacBackend()
    app = next(app for app in backend.apps() if app.id == identifier)
    assert app.schemes == {"webextel"}
    backend.open(app, "webextel:+390612345678")
    assert eventually(started) == "yes\n"
