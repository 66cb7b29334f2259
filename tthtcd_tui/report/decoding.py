"""The decoding of one file: answers are held against their fields, and everything that is wrong is remembered."""

from __future__ import annotations

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.forms.answer import UNANSWERED, Answer
from tthtcd_tui.forms.model import Field, Form
from tthtcd_tui.report.answer_json import decode_answer
from tthtcd_tui.report.place import Place


class Decoding:
    """The decoding of one file: `problems` are told at once, each with its place."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.problems: list[str] = []

    def add_error(self, where: str, message: str) -> None:
        self.problems.append(f"{where}: {message}.")

    def answer(self, where: str, field: Field, value: object) -> Answer:
        """The answer `value` stands for; Unanswered, with the reason remembered, where it is none."""
        try:
            return decode_answer(field, value)
        except TextProblem as problem:
            self.add_error(where, problem.message.rstrip("."))
            return UNANSWERED

    def uid(self, where: str, value: object) -> str:
        """A name for the program, taken as it is or not at all."""
        if isinstance(value, str) and Place.is_part(value):
            return value
        self.add_error(where, "phải gồm chữ thường không dấu, chữ số, dấu gạch, nhiều nhất 64 ký tự")
        return ""
