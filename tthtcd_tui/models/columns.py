"""Columns that hold answers, each checked by the database too, whose engine may take 'abc' for a date.

NULL is unanswered, «-» is «không có», «--» is «không áp dụng»; a list's lines are separated by a line break; a choice
is its option's key.
"""

from __future__ import annotations

from collections.abc import Iterable

from tthtcd_tui.models.storage.checks import date_check, number_check
from tthtcd_tui.models.storage.orm import CharField, Check, Field, Node, TextField
from tthtcd_tui.text.qualifiers import Qualifier

LONGEST_TEXT = 2_000_000


def answer_column(column: str) -> Field:
    """Words, a choice's key, or lines."""
    return TextField(null=True, constraints=[Check(f"length({column}) BETWEEN 1 AND {LONGEST_TEXT}")])


def number_column(column: str, whole: bool = False) -> Field:
    return CharField(null=True, max_length=22, constraints=[number_check(column, whole)])


def qualifier_column() -> Field:
    return CharField(null=True, max_length=16, constraints=[one_of("qualifier", Qualifier)])


def one_of(column: str, words: Iterable[str]) -> Node:
    """One of our own words, which hold no quotation mark."""
    quoted = ", ".join(f"'{word}'" for word in words)
    return Check(f"{column} IN ({quoted})")


def date_column(column: str) -> Field:
    return CharField(null=True, max_length=10, constraints=[date_check(column)])
