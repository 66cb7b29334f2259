"""Years with one thing wrong, for the checks: each rule has here an example that it finds something in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from support.forms import minutes, newest
from support.mao_khe import FORM, YEAR_BEFORE, facts, whole
from support.scored import given, points, scored_form
from support.years import year as typed_year

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.run import check
from tthtcd_tui.forms.answer import NOT_APPLICABLE, UNANSWERED, Answer, Quantity
from tthtcd_tui.report.activity import Activity, ActivityLog
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.periods import Period


def year(answers: dict[str, Answer] | None = None, period: Period | None = None) -> Facts:
    """The complete year 2020-2021, in which nothing is found, with these answers instead of its own."""
    edited = facts().edited(Edit(Place(place), answer) for place, answer in (answers or {}).items())
    return replace(edited, period=period) if period else edited


def after_the_reform(answers: dict[str, Answer]) -> Facts:
    """The year 2025-2026, addressed as it should be, with these answers."""
    proper: dict[str, Answer] = {
        "report/date": date(2026, 6, 5),
        "report/addressees": ("Ủy ban nhân dân phường Mạo Khê",),
        "report/recipients": ("Sở GD&ĐT", "Thường trực Đảng ủy", "Phòng Văn hóa - Xã hội"),
    }
    return year(proper | answers, Period.school_year(2025))


def before(answers: dict[str, Answer] | None = None) -> Facts:
    """The year 2019-2020: all that 2020-2021 has, the results and a few figures a little smaller."""
    smaller: dict[str, Answer] = {"figure/dan_so": whole(39_200), "figure/so_ho": whole(9_870)}
    for row, (classes, participations) in YEAR_BEFORE.items():
        smaller[f"results/{row}/classes"] = whole(classes)
        smaller[f"results/{row}/participations"] = whole(participations)
    return year(smaller | (answers or {}), Period.school_year(2019))


def compared(answers: dict[str, Answer], last_year: dict[str, Answer] | None = None) -> Context:
    """The year with these answers, beside the year before it."""
    return Context.of(FORM, year(answers), before=before(last_year))


def held(uid: str, day: date = date(2021, 3, 5), title: str = "Trồng rau an toàn", **cells: object) -> Activity:
    """An activity of the year, one class of 40."""
    values: dict[str, object] = {"category": "kinh_te", "classes": 1, "participations": 40, **cells}
    return Activity(uid, day, title, **values)  # type: ignore[arg-type]


def logged(*activities: Activity, answers: dict[str, Answer] | None = None, period: Period | None = None) -> Context:
    """The year with these activities in its log."""
    return Context.of(FORM, year(answers, period), ActivityLog.of(activities))


def found(what: Facts | Context, code: str) -> list[Finding]:
    """What `check` finds by one rule."""
    context = what if isinstance(what, Context) else Context(FORM, what)
    return [finding for finding in check(context) if finding.code == code]


def told(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """Where and what."""
    return [(finding.place, finding.message) for finding in findings]


def said(*paragraphs: str) -> dict[str, Answer]:
    """A paragraph where nothing else is said."""
    return {"narrative/xa_hoi": paragraphs}


def found_in(sentences: Sequence[str], code: str) -> list[str]:
    """Those of `sentences` in which the rule finds something, each read by itself in the year 2020-2021."""
    return [sentence for sentence in sentences if found(year(said(sentence)), code)]


def in_minutes(typed: Mapping[str, str]) -> Context:
    """The minutes of a meeting in which this was typed."""
    form = minutes()
    return Context.of(form, typed_year(form, typed, Period.calendar_year(2024)))


EXAMPLES: dict[str, Facts | Context] = {
    "missing": year({"figure/dan_so": UNANSWERED}),
    "issuer_abbreviated": year({"report/issuer": "TTHTCĐ phường Mạo Khê"}),
    "number_written": year({"report/number": "05/BC"}),
    "symbol_written": year({"report/symbol": "BC - TTHTCĐ"}),
    "symbol_fits": year({"report/symbol": "KH-TTHTCĐ"}),
    "place_written": year({"report/place": "mạo Khê"}),
    "issued_too_early": year({"report/date": date(2020, 6, 5)}),
    "issued_too_late": year({"report/date": date(2022, 6, 5)}),
    "abolished_named": after_the_reform({"report/addressees": ("Phòng GD&ĐT thị xã Đông Triều",)}),
    "authority": year({"report/authority": "THAY MẶT GIÁM ĐỐC"}),
    "collective_signs": year({"report/authority": "TM. BAN GIÁM ĐỐC"}),
    "deputy_signs": year({"report/authority": "KT. GIÁM ĐỐC"}),
    "signer_titled": year({"report/signer": "ThS. Vũ Thanh Hải"}),
    "signer_written": year({"report/signer": "VŨ THANH HẢI"}),
    "signed_with_digits": year({"report/position": "31/6/2021"}),
    "urban_class_odd": year({"figure/loai_do_thi": "4"}),
    "person_misplaced": year({"board/pho-1/duty": "0912 345 678"}),
    "signer_on_board": year({"board/pho-1/name": "Vũ Thanh Hải"}),
    "addressed_twice": year({"report/addressees": ("Kính gửi: UBND phường",)}),
    "sent_twice": year({"report/recipients": ("UBND phường", "Lưu: TT HTCĐ")}),
    "based_twice": year({"report/legal_basis": ("Căn cứ theo đề nghị của Hội Khuyến học",)}),
    "place_and_date_twice": year({"report/place": "Mạo Khê,"}),
    "signed_twice": year({"report/authority": "Q. GIÁM ĐỐC"}),
    "issuer_in_capitals": year({"report/issuer": "TRUNG TÂM HỌC TẬP CỘNG ĐỒNG PHƯỜNG MẠO KHÊ"}),
    "listed_twice": year({"report/recipients": ("UBND phường", "Hội Khuyến học", "UBND phường;")}),
    "unit_disagrees": Context.of(newest(), year({"figure/loai_don_vi": "xa"})),
    "names_disagree": year({"report/issuer": "Trung tâm học tập cộng đồng phường Yên Trạch"}),
    "foreign_commune": year(said("Nhân dân phường Yên Trạch tích cực học tập.")),
    "unit_misnamed": year(said("Nhân dân trong xã tích cực học tập.")),
    "issuer_is_superior": year({"report/issuer": "UBND phường Mạo Khê"}),
    "listed_by_number": year({"report/recipients": ("1. UBND phường", "2. Hội Khuyến học")}),
    "signer_short": year({"report/signer": "Hải"}),
    "quality_level_odd": year({"figure/muc_chat_luong": "9"}),
    "named_twice": year({"board/giam-doc/name": "Vũ Thanh Hải", "board/pho-1/name": "Vũ Thanh Hải"}),
    "signs_for_other": year({"report/authority": "TL. CHỦ TỊCH"}),
    "based_on_later": year({"report/legal_basis": ("Công văn số 12/SGDĐT ngày 06 tháng 9 năm 2021",)}),
    "share_of_none": year({"figure/so_truong": whole(3), "figure/truong_dat_chuan": whole(45)}),
    "rated_nobody": year(
        {"figure/dn_tu_nhan": whole(0), "figure/dn_nha_nuoc": whole(0), "rating/doanh_nghiep/level": "tot"}
    ),
    "pictured": year(said("Nhân dân tích cực học tập 😀.")),
    "nil_in_words": year({"figure/website": "khong co"}),
    "placeholder_in_log": logged(held("a", title="Lớp xxx")),
    "out_of_range": year({"figure/truong_dat_chuan": Quantity(Decimal("100.5"))}),
    "part_beyond_total": year({"figure/truong_thcs": whole(16)}),
    "sum_differs": year({"figure/truong_thcs": whole(4)}),
    "one_director": year({"board/pho-2/role": "director"}),
    "unpaired": year({"results/cau_lac_bo/participations": whole(0)}),
    "differs_from_log": year({"results/kinh_te/classes": whole(6)}),
    "list_exceeds_table": year({"results/kinh_te/classes": whole(4), "report/appendices": ("activities",)}),
    "evidence_list_unready": year({"report/appendices": ("evidence",)}),
    "comparison_alone": year({"report/appendices": ("comparison",)}),
    "evidence_unnamed": year({"evidence/a/title": "Sổ đăng ký lớp học"}),
    "evidence_uncited": year({"evidence/a/title": "Sổ đăng ký lớp học", "evidence/a/code": "MC01"}),
    "evidence_dangling": year({"evidence/a/code": "MC01", "checklist/noi_quy/evidence": "MC01; MC02"}),
    "evidence_misplaced": year({"evidence/a/title": "Sổ đăng ký lớp học", "evidence/a/address": "Tủ hồ sơ số 1"}),
    "copied_table": compared(
        {
            f"results/{row}/{column}": whole(number)
            for row, numbers in YEAR_BEFORE.items()
            for column, number in zip(("classes", "participations"), numbers, strict=True)
        }
    ),
    "swapped_rows": compared(
        {
            "results/van_nghe/classes": whole(110),
            "results/van_nghe/participations": whole(8978),
            "results/cau_lac_bo/classes": whole(25),
            "results/cau_lac_bo/participations": whole(9800),
        }
    ),
    "rated_absent": year({"rating/ton_giao/level": "khong_co", "rating/ton_giao/contribution": whole(5_000_000)}),
    "unknown_link": year({"narrative/dia_phuong": ("Có {dan_s} người.",)}),
    "empty_link": year({"figure/website": UNANSWERED, "narrative/dia_phuong": ("Xem {website}.",)}),
    "odd_by_absence": year({"figure/loai_do_thi": NOT_APPLICABLE, **said("Phường là đô thị {loai_do_thi}.")}),
    "number_misquoted": year(said("Đảng bộ phường có 44 chi bộ trực thuộc.")),
    "share_beyond": year(said("Có 120% số hộ đăng ký học.")),
    "share_misquoted": year(said("Tỷ lệ biết chữ đạt 97,2%.")),
    "board_misquoted": year(said("Ban Giám đốc gồm 5 thành viên.")),
    "change_misquoted": compared(said("Số lượt người tham gia giảm 12% so với năm học trước.")),
    "other_period": year({"report/opening": ("Kết quả năm học 2019-2020 như sau:",)}),
    "impossible_date": year(said("Ngày 31/02/2021 khai giảng.")),
    "date_to_come": year(said("Ngày 12/10/2031 lớp tin học đã khai giảng.")),
    "abolished_mentioned": after_the_reform({"narrative/dia_phuong": ("Dẫn đầu huyện Đông Triều.",)}),
    "span_odd": year(said("Lớp học từ ngày 15/4/2021 đến ngày 10/10/2020.")),
    "paper_misnamed": year({"report/legal_basis": ("Nghị định số 30/2019/NĐ-CP ngày 05 tháng 3 năm 2020",)}),
    "sum_told_wrong": year(said("Lớp cắt may có 45 học viên, trong đó nữ 30, nam 20.")),
    "denied": year(said("Trên địa bàn chưa có trường THPT.")),
    "repeated_paragraph": year(
        dict.fromkeys(
            ("checklist/noi_quy/statement", "checklist/phan_cong/statement"),
            ("Nội quy được soạn cùng các khu phố rồi niêm yết tại phòng làm việc của trung tâm.",),
        )
    ),
    "repeated_sentence": year(said("Phong trào lan tới từng nhà. Phong trào lan tới từng nhà.")),
    "spacing": year(said("Trung tâm  vận động tốt.")),
    "unstopped": year(said("Các đoàn thể ủng hộ tốt")),
    "doubled_stop": year(said("Hội Phụ nữ,, Hội Nông dân.")),
    "leaders": year(said("Ủng hộ ………. đồng.")),
    "placeholder": year(said("Mở lớp tại [tên khu phố].")),
    "end_mark_inside": year(said("Các đoàn thể ủng hộ./.")),
    "unclosed": year(said("Có 3 phòng học (mỗi phòng 40 chỗ.")),
    "doubled_word": year(said("Nhân dân đã đã tham gia.")),
    "digits_written": year(said("Quỹ trao 1,250,000 đồng.")),
    "held_outside": logged(held("a", date(2020, 8, 31))),
    "held_after_issue": logged(held("a", date(2021, 7, 22))),
    "held_twice": logged(held("a"), held("b")),
    "class_too_large": logged(held("a", participations=4500)),
    "named_by_number": logged(held("a", title="150")),
    "title_unfinished": logged(held("a", title="Trồng rau cho cho nông dân")),
    "uncounted_class": logged(held("a", classes=0)),
    "other_period_in_log": logged(held("a", title="Hội thi năm học 2018-2019")),
    "abolished_in_log": logged(
        held("a", date(2026, 3, 5), partner="Phòng Y tế huyện"), period=Period.school_year(2025)
    ),
    "more_in_log": logged(*(held(f"a{n}", date(2020, 8, 31), f"Lớp thứ {n}") for n in range(101))),
    "old_encoding": year(said("Trung t©m häc tËp céng ®ång ®­îc tæ chøc ho¹t ®éng.")),
    "lost_letters": year(said("Phơng hớng đợc cấp ủy quan tâm.")),
    "unmarked": year(said("Cac doan the trong phuong da cung trung tam van dong nhan dan.")),
    "old_encoding_in_log": logged(held("a", title="Trång rau an toµn t¹i nhµ")),
    "told_as_done": year(
        {"checklist/noi_quy/status": "not_done", "checklist/noi_quy/statement": ("Trung tâm đã ban hành nội quy.",)}
    ),
    "score_beyond_maximum": Context.of(scored_form(), given({"score/ke_hoach/own": points("10.5")})),
    "score_between_steps": Context.of(scored_form(), given({"score/ke_hoach/own": points("9.3")})),
    "score_differs": Context.of(scored_form(), given({"score/ke_hoach/superior": points("8")})),
    "signers_missing": in_minutes({"figure/thanh_vien": "Lê Thị Cúc"}),
    "signs_twice": in_minutes({"figure/thanh_vien": "Lê Thị Cúc; Trần Văn Bình", "figure/thu_ky": "Trần Văn Bình"}),
    "not_reviewed": year({"carried/figure/dan_so": "2019-2020"}),
}
