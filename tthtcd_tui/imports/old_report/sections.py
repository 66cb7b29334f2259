"""Which section of the form a heading means, whatever its number and wording; and where each begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tthtcd_tui.forms.model import Form
from tthtcd_tui.imports.sources.pieces import Part, Piece
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.fold import fold

_NUMBER: Final = re.compile(
    r"^\s*(?:(?:phần|mục|chương)\s+(?:thứ\s+)?(?:[ivxlc]+|\d{1,2}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)\b\s*[:.\-–]?"
    r"|(?:[IVX]{1,5}|[0-9]{1,2}|[A-HĐ])(?:[.][0-9]{1,2})*\s*[.)/:\-–]+|\(?[a-hđ]\s*[.)/])\s*",
    re.IGNORECASE,
)
_PART_ALONE: Final = re.compile(
    r"^\s*(?:phần|mục|chương)\s+(?:thứ\s+)?(?:[ivxlc]+|\d{1,2}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)\s*[:.\-–]?\s*$",
    re.IGNORECASE,
)
"""«Phần thứ nhất» on a line of its own: the title follows."""
_NUMBERED: Final = re.compile(
    r"(?P<word>(?:phần|mục|chương)\s+(?:thứ\s+)?)?(?P<digits>[IVX]+|[0-9]{1,2}(?:\.[0-9]{1,2})*|[A-HĐ]|[a-hđ]"
    r"|(?<=thứ )\w+)(?=\s*(?:[.)/:–-]|$))",
    re.IGNORECASE,
)
_BULLET: Final = re.compile(r"^\s*[-+*•–]\s")
_MOST_WORDS: Final = 18
_HEAD: Final = 60
"""Pieces among which the title is looked for."""
_TITLE: Final = re.compile(r"^bao cao\b")
_OPENS: Final = re.compile(r"\b(?:bao cao|tu danh gia|danh gia)\b.*\b(?:nhu sau|sau day|cu the|sau)\W*$")

_PERIOD: Final = re.compile(
    r"\b(?:trong )?(?:ca )?(?:nam hoc|nam)?\s*(?:19|20)\d\d(?:\s*[-/–]\s*(?:19|20)?\d\d)?\b|\bnam hoc\b"
)
_OWN_NAME: Final = re.compile(r"\b(?:tt ?htcd|trung tam(?: hoc tap cong dong| htcd| vh[- ]tt ?& ?htcd)?|tthtcd)\b")
_SENTENCE: Final = re.compile(r"\b(?:da|duoc|dang|se|thuong xuyen|luon|hang nam|hang thang|tich cuc|co(?! cau| so))\b")
"""Words by which a sentence tells what was done; a heading has none of them."""
_FILLERS: Final = frozenset(
    "cong tac danh gia viec cac cua va ve tai o trong cho tu nhung mot so phan tinh hinh noi dung thuc hien hieu qua"
    " xa phuong thi tran dac khu dia ban he thong chung vai net nhung tren".split()
)


class Meaning(NamedTuple):
    """A section by what its headings say, folded."""

    key: str
    needs: str
    """A pattern that must be found."""
    words: str
    """Words that headings of it are made of."""
    never: str = ""


_MEANINGS: Final = (
    Meaning("dia_phuong", r"dac diem|khai quat|vai net|doi net|so luoc|gioi thieu|tinh hinh (?:chung|dia phuong|kinh te)|dieu kien tu nhien",
            "dac diem tinh hinh dia phuong chung khai quat kinh te xa hoi tu nhien dan cu vi tri dia li dieu kien so luoc"
            " gioi thieu boi canh doi net", r"to chuc|hoat dong|thuan loi"),
    Meaning("ban_giam_doc", r"ban giam doc|ban quan li|nhan su|can bo quan li|doi ngu can bo",
            "ban giam doc quan li co cau to chuc thanh phan danh sach nhan su doi ngu can bo lanh dao gom cac thanh vien bo may"
            " kien toan", r"van ban|ke hoach"),
    Meaning("van_ban", r"van ban|chi dao cua cap tren|chi thi|nghi quyet",
            "trien khai thuc hien van ban chi dao cap tren cua dang nha nuoc nganh cap uy quan triet ban hanh luu tru chi thi"
            " nghi quyet chap hanh huong dan chap hanh"),
    Meaning("ke_hoach", r"ke hoach",
            "xay dung ke hoach hoat dong lap nam thang tuan cong tac tham muu chi dao dieu hanh to chuc",
            r"nam toi|nam hoc toi|phuong huong|thoi gian toi"),
    Meaning("nguon_luc", r"nguon luc|kinh phi|co so vat chat|tai chinh|tai luc",
            "quan li su dung nguon luc kinh phi co so vat chat trang thiet bi tai chinh huy dong hieu qua tai luc vat luc nhan"
            " luc dau tu thiet bi"),
    Meaning("cong_tac", r"cong tac hoat dong|cac mat (?:cong tac|hoat dong)|mo lop|van dong (?:hoc|nguoi)|to chuc (?:lop|day|cac lop)|dieu tra nhu cau|chuyen mon",
            "cong tac hoat dong mat mo lop van dong hoc vien to chuc day hoc lop nguoi ra duy tri tuyen truyen dieu tra nhu cau"
            " chuyen mon trien khai quan li"),
    Meaning("ket_qua", r"ket qua|tong hop|so lieu|bang (?:ke|thong ke)|thong ke",
            "ket qua thuc hien mo lop hoat dong tong hop so lieu bang ke thong ke cac lop chuyen de dat duoc cu the to chuc",
            r"xa hoi|han che|ton tai"),
    Meaning("xa_hoi", r"(?:tham gia|huy dong|chung tay|dong gop|phoi hop).*(?:xa hoi|cong dong|luc luong|to chuc|ban nganh)|xa hoi hoa",
            "danh gia cong tac huy dong su tham gia cua xa hoi cong dong cac luc luong hoa ban nganh doan the to chuc chung tay"
            " dong gop phoi hop ca nhan giao duc"),
    Meaning("hieu_qua", r"hieu qua|tac dong|ket qua dat duoc doi voi|muc do anh huong",
            "hieu qua hoat dong trung tam danh gia tac dong kinh te xa hoi doi voi cong dong dia phuong dat duoc mang lai",
            r"nguon luc|kinh phi"),
    Meaning("bo_may", r"bo may|cong tac to chuc|to chuc,? (?:va )?quan li|to chuc can bo|co cau to chuc|cong tac quan li",
            "bo may quan li to chuc cong tac can bo co cau nhan su trung tam", r"hoat dong|lop|ban giam doc"),
    Meaning("to_chuc", r"hoat dong",
            "to chuc hoat dong cac da chuyen mon trien khai trung tam tinh hinh nhiem vu", r"phuong huong|ke hoach"),
)  # fmt: skip
_FOREIGN: Final = re.compile(
    r"\b(?:thuan loi|kho khan|ton tai|han che|nguyen nhan|bai hoc|phuong huong|nhiem vu trong tam|kien nghi|de xuat|giai phap"
    r"|uu diem|khuyet diem|nhuoc diem|muc tieu|danh gia chung|ket luan|khen thuong|thi dua|dinh huong|mat manh|mat yeu"
    r"|ke hoach nam hoc toi|xep loai)\b"
)
"""Headings of other centres' reports that this form has no section for."""
_ENOUGH: Final = 0.62
_STOPPED: Final = 0.9
"""How like one a line that ends with a stop must be to be a heading."""
_SHORT: Final = 5
"""Words that may stand as a heading, a stop behind them."""


class Stretch(NamedTuple):
    """The pieces under one heading; `key` is the form's section, None where the form has none of that meaning."""

    key: str | None
    heading: Piece | None
    pieces: tuple[Piece, ...]
    likeness: float = 1.0

    @property
    def is_sure(self) -> bool:
        return self.likeness >= 0.75


def bare_heading(text: str) -> str:
    """A heading without its number, and the colon at its end: «II- Bộ máy:» → «Bộ máy»."""
    plain = " ".join(text.split())
    return _NUMBER.sub("", plain, count=1).strip().rstrip(":.").strip()


def is_unknown_heading(piece: Piece) -> bool:
    """Whether a line is numbered as headings are, and tells nothing: one of a section that the form has not."""
    text = " ".join(piece.text.split())
    if piece.is_table or _BULLET.match(piece.text) or re.search(r"[.;,:!?…]$|\d", text[3:]):
        return False
    bare = bare_heading(text)
    words = fold(bare)
    numbered = piece.is_heading or bool(piece.label and piece.label != "-") or bare != text.rstrip(":.").strip()
    return numbered and 2 <= len(words.split()) <= _MOST_WORDS and bare[:1].isupper() and not _SENTENCE.search(words)


class _Candidate(NamedTuple):
    at: int
    key: str | None
    likeness: float


def stretches(form: Form, pieces: Sequence[Piece]) -> list[Stretch]:
    """`pieces` cut at their headings; what stands before the first has no heading."""
    found = list(_headings(form, pieces))
    cut = [Stretch(None, None, tuple(pieces[: found[0].at] if found else pieces))]
    for number, (at, key, likeness) in enumerate(found):
        end = found[number + 1].at if number + 1 < len(found) else len(pieces)
        cut.append(Stretch(key, pieces[at], tuple(pieces[at + 1 : end]), likeness))
    return cut


def _headings(form: Form, pieces: Sequence[Piece]) -> Iterator[_Candidate]:
    """The headings, each with the section it means; of one section said twice the better."""
    order = {section.key: number for number, section in enumerate(form.sections)}
    chosen: list[_Candidate] = []
    follows_part = False
    begins = _after_title(pieces)
    for at, piece in enumerate(pieces):
        if at < begins or piece.part is not Part.BODY or piece.is_table or piece.is_blank:
            continue
        if _PART_ALONE.match(piece.text):
            follows_part = True
            continue
        candidate = _candidate(form, piece, at, follows_part)
        follows_part = False
        if candidate is not None:
            chosen.append(candidate)
    last = {one.key: number for number, one in enumerate(chosen)}
    meant = [
        _of_parent(form, one, chosen[number + 1].at, pieces) if last[one.key] > number else one
        for number, one in enumerate(chosen)
    ]
    yield from _in_order(_as_parts(form, meant, pieces), order)


def _as_parts(form: Form, found: Sequence[_Candidate], pieces: Sequence[Piece]) -> list[_Candidate]:
    """What is numbered as the parts are and means a section of one is the part: «C. KẾT QUẢ HOẠT ĐỘNG»."""
    levels = {section.key: section.level for section in form.sections}
    first = min(levels.values(), default=0)
    kinds = [_kind_of_number(pieces[each.at]) for each in found]
    parts = {kind for each, kind in zip(found, kinds, strict=True) if each.key and levels[each.key] == first}
    below = [kind for each, kind in zip(found, kinds, strict=True) if each.key and levels[each.key] > first]
    sure = {each.key for each in found}
    if len(parts - {""}) != 1 or "" in parts:
        return list(found)
    (kind_of_part,) = parts
    lifted = []
    for each, kind in zip(found, kinds, strict=True):
        over = _part_over(form, each.key)
        is_part = kind == kind_of_part and below.count(kind) < len(below) - below.count(kind)
        lifted.append(each._replace(key=over) if over and over not in sure and is_part else each)
    return lifted


def _part_over(form: Form, key: str | None) -> str | None:
    """The part that a section stands in; None where it is one itself."""
    over = None
    first = min(section.level for section in form.sections)
    for section in form.sections:
        if section.key == key:
            return over if section.level > first else None
        over = section.key if section.level == first else over
    return None


def _kind_of_number(piece: Piece) -> str:
    """What a heading is numbered by: «I» of «II. …», «1» of «3. …», «1.1» of «3.2. …», nothing of what has none."""
    found = _NUMBERED.match(piece.label or piece.text.strip())
    if found is None:
        return ""
    word, digits = found["word"] or "", found["digits"]
    kind = "I" if re.fullmatch("[IVX]+", digits) else "A" if digits.isalpha() and digits.isupper() else "a"
    return fold(word) + re.sub("[0-9]+", "1", digits) if digits[0].isdigit() else fold(word) + kind


def _of_parent(form: Form, candidate: _Candidate, end: int, pieces: Sequence[Piece]) -> _Candidate:
    """The section over the one a heading seems to mean, where another, at `end`, stands right after it.

    To be asked only where a later one means the same.
    """
    if candidate.key is None or any(not piece.is_blank for piece in pieces[candidate.at + 1 : end]):
        return candidate
    over = ""
    for section in form.sections[: [one.key for one in form.sections].index(candidate.key)]:
        over = section.key if section.level < form.section_by_key[candidate.key].level else over
    return candidate._replace(key=over) if over else candidate


def _after_title(pieces: Sequence[Piece]) -> int:
    """Where the body may begin: after the opening words, else after the lines of the title."""
    lines = [at for at, piece in enumerate(pieces[:_HEAD]) if not piece.is_table and not piece.is_blank]
    title = next((at for at in lines if _TITLE.match(fold(pieces[at].text).strip())), None)
    if title is None:
        return 0
    opening = next((at for at in lines if at > title and _OPENS.search(fold(pieces[at].text))), None)
    if opening is not None:
        return opening + 1
    begins = title + 1
    for at in lines:
        if at >= begins and not _NUMBER.match(pieces[at].text.strip()) and _is_of_title(pieces[at].text):
            begins = at + 1
        elif at >= begins:
            break
    return begins


def _is_of_title(text: str) -> bool:
    words = fold(text)
    return text.strip().isupper() or re.search(r"\bnam hoc\b|\bnam \d{4}\b|^ve\b|kinh gui", words) is not None


def _in_order(found: Sequence[_Candidate], order: dict[str, int]) -> Iterator[_Candidate]:
    """Without a second heading of a section unless it is the better one, and the first one stood out of order."""
    last = -1
    taken: set[str] = set()
    for candidate, best_later in zip(found, _best_later(found), strict=True):
        key = candidate.key
        if key is None:
            yield candidate
            continue
        place = order[key]
        better = best_later > candidate.likeness + 0.2
        if key in taken or (place < last and candidate.likeness < 0.9) or better:
            continue
        taken.add(key)
        last = place
        yield candidate


def _best_later(found: Sequence[_Candidate]) -> Sequence[float]:
    """Of each the likeness of the best of its section that comes after it."""
    best: dict[str | None, float] = {}
    told: list[float] = []
    for candidate in reversed(found):
        told.append(best.get(candidate.key, 0.0))
        best[candidate.key] = max(candidate.likeness, told[-1])
    return told[::-1]


def _candidate(form: Form, piece: Piece, at: int, follows_part: bool) -> _Candidate | None:
    text = " ".join(piece.text.split())
    if _BULLET.match(piece.text) or piece.label == "-" or len(text) > 160:
        return None
    is_marked = bool(_NUMBER.match(text)) or bool(piece.label) or piece.is_heading or text.isupper() or follows_part
    if text.endswith((".", ";", ",")) and not is_marked:
        return None
    bare = bare_heading(text)
    if ":" in bare and len(bare.partition(":")[2].split()) > 3:
        return None
    words = fold(bare)
    if not words or len(words.split()) > _MOST_WORDS or words.endswith((";", ",")):
        return None
    if is_marked and _FOREIGN.search(words) and len(words.split()) <= 12 and not _means_own(form, words):
        return _Candidate(at, None, 1.0)
    likeness, key = max(((_likeness(words, meaning), meaning.key) for meaning in _known(form)), default=(0.0, ""))
    if likeness < (_ENOUGH if is_marked else 0.85):
        return None
    if likeness < _STOPPED and _is_sentence(text, words) and not (piece.is_heading or text.isupper()):
        return None
    return _Candidate(at, key, likeness)


def _is_sentence(text: str, words: str) -> bool:
    """Whether a line ends as a sentence does: «a) Việc lưu trữ hồ sơ, văn bản thực hiện theo đúng quy định.»"""
    return text.endswith(".") and len(words.split()) > _SHORT


def _means_own(form: Form, words: str) -> bool:
    return any(_likeness(words, meaning) >= 0.95 for meaning in _known(form))


def _known(form: Form) -> list[Meaning]:
    """What sections of the form are called: the shipped form's by meaning, any other's by its own titles."""
    known = {meaning.key: meaning for meaning in _MEANINGS}
    return [known.get(section.key) or _by_title(section.key, section.name) for section in form.sections]


def _by_title(key: str, title: str) -> Meaning:
    words = [word for word in re.findall("[a-z0-9]+", fold(title)) if word not in _FILLERS] or fold(title).split()
    return Meaning(key, "|".join(map(re.escape, words)), " ".join(words))


def _likeness(words: str, meaning: Meaning) -> float:
    """From 0 to 1: how much of a heading is made of words that headings of that section are made of."""
    plain = _OWN_NAME.sub(" ", _PERIOD.sub(" ", re.sub("[()“”\"',;:&–-]", " ", words)))
    plain = " ".join(plain.split())
    if not re.search(rf"\b(?:{meaning.needs})\b", plain) or (meaning.never and re.search(meaning.never, plain)):
        return 0.0
    tokens = plain.split()
    own = set(meaning.words.split())
    strangers = [token for token in tokens if token not in own and token not in _FILLERS]
    spoken = sum(word not in own for word in _SENTENCE.findall(plain)) if meaning.key != "to_chuc" else 0
    rank = 0.02 * sum(token in own for token in tokens) / len(tokens)
    return max(0.0, 0.98 - (len(strangers) + 2 * spoken) / len(tokens) + rank)
