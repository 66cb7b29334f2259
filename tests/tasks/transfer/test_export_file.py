"""Names and folders for exports."""

from __future__ import annotations

from pathlib import Path

import pytest

from tthtcd_tui.errors import TaskProblem
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.transfer.export_file import ExportFolder, usual_name
from tthtcd_tui.tasks.transfer.export_report import ExportFormat


@pytest.fixture
def year(store: Store, report_id: int) -> Year:
    return next(year for year in store.years.all() if year.report_id == report_id)


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


def test_two_logins_that_read_alike_have_a_folder_each(store: Store) -> None:
    folders = {ExportFolder.of_a_server(store, login).folder for login in ("an-b", "an/b", "an:b", " an-b", "-an-b")}
    assert len(folders) == 5
    assert {folder.parent for folder in folders} == {store.path.parent / "xuat-ra"}
    assert ExportFolder.of_a_server(store, "an-b").folder.name == "an-b"
