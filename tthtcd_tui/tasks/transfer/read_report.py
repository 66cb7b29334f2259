"""Read a report from a JSON file, with its form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tthtcd_tui.checks.context import Context
from tthtcd_tui.errors import CodecProblem, FormDiffers
from tthtcd_tui.forms.known import load_shipped, shipped_named
from tthtcd_tui.forms.model import Form
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.appendices.material import Material
from tthtcd_tui.report.carried import Carry
from tthtcd_tui.report.codec import ReportData, decode_tree, form_named, parse_json
from tthtcd_tui.report.defaults import in_its_words

if TYPE_CHECKING:
    from tthtcd_tui.exports.formats import ExportFormat
    from tthtcd_tui.exports.tables.material import HistoryRow
    from tthtcd_tui.exports.word.house_style import HouseStyle


class OpenedReport(NamedTuple):
    """A report with its form and the context of its checks."""

    form: Form
    report: ReportData
    context: Context
    history: tuple[HistoryRow, ...] | None = None
    """The history, newest first; None where it is not available."""
    issued: Mapping[ExportFormat, bytes] = {}
    """The files kept at finalising, while the report is final."""
    uid: str = ""
    """Of the year it is, where that stands in a database."""
    copies: Callable[[], Mapping[str, bytes]] = dict
    """The available files of its register of evidence, by SHA-256."""
    carry: Carry = Carry.PRINTED
    """How much of the data a DOCX carries."""
    house: HouseStyle | None = None
    """The styles of a DOCX, where the centre brings its own."""
    house_name: str = ""
    """The file the centre chose them from; empty for the program's own styles, or those of `--template`."""

    @property
    def material(self) -> Material:
        """What its appendices are made of."""
        return Material(lambda: self.report.log, self.context.read_earlier)

    @classmethod
    def alone(cls, form: Form, report: ReportData) -> OpenedReport:
        """A report without a database: no year before it is known."""
        return cls(form, report, Context.of(form, report.facts, report.log))


def read_report(path: Path, form_file: Path | None = None) -> OpenedReport:
    """Read the report in `path`, of a shipped form or of the form in `form_file`.

    Raises FileProblem, FormProblem, and as `decode_report`.
    """
    from tthtcd_tui.files.read import read_bounded  # most reports stand in a database
    from tthtcd_tui.tasks.transfer.given_file import LARGEST_JSON

    return decode_report(read_bounded(path, LARGEST_JSON), path.name, read_form(form_file) if form_file else None)


def decode_report(data: bytes, name: str, form: Form | None) -> OpenedReport:
    """Decode the report in `data`; without `form`, by the shipped version it names. `name` is what the user calls it.

    Raises CodecProblem, FormDiffers.
    """
    try:
        tree = parse_json(data)
        named = form_named(tree)
        form = form or shipped_named(named) or load_shipped()
        if named and named != (form.key, form.version):
            raise FormDiffers(
                f"“{name}” dùng biểu mẫu “{named[0]}” phiên bản {named[1]}, không phải “{form.key}” phiên bản"
                f" {form.version}. Hãy chỉ rõ tệp biểu mẫu."
            )
        report = decode_tree(tree, form)
        own, facts = in_its_words(form, report.facts)
        return OpenedReport.alone(own, report._replace(facts=facts))
    except CodecProblem as problem:
        raise CodecProblem(problem.problems, f"“{name}”") from None


def read_form(path: Path | None) -> Form:
    """The form in `path`, or the shipped one. Raises FileProblem; FormProblem where the file is no valid form."""
    if path is None:
        return load_shipped()
    from tthtcd_tui.forms.load import load_file  # hardly anybody brings a form

    return load_file(path)
