"""The register of evidence on the screen: documents added, cited, found uncited; a file copied in."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from support.screens import Screens

from tthtcd_tui.report.place import Place
from tthtcd_tui.screens import destinations as to


@pytest.fixture
def register(screens: Screens) -> Screens:
    """The register with one document begun, the cursor where its name is typed."""
    screens.press("3", "enter", "f7", "f7", "enter")
    return screens


def test_f7_twice_opens_it_and_a_document_begins_with_the_next_code(register: Screens) -> None:
    assert register.title.startswith("DANH MỤC MINH CHỨNG")
    assert register.at.endswith("/title")
    register.type("Quyết định kiện toàn Ban Giám đốc")
    register.press("enter")
    register.type("12/QĐ-UBND")
    register.press("enter")
    register.type("3/9/2020")
    register.press("enter")
    register.type("tủ 1")
    register.press("escape")
    assert [item.code for item in register.screen.session.facts.evidence] == ["MC01"]
    assert register.lines[4].split() == "! 1 MC01 Quyết định kiện toàn Ban Giám đốc 12/QĐ-UBND 3/9/2020".split()
    assert register.lines[5].lstrip().startswith(">      tủ 1")
    assert register.lines[5].endswith("chưa dẫn")
    register.press("escape")
    assert register.title.startswith("3 "), "back where F7 was pressed"


@pytest.mark.long
def test_f7_opens_the_register_from_the_overview_too(screens: Screens) -> None:
    screens.press("f7")
    assert screens.title.startswith("DANH MỤC MINH CHỨNG")
    screens.press("escape")
    assert screens.title == "TỔNG QUAN"


def test_a_code_in_the_cell_of_an_item_cites_it(register: Screens) -> None:
    register.type("Quy chế hoạt động")
    register.press("escape", "escape", "enter")
    register.do(lambda app: app.navigator.open(to.AtPlace(Place("checklist/noi_quy/evidence"))))
    register.type("MC01; MC02")
    register.press("enter")
    codes = {finding.code for finding in register.screen.session.findings}
    assert "evidence_dangling" in codes
    assert "evidence_uncited" not in codes


def test_the_path_of_a_file_copies_it_in(register: Screens, tmp_path: Path) -> None:
    file = tmp_path / "quy-che.pdf"
    file.write_bytes(b"%PDF-1.4 quy che")
    uid = register.at.split("/")[1]
    register.do(lambda app: app.navigator.open(to.AtPlace(Place(f"evidence/{uid}/file"))))
    register.type(str(file))
    register.press("enter")
    digest = sha256(file.read_bytes()).hexdigest()
    assert register.stored(f"evidence/{uid}/file") == f"{digest} quy-che.pdf"
    assert register.store.evidence_files.read(register.screen.session.year.report_id, digest) == file.read_bytes()
    assert "quy-che.pdf" in register.text
    assert digest not in register.text
    register.type(str(tmp_path / "khong-co.pdf"))
    register.press("enter")
    assert "Không có tệp" in register.text


def test_a_document_is_removed_and_comes_back(register: Screens) -> None:
    register.type("Sổ theo dõi")
    register.press("escape")
    while "Xóa minh chứng" not in register.cursor_line:
        register.press("down")
    register.press("enter")
    register.agree()
    assert not register.screen.session.facts.evidence
    assert register.message == "Đã xóa minh chứng MC01. Ctrl+Z để lấy lại."
    register.press("ctrl+z")
    assert [item.title for item in register.screen.session.facts.evidence] == ["Sổ theo dõi"]
