"""A table of documents pasted into the register of evidence: its plan, and the edits that begin its documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from tthtcd_tui.forms.answer import UNANSWERED, Quantity
from tthtcd_tui.forms.problem import Problem
from tthtcd_tui.forms.read import read
from tthtcd_tui.imports.blocks.documents import Known, document_key, documents_plan
from tthtcd_tui.imports.blocks.records_plan import RecordRow, RecordsPlan
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.change import Edit
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.tasks.session.evidence import codes_after, last_order
from tthtcd_tui.tasks.session.log_activity import new_uids
from tthtcd_tui.tasks.session.session import Session
from tthtcd_tui.text.numbers import format_number


class DocumentsPaste(NamedTuple):
    """A plan matched with the present register."""

    plan: RecordsPlan

    @property
    def is_sure(self) -> bool:
        """Whether it can be stored unasked."""
        return self.plan.is_sure

    @property
    def offer(self) -> str:
        """«12 minh chứng, 1 dòng chưa xếp được»"""
        return self.plan.offer(f"{len(self.plan.rows)} minh chứng")

    @property
    def words(self) -> tuple[str, ...]:
        """The result in words, in shorter and shorter versions."""
        return self.plan.stored(f"{format_number(len(self.plan.rows))} minh chứng" if self.plan.rows else "")


def documents_in(session: Session, raw: str) -> DocumentsPaste | None:
    """The documents in `raw`, held against the register; None where it is no table of documents.

    Raises UnusableCharacter as `clean` does.
    """
    facts = session.facts
    known = Known(
        {item.code for item in facts.evidence},
        {document_key(item.title, facts.text_at(PlaceKind.EVIDENCE, item.uid, "number")) for item in facts.evidence},
    )
    plan = documents_plan(session.form, facts.period, raw, known)
    return DocumentsPaste(plan.as_pasted()) if plan is not None and (plan.rows or plan.doubtful) else None


def documents_edits(session: Session, documents: Iterable[tuple[str, Mapping[str, str]]]) -> list[Edit]:
    """The edits that add `documents`, each under its uid with what is typed of it, behind those there are.

    One without a code of its own is given the next. What cannot be read is left out: `refused_records` has it.
    """
    facts, fields = session.facts, session.form.records[PlaceKind.EVIDENCE]
    asked = list(documents)
    codes = codes_after(facts, {texts["code"] for _, texts in asked if texts.get("code")})
    edits: list[Edit] = []
    for order, (uid, texts) in enumerate(asked, last_order(facts) + 1):
        place = Place.of(PlaceKind.EVIDENCE, uid)
        edits.append(Edit(Place.of(place, "order"), Quantity(Decimal(order))))
        given = dict(texts) if texts.get("code") else {"code": next(codes), **texts}
        for key, text in given.items():
            answer = read(fields[key], text, days=facts.period.days)
            if not isinstance(answer, Problem) and answer is not UNANSWERED:
                edits.append(Edit(Place.of(place, key), answer))
    return edits


def named(rows: Iterable[RecordRow]) -> list[tuple[str, Mapping[str, str]]]:
    """Each under a uid of its own."""
    return [(uid, row.texts) for row, uid in zip(rows, new_uids(), strict=False)]
