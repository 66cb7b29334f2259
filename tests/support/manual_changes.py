"""Changes made behind the program's back, as statements of SQL, and what somebody changes there once more."""

from __future__ import annotations

from typing import Final

CHANGES: Final = {
    "a figure": "UPDATE figure SET number = '7' WHERE key = 'so_ho' AND report_id = 1",
    "a figure taken away": "DELETE FROM figure WHERE key = 'so_ho' AND report_id = 1",
    "a figure nobody typed": "UPDATE figure SET text = number, number = NULL WHERE key = 'dan_so' AND report_id = 1",
    "a qualifier": "UPDATE figure SET qualifier = NULL WHERE key = 'dan_so'",
    "a paragraph": "UPDATE narrative SET text = text || '.' WHERE id = 1",
    "a name at the head": "UPDATE report SET signer = 'Ai đó' WHERE id = 1",
    "a member of the board": "UPDATE board_member SET name = 'Ai đó' WHERE id = 1",
    "an activity": "UPDATE activity SET participations = participations + 1 WHERE id = 1",
    "an activity taken away": "DELETE FROM activity WHERE id = 1",
    "what the log is searched by": "UPDATE activity SET search = 'x' WHERE id = 1",
    "the period": "UPDATE report SET period_label = '2030-2031' WHERE id = 1",
    "the centre's name": "UPDATE centre SET name = 'Khác'",
    "what centres are found by": "UPDATE centre SET search = 'x'",
    "another centre": "INSERT INTO centre (code, name) VALUES ('la', 'Lạ')",
    "the form": "UPDATE form_text SET toml = toml || '#'",
    "the form's version": "UPDATE form_text SET version = version + 7",
    "whether it is final": "UPDATE report SET status = 'draft' WHERE status = 'final'",
    "a revision": "UPDATE report SET revision = revision + 1 WHERE id = 1",
    "who changed it": "UPDATE audit_change SET user = 'minh' WHERE id = 1",
    "when": "UPDATE audit_change SET at = '2020-01-01T00:00:00.000000Z' WHERE id = 1",
    "what stood there before": "UPDATE audit_entry SET before = '\"1\"' WHERE id = 2",
    "what a block holds": "UPDATE audit_block SET data = (SELECT data FROM audit_block WHERE change_id = 2)"
    " WHERE change_id = 1",
    "a block that cannot be read": "UPDATE audit_block SET data = x'00' WHERE change_id = 1",
    "of which report a block is": "UPDATE audit_block SET report_id = 3 - report_id WHERE change_id = 1",
    "a block taken away": "DELETE FROM audit_block WHERE change_id = 1",
    "of which report": "UPDATE audit_entry SET report_id = 3 - report_id WHERE id = 2",
    "the last change of all": (
        "DELETE FROM audit_entry WHERE change_id = (SELECT MAX(id) FROM audit_change);"
        "DELETE FROM audit_change WHERE id = (SELECT MAX(id) FROM audit_change)"
    ),
    "a kept file": "UPDATE report_version SET docx = CAST(docx || 'x' AS BLOB)",
    "a kept file and its hash": "UPDATE report_version SET json = x'7b7d', json_sha256 = "
    "'44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'",
    "who finalised": "UPDATE report_version SET user = 'lan'",
    "a role": "UPDATE staff SET role = 'director' WHERE login = 'lan'",
    "a name on the list": "UPDATE staff SET name = 'Ai đó' WHERE login = 'lan'",
    "somebody put on the list": "INSERT INTO staff (login, name, role) VALUES ('la', 'Lạ', 'director')",
    "somebody taken off it": "DELETE FROM staff WHERE login = 'lan'",
    "the list's history": "UPDATE staff_change SET role_after = 'viewer' WHERE login = 'lan'",
    "a line of it taken away": "DELETE FROM staff_change WHERE login = 'lan'",
    "a login": "UPDATE person SET login = 'lan2' WHERE login = 'lan'",
    "the ledger": "UPDATE ledger SET at = '2020-01-01T00:00:00.000000Z' WHERE id = 2",
    "the ledger's last line": "DELETE FROM ledger WHERE id = (SELECT MAX(id) FROM ledger)",
    "a trigger": 'CREATE TRIGGER "la" AFTER INSERT ON figure BEGIN SELECT 1; END',
    "a table": "CREATE TABLE la (x)",
    "the version of the schema": "PRAGMA user_version = 3",
    "numbers of reports": "UPDATE sqlite_sequence SET seq = 0 WHERE name = 'report'",
}
"""Each is found by the deep reading."""
UNUSABLE: Final = frozenset(
    {
        "a block that cannot be read",
        "a figure nobody typed",
        "the period",
        "the form",
        "a kept file",
        "a kept file and its hash",
        "the version of the schema",
    }
)
"""Those of which something is left that the program cannot read, or keep: no one's word helps."""
FURTHER: Final = {
    "a figure": "UPDATE figure SET number = '8' WHERE key = 'so_ho' AND report_id = 1",
    "a figure taken away": "INSERT INTO figure (report_id, key, number) VALUES (1, 'so_ho', '9870')",
    "a qualifier": "UPDATE figure SET qualifier = 'gần' WHERE key = 'dan_so'",
    "a paragraph": "UPDATE narrative SET text = text || '.' WHERE id = 1",
    "a name at the head": "UPDATE report SET signer = 'Ai khác' WHERE id = 1",
    "a member of the board": "UPDATE board_member SET name = 'Ai khác' WHERE id = 1",
    "an activity": "UPDATE activity SET participations = participations - 1 WHERE id = 1",
    "an activity taken away": "DELETE FROM activity WHERE id = 2",
    "what the log is searched by": "UPDATE activity SET search = 'y' WHERE id = 1",
    "the centre's name": "UPDATE centre SET name = 'Khác nữa'",
    "what centres are found by": "UPDATE centre SET search = 'y'",
    "another centre": "DELETE FROM centre WHERE code = 'la'",
    "the form's version": "UPDATE form_text SET version = version - 7",
    "whether it is final": "UPDATE report SET status = 'final'",
    "a revision": "UPDATE report SET revision = revision + 1 WHERE id = 1",
    "who changed it": "UPDATE audit_change SET user = 'lan' WHERE id = 1",
    "when": "UPDATE audit_change SET at = '2020-01-02T00:00:00.000000Z' WHERE id = 1",
    "what stood there before": "UPDATE audit_entry SET before = '\"2\"' WHERE id = 2",
    "what a block holds": "DELETE FROM audit_block WHERE change_id = 1",
    "of which report a block is": "DELETE FROM audit_block WHERE change_id = 1",
    "a block taken away": "DELETE FROM audit_block WHERE change_id = 2",
    "of which report": "UPDATE audit_entry SET report_id = 3 - report_id WHERE id = 3",
    "the last change of all": (
        "DELETE FROM audit_entry WHERE change_id = (SELECT MAX(id) FROM audit_change);"
        "DELETE FROM audit_change WHERE id = (SELECT MAX(id) FROM audit_change)"
    ),
    "who finalised": "UPDATE report_version SET user = 'xem'",
    "a role": "UPDATE staff SET role = 'clerk' WHERE login = 'lan'",
    "a name on the list": "UPDATE staff SET name = 'Ai khác' WHERE login = 'lan'",
    "somebody put on the list": "UPDATE staff SET role = 'viewer' WHERE login = 'la'",
    "somebody taken off it": "INSERT INTO staff (login, name, role) VALUES ('lan', 'Nguyễn Thị Lan', 'clerk')",
    "the list's history": "UPDATE staff_change SET role_after = 'director' WHERE login = 'lan'",
    "a line of it taken away": "DELETE FROM staff_change WHERE login = 'xem'",
    "a login": "UPDATE person SET login = 'lan3' WHERE login = 'lan2'",
    "the ledger": "UPDATE ledger SET at = '2020-01-02T00:00:00.000000Z' WHERE id = 2",
    "the ledger's last line": "DELETE FROM ledger WHERE id = (SELECT MAX(id) FROM ledger)",
    "a trigger": 'CREATE TRIGGER "khac" AFTER INSERT ON figure BEGIN SELECT 1; END',
    "a table": "DROP TABLE la",
    "numbers of reports": "UPDATE sqlite_sequence SET seq = 1 WHERE name = 'report'",
}
"""What somebody changes after the change of that name was accepted: often back to what was there before."""
