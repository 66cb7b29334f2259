"""The checks of an official report let pass what the decree leaves free, however it is made."""

from __future__ import annotations

import pytest
from support.matrix import every
from support.nd30.check import failures
from support.sound_report import (
    ABSTRACT,
    ABSTRACT_RULE,
    ADDRESSEE,
    APPENDIX_SECTION,
    ATTACHED,
    CAPACITY,
    COPIES,
    COPIES_LABEL,
    HEADER,
    ISSUER,
    ISSUER_RULE,
    LAST_SECTION,
    LEFT,
    LEGAL,
    MARGINS,
    MOTTO,
    MOTTO_RULE,
    NAME,
    NATION,
    NUMBERING,
    PAGE,
    PAPER,
    PART_1,
    PART_2,
    POINTS,
    RESULTS,
    RIGHT,
    SIGN_OFF,
    SUPERIOR,
    TITLE,
    Change,
    cell,
    changed,
    drawn,
    new_style,
    packed,
    paragraph,
    row,
    ruled,
    sound_parts,
    style,
    table,
    text,
)

BODY = '<w:spacing w:before="120" w:line="264" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>'
VML = (
    '<w:p><w:pPr><w:pStyle w:val="Centred"/></w:pPr><w:r><w:pict><v:line from="{0}pt,3pt" to="{1}pt,3pt" '
    'style="position:absolute;{2}" strokecolor="black"/></w:pict></w:r></w:p>'
)
SHAPE = (
    '<w:p><w:pPr><w:pStyle w:val="Centred"/></w:pPr><w:r><w:pict><{0} style="width:159pt;height:0;'
    'mso-position-horizontal:center"/></w:pict></w:r></w:p>'
)
ANCHORED = (
    '<w:p><w:pPr><w:pStyle w:val="Centred"/></w:pPr><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
    '<wp:anchor><wp:positionH relativeFrom="column">{0}</wp:positionH><wp:extent cx="2019300" cy="0"/><wp:docPr id="7" '
    'name="x"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:spPr><a:prstGeom prst="straightConnector1"/></wps:spPr>'
    "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:line "
    'from="0,0" to="10pt,0"/></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>'
)


def at_left(indent: int, words: str, before: str = "") -> str:
    return paragraph("Addressees", words, f'{before}<w:ind w:left="{indent}"/><w:jc w:val="left"/>')


# «Kính gửi» is 50 pt wide: its colon stands 1000 twentieths further right.
SEVERAL = at_left(1440, "Kính gửi:") + at_left(2440, "- Ủy ban nhân dân phường;") + at_left(2440, "- Sở Giáo dục.")
BY_TABS = at_left(1440, "Kính gửi:") + "".join(
    at_left(0, body, '<w:tabs><w:tab w:val="left" w:pos="2440"/></w:tabs>').replace("<w:r>", "<w:r><w:tab/>")
    for body in ("- Ủy ban nhân dân phường;", "- Sở Giáo dục.")
)
LIST = (
    '<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
    '<w:suff w:val="space"/><w:lvlText w:val="-"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="113" '
    'w:hanging="113"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1">'
)
LISTED = '<w:pStyle w:val="Copies"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'

COUNTED = '<w:pgNumType w:start="1"/>'
LAST_APPENDIX = LAST_SECTION.replace("<w:titlePg/>", COUNTED)
WITH_APPENDIX = (
    text("Trên đây là", "Các lớp ghi ở Phụ lục. Trên đây là"),
    text(SIGN_OFF + LAST_SECTION, SIGN_OFF + APPENDIX_SECTION + LAST_APPENDIX),
)
TURNED_PAPER = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
TURNED_MARGINS = (
    '<w:pgMar w:top="1984" w:right="1417" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/>'
)
TURNED = APPENDIX_SECTION.replace("<w:titlePg/>", COUNTED).replace(PAPER, TURNED_PAPER)
WITH_APPENDICES = (
    text("Trên đây là", "Các lớp ghi ở Phụ lục I và Phụ lục II. Trên đây là"),
    text(
        SIGN_OFF + LAST_SECTION,
        SIGN_OFF
        + APPENDIX_SECTION.replace(">Phụ lục<", ">Phụ lục I<")
        + TURNED.replace(">Phụ lục<", ">Phụ lục II<")
        + LAST_APPENDIX,
    ),
)

FREEDOMS: dict[str, tuple[Change, ...]] = {
    "first line 1 cm": (style("Body", paragraph=BODY.replace("720", "567")),),
    "13 pt prose": (
        style("Body", run='<w:sz w:val="26"/>'),
        style("Addressees", run='<w:sz w:val="26"/>'),
    ),
    "one and a half lines": (style("Body", paragraph=BODY.replace("264", "360")),),
    "lines in points": (style("Body", paragraph=BODY.replace('"264" w:lineRule="auto"', '"360" w:lineRule="exact"')),),
    "space below": (style("Body", paragraph=BODY.replace("before", "after")),),
    "13 pt head": (
        style("Superior", run='<w:caps/><w:sz w:val="26"/>'),
        style("Motto", run='<w:b/><w:sz w:val="28"/>'),
        style("Dated", run='<w:i/><w:sz w:val="28"/>'),
        text(f'w:w="{LEFT}"', 'w:w="3300"', times=-1),
        text(f'w:w="{RIGHT}"', 'w:w="5488"', times=-1),
        text(MOTTO_RULE, ruled(1030)),
        text(ISSUER_RULE, drawn(60)),
    ),
    "widest margins of the text": (text(MARGINS, MARGINS.replace('"1417"', '"1134"').replace('"1984"', '"1701"')),),
    "narrowest text": (text(MARGINS, MARGINS.replace('w:right="1134"', 'w:right="851"').replace('"1134"', '"1417"')),),
    "head typed in capitals": (
        style("Nation", run='<w:b/><w:caps w:val="0"/>'),
        text("Cộng hòa xã hội chủ nghĩa Việt Nam", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ),
    "nation and motto in one paragraph": (
        new_style("State", "", run='<w:b/><w:sz w:val="24"/>', kind="character"),
        new_style("Creed", "State", run='<w:sz w:val="26"/>', kind="character"),
        text(
            NATION + MOTTO,
            '<w:p><w:pPr><w:pStyle w:val="Centred"/></w:pPr><w:r><w:rPr><w:rStyle w:val="State"/></w:rPr><w:t>CỘNG HÒA '
            'XÃ HỘI CHỦ NGHĨA VIỆT NAM</w:t></w:r><w:r><w:br/></w:r><w:r><w:rPr><w:rStyle w:val="Creed"/></w:rPr>'
            "<w:t>Độc lập - Tự do - Hạnh phúc</w:t></w:r></w:p>",
        ),
    ),
    "no superior": (text(SUPERIOR, ""),),
    "a row a line": (
        text(
            row(cell(LEFT, SUPERIOR, ISSUER, ISSUER_RULE), cell(RIGHT, NATION, MOTTO, MOTTO_RULE)),
            row(cell(LEFT, SUPERIOR), cell(RIGHT, NATION))
            + row(cell(LEFT, ISSUER), cell(RIGHT, MOTTO))
            + row(cell(LEFT, ISSUER_RULE), cell(RIGHT, MOTTO_RULE)),
        ),
    ),
    "issuer broken by hand": (
        text(ISSUER, paragraph("Issuer", "Trung tâm học tập") + paragraph("Issuer", "cộng đồng phường Mạo Khê")),
        text(ISSUER_RULE, drawn(80)),
    ),
    "motto with its own border": (
        text(MOTTO + MOTTO_RULE, ruled(952, "Độc lập - Tự do - Hạnh phúc", "Motto", "bottom")),
    ),
    "motto underlined": (style("Motto", run='<w:b/><w:sz w:val="26"/><w:u w:val="single"/>'), text(MOTTO_RULE, "")),
    "motto over a VML line": (text(MOTTO_RULE, VML.format("0", "159", "mso-position-horizontal:center")),),
    "motto over a placed VML line": (text(MOTTO_RULE, VML.format("47.5", "206.5", "")),),
    "motto over an anchored line": (text(MOTTO_RULE, ANCHORED.format("<wp:align>center</wp:align>")),),
    "motto over a placed line": (text(MOTTO_RULE, ANCHORED.format("<wp:posOffset>603250</wp:posOffset>")),),
    "motto over a connector": (text(MOTTO_RULE, SHAPE.format('v:shape type="#_x0000_t32"')),),
    "motto over a rule across": (text(MOTTO_RULE, SHAPE.format('v:rect o:hr="t" o:hralign="center"')),),
    "issuer over a third": (text(ISSUER_RULE, drawn(60)),),
    "issuer over a half": (text(ISSUER_RULE, drawn(85)),),
    "number still open": (text("Số: 05/BC", "Số:      /BC"),),
    "number of three figures": (text("Số: 05/BC", "Số: 105/BC"),),
    "number that does not break": (
        text("Số: 05/BC-TTHTCĐ</w:t>", "Số:\u00a005/BC</w:t><w:noBreakHyphen/><w:t>TTHTCĐ</w:t>"),
    ),
    "month padded": (text("ngày 05 tháng 6", "ngày 15 tháng 02"),),
    "title and abstract in one paragraph": (
        text(TITLE + ABSTRACT, TITLE.replace("BÁO CÁO</w:t>", "BÁO CÁO</w:t><w:br/><w:t>Tự đánh giá năm học</w:t>")),
        text(ABSTRACT_RULE, ruled(3794)),
    ),
    "abstract in two lines": (
        text("hoạt động năm học 2020", "hoạt động của Trung tâm học tập cộng đồng phường Mạo Khê năm học 2020"),
        text(ABSTRACT_RULE, ruled(2694)),
    ),
    "nobody addressed": (text(ADDRESSEE, ""), text(paragraph("Copies", "- Như trên;"), "")),
    "several addressed": (text(ADDRESSEE, SEVERAL),),
    "several addressed, by tabs": (text(ADDRESSEE, BY_TABS),),
    "no legal basis": (text(LEGAL, ""),),
    "numbers without titles": (
        text(POINTS, paragraph("Body", "1. Đã tập huấn.") + paragraph("Body", "2. Đã tham quan.")),
    ),
    "a point of two paragraphs": (
        text(POINTS, POINTS.replace("tốt;</w:t></w:r></w:p>", f"tốt;</w:t></w:r></w:p>{paragraph('Body', 'Thêm.')}")),
    ),
    "points from a) anew": (
        text(POINTS, "".join(paragraph("Body", f"{letter}) Đã thực hiện;") for letter in "abcabcdđ")),
    ),
    "all the letters": (
        text(POINTS, "".join(paragraph("Body", f"{letter}) Đã thực hiện;") for letter in "abcdđeghiklmnopqrstuvxy")),
    ),
    "lettered parts": (text('w:val="upperRoman"', 'w:val="upperLetter"', NUMBERING),),
    "four lettered parts": (
        text('w:val="upperRoman"', 'w:val="upperLetter"', NUMBERING),
        text(PART_2, paragraph("Heading1", "Một") + paragraph("Heading1", "Hai") + PART_2),
    ),
    "parts in words": (
        text(PART_1, paragraph("Part", "Phần thứ nhất: ĐẶC ĐIỂM TÌNH HÌNH")),
        text(PART_2, paragraph("Part", "Phần thứ hai: TỔ CHỨC HOẠT ĐỘNG")),
        new_style("Part", "Body", paragraph='<w:outlineLvl w:val="0"/>', run="<w:b/>"),
    ),
    "no results table": (text(RESULTS, ""),),
    "a deputy signs": (text(CAPACITY, paragraph("Capacity", "KT. GIÁM ĐỐC") + paragraph("Capacity", "PHÓ GIÁM ĐỐC")),),
    "for a collective": (
        text(CAPACITY, paragraph("Capacity", "TM. BAN GIÁM ĐỐC") + paragraph("Capacity", "GIÁM ĐỐC")),
    ),
    "acting": (text("GIÁM ĐỐC", "Q. GIÁM ĐỐC"),),
    "by order": (text(CAPACITY, paragraph("Capacity", "TL. GIÁM ĐỐC") + paragraph("Capacity", "TRƯỞNG PHÒNG")),),
    "name in a row of its own": (
        text(
            SIGN_OFF,
            table(
                (4394, 4394),
                row(cell(4394, COPIES_LABEL, COPIES), cell(4394, CAPACITY), own='<w:trHeight w:val="1800"/>'),
                row(cell(4394, paragraph("Normal", "")), cell(4394, NAME.replace("1600", "0"))),
            ),
        ),
    ),
    "empty lines to sign in": (text(NAME, paragraph("Capacity", "") * 4 + NAME.replace("1600", "0")),),
    "filed in a department": (text("Lưu: VT.", "Lưu: VT, VHXH."),),
    "recipients with dashes of a list": (
        text(COPIES, COPIES.replace(">- ", ">").replace('<w:pStyle w:val="Copies"/>', LISTED)),
        text('<w:num w:numId="1">', LIST, NUMBERING),
        text("</w:numbering>", '<w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num></w:numbering>', NUMBERING),
    ),
    "page number in a simple field": (
        text(PAGE, '<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "><w:r><w:t>2</w:t></w:r></w:fldSimple>', HEADER),
    ),
    "page number in a frame": (
        text(
            '<w:pStyle w:val="Header"/>',
            '<w:pStyle w:val="Header"/><w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" '
            'w:xAlign="center" w:y="1"/><w:jc w:val="left"/>',
            HEADER,
        ),
    ),
    "pages said to begin with 1": (text("<w:titlePg/>", f"{COUNTED}<w:titlePg/>"),),
    "no header at all on page 1": (text('<w:headerReference w:type="first" r:id="rId4"/>', ""),),
    "black by name": (style("Number", run='<w:color w:val="000000"/><w:sz w:val="26"/>'),),
    "a raised figure": (
        text(
            "loại IV",
            'loại IV, rộng 20 km</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'
            "<w:r><w:t>",
        ),
    ),
    "text wrapped in a control, a link, an insertion": (
        text(
            PART_1,
            f"<w:sdt><w:sdtContent>{PART_1}</w:sdtContent></w:sdt>{paragraph('Body', 'Xem ').removesuffix('</w:p>')}"
            '<w:hyperlink w:anchor="x"><w:ins w:id="1" w:author="x"><w:r><w:t>mục II.</w:t></w:r></w:ins></w:hyperlink>'
            "</w:p>",
        ),
    ),
    "an appendix": WITH_APPENDIX,
    "two appendices, one of them turned": WITH_APPENDICES,
    "two appendices, one of them with its margins turned too": (
        *WITH_APPENDICES,
        text(f"{TURNED_PAPER}{MARGINS}", f"{TURNED_PAPER}{TURNED_MARGINS}"),
    ),
    "an appendix whose number and date are left open": (
        *WITH_APPENDIX,
        text(ATTACHED, ATTACHED.replace("05/BC", "    /BC").replace("05 tháng 6 năm 2021", "… tháng … năm …")),
    ),
}


@pytest.mark.parametrize("name", every(6, FREEDOMS))
def test_what_the_decree_leaves_free_passes(name: str) -> None:
    assert failures(changed(*FREEDOMS[name])) == []


def test_a_sound_report_passes() -> None:
    assert failures(packed(sound_parts())) == []


def test_an_archive_may_say_the_time_of_the_document() -> None:
    assert failures(packed(sound_parts(), at=(2021, 6, 5, 0, 0, 0))) == []
