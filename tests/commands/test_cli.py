"""The command line as a person at a prompt meets it."""

from __future__ import annotations

import argparse
import json
import shlex
from collections import Counter
from pathlib import Path

import pytest
from support.bases import without_base
from support.forms import SHIPPED

from tthtcd_tui.cli import _COMMANDS, build_parser, main
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, YEAR_BEFORE, sample_bytes


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TTHTCD_DB", str(tmp_path / "a.db"))


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "mau.json"
    path.write_bytes(sample_bytes(SAMPLE_YEAR))
    return path


@pytest.fixture
def centre(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["centre", "add", "mao-khe", "TTHTCĐ phường Mạo Khê"]) == 0
    for user in ("an", "binh"):
        assert main(["staff", "add", user, "--name", user.title()]) == 0
    capsys.readouterr()


def test_help_is_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith("Cách dùng: tthtcd")
    for english in ("usage", "positional", "options", "show this"):
        assert english not in out.lower()


@pytest.mark.parametrize(
    ("columns", "least", "most"), [("60", 40, 58), ("200", 79, 198), ("", 59, 78), ("0", 59, 78), ("rộng", 59, 78)]
)
def test_help_is_as_wide_as_the_terminal(
    columns: str, least: int, most: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    assert least <= max(map(len, capsys.readouterr().out.splitlines())) <= most


@pytest.mark.parametrize(
    ("words", "same"),
    [([], ["--help"]), (["set"], ["set", "--help"]), (["staff", "add"], ["staff", "add", "--help"])],
    ids=" ".join,
)
def test_help_is_a_command_too(words: list[str], same: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    printed = []
    for line in (["help", *words], same, ["--db", "b.db", "help", *words]):
        with pytest.raises(SystemExit) as left:
            main(line)
        assert left.value.code == 0
        printed.append(capsys.readouterr().out)
    assert printed[0].startswith(" ".join(["Cách dùng: tthtcd", *words]))
    assert printed == printed[:1] * 3


def test_help_on_what_is_no_command_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["help", "sett"])
    assert left.value.code == 2
    assert "“sett” không dùng được. Có phải bạn định gõ “set”?" in capsys.readouterr().err


def test_a_command_is_parsed_alike_alone_and_among_all() -> None:
    """Only what the first word asks for is built; what it makes of the words is the same."""
    for names in _COMMANDS.values():
        for name in names:
            alone, among_all = (build_parser(word)._subparsers for word in (name, ""))
            assert alone is not None
            assert among_all is not None
            choices = [group._group_actions[0].choices for group in (alone, among_all)]
            assert all(isinstance(found, dict) and name in found for found in choices)
            usage = [found[name].format_help() for found in choices if isinstance(found, dict)]
            assert usage[0] == usage[1]
            assert set(choices[0] or ()) == names


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["frob"], "“frob” không dùng được. Chọn một trong: demo, "),
        (["set"], "thiếu KỲ, CHỖ."),
        (["export", "2020-2021"], "thiếu -o/--out."),
        (["export", "2020-2021", "-o"], "sau -o/--out phải có giá trị."),
        (["yaers"], "“yaers” không dùng được. Có phải bạn định gõ “years”? Gõ “tthtcd --help”"),
        (["staff", "ad"], "“ad” không dùng được. Có phải bạn định gõ “add”? Gõ “tthtcd staff --help”"),
        (["years", "--xyz"], "không hiểu --xyz. Gõ “tthtcd years --help”"),
        (["years", "--jsno"], "không hiểu --jsno. Có phải bạn định gõ “--json”? Gõ “tthtcd years --help”"),
        (["--vesion"], "không hiểu --vesion. Có phải bạn định gõ “--version”? Gõ “tthtcd --help”"),
        (["export", "2020-2021", "-o", "a", "--format", "dcox"], "“dcox” không dùng được. Có phải bạn định gõ “docx”?"),
        (["forms", "--check", "a", "--add", "b"], "không dùng --add cùng với --check."),
        (["history", "2020-2021", "--limit", "abc"], "--limit: “abc” không dùng được, phải là một số từ 1 trở lên."),
        (["history", "2020-2021", "--limit", "0"], "--limit: “0” không dùng được, phải là một số từ 1 trở lên."),
        (["history", "2020-2021", "--limit", "-3"], "--limit: “-3” không dùng được, phải là một số từ 1 trở lên."),
        (["centre", "list", "--centre", "a"], "không hiểu --centre a."),
    ],
)
def test_a_mistaken_command_is_said_in_vietnamese(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["frob"], "“frob” không dùng được. Chọn một trong: demo, "),
        (["--db", "a.db", "frob"], "“frob” không dùng được. Chọn một trong: demo, "),
        (["--nope"], "không hiểu --nope."),
        (["--db"], "sau --db phải có giá trị."),
    ],
)
def test_a_mistaken_start_of_the_screens_is_told_what_commands_there_are(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    told = capsys.readouterr().err
    assert said in told
    assert "LỆNH ..." in told


@pytest.mark.parametrize("words", [[], ["--user", "an"], ["--db", "b.db", "--centre", "a", "--ascii"], ["--db=demo"]])
def test_a_start_of_the_screens_makes_no_command(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("it was made")

    ran: list[argparse.Namespace] = []

    def run(options: argparse.Namespace) -> int:
        ran.append(options)
        return 0

    asked = build_parser().parse_args(words)
    monkeypatch.setattr("tthtcd_tui.cli.build_parser", refused)
    monkeypatch.setattr("tthtcd_tui.cli._run", run)
    assert main(words) == 0
    assert ran == [asked]


def test_without_a_database_it_says_how_to_begin(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["years"]) == 3
    assert "Gõ “tthtcd centre add MÃ TÊN” để bắt đầu" in capsys.readouterr().err
    assert list(tmp_path.glob("a.db*")) == []


def test_the_demo_writes_what_the_summary_shows(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["demo", "--out", "ra"]) == 0
    out = capsys.readouterr().out
    total = next(line for line in out.splitlines() if line.strip().startswith("TỔNG"))
    assert total.split()[1:3] == ["445", "43.117"]
    assert (tmp_path / "ra" / "bao-cao-2020-2021.json").read_bytes() == sample_bytes(SAMPLE_YEAR)
    assert (tmp_path / "ra" / "bao-cao-2020-2021.docx").read_bytes()[:2] == b"PK"
    assert main(["demo", "--out", "ra"]) == 0, "a second demo writes over the first"


@pytest.mark.usefixtures("centre")
def test_a_whole_year_by_a_script_of_set_is_the_same_document(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every answer and activity typed as `set` takes it: the DOCX and the JSON are the sample's, byte for byte."""
    assert main(["show", str(sample)]) == 0
    lines = capsys.readouterr().out
    assert "\nactivity/" in lines
    script = tmp_path / "nam.txt"
    script.write_text("# cả năm\n\n" + lines, encoding="utf-8")
    assert main(["new", "2020-2021", "--form", "tu-danh-gia/1"]) == 0
    with script.open("rb") as stream:
        monkeypatch.setattr("sys.stdin", type("Input", (), {"buffer": stream}))
        assert main(["set", "2020-2021", "-", "--user", "an"]) == 0
    assert main(["check", "2020-2021"]) == 0
    assert main(["export", "2020-2021", "-o", "a.docx", "--plain"]) == 0
    assert main(["export", str(sample), "-o", "b.docx", "--plain"]) == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    assert main(["export", "2020-2021", "-o", "a.json"]) == 0
    assert without_base((tmp_path / "a.json").read_bytes()) == sample_bytes(SAMPLE_YEAR)


@pytest.mark.usefixtures("centre")
def test_undo_and_redo_name_a_place_and_not_its_mark(capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "2020-2021"])
    main(["set", "2020-2021", "report/signer", "Nông Văn Dền"])
    main(["new", "2021-2022", "--from", "2020-2021"])
    main(["set", "2021-2022", "report/signer", "Lò Thị Mai"])
    capsys.readouterr()
    main(["undo", "2021-2022"])
    assert capsys.readouterr().out == "Đã hoàn tác: report/signer.\n"
    main(["redo", "2021-2022"])
    assert capsys.readouterr().out == "Đã làm lại: report/signer.\n"


@pytest.mark.usefixtures("centre")
def test_set_show_history_undo_redo(capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "2020-2021"])
    assert main(["set", "2020-2021", "figure/dan_so", "trên 40.000", "--user", "an"]) == 0
    assert main(["set", "2020-2021", "figure/dan_so", "gần 41.000", "--user", "an"]) == 0
    capsys.readouterr()
    main(["show", "2020-2021", "figure/dan_so"])
    assert capsys.readouterr().out == "figure/dan_so gần 41.000\n"
    main(["history", "2020-2021", "figure/dan_so", "--json"])
    rows = json.loads(capsys.readouterr().out)
    assert [(row["user"], row["before"], row["after"]) for row in rows] == [
        ("an", "trên 40.000", "gần 41.000"),
        ("an", "(chưa nhập)", "trên 40.000"),
    ]
    assert main(["undo", "2020-2021", "--user", "an"]) == 0
    assert main(["undo", "2020-2021", "--user", "binh"]) == 3, "nobody undoes another's change"
    assert main(["redo", "2020-2021", "--user", "an"]) == 0
    capsys.readouterr()
    main(["show", "2020-2021", "figure/dan_so", "--json"])
    assert json.loads(capsys.readouterr().out) == {"figure/dan_so": "gần 41.000"}


@pytest.mark.usefixtures("centre")
@pytest.mark.parametrize(
    ("place", "meant"),
    [("figure/dan_soo", "figure/dan_so"), ("results/phap_lut", "results/phap_luat"), ("narative", "narrative")],
)
def test_a_mistyped_place_to_show_is_answered_with_the_nearest(
    place: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["new", "2020-2021"])
    capsys.readouterr()
    assert main(["show", "2020-2021", place]) == 3
    assert capsys.readouterr().err.startswith(f"Không có giá trị nào ở “{place}”. Có phải bạn định gõ “{meant}”? Gõ ")
    assert main(["show", "2020-2021", meant.replace("narrative", "figure/so_khu")]) == 3
    assert "Có phải" not in capsys.readouterr().err, "it is there, and empty"
    assert main(["history", "2020-2021", place.title()]) == 3
    assert "không phải một chỗ của báo cáo. Có phải bạn định gõ" in capsys.readouterr().err


@pytest.mark.usefixtures("centre")
def test_what_is_typed_wrong_is_told_for_every_cell_and_nothing_is_saved(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    main(["new", "2020-2021"])
    script = tmp_path / "sai.txt"
    script.write_text("figure/so_khu 24\nfigure/so_ho 1.2\nfigure/khong_co 3\n", encoding="utf-8")
    with script.open("rb") as stream:
        monkeypatch.setattr("sys.stdin", type("Input", (), {"buffer": stream}))
        assert main(["set", "2020-2021", "-"]) == 3
    err = capsys.readouterr().err
    assert "Số hộ gia đình (figure/so_ho)" in err
    assert "“figure/khong_co”" in err
    main(["show", "2020-2021", "figure"])
    assert "figure/so_khu" not in capsys.readouterr().out


@pytest.mark.usefixtures("centre")
def test_a_final_report_with_errors_is_refused_and_a_draft_is_not(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    main(["new", "2020-2021"])
    assert main(["export", "2020-2021", "-o", "a.docx"]) == 1
    assert "figure/dan_so: Dân số: chưa nhập." in capsys.readouterr().err
    assert not (tmp_path / "a.docx").exists()
    assert main(["export", "2020-2021", "-o", "a.docx", "--draft"]) == 0
    assert main(["export", "2020-2021", "-o", "a.docx", "--draft"]) == 3, "an existing file is not overwritten"
    assert main(["export", "2020-2021", "-o", "a.docx", "--draft", "--force"]) == 0
    assert main(["check", "2020-2021", "--json"]) == 1


@pytest.mark.usefixtures("centre")
def test_summary_check_and_export_count_what_is_missing_apart_from_what_is_wrong(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["new", "2020-2021"])
    main(["set", "2020-2021", "results/phap_luat/classes", "3"])
    main(["set", "2020-2021", "results/phap_luat/participations", "0"])

    def said(*words: str) -> str:
        capsys.readouterr()
        main([words[0], "2020-2021", *words[1:]])
        return capsys.readouterr().out

    tree = json.loads(said("summary", "--json"))
    missing, wrong = tree["missing"], tree["errors"]
    assert (missing > 60, wrong) == (True, 1)
    assert f"? Thiếu {missing}   X Lỗi 1   " in said("summary")
    assert f"còn thiếu {missing} chỗ, 1 lỗi" in said("summary", "--short")
    lines = said("check").splitlines()
    assert lines[-1] == f"Thiếu {missing} chỗ, 1 lỗi, {tree['warnings']} cảnh báo."
    assert sum(line.startswith("Thiếu · ") for line in lines) == missing
    assert sum(line.startswith("Lỗi · ") for line in lines) == wrong
    levels = Counter(each["severity"] for each in json.loads(said("check", "--json")))
    assert (levels["missing"], levels["error"]) == (missing, wrong)
    assert main(["export", "2020-2021", "-o", "a.docx"]) == 1
    assert f"Chưa xuất được: báo cáo còn thiếu {missing} chỗ, 1 lỗi. " in capsys.readouterr().err


@pytest.mark.usefixtures("centre")
def test_a_year_carried_over_has_the_words_and_not_the_numbers(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "truoc.json"
    path.write_bytes(sample_bytes(YEAR_BEFORE))
    assert main(["import", str(path)]) == 0
    assert main(["new", "2020-2021", "--from", "2019-2020"]) == 0
    capsys.readouterr()
    main(["show", "2020-2021", "--json"])
    cells = json.loads(capsys.readouterr().out)
    assert cells["report/signer"] == "Vũ Thanh Hải"
    assert cells["carried/report/signer"] == "2019-2020"
    assert "figure/dan_so" not in cells
    assert not any(place.startswith("results/") for place in cells)


def test_import_is_shown_first_and_replaces_only_when_told(
    sample: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["import", str(sample)]) == 0
    tree = json.loads(sample.read_text(encoding="utf-8"))
    tree["answers"]["figure/so_khu"] = "25"
    sample.write_text(json.dumps(tree), encoding="utf-8")
    assert main(["import", str(sample)]) == 3
    told = capsys.readouterr().err
    assert "figure/so_khu: 24 → 25" in told
    assert "Thêm --replace" in told
    assert main(["import", str(sample), "--dry-run"]) == 0
    assert "figure/so_khu: 24 → 25" in capsys.readouterr().out
    assert main(["import", str(sample), "--replace"]) == 0
    main(["undo", "2020-2021"])
    main(["export", "2020-2021", "-o", "a.json"])
    assert without_base((tmp_path / "a.json").read_bytes()) == sample_bytes(SAMPLE_YEAR)


def test_a_file_that_comes_back_is_merged(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["import", str(sample)])
    main(["export", "2020-2021", "-o", "a.json"])
    monkeypatch.setenv("TTHTCD_DB", "may-khac.db")
    main(["import", "a.json"])
    main(["set", "2020-2021", "figure/so_khu", "25"])
    main(["set", "2020-2021", "figure/dan_so", "7"])
    main(["export", "2020-2021", "-o", "b.json"])
    monkeypatch.setenv("TTHTCD_DB", str(tmp_path / "a.db"))
    main(["set", "2020-2021", "figure/dan_so", "200"])
    capsys.readouterr()
    assert main(["import", "b.json", "--json", "--dry-run"]) == 0
    tree = json.loads(capsys.readouterr().out)
    assert tree["known_base"]
    assert [each["place"] for each in tree["changes"]] == ["figure/so_khu"]
    assert tree["conflicts"] == [{"place": "figure/dan_so", "base": "trên 40.000", "here": "200", "file": "7"}]
    assert main(["import", "b.json"]) == 0
    told = capsys.readouterr().out
    assert "! hai bên cùng sửa: Dân số (figure/dan_so): gốc trên 40.000 · ở đây 200 · trong tệp 7" in told
    assert "1 chỗ. Để nguyên 1 chỗ hai bên cùng sửa. Muốn lấy theo tệp, nhập lại với --replace." in told
    main(["show", "2020-2021", "figure"])
    assert "figure/so_khu 25" in " ".join(capsys.readouterr().out.split())


def test_a_deleted_year_comes_back_by_the_command_that_is_told(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dữ liệu").mkdir()
    monkeypatch.setenv("TTHTCD_DB", str(tmp_path / "dữ liệu" / "a.db"))
    main(["import", str(sample)])
    capsys.readouterr()
    assert main(["delete", "2020-2021", "--reason", "Nhập nhầm kỳ"]) == 0
    command = capsys.readouterr().out.split("Muốn lấy lại, gõ: tthtcd ")[1]
    main(["years"])
    assert "Chưa có báo cáo nào" in capsys.readouterr().out
    assert main(shlex.split(command)) == 0


def test_a_form_s_file_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    path = tmp_path / "mau.toml"
    path.write_text(text, encoding="utf-8")
    assert main(["forms", "--check", str(path)]) == 0
    assert capsys.readouterr().out.endswith("\nBiểu mẫu dùng được.\n")
    path.write_text(text.replace("{dan_so} người", "{dan_s} người", 1), encoding="utf-8")
    assert main(["forms", "--check", str(path)]) == 1
    assert capsys.readouterr().err == (
        "mau.toml · [section:dia_phuong] · paragraphs: liên kết “{dan_s}” không trỏ tới số liệu nào.\n"
    )
    assert main(["forms", "--add", str(path)]) == 3
    assert main(["forms", "--check", str(tmp_path / "thieu.toml")]) == 3
    assert capsys.readouterr().err.splitlines()[-1] == (
        f"Không có tệp “{tmp_path / 'thieu.toml'}”. Hãy kiểm tra lại đường dẫn."
    )


def test_hostile_text_reaches_no_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = json.loads(sample_bytes(SAMPLE_YEAR))
    tree["answers"]["report/signer"] = "\x1b[31m[/]{{ }}\x9b2J"
    tree["answers"]["figure/\x1b[2J"] = "1"
    path = tmp_path / "\x1b[1m.json"
    path.write_text(json.dumps(tree), encoding="utf-8")
    assert main(["summary", str(path)]) == 3
    del tree["answers"]["figure/\x1b[2J"]
    path.write_text(json.dumps(tree), encoding="utf-8")
    assert main(["summary", str(path)]) == 0
    assert main(["check", str(path)]) == 0
    assert main(["show", str(path)]) == 0
    said = "".join(capsys.readouterr())
    assert "\x1b" not in said
    assert "\x9b" not in said
    assert "[31m[/]{{ }}2J" in said


def test_an_argument_that_is_not_utf8_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["years", "--db", "\udcea"]) == 2
    assert "không phải UTF-8" in capsys.readouterr().err
