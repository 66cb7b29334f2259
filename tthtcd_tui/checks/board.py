"""The board (Ban Giám đốc): one director, neither none nor two."""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import error
from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.kinds.board import DIRECTOR
from tthtcd_tui.report.fields import section_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.place import Place, PlaceKind


def one_director(context: Context) -> Iterator[Finding]:
    """A board without a director, or with more than one.

    Gives nothing for an empty board, or while a post is not filled in: that is reported as missing already.
    """
    form, facts = context.form, context.facts
    section = section_at(form, Place(PlaceKind.BOARD))
    if section is None or not facts.board:
        return
    title = form.section_by_key[section].name
    role = form.records[PlaceKind.BOARD]["role"].option(DIRECTOR)
    post = role.label if role else DIRECTOR
    directors = [member for member in facts.board if member.role == DIRECTOR]
    if len(directors) > 1:
        place = Place.of(PlaceKind.BOARD, directors[1].uid, "role")
        message = f"{title}: có {len(directors)} người là {post}. Chỉ để một người, sửa chức danh của những người khác."
        yield error("one_director", place, message)
    elif not directors and all(
        facts.at(PlaceKind.BOARD, member.uid, "role") is not UNANSWERED for member in facts.board
    ):
        message = f"{title}: chưa có ai là {post}. Thêm {post}, hoặc sửa chức danh của một thành viên."
        yield error("one_director", Place(PlaceKind.BOARD), message)
