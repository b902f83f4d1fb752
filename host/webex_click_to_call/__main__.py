"""Started by a browser: serve native messaging. Started by a person: the command line."""

import os
import sys

from .caller import identify
from .errors import Failure


def main() -> int:
    """Return the exit status; no exception leaves this function."""
    argv = sys.argv[1:]
    try:
        if identify(argv, _administrators_ids) is None:
            return _command_line(argv)
        from .server import Server

        return Server().run()
    except Failure as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is left of the output is not tried again
        if not isinstance(error, BrokenPipeError):  # whoever read it has seen enough
            print(Failure("WRITE_FAILED", what=error.strerror or str(error)), file=sys.stderr)
        return 1
    except Exception as error:  # a traceback helps nobody who did not write this
        print(Failure("INTERNAL", what=f"{type(error).__name__}: {error}"), file=sys.stderr)
        return 1


def _command_line(argv: list[str]) -> int:
    from .cli import run

    if sys.stdout:  # a name that the terminal's encoding lacks must not end the program
        sys.stdout.reconfigure(errors="backslashreplace")
    status = run(argv)
    if sys.stdout:
        sys.stdout.flush()
    return status


def _administrators_ids() -> list[str]:
    from .policy import read

    return read().extension_ids


if __name__ == "__main__":
    sys.exit(main())
