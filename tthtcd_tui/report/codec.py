"""Facts to JSON and back (docs/json.md, report.schema.json); nothing else reads or writes this format.

Encoding is canonical: the same report gives the same bytes. Decoding trusts nothing: it cleans text, validates every
answer by the form's field, and reports all that is wrong at once, each with its place.
"""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from tthtcd_tui.errors import CodecProblem, TextProblem
from tthtcd_tui.forms.answer import UNANSWERED, Answer
from tthtcd_tui.forms.model import Form
from tthtcd_tui.named_tuple import NamedTuple
from tthtcd_tui.report.activity import Activity, ActivityLog
from tthtcd_tui.report.activity_json import ActivityDecoder, activity_json
from tthtcd_tui.report.answer_json import day, encode_answer, line, shown
from tthtcd_tui.report.base import Base
from tthtcd_tui.report.decoding import Decoding
from tthtcd_tui.report.facts import Centre, Facts
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.text.periods import Period, PeriodKind

__all__ = ["CodecProblem", "ReportData", "decode", "decode_tree", "encode", "form_named", "parse_json"]

FORMAT: Final = "tthtcd-report"
FORMAT_VERSION: Final = 2
_READ_VERSIONS: Final = (1, FORMAT_VERSION)
_HASH: Final = r"[0-9a-f]{64}"
_KEYS: Final = frozenset({"format", "format_version", "form", "centre", "period", "base", "answers", "activities"})
_MOST_PROBLEMS: Final = 20
_HOPELESS: Final = 1_000


class ReportData(NamedTuple):
    """One report and its activity log: what a JSON file holds."""

    facts: Facts
    log: ActivityLog
    base: Base | None = None
    """The base it was exported on, where known: an import is merged against it."""


# -- out --------------------------------------------------------------------------------------------------------------


def encode(report: ReportData) -> bytes:
    """The report as canonical UTF-8 JSON, ending with a newline."""
    facts, stored = report.facts, report.facts.stored()
    period = facts.period
    head: dict[str, object] = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "form": {"key": facts.form, "version": facts.form_version},
        "centre": {"code": facts.centre.code, "name": facts.centre.name},
        "period": {
            "kind": period.kind.value,
            "start": period.start.isoformat(),
            "end": period.end.isoformat(),
            "label": period.label,
        },
    }
    if report.base is not None:
        head["base"] = {"year": report.base.year, "facts": report.base.facts}
    # One line an answer and one an activity: quick to write, and a comparison of two files shows what was changed.
    lines = [f"{_write(key)}: {_write(value)}" for key, value in head.items()]
    answers = [f" {_write(place)}: {_write(encode_answer(stored.answers[place]))}" for place in sorted(stored.answers)]
    activities = [f" {activity_json(activity)}" for activity in report.log.activities]
    lines.append(f'"answers": {_block("{", answers, "}")}')
    lines.append(f'"activities": {_block("[", activities, "]")}')
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _block(start: str, lines: list[str], end: str) -> str:
    return start + "\n" + ",\n".join(lines) + "\n" + end if lines else start + end


_write: Final = json.JSONEncoder(ensure_ascii=False).encode


# -- in ---------------------------------------------------------------------------------------------------------------


def decode(data: bytes, form: Form, *, is_ours: bool = False) -> ReportData:
    """The report in `data`, as for `parse_json`; never half of one.

    Raises CodecProblem with everything that is wrong (the first 20).
    """
    return decode_tree(parse_json(data, is_ours=is_ours), form)


def decode_tree(tree: dict[str, Any], form: Form) -> ReportData:
    """As `decode`, from the result of `parse_json`."""
    return _Decoder(form).report(tree)


def parse_json(data: bytes, *, is_ours: bool = False) -> dict[str, Any]:
    """The JSON object in `data`, with no key given twice; of a large one the activities are parsed as they are read.

    `is_ours` where this program has kept it itself, however large it is. Raises CodecProblem; of a large one so may
    whoever goes through the activities.
    """
    if not data.strip():
        raise CodecProblem(["Tệp trống, không có báo cáo nào. Hãy xuất lại tệp JSON từ chương trình."])
    from tthtcd_tui.report.json_lines import LARGEST_AT_ONCE, parted_by_lines  # who only writes does not read
    from tthtcd_tui.report.json_size import refuse_many_values, refuse_to_parse_whole

    if not is_ours:
        refuse_many_values(data)
    parted = parted_by_lines(data, _parsed) if len(data) > LARGEST_AT_ONCE else None
    if parted is not None:
        return _of_a_report(_parsed(parted.rest)) | {"activities": parted.rows}
    if not is_ours:
        refuse_to_parse_whole(len(data))
    return _of_a_report(_parsed(data))


def _of_a_report(tree: object) -> dict[str, Any]:
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        lacking = f"Tệp JSON này không phải báo cáo của chương trình (thiếu “format”: “{FORMAT}”)."
        raise CodecProblem([f"{lacking} Hãy chọn tệp JSON do chương trình xuất ra."])
    return tree


def _parsed(data: bytes, line: int = 1) -> Any:
    """What `data` holds, whose first line is the file's `line`. Raises CodecProblem."""
    try:
        text = data.removeprefix(BOM_UTF8).decode()  # a codec that looks for the mark itself reads twice as long
        return json.loads(text, object_pairs_hook=_no_duplicates, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise CodecProblem(["Tệp không phải chữ UTF-8. Hãy xuất lại tệp JSON từ chương trình."]) from None
    except json.JSONDecodeError as error:
        at = error.lineno + line - 1
        raise CodecProblem([f"Dòng {at}: tệp không đúng cú pháp JSON. Hãy kiểm tra dòng này."]) from None
    except (RecursionError, ValueError) as error:
        reason = str(error) if isinstance(error, _Refused) else "tệp không phải JSON của một báo cáo"
        raise CodecProblem([f"Không đọc được tệp: {reason}."]) from None


class _Refused(ValueError):
    """Raised for JSON that the standard library accepts and this format does not."""


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    tree = dict(pairs)
    if len(tree) != len(pairs):
        counts = Counter(key for key, _ in pairs)
        raise _Refused(f"khóa “{shown(counts.most_common(1)[0][0])}” bị ghi hai lần")
    return tree


def _no_constant(name: str) -> None:
    raise _Refused(f"“{name}” không phải số")


def form_named(tree: Mapping[str, Any]) -> tuple[str, int] | None:
    """The key and version of the form that a parsed report names, if it does."""
    form = tree.get("form")
    if isinstance(form, dict) and isinstance(form.get("key"), str) and type(form.get("version")) is int:
        return form["key"], form["version"]
    return None


class _Decoder:
    """Decodes a tree and collects everything that is wrong with it."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._decoding = Decoding(form)
        self._activities = ActivityDecoder(self._decoding)

    def report(self, tree: dict[str, Any]) -> ReportData:
        version = tree.get("format_version")
        for key in sorted(tree.keys() - (_KEYS if version != 1 else _KEYS - {"base"})):
            self._decoding.add_error(shown(key), "không có mục này trong tệp báo cáo")
        if type(version) is not int or version not in _READ_VERSIONS:
            raise CodecProblem(
                ["Tệp do một phiên bản khác của chương trình ghi ra. Hãy nâng cấp chương trình rồi nhập lại."]
            )
        if form_named(tree) != (self._form.key, self._form.version):
            raise CodecProblem(
                [f"Tệp dùng một biểu mẫu khác, không phải “{self._form.key}” phiên bản {self._form.version}."]
            )
        if set(tree["form"]) != {"key", "version"}:
            self._decoding.add_error("form", "phải có đúng hai mục “key” và “version”")
        centre = self.centre(tree.get("centre"))
        period = self.period(tree.get("period"))
        base = self.base(tree["base"]) if "base" in tree else None
        answers = self.answers(tree.get("answers", {}))
        log = self.activities(tree.get("activities", []))
        if self._decoding.problems or centre is None or period is None:
            more = len(self._decoding.problems) - _MOST_PROBLEMS
            several = "hơn " if self.is_hopeless else ""
            extra = [f"… và {several}{more} chỗ khác."] if more > 0 else []
            raise CodecProblem(self._decoding.problems[:_MOST_PROBLEMS] + extra)
        facts = Facts(centre, self._form.key, self._form.version, period, answers, log.sums())
        return ReportData(facts, log, base)

    @property
    def is_hopeless(self) -> bool:
        """Whether so much is wrong that the rest is not looked at: of a long log it would take seconds, for nobody."""
        return len(self._decoding.problems) > _HOPELESS

    def base(self, tree: object) -> Base | None:
        if not isinstance(tree, dict) or set(tree) != {"year", "facts"}:
            self._decoding.add_error("base", "phải có đúng hai mục “year” và “facts”")
            return None
        year, facts = self._decoding.uid("base/year", tree["year"]), tree["facts"]
        if not isinstance(facts, str) or not re.fullmatch(_HASH, facts):
            self._decoding.add_error("base/facts", "phải là 64 chữ số hệ mười sáu")
            return None
        return Base(year, facts) if year else None

    def centre(self, tree: object) -> Centre | None:
        if not isinstance(tree, dict) or set(tree) != {"code", "name"}:
            self._decoding.add_error("centre", "phải có đúng hai mục “code” và “name”")
            return None
        code, name = self._decoding.uid("centre/code", tree["code"]), self.line("centre/name", tree["name"])
        if not name:
            self._decoding.add_error("centre/name", "tên trung tâm không được để trống")
        return Centre(code, name) if code and name else None

    def period(self, tree: object) -> Period | None:
        if not isinstance(tree, dict) or set(tree) != {"kind", "start", "end", "label"}:
            self._decoding.add_error("period", "phải có đúng bốn mục “kind”, “start”, “end”, “label”")
            return None
        start, end = self.day("period/start", tree["start"]), self.day("period/end", tree["end"])
        label = self.line("period/label", tree["label"])
        if tree["kind"] not in list(PeriodKind):
            self._decoding.add_error("period/kind", f"phải là một trong: {', '.join(PeriodKind)}")
            return None
        if start is None or end is None:
            return None
        try:
            return Period(PeriodKind(tree["kind"]), start, end, label)
        except TextProblem as problem:
            self._decoding.add_error("period", problem.message.rstrip("."))
            return None

    def answers(self, tree: object) -> dict[Place, Answer]:
        found: dict[Place, Answer] = {}
        if not isinstance(tree, dict):
            self._decoding.add_error("answers", "phải là một bảng {nơi: giá trị}")
            return found
        from tthtcd_tui.report.plain_answers import plain_cells  # who only writes does not read

        plain = plain_cells(self._form)
        for key, value in tree.items():
            cell = plain.get(key)
            if cell is not None and (told := cell.read(value)) is not None:
                found[cell.place] = told
                continue
            place = Place.parse(key)
            field = field_at(self._form, place) if place and place.kind != PlaceKind.ACTIVITY else None
            if place is None or field is None:
                self._decoding.add_error(f"answers/{shown(key)}", "biểu mẫu không có chỗ này")
                continue
            answer = self._decoding.answer(f"answers/{place}", field, value)
            if answer is not UNANSWERED:
                found[place] = answer
        return found

    def activities(self, tree: object) -> ActivityLog:
        if not isinstance(tree, Iterable) or isinstance(tree, str | Mapping):
            self._decoding.add_error("activities", "phải là một danh sách")
            return ActivityLog()
        found: dict[str, Activity] = {}
        for number, row in enumerate(tree, 1):
            activity = self._activities.familiar(row) or self._activities.activity(f"activities/{number}", row)
            if activity is None:
                if self.is_hopeless:
                    break
                continue
            if activity.uid in found:
                self._decoding.add_error(f"activities/{number}", f"“uid” {activity.uid} đã dùng ở hoạt động khác")
            found[activity.uid] = activity
        return ActivityLog.of(found.values())

    def line(self, where: str, value: object) -> str:
        try:
            return line(value)
        except TextProblem as problem:
            self._decoding.add_error(where, problem.message.rstrip("."))
            return ""

    def day(self, where: str, value: object) -> date | None:
        try:
            return day(value)
        except TextProblem as problem:
            self._decoding.add_error(where, problem.message.rstrip("."))
            return None
