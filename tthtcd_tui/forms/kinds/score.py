"""A scoring sheet: groups of criteria, each with a maximum, some of them in parts, and the classes a total may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tthtcd_tui.forms.kinds.schema import FORMS_KEPT, Fault, Schema
from tthtcd_tui.forms.model import Entry, FieldType, Form, Part, SectionPart
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.text.numbers import format_number

if TYPE_CHECKING:
    from tthtcd_tui.forms.toml_table import TomlTable

RECORD: Final = "score"
"""What its records are called under `[record]`."""
HALF: Final = Decimal("0.5")
SHEET_LINKS: Final = ("tong", "toi_da", "ty_le", "xep_loai", "con_thieu", "tong_cap_tren", "xep_loai_cap_tren")
"""What a text may link to of a whole sheet: `{diem.tong}`."""


class Criterion(NamedTuple):
    key: str
    section: str
    marker: str
    """What stands before it: I, 1, a."""
    label: str
    maximum: Decimal
    """What it may be given; of a group and of a criterion in parts, what those may be given together."""
    group: bool
    """A heading over criteria."""
    under: str
    """The key of the group it stands in, or of the criterion it is a part of; nothing for none."""
    is_parted: bool
    """Whether its score is the sum of its parts'."""

    @property
    def is_scored(self) -> bool:
        """Whether points are given to it itself."""
        return not (self.group or self.is_parted)


class ScoreClass(NamedTuple):
    """A class (xếp loại), and what it takes."""

    key: str
    label: str
    least: Decimal
    """Per cent of the maximum that the total must reach."""
    each_least: Decimal
    """Per cent of its maximum that every criterion must reach; 0 for no such condition."""


class Score(NamedTuple):
    """One sheet: criteria in their order, and the classes, the best first."""

    key: str
    step: Decimal
    """Points are given in multiples of this."""
    label_title: str
    maximum_title: str
    remark_title: str
    """Over the evidence and the reasons of differences."""
    total_label: str
    percent_label: str
    class_label: str
    criteria: tuple[Criterion, ...]
    classes: tuple[ScoreClass, ...]

    def entries(self) -> Iterator[Entry]:
        yield Entry("score", self.key, True, tuple(f"{self.key}.{link}" for link in SHEET_LINKS))
        for criterion in self.criteria:
            yield Entry("criterion", criterion.key, True, (criterion.key,))

    def within(self, key: str) -> tuple[Criterion, ...]:
        """Those that points are given to in a group or in a criterion, or it alone; of all with ""."""
        if not key:
            return tuple(each for each in self.criteria if each.is_scored)
        inside = {key}
        for each in self.criteria:  # whatever a criterion stands in comes before it
            if each.under in inside:
                inside.add(each.key)
        return tuple(each for each in self.criteria if each.is_scored and each.key in inside)

    @property
    def whole_criteria(self) -> tuple[Criterion, ...]:
        """The criteria that a class may set a least to: neither groups nor parts of another."""
        parted = {each.key for each in self.criteria if each.is_parted}
        return tuple(each for each in self.criteria if not each.group and each.under not in parted)


@lru_cache(FORMS_KEPT)
def criteria_of(form: Form) -> Mapping[str, tuple[Score, Criterion]]:
    """Every criterion of a form, by key, with the sheet it stands in."""
    return {each.key: (part, each) for _, part in form.parts(Score) for each in part.criteria}


def _parse(table: TomlTable, section: str) -> Score | None:
    words = table.optional_table("score")
    rows = table.tables("criterion")
    if words is None:
        if rows:
            table.fail("score", "thiếu bảng này. Ghi [section.score] với tên của bảng điểm và các loại.")
        return None
    if not rows:
        table.fail("criterion", "thiếu tiêu chí. Ghi các bảng [[section.criterion]].")
    score = Score(
        key=words.key(),
        step=words.number("step") if words.has("step") else HALF,
        label_title=words.text("label_title", "Tiêu chí"),
        maximum_title=words.text("maximum_title", "Điểm tối đa"),
        remark_title=words.text("remark_title", "Minh chứng, ghi chú"),
        total_label=words.text("total_label", "TỔNG ĐIỂM"),
        percent_label=words.text("percent_label", "Tỷ lệ"),
        class_label=words.text("class_label", "Xếp loại"),
        criteria=_with_sums([_criterion(row, section) for row in rows]),
        classes=tuple(_class(row) for row in words.tables("class", required=True)),
    )
    if not score.step:
        words.fail("step", "phải lớn hơn 0.")
    words.finish()
    return score


def _criterion(table: TomlTable, section: str) -> Criterion:
    group = table.flag("group", False)
    criterion = Criterion(
        key=table.key(),
        section=section,
        marker=table.text("marker", ""),
        label=table.text("label"),
        maximum=table.number("maximum") if table.has("maximum") else Decimal(0),
        group=group,
        under=table.text("under", ""),
        is_parted=False,
    )
    table.finish()
    return criterion


def _class(table: TomlTable) -> ScoreClass:
    each = table.number("each_least") if table.has("each_least") else Decimal(0)
    found = ScoreClass(table.key(), table.text("label"), table.number("least"), each)
    for key, share in (("least", found.least), ("each_least", each)):
        if share > 100:
            table.fail(key, "là số phần trăm, từ 0 đến 100.")
    table.finish()
    return found


def _with_sums(criteria: list[Criterion]) -> tuple[Criterion, ...]:
    """What stands in parts is given what its parts add up to, from the inside out; a maximum given is kept."""
    made = [each._replace(is_parted=not each.group and _has_parts(each, criteria)) for each in criteria]
    for number in reversed(range(len(made))):
        each = made[number]
        if (each.group or each.is_parted) and not each.maximum:
            parts = (other.maximum for other in made if other.under == each.key)
            made[number] = each._replace(maximum=sum(parts, Decimal(0)))
    return tuple(made)


def _has_parts(criterion: Criterion, others: Iterable[Criterion]) -> bool:
    return any(other.under == criterion.key for other in others)


def _faults(part: Part) -> Iterator[Fault]:
    if isinstance(part, Score):
        yield from _places(part)
        yield from _maxima(part)
        yield from _classes(part)


def _places(score: Score) -> Iterator[Fault]:
    """A criterion stands in the group right above it, a part in the criterion right above; or in none."""
    group = whole = ""
    for each in score.criteria:
        where = f"criterion:{each.key}"
        if each.group:
            group, whole = each.key, ""
            if each.under:
                yield Fault(where, "under", "nhóm tiêu chí không nằm trong nhóm khác.")
        elif each.under and each.under not in (group, whole):
            yield Fault(where, "under", f"“{each.under}” không phải nhóm hay tiêu chí ngay phía trên.")
        elif each.under != whole or not whole:
            whole = each.key
            group = each.under


def _maxima(score: Score) -> Iterator[Fault]:
    for each in score.criteria:
        where = f"criterion:{each.key}"
        parts = [other.maximum for other in score.criteria if other.under == each.key]
        if each.group and not parts:
            yield Fault(where, "group", "nhóm này không có tiêu chí nào.")
        elif parts and sum(parts) != each.maximum:
            told = format_number(sum(parts, Decimal(0)))
            yield Fault(where, "maximum", f"các phần cộng lại được {told}. Sửa số này, hoặc bỏ khóa này đi.")
        elif not each.maximum:
            yield Fault(where, "maximum", "thiếu khóa này. Ghi số điểm tối đa, lớn hơn 0.")
        elif not parts and each.maximum % score.step:
            yield Fault(where, "maximum", f"không chia hết cho {format_number(score.step)}, bước điểm của bảng.")


def _classes(score: Score) -> Iterator[Fault]:
    keys = [each.key for each in score.classes]
    above = Decimal(100)
    for each in score.classes:
        where = f"score.class:{each.key}"
        if keys.count(each.key) > 1:
            yield Fault(where, "key", f"“{each.key}” bị ghi hai lần.")
        if each.least > above:
            yield Fault(where, "least", "lớn hơn của loại đứng trước. Xếp các loại từ cao xuống thấp.")
        above = each.least
    if score.classes[-1].least or score.classes[-1].each_least:
        message = "loại cuối phải nhận mọi kết quả: least = 0, không có each_least."
        yield Fault(f"score.class:{keys[-1]}", "least", message)


SCORE = Schema(
    SectionPart.SCORE,
    _parse,
    records={
        RECORD: {
            "own": FieldType.DECIMAL,
            "superior": FieldType.DECIMAL,
            "difference": FieldType.TEXT,
            "evidence": FieldType.TEXT,
        }
    },
    faults=_faults,
)
