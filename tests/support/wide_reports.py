"""Reports as unlike each other as centres are, all made through compose: what an exporter must set well.

Every one of them is sound in its words, so that whatever a conformance check finds wrong is the exporter's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import chain

from support.forms import SHIPPED, changed, other, shipped
from support.years import answered, year

from tthtcd_tui.forms.answer import Answer
from tthtcd_tui.forms.kinds.results import result_rows_of
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.activity import Activity, ActivityLog
from tthtcd_tui.report.appendices.material import Material
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.codec import decode
from tthtcd_tui.report.compose.document import compose
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.outline import Outline
from tthtcd_tui.report.place import Place
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.text.clean import clean_line

SENTENCE = "Trung tâm phối hợp với các ban, ngành, đoàn thể mở lớp theo nhu cầu của người học ở từng khu phố."
LONG_NAME = (
    "Trung tâm Văn hóa, Thông tin - Thể thao và Học tập cộng đồng xã Nguyễn Thị Minh Khai, huyện đảo Trường Sa, tỉnh"
    " Khánh Hòa"
)
"""121 letters."""
LONG_BODY = (
    "Ban Chỉ đạo xây dựng xã hội học tập, đẩy mạnh phong trào học tập suốt đời trong gia đình, dòng họ, cộng đồng, đơn"
    " vị tỉnh Quảng Ninh giai đoạn 2021-2030"
)
LONG_ABSTRACT = (
    "Kết quả thực hiện nhiệm vụ xây dựng xã hội học tập, tổ chức và hoạt động của trung tâm học tập cộng đồng, công tác"
    " xóa mù chữ, phổ cập giáo dục và phong trào học tập suốt đời trong gia đình, dòng họ, cộng đồng trên địa bàn"
    " {ten_dia_phuong} {ky_bao_cao}"
)
BODIES = (
    "Ủy ban nhân dân phường Mạo Khê",
    "Sở Giáo dục và Đào tạo tỉnh Quảng Ninh",
    LONG_BODY,
    "Phòng Văn hóa - Xã hội phường Mạo Khê",
    "Hội Khuyến học phường Mạo Khê",
)
LONG_LAW = (
    "Thông tư số 25/2025/TT-BGDĐT ngày 31 tháng 12 năm 2025 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Quy chế tổ"
    " chức, hoạt động của trung tâm học tập cộng đồng"
)
LAWS = (
    "Luật Giáo dục ngày 14 tháng 6 năm 2019",
    "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
    LONG_LAW,
    "Kế hoạch số 12/KH-UBND ngày 15 tháng 9 năm 2020 của Ủy ban nhân dân phường Mạo Khê",
    "Chương trình công tác năm của trung tâm",
)
HUGE = "999.999.999.999.999"
"""The greatest number a results row may have."""

# One that each reader of the file might take for something of its own.
HOSTILE = (
    "[/] [bold]đậm[/bold] [@click=x]a[/]",
    "&<>\"' &amp; &#0; ]]> <!-- <?xml?> </w:t></w:r></w:p>",
    "{{ }} {% x %} %s %(x)s {{dan_so} $(ls) `ls` \\n \\x1b[31m",
    "=1+1 @SUM(A1) +1 -1 |a|b| # a **a** ../ NUL",
    "אבג عربى 漢字 ﬁ İ ß ŉ Ω \u1e9e",
    "🙂 👨👩👧 🇻🇳 😀",
    "q\u0323\u0307 a\u0301\u0323b \u0301 \u00ad \u3000 \u2003 \u2009",
    "ộ" * 400,
    "A" * 400,
    "dấu cách   liền   nhau",
    "PAGE \\* MERGEFORMAT w:fldChar",
)


@cache
def sample() -> Facts:
    """The sample year, as `tthtcd demo` has it."""
    return decode(sample_bytes(SAMPLE_YEAR), shipped()).facts


def edited(facts: Facts, typed: Mapping[str, str | Answer], form: Form | None = None) -> Facts:
    """`facts` with what somebody typed; an answer that is no text stands as it is."""
    form = form or shipped()
    return facts.edited(
        Edit(Place(place), answered(form, place, raw) if isinstance(raw, str) else raw) for place, raw in typed.items()
    )


def report(**typed: str) -> Outline:
    """The sample year with some of the report's own details typed anew."""
    return compose(shipped(), edited(sample(), {f"report/{key}": raw for key, raw in typed.items()}))


def written(form: Form, typed: Mapping[str, str] | None = None, *, draft: bool = False) -> Outline:
    """The sample year in another form that asks for the same."""
    return compose(form, edited(sample(), typed or {}, form), draft)


# -- other forms ------------------------------------------------------------------------------------------------------


def with_numbering(first: str, second: str) -> Form:
    return changed(('numbering = ["roman", "arabic"]', f'numbering = ["{first}", "{second}"]'))


def with_abstract(text: str) -> Form:
    old = next(line for line in SHIPPED.read_text(encoding="utf-8").splitlines() if line.startswith("abstract = "))
    return changed((old, f'abstract = "{text}"'))


def with_marker(marker: str) -> Form:
    """The shipped form with letters or dashes before the points of its first checklist."""
    title = 'title = "Triển khai và thực hiện văn bản chỉ đạo của cấp trên"\n'
    return changed((title, f'{title}marker = "{marker}"\n'))


def own_items(section: str, count: int) -> dict[str, str]:
    """Items that a centre added of its own accord, each with a statement."""
    return {
        f"own/rieng-{number:02}/{key}": raw
        for number in range(1, count + 1)
        for key, raw in (
            ("section", section), ("label", f"Nội dung riêng {number}"), ("order", str(number)),
            ("statement", f"Nội dung riêng thứ {number} đã thực hiện tốt;"),
        )
    }  # fmt: skip


@cache
def other_year() -> Facts:
    """A complete year of the form that is as unlike the shipped one as real reports are."""
    narratives = ("dac_diem", "thuan_loi", "kho_khan", "ket_qua", "ton_tai", "phuong_huong")
    typed = {
        "report/superior": "UBND xã Hòa Bình", "report/issuer": LONG_NAME, "report/locality": "xã Hòa Bình",
        "report/number": "7", "report/place": "Hòa Bình", "report/date": "1/2/2026",
        "report/addressees": "; ".join(BODIES[:2]), "report/legal_basis": "\n".join(LAWS[:3]),
        "report/opening": "{ten_trung_tam} báo cáo kết quả hoạt động {ky_bao_cao} như sau:",
        "report/closing": "Trên đây là báo cáo {ky_bao_cao}.\n{ten_trung_tam} trân trọng báo cáo.",
        "report/recipients": "Thường trực Đảng ủy; Trưởng các ấp", "report/authority": "KT. CHỦ NHIỆM",
        "report/position": "PHÓ CHỦ NHIỆM", "report/signer": "Lê Thị Ánh Tuyết", "report/symbol": "BC-TTVHTT&HTCĐ",
        "figure/so_ap": "9", "figure/dan_so": "khoảng 12.500", "figure/thu_ngan_sach": "0",
        "figure/xep_loai": "nông thôn mới",
        **{f"narrative/{key}": f"{SENTENCE}\n{SENTENCE}" for key in narratives},
        "board/mot/role": "Chủ nhiệm", "board/mot/name": "Trần Văn Bảo", "board/mot/duty": "Phó Chủ tịch UBND xã",
        "board/hai/role": "Phó Chủ nhiệm", "board/hai/name": "Lê Thị Ánh Tuyết",
        **{f"checklist/{item}/statement": f"{SENTENCE}\nĐoạn thứ hai của nội dung này."
           for item in ("quy_che", "nhan_su", "thi_dua", "phong_hoc", "thu_vien")},
        **own_items("quan_tri", 2),
        **{f"results/{row}/{column}": raw for row, raw in
           (("le_hoi", "12"), ("giai_dau", "-"), ("nghe", "3"), ("khac", "0"))
           for column in ("classes", "participations")},
        "indicator/ho_ngheo/value": "0", "indicator/ho_ngheo/text": "Giảm so với năm trước.",
        "indicator/sang_kien/text": SENTENCE, "indicator/danh_hieu/value": "Ấp văn hóa",
        "indicator/an_toan/text": SENTENCE,
    }  # fmt: skip
    return year(other(), typed)


# -- the reports ------------------------------------------------------------------------------------------------------


@cache
def finished() -> Mapping[str, Outline]:
    """Reports ready to be signed, by what is remarkable in each; made once, as several files of tests ask for them."""
    last_letter = own_items("van_ban", 23 - 5)
    return {
        "the sample": report(),
        "names that wrap": written(
            with_abstract(LONG_ABSTRACT),
            {"report/issuer": LONG_NAME, "report/superior": f"UBND {LONG_BODY}", "report/locality": "xã Hòa Bình"},
        ),
        "no superior": report(superior="--"),
        "nobody addressed": report(addressees="--"),
        "one addressee, long": report(addressees=LONG_BODY),
        "two addressees": report(addressees="; ".join(BODIES[:2])),
        "five addressees": report(addressees="; ".join(BODIES)),
        "recipients that wrap": report(recipients="; ".join([*BODIES, "Lưu hồ sơ của trung tâm (để b/c)"])),
        "signed for the head": report(authority="KT. GIÁM ĐỐC", position="PHÓ GIÁM ĐỐC"),
        "signed for a collective": report(authority="TM. BAN GIÁM ĐỐC", position="GIÁM ĐỐC"),
        "signed as acting head": report(position="Q. GIÁM ĐỐC"),
        "a capacity that wraps": report(
            authority="TM. BAN CHỈ ĐẠO XÂY DỰNG XÃ HỘI HỌC TẬP PHƯỜNG MẠO KHÊ", position="PHÓ TRƯỞNG BAN THƯỜNG TRỰC"
        ),
        "a number still to come": report(number=""),
        "the first of January": report(number="9", date="1/1/2022"),
        "the tenth of October": report(number="10", date="10/10/2021"),
        "a long place": report(place="Phường Nguyễn Thị Minh Khai", date="31/12/2021", number="1234"),
        "forty paragraphs": written(
            shipped(), {"narrative/dia_phuong": "\n".join(f"{SENTENCE} Đoạn {n}." for n in range(1, 41))}
        ),
        "every letter": written(with_marker("letters"), last_letter),
        "dashes": written(with_marker("dashes"), own_items("van_ban", 3)),
        "one law": report(legal_basis=LAWS[0]),
        "five laws": report(legal_basis="\n".join(LAWS)),
        "letters and Roman numbers": written(with_numbering("letter", "roman")),
        "letters and numbers": written(with_numbering("letter", "arabic")),
        "parts in words and numbers": written(with_numbering("part", "arabic")),
        "huge numbers": written(
            shipped(),
            {str(place): HUGE for place in sample().answers if place.kind == "results"},
        ),
        "another form": compose(other(), other_year()),
        "a paragraph of a megabyte": written(shipped(), {"narrative/ban_giam_doc": SENTENCE * 9_500}),
        **{f"hostile {number}": hostile(text) for number, text in enumerate(HOSTILE)},
        **appended(),
    }


def appended() -> dict[str, Outline]:
    """Reports with appendices."""
    log = decode(sample_bytes(SAMPLE_YEAR), shipped()).log
    bare = ActivityLog.of(each._replace(place="", partner="", note="") for each in log.activities)
    hostile = ActivityLog.of(
        each._replace(title=clean_line(f"Lớp {HOSTILE[number]}"), note=clean_line(HOSTILE[-number]))
        for number, each in enumerate(log.activities)
    )
    return {
        "activities": listed(log),
        "activities that say little": listed(bare),
        "activities, hostile": listed(hostile),
        "five hundred activities": listed(many_activities(500), UNLOGGED),
        "activities of an unissued report": listed(log, {"report/number": ""}),
    }


UNLOGGED = {
    f"results/{row}/{column}": raw
    for row, numbers in (("hoc_nghe", ("2", "540")), ("kinh_te", ("5", "210")))
    for column, raw in zip(("classes", "participations"), numbers, strict=True)
}
"""What the sample has from its log alone."""


def many_activities(count: int) -> ActivityLog:
    """As many as the sample's results allow."""
    rows = [key for key, row in result_rows_of(shipped()).items() if not row.group and key != "xoa_mu_chu"]
    return ActivityLog.of(
        Activity(
            f"hd-{number:05}",
            date(2020, 9, 1) + timedelta(days=number % 270),
            f"Chuyên đề số {number}: {SENTENCE}",
            rows[number % len(rows)],
            participations=number % 4,
            place=f"Nhà văn hóa khu {number % 24 + 1}",
        )
        for number in range(1, count + 1)
    )


def listed(log: ActivityLog, typed: Mapping[str, str] | None = None) -> Outline:
    """The sample year with its activities as an appendix."""
    facts = replace(edited(sample(), typed or {}), log=log.sums())
    return compose(shipped(), facts, material=Material.of(log), also=["activities"])


def drafts() -> dict[str, Outline]:
    """Reports with something still to come."""
    head = {
        f"report/{key}": ""
        for key in ("superior", "issuer", "symbol", "number", "place", "date", "addressees", "position", "signer")
    }
    return {
        "nothing yet": compose(shipped(), year(shipped()), draft=True),
        "nothing yet, another form": compose(other(), year(other()), draft=True),
        "the sample": compose(shipped(), sample(), draft=True),
        "no letterhead": compose(shipped(), edited(sample(), head), draft=True),
        "no signature": compose(
            shipped(), edited(sample(), {"report/number": "", "report/date": "", "report/signer": ""}), draft=True
        ),
        "no results": compose(
            shipped(), edited(sample(), {str(p): "" for p in sample().answers if p.kind == "results"}), draft=True
        ),
    }


def hostile(text: str) -> Outline:
    """The sample with `text` in every kind of block whose words the decree leaves free."""
    words = text.strip()
    names = words.replace(";", ",").replace("\n", " ")
    typed = {
        "report/addressees": f"Sở {names}; Phòng {names}",
        "report/recipients": f"Sở {names} b; Phòng {names} c",
        "report/legal_basis": f"Luật {names} d",
        "narrative/dia_phuong": f"Đoạn {_unlinked(words)} đ",
        "narrative/ban_giam_doc": f"Đoạn {_unlinked(words)}.",
        "checklist/noi_quy/statement": f"Lời {_unlinked(words)}.",
        "indicator/an_ninh/text": f"Lời {_unlinked(words)}.",
        "indicator/thu_nhap/source": f"nguồn {words}",
        "board/giam-doc/duty": f"chức vụ {words}",
    }
    return compose(shipped(), edited(sample(), typed))


def _unlinked(text: str) -> str:
    """With its braces as words: a link to a name the form has not is refused where it is typed."""
    return text.replace("{{", "{").replace("{", "{{")


def everything() -> list[tuple[str, Outline, bool]]:
    """(what is remarkable, the report, whether it is a draft)."""
    done = ((name, outline, False) for name, outline in finished().items())
    return list(chain(done, ((f"draft: {name}", outline, True) for name, outline in drafts().items())))
