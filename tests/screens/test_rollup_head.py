"""The letterhead of a unit's own report, said by the supervisor whose unit it is, where they see what it adds up."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from support.screens import Screens, opened
from support.shared_server import ADMIN, CLERK, OFFICE, PERIOD, STRANGER, WARD, final_shared_database, year_of

from tthtcd_tui.cli import main
from tthtcd_tui.errors import NotAllowed
from tthtcd_tui.models.ledger_kinds import LedgerKind
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.tables import LedgerEntry
from tthtcd_tui.tasks.transfer.export_file import ExportFolder
from tthtcd_tui.tasks.upward.letterhead import letterhead
from tthtcd_tui.tasks.upward.shared import Shared
from tthtcd_tui.tasks.upward.submit import hand_in_here

TYPED = {
    "Cơ quan cấp trên": "Ủy ban nhân dân tỉnh Mẫu",
    "Cơ quan ban hành": "Sở Giáo dục và Đào tạo",
    "Ký hiệu": "/BC-SGDĐT",
    "Địa danh": "Mẫu,",
    "Địa bàn": "trên địa bàn tỉnh Mẫu",
    "Kính gửi": "Kính gửi: Ủy ban nhân dân tỉnh Mẫu.",
    "Nơi nhận": "- Như trên; - Hội Khuyến học tỉnh; Lưu: VT, GDTX.",
    "Quyền hạn ký": "KT. GIÁM ĐỐC",
    "Chức vụ người ký": "PHÓ GIÁM ĐỐC",
    "Người ký": "Nguyễn Văn Mẫu",
}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = final_shared_database(tmp_path)
    with closing(Store(path, ADMIN)) as store:
        hand_in_here(store, year_of(store, "mao-khe"), ADMIN)
    return path


def show(screens: Screens) -> None:
    screens.do(lambda app: app.navigator.show("received"))
    screens.choose("Thể thức báo cáo tổng hợp")
    assert screens.title == "THỂ THỨC BÁO CÁO TỔNG HỢP"


def fill(screens: Screens) -> None:
    for label, text in TYPED.items():
        while not screens.cursor_line[2:].strip().startswith(label):
            screens.press("down")
        screens.type(text)
    screens.press("f2")


def text_of(data: bytes) -> str:
    document = Document(BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*cells, *(each.text for each in document.paragraphs)])


def test_a_supervisor_says_it_and_the_report_is_no_draft_any_more(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with opened(tmp_path, path=database, user=OFFICE, as_started=True) as screens:
        assert screens.line("Thể thức báo cáo tổng hợp").endswith("thiếu 6")
        show(screens)
        assert screens.lines[0].startswith(" Tỉnh Mẫu ")
        fill(screens)
        assert screens.message == "Đã đủ các mục của thể thức."
        screens.press("escape")
        assert screens.line("Thể thức báo cáo tổng hợp").endswith("đủ")
        head = letterhead(Shared(screens.store), None)
        assert head.symbol == "BC-SGDĐT", "the slash is printed"
        assert head.addressees == ("Ủy ban nhân dân tỉnh Mẫu",)
        assert head.recipients == ("Hội Khuyến học tỉnh", "Lưu: VT, GDTX"), "«Như trên» is printed"
        told = LedgerEntry.select(LedgerEntry.user, LedgerEntry.subject).distinct()
        told = told.where(LedgerEntry.kind == LedgerKind.LETTERHEAD)
        assert list(told.tuples().execute(screens.store._database)) == [(OFFICE, "22")]
    assert main(["--db", str(database), "--user", OFFICE, "rollup", PERIOD, "-o", "tong-hop.docx"]) == 0
    assert "DỰ THẢO" not in capsys.readouterr().err
    text = text_of((tmp_path / "tong-hop.docx").read_bytes())
    for words in ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "/BC-SGDĐT", "KT. GIÁM ĐỐC", "Nguyễn Văn Mẫu", "Hội Khuyến học tỉnh"):
        assert words in text


def test_each_unit_has_its_own_and_whoever_directs_all_that_of_the_unit_added_up(database: Path) -> None:
    for user, name in ((OFFICE, "Sở"), (WARD, "Phường"), (STRANGER, "Tỉnh khác"), (ADMIN, "Bộ")):
        with closing(Store(database, user)) as store:
            store.letterheads.say("issuer", name)
    with closing(Store(database, ADMIN)) as store:
        assert [letterhead(Shared(store), None, unit).issuer for unit in ("", "22", "101")] == ["Bộ", "Sở", "Phường"]
    for user, name in ((OFFICE, "Sở"), (WARD, "Phường"), (STRANGER, "Tỉnh khác")):
        with closing(Store(database, user)) as store:
            assert letterhead(Shared(store), None).issuer == name
            assert letterhead(Shared(store), None, "").issuer == name
    with closing(Store(database, OFFICE)) as store:
        assert letterhead(Shared(store), None, "101").issuer == "Sở", "who reports is who asks"


def test_what_was_said_goes_before_the_file_beside_the_data(database: Path) -> None:
    database.with_name("the-thuc.toml").write_text('issuer = "Sở cũ"\nplace = "Mẫu"\nnumber = "5"\n', encoding="utf-8")
    with closing(Store(database, OFFICE)) as store:
        store.letterheads.say("issuer", "Sở mới")
        store.letterheads.say("number", "")
        head = letterhead(Shared(store), None)
        assert (head.issuer, head.place, head.number) == ("Sở mới", "Mẫu", "")


def test_nobody_else_says_it(database: Path) -> None:
    with closing(Store(database, CLERK)) as store, pytest.raises(NotAllowed):
        store.letterheads.say("signer", "Kẻ Lạ")


def test_a_day_that_is_none_stays_to_be_mended(database: Path, tmp_path: Path) -> None:
    with opened(tmp_path, path=database, user=OFFICE) as screens:
        show(screens)
        while not screens.cursor_line[2:].strip().startswith("Ngày ban hành"):
            screens.press("down")
        screens.type("15/7")
        screens.press("f2")
        assert "chưa có năm" in screens.text
        screens.press("ctrl+u")
        screens.type("15/7/2021")
        screens.press("enter")
        assert screens.line("Ngày ban hành").split()[-1] == "15/7/2021"


def test_over_ssh_a_supervisor_is_led_to_that_screen(
    database: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setenv("SSH_ORIGINAL_COMMAND", f"rollup {PERIOD} --format docx")
    assert main(["--user", OFFICE, "--db", str(database)]) == 0
    told = capfdbinary.readouterr().err.decode()
    assert "DỰ THẢO vì thiếu: Cơ quan ban hành" in told
    assert "Ghi các mục ấy trên màn hình “Bản nộp đã nhận”, dòng “Thể thức báo cáo tổng hợp”." in told


def test_the_screen_tells_how_the_report_is_fetched(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "203.0.113.9 50000 203.0.113.1 2222")
    monkeypatch.setenv("USER", "tthtcd")
    with opened(tmp_path, path=database, user=OFFICE, as_started=True) as screens:
        screens.choose("Lấy báo cáo tổng hợp")
        assert "tthtcd rollup 2020-2021 -o tong-hop-2020-2021.docx" in screens.text
        screens.press("escape")
        screens.app.export_folder = ExportFolder.of_a_server(screens.store, OFFICE)
        screens.choose("Lấy báo cáo tổng hợp")
        told = " ".join(screens.text.split())
        command = "ssh -p 2222 tthtcd@203.0.113.1 rollup 2020-2021 --format docx > tong-hop-2020-2021.docx"
        assert f"Gõ trên máy của bạn: {command}" in told
        assert "Thể thức còn thiếu, báo cáo là DỰ THẢO: Cơ quan ban hành," in told


def test_at_40_columns_each_field_can_be_read(database: Path, tmp_path: Path) -> None:
    with opened(tmp_path, 40, 24, path=database, user=OFFICE) as screens:
        show(screens)
        fill(screens)
        for label in TYPED:
            assert label in screens.text
