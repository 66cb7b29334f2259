"""What the command line adds to a problem: commands and options that there are."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping

import pytest

from tthtcd_tui.cli import build_parser
from tthtcd_tui.commands.advice import HERE, REMEDIES, SERVED, told
from tthtcd_tui.commands.remote import _closed
from tthtcd_tui.errors import (
    FileExists,
    ManyCentres,
    NoReport,
    NoSuchPlace,
    NothingSaved,
    NotIssued,
    UserProblem,
    WrongCell,
)
from tthtcd_tui.report.finding import Finding, Severity, Tally
from tthtcd_tui.report.place import Place

_ERROR = Finding("rule", Severity.ERROR, Place("figure/dan_so"), "sai.")
_COUNTED = Tally.of([_ERROR]).words()


def commands_of(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """The parser of every command, those of a command's own among them."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from commands_of(below)


def options_of(parser: argparse.ArgumentParser) -> set[str]:
    return {option for each in commands_of(parser) for option in each._option_string_actions}


@pytest.mark.parametrize("sentence", [*HERE.values(), *SERVED.values(), *REMEDIES.values()])
def test_what_is_named_is_there(sentence: str) -> None:
    parsers = {each.prog for each in commands_of(build_parser())}
    for command in re.findall(r"“(tthtcd [a-z]+(?: add| edit| list)?)", sentence):
        assert command in parsers
    assert set(re.findall(r"--[a-z-]+", sentence)) <= options_of(build_parser())


@pytest.mark.parametrize("sentence", SERVED.values())
def test_over_ssh_only_the_closed_list_is_named(sentence: str) -> None:
    assert "tthtcd" not in sentence
    assert set(re.findall(r"--[a-z-]+", sentence)) <= options_of(_closed())


@pytest.mark.parametrize("table", [HERE, SERVED])
def test_every_sentence_is_one(table: Mapping[type[UserProblem], str]) -> None:
    assert all(sentence.endswith(".") for sentence in table.values())


def test_it_stands_behind_the_sentence_or_below_what_is_listed() -> None:
    exists = FileExists("Đã có tệp “a.docx”. Hãy chọn tên khác.")
    assert told(exists) == ["Đã có tệp “a.docx”. Hãy chọn tên khác. Muốn ghi đè tệp đó, thêm --force."]
    first, listed, last = told(NotIssued(_COUNTED, [_ERROR]))
    assert (first, listed) == (
        "Chưa xuất được: báo cáo còn 1 lỗi. Hãy nhập, sửa các chỗ dưới đây.",
        "figure/dan_so: sai.",
    )
    assert "--draft" in last


def test_it_says_what_the_problem_holds() -> None:
    missing = NoReport("Chưa có báo cáo kỳ “2021-2022”.", "2021-2022", [])
    assert told(missing)[0].endswith(" Gõ “tthtcd new 2021-2022” để tạo.")


def test_of_several_causes_the_first_that_something_can_be_done_about() -> None:
    wrong = NothingSaved("Chưa lưu:", [WrongCell("Dân số", "figure/dan_so", "sai."), NoSuchPlace("Không có chỗ x.")])
    assert told(wrong)[-1] == "Gõ “tthtcd show KỲ” để xem các chỗ."
    assert told(NothingSaved("Chưa lưu:", wrong.causes[:1])) == ["Chưa lưu:", "Dân số (figure/dan_so): sai."]


def test_over_ssh_it_is_what_the_key_may_do() -> None:
    assert told(FileExists("Đã có tệp."), is_served=True) == ["Đã có tệp."]
    assert told(NotIssued(_COUNTED, [_ERROR]), is_served=True) == told(NotIssued(_COUNTED, [_ERROR]))
    assert told(ManyCentres("Có nhiều trung tâm.", ["a", "b"]), is_served=True)[-1] == "Thêm --centre MÃ vào lệnh."
