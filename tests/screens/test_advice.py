"""What a screen tells of a problem, in a line."""

from __future__ import annotations

from tthtcd_tui.errors import CodecProblem, TaskProblem
from tthtcd_tui.screens.advice import advised


def test_of_a_file_with_something_wrong_in_it_what_that_is() -> None:
    assert advised(CodecProblem(["Dòng 3: sai."], "“a.json”")) == "“a.json” không dùng được: Dòng 3: sai."
    several = CodecProblem(["Dòng 3: sai.", "Dòng 5: sai.", "Dòng 7: sai."], "“a.json”")
    assert advised(several) == "“a.json” không dùng được: Dòng 3: sai. (còn 2 lỗi nữa)"


def test_details_that_the_message_does_not_lead_to_are_not_for_a_line() -> None:
    assert advised(TaskProblem("Chưa nhập được.", ["một", "hai"])) == "Chưa nhập được."
