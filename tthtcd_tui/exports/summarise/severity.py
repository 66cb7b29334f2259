"""Findings by what they ask of the centre: to mend, to look at, nothing more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tthtcd_tui.report.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Sorted:
    errors: tuple[Finding, ...]
    """A reason does not settle an error: the report cannot be issued with it."""
    warnings: tuple[Finding, ...]
    explained: tuple[Finding, ...]
    """Warnings with a reason (đã giải trình)."""

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Sorted:
        errors: list[Finding] = []
        warnings: list[Finding] = []
        explained: list[Finding] = []
        for finding in findings:
            if finding.severity is Severity.ERROR:
                errors.append(finding)
            else:
                (warnings if finding.is_open else explained).append(finding)
        return cls(tuple(errors), tuple(warnings), tuple(explained))
