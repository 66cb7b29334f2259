"""Every rule of sign-off, recipients, appendices and words fails when it is broken, and no other rule with it."""

from __future__ import annotations

import pytest
from support.matrix import long_rows
from support.nd30.check import failures
from support.nd30.failure import END_RULES, WORD_RULES, Failure
from support.sound_report import (
    ADDRESSEE,
    APPENDIX_SECTION,
    ATTACHED,
    CAPACITY,
    CLOSING,
    COPIES,
    COPIES_LABEL,
    DATED,
    FIRST_HEADER,
    LAST_SECTION,
    MARGINS,
    NAME,
    NUMBER,
    PAPER,
    SIGN_OFF,
    TITLE,
    Change,
    both,
    cell,
    changed,
    inside,
    moved,
    new_style,
    packed,
    paragraph,
    row,
    sound_parts,
    style,
    table,
    text,
)

HIGHLIGHTED = (
    '</w:t></w:r><w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>[Chưa nhập: loại đô thị]</w:t></w:r><w:r><w:t>'
)
IN_APPENDIX = APPENDIX_SECTION[APPENDIX_SECTION.index("<w:tbl>") :]
RESTART = '<w:pgNumType w:start="1"/>'


def signed(*lines: str) -> Change:
    return text(CAPACITY, "".join(paragraph("Capacity", line) for line in lines))


def appended(*changes: Change, last: str = RESTART) -> Change:
    """The report with an appendix, and `changes` made to it."""
    return both(
        text("Trên đây là", "Các lớp ghi ở Phụ lục. Trên đây là"),
        text(SIGN_OFF + LAST_SECTION, SIGN_OFF + APPENDIX_SECTION + LAST_SECTION.replace("<w:titlePg/>", last)),
        *changes,
    )


def twice_appended(first: str, second: str, restart: str = RESTART) -> Change:
    """The report with two appendices of these names, the first with pages of its own."""
    return both(
        text("Trên đây là", "Các lớp ghi ở Phụ lục I và Phụ lục II, như phụ lục. Trên đây là"),
        text(
            SIGN_OFF + LAST_SECTION,
            SIGN_OFF
            + APPENDIX_SECTION.replace(">Phụ lục<", f">{first}<")
            + APPENDIX_SECTION.replace(">Phụ lục<", f">{second}<").replace("<w:titlePg/>", restart)
            + LAST_SECTION.replace("<w:titlePg/>", RESTART),
        ),
    )


BREAKS: dict[str, dict[str, Change]] = {
    "signoff": {
        "no columns": both(text(SIGN_OFF, ""), text(CLOSING, CLOSING)),
        "in different rows": text(
            SIGN_OFF,
            table(
                (4394, 4394),
                row(cell(4394, paragraph("Normal", "")), cell(4394, CAPACITY)),
                row(cell(4394, COPIES_LABEL, COPIES), cell(4394, NAME)),
            ),
        ),
        "not level": inside(COPIES_LABEL, "</w:pPr>", '<w:spacing w:before="240"/></w:pPr>'),
    },
    "capacity": {
        "13 pt without capitals": both(style("Capacity", run='<w:b/><w:sz w:val="26"/>'), text("GIÁM ĐỐC", "Giám đốc")),
        "12 pt": both(
            new_style("Small", "Capacity", run='<w:sz w:val="24"/>'), inside(CAPACITY, '"Capacity"', '"Small"')
        ),
        "in lower case": text("GIÁM ĐỐC", "Giám đốc"),
        "not bold": inside(CAPACITY, '"Capacity"', '"Centred"'),
        "to the left": moved(CAPACITY),
        "KT. alone": signed("KT. GIÁM ĐỐC"),
        "KT. without a deputy": signed("KT. GIÁM ĐỐC", "KẾ TOÁN"),
        "KT without a stop": signed("KT GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        "a deputy without KT.": signed("PHÓ GIÁM ĐỐC"),
        "TM. before a head": signed("TM. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        "TL. alone": signed("TL. GIÁM ĐỐC"),
    },
    "signing-room": {
        "none": text('w:before="1600"', 'w:before="400"'),
    },
    "signer": {
        "with a post below": text(NAME, NAME + paragraph("Capacity", "Phó Chủ tịch")),
        "none": text(NAME, ""),
        "in capitals": text("Nguyễn Thị Lan", "NGUYỄN THỊ LAN"),
        "with a title": text("Nguyễn Thị Lan", "ThS. Nguyễn Thị Lan"),
        "Bà": text("Nguyễn Thị Lan", "Bà Nguyễn Thị Lan"),
        "not bold": inside(NAME, '"Capacity"', '"Centred"'),
        "to the right": inside(NAME, "</w:pPr>", '<w:jc w:val="right"/></w:pPr>'),
    },
    "recipients-label": {
        "set in": style("CopiesLabel", paragraph='<w:ind w:firstLine="200"/>'),
        "upright": style("CopiesLabel", run='<w:b/><w:sz w:val="24"/>'),
        "not bold": style("CopiesLabel", run='<w:i/><w:sz w:val="24"/>'),
        "13 pt": style("CopiesLabel", run='<w:b/><w:i/><w:sz w:val="26"/>'),
        "without a colon": text("Nơi nhận:", "Nơi nhận"),
        "centred": style("CopiesLabel", paragraph='<w:jc w:val="center"/>'),
    },
    "recipients": {
        "none": text(COPIES, ""),
        "12 pt": style("Copies", run='<w:sz w:val="24"/>'),
        "slanted": style("Copies", run='<w:i/><w:sz w:val="22"/>'),
        "set in": style("Copies", paragraph='<w:ind w:left="200"/>'),
        "without «Như trên»": text(paragraph("Copies", "- Như trên;"), ""),
        "«Như trên» second": text(
            COPIES,
            paragraph("Copies", "- Đảng ủy;") + paragraph("Copies", "- Như trên;") + paragraph("Copies", "- Lưu: VT."),
        ),
        "«Như trên» with nobody addressed": text(ADDRESSEE, ""),
        "without «Lưu: VT.»": text(paragraph("Copies", "- Lưu: VT."), paragraph("Copies", "- Lưu: TTHTCĐ.")),
        "«Lưu» without a stop": text("Lưu: VT.", "Lưu: VT"),
        "without a semicolon": text("Đảng ủy;", "Đảng ủy"),
        "without a dash": text("- Thường trực", "Thường trực"),
    },
    "appendix": {
        "not cited": appended(text("ở Phụ lục", "sau đây")),
        "13 pt": appended(style("AppendixLabel", run='<w:sz w:val="26"/>')),
        "its title in lower case": appended(text("DANH SÁCH LỚP HỌC", "Danh sách lớp học")),
        "not attached to anything": appended(text(ATTACHED, "(Trích từ sổ)")),
        "attached in upright letters": appended(style("Attached", run="")),
        "in capitals": appended(text(">Phụ lục<", ">PHỤ LỤC<")),
        "no title": appended(text(paragraph("Appendix", "DANH SÁCH LỚP HỌC"), "")),
        "several without numbers": twice_appended("Phụ lục", "Phụ lục"),
        "several out of order": twice_appended("Phụ lục II", "Phụ lục I"),
    },
    "appendix-pages": {
        "counting on": appended(last=""),
        "the first counting on": twice_appended("Phụ lục I", "Phụ lục II", restart=""),
    },
    "appendix-start": {
        "on the same page": appended(
            text(f"{PAPER}{MARGINS}{RESTART}", f'<w:type w:val="continuous"/>{PAPER}{MARGINS}{RESTART}')
        ),
    },
    "appendix-reference": {
        "another number": appended(text(ATTACHED, ATTACHED.replace("05/BC", "04/BC"))),
        "another day": appended(text(ATTACHED, ATTACHED.replace("ngày 05", "ngày 04"))),
        "another body": appended(text(ATTACHED, ATTACHED.replace("phường Mạo Khê", "phường Bình Khê"))),
        "a body half named": appended(text(ATTACHED, ATTACHED.replace(" học tập cộng đồng", ""))),
    },
    "appendix-outline": {
        "none": appended(style("AppendixLabel", paragraph="")),
        "below a part": appended(style("AppendixLabel", paragraph='<w:outlineLvl w:val="1"/>')),
        "by hand": appended(
            style("AppendixLabel", paragraph=""),
            text('"AppendixLabel"/></w:pPr>', '"AppendixLabel"/><w:outlineLvl w:val="0"/></w:pPr>'),
        ),
    },
    "appendix-table": {
        "9 pt": appended(
            new_style("Tiny", "Cell", run='<w:sz w:val="18"/>'),
            text(IN_APPENDIX, IN_APPENDIX.replace('"Cell"', '"Tiny"')),
        ),
        "a header once": appended(text(IN_APPENDIX, IN_APPENDIX.replace("<w:tblHeader/>", ""))),
        "a row torn": appended(text(IN_APPENDIX, IN_APPENDIX.replace("<w:cantSplit/>", ""))),
    },
    "words": {
        "nhân dân": text("của Nhân dân", "của nhân dân"),
        "nhà nước": text("loại IV", "loại IV theo chủ trương của Đảng và nhà nước"),
        "Đảng viên": text("1.400 đảng viên", "1.400 Đảng viên"),
        "Đô thị": text("là đô thị", "là Đô thị"),
        "Mầm non": text("loại IV", "loại IV, có 5 trường Mầm non"),
    },
}


def is_first(case: tuple[str, str]) -> bool:
    """Of the ways to break a rule, the first."""
    rule, how = case
    return how == next(iter(BREAKS[rule]))


@pytest.mark.parametrize(
    ("rule", "how"), long_rows(((rule, how) for rule, hows in BREAKS.items() for how in hows), is_first)
)
def test_a_broken_rule_fails_alone(rule: str, how: str) -> None:
    assert {failure.rule for failure in failures(changed(BREAKS[rule][how]))} == {rule}


@pytest.mark.parametrize(("side", "twips"), [("right", 1700), ("left", 850), ("bottom", 2000)])
def test_a_turned_page_has_the_margins_of_the_sheet_or_keeps_its_own(side: str, twips: int) -> None:
    sound = 'w:top="1417" w:right="1134" w:bottom="1134" w:left="1984"'
    at = sound.index(f'{side}="') + len(side) + 2
    margins = MARGINS.replace(sound, sound[:at] + str(twips) + sound[at + 4 :])
    turned = f'<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>{margins}{RESTART}'
    broken = failures(changed(appended(text(f"{PAPER}{MARGINS}{RESTART}", turned))))
    assert {failure.rule for failure in broken} == {"margins"}


DRAFT = both(text("loại IV", "[Chưa nhập: loại đô thị]"), text(TITLE, paragraph("Centred", "DỰ THẢO") + TITLE))
"""A report not yet finished: marked, with a gap."""


def test_a_draft_passes() -> None:
    assert failures(changed(DRAFT), draft=True) == []


@pytest.mark.parametrize(
    "change",
    [
        text(NUMBER, paragraph("Number", "Số:       /BC-TTHTCĐ")),
        text(NUMBER, paragraph("Number", "Số: …/BC-TTHTCĐ")),
        text("ngày 05 tháng 6 năm 2021", "ngày      tháng      năm 2021"),
        text(DATED, paragraph("Dated", "")),
        text(NAME, ""),
        text("Nguyễn Thị Lan", "[Chưa nhập: họ tên người ký]"),
        text("[Chưa nhập: loại đô thị]", HIGHLIGHTED),
        text("05/BC-TTHTCĐ", "/[Chưa nhập: Ký hiệu văn bản của trung tâm]"),
        text("GIÁM ĐỐC", "[Chưa nhập: Chức vụ người ký]"),
        text(paragraph("Centred", "DỰ THẢO"), ""),
    ],
    ids=[
        "number",
        "dotted number",
        "date",
        "no date",
        "no signer",
        "signer",
        "a marked gap",
        "symbol",
        "position",
        "the mark in the header",
    ],
)
def test_a_draft_may_leave_number_date_and_signer_blank(change: Change) -> None:
    marked = text("</w:pPr></w:p>", "</w:pPr><w:r><w:t>DỰ THẢO</w:t></w:r></w:p>", FIRST_HEADER)
    assert failures(changed(DRAFT, change, marked), draft=True) == []


def test_a_draft_says_so() -> None:
    assert failures(packed(sound_parts()), draft=True) == [Failure("draft-mark", "a draft that does not say DỰ THẢO")]


@pytest.mark.parametrize("rule", ["number", "date", "signer"])
def test_a_draft_is_still_lettered_by_the_rules(rule: str) -> None:
    lettered = {
        "number": style("Number", run='<w:sz w:val="28"/>'),
        "date": style("Dated", run='<w:sz w:val="26"/>'),
        "signer": inside(NAME, '"Capacity"', '"Centred"'),
    }
    assert {failure.rule for failure in failures(changed(DRAFT, lettered[rule]), draft=True)} == {rule}


def test_every_rule_has_its_breaks() -> None:
    assert BREAKS.keys() == {*END_RULES, *WORD_RULES}
