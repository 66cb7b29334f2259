"""A table of members pasted into the board: matching its rows to members, and the edits that add or change them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from tthtcd_tui.forms.answer import UNANSWERED, Quantity
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read
from tthtcd_tui.imports.blocks.board import board_plan
from tthtcd_tui.imports.blocks.records_plan import RecordRow, RecordsPlan
from tthtcd_tui.imports.board_roles import TITLED
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.facts import BoardMember
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.shown import shown
from tthtcd_tui.tasks.session.log_activity import new_uids
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.text.problem import quoted

_UNORDERED: Final = 10**9
_LONGEST_SHOWN: Final = 30
_MOST_SHOWN: Final = 3


@dataclass(frozen=True)
class BoardPaste:
    """A plan matched with the present board."""

    plan: RecordsPlan
    known: int
    """How many of its rows are members of the board already."""
    edits: tuple[Edit, ...]
    replaced: tuple[str, ...]
    """The answers that would be overwritten: «Chức vụ của Lò Văn Sáng: “Chủ tịch”»."""
    first: Place | None
    """The first member that it changes."""

    @property
    def is_sure(self) -> bool:
        """Whether it can be stored unasked."""
        return bool(self.edits) and not self.plan.is_guessed and not self.replaced

    @property
    def placed(self) -> str:
        new = len(self.plan.rows) - self.known
        counts = [f"{new} thành viên mới" if new else "", f"{self.known} thành viên đã có" if self.known else ""]
        return ", ".join(filter(None, counts)) if self.edits else ""

    @property
    def offer(self) -> str:
        """«2 thành viên mới, 1 thành viên đã có, 1 dòng chưa xếp được»"""
        return self.plan.offer(self.placed)

    @property
    def over(self) -> str:
        """«Thay Chức vụ của Lò Văn Sáng: “Chủ tịch”.»"""
        more = len(self.replaced) - _MOST_SHOWN
        named = [*self.replaced[:_MOST_SHOWN], *([f"còn {more} ô khác"] if more > 0 else [])]
        return f"Thay {'; '.join(named)}." if named else ""

    @property
    def words(self) -> tuple[str, ...]:
        """The result in words, in shorter and shorter versions."""
        if not self.edits and self.plan.rows and not self.plan.doubtful:
            return ("Chưa dán gì: các thành viên này đã có đủ như bảng dán.",)
        return self.plan.stored(self.placed)


def board_in(session: Session, raw: str) -> BoardPaste | None:
    """The members in `raw`, held against those that stand; None where it is no table of members.

    Raises UnusableCharacter as `clean` does.
    """
    found = board_plan(session.form, raw)
    if found is None or not (found.rows or found.doubtful):
        return None
    plan = found.as_pasted()
    sure: list[RecordRow] = []
    doubtful = list(plan.doubtful)
    whose: dict[str, int] = {}
    uids: list[str] = []
    blank = _blank(session)
    unused = iter(blank)
    for row, fresh in zip(plan.rows, new_uids(), strict=False):
        uid, doubt, wrong = _who(session, row.texts, plan.rows)
        name = _key(row.texts.get("name", "")) or uid
        if not doubt and name and name in whose:
            doubt, wrong = f"cùng một người với dòng {whose[name]}", ("name",)
        if doubt:
            doubtful.append(row._replace(doubt=doubt, wrong=wrong))
            continue
        whose[name or fresh] = row.line
        uids.append(uid or next(unused, fresh))
        sure.append(row)
    plan = replace(plan, rows=tuple(sure), doubtful=tuple(sorted(doubtful, key=lambda row: row.line)))
    standing = {member.uid for member in session.facts.board if member.uid not in blank}
    edits, replaced = _edits(session, list(zip(uids, [row.texts for row in sure], strict=True)))
    first = edits[0].place.parent if edits else None
    return BoardPaste(plan, len(standing & set(uids)), tuple(edits), tuple(replaced), first)


def member_edits(session: Session, uid: str, texts: Mapping[str, str]) -> tuple[Place, list[Edit], list[str]]:
    """The edits that store one member, called `uid` unless one of this name stands there, and what they replace."""
    found = _named(session, texts.get("name", ""))
    uid = found[0].uid if len(found) == 1 else uid
    edits, replaced = _edits(session, [(uid, texts)])
    return Place.of(PlaceKind.BOARD, uid), edits, replaced


def _who(session: Session, texts: Mapping[str, str], rows: Sequence[RecordRow]) -> tuple[str, str, tuple[str, ...]]:
    """The uid of the member a row is of, nothing for a new one; or why that cannot be told, and what to mend."""
    if len(named := _named(session, texts.get("name", ""))) > 1:
        return "", f"đang có {len(named)} người tên {quoted(texts['name'], _LONGEST_SHOWN)}", ()
    if named:
        return named[0].uid, "", ()
    if not texts.get("role"):
        return "", f"còn thiếu {session.form.records[PlaceKind.BOARD]['role'].label.lower()}", ("role",)
    same = [member for member in session.facts.board if _role(session, member) == texts["role"]]
    in_table = [row for row in rows if row.texts.get("role") == texts["role"]]
    if not texts.get("name") or not all(member.name for member in same):
        alike = [member for member in same if texts.get("duty") and _key(member.duty) == _key(texts["duty"])]
        alike = [member for member in alike if not (texts.get("name") and member.name)]
        if len(alike) == 1:
            return alike[0].uid, "", ()
        # The one place there is of this role is kept open by nobody's name.
        if len(same) == len(in_table) == 1 and not same[0].name:
            return same[0].uid, "", ()
    return "", "", ()


def _blank(session: Session) -> list[str]:
    """The uids of members that were added and are still empty: what is pasted begins there."""
    fields = [key for key in session.form.records[PlaceKind.BOARD] if key != "order"]
    return [
        member.uid
        for member in session.facts.board
        if all(session.facts.at(Place.of(PlaceKind.BOARD, member.uid, key)) is UNANSWERED for key in fields)
    ]


def _named(session: Session, name: str) -> list[BoardMember]:
    return [member for member in session.facts.board if name and _key(member.name) == _key(name)]


def _role(session: Session, member: BoardMember) -> str:
    option = session.form.records[PlaceKind.BOARD]["role"].option(member.role)
    return option.label if option else ""


def _key(text: str) -> str:
    """The key by which a person or a post is recognised; it keeps diacritics, which tell «Hà» from «Hạ»."""
    return " ".join(TITLED.sub("", text).casefold().split())


def _edits(session: Session, members: Sequence[tuple[str, Mapping[str, str]]]) -> tuple[list[Edit], list[str]]:
    """What stores `members`, in their order behind those that stand; and what of it is written over."""
    facts, fields = session.facts, session.form.records[PlaceKind.BOARD]
    standing = {member.uid: member for member in facts.board}
    order = max((member.order for member in facts.board if member.order < _UNORDERED), default=0)
    edits: list[Edit] = []
    replaced: list[str] = []
    for uid, texts in members:
        place = Place.of(PlaceKind.BOARD, uid)
        if uid not in standing:
            order += 1
            edits.append(Edit(Place.of(place, "order"), Quantity(Decimal(order))))
        for key, text in texts.items():
            at = Place.of(place, key)
            answer, was = read(fields[key], text), facts.at(at)
            if isinstance(answer, Problem) or answer == was or answer is UNANSWERED:
                continue
            is_kept = key == "name" and isinstance(was, str) and _key(was) == _key(text)
            if is_kept:
                continue
            edits.append(Edit(at, answer))
            if was is not UNANSWERED:
                member = standing[uid]
                whom = member.name or _role(session, member)
                what = quoted(shown(session.form, at, was), _LONGEST_SHOWN)
                replaced.append(f"{fields[key].label} của {whom}: {what}")
    return edits, replaced
