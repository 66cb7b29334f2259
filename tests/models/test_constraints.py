"""What the file itself refuses, whoever writes to it: the same rows in plain SQL, first right, then wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
import pytest
from support.stores import new_report, save

from tthtcd_tui.models.store import Store


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with report 1 of centre 1, at revision 1."""
    store = Store(tmp_path_factory.mktemp("kho") / "tthtcd.db")
    report = new_report(store)
    assert save(store, report, {"report/signer": "Vũ Thanh Hải"}) == report == 1
    store.close()
    return store.path


@pytest.fixture
def connection(made: Path) -> Iterator[apsw.Connection]:
    """Plain SQL on that database; what is written is taken back."""
    with closing(apsw.Connection(str(made))) as connection:
        connection.pragma("foreign_keys", True)
        connection.execute("BEGIN").fetchall()
        yield connection
        connection.execute("ROLLBACK").fetchall()


def insert(connection: apsw.Connection, table: str, row: dict[str, apsw.SQLiteValue]) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    connection.execute(
        f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(row))})', tuple(row.values())
    ).fetchall()


ROWS: dict[str, dict[str, apsw.SQLiteValue]] = {
    "centre": {"code": "yen-tho", "name": "TTHTCĐ phường Yên Thọ"},
    "staff": {"login": "lan", "name": "Nguyễn Thị Lan", "centre_id": 1, "role": "clerk"},
    "staff_change": {
        "user": "gd",
        "at": "2021-06-05T07:00:00.000000Z",
        "login": "lan",
        "name_before": "Lan",
        "role_before": "viewer",
        "centre_before_id": 1,
        "name_after": "Nguyễn Thị Lan",
        "role_after": "clerk",
        "centre_after_id": 1,
    },
    "form_text": {"hash": "0" * 64, "key": "khac", "version": 1, "toml": "…"},
    "report": {
        "centre_id": 1,
        "form_hash": "",
        "period_kind": "school_year",
        "period_start": "2021-09-01",
        "period_end": "2022-08-31",
        "period_label": "2021-2022",
        "revision": 0,
    },
    "narrative": {"report_id": 1, "section": "dia_phuong", "text": "Lời."},
    "figure": {"report_id": 1, "key": "dan_so", "number": "40000", "qualifier": "trên"},
    "board_member": {"report_id": 1, "uid": "giam-doc", "role": "director", "order": "1"},
    "checklist_answer": {"report_id": 1, "item": "noi_quy", "status": "done", "statement": "Đã có.\nĐã làm."},
    "own_item": {"report_id": 1, "uid": "rieng", "label": "Thư viện", "order": "1"},
    "activity_result": {"report_id": 1, "row": "phap_luat", "classes": "26", "participations": "2554"},
    "participation_rating": {"report_id": 1, "group": "doanh_nghiep", "level": "tot", "contribution": "1000000"},
    "effectiveness_indicator": {"report_id": 1, "key": "thu_nhap", "number": "2450.5", "qualifier": "ước đạt"},
    "reason": {"report_id": 1, "target": "figure/dan_so", "text": "Địa giới thay đổi."},
    "carried_over": {"report_id": 1, "target": "figure/chu_de", "period": "2019-2020"},
    "activity": {
        "report_id": 1,
        "uid": "a1",
        "date": "2021-03-05",
        "title": "Lớp",
        "category": "phap_luat",
        "classes": 1,
        "participations": 40,
        "search": "lop",
        "place": "",
        "partner": "",
        "note": "",
    },
    "audit_change": {"report_id": 1, "op_id": "x", "revision": 2, "user": "lan", "at": "2021-06-05T07:00:00.000000Z"},
    "report_version": {
        "report_id": 1,
        "number": 1,
        "form_hash": "",
        "revision": 1,
        "user": "gd",
        "at": "2021-06-05T07:00:00.000000Z",
        "docx": b"PK",
        "docx_sha256": "0" * 64,
        "json": b"{}",
        "json_sha256": "0" * 64,
    },
    "presence": {"report_id": 1, "user": "lan", "place": "", "at": "2021-06-05T07:00:00.000000Z"},
    "audit_entry": {"change_id": 1, "report_id": 1, "place": "figure/dan_so", "before": None, "after": '"1"'},
}
UNIQUE = {
    "centre": ["code"],
    "form_text": ["hash"],
    "report": ["centre_id", "form_hash", "period_label"],
    "narrative": ["report_id", "section"],
    "figure": ["report_id", "key"],
    "board_member": ["report_id", "uid"],
    "checklist_answer": ["report_id", "item"],
    "own_item": ["report_id", "uid"],
    "activity_result": ["report_id", "row"],
    "participation_rating": ["report_id", "group"],
    "effectiveness_indicator": ["report_id", "key"],
    "reason": ["report_id", "target"],
    "carried_over": ["report_id", "target"],
    "activity": ["report_id", "uid"],
    "audit_change": ["op_id"],
    "staff": ["login"],
    "report_version": ["report_id", "number"],
    "presence": ["report_id", "user"],
}


def right(connection: apsw.Connection, table: str, **other: apsw.SQLiteValue) -> dict[str, apsw.SQLiteValue]:
    row = {**ROWS[table], **other}
    if row.get("form_hash") == "":
        (row["form_hash"],) = connection.execute("SELECT hash FROM form_text").fetchall()[0]
    return row


@pytest.mark.parametrize("table", ROWS)
def test_the_rows_these_tests_break_are_right(connection: apsw.Connection, table: str) -> None:
    insert(connection, table, right(connection, table))


@pytest.mark.parametrize("table", UNIQUE)
def test_a_second_row_of_the_same_thing_is_refused(connection: apsw.Connection, table: str) -> None:
    row = right(connection, table)
    insert(connection, table, row)
    again = {**row, "revision": 3} if "op_id" in row else row  # a revision is used once too, which is not meant here
    with pytest.raises(apsw.ConstraintError, match="UNIQUE"):
        insert(connection, table, again)
    # With any part of the key changed it is another thing.
    for column in UNIQUE[table]:
        if not column.endswith(("_id", "_hash")):
            insert(connection, table, {**again, column: f"{row[column]}0"})


def test_a_revision_is_used_once(connection: apsw.Connection) -> None:
    with pytest.raises(
        apsw.ConstraintError, match=r"audit_change\.report_id, (audit_change\.user, )?audit_change\.revision"
    ):
        insert(connection, "audit_change", right(connection, "audit_change", revision=1))


@pytest.mark.parametrize(
    ("table", "column"),
    [
        *((table, "report_id") for table, row in ROWS.items() if "report_id" in row),
        ("report", "centre_id"),
        ("staff", "centre_id"),
        ("staff_change", "centre_before_id"),
        ("staff_change", "centre_after_id"),
        ("report_version", "form_hash"),
        ("report", "form_hash"),
        ("audit_entry", "change_id"),
    ],
)
def test_a_row_of_what_is_not_there_is_refused(connection: apsw.Connection, table: str, column: str) -> None:
    with pytest.raises(apsw.ConstraintError, match="FOREIGN KEY"):
        insert(connection, table, right(connection, table, **{column: 99}))


@pytest.mark.parametrize("table", ["centre", "form_text"])
def test_what_a_year_needs_cannot_go(connection: apsw.Connection, table: str) -> None:
    with pytest.raises(apsw.ConstraintError, match="FOREIGN KEY"):
        connection.execute(f"DELETE FROM {table}").fetchall()


WHOLE = [
    ("board_member", "order"),
    ("own_item", "order"),
    ("activity_result", "classes"),
    ("activity_result", "participations"),
    ("participation_rating", "contribution"),
]
DECIMAL = [("figure", "number"), ("effectiveness_indicator", "number")]
NO_NUMBER = [
    *(
        "abc",
        "",
        " ",
        "5 ",
        " 5",
        "-5",
        "+5",
        "---",
        "01",
        "00",
        "1,5",
        "1.000,5",
        "1e5",
        "5\n",
        "٣",
        "½",
        "NaN",
        "0x5",
    ),
    *("1234567890123456", "9" * 40, "5-", "1_000", "40 000"),
]
NO_DECIMAL = ["1.50", "1.", ".5", "1.5.5", "0.0", "00.5", "1.2345678", "1234567890123456.5", "-0.5", "1..5", "."]


@pytest.mark.parametrize("text", [*NO_NUMBER, *NO_DECIMAL, "1.5"])
def test_what_is_no_whole_number_is_refused(connection: apsw.Connection, text: str) -> None:
    for table, column in WHOLE:
        with pytest.raises(apsw.ConstraintError, match="CHECK"):
            insert(connection, table, right(connection, table, **{column: text}))


@pytest.mark.parametrize("text", [*NO_NUMBER, *NO_DECIMAL])
def test_what_is_no_canonical_number_is_refused(connection: apsw.Connection, text: str) -> None:
    for table, column in DECIMAL:
        with pytest.raises(apsw.ConstraintError, match="CHECK"):
            insert(connection, table, right(connection, table, **{column: text}))


@pytest.mark.parametrize("text", ["0", "5", "10", "43117", "999999999999999", "-", "--", None])
def test_whole_numbers_and_the_two_signs_are_taken(connection: apsw.Connection, text: str | None) -> None:
    for table, column in [*WHOLE, *DECIMAL]:
        insert(connection, table, right(connection, table, **{column: text}))
        connection.execute(f"DELETE FROM {table}").fetchall()


@pytest.mark.parametrize("text", ["0.5", "2.5", "10.000001", "999999999999999.999999"])
def test_canonical_decimals_are_taken(connection: apsw.Connection, text: str) -> None:
    for table, column in DECIMAL:
        insert(connection, table, right(connection, table, **{column: text}))
        connection.execute(f"DELETE FROM {table}").fetchall()


@pytest.mark.parametrize("value", ["abc", "5x", "", -1, 2.5, 10**15, b"5"])
@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("activity", "classes"),
        ("activity", "participations"),
        ("report", "revision"),
        ("audit_change", "revision"),
        ("form_text", "version"),
        ("report_version", "number"),
        ("report_version", "revision"),
    ],
)
def test_what_is_no_count_is_refused(
    connection: apsw.Connection, table: str, column: str, value: apsw.SQLiteValue
) -> None:
    with pytest.raises(apsw.ConstraintError, match="CHECK"):
        insert(connection, table, right(connection, table, **{column: value}))


DAYS = [("report", "date"), ("report", "period_start"), ("report", "period_end"), ("activity", "date")]
NO_DATE = [
    *("abc", "", "2021-6-5", "2021-06-5", "05/06/2021", "2021-02-29", "2021-02-30", "2021-13-01", "2021-00-10"),
    *("2021-06-00", "2021-06-31", "2021-06-05 ", "2021-06-05T07:00", "20210605", "0021-06-05", "now", "2459371"),
    *("1899-12-31", "2101-01-01", "-2021-06-05", "12021-06-05"),
]


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_no_day_is_refused(connection: apsw.Connection, text: str) -> None:
    for table, column in [
        ("report", "date"),
        ("report", "period_start"),
        ("report", "period_end"),
        ("activity", "date"),
    ]:
        with pytest.raises(apsw.ConstraintError, match="CHECK"):
            insert(connection, table, right(connection, table, **{column: text}))


@pytest.mark.parametrize("text", ["2021-06-05", "2020-02-29", "1900-01-01", "2100-12-31", "-", "--", None])
def test_a_day_or_its_absence_is_taken(connection: apsw.Connection, text: str | None) -> None:
    insert(connection, "report", right(connection, "report", date=text))


@pytest.mark.parametrize(
    ("table", "column"), [("report", "period_start"), ("report", "period_end"), ("activity", "date")]
)
@pytest.mark.parametrize("text", ["-", "--", None])
def test_a_period_and_an_activity_have_their_days(
    connection: apsw.Connection, table: str, column: str, text: str | None
) -> None:
    with pytest.raises(apsw.ConstraintError, match=r"CHECK|NOT NULL"):
        insert(connection, table, right(connection, table, **{column: text}))


def test_a_period_ends_after_it_began(connection: apsw.Connection) -> None:
    with pytest.raises(apsw.ConstraintError, match="CHECK"):
        insert(connection, "report", right(connection, "report", period_end="2021-08-31"))
    insert(connection, "report", right(connection, "report", period_end="2021-09-01"))


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("report", "period_kind", "school"),
        ("report", "period_kind", ""),
        ("figure", "qualifier", "độ chừng"),
        ("figure", "qualifier", ""),
        ("effectiveness_indicator", "qualifier", "trên "),
        ("figure", "text", "cả số lẫn chữ"),
        ("effectiveness_indicator", "value_text", "cả số lẫn chữ"),
        ("activity", "title", ""),
        ("narrative", "text", ""),
        ("report", "signer", ""),
        ("reason", "text", ""),
        ("carried_over", "period", ""),
        ("board_member", "name", ""),
        ("checklist_answer", "evidence", ""),
        ("own_item", "label", ""),
        ("staff", "name", ""),
        ("staff", "name", "x" * 201),
        ("staff", "role", "boss"),
        ("staff_change", "name_before", ""),
        ("staff_change", "name_after", "x" * 201),
        ("staff_change", "role_before", "boss"),
        ("staff_change", "role_after", ""),
        ("report", "status", "closed"),
        ("participation_rating", "note", ""),
        ("effectiveness_indicator", "source", ""),
    ],
)
def test_words_that_say_nothing_or_too_much_are_refused(
    connection: apsw.Connection, table: str, column: str, value: str
) -> None:
    with pytest.raises(apsw.ConstraintError, match="CHECK"):
        insert(connection, table, right(connection, table, **{column: value}))


NOBODY: dict[str, apsw.SQLiteValue] = {"name": None, "role": None, "centre": None}


def sides(before: dict[str, apsw.SQLiteValue], after: dict[str, apsw.SQLiteValue]) -> dict[str, apsw.SQLiteValue]:
    """What a row of staff_change says of both sides."""
    names = {"name": "name_{}", "role": "role_{}", "centre": "centre_{}_id"}
    both = (("before", before), ("after", after))
    return {names[what].format(when): value for when, side in both for what, value in side.items()}


def test_who_is_added_was_nobody_and_who_is_removed_is_nobody(connection: apsw.Connection) -> None:
    lan: dict[str, apsw.SQLiteValue] = {"name": "Lan", "role": "clerk", "centre": 1}
    everywhere = {**lan, "centre": None}
    for before, after in ((NOBODY, lan), (lan, NOBODY), (lan, everywhere), (everywhere, NOBODY)):
        insert(connection, "staff_change", right(connection, "staff_change", **sides(before, after)))
    halves = ({**lan, "name": None}, {**lan, "role": None}, {**NOBODY, "centre": 1}, {**NOBODY, "name": "Lan"})
    wrong = [(NOBODY, NOBODY), *((half, lan) for half in halves), *((lan, half) for half in halves)]
    for before, after in wrong:
        with pytest.raises(apsw.ConstraintError, match="CHECK"):
            insert(connection, "staff_change", right(connection, "staff_change", **sides(before, after)))


def test_what_became_of_the_staff_can_be_told_and_not_untold(connection: apsw.Connection) -> None:
    insert(connection, "staff_change", right(connection, "staff_change"))
    for statement in ("UPDATE staff_change SET user = 'khác'", "DELETE FROM staff_change"):
        with pytest.raises(apsw.ConstraintError, match="staff_change is append-only"):
            connection.execute(statement).fetchall()


@pytest.mark.parametrize("qualifier", ["gần", "trên", "hơn", "dưới", "khoảng", "xấp xỉ", "ước", "ước đạt", None])
def test_the_qualifiers_of_the_form_are_taken(connection: apsw.Connection, qualifier: str | None) -> None:
    insert(connection, "figure", right(connection, "figure", qualifier=qualifier))


def test_a_text_is_at_most_two_million_characters(connection: apsw.Connection) -> None:
    insert(connection, "narrative", right(connection, "narrative", text="ế" * 2_000_000))
    with pytest.raises(apsw.ConstraintError, match="CHECK"):
        insert(connection, "narrative", right(connection, "narrative", section="khac", text="ế" * 2_000_001))
