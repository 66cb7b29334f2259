"""A server of one's own within this machine: its own accounts, folders, processes and network, with a real sshd.

What is written there is gone with it. Two programs are stood in for, and only they: `apt`, for want of a network, and
`systemctl`, for want of systemd.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final, Self

from support.ssh_server import SSHD
from support.terminal import PATIENCE, Terminal

NAME: Final = "may-chu"
PATH: Final = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_UNSHARE: Final = ("unshare", "--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc")
_SET_UP: Final = f"""
set -e
mkdir "$0/disk"
mount -t tmpfs none "$0/disk"
for folder in etc var root usr/local; do
    mkdir -p "$0/disk/$folder" "$0/disk/scratch/$folder"
    mount -t overlay none -o lowerdir=/$folder,upperdir="$0/disk/$folder",workdir="$0/disk/scratch/$folder" /$folder
done
mount -t tmpfs none /opt
mount -t tmpfs none /run
mkdir -m 755 /run/sshd
mkdir -p -m 700 ~root/.ssh
mount -t tmpfs -o mode=700 none ~root/.ssh
echo "127.0.0.1 {NAME}" >> /etc/hosts
ls /etc/ssh/ssh_host_*_key > /dev/null 2>&1 || ssh-keygen -q -A
cp "$0/apt" "$0/systemctl" /usr/local/sbin
touch "$0/ready"
exec sleep infinity
"""
_APT: Final = '#!/bin/sh\necho "$@" >> /run/apt-asked\n'
_SYSTEMCTL: Final = '#!/bin/sh\n[ "$*" = "try-reload-or-restart ssh" ] && exec pkill -HUP --oldest --exact sshd\n'
_LOOPBACK_UP: Final = """
import fcntl, socket, struct
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
    fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh14x", b"lo", 1 | 64))  # SIOCSIFFLAGS: up and running
"""


@cache
def why_not() -> str:
    """Why there can be no such server here, or nothing."""
    if os.geteuid() != 0:
        return "only root may make accounts"
    needed = ("unshare", "nsenter", "useradd", "userdel", "runuser", "ssh", SSHD)
    if missing := [name for name in needed if shutil.which(name) is None]:
        return f"not installed: {', '.join(missing)}"
    tried = subprocess.run([*_UNSHARE, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else tried.stderr.decode().strip()


class OwnServer:
    """Runs from `with` to its end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        self._first = 0
        """The process with which all the others of the server end."""

    def __enter__(self) -> Self:
        for name, script in (("apt", _APT), ("systemctl", _SYSTEMCTL)):
            (self._folder / name).write_text(script, encoding="utf-8")
            (self._folder / name).chmod(0o755)
        made = self._start([*_UNSHARE, "sh", "-c", _SET_UP, str(self._folder)])
        self._wait((self._folder / "ready").exists)
        [first] = Path(f"/proc/{made.pid}/task/{made.pid}/children").read_text(encoding="ascii").split()
        self._first = int(first)
        subprocess.run([*self._inside, sys.executable, "-I", "-c", _LOOPBACK_UP], check=True)
        self._start([*self._inside, SSHD, "-D", "-e"])
        self._wait(lambda: self.run(f"ssh-keyscan -t ed25519 {NAME}").stdout != "")
        return self

    def __exit__(self, *_: object) -> None:
        if self._first:
            os.kill(self._first, signal.SIGKILL)
        for process in self._processes:
            process.kill()
            process.wait()

    @property
    def _inside(self) -> list[str]:
        return [shutil.which("nsenter") or "", "--target", str(self._first), "--mount", "--net", "--pid", "--"]

    def command(self, *words: str) -> list[str]:
        """What runs `words` there, as root with an empty environment."""
        environment = (
            f"PATH={PATH}",
            "HOME=/root",
            "USER=root",
            "LOGNAME=root",
            "TERM=xterm-256color",
            "LC_ALL=C.UTF-8",
        )
        return [*self._inside, "env", "-i", *environment, *words]

    def run(self, script: str, folder: str = "/") -> subprocess.CompletedProcess[str]:
        """Run a script of sh there: from a file, so that no list of processes shows what it says."""
        path = self._folder / "script"
        path.write_text(f"cd {folder}\n{script}", encoding="utf-8")
        command = self.command("sh", "-eu", str(path))
        return subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", errors="replace", check=False
        )

    def terminal(self, *words: str) -> Terminal:
        return Terminal(self.command(*words))

    def _start(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        with (self._folder / "log").open("ab") as log:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self._processes.append(process)
        return process

    def _wait(self, holds: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE
        while not holds():
            log = (self._folder / "log").read_text(encoding="utf-8")
            assert time.monotonic() < until, log
            assert all(process.poll() is None for process in self._processes), log
            time.sleep(0.05)
