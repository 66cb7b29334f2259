"""A kind of content the program does not know goes through all of it: two modules of one name, a table, a migration."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.bases import without_base
from support.docx_file import opened as opened_docx
from support.eighth_kind import AUDIENCE, COLUMNS, NAME, eighth_form, form_text, migration, registered
from support.screens import opened
from support.stores import new_report, number, sql

from tthtcd_tui.checks.context import Context
from tthtcd_tui.checks.run import check
from tthtcd_tui.cli import main
from tthtcd_tui.errors import FormProblem
from tthtcd_tui.exports.formats import ExportFormat, exported
from tthtcd_tui.forms.load import load
from tthtcd_tui.forms.model import Form
from tthtcd_tui.models.storage.migrations import MIGRATIONS
from tthtcd_tui.models.storage.schema import SCHEMA_VERSION, open_database
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.codec import ReportData, decode
from tthtcd_tui.report.finding import Finding
from tthtcd_tui.report.kinds.registry import KINDS
from tthtcd_tui.report.place import Place, PlaceKind
from tthtcd_tui.report.rows import layout, rows
from tthtcd_tui.screens import destinations as to

TYPED = {
    "audience/phu_nu/sessions": "12",
    "audience/phu_nu/women": "340",
    "audience/phu_nu/minority": "-",
    "audience/nguoi_cao_tuoi/sessions": "3",
    "audience/nguoi_cao_tuoi/women": "25",
}


@pytest.fixture(autouse=True)
def _registered() -> Iterator[None]:
    with registered():
        yield


@pytest.fixture
def form() -> Form:
    return eighth_form()


@pytest.fixture
def path(tmp_path: Path, form: Form, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database with an empty year of the form."""
    path = tmp_path / "a.db"
    with closing(Store(path)) as store:
        new_report(store, form=form)
    monkeypatch.setenv("TTHTCD_DB", str(path))
    return path


@pytest.fixture
def filled(path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The year with the numbers of two of the three audiences, as `tthtcd set` takes them."""
    for place, raw in TYPED.items():
        assert main(["set", "2020-2021", place, "--", raw]) == 0
    capsys.readouterr()
    return path


def report_in(path: Path) -> tuple[Form, ReportData]:
    with closing(Store(path)) as store:
        snapshot, log = store.snapshot_with_log(store.years.all()[0].report_id)
        return snapshot.form, ReportData(snapshot.facts, log)


def found_in(path: Path) -> list[Finding]:
    form, report = report_in(path)
    return [finding for finding in check(Context(form, report.facts)) if finding.place.kind == AUDIENCE]


def test_the_program_knows_its_kinds_and_the_tests_one_more() -> None:
    assert [kind.name for kind in KINDS][-1] == NAME
    assert len(list(KINDS)) == 11
    assert AUDIENCE not in list(PlaceKind)


def test_its_places_are_known_by_their_field_their_name_and_their_section(form: Form) -> None:
    place = Place("audience/phu_nu/women")
    cell = layout(form).cell_at(place)
    assert cell is not None
    assert (cell.field.label, cell.label) == ("Nữ", "Phụ nữ: Nữ")
    assert layout(form).section_at(place) == "doi_tuong"
    assert layout(form).cell_at(Place("audience/phu_nu/men")) is None
    assert layout(form).cell_at(Place("audience/tre_em/women")) is None


def test_a_form_must_word_its_fields_where_it_asks_for_it() -> None:
    text = form_text()
    with pytest.raises(FormProblem, match="audience"):
        load(text[: text.index("[record.audience.sessions]")], "thieu.toml")


def test_it_is_stored_in_its_own_table(filled: Path) -> None:
    stored = sql(filled, "SELECT audience, sessions, women, minority FROM audience_classes ORDER BY audience")
    assert stored == [("nguoi_cao_tuoi", "3", "25", None), ("phu_nu", "12", "340", "-")]
    history = sql(filled, "SELECT count(*) FROM audit_entry WHERE place LIKE 'audience/%'")
    assert history == [(len(TYPED),)]


def test_a_database_from_before_gets_its_table_by_a_migration(tmp_path: Path, form: Form) -> None:
    path = tmp_path / "cu.db"
    with closing(Store(path)) as store:
        new_report(store, form=form)
    sql(path, "DROP TABLE audience_classes")
    open_database(path, SCHEMA_VERSION + 1, {**MIGRATIONS, SCHEMA_VERSION + 1: migration}).close()
    sql(path, "INSERT INTO audience_classes (report_id, audience, sessions) VALUES (1, 'phu_nu', '7')")
    sql(path, f"PRAGMA user_version = {SCHEMA_VERSION}")
    assert report_in(path)[1].facts.answers == {"audience/phu_nu/sessions": number(7)}


def test_what_was_set_is_shown_again(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "2020-2021", "audience"]) == 0
    assert capsys.readouterr().out.split("\n")[:-1] == [f"{place} {raw}" for place, raw in sorted(TYPED.items())]


def test_a_number_that_is_none_is_refused(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["set", "2020-2021", "audience/phu_nu/women", "nhiều"]) != 0
    assert "Phụ nữ: Nữ" in capsys.readouterr().err


def test_what_is_required_of_it_is_missing_in_reading_order(path: Path, form: Form) -> None:
    _, report = report_in(path)
    wanted = rows(form, report.facts).requirements
    mine = [(need.label, need.missing) for need in wanted if need.section == "doi_tuong"]
    both = ("sessions", "women")
    assert mine == [
        (label, tuple(Place.of(AUDIENCE, key, column) for column in both))
        for key, label in (("phu_nu", "Phụ nữ"), ("nguoi_cao_tuoi", "Người cao tuổi"))
    ]


def test_what_is_missing_is_found_and_told_in_words(filled: Path) -> None:
    assert found_in(filled) == []
    assert main(["set", "2020-2021", "audience/phu_nu/women", ""]) == 0
    [finding] = found_in(filled)
    assert finding.place == "audience/phu_nu/women"
    assert finding.message == "Phụ nữ: chưa nhập “Nữ”. Nhập số, hoặc gõ - nếu không có."


def test_a_text_links_to_it(filled: Path) -> None:
    assert main(["set", "2020-2021", "narrative/doi_tuong", "Phụ nữ có {phu_nu.sessions} buổi."]) == 0
    form, report = report_in(filled)
    assert "Phụ nữ có 12 buổi." in exported(ExportFormat.TEXT, form, report, draft=True).decode()


def test_it_is_printed_in_a_docx_and_in_text_with_what_it_adds_up_to(filled: Path) -> None:
    form, report = report_in(filled)
    printed = [
        ["Đối tượng", "Số buổi", "Nữ", "Dân tộc"],
        ["Phụ nữ", "12", "340", "không có"],
        ["Người cao tuổi", "3", "25", "[Chưa nhập: Người cao tuổi: Dân tộc]"],
    ]
    tables = opened_docx(exported(ExportFormat.DOCX, form, report, draft=True)).tables
    [table] = [table for table in tables if table.rows[0].cells[0].text == "Đối tượng"]
    read = [[cell.text for cell in row.cells] for row in table.rows]
    assert read[:3] == printed
    assert read[-1][:3] == ["Cộng", "15", "365"]
    text = exported(ExportFormat.TEXT, form, report, draft=True).decode()
    for words in ("Lớp theo đối tượng", "Người cao tuổi", "365"):
        assert words in text


def test_json_holds_it_and_gives_it_back(filled: Path) -> None:
    form, report = report_in(filled)
    data = exported(ExportFormat.JSON, form, report, draft=False)
    assert b'"audience/phu_nu/women": "340"' in data
    assert decode(data, form).facts.answers == report.facts.answers


def test_it_is_imported_from_a_json(filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "bao-cao.json"
    assert main(["export", "2020-2021", "-o", str(out)]) == 0
    _, before = report_in(filled)
    out.write_bytes(without_base(out.read_bytes()))  # of its own base it would have nothing new to say
    assert main(["set", "2020-2021", "audience/phu_nu/women", "1"]) == 0
    assert main(["import", str(out), "--replace"]) == 0
    assert report_in(filled)[1].facts.answers == before.facts.answers


def test_it_is_filled_in_on_a_screen_like_any_table(path: Path, tmp_path: Path) -> None:
    with opened(tmp_path, path=path) as screens:
        screens.do(lambda app: app.navigator.open(to.AtPlace(Place("audience/phu_nu/sessions"))))
        assert screens.at == "audience/phu_nu/sessions"
        for raw in ("12", "340", "-", "3"):
            screens.type(raw)
            screens.press("enter")
        assert screens.at == "audience/nguoi_cao_tuoi/women"
        assert "Số buổi" in screens.text
        assert [screens.stored(f"audience/phu_nu/{column}") for column in COLUMNS] == ["12", "340", "-"]
        screens.press("ctrl+z")
        assert screens.stored("audience/nguoi_cao_tuoi/sessions") == ""
        assert screens.at == "audience/nguoi_cao_tuoi/sessions"


def test_it_is_found_by_its_name_and_its_gaps_follow_each_other(path: Path, tmp_path: Path) -> None:
    with opened(tmp_path, path=path) as screens:
        screens.press("f3")
        screens.type("phu nu nu")
        assert "Phụ nữ: Nữ" in screens.text
        screens.press("down", "enter")
        assert screens.at == "audience/phu_nu/women"
        screens.press("f8")
        assert screens.at == "audience/nguoi_cao_tuoi/sessions"
        assert "Còn thiếu" in screens.message
        screens.press("f8")
        assert screens.at == "audience/nguoi_cao_tuoi/women"
