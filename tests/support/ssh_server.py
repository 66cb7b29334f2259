"""A real sshd on this machine's loopback: its own configuration, keys and port, and a key for each person.

The account is the one the tests run as; people are told apart by the command that their key may start, as on a shared
server (docs/quan-tri.md).
"""

from __future__ import annotations

import os
import pwd
import shlex
import shutil
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, Self

from support.terminal import PATIENCE

SSHD: Final = shutil.which("sshd") or "/usr/sbin/sshd"
_CONFIGURATION: Final = """
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
PidFile none
AuthorizedKeysFile {folder}/authorized_keys
StrictModes no
PubkeyAuthentication yes
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
PermitRootLogin prohibit-password
PermitUserRC no
PrintMotd no
PrintLastLog no
MaxStartups 100
Subsystem sftp internal-sftp
SetEnv {environment}
"""


def why_not() -> str:
    """Why there can be no sshd here, or nothing."""
    if not Path(SSHD).exists():
        return "sshd is not installed (openssh-server)"
    if shutil.which("ssh") is None:
        return "ssh is not installed (openssh-client)"
    if pwd.getpwuid(os.getuid()).pw_shell.endswith(("nologin", "false")):
        return "the account that the tests run as may not log in"
    return ""


class SshServer:
    """Runs from `with` to its end."""

    def __init__(self, folder: Path, environment: Mapping[str, str], settings: Mapping[str, int] | None = None) -> None:
        """`settings` are lines of its configuration beside those that all tests have."""
        self._settings = settings or {}
        self._folder = folder
        self._environment = environment
        self._user = pwd.getpwuid(os.getuid()).pw_name
        self.port = 0
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)  # sshd of root's insists on it
        (self._folder / "authorized_keys").touch()
        _make_key(self._folder / "host")
        until = time.monotonic() + PATIENCE
        while not self._start():
            assert time.monotonic() < until, (self._folder / "sshd.log").read_text(encoding="utf-8")
        # Once, here: written anew for each client, it would be empty for a moment to those that are on their way in.
        key = (self._folder / "host.pub").read_text(encoding="utf-8")
        self._known.write_text(f"[127.0.0.1]:{self.port} {key}", encoding="utf-8")
        return self

    @property
    def _known(self) -> Path:
        return self._folder / "known_hosts"

    def __exit__(self, *_: object) -> None:
        self._stop()

    def admit(self, person: str, *command: str) -> None:
        """Gives `person` a key that may start `command` alone, in a terminal or not."""
        _make_key(self._folder / person)
        public = (self._folder / f"{person}.pub").read_text(encoding="utf-8")
        quoted = shlex.join(command).replace("\\", "\\\\").replace('"', '\\"')
        with (self._folder / "authorized_keys").open("a", encoding="utf-8") as keys:
            keys.write(f'command="{quoted}",restrict,pty {public}')

    def client(self, person: str, *asked: str, options: Sequence[str] = (), program: str = "ssh") -> list[str]:
        """The command with which `person` comes, and asks for something or for the screens."""
        port = "-p" if program == "ssh" else "-P"
        settings = {
            "IdentityFile": self._folder / person,
            "IdentitiesOnly": "yes",
            "UserKnownHostsFile": self._known,
            "StrictHostKeyChecking": "yes",
            "BatchMode": "yes",
            "LogLevel": "ERROR",
        }
        words = [word for name, value in settings.items() for word in ("-o", f"{name}={value}")]
        place = [f"{self._user}@127.0.0.1"] if program == "ssh" else []
        return [shutil.which(program) or program, "-F", "none", port, str(self.port), *words, *options, *place, *asked]

    @property
    def address(self) -> str:
        return f"{self._user}@127.0.0.1"

    def _start(self) -> bool:
        """Whether it listens, on a port that was free a moment ago."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        environment = " ".join(f'"{name}={value}"' for name, value in self._environment.items())
        configuration = self._folder / "sshd_config"
        ours = _CONFIGURATION.format(port=self.port, folder=self._folder, environment=environment)
        theirs = "".join(f"{name} {value}\n" for name, value in self._settings.items())
        configuration.write_text(ours + theirs, encoding="utf-8")
        with (self._folder / "sshd.log").open("ab") as log:
            self._process = subprocess.Popen(
                [SSHD, "-D", "-e", "-f", str(configuration)], stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        while self._process.poll() is None:
            try:
                with socket.create_connection(("127.0.0.1", self.port), 1) as found:
                    if found.recv(4) == b"SSH-":
                        return True
            except OSError:
                time.sleep(0.02)
        return False

    def _stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None


def _make_key(path: Path) -> None:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", path.name, "-f", str(path)], check=True)
