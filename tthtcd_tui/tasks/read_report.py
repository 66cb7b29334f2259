"""A report out of a JSON file, with the form it was made with."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tthtcd_tui.files.problem import FileProblem
from tthtcd_tui.files.read import read_bounded
from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.forms.model import Form
from tthtcd_tui.forms.problem import FormProblem
from tthtcd_tui.report.codec import CodecProblem, Report, decode_tree, form_named, parse_json
from tthtcd_tui.tasks.problem import TaskProblem, WrongForm

LARGEST_JSON = 256 * 1024 * 1024
"""Bytes; 100,000 activities take about 20 MB."""


class OpenedReport(NamedTuple):
    form: Form
    report: Report


def read_report(path: Path, form_file: Path | None = None) -> OpenedReport:
    """The report in `path`, made with the shipped form or with that in `form_file`. Raises TaskProblem."""
    try:
        return decode_report(read_bounded(path, LARGEST_JSON), path.name, read_form(form_file))
    except FileProblem as problem:
        raise TaskProblem(problem.message) from None


def decode_report(data: bytes, name: str, form: Form) -> OpenedReport:
    """The report in `data`; `name` is what the user calls it."""
    try:
        tree = parse_json(data)
        named = form_named(tree)
        if named and named != (form.key, form.version):
            raise TaskProblem(
                f"“{name}” dùng biểu mẫu “{named[0]}” phiên bản {named[1]}, không phải “{form.key}” phiên bản"
                f" {form.version}. Chỉ rõ tệp biểu mẫu bằng --form TỆP."
            )
        return OpenedReport(form, decode_tree(tree, form))
    except CodecProblem as problem:
        raise TaskProblem(f"“{name}” không dùng được:", problem.problems) from None


def read_form(path: Path | None) -> Form:
    """The form in `path`, or the shipped one. Raises TaskProblem; WrongForm for what stands in the file."""
    if path is None:
        return load_shipped()
    from tthtcd_tui.forms.load import load_file  # hardly anybody brings a form

    try:
        return load_file(path)
    except FormProblem as problem:
        raise (WrongForm if problem.file else TaskProblem)(problem.message) from None
