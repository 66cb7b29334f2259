"""The forms that years are made with: their texts, each kept once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tthtcd_tui.models import catalogue
from tthtcd_tui.models.catalogue import FormRow
from tthtcd_tui.models.part import Access, Part, reads
from tthtcd_tui.models.people.rights import Rights

if TYPE_CHECKING:
    from tthtcd_tui.forms.model import Form


class Forms(Part):
    """Any of them may be read by whoever may open the database."""

    def __init__(self, access: Access, rights: Rights, form_of: Callable[[str], Form]) -> None:
        """`form_of` makes the form of a hash, and remembers it."""
        super().__init__(access)
        self._rights = rights
        self._form_of = form_of

    @reads
    def all(self) -> list[FormRow]:
        """By key and version."""
        return catalogue.forms(self.database)

    @reads
    def read(self, digest: str) -> Form:
        """The form of that hash, as its text says. Raises KeyError where it is not kept."""
        return self._form_of(digest)

    def add(self, form: Form) -> None:
        """Keeps the form's text; a form kept already is not kept twice."""
        from tthtcd_tui.models.catalogue_edits import keep_form  # few forms are ever added

        with self._rights.writing_at(None):
            keep_form(self.database, self.access.user, form)
