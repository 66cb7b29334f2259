"""Decoding state of one file: validates answers by their fields and collects everything that is wrong."""

from __future__ import annotations

from tthtcd_tui.errors import TextProblem
from tthtcd_tui.forms.answer import UNANSWERED, Answer
from tthtcd_tui.forms.model import Field, Form
from tthtcd_tui.report.answer_json import decode_answer
from tthtcd_tui.report.place import Place


class Decoding:
    """Decoding state of one file. `problems` collects the messages, each with its place, to be raised together."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.problems: list[str] = []

    def add_error(self, where: str, message: str) -> None:
        self.problems.append(f"{where}: {message}.")

    def answer(self, where: str, field: Field, value: object) -> Answer:
        """The answer that `value` stands for; where it is invalid, Unanswered, and the reason goes into `problems`."""
        try:
            return decode_answer(field, value)
        except TextProblem as problem:
            self.add_error(where, problem.message.rstrip("."))
            return UNANSWERED

    def uid(self, where: str, value: object) -> str:
        """A uid, accepted unchanged or refused."""
        if isinstance(value, str) and Place.is_part(value):
            return value
        self.add_error(where, "phải gồm chữ thường không dấu, chữ số, dấu gạch, nhiều nhất 64 ký tự")
        return ""
