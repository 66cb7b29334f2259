"""Effectiveness indicators: label, value with its source and comparison, then the paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.forms.answer import UNANSWERED
from tthtcd_tui.forms.model import Indicator, Section
from tthtcd_tui.report.compose.writer import STOPS, Writer, trimmed
from tthtcd_tui.report.links import total_column, total_text
from tthtcd_tui.report.outline import Run, RunKind, Runs
from tthtcd_tui.report.place import Place


def indicators(writer: Writer, section: Section) -> Iterator[list[Runs]]:
    """The paragraphs of each indicator. One told in words runs on from its label; a value has a line of its own."""
    for indicator in section.indicators:
        place = Place.of("indicator", indicator.key, "text")
        lines = [writer.fill(line, place) for line in writer.facts.lines_at(place)]
        if indicator.required and indicator.narrative_required and writer.facts.at(place) is UNANSWERED:
            lines = [(writer.gap(place, writer.form.records["indicator"]["text"].label),)]
        label = Run(f"{indicator.label}: ", Place.of("indicator", indicator.key))
        value = _value(writer, indicator)
        if value is not None:
            yield [(label, *trimmed(value, STOPS), Run(".")), *lines]
        elif lines:
            yield [(label, *lines[0]), *lines[1:]]


def _value(writer: Writer, indicator: Indicator) -> Runs | None:
    """«ước đạt 2.450 USD/người/năm (nguồn: …), cao hơn …»; None for an indicator told in words alone.

    None too while nobody has answered one that may be left out.
    """
    if indicator.computed:
        text = total_text(writer.facts.total(total_column(indicator.computed)))
        place = Place("results")
        if text is None:
            return (writer.gap(place),) if indicator.required else None
        value: Runs = (Run(f"{text} {indicator.unit}".rstrip(), place, RunKind.VALUE),)
    elif indicator.value:
        place = Place.of("indicator", indicator.key, "value")
        if not indicator.required and writer.facts.at(place) is UNANSWERED:
            return None
        value = writer.value(place, unit=True)
    else:
        return None
    if source := writer.facts.text_at("indicator", indicator.key, "source"):
        place = Place.of("indicator", indicator.key, "source")
        value = (*value, Run(" (nguồn: "), Run(source, place, RunKind.VALUE), Run(")"))
    if comparison := writer.facts.text_at("indicator", indicator.key, "comparison"):
        place = Place.of("indicator", indicator.key, "comparison")
        value = (*value, Run(", "), Run(comparison, place, RunKind.VALUE))
    return value
