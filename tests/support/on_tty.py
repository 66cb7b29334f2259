"""Run by a process of its own: takes its standard input as the controlling terminal, then becomes the program named.

Only so do a change of size and a hang-up reach the program as they do behind SSH.
"""

from __future__ import annotations

import fcntl
import os
import sys
import termios

fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
