"""What every part of a decoder does: hold an answer against its field, and remember everything that is wrong."""

from __future__ import annotations

from tthtcd_tui.forms.answer import UNANSWERED, Answer
from tthtcd_tui.forms.model import Field, Form
from tthtcd_tui.report.answer_json import decode_answer
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.problem import TextProblem


class CodecProblem(ValueError):
    """JSON that is not a report we can take. `problems` are Vietnamese sentences, each beginning with its place."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class Decoding:
    """Of one file, whatever it is: `problems` are told at once, each with its place."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.problems: list[str] = []

    def wrong(self, where: str, message: str) -> None:
        self.problems.append(f"{where}: {message}.")

    def answer(self, where: str, field: Field, value: object) -> Answer:
        """The answer `value` stands for; Unanswered, with the reason remembered, where it is none."""
        try:
            return decode_answer(field, value)
        except TextProblem as problem:
            self.wrong(where, problem.message.rstrip("."))
            return UNANSWERED

    def uid(self, where: str, value: object) -> str:
        """A name for the program, taken as it is or not at all."""
        if isinstance(value, str) and Place.is_part(value):
            return value
        self.wrong(where, "phải gồm chữ thường không dấu, chữ số, dấu gạch, nhiều nhất 64 ký tự")
        return ""
