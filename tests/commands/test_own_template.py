"""`tthtcd export … --template`: a centre's own Word file gives the report its styles, whoever saved it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from support.nd30.check import failures
from support.own_templates import LIBREOFFICE, bare, saved, sound, with_part

from tthtcd_tui.cli import main
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes

Told = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TTHTCD_DB", str(tmp_path / "a.db"))
    Path("mau.json").write_bytes(sample_bytes(SAMPLE_YEAR))


def export(data: bytes, out: str = "a.docx", name: str = "mau.docx") -> int:
    Path(name).write_bytes(data)
    return main(["export", "mau.json", "-o", out, "--plain", "--force", "--template", name])


@pytest.mark.parametrize("data", [saved(sound()), LIBREOFFICE.read_bytes()], ids=["python-docx", "LibreOffice"])
def test_the_report_is_written_in_its_styles(data: bytes, capsys: Told) -> None:
    assert export(data) == 0
    made = Path("a.docx").read_bytes()
    assert failures(made) == []
    document = docx.Document("a.docx")
    section, body = document.sections[0], document.styles["Body Text"]
    assert [round(each.mm) for each in (section.left_margin, section.right_margin, section.top_margin)] == [35, 20, 25]  # type: ignore[union-attr]
    assert body.element.xpath("w:rPr/w:sz/@w:val | w:pPr/w:ind/@w:firstLine | w:pPr/w:spacing/@w:line") == [
        "312",
        "567",
        "26",
    ]
    told = capsys.readouterr().err
    assert "Mẫu chưa có kiểu cho phần đầu văn bản" in told
    assert "Kiểu “" not in told, "nothing in it breaks the Decree"


def test_what_breaks_the_decree_is_told_and_the_report_keeps_it(capsys: Told) -> None:
    assert export(saved(bare())) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[1].startswith("Mẫu mau.docx có ")
    assert any("Khổ giấy" in line for line in told)
    assert any("phông “Calibri”, Nghị định 30 quy định Times New Roman" in line for line in told)
    assert failures(Path("a.docx").read_bytes()) == []


def test_our_own_report_as_a_template_gives_the_same_report() -> None:
    assert main(["export", "mau.json", "-o", "goc.docx", "--plain"]) == 0
    assert export(Path("goc.docx").read_bytes()) == 0
    assert Path("a.docx").read_bytes() == Path("goc.docx").read_bytes()


def test_a_template_of_word_s_kind_will_do() -> None:
    def as_template(types: bytes) -> bytes:
        return types.replace(b"document.main+xml", b"template.main+xml")

    assert export(with_part(saved(sound()), "[Content_Types].xml", as_template), name="mau.dotx") == 0


_LINKS = "word/_rels/document.xml.rels"
_END = b"</Relationships>"
_OUTSIDE = b'<Relationship Id="x" Type="image" Target="http://a.b/c" TargetMode="External"/>' + _END


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Tệp trống"),
        (saved(sound())[:3_000], "bị hỏng hoặc bị cắt cụt"),
        (b"{\\rtf1 a}", "RTF không nhận"),
        (b"Xin chao", "không phải tệp .docx dùng được"),
        (with_part(saved(sound()), "word/vbaProject.bin", lambda _: b"x"), "có macro"),
        (with_part(saved(sound()), "../../a", lambda _: b"x"), "đường dẫn trỏ ra ngoài"),
        (with_part(saved(sound()), "word/styles.xml", lambda _: b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "DTD"),
        (with_part(saved(sound()), "word/styles.xml", lambda _: b"<a" * 99), "bị hỏng"),
        (with_part(saved(sound()), "word/styles.xml", lambda _: b"<a>" * 9_999 + b"</a>" * 9_999), "bị hỏng"),
        (with_part(saved(sound()), "word/theme/theme1.xml", lambda _: b" " * 9_000_000), "lớn bất thường"),
        (with_part(saved(sound()), _LINKS, lambda links: links.replace(_END, _OUTSIDE)), "bên ngoài"),
    ],
    ids=["empty", "truncated", "rtf", "text", "macro", "path", "dtd", "no xml", "deep", "bomb", "external"],
)  # fmt: skip
def test_a_hostile_or_damaged_file_is_refused_in_words(data: bytes, words: str, capsys: Told) -> None:
    assert export(data) == 3
    assert words in capsys.readouterr().err
    assert not Path("a.docx").exists(), "nothing is written"


def test_a_spreadsheet_is_no_template(capsys: Told) -> None:
    with zipfile.ZipFile("so.xlsx", "w") as book:
        book.writestr("xl/workbook.xml", "<a/>")
    assert export(Path("so.xlsx").read_bytes(), name="so.xlsx") == 3
    assert "Tệp mẫu phải là tệp Word .docx hoặc .dotx" in capsys.readouterr().err


@pytest.mark.parametrize("out", ["a.txt", "a.json", "a.xlsx", "a.zip"])
def test_only_what_word_opens_has_styles(out: str, capsys: Told) -> None:
    assert export(saved(sound()), out=out) == 2
    assert "--template chỉ dùng khi dựng báo cáo Word hoặc PDF" in capsys.readouterr().err


def test_a_final_report_keeps_the_file_it_was_signed_as(capsys: Told) -> None:
    assert main(["import", "mau.json", "--user", "lan"]) == 0
    assert main(["finalise", "2020-2021", "--user", "lan"]) == 0
    Path("mau.docx").write_bytes(saved(sound()))
    asked = ["export", "2020-2021", "-o", "a.docx", "--template", "mau.docx", "--user", "lan"]
    assert main(asked) == 3
    assert "đã chốt, tệp được giữ nguyên từng byte, không đổi kiểu chữ" in capsys.readouterr().err
    assert main([*asked, "--draft"]) == 0
