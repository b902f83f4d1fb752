"""One target under atheris; libFuzzer's own arguments follow its name."""

import sys

import atheris

with atheris.instrument_imports(include=["webex_click_to_call", "nativemessaging"]):
    from tests.fuzz.targets import TARGETS

target = TARGETS[sys.argv.pop(1)]
atheris.Setup(sys.argv, target)
atheris.Fuzz()
