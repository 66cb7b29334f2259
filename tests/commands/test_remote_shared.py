"""What those above the centres, and a centre, may ask of a shared server: by their keys, without a file of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from support.sample_database import sample_database
from support.shared_server import (
    ADMIN,
    CLERK,
    OFFICE,
    OTHER,
    PERIOD,
    WARD,
    final_shared_database,
    shared_database,
    year_of,
)
from support.stores import save

from tthtcd_tui.cli import main
from tthtcd_tui.commands.remote import _OF_A_CENTRE, _OF_THOSE_ABOVE, LIST
from tthtcd_tui.models.store import Store

Asked = Callable[..., tuple[int, bytes, str]]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "o-nha").mkdir()
    monkeypatch.chdir(tmp_path / "o-nha")
    return final_shared_database(tmp_path)


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Asked:
    """Asks as sshd does, with somebody's key; the exit code, what came out, what was said."""

    def asked(database: Path, user: str, words: str) -> tuple[int, bytes, str]:
        monkeypatch.setenv("SSH_ORIGINAL_COMMAND", words)
        capfdbinary.readouterr()
        code = main(["--user", user, "--db", str(database)])
        out, err = capfdbinary.readouterr()
        return code, out, err.decode()

    return asked


def test_handed_in_sent_back_and_added_up_by_keys_alone(database: Path, ask: Asked) -> None:
    code, out, _ = ask(database, CLERK, f"submit {PERIOD} --no-file")
    assert (code, "Đã nộp báo cáo" in out.decode()) == (0, True)
    code, out, _ = ask(database, OFFICE, f"rollup {PERIOD}")
    assert "Cộng 1 đơn vị" in out.decode()
    for kind, begin in (("docx", b"PK"), ("xlsx", b"PK"), ("csv", "\ufeffTT;".encode())):
        code, out, err = ask(database, OFFICE, f"rollup {PERIOD} --format {kind}")
        assert (code, out[: len(begin)]) == (0, begin)
    assert json.loads(ask(database, OFFICE, f"rollup {PERIOD} --unit 101 --json")[1])["unit"] == "Phường Mạo Khê"
    code, out, _ = ask(database, OFFICE, f"due {PERIOD} --set 1/6/2021")
    assert (code, out.decode().splitlines()[0]) == (1, "Hạn nộp: 1/6/2021.")
    code, out, _ = ask(database, WARD, f"return {PERIOD} 101 --reason '--Số lượt không khớp'")
    assert (code, "Phường Mạo Khê: --Số lượt không khớp" in out.decode()) == (0, True)
    code, _, err = ask(database, WARD, f"approve {PERIOD} 101")
    assert (code, "đã được trả lại" in err) == (3, True)


def test_how_far_a_report_is_is_told_by_whose_turn_it_is_and_as_data_as_ever(
    database: Path, ask: Asked, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert ask(database, CLERK, f"submit {PERIOD} --no-file")[0] == 0

    def told(user: str, words: str = "years") -> str:
        return next(line for line in ask(database, user, words)[1].decode().splitlines() if "Mạo Khê" in line)

    assert told(CLERK).endswith("đã nộp, chờ Phường Mạo Khê duyệt")
    assert told(WARD).endswith("chờ bạn duyệt")
    assert told(OFFICE).endswith("chờ Phường Mạo Khê duyệt trước")
    assert "Phường Mạo Khê · chờ bạn duyệt · nhận" in told(WARD, f"due {PERIOD} --set 1/6/2021")

    code, out, _ = ask(database, OFFICE, f"due {PERIOD} --remind")
    assert (code, "2 đơn vị chưa nộp: Xã Bản Sen; Xã Tân Hòa." in out.decode().splitlines()) == (1, True)

    def data(*words: str) -> Any:
        monkeypatch.delenv("SSH_ORIGINAL_COMMAND", raising=False)
        capfdbinary.readouterr()
        main(["--user", WARD, "--db", str(database), *words, "--json"])
        return json.loads(capfdbinary.readouterr().out)

    assert {each["status"] for each in data("years")} == {"final", "draft"}
    assert [(each["state"], each["reason"]) for each in data("due", PERIOD)["units"]] == [("in", None)]


def test_names_and_reasons_of_several_words_need_no_quotes(database: Path, ask: Asked) -> None:
    """ssh hands on the words alone: the shell at which it is typed takes the quotes away."""
    assert ask(database, CLERK, f"submit {PERIOD} --no-file")[0] == 0
    assert ask(database, WARD, f"comment {PERIOD} figure/dan_so Số này lấy ở đâu?")[0] == 0
    assert "Số này lấy ở đâu?" in ask(database, CLERK, f"comment {PERIOD}")[1].decode()
    code, out, _ = ask(database, OFFICE, f"rollup {PERIOD} --unit Phường Mạo Khê --json")
    assert json.loads(out)["unit"] == "Phường Mạo Khê"
    code, out, _ = ask(database, WARD, f"return {PERIOD} Phường Mạo Khê --reason Số lượt không khớp")
    assert (code, "Phường Mạo Khê: Số lượt không khớp" in out.decode()) == (0, True)
    code, _, err = ask(database, WARD, f"approve {PERIOD} Phường Mạo Khê")
    assert (code, "đã được trả lại" in err) == (3, True)


def test_of_a_mistyped_command_only_its_own_line_is_told(database: Path, ask: Asked) -> None:
    _, _, err = ask(database, OFFICE, f"return {PERIOD} Phường Mạo Khê")
    assert err == "Không thực hiện: thiếu --reason.\n  Gõ: return KỲ ĐƠN_VỊ --reason LÝ_DO\n"
    assert "Máy chủ này chỉ nhận: export KỲ" in ask(database, OFFICE, "bash")[2]


@pytest.mark.parametrize("name", sorted(line.split()[0] for line in (*_OF_A_CENTRE, *_OF_THOSE_ABOVE)))
def test_each_command_mistyped_is_told_with_its_own_line(database: Path, ask: Asked, name: str) -> None:
    code, out, err = ask(database, CLERK, f"{name} --khong-co {PERIOD}")
    assert (code, out) == (2, b"")
    assert err.startswith("Không thực hiện: ")
    assert f"\n  Gõ: {name}" in err


def test_each_command_of_the_program_that_is_not_served_is_told_what_is(database: Path, ask: Asked) -> None:
    served = {line.split()[0] for line in (*_OF_A_CENTRE, *_OF_THOSE_ABOVE)}
    others = {"unit", "staff", "new", "delete", "set", "show", "finalise", "receive", "doctor", "backup"}
    for name in others - served:
        code, out, err = ask(database, OFFICE, f"{name} {PERIOD}")
        assert (code, out) == (2, b""), name
        assert LIST in err, name


@pytest.mark.parametrize(
    "words",
    [
        f"rollup {PERIOD} --register tiep-nhan",
        f"rollup {PERIOD} -o a.docx",
        f"rollup {PERIOD} --from den",
        f"rollup {PERIOD} --letterhead a.toml",
        f"return {PERIOD} 101 --reason x -o a.json",
        f"return {PERIOD} 101",
        f"approve {PERIOD} 101 --user {ADMIN}",
        f"due {PERIOD} --set hôm-qua",
        f"submit {PERIOD} --no-file --whole",
        "unit import a.csv",
        "staff list",
    ],
)
def test_nothing_beyond_the_closed_list(database: Path, ask: Asked, words: str) -> None:
    code, out, err = ask(database, OFFICE, words)
    assert (code, out) == (2, b"")
    assert err.startswith("Không thực hiện: ")


@pytest.mark.parametrize(
    "words",
    [
        f"rollup {PERIOD}",
        f"rollup {PERIOD} --unit 101 --format csv",
        f"due {PERIOD}",
        f"return {PERIOD} mao-khe --reason x",
        f"approve {PERIOD} mao-khe",
        f"export {PERIOD} --centre mao-khe",
        f"summary {PERIOD} --centre mao-khe",
        f"check {PERIOD} --centre mao-khe",
        f"submit {PERIOD} --centre mao-khe",
        f"submit {PERIOD} --centre mao-khe --no-file",
        f"take-home {PERIOD} --centre mao-khe",
        f"comment {PERIOD} --centre mao-khe",
        f"comment {PERIOD} figure/dan_so Hỏi --centre mao-khe",
        f"comment {PERIOD} figure/dan_so --settle --centre mao-khe",
        f"export {PERIOD} --compare mao-khe/2019-2020 --format txt",
        f"due {PERIOD} --set 1/6/2021",
        "years --centre mao-khe",
    ],
)
def test_a_clerk_of_another_commune_is_shown_nothing(database: Path, ask: Asked, words: str) -> None:
    assert ask(database, CLERK, f"submit {PERIOD} --no-file")[0] == 0
    code, out, err = ask(database, OTHER, words)
    assert (code, out) == (3, b"")
    assert "Mạo Khê" not in err


@pytest.mark.parametrize("words", ["import -", "import - --dry-run", "import - --replace", "bring-back -"])
def test_a_file_that_says_it_is_of_another_commune_is_held_against_nothing_there(
    database: Path, ask: Asked, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    """Held against the other's draft, it would tell both values of every place that differs."""
    own = ask(database, OTHER, f"take-home {PERIOD}")[1]
    forged = own.replace(b'"tan-hoa"', b'"mao-khe"')
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(forged)))
    code, out, err = ask(database, OTHER, words)
    assert (code, out) == (3, b"")
    assert "Tệp là của trung tâm mã “mao-khe”, ở đây không có. Các trung tâm ở đây: tan-hoa." in err


@pytest.mark.parametrize("words", [f"rollup {PERIOD}", f"due {PERIOD}", f"approve {PERIOD} mao-khe"])
def test_a_register_of_mail_is_not_served(tmp_path: Path, ask: Asked, words: str) -> None:
    (tmp_path / "tiep-nhan").mkdir()
    code, out, err = ask(sample_database(tmp_path), CLERK, words)
    assert (code, out) == (3, b"")
    assert "Chưa có danh mục đơn vị" in err


def test_a_package_holds_no_file_of_another_commune_by_whatever_hash_it_is_named(tmp_path: Path, ask: Asked) -> None:
    """A register may name what it likes; the file itself is the commune's that had it."""
    data = b"%PDF-1.4 quyet dinh"
    with closing(Store(database := shared_database(tmp_path), ADMIN)) as store:
        mine, theirs = (year_of(store, code).report_id for code in ("mao-khe", "tan-hoa"))
        digest = store.evidence_files.keep(mine, CLERK, data)
        for report, who in ((mine, CLERK), (theirs, OTHER)):
            save(store, report, {"evidence/e1/code": "MC01", "evidence/e1/file": f"{digest} quyet-dinh.pdf"}, who)

    def copies(user: str, centre: str) -> list[str]:
        code, out, err = ask(database, user, f"export {PERIOD} --centre {centre} --format zip --draft")
        assert code == 0, err
        return [name for name in ZipFile(BytesIO(out)).namelist() if name.startswith("minh-chung/")]

    assert copies(CLERK, "mao-khe") == [f"minh-chung/{digest}.pdf"]
    assert copies(OTHER, "tan-hoa") == []
    assert copies(OFFICE, "tan-hoa") == [f"minh-chung/{digest}.pdf"]
