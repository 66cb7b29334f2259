"""The picture of the rooms is drawn from the code, so it can be held to the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import draw_rooms


def test_the_picture_shows_each_room_of_the_package() -> None:
    drawn = draw_rooms.draw()
    package = Path(draw_rooms.ROOT / draw_rooms.PACKAGE)
    rooms = {path.stem for path in package.glob("*.py")} | {path.parent.name for path in package.glob("*/__init__.py")}
    assert all(f">{room}</text>" in drawn for room in rooms - {"__init__"})


@pytest.mark.long
def test_a_stale_picture_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stale = tmp_path / "rooms.svg"
    stale.write_text("an older house", encoding="utf-8")
    monkeypatch.setattr(draw_rooms, "PICTURE", stale)
    monkeypatch.setattr("sys.argv", ["draw_rooms", "--check"])
    assert draw_rooms.main() == 1
    assert "run python -m tools.draw_rooms" in capsys.readouterr().err


def test_an_import_counts_wherever_it_stands(tmp_path: Path) -> None:
    import ast

    source = "from tthtcd_tui.text.fold import fold\ndef late():\n    from tthtcd_tui import errors\n"
    assert set(draw_rooms._imported(ast.parse(source))) == {"text", "errors"}
