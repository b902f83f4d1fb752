"""The page layer in a real Chromium page that changes at random: `python -m tests.fuzz.rewriter SECONDS`; its last line is JSON."""

import sys

from tests.fuzz.rewriter import main

if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
