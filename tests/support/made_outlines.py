"""Outlines made by hand, as a report of a small centre would be.

`report()` is sound and complete; its arguments change one thing of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tthtcd_tui.report.numbering import Numbering
from tthtcd_tui.report.outline import (
    Addressees,
    Align,
    Block,
    BulletList,
    Column,
    Heading,
    KeyValue,
    KeyValues,
    LegalBasis,
    Letterhead,
    Outline,
    Paragraph,
    Row,
    Run,
    RunKind,
    Runs,
    SignOff,
    Table,
    Title,
)
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.row import RowRole

SUPERIOR = "UBND XÃ PHÚ HỮU"
ISSUER = "TRUNG TÂM HỌC TẬP CỘNG ĐỒNG XÃ PHÚ HỮU"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
ABSTRACT = "Tự đánh giá tổ chức, hoạt động của Trung tâm học tập cộng đồng năm học 2024-2025"
BODIES = ("Ủy ban nhân dân xã Phú Hữu",)
THREE_BODIES = ("Ủy ban nhân dân xã Phú Hữu", "Sở Giáo dục và Đào tạo", "Hội Khuyến học tỉnh Đồng Tháp")
RECIPIENTS = ("- Như trên;", "- Thường trực Đảng ủy xã;", "- Lưu: VT.")
GAP = Run("[Chưa nhập: Diện tích tự nhiên]", Place("figure/dien_tich"), RunKind.GAP)
BLANK_NUMBER = Run("    ", Place("report/number"), RunKind.GAP)
BLANK_DATE = Run("ngày    tháng    năm    ", Place("report/date"), RunKind.GAP)


def words(text: str) -> Runs:
    """`text` as one run; nothing for no text."""
    return (Run(text),) if text else ()


def letterhead(
    superior: str = SUPERIOR,
    issuer: str = ISSUER,
    number: str | Runs = "Số: 05/BC-TTHTCĐ",
    dated: str | Runs = "Phú Hữu, ngày 05 tháng 6 năm 2025",
) -> Letterhead:
    numbered = words(number) if isinstance(number, str) else number
    day = words(dated) if isinstance(dated, str) else dated
    return Letterhead(words(superior), words(issuer), numbered, NATION, MOTTO, day)


def addressees(*bodies: str) -> Addressees:
    if len(bodies) == 1:
        return Addressees("Kính gửi:", (words(bodies[0]),))
    stops = [*[";"] * (len(bodies) - 1), "."]
    return Addressees("Kính gửi:", tuple(words(f"- {body}{stop}") for body, stop in zip(bodies, stops, strict=True)))


def sign_off(
    capacity: Sequence[str] = ("GIÁM ĐỐC",), signer: str = "Trần Văn Đủ", recipients: Sequence[str] = RECIPIENTS
) -> SignOff:
    return SignOff(
        "Nơi nhận:", tuple(map(words, recipients)), tuple(map(words, capacity)), (Run(signer, Place("report/signer")),)
    )


def part(number: str, title: str, numbering: Numbering = Numbering.ROMAN) -> Heading:
    return Heading(1, numbering, number, words(title), "phan")


def section(number: str, title: str) -> Heading:
    return Heading(2, Numbering.ARABIC, number, words(title), "muc")


def paragraph(*pieces: str | Run) -> Paragraph:
    return Paragraph(tuple(piece if isinstance(piece, Run) else Run(piece) for piece in pieces))


def results(rows: Sequence[tuple[RowRole, str, str, str, str]] = ()) -> Table:
    shown = rows or (
        (RowRole.BODY, "1", "Học nghề ngắn hạn", "2", "540"),
        (RowRole.GROUP, "2", "Các chuyên đề", "", ""),
        (RowRole.SUB, "a", "Giáo dục pháp luật", "26", "2.554"),
        (RowRole.SUB, "b", "Giáo dục sức khỏe", "35", "4.025"),
        (RowRole.TOTAL, "", "TỔNG", "63", "7.119"),
    )
    return Table(
        (
            Column(words("TT"), Align.CENTRE, 8),
            Column(words("Nội dung"), Align.LEFT, 54),
            Column(words("Số lớp"), Align.RIGHT, 14),
            Column(words("Số lượt người tham gia"), Align.RIGHT, 24),
        ),
        tuple(Row(role, tuple(map(words, cells))) for role, *cells in shown),
    )


def body() -> list[Block]:
    return [
        paragraph("Trung tâm học tập cộng đồng xã Phú Hữu báo cáo kết quả tự đánh giá như sau:"),
        part("I.", "ĐẶC ĐIỂM TÌNH HÌNH ĐỊA PHƯƠNG"),
        paragraph(
            "Xã có ", Run("trên 12.000", Place("figure/dan_so"), RunKind.VALUE), " người, sinh sống tại ",
            Run("9", Place("figure/so_khu"), RunKind.VALUE), " ấp.",
        ),
        part("II.", "BỘ MÁY QUẢN LÝ"),
        section("1.", "Ban Giám đốc"),
        KeyValues((
            KeyValue(words("- Giám đốc: "), words("Phó Chủ tịch Ủy ban nhân dân xã;")),
            KeyValue(words("- Phó Giám đốc: "), words("Hiệu trưởng Trường Tiểu học Phú Hữu 2.")),
        )),
        section("2.", "Triển khai văn bản chỉ đạo của cấp trên"),
        paragraph("a) ", "Nội quy được niêm yết tại trụ sở và phổ biến đến từng ấp;"),
        paragraph("b) ", "Hồ sơ được lưu trữ đầy đủ."),
        part("III.", "TỔ CHỨC HOẠT ĐỘNG"),
        section("1.", "Kết quả thực hiện năm học"),
        results(),
        BulletList((words("- Các lớp mở tại ấp;"), words("- Các buổi phát thanh."))),
        paragraph("Trên đây là kết quả tự đánh giá của Trung tâm học tập cộng đồng xã Phú Hữu./."),
    ]  # fmt: skip


def report(
    *,
    head: Letterhead | None = None,
    abstract: str = ABSTRACT,
    bodies: Sequence[str] = BODIES,
    legal_basis: Sequence[str] = (),
    content: Sequence[Block] | None = None,
    end: SignOff | None = None,
    draft: bool = False,
) -> Outline:
    """A whole report, with one thing or another changed."""
    blocks: list[Block] = [head or letterhead(), Title(words("BÁO CÁO"), words(abstract))]
    if bodies:
        blocks.append(addressees(*bodies))
    if legal_basis:
        blocks.append(LegalBasis(tuple(map(words, legal_basis))))
    blocks += body() if content is None else content
    blocks.append(end or sign_off())
    return Outline(
        tuple(blocks), f"Báo cáo {abstract[:1].lower()}{abstract[1:]}",
        "Trung tâm học tập cộng đồng xã Phú Hữu", date(2025, 6, 5), draft,
    )  # fmt: skip


def unfinished() -> Outline:
    """A draft: number, date and signer blank, a gap in the text."""
    content = [*body()[:3], paragraph("Diện tích tự nhiên là ", GAP, " km²."), *body()[3:]]
    return report(
        head=letterhead(
            number=(Run("Số: "), BLANK_NUMBER, Run("/BC-TTHTCĐ")), dated=(Run("Phú Hữu"), Run(", "), BLANK_DATE)
        ),
        content=content,
        end=SignOff(
            "Nơi nhận:", tuple(map(words, RECIPIENTS)), (words("GIÁM ĐỐC"),),
            (Run(" ", Place("report/signer"), RunKind.GAP),),
        ),
        draft=True,
    )  # fmt: skip
