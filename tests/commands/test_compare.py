"""`--compare`: which years a report is compared with, for once."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tthtcd_tui.cli import main

Told = pytest.CaptureFixture[str]
FIRST, LAST = 2018, 2023


@pytest.fixture(autouse=True)
def years(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told) -> None:
    """Six school years."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TTHTCD_DB", str(tmp_path / "a.db"))
    main(["centre", "add", "moi", "TTHTCĐ xã Mới"])
    for first in range(FIRST, LAST + 1):
        main(["new", label(first)])
        main(["set", label(first), "results/phap_luat/classes", str(first)])
    capsys.readouterr()


def label(first: int) -> str:
    return f"{first}-{first + 1}"


def compared(capsys: Told, *options: str) -> list[str]:
    assert main(["summary", label(LAST), "--json", *options]) == 0
    found: list[str] = json.loads(capsys.readouterr().out)["compared"]["years"]
    return found


def test_the_newest_four_unless_others_are_named(capsys: Told) -> None:
    assert compared(capsys) == [label(first) for first in range(LAST - 4, LAST + 1)]
    assert compared(capsys, "--compare", "2018-2019, 20-21") == ["2018-2019", "2020-2021", "2023-2024"]


def test_what_the_report_chose_counts_until_others_are_named(capsys: Told) -> None:
    assert main(["set", label(LAST), "report/compared", "2018-2019; 2019-2020"]) == 0
    capsys.readouterr()
    assert compared(capsys) == ["2018-2019", "2019-2020", "2023-2024"]
    assert compared(capsys, "--compare", "2022-2023") == ["2022-2023", "2023-2024"]


def test_a_year_that_was_chosen_and_is_gone_is_told(capsys: Told) -> None:
    main(["set", label(LAST), "report/compared", "2018-2019; 2010-2011"])
    capsys.readouterr()
    main(["summary", label(LAST), "--json"])
    told = json.loads(capsys.readouterr().out)["compared"]["moved"]
    assert told == ["Không có báo cáo để so với 2010-2011: chọn lại các năm so sánh."]


def test_what_names_no_period_is_not_chosen(capsys: Told) -> None:
    assert main(["set", label(LAST), "report/compared", "18-19; 31/2"]) == 3
    assert "Các năm so sánh" in (told := capsys.readouterr().err)
    assert "“31/2” không phải kỳ báo cáo. Hãy gõ năm học" in told
    assert main(["set", label(LAST), "report/compared", "18-19; năm học 2018-2019"]) == 0
    capsys.readouterr()
    assert compared(capsys) == ["2018-2019", "2023-2024"]


def test_the_appendix_has_the_years_that_are_named() -> None:
    asked = ["export", label(LAST), "-o", "a.docx", "--draft", "--appendix", "comparison", "--plain"]
    assert main([*asked, "--compare", "2018-2019,2019-2020"]) == 0
    document = zipfile.ZipFile("a.docx").read("word/document.xml").decode()
    assert "2018-2019" in document
    assert "2022-2023" not in document


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("2011-2012", "Không so được với kỳ “2011-2012”. Các kỳ so được: 2022-2023, 2021-2022"),
        ("2023-2024", "Không so được với kỳ “2023-2024”."),
        ("18-19,19-20,20-21,21-22,22-23", "từ một đến 4 kỳ"),
        (",", "từ một đến 4 kỳ"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(asked: str, told: str, capsys: Told) -> None:
    assert main(["summary", label(LAST), "--compare", asked]) == 3
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--short"], ["--previous", "2022-2023"]])
def test_it_stands_alone(options: list[str], capsys: Told) -> None:
    assert main(["summary", label(LAST), "--compare", "2022-2023", *options]) == 2
    assert "--compare dùng cho báo cáo trong tệp dữ liệu" in capsys.readouterr().err


def test_over_ssh_too(monkeypatch: pytest.MonkeyPatch, capsys: Told) -> None:
    monkeypatch.setenv("SSH_ORIGINAL_COMMAND", f"summary {label(LAST)} --compare 2018-2019,2019-2020")
    assert main([]) == 0
    assert "2018-2019" in capsys.readouterr().out
