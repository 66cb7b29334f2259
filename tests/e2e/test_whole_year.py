"""A year typed from nothing, by keys alone: what comes out at the end is the sample's own document, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.live import OVERVIEW, USER, Live
from support.whole_year import Typist

from tthtcd_tui.cli import main
from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.models.store import Store
from tthtcd_tui.screens.rows import Rows
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, load_samples, sample_bytes
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.tasks.years.years import add_centre, new_year
from tthtcd_tui.text.periods import parse_period

NAME = "TTHTCĐ phường Mạo Khê"
PERIOD = "2020-2021"
DOCX = f"bao-cao-{PERIOD}.docx"
"""What the export screen proposes."""


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Store]:
    """The year to be typed, in a database of its own."""
    store = Store(tmp_path / "sample.db")
    load_samples(store)
    yield store
    store.close()


def test_a_whole_year_typed_into_nothing_is_the_samples_document(
    sample: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)  # where the program is started is where it exports to
    year = next(year for year in sample.years.all() if year.period.label == PERIOD)
    snapshot, log = sample.snapshot_with_log(year.report_id)
    typist = Typist(snapshot.form, snapshot.facts)
    path = tmp_path / "typed.db"
    begin(path)
    with Live(path) as live:
        live.wait_for(OVERVIEW)
        rows = Rows(Session(live.store, live.store.years.all()[0], USER))
        live.press("0")
        live.wait_for("0 CHI TIẾT BÁO CÁO")
        live.press(*typist.sheet(list(rows.details())))
        for number, screen in enumerate(snapshot.form.screens, 1):
            live.press("ctrl+g", str(number))
            live.wait_for(f"{number} {screen.label.upper()}")
            sections = [section for section in snapshot.form.sections if section.key in screen.sections]
            live.press(*typist.sheet(list(rows.sections(sections))))
        live.press("f6")
        live.wait_for("NHẬT KÝ HOẠT ĐỘNG")
        for keys in typist.log(log.activities):
            live.press(*keys)
        live.wait_for(f"{len(log.activities)} hoạt động ·")
        assert shown(live.store, live.report_id, capsys) == shown(sample, year.report_id, capsys)
        live.press("esc")
        live.wait_for("NHẬT KÝ HOẠT ĐỘNG", gone=True)
        live.press("f9", "f9", "enter")
        live.wait_for(f"Đã xuất {DOCX}")
        live.press("ctrl+q")
        assert live.wait_exit() == 0

    exported = (tmp_path / DOCX).read_bytes()
    assert exported == document(tmp_path / "from-database.docx", PERIOD, "--db", str(path), "--user", USER)
    (tmp_path / SAMPLE_YEAR).write_bytes(sample_bytes(SAMPLE_YEAR))
    # What a document carries names the database it is out of.
    plain = document(tmp_path / "plain.docx", PERIOD, "--plain", "--db", str(path), "--user", USER)
    assert plain == document(tmp_path / "from-json.docx", str(tmp_path / SAMPLE_YEAR), "--plain")


def begin(path: Path) -> None:
    """A year with nothing in it, of the version of the form that the sample was made with."""
    with closing(Store(path, USER)) as store:
        centre = add_centre(store, "mao-khe", NAME)
        new_year(store, centre, parse_period(PERIOD), load_shipped(1), USER)


def shown(store: Store, report_id: int, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What `tthtcd show` says of every place, members of the board and activities called by their numbers."""
    assert main(["show", PERIOD, "--db", str(store.path), "--user", USER]) == 0
    snapshot, log = store.snapshot_with_log(report_id)
    uids = [*(member.uid for member in snapshot.facts.board), *(activity.uid for activity in log.activities)]
    text = re.sub(
        r"^(board|activity)/([^/]+)",
        lambda found: f"{found[1]}/{uids.index(found[2])}",
        capsys.readouterr().out,
        flags=re.MULTILINE,
    )
    return sorted(text.splitlines())


def document(path: Path, *what: str) -> bytes:
    """What `tthtcd export` makes."""
    assert main(["export", *what, "-o", str(path)]) == 0
    return path.read_bytes()
