"""Finalising a report (chốt), and reopening it.

Only a director may, as with the signature under the report: afterwards nobody can write in it, and only a director
can reopen it to correct a mistake.
"""

from __future__ import annotations

from typing import Final

from tthtcd_tui.checks.checker import Checker
from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.first import UNREVIEWED
from tthtcd_tui.checks.forbidding import FORBIDDING, forbidding_rules
from tthtcd_tui.checks.rule import Rules
from tthtcd_tui.errors import HasErrors, ReportFinal
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.versions import final_words
from tthtcd_tui.report.codec import ReportData
from tthtcd_tui.report.finding import Finding, Severity, Tally
from tthtcd_tui.tasks.called import called
from tthtcd_tui.tasks.transfer.centre_template import centre_template
from tthtcd_tui.tasks.transfer.export_report import render
from tthtcd_tui.tasks.transfer.read_report import OpenedReport
from tthtcd_tui.tasks.years.kept_versions import KEPT, KeptVersion
from tthtcd_tui.tasks.years.year_context import context_of
from tthtcd_tui.text.clean import clean_line
from tthtcd_tui.text.dates import HOUR_OF_VIETNAM

_WHAT: Final = "chốt báo cáo"
_OBSTACLES: Final = Rules((*FORBIDDING, UNREVIEWED), of_form=forbidding_rules)


def obstacles(context: Context) -> list[Finding]:
    """The findings that prevent finalising: errors, and texts carried over that are neither reviewed nor explained."""
    found = Checker(_OBSTACLES).check(context)
    return [finding for finding in found if finding.severity is Severity.ERROR or finding.is_unreviewed]


def finalise(store: Store, year: Year, user: str, seen: int | None = None) -> KeptVersion:
    """Finalise the report: its present exports are kept as its next version, and nobody can write in it any more.

    `seen` is the revision that the director sees on a screen, if any. Raises HasErrors with the obstacles; StoreProblem
    where the report is final already, `user` may not finalise it, or it was changed after `seen`.
    """
    store.rights.refuse_all_but_directors(year.report_id, user, _WHAT)
    snapshot, log, base = store.snapshot_with_base(year.report_id)
    if snapshot.final_since is not None:
        raise ReportFinal(final_words(year.period, snapshot.final_since))
    context = context_of(store, year, snapshot.form, snapshot.facts)
    if found := obstacles(context):
        raise HasErrors(_told(found), found)
    opened = OpenedReport(snapshot.form, ReportData(snapshot.facts, log, base), context, uid=base.year)
    if template := centre_template(store, year.centre.id):
        opened = opened._replace(house=template.house, house_name=template.name)
    docx, json = (render(opened, kept) for kept in KEPT)
    revision = snapshot.revision if seen is None else seen
    version = store.versions.finalise(year.report_id, revision, user, docx, json)
    who = called(store, [user], year.centre.id)[user]
    return KeptVersion(version, who, version.at.astimezone(HOUR_OF_VIETNAM), None)


def reopen(store: Store, year: Year, user: str, reason: str) -> None:
    """Make a final report a draft again. Raises TaskProblem, StoreProblem."""
    store.versions.reopen(year.report_id, user, clean_line(reason))


def _told(found: list[Finding]) -> str:
    tally = Tally.of(found)
    wrong = tally.words()
    unseen = f"{tally.unreviewed} chỗ chép từ năm trước chưa rà soát" if tally.unreviewed else ""
    said = f"{wrong} và {unseen}" if wrong and unseen else wrong or f"còn {unseen}"
    return f"Chưa chốt được: báo cáo {said}. Hãy nhập, sửa hoặc rà soát (hay ghi lý do) các chỗ dưới đây rồi chốt lại."
