"""Typing slips and remains of templates in a text: blanks, dotted leaders, brackets, quotes, doubled words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.rule import Frame
from tthtcd_tui.checks.sentences import UPPER
from tthtcd_tui.checks.texts import GAP, Role, Text
from tthtcd_tui.checks.wording import warning
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.kinds.details import CLOSING, OPENING
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.problem import quoted

# Patterns are compiled when first needed, and kept by re.
_ADDRESS: Final = r"(?<!\S)\S*(?:://|@|www\.)\S*"
_ADDRESSES: Final = ("://", "@", "www.")
_DOUBLE_SPACE: Final = r"(?<!\S)(\S+) {2,}(\S+)"
_BEFORE_STOP: Final = r"(?<![^\W\d_])([^\W\d_]+) (?:[,;!?](?!\))|[.:](?![.:])(?=\s|$)|,)"
_INSIDE_BRACKETS: Final = r"\( \w+|(?<!\w)\w+ \)"
_AFTER_STOP: Final = (
    rf"(?<!\w)[^\W\d_]{{2,}}(?:(?<![{UPPER}])\.(?=[^\W\d_][^\W\d_])(?=[{UPPER}])|[,;](?=[^\W\d_]))[^\W\d_]+"
)
_DOUBLED_STOP: Final = (
    r"(?<!v\.v)(?:(?:^|(?<=\n))\s*[-–+]\s+[-–+]\s"
    r"|,\s?,|;\s?;|,\s?;|;\s?,|,\s?\.(?!\.)|(?<!\.)\.\.(?!\.)|::|\.,|!\s?!|(?<!\.)\.\s\.(?=\s|$))"
)
_PAIRS_OF_STOPS: Final = ("--", "––", "++", ",,", ";;", ",;", ";,", ",.", "..", "::", ".,", "!!")
_CLOSING_MARKS: Final = ' ”"»’)]'
_ENDS: Final = f".!?…:;,/{GAP}"
_LIST_LINE: Final = r"\s*(?:[-–—+*•]|[a-zđ\d]{1,2}[.)])\s"
_LONGEST_HEADING: Final = 80
_WORDS_SHOWN: Final = 4
_LEADERS: Final = r"(?:[.…_]\s?){4,}|…{2,}|_{2,}"
_BLANK: Final = (
    r"(?i)(?:(?<!\w)(?:số|ngày|tháng|năm|có|được|là)\s+|[/:]\s?)(?:\.{2,3}|…)(?=\s*(?:/|tháng|năm|đồng|triệu|người|lớp|lượt|hộ|%))"
    r"|(?:\.{3}|…)\s+(?:đồng|triệu|nghìn|người|lớp|lượt|hộ|học\s+viên|suất|buổi|cuốn|chiếc|bộ|phần|em|cháu|con|cây)(?!\w)"
    r"|:\s?(?:\.{3}|…)(?=\s*(?:[;,]|$))"
)
_PLACEHOLDERS: Final = (
    (
        ("xx", "nnn", "abc", "todo", "tbd", "orem"),
        (
            r"(?<!\w)(?:x{2,}|X{3,}|n{3,}|(?<!chữ\s)(?<!cái\s)(?<!vần\s)(?:abc|ABC)(?!\s+[A-Z])|TODO|TBD|[Ll]orem\s+ipsum)(?!\w)"
            r"|(?<!\w)XX(?=\s+(?:người|lượt|lớp|hộ|đồng|triệu|nghìn|buổi|học\s+viên|học\s+sinh|cuốn|suất|%)(?!\w)|%)"
        ),
    ),
    (
        ("[",),
        r"\[(?!(?:kể\s+cả|bao\s+gồm|gồm|sic|nguyên\s+văn)(?!\w))[^\]\d]{0,60}[^\W\d_…][^\]]{0,80}\]|\[\s*(?:…|\.{2,})?\s*\]",
    ),
    (("<",), r"<[^<>\d]{0,60}[^\W\d_][^<>]{0,80}>"),
    (
        ("(",),
        (
            r"(?i)\(\s*(?:cần\s+|xin\s+|đề\s+nghị\s+)?(?:ghi\s+rõ|nêu\s+rõ|nêu\s+cụ\s+thể|ghi\s+cụ\s+thể|điền|bổ\s+sung|cập\s+nhật|xem\s+lại"
            r"|kiểm\s+tra\s+lại|liệt\s+kê|kể\s+tên|nhập|chưa\s+có\s+số\s+liệu|số\s+liệu\s+sau|viết\s+thêm)(?!\w)[^)]{0,80}\)"
            r"|\(\s*(?:\?+|…|\.{2,})\s*\)"
            r"|\(\s*(?:ghi\s+|viết\s+)?(?:tên|họ\s+tên|số\s+lượng|số\s+liệu|địa\s+chỉ|thời\s+gian|địa\s+điểm)(?:\s+(?:đầy\s+đủ|cụ\s+thể))?\s*\)"
        ),
    ),
    (("{",), r"\{\s*(?:…|\.{2,})\s*\}|\{[^{}\d]{0,60}(?:\s|[^\W\d_a-zA-Z])[^{}]{0,60}\}|\{[a-z_]+(?![a-z_}])"),
    (("( )", "()"), r"\(\s*\)"),
    (
        ("nêu rõ", "nêu cụ thể", "ghi rõ", "ghi cụ thể", "như trên", "như năm", "tương tự"),
        (
            r"(?i)^\W*(?:nêu|ghi)\s+(?:rõ|cụ\s+thể)(?!\w)[^.]*\.?\s*$|^\W*(?:như\s+(?:trên|năm\s+trước|năm\s+ngoái)|tương\s+tự(?:\s+(?:trên|năm\s+trước))?)\W*$"
        ),
    ),
    (
        ("số liệu của", "bổ sung số liệu", "hỏi lại", "kiểm tra lại số"),
        r"(?i)^\W*(?:cần|nhớ|phải)\s+(?:bổ\s+sung|hỏi\s+lại|kiểm\s+tra\s+lại|xin)(?:\s+số)?(?:\s+liệu)?(?!\w)[^.]*",
    ),
    (
        ("bổ sung sau", "cập nhật sau", "điền sau", "nhập sau"),
        r"(?i)(?<!\w)(?:bổ\s+sung|cập\s+nhật|điền|nhập)\s+sau(?=\s*(?:$|[.,;:)]))",
    ),
)
"""Placeholders: each pattern with lower-case text that every match contains, for a quick first look."""
_END_MARK: Final = "./"
_PICTURE: Final = "[\u2600-\u27bf\U0001f000-\U0001faff]\ufe0f?"
_FIRST_PICTURE: Final = "\u2600"
_NOTHING: Final = frozenset({"khong", "khong co", "chua", "chua co", "ko", "ko co", "n/a"})
_LIST_MARKER: Final = r"(?:^|(?<=[\s;:.,]))(?:[a-zđ]|\d{1,2}|[ivx]{1,4}|[IVX]{1,4})\)"
_DOUBLED_WORD: Final = (
    r"(?i)(?<!\w)(các|đã|và|của|là|được|cho|với|những|trong|tại|để|về|đến|theo|trên|do|khi|mà|ở|cùng|sẽ|đang|phải|bị|như|nhưng"
    r"|hoặc|thì|nên|vào|này|gồm|mỗi) \1(?!\w)"
)
_DOUBLED_PAIR: Final = r"(?i)(?<!\w)(([^\W\d_]+) (?!\2(?!\w))[^\W\d_]+) \1(?!\w)"


def spacing(_frame: Frame, text: Text) -> Iterator[Finding]:
    """Two blanks in a row, a blank before a stop, none after one. Told once a text."""
    if text.role in (Role.CODE,):
        return
    words = re.sub(_ADDRESS, "", text.own) if any(mark in text.own for mark in _ADDRESSES) else text.own
    if "  " in text.own and (match := re.search(_DOUBLE_SPACE, text.own.strip())):
        yield _found("spacing", text, f"thừa khoảng trắng giữa {quoted(match[1])} và {quoted(match[2])}. Xóa bớt.")
    elif ("( " in words or " )" in words) and (match := re.search(_INSIDE_BRACKETS, words)):
        yield _found("spacing", text, f"thừa khoảng trắng bên trong ngoặc ở {quoted(match[0])}. Xóa khoảng trắng đó.")
    elif any(f" {stop}" in words for stop in ",;!?.:") and (match := re.search(_BEFORE_STOP, words)):
        yield _found("spacing", text, f"thừa khoảng trắng trước dấu câu ở {quoted(match[0])}. Xóa khoảng trắng đó.")
    elif text.role is Role.PROSE and _runs_on(words) and (match := re.search(_AFTER_STOP, words)):
        yield _found("spacing", text, f"thiếu khoảng trắng sau dấu câu ở {quoted(match[0])}. Thêm một khoảng trắng.")


def _runs_on(words: str) -> bool:
    """Whether a letter follows directly on a stop."""
    after = (part[:1] for stop in ".,;" for part in words.split(stop)[1:])
    return any(first.isalnum() and not first.isdecimal() for first in after)


def doubled_stop(_frame: Frame, text: Text) -> Iterator[Finding]:
    """Two commas, two full stops in a row."""
    if text.role is not Role.PROSE:
        return
    close = "".join(text.own.split())
    if any(pair in close for pair in _PAIRS_OF_STOPS) and (match := re.search(_DOUBLED_STOP, text.own)):
        yield _found("doubled_stop", text, f"thừa dấu câu ở {quoted(_around(text.own, match))}. Chỉ để một dấu.")


def unstopped(_context: Context, texts: Sequence[Text]) -> Iterator[Finding]:
    """The last paragraph of a place without a stop at its end, or a long one before it. Told once a place.

    Short ones before the last may be headings, and lines of a list are parted as their author likes.
    """
    prose = [text for text in texts if text.role is Role.PROSE and text.place != CLOSING]
    last = {text.place: text for text in prose}
    told: set[Place] = set()
    for text in prose:
        is_open = not _is_ended(text.words) and (text is last[text.place] or _is_sentence(text))
        if text.place not in told and (is_open or _stops_short(text, last[text.place])):
            told.add(text.place)
            stop = "dấu hai chấm" if text.place == OPENING else "dấu chấm"
            shown = quoted(" ".join(text.words.split()[-_WORDS_SHOWN:]))
            yield _found("unstopped", text, f"thiếu {stop} cuối đoạn, sau {shown}. Thêm {stop}, hoặc ghi lý do.")


def _is_ended(words: str) -> bool:
    """What is still to be linked at the end is not judged, nor what goes on in the next line."""
    bare = words.rstrip(_CLOSING_MARKS)
    return not bare or bare[-1] in _ENDS


def _stops_short(text: Text, last: Text) -> bool:
    """Whether the last paragraph of a place ends in a comma."""
    return text is last and text.words.rstrip(_CLOSING_MARKS).endswith(",")


def _is_sentence(text: Text) -> bool:
    return len(text.words) > _LONGEST_HEADING and not re.match(_LIST_LINE, text.words)


def leaders(_frame: Frame, text: Text) -> Iterator[Finding]:
    """A dotted line to be filled in by hand: ………"""
    if text.role is Role.CODE or not any(mark in text.own for mark in ("…", "..", "__", ". .")):
        return
    found = (match for shape in (_LEADERS, _BLANK) for match in re.finditer(shape, text.own))
    if match := next((match for match in found if not _ends_a_list(text.own, match)), None):
        yield _found(
            "leaders", text, f"còn chỗ chấm để trống ở {quoted(_around(text.own, match))}. Điền vào, hoặc bỏ câu đó."
        )


def _ends_a_list(words: str, match: re.Match[str]) -> bool:
    """«nuôi gà, nuôi cá....»: dots too many, written on to the last word, after which a sentence begins or nothing."""
    attached = match.start() > 0 and words[match.start() - 1].isalpha()
    after = words[match.end() :].lstrip()
    return attached and not words[match.start() : match.end()].strip(".…") and (not after or after[0].isupper())


def placeholder(_frame: Frame, text: Text) -> Iterator[Finding]:
    """A placeholder left from a template: [tên xã], xxx, (ghi rõ)."""
    if text.role is Role.CODE:
        return
    low = " ".join(text.own.casefold().split())
    patterns = (pattern for marks, pattern in _PLACEHOLDERS if any(mark in low for mark in marks))
    found = [match for pattern in patterns if (match := re.search(pattern, text.own))]
    if found:
        first = min(found, key=re.Match.start)
        yield _found("placeholder", text, f"còn chữ giữ chỗ {quoted(first[0])}. Điền vào, hoặc bỏ đi.")


def pictured(_frame: Frame, text: Text) -> Iterator[Finding]:
    """A smiley or another picture: an official document has none, and no office has its font."""
    if max(text.own, default="") >= _FIRST_PICTURE and (found := re.search(_PICTURE, text.own)):
        yield _found("pictured", text, f"có hình {quoted(found[0])}, văn bản hành chính không dùng. Xóa đi.")


def nil_in_words(_frame: Frame, text: Text) -> Iterator[Finding]:
    """«khong co» in a line is printed as it stands; typed «-», it takes its sentence with it."""
    if text.role is Role.LINE and fold(text.own).strip(" .") in _NOTHING:
        yield _found("nil_in_words", text, f"ghi {quoted(text.own)} thành chữ. Không có thì gõ -, rồi đọc lại bản in.")


def end_mark_inside(_frame: Frame, text: Text) -> Iterator[Finding]:
    """«./.» ends the report, and nothing else; the program prints it."""
    if text.place == CLOSING and _END_MARK in text.own.rstrip().removesuffix("./."):
        yield _found("end_mark_inside", text, "có dấu “./.” ở giữa. Bỏ đi: chương trình in một lần ở cuối văn bản.")
    if text.place != "report/closing" and text.role in (Role.PROSE, Role.LINE) and _END_MARK in text.own:
        yield _found("end_mark_inside", text, "có dấu “./.”, dấu kết thúc văn bản. Thay bằng dấu chấm.")


def unclosed(_frame: Frame, text: Text) -> Iterator[Finding]:
    """A quotation mark or a bracket without its other half."""
    if text.role is Role.CODE:
        return
    for opening, closing, name in (("“", "”", "ngoặc kép"), ("«", "»", "ngoặc kép")):
        if text.own.count(opening) != text.own.count(closing) and not _even(text.own, opening + closing):
            yield _found("unclosed", text, f"dấu {name} {opening}{closing} không đủ đôi. Thêm hoặc bỏ một dấu.")
    straight = re.sub(r'(?<=\d)"', "", text.own).count('"') if '"' in text.own else 0
    if straight % 2 and "“" not in text.own and "”" not in text.own:
        yield _found("unclosed", text, 'dấu ngoặc kép "" không đủ đôi. Thêm hoặc bỏ một dấu.')
    if text.own.count("[") != text.own.count("]"):
        yield _found("unclosed", text, "dấu ngoặc vuông [ ] không đủ đôi. Thêm hoặc bỏ một dấu.")
    if not _brackets_agree(text.own):
        yield _found("unclosed", text, "dấu ngoặc đơn ( ) không đủ đôi. Thêm hoặc bỏ một dấu.")


def doubled_word(_frame: Frame, text: Text) -> Iterator[Finding]:
    """A word typed twice; «xanh xanh», «ngày ngày» are words."""
    if text.role not in (Role.PROSE, Role.LINE, Role.LIST):
        return
    match = re.search(_DOUBLED_WORD, text.own) or re.search(_DOUBLED_PAIR, text.own)
    if match:
        yield _found("doubled_word", text, f"viết lặp {quoted(match[0])}. Bỏ bớt, hoặc ghi lý do.")


def _brackets_agree(words: str) -> bool:
    """Whether each bracket has its other half: «a)» needs none, and «(xem mục a)» has it."""
    if ")" not in words:
        return "(" not in words
    bare = re.sub(_LIST_MARKER, "", words)
    if bare.count("(") == bare.count(")"):
        return True
    markers = {match.end() for match in re.finditer(_LIST_MARKER, words)}
    depth = 0
    for match in re.finditer(r"[()]", words):
        if match[0] == "(":
            depth += 1
        elif depth:
            depth -= 1
        elif match.end() not in markers:
            return False
    return not depth


def _even(words: str, marks: str) -> bool:
    """Whether halves of different kinds make up pairs: “… " is badly set, and closed."""
    count = sum(words.count(mark) for mark in (*marks, '"'))
    return '"' in words and count % 2 == 0


def _around(words: str, match: re.Match[str]) -> str:
    """What was matched with the word before it."""
    before = words[: match.start()].rsplit(" ", 2)[-1] if match.start() else ""
    return f"{before}{match[0]}".strip()


def _found(code: str, text: Text, words: str) -> Finding:
    return warning(code, text.place, f"{text.label}: {words}")
