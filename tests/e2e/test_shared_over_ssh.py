"""A centre and those above it on one server, each person with a key over a real sshd: handed in, sent back, mended,
approved by both levels, added up.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from support.desk import Desk
from support.matrix import LONG
from support.shared_server import ADMIN, CALLED, CLERK, LAW, OFFICE, OTHER, PERIOD, WARD, shared_database, year_of
from support.ssh_server import SshServer, why_not
from support.stores import number, save
from support.terminal import Terminal

import tthtcd_tui
from tthtcd_tui.models.health import health
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.store import Store
from tthtcd_tui.report.place import Place

pytestmark = [LONG, pytest.mark.skipif(bool(why_not()), reason=why_not())]

HEAD = "hieu"
"""Directs the centre."""
QUESTION = "So nay lay o dau?"
PEOPLE = (HEAD, CLERK, OTHER, WARD, OFFICE)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = shared_database(tmp_path)
    with closing(Store(path, ADMIN)) as store:
        store.staff.add(Member(HEAD, "Hoàng Hiệu", Role.DIRECTOR, year_of(store, "mao-khe").centre))
    return path


@pytest.fixture
def server(database: Path, tmp_path: Path) -> Iterator[SshServer]:
    (tmp_path / "ssh").mkdir()
    tested = {"PYTHONPATH": str(Path(tthtcd_tui.__file__).parent.parent)}
    with SshServer(tmp_path / "ssh", Desk(tmp_path).ssh_environment() | tested) as server:
        for person in PEOPLE:
            server.admit(person, sys.executable, "-m", "tthtcd_tui", "--db", str(database), "--user", person)
        yield server


def asked(server: SshServer, person: str, words: str) -> tuple[int, str]:
    """What a command of theirs answers, with its exit code."""
    done = subprocess.run(server.client(person, words), capture_output=True, check=False, timeout=60)
    return done.returncode, (done.stdout + done.stderr).decode()


def finalise(server: SshServer) -> None:
    """On the screens."""
    with Terminal(server.client(HEAD)) as terminal:
        terminal.wait_for("TỔNG QUAN")
        terminal.press("ctrl+p")
        terminal.type("chot bao cao")
        terminal.press("enter")
        terminal.wait_for("Chốt báo cáo: giữ nguyên bản này")
        terminal.press("enter")
        terminal.wait_for("[Không]")
        terminal.press("right", "enter")
        terminal.wait_for("Đã chốt. Bản này được giữ mãi.")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0


def send_back(server: SshServer) -> None:
    """On the screens, with a reason: from what they begin with into the report, and back."""
    with Terminal(server.client(WARD)) as above:
        above.wait_for("Chờ bạn duyệt")
        above.press("enter")
        above.wait_for("Chờ bạn duyệt: 1")
        above.press("enter")
        above.wait_for("Duyệt, trả lại")
        above.press("ctrl+p")
        above.type("chot bao cao")
        above.press("enter")
        above.wait_for("Lý do trả lại")
        above.press("down")
        above.type("So luot phap luat chua dung")
        above.press("enter", "enter")
        above.wait_for("Đã trả lại. Trung tâm thấy lý do")
        above.press("esc")
        above.wait_for("TỔNG QUAN")
        above.press("esc")
        above.wait_for("1 trả lại chưa nộp lại")
        above.press("ctrl+q")
        assert above.wait_exit() == 0


def answer_and_mend(server: SshServer) -> None:
    """On the screens: whoever was asked sees why it came back, answers, and mends it."""
    with Terminal(server.client(CLERK)) as clerk:
        clerk.wait_for("Phường Mạo Khê: So luot phap luat chua dung")
        clerk.press("f8")
        clerk.wait_for(f"Góp ý của {CALLED[WARD]}: {QUESTION}")
        clerk.press("ctrl+p")
        clerk.type("gop y tra loi o o nay")
        clerk.press("enter")
        clerk.wait_for("Khép góp ý")
        clerk.type("Theo cong an phuong")
        clerk.press("enter")
        clerk.wait_for("Đã ghi câu trả lời.")
        clerk.press("f3")
        clerk.type("phap luat: so luot")
        clerk.press("enter")
        clerk.wait_for("KẾT QUẢ HOẠT ĐỘNG")
        clerk.type("1999")
        clerk.press("enter")
        clerk.wait_for("1.999")
        clerk.press("ctrl+q")
        assert clerk.wait_exit() == 0


def told_to_fetch(server: SshServer, person: str) -> list[str]:
    """What the screens say is to be asked of the server for the first kept version."""
    with Terminal(server.client(person)) as terminal:
        terminal.wait_for("TỔNG QUAN")
        terminal.press("ctrl+p")
        terminal.type("chot bao cao")
        terminal.press("enter")
        terminal.wait_for("Các bản đã chốt")
        terminal.press("down", "down", "down", "enter")
        terminal.wait_for("Lệnh ở trên lấy đúng bản chốt 1")
        shown = " ".join(terminal.text.split())
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    command = shown.partition(f"ssh -p {server.port} {server.address} ")[2]
    words, _, file = command.partition(" > ")
    assert file.startswith("bao-cao-2020-2021-ban-1.docx ")
    return words.split()


def test_a_supervisor_sets_the_deadline_and_signs_the_report(server: SshServer) -> None:
    with Terminal(server.client(OFFICE)) as above:
        above.wait_for("Đặt hạn nộp")
        above.type("dat han")
        above.press("enter")
        above.wait_for("Các trung tâm thuộc Tỉnh Mẫu phải nộp")
        above.type("15/6/2021")
        above.press("enter")
        above.wait_for("Đã đặt hạn nộp năm học 2020-2021: 15/6/2021")
        above.type("the thuc")
        above.press("enter")
        above.wait_for("THỂ THỨC BÁO CÁO TỔNG HỢP")
        above.press("down")
        above.type("So Giao duc va Dao tao")
        above.press("f2")
        above.wait_for("Còn thiếu: Ký hiệu")
        above.press("ctrl+q")
        assert above.wait_exit() == 0
    assert "Hạn nộp: 15/6/2021." in asked(server, OFFICE, f"due {PERIOD}")[1]
    code, told = asked(server, CLERK, f"due {PERIOD}")
    assert (code, "không xem được" in told) == (3, True)
    finalise(server)
    assert asked(server, CLERK, f"submit {PERIOD} --no-file")[0] == 0
    done = subprocess.run(
        server.client(OFFICE, f"rollup {PERIOD} --format docx"), capture_output=True, check=False, timeout=60
    )
    assert done.stdout[:2] == b"PK"
    assert "vì thiếu: Ký hiệu, Địa danh" in done.stderr.decode()


def test_a_kept_version_is_fetched_by_the_command_that_the_screens_tell(server: SshServer, database: Path) -> None:
    finalise(server)
    with closing(Store(database, ADMIN)) as store:
        kept = store.versions.files(year_of(store, "mao-khe").report_id, 1).docx
    words = told_to_fetch(server, CLERK)
    done = subprocess.run(server.client(CLERK, *words), capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout == kept) == (0, True), done.stderr


def test_a_year_is_taken_home_and_comes_back_with_what_was_done_there(
    server: SshServer, database: Path, tmp_path: Path
) -> None:
    """Over the key that may start the program alone; what was done here meanwhile stays."""

    def at_home(*words: str, typed: bytes = b"") -> bytes:
        command = [sys.executable, "-m", "tthtcd_tui", *words, "--db", str(tmp_path / "nha.db"), "--user", "lan-o-nha"]
        environment = Desk(tmp_path).environment
        done = subprocess.run(command, input=typed, env=environment, capture_output=True, check=False, timeout=60)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    taken = subprocess.run(server.client(CLERK, f"take-home {PERIOD}"), capture_output=True, check=False, timeout=60)
    assert (taken.returncode, taken.stderr) == (0, b"")
    at_home("bring-back", "-", typed=taken.stdout)
    at_home("set", PERIOD, "figure/dan_so", "41000")
    with closing(Store(database, CLERK)) as store:
        save(store, year_of(store, "mao-khe").report_id, {"report/signer": "Vũ Thanh Hải"}, user=CLERK)
    back = at_home("take-home", PERIOD, "-o", "-")
    done = subprocess.run(
        server.client(CLERK, "bring-back -"), input=back, capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, "→ 41.000" in done.stdout.decode()) == (0, True), done.stderr.decode()
    with closing(Store(database, CLERK)) as store:
        facts = store.snapshot(year_of(store, "mao-khe").report_id).facts.answers
        assert facts[Place("figure/dan_so")] == number(41_000)
        assert facts[Place("report/signer")] == "Vũ Thanh Hải"
    for person in (OTHER, OFFICE):
        refused = subprocess.run(
            server.client(person, "bring-back -"), input=back, capture_output=True, check=False, timeout=60
        )
        assert refused.returncode == 3, person


def test_a_year_goes_up_comes_back_and_is_approved(server: SshServer, database: Path) -> None:
    finalise(server)
    code, told = asked(server, CLERK, f"submit {PERIOD} --no-file")
    assert (code, "Đã nộp báo cáo năm học 2020-2021" in told) == (0, True), told

    assert asked(server, WARD, f"comment {PERIOD} figure/dan_so '{QUESTION}'")[0] == 0
    code, told = asked(server, WARD, f"approve {PERIOD} 101")
    assert (code, "Còn 1 góp ý chưa xong" in told) == (3, True), told

    send_back(server)
    assert asked(server, WARD, f"approve {PERIOD} 101")[0] == 3

    answer_and_mend(server)
    with closing(Store(database, ADMIN)) as store:
        report = year_of(store, "mao-khe").report_id
        assert store.snapshot(report).facts.answers[LAW] == number(1999)
    assert asked(server, CLERK, f"submit {PERIOD} --no-file")[0] == 3  # still a draft

    finalise(server)
    assert asked(server, CLERK, f"submit {PERIOD} --no-file")[0] == 0
    assert "Theo cong an phuong" in asked(server, WARD, f"comment {PERIOD}")[1]
    assert asked(server, WARD, f"comment {PERIOD} figure/dan_so --settle")[0] == 0
    code, told = asked(server, WARD, f"approve {PERIOD} 101")
    assert (code, "bản chốt 2. Còn chờ Tỉnh Mẫu duyệt." in told) == (0, True), told
    code, told = asked(server, OFFICE, f"approve {PERIOD} mao-khe")
    assert (code, "chờ" in told) == (0, False), told

    code, told = asked(server, OFFICE, f"rollup {PERIOD} --json")
    found = json.loads(told)
    assert found["totals"][LAW]["sum"] == "1999"
    assert {unit["code"]: unit["state"] for unit in found["units"]} == {
        "101": "approved",
        "102": "missing",
        "103": "missing",
    }
    assert asked(server, OFFICE, f"due {PERIOD}")[0] == 1
    code, told = asked(server, OTHER, f"rollup {PERIOD}")
    assert (code, "Mạo Khê" in told) == (3, False)
    with closing(Store(database, ADMIN)) as store:
        told_by = [(entry.user, entry.place) for entry in store.history.of(report, limit=4)]
    assert told_by == [
        (OFFICE, "status/approved"),
        (OFFICE, "status/approved/tinh"),
        (WARD, "status/approved/xa"),
        (WARD, "comment/figure/dan_so"),
    ]
    assert health(database).flaws == ()
