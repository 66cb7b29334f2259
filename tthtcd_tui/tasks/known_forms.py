"""Which forms there are: the shipped one, and those added to the database."""

from __future__ import annotations

from pathlib import Path

from tthtcd_tui.forms.known import load_shipped
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.schema import is_there
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.open_store import database_path, open_store
from tthtcd_tui.tasks.problem import TaskProblem
from tthtcd_tui.tasks.read_report import read_form
from tthtcd_tui.text.problem import quoted


def known_forms(database: Path | None, user: str | None = None) -> list[Form]:
    """The shipped form and, where there is a database, those it keeps."""
    forms = [load_shipped()]
    if is_there(database_path(database)):
        forms += _kept(open_store(database, user), forms[0])
    return forms


def form_asked(store: Store, name: str | None) -> Form:
    """The form of that key, the newest version of it; without a name the shipped one. Raises TaskProblem."""
    shipped = load_shipped()
    if name is None:
        return shipped
    found = [form for form in [shipped, *_kept(store, shipped)] if form.key == name]
    if not found:
        raise TaskProblem(f"Không có biểu mẫu {quoted(name)}. Gõ “tthtcd forms” để xem, hoặc “tthtcd forms --add TỆP”.")
    return max(found, key=lambda form: form.version)


def add_form(database: Path | None, path: Path, user: str | None = None) -> Form:
    """Keeps the form in `path`. A released form never changes: another text under the same version is refused."""
    form = read_form(path)
    store = open_store(database, user, make=True)
    for other in [load_shipped(), *_kept(store, form)]:
        if (other.key, other.version) == (form.key, form.version) and other.digest != form.digest:
            raise TaskProblem(
                f"Đã có biểu mẫu {form.key} phiên bản {form.version} với nội dung khác. Tăng số “version” trong tệp."
            )
    store.add_form(form)
    return form


def _kept(store: Store, known: Form) -> list[Form]:
    return [store.form(row.digest) for row in store.forms() if row.digest != known.digest]
