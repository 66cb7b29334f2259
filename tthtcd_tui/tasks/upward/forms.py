"""Forms beside the shipped ones, which a register needs to read submissions made with them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from tthtcd_tui.forms.known import form_of, shipped_named
from tthtcd_tui.forms.model import Form
from tthtcd_tui.register.register import Register
from tthtcd_tui.report.submitted import FormName
from tthtcd_tui.tasks.transfer.read_report import read_form


class KeepsForms(Protocol):
    """A register, or a database that all share."""

    def forms(self) -> list[str]:
        """The TOML of the forms beside the shipped ones."""
        ...


def add_forms(register: Register, paths: Iterable[Path]) -> None:
    """Keep the forms of these files in the register. Raises FileProblem, FormProblem."""
    forms = [read_form(path) for path in paths]
    if not forms:
        return
    with register.locked():
        for form in forms:
            template = form.template or form
            register.add_form(template.digest, template.text)


def form_named(register: KeepsForms, name: FormName) -> Form | None:
    """The form of a submission."""
    shipped = shipped_named((name.key, name.version))
    if shipped is not None and (shipped.template or shipped).digest == name.digest:
        return shipped
    forms = (form_of(text, "biểu mẫu") for text in register.forms())
    return next((form for form in forms if (form.template or form).digest == name.digest), None)
