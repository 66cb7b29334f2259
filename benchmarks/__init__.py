"""The figures of docs/measured.md: ratios against a reference run in turn, never a limit in milliseconds."""

import sys
from pathlib import Path

# The terminal the program is driven in is that of the tests: support.terminal.
sys.path.append(str(Path(__file__).parent.with_name("tests")))
