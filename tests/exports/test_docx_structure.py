"""What the file is made of, in hard values: what a person finds who goes on editing it in Word."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from lxml import etree
from support.docx_file import W, headings_counted, opened, parts, root, runs_marked, shown, style_of, styled, value
from support.forms import other, shipped
from support.outlines import all_of
from support.wide_reports import (
    BODIES,
    LONG_BODY,
    edited,
    other_year,
    own_items,
    report,
    sample,
    with_marker,
    with_numbering,
    written,
)
from support.years import year

from tthtcd_tui.errors import UnwritableText
from tthtcd_tui.exports.docx import docx_bytes
from tthtcd_tui.exports.word.widths import text_width
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.numbering import Numbering
from tthtcd_tui.report.outline import BulletList, Heading, KeyValue, KeyValues, Paragraph, Run, Table
from tthtcd_tui.report.place import Place

SAMPLE = docx_bytes(report())
DRAFT = docx_bytes(compose(shipped(), sample(), draft=True))
EMPTY = docx_bytes(compose(shipped(), year(shipped()), draft=True))


def named(made: bytes, style: str) -> ParagraphStyle:
    """A paragraph style by the name Word shows."""
    found = opened(made).styles[style]
    assert isinstance(found, ParagraphStyle)
    return found


# -- the package ------------------------------------------------------------------------------------------------------


def test_the_parts_and_no_other() -> None:
    assert sorted(parts(SAMPLE)) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]


@pytest.mark.parametrize("made", [SAMPLE, DRAFT, EMPTY], ids=["sample", "draft", "empty"])
def test_no_trace_of_a_maker(made: bytes) -> None:
    for part, content in parts(made).items():
        for trace in (
            "rsid",
            "Office Theme",
            "asciiTheme=",
            "python-docx",
            "Calibri",
            "Cambria",
            "proofErr",
            "bookmark",
        ):
            assert trace not in content.decode("utf-8"), (part, trace)
    assert "2013" not in parts(made)["docProps/core.xml"].decode("utf-8")


def test_the_core_properties_are_the_reports_own() -> None:
    core = opened(SAMPLE).core_properties
    assert core.title == ("Báo cáo tự đánh giá tổ chức, hoạt động của Trung tâm học tập cộng đồng năm học 2020-2021")
    assert core.author == "Trung tâm học tập cộng đồng phường Mạo Khê"
    assert core.last_modified_by == core.author
    assert core.created == core.modified == datetime(2021, 6, 5, tzinfo=UTC)
    assert core.language == "vi-VN"
    assert core.revision == 1
    assert core.content_status == ""


def test_a_year_without_a_date_is_dated_by_its_last_day() -> None:
    undated = compose(shipped(), edited(sample(), {"report/date": ""}), draft=True)
    assert undated.dated == date(2021, 8, 31)
    core = opened(docx_bytes(undated)).core_properties
    assert core.created == core.modified == datetime(2021, 8, 31, tzinfo=UTC)


def test_names_longer_than_a_property_may_be_are_cut_there_and_nowhere_else() -> None:
    """A core property holds 255 characters; Word refuses a file with more. What is cut shows it."""
    long = "Trung tâm " + " ".join(["học tập"] * 60)
    made = docx_bytes(report(issuer=long))
    assert opened(made).core_properties.author == long[:254] + "…"
    assert long.upper() in shown(opened(made))


# -- the page ---------------------------------------------------------------------------------------------------------


def test_the_page() -> None:
    [section] = opened(SAMPLE).sections
    assert (round(section.page_width or 0, -4), round(section.page_height or 0, -4)) == (7_560_000, 10_690_000)
    for side, least, most in (
        (section.top_margin, 20, 25), (section.bottom_margin, 20, 25),
        (section.left_margin, 30, 35), (section.right_margin, 15, 20),
    ):  # fmt: skip
        assert side is not None
        assert least - 0.02 <= side.mm <= most + 0.02
    assert section.different_first_page_header_footer


def test_page_numbers_stand_on_every_page_but_the_first() -> None:
    [section] = opened(SAMPLE).sections
    header = etree.fromstring(parts(SAMPLE)["word/header1.xml"])
    assert section.header.part.partname == "/word/header1.xml"
    kinds = [value(mark, "fldCharType") for mark in header.iter(W + "fldChar")]
    assert kinds == ["begin", "separate", "end"]
    assert "".join(header.itertext(W + "instrText")).strip() == "PAGE"
    assert section.header.paragraphs[0].style is not None
    assert section.header.paragraphs[0].style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert [paragraph.text for paragraph in section.first_page_header.paragraphs] == [""]
    assert not list(section.first_page_header._element.iter(W + "fldChar"))
    numbers = root(SAMPLE).find(f".//{W}sectPr/{W}pgNumType")
    assert (value(numbers, "fmt"), value(numbers, "start")) == ("decimal", "1")


# -- language and lettering -------------------------------------------------------------------------------------------


def test_one_font_in_all_its_slots_and_one_language() -> None:
    sheet = root(SAMPLE, "word/styles.xml")
    fonts = sheet.findall(f".//{W}rFonts")
    assert [sorted((key.removeprefix(W), name) for key, name in font.attrib.items()) for font in fonts] == [
        [(slot, "Times New Roman") for slot in ("ascii", "cs", "eastAsia", "hAnsi")]
    ]
    languages = sheet.findall(f".//{W}lang")
    assert [(value(language), value(language, "eastAsia")) for language in languages] == [("vi-VN", "vi-VN")]
    assert not root(SAMPLE).findall(f".//{W}lang")


@pytest.mark.parametrize(
    ("style", "points", "bold", "italic"),
    [
        ("Normal", None, None, None),
        ("Title", None, True, None),
        ("Heading 1", None, True, None),
        ("Heading 2", None, True, None),
        ("Quốc hiệu", 12, True, None),
        ("Tiêu ngữ", 13, True, None),
        ("Cơ quan chủ quản", 12, None, None),
        ("Cơ quan ban hành", 12, True, None),
        ("Số, ký hiệu", 13, None, None),
        ("Địa danh, ngày tháng", 13, None, True),
        ("Căn cứ", None, None, True),
        ("Nơi nhận - tiêu đề", 12, True, True),
        ("Nơi nhận", 11, None, None),
    ],
)
def test_styles_say_how_a_line_looks(style: str, points: int | None, bold: bool | None, italic: bool | None) -> None:
    font = named(SAMPLE, style).font
    assert (font.size.pt if font.size is not None else None, font.bold, font.italic) == (points, bold, italic)


def test_what_no_style_says_is_fourteen_points() -> None:
    defaults = root(SAMPLE, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults is not None
    assert (value(defaults.find(W + "sz")), value(defaults.find(W + "szCs"))) == ("28", "28")


def test_each_line_has_the_style_that_is_its_name() -> None:
    assert styled(SAMPLE, "Quốc hiệu") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert styled(SAMPLE, "Tiêu ngữ") == ["Độc lập - Tự do - Hạnh phúc"]
    assert styled(SAMPLE, "Cơ quan chủ quản") == ["UBND PHƯỜNG MẠO KHÊ"]
    assert " ".join(styled(SAMPLE, "Cơ quan ban hành")) == "TRUNG TÂM HỌC TẬP CỘNG ĐỒNG PHƯỜNG MẠO KHÊ"
    assert styled(SAMPLE, "Số, ký hiệu") == ["Số: 05/BC-TTHTCĐ"]
    assert styled(SAMPLE, "Địa danh, ngày tháng") == ["Mạo Khê, ngày 05 tháng 6 năm 2021"]
    assert styled(SAMPLE, "Title") == ["BÁO CÁO"]
    assert styled(SAMPLE, "heading 1")[0] == "ĐẶC ĐIỂM TÌNH HÌNH ĐỊA PHƯƠNG"
    assert styled(SAMPLE, "heading 2")[0] == "Ban Giám đốc"
    assert styled(SAMPLE, "Nơi nhận") == ["- Như trên;", "- Thường trực Đảng ủy, UBND phường;", "- Lưu: VT."]
    assert styled(SAMPLE, "Họ tên người ký") == ["Vũ Thanh Hải"]
    law = "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019."
    assert styled(docx_bytes(report(legal_basis="Luật Giáo dục ngày 14 tháng 6 năm 2019")), "Căn cứ") == [law]


def test_no_run_is_formatted_by_hand() -> None:
    assert not root(SAMPLE).findall(f".//{W}r/{W}rPr")
    formats = root(EMPTY).findall(f".//{W}r/{W}rPr")
    assert {tuple(child.tag for child in one) for one in formats} == {(W + "highlight",)}


def test_only_rules_cells_and_what_parts_tables_are_empty() -> None:
    """A person does not move text about with empty lines, and neither does a report."""
    empty = Counter(style_of(p) for p in root(SAMPLE).iter(W + "p") if not "".join(p.itertext(W + "t")))
    assert empty == {
        "Đường kẻ": 3,  # under motto, name and title
        "Nội dung bảng": 2,  # xóa mù chữ: «không có»
        "Nhóm của bảng": 2,  # Các chuyên đề: numbers stand below it
        "Tổng của bảng": 1,  # no marker beside TỔNG
        "Ngăn cách": 1,  # Word asks for a paragraph after the last table
    }


def test_a_sentence_is_one_run() -> None:
    """Made of words and figures, it is edited as a sentence, not as the pieces it was made of."""
    lines = [p for p in root(SAMPLE).iter(W + "p") if "40.000 người" in "".join(p.itertext(W + "t"))]
    assert [(len(p.findall(f"{W}r")), len(p.findall(f"{W}r/{W}t"))) for p in lines] == [(1, 1)]


# -- headings ---------------------------------------------------------------------------------------------------------

NUMBERED: list[tuple[Form, list[str]]] = [
    (shipped(), ["I.", "II.", "1.", "2.", "3.", "4.", "III.", "1.", "2.", "IV.", "V."]),
    (with_numbering("letter", "roman"), ["A.", "B.", "I.", "II.", "III.", "IV.", "C.", "I.", "II.", "D.", "E."]),
    (with_numbering("letter", "arabic"), ["A.", "B.", "1.", "2.", "3.", "4.", "C.", "1.", "2.", "D.", "E."]),
    (with_numbering("arabic", "letter"), ["1.", "2.", "A.", "B.", "C.", "D.", "3.", "A.", "B.", "4.", "5."]),
    (with_numbering("part", "arabic"), ["", "", "1.", "2.", "3.", "4.", "", "1.", "2.", "", ""]),
]


@pytest.mark.parametrize(("form", "labels"), NUMBERED, ids=["-".join(form.numbering) for form, _ in NUMBERED])
def test_word_counts_the_headings_as_the_outline_does(form: Form, labels: list[str]) -> None:
    outline = written(form)
    made = docx_bytes(outline)
    assert headings_counted(made) == labels
    told = [block.label for block in all_of(outline, Heading)]
    assert [label if label.endswith(".") else "" for label in told] == labels


def test_a_part_in_words_is_typed_above_its_title() -> None:
    made = docx_bytes(compose(other(), other_year()))
    [first, second, *_] = [p for p in root(made).iter(W + "p") if value(p.find(f"{W}pPr/{W}pStyle")) == "Heading1"]
    assert list(first.itertext(W + "t")) == ["Phần thứ nhất", "TÌNH HÌNH CHUNG"]
    assert list(second.itertext(W + "t")) == ["Phần thứ hai", "TỔ CHỨC THỰC HIỆN"]
    assert [len(p.findall(f".//{W}br")) for p in (first, second)] == [1, 1]
    for p in (first, second):
        assert value(p.find(f"{W}pPr/{W}jc")) == "center"
        assert value(p.find(f"{W}pPr/{W}ind"), "firstLine") == "0"


def test_a_heading_is_not_justified_and_has_room_of_its_own_only_where_it_is_long() -> None:
    """Half a line of capitals, justified, is torn apart; what fits on its line is left to its style."""
    headings = [p for p in root(SAMPLE).iter(W + "p") if style_of(p) == "heading 1"]
    assert named(SAMPLE, "Heading 1").paragraph_format.alignment == WD_ALIGN_PARAGRAPH.LEFT
    assert named(SAMPLE, "Heading 2").paragraph_format.alignment == WD_ALIGN_PARAGRAPH.LEFT
    own = [p.find(f"{W}pPr/{W}ind") for p in headings]
    assert [indent is not None for indent in own] == [False, False, False, True, False]  # IV. alone takes two lines
    assert (value(own[3], "left"), value(own[3], "firstLine")) == ("0", "720")
    assert int(value(own[3], "right") or "0") > 400


def test_no_line_break_is_typed_where_a_person_will_edit() -> None:
    for outline in (report(), report(addressees=LONG_BODY), report(addressees="; ".join(BODIES))):
        assert not list(root(docx_bytes(outline)).iter(W + "br"))


def test_headings_and_what_is_signed_keep_with_what_follows() -> None:
    document = opened(SAMPLE)
    for name in ("Heading 1", "Heading 2", "Title", "Trích yếu", "Tiêu đề bảng", "Chức vụ"):
        assert named(SAMPLE, name).paragraph_format.keep_with_next, name
    body = document.element.body
    [*_, last_words, sign_off, _below, _section] = body
    assert (last_words.tag, sign_off.tag) == (W + "p", W + "tbl")
    assert last_words.find(f"{W}pPr/{W}keepNext") is not None
    assert "".join(last_words.itertext(W + "t")).endswith("./.")
    assert len(sign_off.findall(f".//{W}cantSplit")) == len(sign_off.findall(f".//{W}tr"))


# -- points -----------------------------------------------------------------------------------------------------------


def test_points_count_in_vietnamese_letters() -> None:
    made = docx_bytes(written(with_marker("letters"), own_items("van_ban", 18)))
    found = [match[1] for line in shown(opened(made)) if (match := re.match(r"([a-zđ])\) ", line))]
    assert "".join(found) == "abcdđeghiklmnopqrstuvxy"


def test_dashes() -> None:
    made = docx_bytes(written(with_marker("dashes"), own_items("van_ban", 3)))
    lines = shown(opened(made))
    at = lines.index("Triển khai và thực hiện văn bản chỉ đạo của cấp trên")
    end = lines.index("Công tác xây dựng kế hoạch hoạt động")
    assert sum(line.startswith("- ") for line in lines[at:end]) == 8


# -- the results ------------------------------------------------------------------------------------------------------


def test_the_results_are_a_table_whose_header_repeats_and_whose_rows_stay_whole() -> None:
    [_, results, _] = opened(SAMPLE).tables
    rows = [[cell.text for cell in row.cells] for row in results.rows]
    assert rows[0] == ["TT", "Nội dung", "Số lớp", "Số lượt người tham gia"]
    assert rows[1] == ["1", "Học chương trình xóa mù chữ", "", ""]
    assert rows[4] == ["a", "Giáo dục pháp luật", "26", "2.554"]
    assert rows[-1] == ["", "TỔNG", "445", "43.117"]
    assert len(rows) == 1 + 12 + 1
    marks = [(tr.find(f"{W}trPr/{W}tblHeader") is not None, tr.find(f"{W}trPr/{W}cantSplit") is not None)
             for tr in results._tbl.iter(W + "tr")]  # fmt: skip
    assert marks == [(True, True)] + [(False, True)] * 13
    assert [style_of(p) for p in results._tbl.findall(f"{W}tr")[-1].iter(W + "p")] == ["Tổng của bảng"] * 4
    assert named(SAMPLE, "Tổng của bảng").font.bold


def test_the_columns_fill_the_text_and_numbers_stand_to_the_right() -> None:
    [_, results, _] = root(SAMPLE).findall(f".//{W}tbl")
    widths = [int(value(column, "w") or "0") for column in results.findall(f"{W}tblGrid/{W}gridCol")]
    [section] = opened(SAMPLE).sections
    text = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    assert sum(widths) * 635 == text
    for row in results.findall(f"{W}tr")[1:]:
        sides = [value(p.find(f"{W}pPr/{W}jc")) for p in row.iter(W + "p")]
        assert sides == ["center", "left", "right", "right"]


def test_a_column_is_as_wide_as_its_longest_number() -> None:
    huge = {str(place): "999.999.999.999.999" for place in sample().answers if place.kind == "results"}
    [_, results, _] = root(docx_bytes(written(shipped(), huge))).findall(f".//{W}tbl")
    widths = [int(value(column, "w") or "0") for column in results.findall(f"{W}tblGrid/{W}gridCol")]
    # TỔNG, bold 13 pt: 10 digits more than the row it adds up are 6.5 pt each, its stops 3.25.
    assert min(widths[2:]) >= (17 * 6.5 + 5 * 3.25) * 20
    [_, plain_results, _] = root(SAMPLE).findall(f".//{W}tbl")
    assert sum(widths) == sum(int(value(c, "w") or "0") for c in plain_results.findall(f"{W}tblGrid/{W}gridCol"))


def test_a_gap_takes_two_lines_and_leaves_the_names_of_the_rows_their_room() -> None:
    [_, results, _] = root(EMPTY).findall(f".//{W}tbl")
    widths = [int(value(column, "w") or "0") for column in results.findall(f"{W}tblGrid/{W}gridCol")]
    assert "[Chưa nhập: Số lượt người tham gia]" in shown(opened(EMPTY))
    # The longest name, 13 pt, on one line; and the longer half of each gap.
    for words, width in (
        ("Phổ biến kiến thức qua đài truyền thanh", widths[1]),
        ("[Chưa nhập:", widths[2]),
        ("[Chưa nhập: Số lượt", widths[3]),
    ):
        assert text_width(words, 26) + 2 * 85 < width, words


def test_running_text_above_a_table_keeps_a_distance_and_stays_with_it() -> None:
    [table] = all_of(report(), Table)
    two = (Run("- một;"),), (Run("- hai."),)
    outlines = (
        (Paragraph(two[0]), Paragraph(two[1]), table),
        (BulletList(two), table),
        (KeyValues(tuple(KeyValue((), line) for line in two)), table),
    )
    for blocks in outlines:
        made = docx_bytes(report()._replace(blocks=blocks))
        assert styled(made, "Body Text") == ["- một;"]
        assert styled(made, "Đoạn trước bảng") == ["- hai."]
    style = named(made, "Đoạn trước bảng")
    assert style.base_style is not None
    assert (style.base_style.name, style.paragraph_format.keep_with_next) == ("Body Text", True)
    assert (style.paragraph_format.space_before, style.paragraph_format.space_after) == (Pt(6), Pt(3))
    assert styled(SAMPLE, "Đoạn trước bảng") == []  # a heading has its own


# -- drafts -----------------------------------------------------------------------------------------------------------


def test_a_draft_says_so_on_its_first_page_and_in_its_properties() -> None:
    document = opened(DRAFT)
    assert [p.text for p in document.sections[0].first_page_header.paragraphs] == ["DỰ THẢO"]
    assert document.core_properties.content_status == "Dự thảo"
    assert "DỰ THẢO" not in "".join(shown(document))
    assert "DỰ THẢO" not in parts(DRAFT)["word/header1.xml"].decode("utf-8")
    assert parts(DRAFT)["word/header1.xml"] == parts(SAMPLE)["word/header1.xml"]


def test_only_a_real_gap_is_marked() -> None:
    assert runs_marked(SAMPLE) == runs_marked(DRAFT) == []
    marked = runs_marked(EMPTY)
    assert marked
    assert all(re.fullmatch(r"\[Chưa nhập: [^\]]+\]", text) for text in marked)
    every = re.findall(r"\[Chưa nhập: [^\]]+\]", "\n".join(shown(opened(EMPTY))))
    assert sorted(every) == sorted(marked)


def test_the_blanks_a_hand_fills_in_are_not_marked() -> None:
    blank = compose(
        shipped(), edited(sample(), {"report/number": "", "report/date": "", "report/signer": ""}), draft=True
    )
    made = docx_bytes(blank)
    assert runs_marked(made) == []
    assert styled(made, "Số, ký hiệu") == ["Số:     /BC-TTHTCĐ"]
    assert styled(made, "Địa danh, ngày tháng") == ["Mạo Khê, ngày    tháng    năm    "]


# -- what only an Outline can hold ------------------------------------------------------------------------------------


def test_tabs_and_line_breaks_are_elements() -> None:
    heading = Heading(1, Numbering.ROMAN, "I.", (Run("A\tB\nC"),), "x")
    made = docx_bytes(report()._replace(blocks=(heading,)))
    [found] = opened(made).paragraphs[:1]
    assert found.text == "A\tB\nC"
    assert [child.tag for child in found._p.iter(W + "t", W + "tab", W + "br")] == [
        W + name for name in ("t", "tab", "t", "br", "t")
    ]


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_refused_with_its_place(character: str) -> None:
    """Cleaned text has none of these; dropping one in silence would change what was written."""
    place = Place("figure/dan_so")
    paragraph = Paragraph((Run(f"Dân số{character}", place),))
    with pytest.raises(UnwritableText) as refused:
        docx_bytes(report()._replace(blocks=(paragraph,)))
    assert refused.value.place == place
    assert f"U+{ord(character):04X}" in refused.value.message
    assert "figure/dan_so" in refused.value.message
    with pytest.raises(UnwritableText):
        docx_bytes(report()._replace(title=character))


def test_a_list_has_a_paragraph_an_item() -> None:
    block = BulletList(((Run("- một;"),), (Run("- hai."),)))
    assert shown(opened(docx_bytes(report()._replace(blocks=(block,))))) == ["- một;", "- hai."]


def test_two_tables_that_touch_are_kept_apart() -> None:
    """Word makes one table of two with nothing between them."""
    [table] = all_of(report(), Table)
    made = root(docx_bytes(report()._replace(blocks=(table, table))))
    assert [child.tag for child in made[0]] == [W + name for name in ("tbl", "p", "tbl", "p", "sectPr")]
