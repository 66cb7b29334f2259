"""Forms: each text kept once, and a report keeps the one it was made with."""

from __future__ import annotations

from hashlib import sha256

import pytest
from support.forms import both, changed, other, shipped
from support.stores import new_report, sql

from tthtcd_tui.errors import StoreProblem
from tthtcd_tui.models.catalogue import FormRow
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.store import Store


def test_a_form_is_kept_once_as_it_was(store: Store, path: Location) -> None:
    for form in [*both(), *both()]:
        store.forms.add(form)
    newer = changed(("version = 1", "version = 2"))
    store.forms.add(newer)
    assert store.forms.all() == [FormRow(form.digest, form.key, form.version) for form in (other(), shipped(), newer)]
    for form in (*both(), newer):
        assert store.forms.read(form.digest) == form
    assert sql(path, "SELECT count(*) FROM form_text") == [(3,)]
    with pytest.raises(KeyError):
        store.forms.read("0" * 64)


def test_a_report_keeps_the_form_it_was_made_with(store: Store, path: Location) -> None:
    """Though the program has learnt to ask something else since, in this process or in another."""
    report = new_report(store)
    newer = changed(("version = 1", "version = 2"), ('label = "Dân số"', 'label = "Số dân"'))
    second = new_report(store, 2021, form=newer)
    store.close()
    again = Store(path)
    assert again.snapshot(report).form == shipped()
    assert again.snapshot(second).form == newer
    again.close()


def test_a_form_that_this_program_cannot_read_is_not_called_damaged(
    store: Store, report_id: int, path: Location
) -> None:
    """An older or newer program took it; its text is whole."""
    text = "version = 1\n"
    digest = sha256(text.encode()).hexdigest()
    sql(path, "INSERT INTO form_text (hash, key, version, toml) VALUES (?, 'khac', 9, ?)", [digest, text])
    sql(path, "UPDATE report SET form_hash = ?", [digest])
    with pytest.raises(StoreProblem, match="không đọc được biểu mẫu đã lưu trong tệp dữ liệu"):
        store.snapshot(report_id)
    assert len(store.years.all()) == 1
