"""docs/quan-tri.md: every command in it, run in its order, from a bare server to one that is bare again."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest
from support.live import OVERVIEW
from support.matrix import LONG
from support.own_server import NAME, OwnServer, why_not
from support.page import FILE, SHOWN, Block, blocks
from support.processes import ROOT
from support.releases import NEXT_VERSION, copy_tree, run, set_version
from support.terminal import Terminal

from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.version import VERSION

pytestmark = [LONG, pytest.mark.skipif(bool(why_not()), reason=why_not())]

PAGE: Final = ROOT / "docs" / "quan-tri.md"
NETWORKED, CLERK = "máy-có-mạng", "máy-cán-bộ"
ADDRESS: Final = "10.0.0.5"
"""Of the server, as the page has it."""
GIT: Final = ("git", "-c", "user.name=a", "-c", "user.email=a@example.invalid", "-c", "init.defaultBranch=main")
CODES: Final[Mapping[str, int]] = {"grep -nv": 1, "pgrep -af": 1, f"ssh tthtcd@{NAME} bash": 2}
"""Commands of which the page says that they find nothing, or are refused."""


class Reader:
    """Does on each machine what the page says, and puts in what it leaves open."""

    def __init__(self, server: OwnServer, folder: Path) -> None:
        self.server = server
        self.open: dict[str, str] = {}
        """What the page leaves open, and what stands there."""
        self.said: dict[str, str] = {}
        """What was printed, by the first line of what was run."""
        self._networked = folder / "networked"
        self._networked.mkdir()
        self._source = copy_tree(folder / "source")
        assert run(*GIT, "init", "-q", cwd=self._source).returncode == 0
        self.publish(VERSION)
        self.open["ĐỊA_CHỈ_KHO_MÃ_NGUỒN"] = str(self._source)
        self._session: Terminal | None = None
        self.before: dict[str, Callable[[], None]] = {
            "git pull": lambda: self.publish(NEXT_VERSION),
            "restore": self.choose_backup,
            "ln -sfn": self.name_releases,
            "import -": self.write_old_report,
            "pkill": self.begin_session,
            "--accept": self.edit_by_hand,
        }
        self.after: dict[str, Callable[[], None]] = {
            "uname -m": self.note_machine,
            "make bundle": self.carry_bundle,
            "ssh-keygen -t": self.note_key,
            "cat > /etc/cron.d/": self.run_as_cron,
            "pkill": self.end_session,
        }

    def do(self, block: Block) -> None:
        for words in [words for words in self.before if words in block.text]:
            self.before.pop(words)()
        if block.kind == FILE:
            self.as_file(block)
        elif block.kind != SHOWN:
            machines = {"": self.on_server, NETWORKED: self.with_network, CLERK: self.as_clerk}
            machines[block.about](self.filled(block), block.line)
        for words in [words for words in self.after if words in block.text]:
            self.after[words]()

    def filled(self, block: Block) -> str:
        text = block.text
        for name in sorted(self.open, key=len, reverse=True):
            text = text.replace(name, self.open[name])
        left = [name for name in re.findall(r"\b\w+(?:_\w+)+\b", text) if name.isupper() and not name.isascii()]
        assert left == [], f"line {block.line}"
        return text

    def on_server(self, text: str, line: int) -> None:
        self._note(text, line, self.server.run(text))

    def with_network(self, text: str, line: int) -> None:
        clone = self._networked / "tthtcd"
        self._note(text, line, run("sh", "-euc", text, cwd=clone if clone.exists() else self._networked))

    def as_file(self, block: Block) -> None:
        """Of the clerk, who from then on types less. Here the server has a name and no such address."""
        path = self._networked / "file"
        path.write_text(block.text.replace(ADDRESS, NAME), encoding="utf-8")
        self._note(block.text, block.line, self.server.run(f"cp {path} ~/{block.about}; ssh {NAME} years"))

    def as_clerk(self, text: str, line: int) -> None:
        for command in text.splitlines():
            if re.fullmatch(rf"ssh-keygen -t \w+|ssh tthtcd@{NAME} +#.*", command):
                self._talk(command)
            else:
                self._note(command, line, self.server.run(command, folder="/root"))

    def _note(self, text: str, line: int, done: subprocess.CompletedProcess[str]) -> None:
        said = done.stdout + done.stderr
        expected = next((code for words, code in CODES.items() if text.startswith(words)), 0)
        assert done.returncode == expected, f"line {line}: {text}\n{said}"
        assert "Traceback" not in said
        self.said[text.splitlines()[0].strip()] = said

    def _talk(self, command: str) -> None:
        """As a person does, who is asked things."""
        with self.server.terminal("sh", "-c", command) as terminal:
            if command.startswith("ssh-keygen"):
                for question in ("Enter file", "Enter passphrase", "Enter same passphrase"):
                    terminal.wait_for(question)
                    terminal.press("enter")
            else:
                terminal.wait_for("(yes/no")
                terminal.press("yes", "enter")
                terminal.wait_for("^Q Thoát")
                terminal.press("ctrl+q")
            assert terminal.wait_exit() == 0, terminal.text

    # -- what the page leaves to whoever reads it

    def publish(self, version: str) -> None:
        set_version(self._source, version)
        assert run(*GIT, "add", "--all", cwd=self._source).returncode == 0
        assert run(*GIT, "commit", "-q", "-m", version, cwd=self._source).returncode == 0

    def note_machine(self) -> None:
        said = self.said["apt install -y python3 openssh-server"].split()
        self.open["PYTHON=3.11"] = f"PYTHON={said[1].rpartition('.')[0]}"
        self.open["PLATFORM=x86_64"] = f"PLATFORM={said[2]}"

    def carry_bundle(self) -> None:
        tar = max((self._networked / "tthtcd" / "dist").glob("*.tar"), key=lambda path: path.stat().st_mtime_ns)
        self.open["TÊN_TỆP_MỚI" if "TÊN_TỆP" in self.open else "TÊN_TỆP"] = tar.stem
        assert self.server.run(f"cp {tar} /root").returncode == 0

    def note_key(self) -> None:
        self.open["NỘI_DUNG_TỆP_PUB"] = self.server.run("cat ~/.ssh/id_ed25519.pub").stdout.strip()

    def write_old_report(self) -> None:
        path = self._networked / "bao-cao-cu.json"
        path.write_bytes(sample_bytes(SAMPLE_YEAR))
        assert self.server.run(f"cp {path} /root").returncode == 0

    def choose_backup(self) -> None:
        listed = self.server.run("tthtcd-qt backup --list").stdout
        self.open["TÊN_BẢN_SAO"] = re.findall(r"/var/lib/tthtcd/sao-luu/(\S+)\.db", listed)[0]

    def name_releases(self) -> None:
        names = self.server.run("ls /opt/tthtcd/releases").stdout.split()
        [self.open["TÊN_BẢN_CŨ"]] = [name for name in names if name.startswith(f"{VERSION}-")]
        [self.open["TÊN_BẢN_THỪA"]] = [name for name in names if name.startswith(f"{NEXT_VERSION}-")]

    def run_as_cron(self) -> None:
        *_, command = self.server.run("cat /etc/cron.d/tthtcd").stdout.strip().split(maxsplit=6)
        done = self.server.run(f"env -i PATH=/usr/bin:/bin sh -c '{command}'")
        assert (done.returncode, done.stdout + done.stderr) == (0, "")

    def edit_by_hand(self) -> None:
        script = "import apsw, sys; apsw.Connection(sys.argv[1]).execute(sys.argv[2])"
        edit = "UPDATE figure SET number = 7 WHERE key = 'so_ho'"
        done = self.server.run(f'{sys.executable} -c "{script}" /var/lib/tthtcd/tthtcd.db "{edit}"')
        assert done.returncode == 0, done.stderr
        [self.open["MÃ_CHỖ_SỬA"]] = re.findall(r"mã (\w+) ·", self.server.run("tthtcd-qt doctor || true").stdout)

    def begin_session(self) -> None:
        self._session = self.server.terminal("ssh", f"tthtcd@{NAME}")
        self._session.wait_for(OVERVIEW)

    def end_session(self) -> None:
        assert self._session is not None
        with self._session as session:
            session.wait_until(lambda: "Chương trình đã bị ngắt.".encode() in session.raw)
            assert session.wait_exit() != 0


def test_every_command_of_the_guide_does_what_it_says(tmp_path: Path) -> None:
    found = list(blocks(PAGE))
    (tmp_path / "server").mkdir()
    with OwnServer(tmp_path / "server") as server:
        reader = Reader(server, tmp_path)
        for block in found:
            reader.do(block)
        assert reader.before == {}
        said = reader.said
        assert f"tthtcd {reader.open['TÊN_BẢN_CŨ']}\n" in said["cd /root"]
        assert "-rw------- 1 tthtcd tthtcd" in said['tthtcd-qt centre add mao-khe "TTHTCĐ phường Mạo Khê"']
        assert re.search(rf"current -> releases/{NEXT_VERSION}-", said["ls -l /opt/tthtcd /opt/tthtcd/releases"])
        assert "chạy được với Python" in said["sh /opt/tthtcd/current/install.sh"]
        left = server.run(
            "ls -d /opt/tthtcd /var/lib/tthtcd /usr/local/*bin/tthtcd* /etc/*/tthtcd* 2>/dev/null || true"
        )
        assert left.stdout == ""
        assert server.run("id tthtcd || true").stdout == ""
