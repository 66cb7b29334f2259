"""What is mailed is received: kept as it came, the newest of a centre and year counts, and what is refused is told."""

from __future__ import annotations

import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from support.mailed import mailed, post

from tthtcd_tui.errors import FileProblem, NoSuchCentre, NoSuchUnit
from tthtcd_tui.exports.submission import submission_bytes
from tthtcd_tui.register.register import Register
from tthtcd_tui.register.standing import standing
from tthtcd_tui.report.carried import Carry
from tthtcd_tui.report.submitted import DATA, DOCX
from tthtcd_tui.tasks import patience
from tthtcd_tui.tasks.upward import read_in_child
from tthtcd_tui.tasks.upward.read_in_child import SubmissionReader
from tthtcd_tui.tasks.upward.receive import Outcome, Received, found_files, receive
from tthtcd_tui.tasks.upward.units import assign, import_units, unknown_centres
from tthtcd_tui.text.periods import Period

YEAR = Period.school_year(2020)
DAY = date(2021, 6, 10)
UNITS = "Mã;Tên;Cấp;Mã cấp trên\n22;Tỉnh Mẫu;Tỉnh;\n101;Phường Mạo Khê;Phường;22\n102;Xã Tân Hòa;Xã;22\n"


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return Register(tmp_path / "tiep-nhan")


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    return tmp_path / "den"


def taken(register: Register, *files: Path, on: date = DAY) -> list[Received]:
    return list(receive(register, files, "so", on))


def outcomes(found: Iterable[Received]) -> list[Outcome]:
    return [each.outcome for each in found]


def test_the_newest_of_a_centre_and_year_counts_and_the_others_stay(register: Register, mail: Path) -> None:
    files = [post(mail, f"{version}.zip", mailed(version=version)[0]) for version in (2, 1, 3)]
    found = taken(register, *files, files[0])
    assert outcomes(found) == [Outcome.NEW, Outcome.OLDER, Outcome.NEWER, Outcome.SAME]
    stands = standing(register, YEAR)
    [latest] = stands.latest.values()
    assert (len(stands.kept), latest.manifest, latest.name, latest.on) == (3, mailed(version=3)[1], "3.zip", DAY)
    for kept in stands.kept.values():
        assert register.file(kept.digest) == (mail / kept.name).read_bytes()


@pytest.mark.parametrize(("limit", "value"), [("_AT_ONCE", 2), ("_MOST_BYTES", 5_000)])
def test_files_are_kept_when_there_are_many_or_much_and_in_the_order_they_came(
    register: Register, mail: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    monkeypatch.setattr(f"tthtcd_tui.tasks.upward.receive.{limit}", value)
    files = [post(mail, f"{version}.zip", mailed(version=version)[0]) for version in (1, 2)]
    files.insert(1, mail / "khong-co.zip")
    files.insert(1, post(mail, "hong.zip", b"x"))
    at_once, rest = (2, 2) if limit == "_AT_ONCE" else (1, 3)
    assert len(files) == at_once + rest
    asked: list[int] = []
    told = receive(register, files, "so", DAY, asked.append)
    first = [next(told) for _ in range(at_once)]
    assert len(asked) == at_once - 1, "the next was read before these were told"
    assert [kept.name for kept in standing(register, YEAR).kept.values()] == ["1.zip"]
    found = [*first, *told]
    assert [each.name for each in found] == [path.name for path in files]
    assert outcomes(found) == [Outcome.NEW, Outcome.REFUSED, Outcome.REFUSED, Outcome.NEWER]
    assert asked == [1, 2, 3, 4]


def test_received_again_nothing_is_changed(register: Register, mail: Path) -> None:
    file = post(mail, "a.zip", mailed()[0])
    taken(register, file)
    before = {path: path.read_bytes() for path in register.folder.rglob("*") if path.is_file()}
    assert outcomes(taken(register, file)) == [Outcome.SAME]
    assert {path: path.read_bytes() for path in register.folder.rglob("*") if path.is_file()} == before


def test_a_file_packed_anew_on_its_way_is_the_same(register: Register, mail: Path) -> None:
    data, _ = mailed()
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as given, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as other:
        for name in given.namelist():
            other.writestr(name, given.read(name))
    assert made.getvalue() != data
    found = taken(register, post(mail, "a.zip", data), post(mail, "b.zip", made.getvalue()))
    assert outcomes(found) == [Outcome.NEW, Outcome.SAME]


def test_the_whole_of_what_was_received_is_held_against_it_and_counts(register: Register, mail: Path) -> None:
    (less, said), (whole, manifest) = mailed(carry=Carry.PRINTED), mailed()
    files = [post(mail, "it.zip", less), post(mail, "du.zip", whole)]
    found = taken(register, *files, *files)
    assert outcomes(found) == [Outcome.NEW, Outcome.WHOLE, Outcome.SAME, Outcome.SAME]
    [latest] = standing(register, YEAR).latest.values()
    assert (latest.manifest, latest.manifest.sums) == (manifest, said.sums)


def test_less_than_what_is_there_does_not_replace_it(register: Register, mail: Path) -> None:
    (less, _), (whole, manifest) = mailed(carry=Carry.PRINTED), mailed()
    first = taken(register, post(mail, "du.zip", whole), post(mail, "it.zip", less))
    assert outcomes(first) == [Outcome.NEW, Outcome.OLDER]
    assert "chỉ có những gì đã in" in first[1].note
    assert [kept.manifest for kept in standing(register, YEAR).latest.values()] == [manifest]


@pytest.mark.parametrize("apart", [False, True])
def test_two_of_one_version_that_were_not_made_of_the_same_are_told(
    register: Register, mail: Path, apart: bool
) -> None:
    """Somebody changed one of them: numbers and hashes of either agree in themselves."""
    edited = mailed(typed={"figure/so_khu": "25"}, carry=Carry.PRINTED)[0]
    files = [post(mail, "it.zip", edited), post(mail, "du.zip", mailed()[0])]
    found = [each for file in files for each in taken(register, file)] if apart else taken(register, *files)
    assert outcomes(found) == [Outcome.NEW, Outcome.NEWER]
    assert found[1].note.startswith("cùng số bản chốt với bản đã nhận mà mã kiểm tra hoặc số liệu khác")


def test_numbers_changed_under_the_hash_of_the_kept_data_are_told_when_those_come(
    register: Register, mail: Path
) -> None:
    edited, manifest = mailed(typed={"figure/so_khu": "25"}, carry=Carry.PRINTED)
    whole, kept = mailed()
    with zipfile.ZipFile(BytesIO(edited)) as package:
        forged = submission_bytes(manifest._replace(kept=kept.kept), package.read(DOCX), package.read(DATA))
    found = taken(register, post(mail, "gia.zip", forged), post(mail, "du.zip", whole))
    assert (outcomes(found), "số liệu khác" in found[1].note) == ([Outcome.NEW, Outcome.NEWER], True)


def test_years_and_centres_stand_apart(register: Register, mail: Path) -> None:
    others = [mailed(), mailed(year=2021), mailed("xã Tân Hòa", "tan-hoa"), mailed("xã Tân Hòa", "mao-khe")]
    found = taken(register, *(post(mail, f"{number}.zip", data) for number, (data, _) in enumerate(others)))
    assert outcomes(found) == [Outcome.NEW] * 4
    assert len(standing(register, YEAR).latest) == 3
    assert len(standing(register, Period.school_year(2021)).latest) == 1


def test_two_centres_of_one_code_and_name_do_not_replace_each_other(register: Register, mail: Path) -> None:
    """In two provinces, say. Where the list knows one commune of that name, they are one, and that is told."""
    files = [post(mail, f"{uid}.zip", mailed("xã Tân Hòa", "tan-hoa", uid=uid)[0]) for uid in ("a1", "b2")]
    assert outcomes(taken(register, *files)) == [Outcome.NEW, Outcome.NEW]
    other = Register(register.folder.with_name("khac"))
    units = post(mail, "danh-muc.csv", UNITS.encode())
    import_units(other, units)
    found = taken(other, *files)
    assert outcomes(found) == [Outcome.NEW, Outcome.NEWER]
    assert found[1].note == "đến từ tệp dữ liệu khác với bản đã nhận"
    assert found[1].unit == "Xã Tân Hòa"


def test_what_is_refused_is_told_once_and_not_kept(register: Register, mail: Path) -> None:
    bad = post(mail, "hong.zip", b"PK rubbish")
    for _ in range(2):
        [found] = taken(register, bad)
        assert (found.outcome, found.reason[:20]) == (Outcome.REFUSED, "Tệp bị hỏng hoặc bị ")
    assert [event["name"] for event in register.refused()] == ["hong.zip"]
    assert list((register.folder / "tep").iterdir()) == []


def test_a_folder_is_walked_and_links_and_other_files_are_left(register: Register, mail: Path) -> None:
    post(mail, "b.zip", mailed()[0])
    post(mail / "phong-1", "A.ZIP", mailed(version=2)[0])
    post(mail, "thu.pdf", b"x")
    (mail / "vong").symlink_to(mail)
    files, passed = found_files([mail])
    assert ([path.name for path in files], passed) == (["b.zip", "A.ZIP"], 1)
    assert outcomes(taken(register, *files)) == [Outcome.NEW, Outcome.NEWER]


def test_a_pipe_or_a_missing_file_is_refused_alone(register: Register, mail: Path) -> None:
    good = post(mail, "a.zip", mailed()[0])
    found = taken(register, mail / "khong-co.zip", good)
    assert outcomes(found) == [Outcome.REFUSED, Outcome.NEW]


def test_a_file_that_ends_its_reader_is_refused_and_the_next_is_read(register: Register, mail: Path) -> None:
    good = mailed()[0]
    with SubmissionReader() as reader:
        assert reader.read(good).refused == ""
        assert reader._process is not None
        reader._process.kill()
        reader._process.wait()
        assert "quá giới hạn" in reader.read(good).refused
        assert reader.read(good).refused == ""


HANGS = {
    "before it has taken the file": "exec sleep 1000",
    "before it answers": "head -c 300000 > /dev/null; exec sleep 1000",
    "in the line": """printf '{"refused": nu'; cat > /dev/null""",
    "in the manifest": """printf '{"refused": null, "size": 900}\n{"a"'; cat > /dev/null""",
}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no system tells what a process does")
@pytest.mark.parametrize("where", HANGS)
def test_one_that_stops_is_given_up_wherever_it_stands(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A real process, which does nothing any more; the next file is read by another."""
    monkeypatch.setattr(patience, "LIMITS", patience.Limits(idle=4))
    monkeypatch.setattr(read_in_child, "STEP", 0.01)
    with SubmissionReader() as reader:
        pipe = subprocess.PIPE
        hanging = subprocess.Popen(["sh", "-c", HANGS[where]], stdin=pipe, stdout=pipe, start_new_session=True)
        reader._process = hanging
        assert "dừng giữa chừng" in reader.read(bytes(300_000)).refused
        assert hanging.returncode is not None, "it is gone"
        monkeypatch.undo()
        assert reader.read(mailed()[0]).refused == ""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no system tells what a process does")
def test_of_a_file_at_which_the_reader_stops_nothing_is_kept(
    register: Register, mail: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "LIMITS", patience.Limits(idle=4))
    monkeypatch.setattr(read_in_child, "STEP", 0.01)
    monkeypatch.setattr(SubmissionReader, "_start", stopped(SubmissionReader._start))
    [found] = taken(register, post(mail, "a.zip", mailed()[0]))
    assert (found.outcome, "dừng giữa chừng" in found.reason) == (Outcome.REFUSED, True)
    assert standing(register, YEAR).kept == {}
    assert list((register.folder / "tep").iterdir()) == []
    monkeypatch.undo()
    assert outcomes(taken(register, mail / "a.zip")) == [Outcome.NEW]


def stopped(start: Callable[[SubmissionReader], subprocess.Popen[bytes]]) -> Callable[[SubmissionReader], object]:
    """As `start`, of a reader that somebody has stopped."""

    def begin(reader: SubmissionReader) -> object:
        process = start(reader)
        process.send_signal(signal.SIGSTOP)
        return process

    return begin


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "[]",
        "{",
        '{"refused": null}',
        '{"refused": 1, "size": 0}',
        '{"refused": null, "size": -1}',
        '{"refused": null, "size": 1048577}',
        '{"refused": null, "size": 9}',
    ],
)
def test_what_a_reader_answers_is_trusted_in_nothing(answer: str, tmp_path: Path) -> None:
    (tmp_path / "answer").write_text(f"{answer}\n{{}}")
    with SubmissionReader() as reader:
        command = ["sh", "-c", 'head -c 3 >&2; cat "$0"', str(tmp_path / "answer")]
        pipe = subprocess.PIPE
        reader._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
        assert "quá giới hạn" in reader.read(b"x").refused
        assert reader.read(mailed()[0]).refused == ""


def test_nothing_is_told_that_could_not_be_written(
    register: Register, mail: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = post(mail, "a.zip", mailed()[0])

    def full(*_: object) -> None:
        raise FileProblem("Đĩa đầy.")

    monkeypatch.setattr(Register, "keep", full)
    with pytest.raises(FileProblem):
        taken(register, file)
    monkeypatch.undo()
    assert standing(register, YEAR).kept == {}
    assert outcomes(taken(register, file)) == [Outcome.NEW]


def test_a_centre_nobody_knows_is_listed_and_assigned_by_hand(register: Register, mail: Path) -> None:
    import_units(register, post(mail, "danh-muc.csv", UNITS.encode()))
    [found] = taken(register, post(mail, "a.zip", mailed("P. Mạo Khê")[0]))
    assert found.unit == ""
    assert [(each.centre, each.commune, each.period) for each in unknown_centres(register)] == [
        ("mao-khe", "P. Mạo Khê", "2020-2021")
    ]
    unit, count = assign(register, "mao-khe", "phường Mạo Khê", "so")
    assert (unit.code, count) == ("101", 1)
    assert unknown_centres(register) == []
    [later] = taken(register, post(mail, "b.zip", mailed("P. Mạo Khê", year=2021)[0]))
    assert later.unit == "Phường Mạo Khê"  # as in the year before


def test_what_is_assigned_must_be_there(register: Register, mail: Path) -> None:
    import_units(register, post(mail, "danh-muc.csv", UNITS.encode()))
    taken(register, post(mail, "a.zip", mailed("P. Mạo Khê")[0]))
    with pytest.raises(NoSuchCentre, match="Có phải bạn định gõ “mao-khe”"):
        assign(register, "mao-khee", "101", "so")
    with pytest.raises(NoSuchUnit, match="không phải xã"):
        assign(register, "mao-khe", "22", "so")
