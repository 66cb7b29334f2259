"""What a paste did in a sheet and what it left, and why, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.problem import quoted

_LONGEST_SHOWN: Final = 20
_MOST_SHOWN: Final = 3

Block: TypeAlias = Sequence[Sequence[str]]
"""Lines of cells, as a spreadsheet gives them."""


class LeftOver(NamedTuple):
    """A line of the block that was not laid, or a cell of one, and why."""

    line: int
    cells: tuple[str, ...]
    reason: str
    place: Place | None = None
    """The cell, where one alone was refused."""
    texts: Mapping[str, str] = {}
    """What would be typed in the row it is meant for, by field; of a cell, what was refused."""


@dataclass(slots=True)
class Spread:
    """What goes where, and what was skipped and why, in words."""

    cells: list[tuple[Place, str]] = field(default_factory=list)
    rows: int = 0
    columns: int = 0
    passed_over: list[str] = field(default_factory=list)
    """Lines and columns of the block that are no cells of this sheet."""
    strangers: list[str] = field(default_factory=list)
    """Lines that name another row than the one they fall on."""
    unclear: list[str] = field(default_factory=list)
    """Lines of numbers of which it is not told what they count here."""
    twins: list[str] = field(default_factory=list)
    """Lines that name more than one row."""
    read_as: list[str] = field(default_factory=list)
    """«“Cơ sở vật chất” ghi vào “Cơ sở vật chất, trang thiết bị”»: lines laid on a row that is called so and more."""
    refused: list[str] = field(default_factory=list)
    """«dòng 4: “~20”», the line as it is counted in the block, from the first below its titles on."""
    left: list[LeftOver] = field(default_factory=list)
    """All of the block that was not laid and is neither a title, a total nor a column beside the cells."""
    is_foreign: bool = False
    """Whether the block was refused whole: its columns are not what the cells here take."""
    why: str = ""
    """Why nothing of the block was laid, where that is no matter of its lines and columns."""
    by_labels: bool = False
    """Whether each line went to the row it names."""
    are_numbers: bool = True
    """Whether the cells below the cursor take numbers."""

    def brief(self) -> str:
        """«Đã dán 8 dòng. 3 dòng chưa dán được.», where there is no room for more."""
        what = f"Đã dán {self.rows} dòng." if self.cells else "Chưa dán được ô nào."
        return f"{what} {len({each.line for each in self.left})} dòng chưa dán được." if self.left else what

    def words(self) -> str:
        """«Đã dán 11 dòng × 2 cột; bỏ qua 1 ô không phải số (dòng 4: “~20”).»"""
        if self.why:
            return f"Chưa dán gì: {self.why}"
        if self.is_foreign:
            return "Chưa dán gì: các cột của khối dán không hợp với các ô ở đây. Hãy vào đúng mục, đúng ô rồi dán lại."
        skipped = list(self.passed_over)
        if self.strangers:
            skipped.append(f"{len(self.strangers)} dòng không khớp nhãn của hàng ở đây ({_some(self.strangers)})")
        if self.unclear:
            skipped.append(f"{len(self.unclear)} dòng chưa rõ là số của ô nào ({_some(self.unclear)})")
        if self.twins:
            skipped.append(f"{len(self.twins)} dòng có nhãn của nhiều hàng ở đây ({_some(self.twins)})")
        if self.refused:
            wrong = "không phải số" if self.are_numbers else "không đúng kiểu"
            skipped.append(f"{len(self.refused)} ô {wrong} ({_some(self.refused)})")
        left_out = f"; bỏ qua {', '.join(skipped)}" if skipped else ""
        if self.read_as:
            left_out = f"; {_some(self.read_as)}{left_out}"
        if not self.cells:
            return f"Chưa dán được ô nào{left_out}."
        how = "theo nhãn" if self.by_labels else f"× {self.columns} cột"
        return f"Đã dán {self.rows} dòng {how}{left_out}."


def _some(lines: Sequence[str]) -> str:
    return "; ".join([*lines[:_MOST_SHOWN], *(["…"] if len(lines) > _MOST_SHOWN else [])])


def foreign(block: Block) -> Spread:
    """Nothing is laid: the columns are not what the cells here take."""
    return Spread(is_foreign=True, left=_all_left(block, "các cột không hợp với các ô ở đây"))


def under_another_year(block: Block, title: str) -> Spread:
    """Nothing is laid: a column's title says another year than the report's."""
    why = f"bảng dán ghi {shown(title)}, không phải năm của báo cáo này"
    return Spread(why=f"{why}.", left=_all_left(block[1:], why))


def of_unknown_columns(block: Block, titles: Sequence[str]) -> Spread:
    """Nothing is laid: under titles that no cell here has, columns are laid by no order."""
    named = ", ".join(shown(title) for title in titles[:_MOST_SHOWN])
    why = f"chưa rõ cột {named} ghi vào ô nào"
    return Spread(why=f"{why}. Hãy đặt tên cột như ở đây rồi dán lại.", left=_all_left(block[1:], why))


def _all_left(lines: Block, why: str) -> list[LeftOver]:
    return [LeftOver(number, cells_shown(line), why) for number, line in enumerate(lines, 1) if any(line)]


def shown(text: str) -> str:
    """A text of the block, quoted: its beginning, where it is long."""
    return quoted(text, _LONGEST_SHOWN)


def cells_shown(line: Sequence[str]) -> tuple[str, ...]:
    """The cells of a line as they are shown: on one line each."""
    return tuple(" ".join(cell.split()) for cell in line)
