"""At the prompt, where centres and those above them share one database: no file is mailed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from support.mailed import mailed, post
from support.sample_database import sample_database
from support.shared_server import ADMIN, CALLED, CLERK, OFFICE, OTHER, PERIOD, WARD, final_shared_database, year_of
from support.stores import sql

from tthtcd_tui.cli import main
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.status import Status

UNITS = "Mã;Tên;Cấp;Mã cấp trên\n22;Tỉnh Mẫu;Tỉnh;\n101;Phường Mạo Khê;Phường;22\n102;Xã Tân Hòa;Xã;22\n"
Asked = Callable[..., tuple[int, str, str]]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = final_shared_database(tmp_path)
    monkeypatch.setenv("TTHTCD_DB", str(path))
    return path


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Asked:
    def asked(user: str, *words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            code = main([*words, "--user", user])
        except SystemExit as left:
            code = int(left.code or 0)
        return code, *capsys.readouterr()

    return asked


def test_a_unit_of_which_there_is_nothing_yet_is_not_taken_for_another(database: Path, ask: Asked) -> None:
    code, _, err = ask(OFFICE, "approve", PERIOD, "xã bản sen")
    assert (code, err.strip()) == (
        3,
        "Xã Bản Sen chưa có báo cáo năm học 2020-2021. Hãy đợi trung tâm nộp, hoặc kiểm tra lại kỳ.",
    )
    assert "Có phải bạn định gõ “Xã Tân Hòa”?" in ask(OFFICE, "approve", PERIOD, "xã tân hoàa")[2]


def test_there_and_back_without_a_file(database: Path, ask: Asked) -> None:
    what = "báo cáo năm học 2020-2021 của TTHTCĐ phường Mạo Khê, bản chốt 1"
    assert ask(CLERK, "submit", PERIOD)[:2] == (0, f"Đã nộp {what}: Phường Mạo Khê và cấp trên thấy ngay.\n")
    assert "Đã nộp từ trước" in ask(CLERK, "submit", PERIOD)[1]
    code, out, _ = ask(WARD, "return", PERIOD, "mao-khe", "--reason", "Số lượt không khớp")
    assert (code, out.splitlines()) == (
        0,
        [
            "Đã trả lại báo cáo năm học 2020-2021 của TTHTCĐ phường Mạo Khê, bản chốt 1.",
            "  Phường Mạo Khê: Số lượt không khớp",
        ],
    )
    assert ask(ADMIN, "finalise", PERIOD, "--centre", "mao-khe")[0] == 0
    assert ask(CLERK, "submit", PERIOD)[0] == 0
    code, out, _ = ask(WARD, "approve", PERIOD, "101")
    assert (code, out) == (
        0,
        "Đã duyệt báo cáo năm học 2020-2021 của TTHTCĐ phường Mạo Khê, bản chốt 2. Còn chờ Tỉnh Mẫu duyệt.\n",
    )
    code, out, _ = ask(OFFICE, "approve", PERIOD, "mao-khe", "--reason", "Tốt")
    assert (code, "chờ" in out) == (0, False)
    told = ask(CLERK, "history", PERIOD, "--limit", "3")[1]
    assert f"{CALLED[OFFICE]}: status/approved: (không có) → Phường Mạo Khê; Tỉnh Mẫu: Tốt\n" in told
    assert f"{CALLED[WARD]}: status/approved/xa: (không có) → Phường Mạo Khê\n" in told
    assert not (database.parent / "tiep-nhan").exists()
    assert list(database.parent.glob("*.json")) == []


def test_who_has_not_and_what_it_adds_up_to(database: Path, ask: Asked, tmp_path: Path) -> None:
    for user in (CLERK, OTHER):
        assert ask(user, "submit", PERIOD)[0] == 0
    code, out, _ = ask(OFFICE, "due", PERIOD)
    assert (code, out.splitlines()) == (
        1,
        [
            "Chưa đặt hạn nộp: thêm --set NGÀY.",
            "Trong 3 đơn vị: 2 đã nộp, 1 chưa nộp.",
            "103 · Xã Bản Sen · chưa nộp",
        ],
    )
    assert ask(OFFICE, "due", PERIOD, "--set", "1/6/2021")[1].splitlines()[1].endswith("; 2 nộp muộn.")
    code, out, _ = ask(OFFICE, "rollup", PERIOD)
    assert code == 0
    assert out.startswith("TỔNG HỢP NĂM HỌC 2020-2021 · Tỉnh Mẫu\n")
    assert "Cộng 2 đơn vị" in out
    found = json.loads(ask(ADMIN, "rollup", PERIOD, "--unit", "31", "--json")[1])
    assert [(unit["code"], unit["state"], unit["reason"]) for unit in found["units"]] == [
        ("201", "missing", "đã chốt, chưa nộp")
    ]
    found = json.loads(ask(ADMIN, "rollup", PERIOD, "--unit", "22", "--json")[1])
    assert [(unit["code"], unit["state"]) for unit in found["units"]] == [
        ("101", "in"),
        ("103", "missing"),
        ("102", "in"),
    ]
    assert found["totals"]["results/phap_luat/participations"]["sum"] == "2500"
    for name in ("th.docx", "th.xlsx", "th.csv"):
        code, _, err = ask(OFFICE, "rollup", PERIOD, "-o", name)
        assert (code, "2 đơn vị được cộng" in err) == (0, True)
        assert (tmp_path / name).stat().st_size > 100


def test_a_clerk_of_one_commune_is_told_nothing_of_another(database: Path, ask: Asked) -> None:
    assert ask(CLERK, "submit", PERIOD)[0] == 0
    for words in (
        ("rollup", PERIOD),
        ("due", PERIOD),
        ("unit", "list"),
        ("return", PERIOD, "mao-khe", "--reason", "x"),
        ("approve", PERIOD, "mao-khe"),
        ("approve", PERIOD, "o-xa"),
    ):
        code, out, err = ask(OTHER, *words)
        assert (code, out) == (3, ""), words
        assert "không xem được" in err, words


def test_a_file_can_be_made_all_the_same(database: Path, ask: Asked, tmp_path: Path) -> None:
    assert ask(CLERK, "submit", PERIOD, "-o", "ban-nop.zip")[0] == 0
    assert (tmp_path / "ban-nop.zip").stat().st_size > 1000
    assert "Đã nộp từ trước" in ask(CLERK, "submit", PERIOD)[1]


@pytest.mark.parametrize(
    ("user", "words", "code", "told"),
    [
        (CLERK, ("submit", PERIOD, "--whole"), 2, "thêm -o TỆP"),
        (WARD, ("return", PERIOD, "mao-khe", "--reason", "x", "-o", "a.json"), 2, "bỏ -o, --by, --force"),
        (WARD, ("return", PERIOD, "mao-khe"), 2, "--reason"),
        (WARD, ("approve", PERIOD, "mao-khe"), 3, "Trung tâm chưa nộp báo cáo này"),
        (WARD, ("approve", PERIOD, "tan-hoa"), 3, "Không có báo cáo năm học 2020-2021 của “tan-hoa”"),
        (OFFICE, ("rollup", PERIOD), 3, "Chưa trung tâm nào nộp báo cáo năm học 2020-2021"),
        (OFFICE, ("rollup", PERIOD, "--unit", "201"), 3, "Danh mục không có đơn vị “201”"),
        (OFFICE, ("unit", "assign", "mao-khe", "102"), 3, "Chỉ giám đốc được gán trung tâm vào đơn vị"),
        (OFFICE, ("unit", "import", "a.csv"), 3, "a.csv"),
        (ADMIN, ("unit", "assign", "mao-khe"), 2, "Ghi TRUNG_TÂM và XÃ"),
        (ADMIN, ("unit", "assign", "mao-khe", "102"), 3, "mỗi xã, phường một trung tâm"),
        (ADMIN, ("unit", "assign", "mao-khe", "22"), 3, "không phải xã, phường"),
        (ADMIN, ("staff", "add", "a", "--name", "A", "--role", "supervisor"), 3, "thuộc một đơn vị"),
        (ADMIN, ("staff", "add", "a", "--name", "A", "--role", "supervisor", "--unit", "99"), 3, "“99”"),
    ],
)
def test_what_cannot_be_done_is_told(
    database: Path, ask: Asked, user: str, words: tuple[str, ...], code: int, told: str
) -> None:
    found = ask(user, *words)
    assert found[0] == code
    assert told in found[2]


def test_units_of_a_new_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ask: Asked) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TTHTCD_DB", str(sample_database(tmp_path)))
    post(tmp_path, "danh-muc.csv", UNITS.encode())
    assert ask(ADMIN, "staff", "add", ADMIN, "--name", "Hải", "--role", "director")[0] == 0
    assert ask(ADMIN, "centre", "add", "la", "TTHTCĐ ở đâu đó")[0] == 0
    assert ask(ADMIN, "unit", "import", "danh-muc.csv")[1].splitlines() == [
        "Đã nhập vào dữ liệu chung danh mục 3 đơn vị, trong đó 2 xã, phường, đặc khu.",
        "2 trung tâm chưa thuộc xã nào. Gán theo mã, tên: tthtcd unit assign --by-name",
    ]
    assert ask(ADMIN, "unit", "assign", "--by-name")[1].splitlines() == [
        "mao-khe · TTHTCĐ phường Mạo Khê: thuộc Phường Mạo Khê (101)",
        "Đã gán 1 trung tâm. Còn 1 trung tâm chưa rõ thuộc xã nào.",
    ]
    assert ask(ADMIN, "unit", "assign", "la", "Xã Tân Hòa")[1] == "Đã gán TTHTCĐ ở đâu đó vào Xã Tân Hòa (102).\n"
    assert json.loads(ask(ADMIN, "unit", "list", "--json")[1])["centres"][0]["unit"] == "102"
    assert ask(ADMIN, "staff", "add", "so", "--name", "Sở", "--role", "supervisor", "--unit", "Tỉnh Mẫu")[1] == (
        "Đã thêm: so · Sở · cấp trên · Tỉnh Mẫu (22)\n"
    )
    assert "sửa so: vai trò: cấp trên → chỉ xem; được giao: Tỉnh Mẫu (22) → mọi trung tâm" in (
        ask(ADMIN, "staff", "edit", "so", "--role", "viewer")[1] + ask(ADMIN, "staff", "history")[1]
    )


def test_a_register_of_mail_beside_the_database_stays_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ask: Asked
) -> None:
    monkeypatch.chdir(tmp_path)
    path = sample_database(tmp_path)
    monkeypatch.setenv("TTHTCD_DB", str(path))
    post(tmp_path, "danh-muc.csv", UNITS.encode())
    post(tmp_path / "den", "mk.zip", mailed()[0])
    assert ask(ADMIN, "receive", "den")[0] == 0
    assert ask(ADMIN, "unit", "import", "danh-muc.csv")[0] == 0
    assert sql(path, "SELECT count(*) FROM unit") == [(0,)]
    assert "Cộng 1 đơn vị" in ask(ADMIN, "rollup", PERIOD)[1]
    assert ask(ADMIN, "staff", "add", ADMIN, "--name", "Hải", "--role", "director")[0] == 0
    assert ask(ADMIN, "unit", "import", "danh-muc.csv", "--shared")[0] == 0
    assert sql(path, "SELECT count(*) FROM unit") == [(3,)]
    assert ask(ADMIN, "rollup", PERIOD)[0] == 3, "from now on it is the database"
    assert "Cộng 1 đơn vị" in ask(ADMIN, "rollup", PERIOD, "--register", "tiep-nhan")[1]


def test_sent_back_it_is_a_draft(database: Path, ask: Asked) -> None:
    ask(CLERK, "submit", PERIOD)
    ask(WARD, "return", PERIOD, "Phường Mạo Khê", "--reason", "x")
    store = Store(database)
    assert year_of(store, "mao-khe").status is Status.DRAFT
    store.close()
