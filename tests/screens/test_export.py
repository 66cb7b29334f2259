"""From the screens to a file: what is proposed, what can be chosen, what is refused, and that nothing is lost."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from support.own_templates import bare, saved, sound
from support.screens import Screens, opened

from tthtcd_tui.cli import main
from tthtcd_tui.screens.export import ExportScreen
from tthtcd_tui.tasks.transfer.export_file import ExportFolder


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "day").mkdir()
    monkeypatch.chdir(tmp_path / "day")


@pytest.fixture
def export(screens: Screens) -> Screens:
    screens.app.export_folder = ExportFolder.of_this_machine()
    screens.press("8")
    assert isinstance(screens.screen, ExportScreen)
    return screens


def files() -> list[str]:
    return sorted(path.name for path in Path.cwd().iterdir())


@pytest.mark.long
@pytest.mark.parametrize(("moves", "name"), [
    ((), "bao-cao-2020-2021.docx"),
    (("down", "2", "up", "up"), "bao-cao-2020-2021-du-thao.docx"),
    (("down", "down", "2", "up", "up", "up"), "bao-cao-2020-2021.txt"),
    (("down", "down", "3", "up", "up", "up"), "bao-cao-2020-2021.json"),
    (("down", "down", "4", "f2"), "bao-cao-2020-2021.xlsx"),
    (("down", "down", "8", "f2"), "goi-du-lieu-2020-2021.zip"),
])  # fmt: skip
def test_enter_writes_the_bytes_of_the_command_line(
    export: Screens, tmp_path: Path, moves: tuple[str, ...], name: str
) -> None:
    export.press(*moves, *([] if moves[-1:] == ("f2",) else ["enter"]))
    assert files() == [name]
    assert f"Đã xuất {name} (" in export.message
    assert str(Path.cwd()) in "".join(export.text.split()), "it may take two lines"
    other = tmp_path / f"khac{Path(name).suffix}"
    draft = ["--draft"] if "du-thao" in name else []
    assert main(["export", "2020-2021", "-o", str(other), "--db", str(export.store.path), *draft]) == 0
    assert Path(name).read_bytes() == other.read_bytes()


@pytest.mark.long
def test_one_of_the_tables_is_chosen_by_its_number(export: Screens, tmp_path: Path) -> None:
    export.press("down", "down", "5")
    assert "nhat-ky-hoat-dong-2020-2021.csv" in export.line("Xuất tệp")
    export.press("1", "3", "enter", "f2")
    assert files() == ["lich-su-sua-2020-2021.csv"]
    other = tmp_path / "khac.csv"
    words = ["export", "2020-2021", "-o", str(other), "--table", "history", "--db", str(export.store.path)]
    assert main(words) == 0
    assert Path("lich-su-sua-2020-2021.csv").read_bytes() == other.read_bytes()


@pytest.mark.long
def test_the_short_summary_is_written_and_stands_on_the_screen(export: Screens) -> None:
    export.press(*["down"] * 5, "enter")
    assert files() == ["tom-tat-2020-2021.txt"]
    written = Path("tom-tat-2020-2021.txt").read_text(encoding="utf-8")
    assert len(written) <= 601
    assert written.splitlines()[0] in export.text
    assert export.message == "Đã xuất tom-tat-2020-2021.txt."


def test_f9_f9_enter_is_all_it_takes(screens: Screens) -> None:
    screens.app.export_folder = ExportFolder.of_this_machine()
    screens.press("1", "f9", "f9", "enter")
    assert files() == ["bao-cao-2020-2021.docx"]


def test_with_errors_a_draft_is_proposed_and_the_final_refused(export: Screens) -> None:
    export.colleague("report/signer", "")
    export.press("f5")
    assert "còn thiếu 1 chỗ" in export.line("XUẤT BÁO CÁO")
    assert export.line(">    Xuất tệp").endswith("bao-cao-2020-2021-du-thao.docx")
    export.press("down", "1", "up", "up", "enter")
    assert export.message.startswith("Chưa xuất được bản chính thức: còn thiếu 1 chỗ. F8 đến chỗ cần sửa")
    assert files() == []
    export.press("f8")
    assert export.message == "Còn thiếu. Gõ rồi Enter."


def test_f8_goes_to_what_forbids_the_report_before_any_warning(export: Screens) -> None:
    export.colleague("report/position", "31/6")
    export.colleague("figure/dan_so", "")
    export.press("f5")
    assert {finding.place for finding in export.screen.session.findings} >= {"report/position", "figure/dan_so"}
    export.press("f8")
    assert export.at == "figure/dan_so"
    export.press("f8")
    assert export.at == "report/position"


def test_a_file_that_is_there_is_written_over_only_after_a_yes(export: Screens) -> None:
    path = Path("bao-cao-2020-2021.docx")
    path.write_text("của tôi", encoding="utf-8")
    for no in ("enter", "escape"):
        export.press("enter")
        assert "Đã có tệp bao-cao-2020-2021.docx. Ghi đè? [Không]  Có" in export.message
        export.press(no)
        assert export.message == "Chưa ghi gì."
        assert path.read_text(encoding="utf-8") == "của tôi"
    export.press("enter")
    export.agree()
    assert path.read_bytes()[:2] == b"PK"


def test_a_name_chooses_the_format_and_the_format_ends_the_name(export: Screens) -> None:
    export.press("down", "down", "down")
    export.type("ban-1.txt")
    export.press("f2")
    assert files() == ["ban-1.txt"]
    export.type("ban 2")
    export.press("up", "1")
    assert "ban 2.docx" in export.line("Tên tệp")
    export.press("up", "up", "up", "enter")
    assert files() == ["ban 2.docx", "ban-1.txt"]
    export.press("down", "down", "down", "delete")
    assert "bao-cao-2020-2021.docx" in export.line("Tên tệp")


def test_what_cannot_be_written_is_said(export: Screens) -> None:
    export.press("down", "down", "down")
    export.type("khong-co/ban.docx")
    export.press("f2")
    assert export.message == "Chưa xuất được: xem lý do ở trên."
    assert "chưa có thư mục" in "".join(export.lines)
    assert "Đã xuất" not in export.text


def test_what_is_typed_while_it_is_written_waits(export: Screens) -> None:
    export.press("enter", "escape")
    assert export.title == "TỔNG QUAN"
    assert files() == ["bao-cao-2020-2021.docx"]


def test_a_later_change_forgets_what_was_exported(export: Screens) -> None:
    export.press("enter")
    assert "Đã xuất" in export.text
    export.colleague("figure/dan_so", "45.000")
    export.press("f5")
    assert "Đã xuất" not in export.text


def test_on_a_shared_server_only_a_name_in_a_folder_of_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.9 50000 10.0.0.1 2222")
    with opened(tmp_path) as screens:
        screens.app.export_folder = ExportFolder.of_a_server(screens.store, "canbo1")
        screens.press("8", "down", "down", "down")
        screens.type("../.ssh/authorized_keys")
        screens.press("f2")
        assert "chỉ đặt tên tệp" in screens.message
        screens.press("delete", "f2")
        folder = tmp_path / "xuat-ra" / "canbo1"
        assert [path.name for path in folder.iterdir()] == ["bao-cao-2020-2021.docx"]
        assert folder.stat().st_mode & 0o077 == 0
        assert "ssh -p 2222 canbo@10.0.0.1 export 2020-2021 > bao-cao-2020-2021.docx" in screens.lines


def test_a_name_that_no_file_can_have_is_refused(export: Screens) -> None:
    export.press("down", "down", "down")
    export.type("x" * 300)
    export.press("enter", "f2")
    assert export.message == "Không ghi được tệp có tên này. Hãy đặt tên khác."
    assert files() == []


def test_what_the_appendices_are_called_is_not_cut(export: Screens) -> None:
    assert "So sánh với các năm trước " in export.text


def test_where_it_is_narrow_no_label_and_no_name_of_a_file_is_cut(export: Screens) -> None:
    export.resize(40, 20)
    labels = ["Mang theo", "Xuất tóm tắt ngắn, để dán vào Zalo", "Danh sách hoạt động", "Danh mục minh chứng"]
    assert all(export.line(label) for label in labels)
    export.press("down", "down", "down")
    export.type("bao-cao-nam-hoc-2020-2021.docx")
    export.press("enter")
    assert export.line("Xuất tệp") == "     Xuất tệp"
    assert export.line("bao-cao-nam-hoc-2020-2021.docx"), "below it, whole"
    while "So sánh các năm trước" not in export.cursor_line:
        export.press("down")
    assert export.message.startswith("1 Kèm theo · 2 Không kèm"), "no label is cut, and none said again"


def test_an_appendix_chosen_here_is_the_reports_and_is_read_in_the_preview(export: Screens) -> None:
    export.press(*["down"] * 6)
    assert export.line("> ").split("  ")[-1].strip() == "Không kèm"
    export.press("1")
    assert export.stored("report/appendices") == "Danh sách hoạt động"
    assert "Phụ lục" in export.line("Danh sách hoạt động")
    export.press("f9", *["right"] * 12)
    assert export.line("> ").split() == [">", "Phụ", "lục"]
    export.press("pagedown")
    assert "DANH SÁCH HOẠT ĐỘNG NĂM HỌC 2020-2021" in export.text
    export.press("f9", *["down"] * 12, "up", "up", "up")
    assert export.cursor_line.split()[1:4] == ["Danh", "sách", "hoạt"]
    export.press("2")
    assert export.stored("report/appendices") == ""


def to_template(export: Screens) -> None:
    """Onto the choice, on a screen opened after the file was put there."""
    export.press("escape", "8", *["down"] * 14)
    assert export.cursor_line.split()[1:3] == ["Theo", "mẫu"]


def margins(name: str) -> list[int]:
    section = docx.Document(name).sections[0]
    sides = (section.left_margin, section.right_margin, section.top_margin)
    return [round(side.mm) for side in sides if side is not None]


def test_a_word_file_chosen_here_is_the_centres_look_from_then_on(export: Screens, tmp_path: Path) -> None:
    Path("mau-so.docx").write_bytes(saved(sound()))
    to_template(export)
    assert "1 Của chương trình · 2 mau-so.docx" in export.text
    export.press("2")
    export.wait_until(lambda: "theo mẫu mau-so.docx" in export.message)
    assert "mau-so.docx" in export.line("Theo mẫu")
    Path("mau-so.docx").unlink()
    export.press("f2")
    export.wait_until(lambda: "Đã xuất" in export.message)
    assert margins("bao-cao-2020-2021.docx") == [35, 20, 25]
    assert main(["export", "2020-2021", "-o", "khac.docx", "--db", str(export.store.path)]) == 0
    assert Path("khac.docx").read_bytes() == Path("bao-cao-2020-2021.docx").read_bytes()
    export.press("1")
    assert "Của chương trình" in export.line("Theo mẫu")
    assert main(["export", "2020-2021", "-o", "nua.docx", "--db", str(export.store.path)]) == 0
    assert margins("nua.docx") != margins("khac.docx")


def test_what_of_it_breaks_the_decree_is_shown_before_anything_is_written(export: Screens) -> None:
    Path("mau.docx").write_bytes(saved(bare()))
    to_template(export)
    export.press("2")
    export.wait_until(lambda: "điều khác thể thức" in export.message)
    assert "Kiểu “" in export.text
    export.press(*["up"] * 6)
    assert "Mẫu mau.docx:" in export.text
    assert files() == ["mau.docx"]


def test_a_file_that_is_none_is_refused_and_the_look_stays(export: Screens) -> None:
    Path("mau.docx").write_bytes(b"PK\x03\x04")
    to_template(export)
    export.press("2")
    export.wait_until(lambda: "Chưa dùng được mẫu" in export.message)
    assert "Của chương trình" in export.line("Theo mẫu")


def test_it_opens_with_the_cursor_on_what_writes_the_file_however_often(export: Screens) -> None:
    export.press("end", *["down"] * 20)
    assert "Theo mẫu" in export.cursor_line
    export.press("escape", "8")
    assert "Xuất tệp" in export.cursor_line


def test_enter_is_named_only_where_it_writes_the_file(export: Screens) -> None:
    assert export.lines[-1].split()[:4] == ["Enter", "Xuất", "F2", "Xuất"]
    export.press("down")
    assert export.lines[-1].split()[:2] == ["F2", "Xuất"]


def test_on_a_list_over_it_the_cursor_stays(export: Screens) -> None:
    export.press("down", "f1", "escape")
    assert "Bản" in export.cursor_line


def test_what_stands_below_the_last_choice_can_be_read(tmp_path: Path) -> None:
    for number in range(4):
        (Path.cwd() / f"mau-{number}.docx").write_bytes(b"PK")
    with opened(tmp_path, 40, 20) as narrow:
        narrow.app.export_folder = ExportFolder.of_this_machine()
        narrow.press("8", *["down"] * 20)
        assert "Theo mẫu" in narrow.cursor_line
        assert "mau-0.docx" in narrow.text
