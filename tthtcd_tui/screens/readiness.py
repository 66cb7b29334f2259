"""How far a report is from being exported and finalised: words for a line, each in ever fewer, the longest first."""

from __future__ import annotations

from tthtcd_tui.report.finding import Tally


def to_export(tally: Tally) -> tuple[str, ...]:
    """Before exporting: ready is only what nobody has to look at any more."""
    if tally.forbids_issue:
        return ("dự thảo",)
    left = _looked_at(tally)
    return (f"xuất được; còn {', '.join(left)}", f"còn {left[0]}", "xuất được") if left else ("sẵn sàng",)


def to_finalise(tally: Tally) -> tuple[str, ...]:
    """Before finalising: what keeps it from that, and what a director is asked about."""
    left = [*_wanting(tally), *_looked_at(tally)]
    if not tally.forbids_finalising:
        return (f"chốt được; còn {', '.join(left)}", f"còn {left[0]}", "chưa chốt") if left else ("chưa chốt",)
    told = ", ".join(left)
    return (f"chưa chốt được: {told}", told, *_in_short(tally), "chưa chốt được")


def _wanting(tally: Tally) -> list[str]:
    counted = ((tally.missing, "thiếu {} chỗ"), (tally.errors, "{} lỗi"))
    return [words.format(count) for count, words in counted if count]


def _looked_at(tally: Tally) -> list[str]:
    """What can be printed, and a person has to look at."""
    others = tally.warnings - tally.unreviewed
    counted = ((tally.unreviewed, "{} chỗ chưa rà soát"), (others, "{} cảnh báo"))
    return [words.format(count) for count, words in counted if count]


def _in_short(tally: Tally) -> tuple[str, ...]:
    """«thiếu 61, lỗi 1, chưa rà soát 48, cảnh báo 2»."""
    others = tally.warnings - tally.unreviewed
    counted = (
        ("thiếu", tally.missing),
        ("lỗi", tally.errors),
        ("chưa rà soát", tally.unreviewed),
        ("cảnh báo", others),
    )
    return (", ".join(f"{word} {count}" for word, count in counted if count),)
