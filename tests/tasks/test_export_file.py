"""Names and folders for exports, and the command that brings one home."""

from __future__ import annotations

from pathlib import Path

import pytest

from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.export_file import ExportFolder, fetching, usual_name
from tthtcd_tui.tasks.export_report import ExportFormat
from tthtcd_tui.tasks.problem import TaskProblem

SSH = {"SSH_CONNECTION": "203.0.113.9 50000 203.0.113.1 22", "USER": "tthtcd"}


@pytest.fixture
def year(store: Store, report: int) -> Year:
    return next(year for year in store.years() if year.report == report)


def test_a_name_says_the_year_and_whether_it_is_a_draft(year: Year) -> None:
    assert usual_name(year, ExportFormat.DOCX, draft=False) == "bao-cao-2020-2021.docx"
    assert usual_name(year, ExportFormat.TEXT, draft=True) == "bao-cao-2020-2021-du-thao.txt"


def test_on_ones_own_machine_any_path_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = ExportFolder.of_this_machine()
    assert folder.path("a.docx") == tmp_path / "a.docx"
    assert folder.path("/x/a.docx") == Path("/x/a.docx")
    assert folder.path("~/a.docx") == Path.home() / "a.docx"
    with pytest.raises(TaskProblem, match="đang để trống"):
        folder.path("")
    with pytest.raises(TaskProblem, match="Không rõ thư mục"):
        folder.path("~khong-co-ai/a.docx")


@pytest.mark.parametrize("name", ["../a.docx", "/etc/a.docx", "x/a.docx", ".ssh", "a\\b.docx", "~/a.docx", "-o.docx"])
def test_on_a_server_of_many_only_a_name(store: Store, name: str) -> None:
    folder = ExportFolder.of_a_server(store, "../canbo1")
    assert folder.folder.parent == store.path.parent / "xuat-ra"
    assert folder.path("báo cáo.docx").parent == folder.folder
    with pytest.raises(TaskProblem, match="chỉ đặt tên tệp"):
        folder.path(name)


def test_the_command_that_brings_it_home(store: Store, year: Year, tmp_path: Path) -> None:
    path = tmp_path / "bao cao.docx"
    own, served = ExportFolder.of_this_machine(), ExportFolder.of_a_server(store, "canbo1")

    def command(folder: ExportFolder, kind: ExportFormat = ExportFormat.DOCX, draft: bool = False, **more: str) -> str:
        return fetching(folder, path, year, kind, draft, SSH | more)

    assert command(own) == f"scp tthtcd@203.0.113.1:'{path}' ."
    assert command(served) == "ssh tthtcd@203.0.113.1 export 2020-2021 > 'bao cao.docx'"
    assert command(served, ExportFormat.TEXT, True).endswith("export 2020-2021 --format txt --draft > 'bao cao.docx'")
    assert command(own, SSH_CONNECTION="::1 5 ::1 2222").startswith("scp -P 2222 tthtcd@[::1]:")
    assert fetching(own, path, year, ExportFormat.DOCX, False, {}) == ""
