"""Which item of a checklist a paragraph tells of, by the words that only that item is told with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tthtcd_tui.forms.kinds.checklist import Checklist, Item
from tthtcd_tui.forms.model import Form
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.fold import fold

# Patterns of folded text, each with how much it says.
_CUES: Final[Mapping[str, tuple[tuple[str, float], ...]]] = {
    "noi_quy": ((r"noi qui", 3), (r"qui che", 2.5)),
    "kien_toan": ((r"kien toan", 3.5), (r"quyet dinh (?:thanh lap|bo nhiem|cong nhan)", 2)),
    "phan_cong": ((r"phan cong", 2.5), (r"phan nhiem", 2), (r"nhiem vu (?:cho|cua) (?:cac|tung) thanh vien", 1)),
    "luu_tru_ho_so": ((r"(?:luu tru|luu giu|bao quan|luu)\b.{0,40}(?:ho so|van ban|tai lieu|so sach)", 3),
                      (r"(?:ho so|van ban|tai lieu|so sach)\b.{0,40}(?:luu tru|luu giu|duoc luu|bao quan)", 3), (r"luu tru", 0.5)),
    "luu_tru_hinh_anh": ((r"hinh anh", 2.5), (r"video|clip|phim anh|anh tu lieu", 2.5), (r"luu", 0.5)),
    "tham_muu": ((r"tham muu", 3), (r"de xuat voi (?:cap uy|chinh quyen|ubnd|dang uy)", 2)),
    "tap_huan": ((r"tap huan", 3), (r"boi duong", 2)),
    "che_do": ((r"phu cap", 3), (r"che do,? chinh sach|thu lao", 2.5)),
    "dieu_kien": ((r"dieu kien lam viec", 3), (r"(?:van phong|phong lam viec|noi lam viec)\b", 2)),
    "tham_quan": ((r"tham quan", 3), (r"hoc hoi|hoc tap kinh nghiem|giao luu kinh nghiem", 2)),
    "phoi_hop_ke_hoach": ((r"ke hoach (?:nam|thang|tuan|qui)", 2.5), (r"(?:xay dung|lap|de ra) (?:cac )?ke hoach", 2),
                          (r"phoi hop\b.{0,60}ke hoach|ke hoach\b.{0,60}(?:phoi hop|cung)", 2), (r"phoi hop", 0.5)),
    "van_dong_ke_hoach": ((r"tuyen truyen", 2.5), (r"van dong", 2)),
    "kinh_phi": ((r"kinh phi", 2.5), (r"thu chi|quyet toan|du toan", 1.5)),
    "huy_dong": ((r"ho tro|ung ho|dong gop|tai tro|quyen gop|tang", 2.5), (r"nha hao tam|manh thuong quan", 1.5),
                 (r"huy dong", 1.5), (r"xa hoi hoa", 1.5)),
    "co_so_vat_chat": ((r"co so vat chat", 3), (r"trang thiet bi|thiet bi", 2), (r"may (?:vi )?tinh|may chieu|may in", 1),
                       (r"phong hoc|ban ghe|tu sach|am thanh", 0.8)),
    "dieu_tra": ((r"(?:dieu tra|khao sat|nam bat|tim hieu)\b.{0,40}nhu cau", 3.5), (r"dieu tra|khao sat", 2), (r"nhu cau hoc", 1)),
    "thong_tin": ((r"thong tin|thong bao", 2), (r"lich hoc|thoi gian,? (?:dia diem )?hoc|dia diem,? thoi gian", 2),
                  (r"noi dung,? dia diem|kip thoi", 1)),
    "tuyen_truyen": ((r"tuyen truyen", 2.5), (r"van dong", 2)),
    "phoi_hop_truong": ((r"(?:nha truong|cac truong|truong (?:thcs|tieu hoc|trung hoc|mam non|hoc))\b", 2), (r"cau lac bo", 1.5),
                        (r"phoi hop", 1.2)),
    "quan_ly_ho_so": ((r"quan li\b.{0,30}ho so|ho so\b.{0,60}quan li", 3), (r"ho so|so sach", 2), (r"luu tru|quan li", 0.8)),
}  # fmt: skip
_ENOUGH: Final = 2.0
_MARGIN: Final = 1.0


class Match(NamedTuple):
    """The item a paragraph tells of; `key` is None where none or more than one may be meant."""

    key: str | None
    is_sure: bool = False
    label_end: int = 0
    """Where the item's own label ends, if the paragraph begins with it."""


class Items:
    """The items of one section."""

    def __init__(self, form: Form, section: str) -> None:
        part = form.section_by_key[section].part(Checklist)
        self.items: Sequence[Item] = part.items if part else ()

    def match(self, text: str) -> Match:
        """Which of them `text` tells of."""
        label = self._by_label(text)
        if label is not None:
            return label
        words = fold(text)
        scores = sorted(((self._score(item, words), item.key) for item in self.items), reverse=True)
        if not scores or scores[0][0] < _ENOUGH:
            return Match(None)
        best, key = scores[0]
        second = scores[1][0] if len(scores) > 1 else 0.0
        if best - second < _MARGIN:
            return Match(None)
        return Match(key, is_sure=best >= 2.5 and second <= best / 2)

    def _by_label(self, text: str) -> Match | None:
        """«a) Nội quy, quy chế: đã ban hành …»."""
        label, colon, rest = text.partition(":")
        if not colon or not rest.strip():
            return None
        plain = _plain(label)
        found = [item.key for item in self.items if _plain(item.label) == plain]
        return Match(found[0], is_sure=True, label_end=len(label) + 1) if len(found) == 1 else None

    def _score(self, item: Item, words: str) -> float:
        cues = _CUES.get(item.key) or _own_cues(item.label)
        return sum(weight for pattern, weight in cues if re.search(rf"\b(?:{pattern})", words))

    def parted(self, text: str) -> Iterator[tuple[str, Match]]:
        """`text` by its clauses where each tells of another item, each a sentence of its own; else whole."""
        clauses = [clause.strip() for clause in re.split(r";\s+", text)]
        found = [self.match(clause) for clause in clauses]
        keys = [match.key for match in found]
        if len(clauses) > 1 and all(keys) and len(set(keys)) == len(keys):
            for clause, match in zip(clauses, found, strict=True):
                yield _sentence(clause), match
            return
        yield text, self.match(text)


def _sentence(clause: str) -> str:
    """A clause that stood before a semicolon, with its capital and its stop."""
    stopped = clause if clause.endswith((".", "!", "?", "…", ":")) else f"{clause.rstrip(' ,;')}."
    return stopped[:1].upper() + stopped[1:]


def _plain(text: str) -> str:
    return " ".join(re.findall("[a-z0-9]+", re.sub(r"^\s*(?:[-+•*–]|\(?[0-9a-zđ]{1,2}[.)/])\s*", "", fold(text))))


def _own_cues(label: str) -> tuple[tuple[str, float], ...]:
    """Of an item of another form: the words of its label."""
    words = [word for word in _plain(label).split() if len(word) > 2]
    return tuple((re.escape(word), 4.0 / max(len(words), 1)) for word in words)
