"""Which of a form's labels a pasted one means: folded, numbering taken off, abbreviations spelt out, by its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise, product
from typing import Final, Generic, NamedTuple, TypeVar  # noqa: TID251 -- ours takes no parameter

from tthtcd_tui.text.fold import fold

K = TypeVar("K")

_ABBREVIATIONS: Final = {
    "gd": ("giáo dục",), "gdpl": ("giáo dục pháp luật",), "pl": ("pháp luật",), "sk": ("sức khỏe",),
    "gdsk": ("giáo dục sức khỏe",), "mt": ("môi trường",), "bvmt": ("bảo vệ môi trường",),
    "vh": ("văn hóa",), "xh": ("xã hội",), "vhxh": ("văn hóa xã hội",), "vn": ("văn nghệ",),
    "tt": ("thể thao", "truyền thanh", "trung tâm"), "tdtt": ("thể dục thể thao",), "vhvn": ("văn hóa văn nghệ",),
    "vntt": ("văn nghệ thể thao",), "vhtt": ("văn hóa thể thao",), "kt": ("kinh tế", "kỹ thuật"),
    "pt": ("phát triển",), "ptkt": ("phát triển kinh tế",), "kns": ("kỹ năng sống",), "kn": ("kỹ năng",),
    "clb": ("câu lạc bộ",), "xmc": ("xóa mù chữ",), "hd": ("hoạt động",), "ct": ("chương trình",),
    "cd": ("chuyên đề",), "hn": ("học nghề", "hướng nghiệp"), "pbkt": ("phổ biến kiến thức",), "dv": ("đảng viên",),
    "hs": ("học sinh",), "gv": ("giáo viên",), "dn": ("doanh nghiệp",), "th": ("tiểu học", "truyền hình"),
    "mn": ("mầm non",), "nvh": ("nhà văn hóa",), "kp": ("khu phố", "kinh phí"), "ns": ("ngân sách",),
    "sl": ("số lượng",), "dt": ("diện tích", "đài truyền"), "tnbq": ("thu nhập bình quân",),
}  # fmt: skip
_ALIKE: Final = {
    "dạy nghề": "học nghề", "đào tạo nghề": "học nghề", "xóa mù": "xóa mù chữ", "chống mù chữ": "xóa mù chữ",
    "phát thanh": "truyền thanh", "loa truyền thanh": "đài truyền thanh", "y tế": "sức khỏe",
    "xóa mù chữ chữ": "xóa mù chữ", "thể dục thể thao": "thể thao", "số hộ": "hộ gia đình",
    "nhân khẩu": "dân số", "số dân": "dân số", "hộ dân": "hộ gia đình", "trung học cơ sở": "thcs",
    "xóa mù chữ và giáo dục tiếp tục sau khi biết chữ": "xóa mù chữ",
    "xóa mù chữ và giáo dục tiếp tục sau biết chữ": "xóa mù chữ",
    "trung học phổ thông": "thpt", "tuyên truyền pháp luật": "giáo dục pháp luật",
    "tuyên truyền qua đài": "phổ biến kiến thức qua đài", "tuyên truyền trên đài": "phổ biến kiến thức qua đài",
    "tuyên truyền trên loa": "phổ biến kiến thức qua loa", "tuyên truyền qua loa": "phổ biến kiến thức qua loa",
    "phát thanh trên đài": "phổ biến kiến thức qua đài", "phát thanh qua đài": "phổ biến kiến thức qua đài",
    "phát thanh trên loa": "phổ biến kiến thức qua loa", "phát thanh qua loa": "phổ biến kiến thức qua loa",
    "y tế chăm sóc sức khỏe cộng đồng": "giáo dục sức khỏe", "chăm sóc sức khỏe cộng đồng": "giáo dục sức khỏe",
}  # fmt: skip
"""Words that offices use for one another; the right one is what a form says."""
_OPPOSITE: Final = (("dai", "ngan"),)
"""Of two one is said: «Học nghề dài hạn» is not «Học nghề ngắn hạn»."""
_WEIGHTLESS: Final = frozenset("so tong cac cua va cho qua ve tai theo o".split())
_GENERAL: Final = frozenset("pho bien kien thuc giao duc hoat dong phat trien chuong trinh hoc tuyen truyen".split())
"""What is done with any subject: they tell no row from another."""
_OF_ITS_KIND: Final = frozenset("ngan han".split())
"""What a label may do without: of those courses a centre has no others."""
_NUMBERING: Final = re.compile(
    r"^[-–—•*+]?\s*(?:\(?([0-9]{1,2}(?:[.][0-9a-zđ]{1,2})*|[a-zđA-ZĐ]|[IVX]{1,4})\s*[.,):/]+\s*|"
    r"([0-9]{1,2}|[a-hđ]|[IVX]{1,4})\s+(?=\D))"
)
_MARKER: Final = re.compile(
    r"\(?([0-9]{1,2}(?:[.]?[a-zđ])?|[0-9]{1,2}(?:[.][0-9]{1,2})*|[a-zđA-ZĐ]|[IVX]{1,5})\s*[.,):/]*"
)
_ENOUGH: Final = 0.62
_PART: Final = 0.4
"""How much of a label its own words must be, where the pasted one says nothing else."""
_STRICT_PART: Final = 0.6
_MARGIN: Final = 0.2
_FEWEST_TO_KEEP: Final = 3
_LED: Final = re.compile(r"^(?:(?:các )?(?:lớp )?(?:chuyên đề|cđ)|các lớp|lớp)(?: về)?[:\s]+(?=\S)", re.IGNORECASE)
"""«Chuyên đề pháp luật»: what kind of thing a row is, before what it is about."""


def split_marker(text: str) -> tuple[str, str]:
    """The numbering before a label, as a form says it, and the label: «a) Giáo dục pháp luật» → «a»."""
    found = _NUMBERING.match(text.strip())
    if found is None:
        return "", text.strip()
    return found[1] or found[2] or "", text.strip()[found.end() :]


def marker_alone(text: str) -> str:
    """«1.», «a)», «IV» without their signs; nothing for what is no numbering."""
    found = _MARKER.fullmatch(text.strip())
    return found[1] if found else ""


def numbers_rows(cells: Iterable[str], least: int = 1) -> bool:
    """Whether the cells of a column that hold something, `least` or more, only number the rows: 1, 2, 3 …"""
    found = [marker_alone(cell) for cell in cells if cell]
    return len(found) >= least and found == [str(number) for number in range(1, len(found) + 1)]


def words_of(text: str) -> tuple[str, ...]:
    """The words of a label by which it is compared, in order."""
    return _spelt(_plain(split_marker(text)[1]).split(), {})[0]


def _plain(text: str) -> str:
    return " ".join(re.findall("[a-z0-9]+", fold(text)))


@cache
def _tables() -> tuple[dict[str, tuple[str, ...]], tuple[tuple[str, str], ...]]:
    short = {key: tuple(map(_plain, words)) for key, words in _ABBREVIATIONS.items()}
    alike = sorted(((_plain(a), _plain(b)) for a, b in _ALIKE.items()), key=lambda pair: -len(pair[0]))
    return short, tuple(alike)


def _spelt(tokens: Sequence[str], known: Mapping[str, object]) -> list[tuple[str, ...]]:
    """The ways `tokens` may be spelt out; a token that labels hold as it is stays."""
    short, alike = _tables()
    choices = [short.get(token, (token,)) if token not in known else (token,) for token in tokens[:20]]
    found = []
    for way in list(product(*choices))[:16]:
        text = f" {' '.join(way)} "
        for one, other in alike:
            if f" {other} " not in text or f" {other} " in f" {one} ":
                text = text.replace(f" {one} ", f" {other} ")
        found.append(tuple(word for word in text.split() if word not in _WEIGHTLESS) or tuple(text.split()))
    return found


class Match(NamedTuple, Generic[K]):
    """What a pasted label means; `key` is None where that is not sure, and `nearest` what it might be."""

    key: K | None
    nearest: K | None = None


class Labels(Generic[K]):
    """The labels of a form, each with its key and all the ways to say it.

    With `is_strict` every word of a pasted label must be the form's: «Số hộ nghèo» is not «Số hộ gia đình».
    """

    def __init__(self, labels: Mapping[K, Sequence[str]], is_strict: bool = False) -> None:
        self._is_strict = is_strict
        self._ways = [(key, words) for key, texts in labels.items() for text in texts for words in _ways(text) if words]
        holders = Counter(word for key in labels for word in {w for k, way in self._ways if k == key for w in way})
        self._weights = {word: 1 / count for word, count in holders.items()}
        self._exact: dict[tuple[str, ...], set[K]] = {}
        for key, way in self._ways:
            self._exact.setdefault(way, set()).add(key)
        self._found: dict[str, Match[K]] = {}

    def match(self, text: str) -> Match[K]:
        if text not in self._found:
            self._found[text] = self._led(text) if len(text) < 200 else Match(None)
        return self._found[text]

    def _led(self, text: str) -> Match[K]:
        """Without what kind of thing it is said to be, if that tells more."""
        bare = _LED.sub("", split_marker(text)[1])
        found = self._match(bare) if bare and bare != split_marker(text)[1] else Match(None)
        return found if found.key is not None else self._match(text)

    def _match(self, text: str) -> Match[K]:
        plain = _plain(split_marker(re.sub(r"\(.*?\)", " ", text))[1]) or _plain(text)
        ways = _spelt(plain.split(), self._weights)
        exact = {key for way in ways for key in self._exact.get(way, ())}
        if len(exact) == 1:
            return Match(exact.pop())
        scores: dict[K, float] = {}
        for way in filter(None, ways):
            for key, label in self._ways:
                scores[key] = max(scores.get(key, 0.0), self._likeness(way, label))
        if len(set(ways)) > 1 and all(len(way) < 3 for way in ways):
            return Match(None)  # an abbreviation alone, of more than one thing
        ranked = sorted(scores.items(), key=lambda pair: -pair[1])
        if not ranked or ranked[0][1] <= 0.2:
            return Match(None)
        best, likeness = ranked[0]
        margin = likeness - (ranked[1][1] if len(ranked) > 1 else 0.0)
        sure = likeness >= _ENOUGH and margin >= _MARGIN and not exact
        if sure and not self._is_strict and any(_says_nothing(way) or self._names_another(way, best) for way in ways):
            sure = False
        return Match(best if sure else None, best)

    def _names_another(self, text: tuple[str, ...], best: K) -> bool:
        """Whether what `text` says beside the words of `best` is a part of another's label.

        «Tuyên truyền pháp luật trên loa truyền thanh» is law, and the broadcasts too.
        """
        own = {word for key, way in self._ways if key == best for word in way}
        others = {pair for key, way in self._ways if key != best for pair in pairwise(way)}
        return any(pair in others and not own & {*pair} and not _says_nothing(pair) for pair in pairwise(text))

    def _likeness(self, text: tuple[str, ...], label: tuple[str, ...]) -> float:
        """From 0 to 1: how much of both the words they share are; all of one in the other is as good as much of it."""
        shared, ours, theirs = self._weighed(text, label)
        if not shared or _contradict(text, label) or (self._is_strict and not _is_in_order(text, label)):
            return 0.0
        likeness = 2 * shared / (ours + theirs)
        part = _STRICT_PART if self._is_strict else _PART
        if shared == ours and len(text) > 1 and (shared >= theirs * part or _stands_in(text, label)):
            return max(likeness, 0.9)
        if self._is_strict:
            return min(likeness, _ENOUGH - _MARGIN)
        return max(likeness, 0.85) if shared == theirs and shared >= ours * _PART else likeness

    def _weighed(self, text: Sequence[str], label: Sequence[str]) -> tuple[float, float, float]:
        left = list(label)
        shared = ours = 0.0
        for word in text:
            weight = self._weights.get(word, 0.5)
            twin = word if word in left else None
            if word not in self._weights:
                twin = next((other for other in left if _is_slip(word, other)), twin)
            ours += weight if twin is None else self._weights.get(twin, 0.5)
            if twin is not None:
                shared += self._weights.get(twin, 0.5)
                left.remove(twin)
        return shared, ours, sum(self._weights.get(word, 0.5) for word in label)


def _ways(text: str) -> Iterator[tuple[str, ...]]:
    """A label as a whole, and with each of what it lists: «Số khu phố (thôn, ấp, xóm)» is «Số ấp» too.

    Of a longer one the list stands for its last word alone: «Số nhà văn hóa khu (thôn, ấp)».
    """
    plain = _plain(re.sub(r"\(.*?\)", " ", text)).split()
    yield from _spelt(plain, dict.fromkeys(plain))
    heavy = [word for word in plain if word not in _WEIGHTLESS]
    for listed in re.findall(r"\((.*?)\)", text):
        for one in re.split("[,;/]", listed):
            words = [word for word in _plain(one).split() if word not in _WEIGHTLESS]
            yield tuple(words if len(heavy) < _FEWEST_TO_KEEP else [*heavy[:-1], *words])


def _says_nothing(words: Sequence[str]) -> bool:
    """Whether words say that something is done and not what it is about."""
    return set(words) <= _GENERAL


def lacks_much(text: str, label: str) -> bool:
    """Whether `label` says more than `text`, and not only that something is done: «Văn hóa xã hội» and «Văn hóa»."""
    return not set(words_of(label)) - _GENERAL - _OF_ITS_KIND <= set(words_of(text))


def _stands_in(text: Sequence[str], label: Sequence[str]) -> bool:
    """Whether `label` says the words of `text` side by side."""
    return f" {' '.join(text)} " in f" {' '.join(label)} "


def _contradict(text: Sequence[str], label: Sequence[str]) -> bool:
    return any((one in text and other in label) or (other in text and one in label) for one, other in _OPPOSITE)


def _is_in_order(text: Sequence[str], label: Sequence[str]) -> bool:
    """Whether the words of `text` that `label` has stand there in the same order: «khu văn hóa» is no «văn hóa khu»."""
    places = [label.index(word) for word in text if word in label]
    return places == sorted(places)


def _is_slip(word: str, other: str) -> bool:
    """One letter too many or too few, or two that changed places; in words long enough to know."""
    if min(len(word), len(other)) < 4 or abs(len(word) - len(other)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    changed = word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
    return other in (changed, word[:at] + word[at + 1 :]) or word == other[:at] + other[at + 1 :]
