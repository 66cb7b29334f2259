"""What a Word file looks like: each style with all it inherits, its paper, what stands on every page."""

from __future__ import annotations

import re

import pytest
from support.own_templates import LIBREOFFICE, add, bare, paragraph_style, saved, sound, with_part

from tthtcd_tui.errors import UnusableFile
from tthtcd_tui.imports.sources.word_look import read_look
from tthtcd_tui.report.document_look import DocumentLook, PageLook, StyleLook, from_tree


def style(look: DocumentLook, name: str) -> StyleLook:
    (found,) = [each for each in look.styles if each.name.lower() == name.lower()]
    return found


def test_a_theme_s_font_and_a_colour_are_told() -> None:
    look = read_look(saved(bare()))
    assert look.page == PageLook(12_240, 15_840, 1_440, 1_800, 1_440, 1_800)
    heading = style(look, "heading 1")
    assert (heading.font, heading.size, heading.colour, heading.is_bold) == ("Calibri", 28, "365F91", True)
    assert (look.number, look.is_first_numbered, look.above, look.paragraphs) == ("", False, "", 0)


@pytest.mark.parametrize("data", [saved(sound()), LIBREOFFICE.read_bytes()], ids=["python-docx", "LibreOffice"])
def test_the_same_is_read_whoever_saved_it(data: bytes) -> None:
    look = read_look(data)
    assert [round(length / 56.6929) for length in look.page] == [210, 297, 25, 20, 25, 35]
    body = style(look, "Body Text")
    assert (body.font, body.size, body.align, body.first_line, body.line) == ("Times New Roman", 26, "both", 567, 312)
    assert (body.before, body.after, body.colour) == (120, 0, "")
    assert style(look, "Quốc hiệu")[3:6] == (26, True, False)
    assert (look.number, look.is_first_numbered) == ("header", False)


def test_a_style_based_on_itself_is_read() -> None:
    def circle(sheet: bytes) -> bytes:
        return re.sub(rb'(w:styleId="BodyText">.*?<w:basedOn w:val=")Normal', rb"\1BodyText", sheet, flags=re.DOTALL)

    data = with_part(saved(sound()), "word/styles.xml", circle)
    assert style(read_look(data), "Body Text").size == 26


def test_sizes_that_are_no_sizes_count_as_not_said() -> None:
    def spoil(sheet: bytes) -> bytes:
        return sheet.replace(b'w:val="26"', b'w:val="hai muoi"').replace(b'w:firstLine="567"', b'w:firstLine="9e9"')

    body = style(read_look(with_part(saved(sound()), "word/styles.xml", spoil)), "Body Text")
    assert (body.size, body.first_line) == (20, 0)


def test_what_stands_on_every_page_and_in_the_text_is_told() -> None:
    document = sound()
    document.sections[0].footer.paragraphs[0].text = "Địa chỉ: khu 5, phường Mạo Khê"
    document.add_paragraph("Cộng hòa xã hội chủ nghĩa Việt Nam")
    document.add_paragraph("Độc lập-Tự do-Hạnh phúc")
    look = read_look(saved(document))
    assert look.below == "Địa chỉ: khu 5, phường Mạo Khê"
    assert (look.nation, look.motto) == ("Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập-Tự do-Hạnh phúc")
    assert look.paragraphs == 2


def test_underline_and_shading_are_told() -> None:
    document = sound()
    paragraph_style(document, "Title").font.underline = True
    add(document, "Trích yếu", 13).font.strike = True
    look = read_look(saved(document))
    assert [style(look, name).is_adorned for name in ("Title", "Trích yếu", "Body Text")] == [True, True, False]


def test_it_goes_through_json_and_back() -> None:
    look = read_look(saved(sound()))
    assert from_tree(look.to_tree()) == look


@pytest.mark.parametrize(
    "change",
    [{"page": [1, 2]}, {"page": [10**9] * 6}, {"styles": [["a"]]}, {"above": "x" * 999}, {"number": 3}],
    ids=["short", "huge", "no style", "long", "no word"],
)
def test_a_process_that_was_tricked_is_not_believed(change: dict[str, object]) -> None:
    with pytest.raises(UnusableFile):
        from_tree({**read_look(saved(sound())).to_tree(), **change})
