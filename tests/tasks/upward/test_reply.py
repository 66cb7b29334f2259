"""There and back by mail: a centre hands in, the superior sends it back or approves it, the centre is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support.mailed import post
from support.stores import CLERK, DIRECTOR, VIEWER, staffed

from tthtcd_tui.errors import CannotFinalise, FileExists, NoSuchCentre, NotAllowed, NotTheReport
from tthtcd_tui.models.catalogue import Year
from tthtcd_tui.models.store import Store
from tthtcd_tui.models.submissions import Standing
from tthtcd_tui.register.register import Register
from tthtcd_tui.register.standing import standing
from tthtcd_tui.report.carried import Carry
from tthtcd_tui.report.reply import Reply, ReplyKind
from tthtcd_tui.report.rollup.rollup import State
from tthtcd_tui.tasks.demo import load_samples
from tthtcd_tui.tasks.session.show_history import history
from tthtcd_tui.tasks.upward.answered import reply_in, take_reply
from tthtcd_tui.tasks.upward.receive import receive
from tthtcd_tui.tasks.upward.reply import Verdict, answer
from tthtcd_tui.tasks.upward.rollup import Wanted, from_register, roll_up, who_is_in
from tthtcd_tui.tasks.upward.submit import hand_in
from tthtcd_tui.tasks.years.finalise import finalise, reopen

OFFICE = "Sở Giáo dục và Đào tạo"
WRONG = Verdict(ReplyKind.RETURNED, "Số lượt không khớp", OFFICE)
RIGHT = Verdict(ReplyKind.APPROVED, "", OFFICE)


class Both:
    """A centre and the body above it, and the mail between them."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store, self.folder = store, folder
        self.register = Register(folder / "tiep-nhan")
        self.report_id = load_samples(store).report_id
        staffed(store)
        finalise(store, self.year, DIRECTOR)

    @property
    def year(self) -> Year:
        found = self.store.years.get(self.report_id)
        assert found is not None
        return found

    def send(self, carry: Carry = Carry.PRINTED) -> None:
        file = post(self.folder / "den", "ban-nop.zip", hand_in(self.store, self.year, CLERK, carry).data)
        assert [each.reason for each in receive(self.register, [file], "so", date(2021, 6, 10))] == [""]

    def answer(self, verdict: Verdict, unit: str = "mao-khe", name: str = "tra-lai.json") -> Reply:
        return answer(self.register, self.year.period, unit, verdict, "so", self.folder / name, overwrite=True)

    def take(self, user: str = CLERK) -> bool:
        data = reply_in(self.folder / "tra-lai.json")
        assert data is not None
        return take_reply(self.store, data, user).is_new

    @property
    def told(self) -> Standing:
        return self.store.submissions.standing(self.report_id)

    @property
    def state(self) -> State:
        [line] = who_is_in(self.register, from_register(self.register, self.year.period), Wanted())
        return line.state


@pytest.fixture
def both(store: Store, tmp_path: Path) -> Both:
    return Both(store, tmp_path)


def test_sent_back_set_right_and_approved(both: Both) -> None:
    both.send()
    both.answer(WRONG)
    assert both.state is State.RETURNED
    assert both.take()
    assert not both.take()  # mailed twice
    assert both.told == Standing(1, f"{OFFICE}: Số lượt không khớp")
    reopen(both.store, both.year, DIRECTOR, "Cấp trên trả lại")
    assert both.told.returned  # until it is handed in anew
    finalise(both.store, both.year, DIRECTOR)
    both.send()
    assert (both.told, both.state) == (Standing(2), State.IN)
    both.answer(RIGHT)
    assert both.take()
    assert (both.told, both.state) == (Standing(2, "", OFFICE), State.APPROVED)
    [line, *_] = history(both.store, both.year, None, 1)
    assert (line.user, line.label, line.after) == (CLERK, "Cấp trên duyệt", OFFICE)


def test_what_was_sent_back_is_not_added_up(both: Both) -> None:
    both.send()
    both.answer(WRONG)
    made = roll_up(both.register, from_register(both.register, both.year.period), Wanted())
    assert (made.communes, [line.reason for line in made.lines]) == ((), ["Số lượt không khớp"])


def test_what_was_sent_back_stays_so_when_all_its_data_come(both: Both) -> None:
    both.send()
    both.answer(WRONG)
    both.send(Carry.ALL)
    assert both.state == State.RETURNED.value
    both.answer(RIGHT)  # of the whole one, which counts now
    assert both.state == State.APPROVED.value
    assert both.take()
    assert both.told == Standing(1, "", OFFICE)


def test_sending_back_takes_a_reason_and_a_file_that_can_be_written(both: Both) -> None:
    both.send()
    with pytest.raises(CannotFinalise, match="phải có lý do"):
        both.answer(Verdict(ReplyKind.RETURNED, " ", OFFICE))
    post(both.folder, "co-roi.json", b"x")
    with pytest.raises(FileExists):
        answer(both.register, both.year.period, "mao-khe", WRONG, "so", both.folder / "co-roi.json")
    assert standing(both.register, both.year.period).answers == {}


def test_a_unit_is_named_as_it_is_listed(both: Both) -> None:
    both.send()
    for typed in ("mao-khe", "phường Mạo Khê", "TTHTCĐ phuong mao khe"):
        assert both.answer(RIGHT, typed).centre == "mao-khe"
    with pytest.raises(NoSuchCentre, match="Có phải bạn định gõ “mao-khe”"):
        both.answer(RIGHT, "mao-khee")


def test_a_reply_to_an_older_version_is_told_and_not_kept(both: Both) -> None:
    both.send()
    both.answer(WRONG)
    reopen(both.store, both.year, DIRECTOR, "Sai")
    finalise(both.store, both.year, DIRECTOR)
    with pytest.raises(NotTheReport, match="về bản chốt 1"):
        both.take()
    assert both.told == Standing(1)


def test_a_reply_to_another_file_is_refused(both: Both) -> None:
    both.send()
    both.answer(WRONG)
    file = both.folder / "tra-lai.json"
    text = file.read_text("utf-8")
    file.write_text(text.replace('"submission": "', '"submission": "0'), encoding="utf-8")
    with pytest.raises(NotTheReport, match="mã kiểm tra khác nhau"):
        both.take()
    file.write_text(text.replace('"centre": "mao-khe"', '"centre": "tan-hoa"'), encoding="utf-8")
    with pytest.raises(NotTheReport, match="Ở đây không có báo cáo 2020-2021"):
        both.take()
    assert both.told == Standing(1)


def test_who_may_only_look_takes_no_reply(both: Both) -> None:
    both.send()
    both.answer(WRONG)
    with pytest.raises(NotAllowed):
        both.take(VIEWER)
