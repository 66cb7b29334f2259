"""A fault in the program: a sentence for the person, the place in the program for a log, their text for neither."""

from __future__ import annotations

import os
import signal
import stat
import sys
from pathlib import Path

import pytest
from support.desk import NUMBER, OFFERED, Desk, open_cell
from support.matrix import every
from support.processes import environment
from support.terminal import Terminal

from tthtcd_tui.crash_log import NAME, log_crash

SECRET = "so-can-cuoc-022123456789"
FAULTY = """
import sys
from tthtcd_tui import cli
from tthtcd_tui.screens.sheet_screen import SheetScreen
from tthtcd_tui.screens.overview import OverviewScreen

def faulty(self, *_):
    secret = "so-can-cuoc-022123456789"
    raise ValueError(f"invalid literal: {secret}")

def in_a_worker(self):
    self.run_worker(self.faulty, thread=True)

class Rich(Exception):
    def __rich__(self):
        return "so-can-cuoc-022123456789"

def rich(self):
    raise Rich("so-can-cuoc-022123456789")

OverviewScreen.faulty = SheetScreen.faulty = faulty
SheetScreen.do_evidence = {"key": faulty, "worker": in_a_worker, "rich": rich}[sys.argv.pop(1)]
sys.exit(cli.main())
"""


@pytest.mark.parametrize("where", every(3, ["key", "worker", "rich"]))
def test_the_screens_end_in_a_sentence_and_what_is_typed_is_kept(desk: Desk, where: str) -> None:
    options = desk.command[3:]
    with Terminal([sys.executable, "-c", FAULTY, where, *options], environment=desk.environment) as terminal:
        open_cell(terminal)
        terminal.type("54321")
        terminal.wait_for("54321")
        begun = len(terminal.raw)
        terminal.press("f7")
        assert terminal.wait_exit() == 3
        terminal.wait_for("Chương trình gặp lỗi nên phải dừng.")
        said = terminal.raw[begun:].decode()
        assert "Phần đang gõ được giữ lại; mở lại chương trình để khôi phục." in said
        assert "Traceback" not in said
        assert "Error" not in said
        assert SECRET not in said
        assert "54321" not in said
    assert desk.kept() == {NUMBER: "54321"}
    log = desk.state / "tthtcd" / NAME
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    text = log.read_text(encoding="utf-8")
    assert SECRET not in text
    assert "54321" not in text
    assert ("in rich" if where == "rich" else "in faulty") in text
    assert ("__main__.Rich" if where == "rich" else "builtins.ValueError") in text
    with desk.terminal() as terminal:
        terminal.wait_for(OFFERED)


@pytest.mark.parametrize("error", [f"LookupError('{SECRET}')", f"PermissionError(13, 'x', '{SECRET}')"])
def test_a_command_ends_in_a_sentence_too(desk: Desk, error: str) -> None:
    faulty = (
        "import sys; from tthtcd_tui import cli; from tthtcd_tui.models.years import Years\n"
        f"def every(self): raise {error}\n"
        "Years.all = every; sys.exit(cli.main())"
    )
    command = [sys.executable, "-c", faulty, "years", "--db", str(desk.database)]
    with Terminal(command, environment=desk.environment) as terminal:
        assert terminal.wait_exit() == 3
        terminal.wait_for("Chương trình gặp lỗi nên phải dừng.")
        assert SECRET.encode() not in terminal.raw
    assert SECRET not in (desk.state / "tthtcd" / NAME).read_text(encoding="utf-8")


def faults() -> Exception:
    try:
        try:
            int("12 Trần Phú")
        except ValueError as error:
            raise LookupError("Vũ Thanh Hải") from error
    except LookupError as error:
        return error
    raise AssertionError


def test_the_log_tells_the_chain_and_no_values(tmp_path: Path) -> None:
    log = log_crash(tmp_path / "a", faults())
    assert log == tmp_path / "a" / NAME
    log_crash(tmp_path / "a", faults())
    text = log.read_text(encoding="utf-8")
    assert text.count("builtins.ValueError\n") == 2
    assert text.index("builtins.ValueError") < text.index("builtins.LookupError")
    assert f'{__file__}", line' in text
    assert "in faults" in text
    assert "Trần Phú" not in text
    assert "Hải" not in text


def test_the_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text("x" * 1_100_000, encoding="utf-8")
    log_crash(tmp_path, faults())
    assert path.stat().st_size < 10_000
    assert (tmp_path / f"{NAME}.1").stat().st_size == 1_100_000


def test_a_log_that_cannot_be_written_is_no_second_crash(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("", encoding="utf-8")
    assert log_crash(tmp_path / "tep", faults()) is None
    (tmp_path / NAME).symlink_to(tmp_path / "khac")
    assert log_crash(tmp_path, faults()) is None
    assert not (tmp_path / "khac").exists()


def test_a_developers_settings_in_the_environment_do_nothing(desk: Desk) -> None:
    """They would write every key to a file, draw the screen into one, or print locals."""
    files = {"TEXTUAL_LOG": "phim.log", "TEXTUAL_SCREENSHOT_LOCATION": "", "TEXTUAL_SCREENSHOT_FILENAME": "anh.svg"}
    settings = {name: str(desk.folder / file) for name, file in files.items()}
    settings |= {"TEXTUAL": "debug,devtools", "TEXTUAL_SCREENSHOT": "0", "TEXTUAL_PRESS": "ctrl+q"}
    environ = {**environment(), "XDG_STATE_HOME": str(desk.state), **settings}
    with Terminal(desk.command, environment=environ) as terminal:
        open_cell(terminal)
        terminal.type("54321")
        terminal.wait_for("54321")
        os.kill(desk.program(), signal.SIGTERM)
        terminal.wait_exit()
    assert not (desk.folder / "phim.log").exists()
    assert not (desk.folder / "anh.svg").exists()
