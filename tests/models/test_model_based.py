"""Several people on one report, each over a line that may drop at any moment, against the same in plain Python."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from itertools import count
from pathlib import Path

import apsw
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from support.any_edits import EDITS
from support.examples import at_most
from support.forms import shipped
from support.plain_model import PlainReport
from support.replay import assert_audit_tells_all
from support.stores import facts, sql

from tthtcd_tui.errors import CannotEdit, CannotFinalise, CannotUndo, NotAllowed, ReportFinal, StoreProblem
from tthtcd_tui.models.people.staff import Member
from tthtcd_tui.models.roles import Role
from tthtcd_tui.models.storage.address import Location
from tthtcd_tui.models.store import Store, new_op_id
from tthtcd_tui.models.versions import Files
from tthtcd_tui.models.writing import Applied, Conflicted, Outcome
from tthtcd_tui.report.activity import LogSum
from tthtcd_tui.report.change import Change, Edit
from tthtcd_tui.report.status import Status
from tthtcd_tui.text.periods import Period

ROLES = {"lan": Role.CLERK, "minh": Role.CLERK, "Bích Hà": Role.DIRECTOR, "khách": Role.VIEWER}
USERS = st.sampled_from(list(ROLES))
WRITERS = st.sampled_from([user for user, role in ROLES.items() if role is not Role.VIEWER])
FILES = st.binary(max_size=40)


class Sent:
    """A Change that somebody made, on the revision they saw, and whether it has changed anything."""

    def __init__(self, edits: list[Edit], base: int) -> None:
        self.change = Change(new_op_id(), tuple(edits))
        self.base = base
        self.is_done = False


class People(RuleBasedStateMachine):
    """Each sees the report as it was a while ago, through a connection of their own."""

    def __init__(self, path: Location, report_id: int) -> None:
        super().__init__()
        self.path = path
        self.report = report_id
        self.lines = {user: Store(path, user) for user in ROLES}
        self.watcher = Store(path)
        self.plain = PlainReport(facts(self.watcher, report_id))
        self.sent: list[Sent] = []

    # -- what people do -----------------------------------------------------------------------------------------------

    @rule(user=USERS, edits=EDITS, behind=st.integers(0, 4))
    def change(self, user: str, edits: list[Edit], behind: int) -> None:
        self._send(user, self._made(edits, behind))

    @precondition(lambda self: self.sent)
    @rule(user=USERS, data=st.data())
    def send_again(self, user: str, data: st.DataObject) -> None:
        self._send(user, data.draw(st.sampled_from(self.sent)))

    @rule(user=USERS)
    def undo(self, user: str) -> None:
        self._turn(user, self.lines[user].steps.undo, self.plain.undo)

    @rule(user=USERS)
    def redo(self, user: str) -> None:
        self._turn(user, self.lines[user].steps.redo, self.plain.redo)

    @rule(user=USERS, docx=FILES, json=FILES, behind=st.sampled_from([0, 0, 0, 1]))
    def finalise(self, user: str, docx: bytes, json: bytes, behind: int) -> None:
        seen, late = self.plain.revision - behind, CannotFinalise if behind else None
        refusal = self._refusal(user, Role.DIRECTOR, ReportFinal if self.plain.is_final else late)
        if self._does(lambda: self.lines[user].versions.finalise(self.report, seen, user, docx, json), refusal):
            self.plain.finalise(docx, json)

    @rule(user=USERS, reason=st.sampled_from(["Sửa dân số", "Sửa dân số", ""]))
    def reopen(self, user: str, reason: str) -> None:
        needless = None if self.plain.is_final and reason else CannotFinalise
        refusal = self._refusal(user, Role.DIRECTOR, needless)
        if self._does(lambda: self.lines[user].versions.reopen(self.report, user, reason), refusal):
            self.plain.reopen()

    # -- and what happens to their lines ------------------------------------------------------------------------------

    @rule(user=USERS)
    def leave_and_come_back(self, user: str) -> None:
        self.lines[user].close()
        self.lines[user] = Store(self.path, user)

    @rule(user=WRITERS, edits=EDITS)
    def drop_before_it_is_saved(self, user: str, edits: list[Edit]) -> None:
        """The process is gone in the middle of the transaction: nothing of it is there."""
        made = self._made(edits, 0)
        with self._cut(user) as line:
            line.apply(self.report, made.change, made.base, user)

    @precondition(lambda self: not self.plain.is_final)
    @rule(docx=FILES, json=FILES)
    def drop_before_it_is_final(self, docx: bytes, json: bytes) -> None:
        with self._cut("Bích Hà") as line:
            line.versions.finalise(self.report, self.plain.revision, "Bích Hà", docx, json)

    @rule(user=WRITERS, edits=EDITS, behind=st.integers(0, 2))
    def drop_before_it_is_told(self, user: str, edits: list[Edit], behind: int) -> None:
        """It is saved, or refused; the answer never arrives, and the same is sent again over a new line."""
        made = self._made(edits, behind)
        self._send(user, made)
        cut(self.lines[user])
        self.lines[user] = Store(self.path, user)
        self._send(user, made)

    @contextmanager
    def _cut(self, user: str) -> Iterator[Store]:
        """What is done within is in a transaction that never ends. The next line is a new one."""
        line = self.lines[user]
        with suppress(StoreProblem, apsw.Error), line.together():  # what the dead process would have seen of it
            try:
                yield line
            finally:
                cut(line)
        self.lines[user] = Store(self.path, user)

    # -- what plain Python says of it ---------------------------------------------------------------------------------

    def _made(self, edits: list[Edit], behind: int) -> Sent:
        return Sent(edits, max(0, self.plain.revision - behind))

    def _send(self, user: str, sent: Sent) -> None:
        line = self.lines[user]

        def send() -> Outcome:
            return line.apply(self.report, sent.change, sent.base, user)

        if sent.is_done:  # whoever sends it, whatever has become of the report since
            assert send() == Applied(self.plain.revision)
            return
        before, refusal = self.plain.revision, self._refusal(user, Role.CLERK, self._final)
        expected = set() if refusal else self.plain.apply(sent.change.edits, sent.base, user)
        if refusal or expected is None:
            with pytest.raises(refusal or CannotEdit):
                send()
            return
        outcome = send()
        if expected:
            assert isinstance(outcome, Conflicted), outcome
            assert {conflict.place for conflict in outcome.conflicts} == expected
            assert all(conflict.theirs == self.plain.at(conflict.place) for conflict in outcome.conflicts)
            assert outcome.revision == self.plain.revision
        else:
            assert outcome == Applied(self.plain.revision)
            sent.is_done = self.plain.revision > before
            self.sent.append(sent)

    def _turn(self, user: str, turn: Callable[[int, str], Change], plainly: Callable[[str], bool]) -> None:
        refusal = self._refusal(user, Role.CLERK, self._final)
        refusal = refusal or (None if plainly(user) else CannotUndo)
        self._does(lambda: turn(self.report, user), refusal)

    @property
    def _final(self) -> type[StoreProblem] | None:
        return ReportFinal if self.plain.is_final else None

    def _refusal(self, user: str, needed: Role, otherwise: type[StoreProblem] | None) -> type[StoreProblem] | None:
        """Why something is refused: for want of a role, else as `otherwise` says."""
        order = [Role.VIEWER, Role.CLERK, Role.DIRECTOR]
        return NotAllowed if order.index(ROLES[user]) < order.index(needed) else otherwise

    def _does(self, call: Callable[[], object], refusal: type[StoreProblem] | None) -> bool:
        """Makes the call; whether it was done, and not refused as it should be."""
        if refusal is None:
            call()
            return True
        with pytest.raises(refusal):
            call()
        return False

    @invariant()
    def the_same(self) -> None:
        snapshot, log = self.watcher.snapshot_with_log(self.report)
        assert snapshot.revision == self.plain.revision
        assert snapshot.facts == self.plain.now
        assert log == self.plain.log
        assert snapshot.status is (Status.FINAL if self.plain.is_final else Status.DRAFT)
        for number, files in enumerate(self.plain.versions, 1):
            assert self.watcher.versions.files(self.report, number) == Files(*files, shipped().text)
        assert len(self.watcher.versions.of(self.report)) == len(self.plain.versions)

    def teardown(self) -> None:
        assert_audit_tells_all(self.watcher, self.report)
        plain = sql(
            self.path,
            "SELECT category, count(*), sum(classes), sum(participations) FROM activity WHERE report_id = ? GROUP BY 1",
            [self.report],
        )
        assert dict(self.plain.now.log) == {category: LogSum(*rest) for category, *rest in plain}
        for line in (*self.lines.values(), self.watcher):
            line.close()


def cut(line: Store) -> None:
    """The connection is closed under the store's feet, as when its process is killed: what is not committed is gone."""
    connection = line._database.connection()
    connection.close(*([True] if isinstance(line.place, Path) else []))


def rows(path: Location) -> set[tuple[object, ...]]:
    tables = ("audit_change", "audit_entry", "audit_block", "report_version")
    return {(table, *row) for table in tables for row in sql(path, f"SELECT * FROM {table}")}


@pytest.mark.hypothesis  # so that it runs at length with the others
def test_whatever_people_do_and_whenever_lines_drop_it_is_as_in_plain_python(store: Store, path: Location) -> None:
    centre = store.centres.add("mao-khe", "TTHTCĐ phường Mạo Khê")
    store.user = "Bích Hà"
    for user, role in sorted(ROLES.items(), key=lambda item: item[1] is not Role.DIRECTOR):
        store.staff.add(Member(user, user, role))
    written: set[tuple[object, ...]] = set()
    names = count(1)

    def machine() -> People:
        nonlocal written
        # What was in the audit and in the versions before is there still, to the letter.
        before, written = written, rows(path)
        assert before <= written
        period = Period.custom(date(2021, 1, 1), date(2021, 6, 30), f"lần {next(names)}")
        return People(path, store.years.add(centre, shipped(), period))

    run_state_machine_as_test(
        machine,  # type: ignore[arg-type]  # any callable will do, says its documentation
        settings=settings(
            at_most(30),
            stateful_step_count=25,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],  # 25 steps can be read as they are
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert next(names) > at_most(30).max_examples
