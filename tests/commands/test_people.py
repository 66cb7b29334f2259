"""Staff, finalising and versions at the prompt."""

from __future__ import annotations

import io
import json
import re
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from support.bases import without_base
from support.stores import sql

from tthtcd_tui.cli import main
from tthtcd_tui.exports import docx
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.tasks.session.last_year import last_year, remember_year

YEAR = "2020-2021"
FINAL = re.compile(
    r"Báo cáo năm học 2020-2021 đã chốt ngày \d{1,2}/\d{1,2}/\d{4}, chỉ xem được\."
    r" Muốn sửa thì giám đốc mở lại\.\n"
)


class Prompt:
    """A person at the prompt: what they are answered."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def done(self, user: str, *words: str) -> str:
        """What is printed for a command that is done."""
        code, out, err = self._run(user, words)
        assert code == 0, err
        return out

    def refused(self, user: str, *words: str, code: int = 3) -> str:
        """What is complained of a command that is not."""
        found, out, err = self._run(user, words)
        assert (found, out) == (code, ""), err
        return err

    def _run(self, user: str, words: tuple[str, ...]) -> tuple[int, str, str]:
        self._capsys.readouterr()
        code = main([*words, "--user", user])
        printed = self._capsys.readouterr()
        return code, printed.out, printed.err


@pytest.fixture
def prompt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Prompt:
    """The sample year in a database that «gd» made; «lan» is a clerk, «xem» a viewer."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TTHTCD_DB", str(tmp_path / "a.db"))
    (tmp_path / "mau.json").write_bytes(sample_bytes(SAMPLE_YEAR))
    found = Prompt(capsys)
    found.done("gd", "import", "mau.json")
    found.done("gd", "staff", "add", "lan", "--name", "Nguyễn Thị Lan")
    found.done("gd", "staff", "add", "xem", "--name", "Trần Xem", "--role", "viewer")
    return found


def test_the_list_of_staff(prompt: Prompt) -> None:
    assert prompt.done("xem", "staff", "list").splitlines() == [
        "gd · gd · giám đốc · mọi trung tâm",
        "lan · Nguyễn Thị Lan · nhập liệu · mọi trung tâm",
        "xem · Trần Xem · chỉ xem · mọi trung tâm",
    ]
    told = prompt.done("gd", "staff", "edit", "xem", "--name", "Trần Văn Xem", "--role", "clerk", "--centre", "mao-khe")
    assert told == "Đã sửa: xem · Trần Văn Xem · nhập liệu · TTHTCĐ phường Mạo Khê\n"
    assert json.loads(prompt.done("lan", "staff", "list", "--json"))[2] == {
        "login": "xem",
        "name": "Trần Văn Xem",
        "role": "clerk",
        "centre": "mao-khe",
        "reads": "own",
        "unit": None,
    }
    assert "mọi trung tâm" in prompt.done("gd", "staff", "edit", "xem", "--all-centres")
    err = prompt.refused("gd", "staff", "edit", "xem", "--all-centres", "--centre", "mao-khe", code=2)
    assert "Chỉ dùng một trong hai" in err
    assert "Chỉ giám đốc được sửa danh sách cán bộ" in prompt.refused("lan", "staff", "remove", "xem")
    assert prompt.done("gd", "staff", "remove", "xem").startswith("Đã bỏ: xem · ")
    assert "“gd” là giám đốc duy nhất" in prompt.refused("gd", "staff", "remove", "gd")


def test_what_became_of_the_staff(prompt: Prompt) -> None:
    prompt.done("gd", "staff", "edit", "xem", "--role", "clerk")
    prompt.done("gd", "staff", "remove", "lan")
    lines = prompt.done("xem", "staff", "history").splitlines()
    assert [re.sub(r"^\d\d/\d\d/\d{4} \d\d:\d\d ", "", line) for line in lines] == [
        "gd: bỏ lan · Nguyễn Thị Lan · nhập liệu · mọi trung tâm",
        "gd: sửa xem: vai trò: chỉ xem → nhập liệu",
        "gd: thêm xem · Trần Xem · chỉ xem · mọi trung tâm",
        "gd: thêm lan · Nguyễn Thị Lan · nhập liệu · mọi trung tâm",
        "gd: thêm gd · gd · giám đốc · mọi trung tâm",
    ]
    (newest,) = json.loads(prompt.done("gd", "staff", "history", "--json", "--limit", "1"))
    assert (newest["user"], newest["login"], newest["after"]) == ("gd", "lan", None)
    assert newest["before"]["role"] == "clerk"
    assert "“lan” không có trong danh sách" in prompt.refused("lan", "staff", "history")


def test_the_first_director_is_named_where_there_is_no_list(prompt: Prompt, tmp_path: Path) -> None:
    sql(tmp_path / "a.db", "DELETE FROM staff")
    assert "tthtcd staff add TÊN_ĐĂNG_NHẬP --name HỌ_TÊN --role director" in prompt.done("ai", "staff", "list")
    assert "người đầu tiên phải là giám đốc" in prompt.refused("ai", "staff", "add", "an", "--name", "An")
    told = prompt.done("ai", "staff", "add", "an", "--name", "An", "--role", "director")
    assert "Từ nay chỉ người trong danh sách mở được tệp dữ liệu này." in told
    assert "“ai” không có trong danh sách cán bộ" in prompt.refused("ai", "years")
    assert "Từ nay" not in prompt.done("an", "staff", "add", "bình", "--name", "Bình")


@pytest.mark.parametrize(
    "words",
    [
        ["years"],
        ["show", YEAR],
        ["summary", YEAR],
        ["check", YEAR],
        ["history", YEAR],
        ["versions", YEAR],
        ["staff", "list"],
        ["centre", "list"],
        ["forms"],
        ["export", YEAR, "-o", "-", "--format", "txt"],
    ],
    ids=" ".join,
)
def test_everything_that_reads_asks_who_reads(prompt: Prompt, words: list[str]) -> None:
    assert "“kẻ lạ” không có trong danh sách cán bộ" in prompt.refused("kẻ lạ", *words)
    prompt.done("xem", *words)


@pytest.mark.parametrize(
    "words",
    [
        ["set", YEAR, "figure/so_khu", "25"],
        ["undo", YEAR],
        ["new", "2021-2022"],
        ["delete", YEAR, "--yes"],
        ["import", "--replace", "mau.json"],
        ["centre", "add", "yen-tho", "TTHTCĐ"],
        ["centre", "edit", "mao-khe", "TTHTCĐ"],
        ["centre", "remove", "mao-khe", "--yes"],
    ],
    ids=" ".join,
)
def test_a_viewer_changes_nothing(prompt: Prompt, words: list[str]) -> None:
    assert "Bạn chỉ có quyền xem." in prompt.refused("xem", *words)


def test_options_before_the_command_mean_the_same(
    prompt: Prompt, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a forced command of sshd gives them; the account's own login is on no list."""
    monkeypatch.delenv("TTHTCD_DB")
    named = ["--db", str(tmp_path / "a.db"), "--user", "lan", "--centre", "mao-khe"]
    assert main([*named, "set", YEAR, "figure/so_khu", "25"]) == 0
    assert main([*named, "centre", "list"]) == 0
    assert main([*named[:2], "years"]) == 3
    assert "“canbo” không có trong danh sách" in capsys.readouterr().err
    assert main(["--user", "lan", "years", "--db", str(tmp_path / "a.db"), "--user", "xem"]) == 0
    assert main([*named[:2], "history", YEAR, "figure/so_khu", "--user", "xem", "--json"]) == 0
    printed = capsys.readouterr().out
    assert '"user": "lan"' in printed


def test_a_year_is_finalised_reopened_and_finalised_again(prompt: Prompt, tmp_path: Path) -> None:
    assert prompt.done("xem", "versions", YEAR) == "Báo cáo năm học 2020-2021 chưa chốt lần nào.\n"
    prompt.done("lan", "export", YEAR, "-o", "truoc.docx")
    assert "Chỉ giám đốc được chốt báo cáo" in prompt.refused("lan", "finalise", YEAR)
    told = prompt.done("gd", "finalise", YEAR)
    assert told.splitlines() == [
        "Đã chốt báo cáo năm học 2020-2021 của TTHTCĐ phường Mạo Khê: bản 1. Từ nay chỉ xem được.",
        "Lấy tệp: tthtcd export 2020-2021 --version 1 -o bao-cao-2020-2021.docx",
    ]
    for words in (
        ["set", YEAR, "figure/so_khu", "25"],
        ["undo", YEAR],
        ["redo", YEAR],
        ["import", "--replace", "mau.json"],
        ["import", "mau.json"],
        ["delete", YEAR, "--yes"],
    ):
        assert FINAL.fullmatch(prompt.refused("lan", *words)), words
    assert FINAL.fullmatch(prompt.refused("gd", "finalise", YEAR))
    assert "đã chốt" in prompt.done("xem", "years")
    assert json.loads(prompt.done("xem", "years", "--json"))[0]["status"] == "final"

    assert "Chỉ giám đốc được mở lại báo cáo" in prompt.refused("lan", "reopen", YEAR, "--reason", "x")
    assert "Hãy ghi lý do" in prompt.refused("gd", "reopen", YEAR, "--reason", " ")
    assert "Các bản đã chốt vẫn được giữ." in prompt.done("gd", "reopen", YEAR, "--reason", "Sửa số khu")
    assert "đã từng chốt" in prompt.refused("gd", "delete", YEAR, "--yes")
    prompt.done("lan", "set", YEAR, "figure/so_khu", "25")
    prompt.done("gd", "finalise", YEAR)

    for number in ("1", "2"):
        for kind in ("docx", "json"):
            prompt.done("xem", "export", YEAR, "--version", number, "-o", f"{number}.{kind}")
    for kind in ("docx", "json"):
        prompt.done("xem", "export", YEAR, "-o", f"nay.{kind}")
    files = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    assert files["1.docx"] == files["truoc.docx"] != files["2.docx"] == files["nay.docx"]
    assert without_base(files["1.json"]) == sample_bytes(SAMPLE_YEAR)
    assert files["1.json"] != files["2.json"] == files["nay.json"]

    versions = json.loads(prompt.done("xem", "versions", YEAR, "--json"))
    assert [(found["version"], found["user"], found["docx_bytes"], found["json_bytes"]) for found in versions] == [
        (number, "gd", len(files[f"{number}.docx"]), len(files[f"{number}.json"])) for number in (1, 2)
    ]
    assert versions[0]["reopened"]["reason"] == "Sửa số khu"
    assert versions[1]["reopened"] is None
    lines = prompt.done("xem", "versions", YEAR).splitlines()
    assert [line.partition(" · ")[0].strip() for line in lines] == ["Bản 1", lines[1].strip()[:23], "Bản 2"]
    assert lines[1].endswith(" · gd: Sửa số khu")
    told = prompt.done("xem", "history", YEAR, "status")
    assert [line.partition(": ")[2] for line in told.splitlines()] == [
        "status/reason: Sửa số khu → (không có)",
        "status/version: 1 → 2",
        "status: dự thảo → đã chốt",
        "status/reason: (không có) → Sửa số khu",
        "status: đã chốt → dự thảo",
        "status/version: 0 → 1",
        "status: dự thảo → đã chốt",
    ]


def test_what_a_later_program_would_make_of_a_final_year_is_not_exported(
    prompt: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    prompt.done("lan", "export", YEAR, "-o", "truoc.docx")
    prompt.done("gd", "finalise", YEAR)
    monkeypatch.setattr(docx, "docx_bytes", lambda *_: b"PK")
    prompt.done("xem", "export", YEAR, "-o", "nay.docx")
    prompt.done("xem", "export", YEAR, "-o", "nay.zip")
    assert Path("nay.docx").read_bytes() == Path("truoc.docx").read_bytes()
    with zipfile.ZipFile("nay.zip") as package:
        assert package.read("bao-cao.docx") == Path("truoc.docx").read_bytes()
    prompt.done("gd", "reopen", YEAR, "--reason", "Sửa số khu")
    prompt.done("xem", "export", YEAR, "-o", "sau.docx")
    assert Path("sau.docx").read_bytes() == b"PK"


def test_what_stands_in_the_way_of_finalising_is_listed(prompt: Prompt) -> None:
    prompt.done("lan", "set", YEAR, "figure/dan_so", "")
    err = prompt.refused("gd", "finalise", YEAR, code=1)
    assert err.startswith("Chưa chốt được: báo cáo còn thiếu 1 chỗ. ")
    assert "  figure/dan_so: Dân số: chưa nhập." in err


def test_a_year_carried_over_is_reviewed_first(prompt: Prompt) -> None:
    """Every text that was copied is in the way, until it is looked at."""
    prompt.done("lan", "new", "2021-2022", "--from", YEAR)
    err = prompt.refused("gd", "finalise", "2021-2022", code=1)
    assert "chỗ chép từ năm trước chưa rà soát" in err
    before = err.count("chưa rà soát. Xem lại")
    signer = prompt.done("lan", "show", "2021-2022", "report/signer").strip().partition(" ")[2]
    prompt.done("lan", "set", "2021-2022", "report/signer", signer)
    assert prompt.refused("gd", "finalise", "2021-2022", code=1).count("chưa rà soát. Xem lại") == before - 1


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--version", "9", "-o", "x.docx"], 3, "không có bản chốt số 9"),
        (["--version", "1", "-o", "x.txt"], 3, "Bản chốt chỉ giữ tệp docx và json."),
        (["--version", "1", "--draft", "-o", "x.docx"], 2, "--version lấy bản đã chốt trong tệp dữ liệu"),
    ],
)
def test_a_version_that_cannot_be_given_is_told(prompt: Prompt, words: list[str], code: int, said: str) -> None:
    prompt.done("gd", "finalise", YEAR)
    assert said in prompt.refused("xem", "export", YEAR, *words, code=code)
    assert "--version lấy bản" in prompt.refused("xem", "export", "mau.json", *words, code=2)
    assert not Path("x.docx").exists()


def test_a_draft_of_a_final_year_is_still_a_draft(prompt: Prompt) -> None:
    prompt.done("gd", "finalise", YEAR)
    prompt.done("xem", "export", YEAR, "--draft", "-o", "du-thao.docx")
    prompt.done("xem", "export", YEAR, "-o", "chot.docx")
    assert Path("du-thao.docx").read_bytes() != Path("chot.docx").read_bytes()
    assert "DỰ THẢO" in prompt.done("xem", "export", YEAR, "--draft", "-o", "-", "--format", "txt")


def test_an_appendix_is_asked_for_once_or_chosen_for_the_year_and_a_final_year_takes_none(prompt: Prompt) -> None:
    export = ("export", YEAR, "-o", "-", "--format", "txt")
    plain = prompt.done("lan", *export)
    once = prompt.done("lan", *export, "--appendix", "activities")
    assert "DANH SÁCH HOẠT ĐỘNG NĂM HỌC 2020-2021" in once
    assert "DANH SÁCH HOẠT ĐỘNG" not in plain
    prompt.done("lan", "set", YEAR, "report/appendices", "Danh sách hoạt động")
    assert prompt.done("lan", *export) == once
    prompt.done("gd", "finalise", YEAR)
    err = prompt.refused("gd", "export", YEAR, "-o", "x.docx", "--appendix", "activities")
    assert "đã chốt, không kèm thêm phụ lục được" in err


# -- a name erased ----------------------------------------------------------------------------------------------------


def test_an_erased_name_leaves_a_number_and_says_where_it_still_stands(prompt: Prompt, tmp_path: Path) -> None:
    prompt.done("lan", "set", YEAR, "report/signer", "Người ký khác")
    backup = prompt.done("gd", "backup")
    assert "thêm --yes" in prompt.refused("gd", "staff", "erase", "lan", code=2)
    assert "Chỉ giám đốc được xóa tên cán bộ" in prompt.refused("lan", "staff", "erase", "xem", "--yes")
    with closing(Store(tmp_path / "a.db")) as store:
        remember_year(store, "lan", store.years.all()[0])
        said = prompt.done("gd", "staff", "erase", "lan", "--yes", "--reason", "theo đề nghị")
        assert last_year(store, "lan") is None
    number = re.findall("cán bộ số [0-9]+", said)[0]
    assert str(re.findall(r"\S+\.db", backup)[0]) in said
    history = prompt.done("gd", "history", YEAR)
    assert number in history
    assert "lan" not in prompt.done("gd", "staff", "list")
    assert "Nguyễn Thị Lan" not in prompt.done("gd", "staff", "history")
    assert main(["doctor"]) == 0


def test_a_centre_without_years_is_removed(prompt: Prompt) -> None:
    prompt.done("gd", "centre", "add", "yen-tho", "TTHTCĐ xã Yên Thọ")
    assert "thêm --yes" in prompt.refused("gd", "centre", "remove", "yen-tho", code=2)
    assert "yen-tho" in prompt.done("gd", "centre", "list")
    assert prompt.done("gd", "centre", "remove", "yen-tho", "--yes") == "Đã xóa TTHTCĐ xã Yên Thọ (mã yen-tho).\n"
    assert "yen-tho" not in prompt.done("gd", "centre", "list")
    assert "Không có trung tâm mã “yen-tho”" in prompt.refused("gd", "centre", "remove", "yen-tho", "--yes")


def test_a_centre_that_has_years_stays_and_nobody_is_asked(prompt: Prompt) -> None:
    assert "còn 1 báo cáo" in prompt.refused("gd", "centre", "remove", "mao-khe")
    assert "còn 1 báo cáo" in prompt.refused("gd", "centre", "remove", "mao-khe", "--yes")


@pytest.mark.parametrize(("typed", "said"), [("yen-tho", "Đã xóa"), ("có", "Chưa xóa gì."), ("", "Chưa xóa gì.")])
def test_at_a_terminal_the_code_is_typed_again(
    prompt: Prompt, monkeypatch: pytest.MonkeyPatch, typed: str, said: str
) -> None:
    prompt.done("gd", "centre", "add", "yen-tho", "TTHTCĐ xã Yên Thọ")
    monkeypatch.setattr("tthtcd_tui.commands.years.is_at_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
    asked = "Xóa TTHTCĐ xã Yên Thọ (mã yen-tho), chưa có báo cáo nào? Gõ lại mã để xóa: "
    assert prompt.done("gd", "centre", "remove", "yen-tho").startswith(f"{asked}{said}")
