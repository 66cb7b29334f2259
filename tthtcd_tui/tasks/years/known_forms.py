"""The known forms: the shipped one, the examples beside it, and those added to the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from tthtcd_tui.errors import NoSuchForm, TaskProblem
from tthtcd_tui.forms.known import EXAMPLES, VERSIONS, load_example, load_shipped
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.storage.locations import is_there
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.care.open_store import database_location, open_store
from tthtcd_tui.tasks.transfer.read_report import read_form
from tthtcd_tui.text.nearest import did_you_mean
from tthtcd_tui.text.problem import quoted


def known_forms(database: Path | None, user: str | None = None) -> list[Form]:
    """The forms that come with the program, and, where there is a database, those it keeps."""
    forms = _shipped()
    if is_there(database_location(database)):
        forms += _kept(open_store(database, user), forms)
    return forms


def form_asked(store: Store, name: str | None) -> Form:
    """The newest version of the form `name`, or the version in «key/version»; without a name the shipped form.

    Raises TaskProblem.
    """
    if name is None:
        return load_shipped()
    shipped = _shipped()
    return form_named([*shipped, *_kept(store, shipped)], name)


def form_named(known: Sequence[Form], name: str) -> Form:
    """As `form_asked`, among `known`. Raises NoSuchForm."""
    key, _, version = name.partition("/")
    if version.isascii() and version.isdigit():
        return _numbered(known, key, int(version))
    found = [form for form in known if form.key == name]
    if not found:
        meant = did_you_mean(name, (form.key for form in known))
        raise NoSuchForm(f"Không có biểu mẫu {quoted(name)}.{meant or ' Hãy kiểm tra lại tên biểu mẫu.'}")
    return max(found, key=lambda form: form.version)


def form_numbered(store: Store, key: str, version: int) -> Form:
    """The form of that key and version. Raises TaskProblem."""
    shipped = _shipped()
    return _numbered([*shipped, *_kept(store, shipped)], key, version)


def _numbered(known: Iterable[Form], key: str, version: int) -> Form:
    for form in known:
        if (form.key, form.version) == (key, version):
            return form
    raise NoSuchForm(f"Không có biểu mẫu {quoted(key)} phiên bản {version}. Hãy thêm lại biểu mẫu đó.")


def add_form(database: Path | None, path: Path, user: str | None = None) -> Form:
    """Store the form in `path`. Another text under a key and version that is known is refused: a form never changes."""
    form = read_form(path)
    store = open_store(database, user, make=True)
    for other in [*_shipped(), *_kept(store, [form])]:
        if (other.key, other.version) == (form.key, form.version) and other.digest != form.digest:
            raise TaskProblem(
                f"Đã có biểu mẫu {form.key} phiên bản {form.version} với nội dung khác. Tăng số “version” trong tệp."
            )
    store.forms.add(form)
    return form


def _shipped() -> list[Form]:
    """The versions of the shipped form, the newest first, then the examples."""
    return [*(load_shipped(version) for version in reversed(VERSIONS)), *map(load_example, EXAMPLES)]


def _kept(store: Store, known: list[Form]) -> list[Form]:
    digests = {form.digest for form in known}
    return [store.forms.read(row.digest) for row in store.forms.all() if row.digest not in digests]
