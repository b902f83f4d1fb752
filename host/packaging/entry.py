"""What the frozen program starts."""

import sys

from webex_click_to_call.__main__ import main

sys.exit(main())
