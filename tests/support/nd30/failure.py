"""What a check answers, and every rule there is.

The rules are those of Appendix I to Decree 30/2020/NĐ-CP for a báo cáo, and what a Word user expects of the file.
A rule's text says what it demands; where the decree leaves freedom, so does the rule.
"""

from __future__ import annotations

from dataclasses import dataclass

FILE_RULES = {
    "zip": "A sound archive: every member named once and stamped with one fixed time.",
    "package": "Parts, content types and relationships agree; every id that is referred to exists.",
    "order": "Children stand in the order of the schema: Word repairs or refuses a file that breaks it.",
    "characters": "No control character, private-use character or invisible mark anywhere.",
    "nfc": "All text in NFC.",
    "properties": "Title, author and dates in the core properties; nothing of python-docx, nothing of 2013.",
    "language": "Every run of text is marked vi-VN.",
    "hand-formatted": "Size, weight, slant and font come from styles, not from single runs.",
    "draft-mark": "A draft says DỰ THẢO; a final report has neither that mark nor a gap.",
}
PAGE_RULES = {
    "paper": "A4 portrait; landscape for an appendix alone.",
    "margins": "Top and bottom 20-25 mm, left 30-35, right 15-20.",
    "page-number": "Arabic from 1, 13-14 pt, upright, not bold, centred in the top margin, none on page 1.",
    "font": "Times New Roman in all four font slots.",
    "colour": "Black; highlighted in a draft alone.",
}
HEAD_RULES = {
    "head": "Two columns, level with each other; number and date on one row.",
    "nation": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM in capitals, 12-13 bold, on one line.",
    "motto": "Độc lập - Tự do - Hạnh phúc, 13-14 bold, centred under the nation's name.",
    "motto-rule": "A solid rule under the motto, exactly as long as it.",
    "superior": "The superior body in capitals, 12-13 not bold, centred, single-spaced.",
    "issuer": "The issuing body's name in full, in capitals, 12-13 bold, centred, single-spaced.",
    "issuer-rule": "A solid, balanced rule under the issuing body, 1/3-1/2 as long as the text.",
    "number": "«Số: 05/BC-TTHTCĐ», exactly 13 upright, centred, on one line.",
    "date": "«Mạo Khê, ngày 05 tháng 6 năm 2021», 13-14 italic, centred under the motto, on one line.",
    "title": "BÁO CÁO in capitals, 13-14 bold, centred.",
    "abstract": "The abstract in lower case, 13-14 bold, centred, below the title.",
    "abstract-rule": "A solid, balanced rule under the abstract, 1/3-1/2 as long as the text.",
    "addressees": "Kính gửi 13-14 upright: one body on the same line without a stop, more on lines of their own.",
}
BODY_RULES = {
    "body": "Prose 13-14 pt of one size, upright, not bold.",
    "body-justified": "Prose is justified.",
    "body-indent": "The first line of prose stands in by 1 cm or 1.27 cm.",
    "body-gap": "At least 6 pt between paragraphs.",
    "body-line": "Line spacing from single to 1.5.",
    "legal-basis": "Căn cứ lines italic, each ending «;», the last «.».",
    "heading": "«I. CAPITALS BOLD», «1. Lower case bold», of the prose's size; no «1.1.».",
    "heading-real": "A heading has a style with an outline level, and is counted by the word processor.",
    "heading-order": "Headings count I, II, III and 1, 2, 3 without a gap, starting anew under each part.",
    "points": "«a)» upright, not bold, of the prose's size; a b c d đ e g h i k l m n o p q r s t u v x y.",
    "end-mark": "«./.» ends the text, and stands nowhere else.",
    "table-header": "A table's header row repeats on every page.",
    "table-rows": "A table's rows do not split across pages.",
}
END_RULES = {
    "signoff": "Two columns: recipients on the left, level with authority and position on the right.",
    "capacity": "Authority and position in capitals, 13-14 bold, centred; TM., Q., KT., TL., TUQ. as they are meant.",
    "signing-room": "Room to sign between the position and the name.",
    "signer": "The name in lower case, 13-14 bold, centred under the position, no titles before it.",
    "recipients-label": "«Nơi nhận:» 12 bold italic, flush left.",
    "recipients": "The list 11 upright, flush left: «- …;», first «- Như trên;» with a Kính gửi, last «- Lưu: VT.».",
    "appendix": "«Phụ lục I» 14 bold centred, its title in capitals, «(Kèm theo …)»; numbered when several; cited.",
    "appendix-pages": "Each appendix numbers its own pages.",
    "appendix-start": "An appendix begins on a new page.",
    "appendix-reference": "«(Kèm theo …)» names this document's own body, number and date; the last two may be open.",
    "appendix-outline": "The label has a style with the first outline level, for the navigation pane.",
    "appendix-table": "Tables in an appendix are 10-14 pt, their header row repeats, their rows do not split.",
}
WORD_RULES = {
    "words": "Nhân dân, Nhà nước with capitals; đảng viên, đô thị, trường mầm non without.",
}
RULES = FILE_RULES | PAGE_RULES | HEAD_RULES | BODY_RULES | END_RULES | WORD_RULES


@dataclass(frozen=True, slots=True)
class Failure:
    """One place where a document breaks a rule: `rule` is a key of RULES, `detail` what was found there."""

    rule: str
    detail: str

    def __post_init__(self) -> None:
        if self.rule not in RULES:
            raise KeyError(self.rule)

    def __str__(self) -> str:
        return f"{self.rule}: {self.detail}"
