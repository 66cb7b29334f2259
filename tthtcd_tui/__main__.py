"""`python -m tthtcd_tui` is the same as the `tthtcd` command."""

from __future__ import annotations

import sys

from tthtcd_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
