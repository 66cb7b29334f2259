"""What is done in a pause meets what others did meanwhile: it is told, or not done at all, and never a crash (G19)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.drafts import kept
from support.screens import Screens, opened

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to
from tthtcd_tui.screens.base import BaseScreen
from tthtcd_tui.screens.paragraphs import ParagraphsScreen

PROSE = "narrative/ket_qua"


@pytest.fixture
def screens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screens]:
    """The overview; a pause of whoever writes paragraphs is soon one."""
    monkeypatch.setattr(ParagraphsScreen, "IDLE_SECONDS", 0.05)
    with opened(tmp_path, drafts=tmp_path / "chua-luu") as screens:
        yield screens


class Rest:
    """A pause of the screen on top that will do `action`."""

    def __init__(self, screens: Screens, action: Callable[[], None]) -> None:
        assert isinstance(screens.screen, BaseScreen)
        self._screens = screens
        self._guarded = screens.screen.pause(0.01, action)

    def passes(self) -> None:
        self._screens.do(lambda _: self._guarded.touch())
        self._screens.wait_until(lambda: not self._guarded.is_pending)


def test_a_year_deleted_in_a_pause_is_told_and_left_and_the_words_are_kept(screens: Screens, tmp_path: Path) -> None:
    screens.do(lambda app: app.navigator.open(to.Paragraphs(Place(PROSE))))
    with closing(Store(screens.store.path)) as store:
        store.years.delete(screens.year.report_id)
    screens.type("Ba lớp")
    screens.wait_until(lambda: not screens.app.report.has_year)
    assert screens.app.crash is None
    assert "vừa bị xóa" in screens.message
    assert kept(tmp_path / "chua-luu") == {PROSE: "Ba lớp"}


def test_what_an_action_in_a_pause_meets_is_told(screens: Screens) -> None:
    def meet() -> None:
        raise StoreProblem("Ổ đĩa báo lỗi. Hãy báo quản trị viên.")

    Rest(screens, meet).passes()
    assert screens.app.crash is None
    assert "Ổ đĩa báo lỗi." in screens.message


@pytest.mark.parametrize("other", [("f1",), ("ctrl+p",), ("4", "enter")], ids=["help", "palette", "section"])
def test_while_another_screen_is_on_top_it_is_put_off(screens: Screens, other: tuple[str, ...]) -> None:
    """Of which Textual says that the one below it is current, too."""
    done: list[str] = []
    rest = Rest(screens, lambda: done.append("done"))
    screens.press(*other)
    rest.passes()
    assert done == []
    screens.press("escape")
    screens.wait_until(lambda: done == ["done"])


def test_nothing_is_done_in_a_pause_once_no_year_is_open(screens: Screens, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    rest = Rest(screens, lambda: done.append("done"))
    monkeypatch.setattr(screens.app.report, "current", None)
    rest.passes()
    monkeypatch.undo()
    assert done == []
