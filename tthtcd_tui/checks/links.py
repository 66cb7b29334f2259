"""Links in the year's texts: to nothing the form knows, or to something nobody has filled in."""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import error
from tthtcd_tui.forms.model import Form
from tthtcd_tui.report.facts import Facts
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.links import linked, links_in
from tthtcd_tui.report.place import Place
from tthtcd_tui.report.rows import requirements, rows
from tthtcd_tui.text.problem import quoted


def unknown_link(context: Context) -> Iterator[Finding]:
    """A name between braces that the form does not know. Told once a text."""
    form, facts = context.form, context.facts
    links = dict.fromkeys((place, name) for place, text in rows(form, facts).printed_texts for name in links_in(text))
    for place, name in links:
        if name not in form.link_names:
            yield error(
                "unknown_link",
                place,
                f"{label_at(form, place)}: không có số liệu nào tên {quoted(name)}. Sửa tên trong dấu ngoặc nhọn,"
                " hoặc gõ thêm một dấu { phía trước để in nguyên chữ.",
            )


def empty_link(context: Context) -> Iterator[Finding]:
    """A place that a text or a heading links to and nobody has filled in: the report would print a gap.

    Found at the place to fill in, once; not where the form requires it, for then it is reported missing.
    """
    form, facts = context.form, context.facts
    missing = [place for requirement in requirements(form, facts) for place in requirement.missing]
    told: set[Place] = set()
    for where, name in _links(form, facts):
        target = linked(form, facts, name)
        if target is None or target.place is None or target.text is not None or target.place in told:
            continue
        told.add(target.place)
        if not any(place.within(target.place) for place in missing):
            message = f"{target.label}: chưa nhập, nhưng {where} có dùng. Nhập vào, hoặc bỏ số liệu ấy ở đó."
            yield error("empty_link", target.place, message)


def _links(form: Form, facts: Facts) -> Iterator[tuple[str, str]]:
    """Every link in what is printed, with what to call the text it stands in."""
    for name in links_in(form.abstract):
        yield "tên báo cáo", name
    for section in form.sections:
        for name in links_in(section.title):
            yield f"tên mục “{section.name}”", name
    for place, text in rows(form, facts).printed_texts:
        for name in links_in(text):
            yield f"“{label_at(form, place)}”", name
