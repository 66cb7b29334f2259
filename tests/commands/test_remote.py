"""What may be asked of a shared server: a closed list, and for anything else a sentence."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.examples import at_most
from support.sample_database import sample_database
from support.stores import DOCX, JSON, finalise, staffed

from tthtcd_tui.cli import main
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.store import Store
from tthtcd_tui.tasks.demo import SAMPLE_YEAR, sample_bytes
from tthtcd_tui.tasks.transfer import given_file

Asked = Callable[..., tuple[int, bytes, str]]
KNOWN = ("export", "import", "put", "take-home", "bring-back", "submit", "summary", "check", "years", "comment")


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "o-nha").mkdir()
    monkeypatch.chdir(tmp_path / "o-nha")
    return sample_database(tmp_path)


@pytest.fixture
def ask(database: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Asked:
    """Asks as sshd does, with the key of canbo1; the exit code, what came out, what was said."""

    def asked(words: str, *options: str, typed: bytes = b"") -> tuple[int, bytes, str]:
        monkeypatch.setenv("SSH_ORIGINAL_COMMAND", words)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed)))
        capfdbinary.readouterr()
        code = main(["--user", "canbo1", "--db", str(database), *options])
        out, err = capfdbinary.readouterr()
        return code, out, err.decode()

    return asked


def local(capfdbinary: pytest.CaptureFixture[bytes], *words: str) -> bytes:
    capfdbinary.readouterr()
    assert main(list(words)) == 0
    return capfdbinary.readouterr().out


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--appendix", "activities", "--appendix", "comparison"],
        ["--format", "txt"],
        ["--format", "json"],
        ["--draft"],
        ["--format", "csv", "--table", "history"],
    ],
    ids=" ".join,
)
def test_an_export_is_the_bytes_of_a_local_one(
    ask: Asked, database: Path, options: list[str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    code, out, err = ask(f"export 2020-2021 {' '.join(options)}")
    assert (code, err) == (0, "")
    whole = options if "--format" in options else [*options, "--format", "docx"]
    assert out == local(capfdbinary, "export", "2020-2021", "-o", "-", *whole, "--db", str(database))


@pytest.mark.parametrize("words", ["summary 2020-2021", "check 2020-2021", "years", "summary '2020-2021'"])
def test_what_can_be_read_is_as_on_the_server(
    ask: Asked, database: Path, words: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    code, out, err = ask(words)
    assert (code, err) == (0, "")
    assert out == local(capfdbinary, *words.replace("'", "").split(), "--db", str(database))
    assert b"2020-2021" in out or b"0 " in out or "không có lỗi".encode() in out


def test_an_import_is_the_persons_own_change(
    ask: Asked, database: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    changed = sample_bytes(SAMPLE_YEAR).replace(b'"figure/so_khu": "24"', b'"figure/so_khu": "25"')
    code, _, err = ask("import -", typed=changed)
    assert code == 3
    assert "Thêm --replace" in err
    code, out, _ = ask("import - --dry-run", typed=changed)
    assert code == 0
    assert "figure/so_khu: 24 → 25".encode() in out
    assert ask("import - --replace", typed=changed)[0] == 0
    history = local(capfdbinary, "history", "2020-2021", "--json", "--limit", "1", "--db", str(database))
    assert [row["user"] for row in json.loads(history)] == ["canbo1"]


def test_a_final_report_is_handed_in(ask: Asked, database: Path, tmp_path: Path) -> None:
    code, out, err = ask("submit 2020-2021")
    assert (code, out) == (3, b"")
    assert "còn là dự thảo" in err
    staff = ["staff", "add", "canbo1", "--name", "Nguyễn Lan", "--role", "director"]
    assert main([*staff, "--db", str(database), "--user", "canbo1"]) == 0
    assert main(["finalise", "2020-2021", "--db", str(database), "--user", "canbo1"]) == 0
    code, out, err = ask("submit 2020-2021")
    assert (code, err) == (0, "")
    where = tmp_path / "ban-nop.zip"
    assert main(["submit", "2020-2021", "-o", str(where), "--db", str(database), "--user", "canbo1"]) == 0
    assert where.read_bytes() == out
    assert main(["submit", "2020-2021", "-o", str(where), "--db", str(database), "--user", "canbo1"]) == 3
    assert ask("submit 2020-2021 -o a.zip")[0] == 2
    code, whole, err = ask("submit 2020-2021 --whole")
    assert (code, whole != out) == (0, True)
    assert "Tệp mang theo dữ liệu cả năm: cả nhật ký, đối tác, ghi chú, lý do, điện thoại" in err


def test_a_file_is_put_into_ones_own_folder(ask: Asked, database: Path) -> None:
    code, out, err = ask("put 'Sổ tháng 9.csv'", typed=b"Ngay;Noi dung")
    assert (code, err) == (0, "")
    assert "Đã nhận Sổ tháng 9.csv" in out.decode()
    assert (database.parent / "nhap-vao" / "canbo1" / "Sổ tháng 9.csv").read_bytes() == b"Ngay;Noi dung"
    assert ask("put ../a.csv", typed=b"x")[0] == 3
    assert ask("put a.csv --user gd", typed=b"x")[0] == 2


def test_a_version_is_fetched_as_it_was_kept(ask: Asked, database: Path) -> None:
    store = Store(database)
    report = max(store.years.all(), key=lambda year: year.period.end).report_id
    staffed(store, Member("canbo1", "Nguyễn Thị Lan", Role.VIEWER))
    finalise(store, report)
    store.close()
    assert ask("export 2020-2021 --version 1") == (0, DOCX, "")
    assert ask("export 2020-2021 --version 1 --format json") == (0, JSON, "")
    assert ask("export 2020-2021") == (0, DOCX, "")
    assert ask("export 2020-2021 --version 2")[0] == 3
    assert ask("export 2020-2021 --version 1 --draft")[0] == 2


@pytest.mark.parametrize("words", ["years", "summary 2020-2021", "export 2020-2021", "import - --dry-run"])
def test_a_key_of_somebody_who_is_not_on_the_list_opens_nothing(ask: Asked, database: Path, words: str) -> None:
    store = Store(database)
    staffed(store)
    store.close()
    code, out, err = ask(words, typed=sample_bytes(SAMPLE_YEAR))
    assert (code, out) == (3, b"")
    assert "“canbo1” không có trong danh sách cán bộ" in err


def test_an_import_without_end_is_refused(ask: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(given_file, "LARGEST_PACKAGE", 1024 * 1024)
    code, _, err = ask("import -", typed=b" " * (1024 * 1024 + 1))
    assert code == 3
    assert "Đầu vào lớn hơn 1 MB" in err


@pytest.mark.parametrize(
    "words",
    [
        "sh",
        "bash -c id",
        "/usr/lib/openssh/sftp-server",
        "internal-sftp",
        "scp -t .",
        "rsync --server . .",
        "export",
        "export 2020-2021 -o a.docx",
        "export 2020-2021 --out=a.docx",
        "export 2020-2021 > a.docx",
        "export 2020-2021; id",
        "export 2020-2021 && id",
        "export 2020-2021 --force",
        "export 2020-2021 --user canbo2",
        "export 2020-2021 --db khac.db",
        "--user canbo2 export 2020-2021",
        "--db khac.db export 2020-2021",
        "export bao-cao.json",
        "summary bao-cao.JSON",
        "check ../../bao-cao.json",
        "export 2020-2021 --form khac.toml",
        "export 2020-2021 --format odt",
        "export 2020-2021 --table",
        "summary 2020-2021 --ascii",
        "years -o a.csv",
        "export 2020-2021 --dra",
        "import bao-cao.json",
        "import",
        "import - --user canbo2",
        "import -- bao-cao.json",
        "summary 2020-2021 --previous bao-cao.json",
        "set 2020-2021 figure/dan_so 1",
        "show 2020-2021",
        "delete 2020-2021",
        "centre remove mao-khe --yes",
        "demo",
        "forms --add khac.toml",
        "years --db khac.db",
        "years '",
        "--help",
        "tthtcd years",
        "\x1b[31mexport",
    ],
)
def test_everything_else_is_a_sentence_and_does_nothing(ask: Asked, database: Path, words: str) -> None:
    here = Path.cwd()
    (here / "bao-cao.json").write_bytes(sample_bytes(SAMPLE_YEAR))
    before = {path: path.read_bytes() for path in [*here.iterdir(), database]}
    code, out, err = ask(words)
    assert (code, out) == (2, b"")
    assert err.startswith("Không thực hiện: ")
    name = words.split(maxsplit=1)[0]
    assert (f"\n  Gõ: {name} " if name in KNOWN else "Máy chủ này chỉ nhận: export KỲ") in err
    assert "\x1b" not in err
    assert {path: path.read_bytes() for path in [*here.iterdir(), database]} == before


@settings(at_most(100), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([
    "export", "import", "summary", "check", "years", "2020-2021", "-", "--", "-o", "a.docx", "--draft", "--format",
    "json", "--user", "--db", "x.json", "'", "\\", ";", "--centre", "mao-khe", "",
]), max_size=6))  # fmt: skip
def test_whatever_the_words_no_file_is_made(ask: Asked, words: list[str]) -> None:
    code, _, err = ask(" ".join(words) or " ", typed=b"{}")
    assert code in (0, 1, 2, 3)
    assert "gặp lỗi" not in err
    assert list(Path.cwd().iterdir()) == []


def test_no_shell_reads_it(ask: Asked) -> None:
    code, out, err = ask("export '$(touch a.docx)'")
    assert (code, out) == (3, b"")
    assert "Chưa có báo cáo kỳ “$(touch a.docx)”" in err
    assert list(Path.cwd().iterdir()) == []


def test_a_centre_of_the_servers_choosing_is_the_only_one(ask: Asked, database: Path) -> None:
    assert main(["centre", "add", "an-sinh", "TTHTCĐ xã An Sinh", "--db", str(database)]) == 0
    code, _, err = ask("summary 2020-2021")
    assert code == 3
    assert "Thêm --centre" in err
    assert ask("summary 2020-2021 --centre mao-khe")[0] == 0
    assert ask("export 2020-2021", "--centre", "mao-khe")[0] == 0
    assert ask("years", "--centre", "an-sinh")[1].decode().startswith("Chưa có báo cáo nào")
    code, _, err = ask("summary 2020-2021 --centre mao-khe", "--centre", "an-sinh")
    assert code == 2
    assert "máy chủ đã chọn trung tâm an-sinh" in err
    assert ask("summary 2020-2021 --centre mao-khe", "--centre", "mao-khe")[0] == 0


def test_without_a_command_the_screens_are_opened(ask: Asked) -> None:
    code, _, err = ask("")
    assert code == 2
    assert "Màn hình nhập liệu cần một cửa sổ dòng lệnh" in err


def test_a_command_of_the_administrators_own_is_not_replaced(
    database: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SSH_ORIGINAL_COMMAND", "tthtcd centre list")
    assert main(["centre", "list", "--db", str(database)]) == 0
    assert capsys.readouterr().out.startswith("mao-khe")


def test_what_the_program_makes_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "kho" / "tthtcd.db"
    assert main(["centre", "add", "mao-khe", "TTHTCĐ phường Mạo Khê", "--db", str(path)]) == 0
    assert main(["demo", "--out", str(tmp_path / "mau"), "--no-screens"]) == 0
    made = [path.parent, *path.parent.iterdir(), tmp_path / "mau", *(tmp_path / "mau").iterdir()]
    assert {oct(found.stat().st_mode & 0o077) for found in made} == {"0o0"}


def test_an_import_goes_only_into_a_centre_that_is_there(ask: Asked, database: Path) -> None:
    """A mistyped code would make a twin of the centre, which nobody can take away again."""
    mistyped = sample_bytes(SAMPLE_YEAR).replace(b'"code": "mao-khe"', b'"code": "mao-khee"')
    for words in ("import -", "import - --dry-run", "import - --replace"):
        code, out, err = ask(words, typed=mistyped)
        assert (code, out) == (3, b"")
        assert "Có phải bạn định gõ “mao-khe”?" in err
    store = Store(database)
    assert [centre.code for centre in store.centres.all()] == ["mao-khe"]
    store.close()


def test_what_is_refused_advises_what_the_key_may_do(
    ask: Asked, database: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert "Gửi tệp lên bằng: ssh … import - < tệp.json" in ask("import bao-cao.json")[2]
    monkeypatch.setenv("SSH_ORIGINAL_COMMAND", "")
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")
    capfdbinary.readouterr()
    assert main(["--user", "canbo1", "--db", str(database)]) == 2
    said = capfdbinary.readouterr().err.decode()
    assert "thêm -t sau ssh" in said
    assert "export KỲ" in said
    assert "tthtcd --help" not in said


def test_a_year_is_taken_home_and_brought_back(
    ask: Asked, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """What comes out is the file, and nothing else; what goes in is merged, and told place by place."""
    code, along, err = ask("take-home 2020-2021")
    assert (code, err) == (0, "")
    (tmp_path / "o-nha" / "mang-theo.json").write_bytes(along)
    home = ("--db", str(tmp_path / "nha.db"))
    local(capfdbinary, "bring-back", "mang-theo.json", *home)
    local(capfdbinary, "set", "2020-2021", "figure/dan_so", "41000", *home)
    back = local(capfdbinary, "take-home", "2020-2021", "-o", "-", *home)
    code, out, _ = ask("bring-back -", typed=back)
    assert (code, "Dân số: " in out.decode(), "→ 41.000" in out.decode()) == (0, True, True)
    assert "Đã đem về 1 chỗ" in out.decode()
    assert ask("bring-back mang-theo.json")[2].startswith("Không thực hiện: máy chủ không đọc tên tệp.")
