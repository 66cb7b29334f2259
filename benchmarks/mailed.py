"""Mailed files of the communes of a whole country, received and added up straight from their folder.

The communes and their numbers are invented. Two references, each in CPU over the same files:

- **read**: every file unzipped by `zipfile`, its manifest and data parsed by `json`, and every answer held against the
  form by the program's own decoder. What makes that quicker makes the reference quicker too: the ratio says what
  receiving adds to reading. The goal is set against it.
- **parsed**: unzipped by `zipfile` and parsed by `json`, and not looked at. It knows no form and believes what it
  finds: how far receiving is from the least that anybody could do. No goal is set against it.

Neither hashes, keeps nor tells anything, and neither has limits.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

from benchmarks.ratio import Result, compare
from benchmarks.setting import Setting
from tthtcd_tui.exports.submission import submission_bytes
from tthtcd_tui.forms.answer import Quantity
from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.register.register import Register
from tthtcd_tui.report.base import Base
from tthtcd_tui.report.codec import ReportData, decode, decode_tree, encode, parse_json
from tthtcd_tui.report.facts import Centre
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.submitted import DATA, DOCX, MANIFEST, manifest_of
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.tasks.transfer.export_report import ExportFormat, render
from tthtcd_tui.tasks.transfer.read_report import OpenedReport
from tthtcd_tui.tasks.upward.receive import found_files, receive
from tthtcd_tui.tasks.upward.rollup import Wanted, from_folder, roll_up
from tthtcd_tui.text.dates import today_in_vietnam

GOAL = 2.0
COMMUNES = 3_321
"""Of the country."""
FILES = 1_000
"""Measured; more take as much each, which `all_of` shows."""


def measure(setting: Setting) -> list[Result]:
    """CPU, that of the reading process among it, its start too."""
    folder = setting.folder / "den"
    write_mail(folder, FILES)
    paths, _ = found_files([folder])
    numbers = iter(range(1_000))

    def ours() -> float:
        register = Register(setting.folder / f"tiep-nhan-{next(numbers)}")
        start = _cpu()
        assert sum(not each.reason for each in receive(register, paths, "an", today_in_vietnam())) == FILES
        return _cpu() - start

    what, runs = f"{FILES} mailed files received, against", min(setting.runs, 3)
    return [
        compare("mailed", f"{what} reading them", ours, lambda: _read(paths), goal=GOAL, runs=runs),
        compare("mailed", f"{what} `zipfile` and `json` alone", ours, lambda: _parsed(paths), goal=None, runs=runs),
    ]


def _read(paths: Iterable[Path]) -> float:
    """Each file unzipped, parsed and held against the form, and no more."""
    start = _cpu()
    form = load_shipped(1)
    for parts in _unzipped(paths):
        assert json.loads(parts[MANIFEST])
        assert decode_tree(parse_json(parts[DATA]), form)
    return _cpu() - start


def _parsed(paths: Iterable[Path]) -> float:
    """Each file unzipped and parsed by the standard library, and no more."""
    start = _cpu()
    for parts in _unzipped(paths):
        assert json.loads(parts[MANIFEST])
        assert json.loads(parts[DATA])
    return _cpu() - start


def _unzipped(paths: Iterable[Path]) -> Iterator[dict[str, bytes]]:
    for path in paths:
        with zipfile.ZipFile(path) as package:
            yield {name: package.read(name) for name in package.namelist()}


def write_mail(folder: Path, count: int) -> None:
    """The files of `count` communes, each with a document of its own and numbers of its own."""
    folder.mkdir()
    for number, data in enumerate(submissions(count)):
        (folder / f"{number:05}.zip").write_bytes(data)


def submissions(count: int) -> Iterator[bytes]:
    form = load_shipped(1)
    report = decode(sample_bytes(SAMPLE_YEAR), form)
    docx = render(OpenedReport.alone(form, report), ExportFormat.DOCX)
    for number in range(count):
        commune, code = f"xã Mẫu {number}", f"xa-mau-{number}"
        answers = {
            **report.facts.answers,
            Place("report/locality"): commune,
            Place("results/phap_luat/classes"): Quantity(report.facts.result("phap_luat", "classes").number + number),  # type: ignore[union-attr]
        }
        facts = replace(report.facts, centre=Centre(code, f"TTHTCĐ {commune}"), answers=answers)
        base = Base(sha256(code.encode()).hexdigest()[:32], "0" * 64)
        data = encode(ReportData(facts, report.log, base))
        files = {DOCX: docx, DATA: data}
        manifest = manifest_of(form, decode(data, form), 1, "2021-06-05T07:00:00.000000Z", files)
        yield submission_bytes(manifest, docx, data)


def _cpu() -> float:
    return sum(use.ru_utime + use.ru_stime for use in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))


def all_of(folder: Path) -> str:
    """`python -m benchmarks.mailed FOLDER`: what receiving and adding up those files takes; the most memory, in MB."""
    register = Register(folder.with_name(f"{folder.name}-tiep-nhan"))
    paths, _ = found_files([folder])
    start = _cpu()
    count = sum(not each.reason for each in receive(register, paths, "an", today_in_vietnam()))
    spent = _cpu() - start
    taken = [getrusage(who).ru_maxrss // 1024 for who in (RUSAGE_SELF, RUSAGE_CHILDREN)]
    read, parsed = _read(paths), _parsed(paths)
    period = decode(sample_bytes(SAMPLE_YEAR), load_shipped(1)).facts.period
    mail = from_folder(register, [folder], period, today_in_vietnam(), lambda *_: None)
    added = len(roll_up(register, mail, Wanted()).communes)
    most = getrusage(RUSAGE_SELF).ru_maxrss // 1024
    return (
        f"{count} files: receiving {spent:.1f} s of CPU, {spent / read:.2f} of what reading them takes ({read:.1f} s),"
        f" {spent / parsed:.2f} of what unzipping and parsing them does ({parsed:.1f} s);"
        f" {taken[0]} MB and {taken[1]} MB in the reader; adding up {added} communes {most} MB"
    )


if __name__ == "__main__":
    where = Path(sys.argv[1])
    if len(sys.argv) > 2:
        write_mail(where, int(sys.argv[2]))
    print(all_of(where))
