"""Run by a process of its own: takes its standard input as the controlling terminal, then becomes the program named.

Only so do a change of size and a hang-up reach the program as they do behind SSH.
"""

from __future__ import annotations

import fcntl
import os
import signal
import sys
import termios

# Ignored by whoever started the tests (nohup), a hang-up would be by the program too.
signal.signal(signal.SIGHUP, signal.SIG_DFL)
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
