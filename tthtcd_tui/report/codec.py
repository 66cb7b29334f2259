"""The one way between Facts and JSON (docs/json.md, report.schema.json).

Encoding is canonical: the same report gives the same bytes. Decoding believes nothing: text is cleaned, every answer is
held against the form's field, and all that is wrong is told at once, each with its place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from tthtcd_tui.forms.answer import UNANSWERED, Absent, Answer, Quantity
from tthtcd_tui.forms.model import Field, Form, Kind
from tthtcd_tui.forms.read import LONGEST_TEXT
from tthtcd_tui.report.activity import Activity, ActivityLog
from tthtcd_tui.report.facts import Centre, Facts
from tthtcd_tui.report.fields import field_at
from tthtcd_tui.report.place import Place
from tthtcd_tui.text.clean import clean, clean_line
from tthtcd_tui.text.dates import parse_date
from tthtcd_tui.text.numbers import canonical, from_canonical
from tthtcd_tui.text.periods import Period, PeriodKind
from tthtcd_tui.text.problem import TextProblem
from tthtcd_tui.text.qualifiers import Qualifier

FORMAT: Final = "tthtcd-report"
FORMAT_VERSION: Final = 1
_KEYS: Final = frozenset({"format", "format_version", "form", "centre", "period", "answers", "activities"})
_MOST_PROBLEMS: Final = 20
_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Report:
    """One report and its activity log: what a JSON file holds."""

    facts: Facts
    log: ActivityLog


class CodecProblem(ValueError):
    """JSON that is not a report we can take. `problems` are Vietnamese sentences, each beginning with its place."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


# -- out --------------------------------------------------------------------------------------------------------------


def encode(report: Report) -> bytes:
    """The report as canonical UTF-8 JSON, ending with a newline."""
    facts = report.facts
    period = facts.period
    head = {
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
    # One line an answer and one an activity: quick to write, and a comparison of two files shows what was changed.
    write = json.JSONEncoder(ensure_ascii=False).encode
    lines = [f"{write(key)}: {write(value)}" for key, value in head.items()]
    answers = [f" {write(place)}: {write(encode_answer(facts.answers[place]))}" for place in sorted(facts.answers)]
    activities = [f" {write(_encode_activity(activity))}" for activity in report.log.activities]
    lines.append(f'"answers": {_block("{", answers, "}")}')
    lines.append(f'"activities": {_block("[", activities, "]")}')
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _block(start: str, lines: list[str], end: str) -> str:
    return start + "\n" + ",\n".join(lines) + "\n" + end if lines else start + end


def encode_answer(answer: Answer) -> object:
    """A value as JSON: text, dates and canonical numbers as strings; Nil and NotApplicable as objects."""
    match answer:
        case Quantity(number, None):
            return canonical(number)
        case Quantity(number, qualifier):
            return {"number": canonical(number), "qualifier": str(qualifier)}
        case Absent():
            return {"absent": answer.value}
        case date():
            return answer.isoformat()
        case tuple():
            return list(answer)
        case str():
            return answer


def _encode_activity(activity: Activity) -> dict[str, str]:
    tree = {
        "uid": activity.uid,
        "date": activity.date.isoformat(),
        "title": activity.title,
        "category": activity.category,
        "classes": "" if activity.classes is None else str(activity.classes),
        "participations": "" if activity.participations is None else str(activity.participations),
        "place": activity.place,
        "partner": activity.partner,
        "note": activity.note,
    }
    return {key: value for key, value in tree.items() if value}


# -- in ---------------------------------------------------------------------------------------------------------------


def decode(data: bytes, form: Form) -> Report:
    """The report in `data`. Raises CodecProblem with everything that is wrong (the first 20), never half a report."""
    return _Decoder(form).report(parse_json(data))


def parse_json(data: bytes) -> dict[str, Any]:
    """The JSON object in `data`, with no key given twice. Raises CodecProblem."""
    try:
        tree = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_no_duplicates, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise CodecProblem(["Tệp không phải chữ UTF-8. Hãy xuất lại tệp JSON từ chương trình."]) from None
    except json.JSONDecodeError as error:
        raise CodecProblem([f"Dòng {error.lineno}: tệp không đúng cú pháp JSON. Hãy kiểm tra dòng này."]) from None
    except (RecursionError, ValueError) as error:
        reason = str(error) if isinstance(error, _Refused) else "tệp không phải JSON của một báo cáo"
        raise CodecProblem([f"Không đọc được tệp: {reason}."]) from None
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise CodecProblem([f"Tệp JSON này không phải báo cáo của chương trình (thiếu “format”: “{FORMAT}”)."])
    return tree


class _Refused(ValueError):
    """What json allows and we do not."""


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    tree = dict(pairs)
    if len(tree) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _Refused(f"khóa “{_shown(twice)}” bị ghi hai lần")
    return tree


def _no_constant(name: str) -> None:
    raise _Refused(f"“{name}” không phải số")


def form_named(tree: Mapping[str, Any]) -> tuple[str, int] | None:
    """The key and version of the form that a parsed report was made with, if it says so."""
    form = tree.get("form")
    if isinstance(form, dict) and isinstance(form.get("key"), str) and type(form.get("version")) is int:
        return form["key"], form["version"]
    return None


class _Decoder:
    """Reads a tree and remembers everything that is wrong with it."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.problems: list[str] = []

    def report(self, tree: dict[str, Any]) -> Report:
        for key in tree.keys() - _KEYS:
            self.wrong(_shown(key), "không có mục này trong tệp báo cáo")
        if tree.get("format_version") != FORMAT_VERSION:
            raise CodecProblem(
                ["Tệp do một phiên bản khác của chương trình ghi ra. Hãy nâng cấp chương trình rồi nhập lại."]
            )
        if form_named(tree) != (self.form.key, self.form.version):
            raise CodecProblem(
                [f"Tệp dùng một biểu mẫu khác, không phải “{self.form.key}” phiên bản {self.form.version}."]
            )
        centre = self.centre(tree.get("centre"))
        period = self.period(tree.get("period"))
        answers = self.answers(tree.get("answers", {}))
        log = self.activities(tree.get("activities", []))
        if self.problems or centre is None or period is None:
            more = len(self.problems) - _MOST_PROBLEMS
            extra = [f"… và {more} chỗ khác."] if more > 0 else []
            raise CodecProblem(self.problems[:_MOST_PROBLEMS] + extra)
        return Report(Facts(centre, self.form.key, self.form.version, period, answers, log.sums()), log)

    def wrong(self, where: str, message: str) -> None:
        self.problems.append(f"{where}: {message}.")

    def centre(self, tree: object) -> Centre | None:
        if not isinstance(tree, dict) or set(tree) != {"code", "name"}:
            self.wrong("centre", "phải có đúng hai mục “code” và “name”")
            return None
        code, name = self.line("centre/code", tree["code"]), self.line("centre/name", tree["name"])
        if not code or not name:
            self.wrong("centre", "mã và tên trung tâm không được để trống")
            return None
        if Place.parse(code) is None or "/" in code:
            self.wrong(
                "centre/code",
                "mã trung tâm chỉ gồm chữ thường không dấu, chữ số, dấu gạch, nhiều nhất 64 ký tự",
            )
            return None
        return Centre(code, name)

    def period(self, tree: object) -> Period | None:
        if not isinstance(tree, dict) or set(tree) != {"kind", "start", "end", "label"}:
            self.wrong("period", "phải có đúng bốn mục “kind”, “start”, “end”, “label”")
            return None
        start, end = self.day("period/start", tree["start"]), self.day("period/end", tree["end"])
        label = self.line("period/label", tree["label"])
        if tree["kind"] not in list(PeriodKind):
            self.wrong("period/kind", f"phải là một trong: {', '.join(PeriodKind)}")
            return None
        if start is None or end is None:
            return None
        try:
            return Period(PeriodKind(tree["kind"]), start, end, label)
        except TextProblem as problem:
            self.wrong("period", problem.message.rstrip("."))
            return None

    def answers(self, tree: object) -> dict[Place, Answer]:
        found: dict[Place, Answer] = {}
        if not isinstance(tree, dict):
            self.wrong("answers", "phải là một bảng {nơi: giá trị}")
            return found
        for key, value in tree.items():
            place = Place.parse(key)
            field = field_at(self.form, place) if place and place.kind != "activity" else None
            if place is None or field is None:
                self.wrong(f"answers/{_shown(key)}", "biểu mẫu không có chỗ này")
                continue
            answer = self.answer(f"answers/{place}", field, value)
            if answer is not UNANSWERED:
                found[place] = answer
        return found

    def answer(self, where: str, field: Field, value: object) -> Answer:
        """The answer `value` stands for; Unanswered, with the reason remembered, where it is none."""
        try:
            return decode_answer(field, value)
        except TextProblem as problem:
            self.wrong(where, problem.message.rstrip("."))
            return UNANSWERED

    def activities(self, tree: object) -> ActivityLog:
        if not isinstance(tree, list):
            self.wrong("activities", "phải là một danh sách")
            return ActivityLog()
        found: dict[str, Activity] = {}
        for number, row in enumerate(tree, 1):
            activity = self.activity(f"activities/{number}", row)
            if activity is None:
                continue
            if activity.uid in found:
                self.wrong(f"activities/{number}", f"“uid” {activity.uid} đã dùng ở hoạt động khác")
            found[activity.uid] = activity
        return ActivityLog.of(found.values())

    def activity(self, where: str, tree: object) -> Activity | None:
        fields = self.form.records["activity"]
        if not isinstance(tree, dict):
            self.wrong(where, "phải là một bảng")
            return None
        for key in tree.keys() - fields.keys() - {"uid"}:
            self.wrong(f"{where}/{_shown(key)}", "hoạt động không có mục này")
        uid = self.line(f"{where}/uid", tree.get("uid", ""))
        if Place.parse(uid) is None or "/" in uid:
            self.wrong(f"{where}/uid", "phải gồm chữ thường không dấu, chữ số, dấu gạch, nhiều nhất 64 ký tự")
            return None
        values = {key: self.answer(f"{where}/{key}", field, tree.get(key, "")) for key, field in fields.items()}
        day, title, category = values["date"], values["title"], values["category"]
        if not isinstance(day, date) or not isinstance(title, str) or not isinstance(category, str):
            self.wrong(where, "phải có ngày, tên và loại hoạt động")
            return None
        return Activity(
            uid,
            day,
            title,
            category,
            self.count(f"{where}/classes", values["classes"]),
            self.count(f"{where}/participations", values["participations"]),
            *(value if isinstance(value := values[key], str) else "" for key in ("place", "partner", "note")),
        )

    def count(self, where: str, answer: Answer) -> int | None:
        if isinstance(answer, Quantity):
            return int(answer.number)
        if answer is not UNANSWERED:
            self.wrong(where, "phải là một số, hoặc để trống")
        return None

    def line(self, where: str, value: object) -> str:
        try:
            return _line(value)
        except TextProblem as problem:
            self.wrong(where, problem.message.rstrip("."))
            return ""

    def day(self, where: str, value: object) -> date | None:
        try:
            return _day(value)
        except TextProblem as problem:
            self.wrong(where, problem.message.rstrip("."))
            return None


def decode_answer(field: Field, value: object) -> Answer:
    """The answer that JSON `value` stands for in `field`. Raises TextProblem."""
    if isinstance(value, dict) and set(value) == {"absent"}:
        if value["absent"] not in (Absent.NIL.value, Absent.NOT_APPLICABLE.value):
            raise TextProblem("“absent” phải là “nil” hoặc “not_applicable”.")
        return Absent(value["absent"])
    if value == "":
        return UNANSWERED
    match field.kind:
        case Kind.WHOLE | Kind.DECIMAL | Kind.PERCENT | Kind.MONEY:
            return _quantity(field, value)
        case Kind.TEXT:
            return _line(value) or UNANSWERED
        case Kind.LINES | Kind.PARAGRAPHS:
            return _lines(value) or UNANSWERED
        case Kind.CHOICE:
            return _option(field, value)
        case Kind.CHOICES:
            if not isinstance(value, list):
                raise TextProblem("Phải là một danh sách lựa chọn.")
            chosen = {_option(field, item) for item in value}
            return tuple(option.key for option in field.options if option.key in chosen) or UNANSWERED
        case Kind.DATE:
            return _day(value)


def _quantity(field: Field, value: object) -> Quantity:
    qualifier: Qualifier | None = None
    if isinstance(value, dict) and set(value) == {"number", "qualifier"}:
        if not field.qualified or value["qualifier"] not in list(Qualifier):
            raise TextProblem(f"Không nhận từ chỉ mức “{_shown(str(value['qualifier']))}” ở đây.")
        qualifier, value = Qualifier(value["qualifier"]), value["number"]
    if not isinstance(value, str):
        raise TextProblem("Phải là một số viết trong dấu nháy, ví dụ 2554 hoặc 2.5.")
    number = from_canonical(value)
    if field.kind in (Kind.WHOLE, Kind.MONEY) and number != number.to_integral_value():
        raise TextProblem(f"Chỗ này chỉ nhận số nguyên, không nhận “{value}”.")
    if field.maximum is not None and number > field.maximum:
        raise TextProblem(f"Chỗ này chỉ nhận số từ 0 đến {field.maximum}, không nhận “{value}”.")
    return Quantity(Decimal(number), qualifier)


def _option(field: Field, value: object) -> str:
    if not isinstance(value, str) or field.option(value) is None:
        keys = ", ".join(option.key for option in field.options)
        raise TextProblem(f"“{_shown(str(value))}” không có trong danh sách: {keys}.")
    return value


def _line(value: object) -> str:
    return clean_line(_text(value)).strip()


def _lines(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TextProblem("Phải là một danh sách chuỗi.")
    lines = (line.strip() for item in value for line in clean(_text(item)).split("\n"))
    return tuple(line for line in lines if line)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TextProblem("Phải là một chuỗi chữ.")
    if len(value) > LONGEST_TEXT:
        raise TextProblem(f"Chữ dài quá {LONGEST_TEXT} ký tự.")
    return value


def _day(value: object) -> date:
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        return parse_date(value)
    raise TextProblem('Phải là ngày viết như "2021-06-05".')


def _shown(text: str) -> str:
    """A stranger's text in a message: one printable line, not too long."""
    safe = "".join(character if character.isprintable() else "?" for character in text[:60])
    return safe + "…" if len(text) > 60 else safe
