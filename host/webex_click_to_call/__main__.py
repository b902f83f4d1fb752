"""Started by a browser: serve native messaging. Started by a person: the command line."""

import sys

from .caller import identify
from .errors import Failure


def main() -> int:
    """Return the exit status; no exception leaves this function."""
    argv = sys.argv[1:]
    try:
        if identify(argv, _administrators_ids) is None:
            from .cli import run

            return run(argv)
        from .server import Server

        return Server().run()
    except Failure as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # a traceback helps nobody who did not write this
        print(Failure("INTERNAL", what=f"{type(error).__name__}: {error}"), file=sys.stderr)
        return 1


def _administrators_ids() -> list[str]:
    from .policy import read

    return read().extension_ids


if __name__ == "__main__":
    sys.exit(main())
