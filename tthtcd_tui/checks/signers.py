"""Several who sign, as of minutes: enough of them, and nobody twice."""

from __future__ import annotations

from collections.abc import Iterator

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.wording import error, warning
from tthtcd_tui.report.fields import label_at
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.kinds.details import SIGNER
from tthtcd_tui.report.signers import names_at, place_of
from tthtcd_tui.text.fold import fold
from tthtcd_tui.text.numbers import format_number
from tthtcd_tui.text.problem import quoted


def signers_missing(context: Context) -> Iterator[Finding]:
    """Fewer than the form says; where nobody is named yet, that is missing and told elsewhere."""
    for signature in context.form.signatures:
        names, place = names_at(context.facts, signature), place_of(signature)
        if names and len(names) < signature.least:
            yield error(
                "signers_missing",
                place,
                f"{label_at(context.form, place)}: phải có ít nhất {format_number(signature.least)} người ký, mới ghi"
                f" {format_number(len(names))}. Ghi thêm họ tên, cách nhau bằng dấu chấm phẩy.",
            )


def signs_twice(context: Context) -> Iterator[Finding]:
    """One person in two capacities, or named twice."""
    if not context.form.signatures:
        return
    signer = context.facts.text_at(SIGNER)
    met = {fold(signer): label_at(context.form, SIGNER)} if signer else {}
    for signature in context.form.signatures:
        place = place_of(signature)
        for name in names_at(context.facts, signature):
            if (other := met.get(fold(name))) is not None:
                label = label_at(context.form, place)
                yield warning(
                    "signs_twice",
                    place,
                    f"{label}: {quoted(name)} đã ký ở “{other}”. Bỏ một chỗ, hoặc ghi lý do nếu trùng họ tên.",
                )
            met.setdefault(fold(name), label_at(context.form, place))
