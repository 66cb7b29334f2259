"""Which database, whose centre, which year, and who is typing."""

from __future__ import annotations

import getpass
from datetime import date
from pathlib import Path

import pytest
from support.damage import assert_plain
from support.forms import other, shipped
from support.stores import new_report, staffed

from tthtcd_tui.errors import AddressInCommand, NoReport, NotAllowed, TaskProblem
from tthtcd_tui.models.catalogue import CentreRow
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.care.open_store import (
    database_location,
    find_centre,
    find_year,
    open_store,
    period_label,
    user_name,
)
from tthtcd_tui.text.periods import Period


def test_the_database_asked_for_then_the_environments_then_the_users(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    home = database_location(None)
    assert isinstance(home, Path)
    assert home.parts[-2:] == ("tthtcd", "tthtcd.db")
    monkeypatch.setenv("TTHTCD_DB", "/srv/tthtcd.db")
    assert database_location(None) == Path("/srv/tthtcd.db")
    assert database_location(Path("khac.db")) == Path("khac.db")
    monkeypatch.setenv("TTHTCD_DB", "postgresql://may/tinh")
    assert str(database_location(None)) == "postgresql://may/tinh"
    for words in ("postgresql://may/tinh", "postgres://may/tinh", "service=tinh"):
        with pytest.raises(AddressInCommand):
            database_location(Path(words))
    monkeypatch.setenv("TTHTCD_DB", "")
    assert database_location(None) == home


def test_a_missing_database_is_made_only_for_something_new(path: Path) -> None:
    with pytest.raises(TaskProblem) as raised:
        open_store(path)
    assert "Chưa có tệp dữ liệu" in raised.value.message
    assert list(path.parent.iterdir()) == []
    open_store(path, make=True).close()
    open_store(path).close()
    assert path.exists()


@pytest.mark.parametrize(
    ("asked", "name"),
    [("lan", "lan"), ("  Bích Hà ", "Bích Hà"), ("a\x1b[31m\nb", "a[31m b"), ("x" * 64, "x" * 64), (None, "canbo")],
)
def test_who_types(asked: str | None, name: str) -> None:
    assert user_name(asked) == name


@pytest.mark.parametrize("asked", ["", "  ", "\x1b", "x" * 65, "\ue000"])
def test_somebody_must_type(asked: str) -> None:
    with pytest.raises(TaskProblem, match="Chưa rõ ai đang nhập"):
        user_name(asked)


@pytest.mark.parametrize("error", [OSError, KeyError])
def test_a_login_without_a_name_must_be_told(error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise error("no name")

    monkeypatch.setattr(getpass, "getuser", nobody)
    with pytest.raises(TaskProblem, match="Chưa rõ ai đang nhập"):
        user_name(None)


def test_the_only_centre_need_not_be_named(store: Store) -> None:
    with pytest.raises(TaskProblem, match="Chưa có trung tâm nào"):
        find_centre(store, None)
    store.centres.add("mao-khe", "TTHTCĐ phường Mạo Khê")
    mao_khe = CentreRow(1, "mao-khe", "TTHTCĐ phường Mạo Khê")
    assert find_centre(store, None) == find_centre(store, "mao-khe") == mao_khe
    store.centres.add("yen-tho", "TTHTCĐ phường Yên Thọ")
    assert find_centre(store, "mao-khe") == mao_khe
    listed = ("mao-khe · TTHTCĐ phường Mạo Khê", "yen-tho · TTHTCĐ phường Yên Thọ")
    for code, words in [(None, "Có nhiều trung tâm"), ("khac", "Không có trung tâm mã “khac”")]:
        with pytest.raises(TaskProblem) as raised:
            find_centre(store, code)
        assert words in raised.value.message
        assert raised.value.details == listed


def test_a_mistyped_centre_code_is_answered_with_the_nearest(store: Store) -> None:
    store.centres.add("mao-khe", "TTHTCĐ phường Mạo Khê")
    store.centres.add("yen-tho", "TTHTCĐ phường Yên Thọ")
    with pytest.raises(TaskProblem) as raised:
        find_centre(store, "Mạo Khê")
    assert raised.value.message == ("Không có trung tâm mã “Mạo Khê”. Có phải bạn định gõ “mao-khe”? Chọn một trong:")


def test_a_mistyped_period_is_answered_with_the_nearest(store: Store) -> None:
    new_report(store)
    asked = "Có phải bạn định gõ “2020-2021”?"
    for typed, is_asked in [("2020-2012", True), ("2020-202", True), ("2021-2022", False), ("2021", False)]:
        with pytest.raises(TaskProblem) as raised:
            find_year(store, None, typed)
        assert (asked in raised.value.message) is is_asked, typed
        assert "Các kỳ đã có: 2020-2021." in raised.value.message


def test_a_year_by_whatever_names_its_period(store: Store) -> None:
    report = new_report(store)
    for label in ("2020-2021", " 2020–2021 ", "năm học 2020-2021"):
        assert find_year(store, None, label).report_id == report
    with pytest.raises(TaskProblem) as raised:
        find_year(store, None, "2021-2022")
    assert_plain_but_commands(raised.value.message)
    assert "Các kỳ đã có: 2020-2021." in raised.value.message


def test_no_year_yet(store: Store) -> None:
    store.centres.add("mao-khe", "TTHTCĐ phường Mạo Khê")
    with pytest.raises(NoReport, match="Chưa có báo cáo kỳ “2020-2021” của TTHTCĐ phường Mạo Khê"):
        find_year(store, None, "2020-2021")


def test_a_period_named_by_hand_is_found_by_its_name(store: Store) -> None:
    new_report(store)
    period = Period.custom(date(2021, 6, 1), date(2021, 8, 31), "hè 2021")
    report = store.years.add(1, other(), period)
    assert find_year(store, "mao-khe", "hè 2021").report_id == report
    assert store.years.add(1, shipped(), Period.custom(date(2021, 6, 1), date(2021, 8, 31))) == report + 1
    assert find_year(store, None, "1/6/2021 - 31/8/2021").report_id == report + 1


def test_a_period_typed() -> None:
    assert period_label("2021") == "2021"
    assert period_label("hè 2021") == "hè 2021"


def assert_plain_but_commands(message: str) -> None:
    assert message.endswith(".")
    assert "Chưa có báo cáo kỳ “2021-2022” của TTHTCĐ phường Mạo Khê." in message


# -- who may open it --------------------------------------------------------------------------------------------------


def test_who_makes_a_database_directs_it(path: Path) -> None:
    store = open_store(path, make=True)
    assert [(member.login, member.role) for member in store.staff.members()] == [("canbo", Role.DIRECTOR)]
    assert store.user == "canbo"
    store.close()


@pytest.mark.parametrize("make", [False, True])
def test_who_is_not_on_the_list_does_not_even_read(path: Path, make: bool) -> None:
    open_store(path, "hà", make=True).close()
    open_store(path, "hà", make=make).close()
    for stranger in (None, "kẻ lạ"):
        with pytest.raises(NotAllowed, match="không có trong danh sách cán bộ") as raised:
            open_store(path, stranger, make=make)
        assert_plain(raised.value.message)


def test_a_database_without_a_list_is_open_to_whoever_can_open_the_file(store: Store) -> None:
    """As one of an earlier version is; who opens it first is nothing more than others."""
    for user in (None, "ai cũng được"):
        opened = open_store(store.path, user, make=True)
        opened.centres.add(f"tt-{len(opened.centres.all())}", "TTHTCĐ")
        assert opened.staff.members() == []
        opened.close()


def test_who_has_no_name_may_read_where_there_is_no_list(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("no name")

    monkeypatch.setattr(getpass, "getuser", nobody)
    open_store(store.path).close()
    staffed(store)
    with pytest.raises(TaskProblem, match="Chưa rõ ai đang nhập"):
        open_store(store.path)
