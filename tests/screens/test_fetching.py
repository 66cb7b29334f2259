"""The command that brings an exported file home."""

from __future__ import annotations

from pathlib import Path

from support.screens import Screens

from tthtcd_tui.screens.fetching import Asked, Which, fetching, fetching_short
from tthtcd_tui.tasks.transfer.export_file import ExportFolder
from tthtcd_tui.tasks.transfer.export_report import ExportFormat, TableName

REPORT = Asked(ExportFormat.DOCX)
SSH = {"SSH_CONNECTION": "203.0.113.9 50000 203.0.113.1 22", "USER": "tthtcd"}


def test_the_command_that_brings_it_home(screens: Screens, tmp_path: Path) -> None:
    store, year = screens.store, Which(screens.year)
    path = tmp_path / "bao cao.docx"
    own, served = ExportFolder.of_this_machine(), ExportFolder.of_a_server(store, "canbo1")

    def command(folder: ExportFolder, asked: Asked = REPORT, **more: str) -> str:
        return fetching(folder, path, year, asked, SSH | more)

    assert command(own) == f"scp tthtcd@203.0.113.1:'{path}' ."
    assert command(served) == "ssh tthtcd@203.0.113.1 export 2020-2021 > 'bao cao.docx'"
    text, table = Asked(ExportFormat.TEXT, is_draft=True), Asked(ExportFormat.CSV, table=TableName.BOARD)
    assert command(served, text).endswith("export 2020-2021 --format txt --draft > 'bao cao.docx'")
    assert command(served, table).endswith("export 2020-2021 --format csv --table board > 'bao cao.docx'")
    short = fetching_short(served, tmp_path / "tom-tat.txt", year, SSH)
    assert short == "ssh tthtcd@203.0.113.1 summary 2020-2021 --short > tom-tat.txt"
    assert command(own, SSH_CONNECTION="::1 5 ::1 2222").startswith("scp -P 2222 tthtcd@[::1]:")
    kept = Asked(ExportFormat.DOCX, version=2)
    assert command(served, kept).endswith("export 2020-2021 --version 2 > 'bao cao.docx'")
    assert fetching(own, path, year, REPORT, {}) == ""


def test_of_several_centres_it_says_which(screens: Screens, tmp_path: Path) -> None:
    served = ExportFolder.of_a_server(screens.store, "canbo1")
    which = Which(screens.year, is_one_of_many=True)
    command = fetching(served, tmp_path / "a.docx", which, REPORT, SSH)
    assert command == "ssh tthtcd@203.0.113.1 export 2020-2021 --centre mao-khe > a.docx"
