"""The command line. Every error is one line with its code and advice on stderr, and an exit status that is not 0."""

import argparse
import os
from dataclasses import replace

from . import __version__
from .errors import Failure


class _Parser(argparse.ArgumentParser):
    def error(self, message: str):
        raise Failure("USAGE", what=message)


def run(argv: list[str]) -> int:
    """Return the exit status. Raises ``Failure``."""
    parser = _arguments()
    options = parser.parse_args(argv)
    if not options.command:
        parser.print_help()
        return 0
    return options.command(options)


def _arguments() -> _Parser:
    parser = _Parser(prog="webex-click-to-call", description="Hand telephone numbers to Webex. Browsers start this program by themselves.")
    parser.add_argument("--version", action="version", version=f"webex-click-to-call {__version__}")
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)

    dial = commands.add_parser("dial", help="call a number, an address or a call URI")
    dial.add_argument("target")
    dial.add_argument("--video", action="store_true", help="ask for a video call")
    dial.add_argument("--post-dial", default="", metavar="DIGITS", help="digits to send after the answer; , is a pause, ; waits")
    dial.add_argument("--let-owner", metavar="ID", help="let this application, not Webex, have the call")
    dial.add_argument("--yes", action="store_true", help="I know what this number costs")
    dial.set_defaults(command=_dial)

    link = commands.add_parser("link", help="print a webextel://login or webexauth://login link")
    link.add_argument("scheme", choices=["webextel", "webexauth"])
    for name in ("telephone", "email", "x-source", "x-success", "x-cancel"):
        link.add_argument(f"--{name}", default="")
    link.set_defaults(command=_link)

    for name, command, text in (
        ("install", _install, "register the host with browsers"),
        ("uninstall", _uninstall, "undo install exactly"),
    ):
        part = commands.add_parser(name, help=text)
        part.add_argument(
            "--browser",
            action="append",
            default=[],
            metavar="ID",
            help="chromium, chrome, firefox, edge, brave, vivaldi or opera; again for more; default: every browser found",
        )
        part.add_argument("--system", action="store_true", help="for every user of this machine")
        part.add_argument("--user-data-dir", metavar="DIR", help="for one Chromium profile directory only")
        part.add_argument("--dry-run", action="store_true", help="say what would be done")
        if name == "install":
            part.add_argument("--host", metavar="PROGRAM", help="absolute path of the host program, if not this one")
        part.set_defaults(command=command)

    audit = commands.add_parser("audit", help="the record of calls that the administrator keeps in files here")
    audit.add_argument("--delete", action="store_true", help="delete it")
    audit.set_defaults(command=_audit)

    doctor = commands.add_parser("doctor", help="say what is wrong, and mend it")
    doctor.add_argument("--json", action="store_true", help="print the findings as JSON")
    way = doctor.add_mutually_exclusive_group()
    way.add_argument("--fix", action="store_true", help="mend what can be mended, showing each step before")
    way.add_argument("--undo", action="store_true", help="undo what --fix did")
    doctor.set_defaults(command=_doctor)
    return parser


def _dial(options) -> int:
    from .dialled import parse_dialled
    from .service import Service
    from .uri import with_post_dial

    call = parse_dialled(options.target)
    if options.post_dial:
        call = with_post_dial(call, options.post_dial)
    reply = Service.of_this_machine().call(call, "video" if options.video else "audio", consent=options.let_owner, confirmed=options.yes)
    print(f"Handed {reply['uri']} to {reply['handedTo']['name']}.")
    for part, value in reply.get("notCarried", {}).items():
        print(f"Not carried by {reply['scheme']}: {part} {value}")
    return 0


def _link(options) -> int:
    from . import uri
    from .dialled import parse_dialled

    call = parse_dialled(options.telephone) if options.telephone else uri.Call(options.scheme)
    more = {"email": options.email, "source": options.x_source, "success": options.x_success, "cancel": options.x_cancel}
    print(uri.login_link(replace(call, scheme=options.scheme, **{name: value for name, value in more.items() if value})))
    return 0


def _install(options) -> int:
    from .install import registration
    from .install.system import System

    system = System.of_this_machine()
    for target in registration.targets(options.browser, options.system, options.user_data_dir, system):
        if options.dry_run:
            for write in registration.writes(target, options.host, system):
                print(f"{target.browser.name}: would write {write.path}")
            continue
        changed = registration.install(target, system, options.host)
        print("\n".join(f"{target.browser.name}: wrote {path}" for path in changed) or f"{target.browser.name}: already registered")
    return 0


def _uninstall(options) -> int:
    from .install import registration
    from .install.system import System

    system = System.of_this_machine()
    if options.browser or options.user_data_dir is not None:
        targets = registration.targets(options.browser, options.system, options.user_data_dir, system)[::-1]  # the last one first
    else:
        targets = registration.registered(options.system, system)
    if not targets:
        print("Nothing is registered.")
    for target in targets:
        if options.dry_run:
            print(f"{target.browser.name}: would undo {target.manifest_path}")
            continue
        changed = registration.uninstall(target, system)
        print("\n".join(f"{target.browser.name}: undid {path}" for path in changed) or f"{target.browser.name}: was not registered")
    return 0


def _audit(options) -> int:
    from .audit import sinks

    found = sinks.files()
    if not found:
        print("There is no record.")
    for path in found:
        if options.delete:
            os.unlink(path)
        print(f"deleted {path}" if options.delete else path)
    return 0


def _doctor(options) -> int:
    from .doctor.report import run as report

    return report(json_output=options.json, fix=options.fix, undo=options.undo)
