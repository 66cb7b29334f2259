"""What makes each version of the schema out of the one before it. A released step never changes: its SQL stands here
as it was, whatever has become of the models since.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from tthtcd_tui.models.storage.engine import Database
from tthtcd_tui.models.storage.migration_4 import chains
from tthtcd_tui.models.storage.migration_9 import units

Migration = Callable[[Database], None]

_COUNT = "{0} IS NULL OR (typeof({0}) = 'integer' AND {0} BETWEEN 0 AND 999999999999999)"

_PEOPLE: Final = (
    (
        'ALTER TABLE "report" ADD COLUMN "status" VARCHAR(16) NOT NULL DEFAULT \'draft\''
        " CHECK (status IN ('draft', 'final'))"
    ),
    (
        'CREATE TABLE "staff" ("login" VARCHAR(64) NOT NULL PRIMARY KEY,'
        ' "name" TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200), "centre_id" INTEGER,'
        " \"role\" VARCHAR(16) NOT NULL CHECK (role IN ('viewer', 'clerk', 'director')),"
        ' FOREIGN KEY ("centre_id") REFERENCES "centre" ("id"))'
    ),
    'CREATE INDEX "staff_centre_id" ON "staff" ("centre_id")',
    (
        'CREATE TABLE "report_version" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL,'
        f' "number" INTEGER NOT NULL CHECK ({_COUNT.format("number")}), "form_hash" VARCHAR(64) NOT NULL,'
        f' "revision" INTEGER NOT NULL CHECK ({_COUNT.format("revision")}), "user" TEXT NOT NULL,'
        ' "at" VARCHAR(27) NOT NULL, "docx" BLOB NOT NULL, "docx_sha256" VARCHAR(64) NOT NULL, "json" BLOB NOT NULL,'
        ' "json_sha256" VARCHAR(64) NOT NULL, FOREIGN KEY ("report_id") REFERENCES "report" ("id"),'
        ' FOREIGN KEY ("form_hash") REFERENCES "form_text" ("hash"))'
    ),
    'CREATE INDEX "reportversion_form_hash" ON "report_version" ("form_hash")',
    'CREATE UNIQUE INDEX "reportversion_report_id_number" ON "report_version" ("report_id", "number")',
    (
        'CREATE TABLE "presence" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL,'
        ' "user" TEXT NOT NULL, "place" VARCHAR(330) NOT NULL, "at" VARCHAR(27) NOT NULL,'
        ' FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE)'
    ),
    'CREATE UNIQUE INDEX "presence_report_id_user" ON "presence" ("report_id", "user")',
)

_ROLE: Final = "{0} IN ('viewer', 'clerk', 'director')"
_STAFF_HISTORY: Final = (
    (
        'CREATE TABLE "staff_change" ("id" INTEGER NOT NULL PRIMARY KEY, "user" TEXT NOT NULL,'
        ' "at" VARCHAR(27) NOT NULL, "login" VARCHAR(64) NOT NULL,'
        ' "name_before" TEXT CHECK (length(name_before) BETWEEN 1 AND 200),'
        f' "role_before" VARCHAR(16) CHECK ({_ROLE.format("role_before")}), "centre_before_id" INTEGER,'
        ' "name_after" TEXT CHECK (length(name_after) BETWEEN 1 AND 200),'
        f' "role_after" VARCHAR(16) CHECK ({_ROLE.format("role_after")}), "centre_after_id" INTEGER,'
        ' FOREIGN KEY ("centre_before_id") REFERENCES "centre" ("id"),'
        ' FOREIGN KEY ("centre_after_id") REFERENCES "centre" ("id"),'
        " CHECK ((name_before IS NULL) = (role_before IS NULL) AND (name_after IS NULL) = (role_after IS NULL)),"
        " CHECK (centre_before_id IS NULL OR role_before IS NOT NULL),"
        " CHECK (centre_after_id IS NULL OR role_after IS NOT NULL),"
        " CHECK (role_before IS NOT NULL OR role_after IS NOT NULL))"
    ),
    (
        'CREATE TRIGGER "staff_change_update" BEFORE UPDATE ON "staff_change"'
        " BEGIN SELECT RAISE(ABORT, 'staff_change is append-only'); END"
    ),
    (
        'CREATE TRIGGER "staff_change_delete" BEFORE DELETE ON "staff_change"'
        " BEGIN SELECT RAISE(ABORT, 'staff_change is append-only'); END"
    ),
)


def people(database: Database) -> None:
    """Staff and their roles, whether a report is final, its versions, and who is where. Every report is a draft."""
    for statement in _PEOPLE:
        database.execute_sql(statement)


def staff_history(database: Database) -> None:
    """What becomes of the list of staff from now on. Of how it came to be nothing is known."""
    for statement in _STAFF_HISTORY:
        database.execute_sql(statement)


def appendices(database: Database) -> None:
    """Which appendices go along with a report. One that says nothing has those of its form."""
    database.execute_sql(
        'ALTER TABLE "report" ADD COLUMN "appendices" TEXT CHECK (length(appendices) BETWEEN 1 AND 2000000)'
    )


_WORDS: Final = '"{0}" TEXT CHECK (length({0}) BETWEEN 1 AND 2000000)'
_WORDS_OF_EVIDENCE: Final = ", ".join(_WORDS.format(name) for name in ("code", "title", "symbol"))
_KEPT_OF_EVIDENCE: Final = ", ".join(_WORDS.format(name) for name in ("kept", "address", "file"))
_DAY: Final = (
    "{0} IN ('-', '--') OR ({0} GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND date({0}) IS {0}"
    " AND {0} BETWEEN '1900' AND '2100-12-31')"
)
_WHOLE: Final = (
    "{0} IN ('-', '--') OR ({0} GLOB '[0-9]*' AND {0} NOT GLOB '*[^0-9.]*' AND {0} NOT GLOB '0[0-9]*'"
    f" AND {{0}} NOT GLOB '{'[0-9]' * 16}*' AND {{0}} NOT GLOB '*.*')"
)
_EVIDENCE: Final = (
    (
        'CREATE TABLE "evidence" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL,'
        f' "uid" VARCHAR(64) NOT NULL, {_WORDS_OF_EVIDENCE}, "date" VARCHAR(10) CHECK ({_DAY.format("date")}),'
        f' {_KEPT_OF_EVIDENCE}, "order" VARCHAR(22) CHECK ({_WHOLE.format(chr(34) + "order" + chr(34))}),'
        ' FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE)'
    ),
    'CREATE UNIQUE INDEX "evidence_report_id_uid" ON "evidence" ("report_id", "uid")',
    'CREATE TABLE "evidence_file" ("hash" VARCHAR(64) NOT NULL PRIMARY KEY, "data" BLOB NOT NULL)',
    (
        'CREATE TRIGGER "evidence_file_update" BEFORE UPDATE OF "hash", "data" ON "evidence_file"'
        " BEGIN SELECT RAISE(ABORT, 'evidence_file is append-only'); END"
    ),
    (
        'CREATE TRIGGER "evidence_file_delete" BEFORE DELETE ON "evidence_file"'
        " BEGIN SELECT RAISE(ABORT, 'evidence_file is append-only'); END"
    ),
)


def evidence(database: Database) -> None:
    """The register of evidence, and the files that are copied into it. No report has any yet."""
    for statement in _EVIDENCE:
        database.execute_sql(statement)


_POINTS: Final = (
    "{0} IN ('-', '--') OR ({0} GLOB '[0-9]*' AND {0} NOT GLOB '*[^0-9.]*' AND {0} NOT GLOB '0[0-9]*'"
    f" AND {{0}} NOT GLOB '{'[0-9]' * 16}*' AND {{0}} NOT GLOB '*.*.*' AND {{0}} NOT GLOB '*.*0'"
    " AND {0} NOT GLOB '*.' AND {0} NOT GLOB '*.???????*')"
)
_QUALIFIERS: Final = "'gần', 'trên', 'hơn', 'dưới', 'khoảng', 'xấp xỉ', 'ước', 'ước đạt'"
_SCORES_AND_GRIDS: Final = (
    (
        'CREATE TABLE "criterion_score" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL,'
        f' "criterion" VARCHAR(64) NOT NULL, "own" VARCHAR(22) CHECK ({_POINTS.format("own")}),'
        f' "superior" VARCHAR(22) CHECK ({_POINTS.format("superior")}),'
        f" {_WORDS.format('difference')}, {_WORDS.format('evidence')},"
        ' FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE)'
    ),
    'CREATE UNIQUE INDEX "criterionscore_report_id_criterion" ON "criterion_score" ("report_id", "criterion")',
    (
        'CREATE TABLE "grid_cell" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL,'
        f' "cell" VARCHAR(129) NOT NULL, "number" VARCHAR(22) CHECK ({_POINTS.format("number")}),'
        f' "qualifier" VARCHAR(16) CHECK (qualifier IN ({_QUALIFIERS})), {_WORDS.format("text")},'
        ' FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE,'
        " CHECK (number IS NULL OR text IS NULL))"
    ),
    'CREATE UNIQUE INDEX "gridcell_report_id_cell" ON "grid_cell" ("report_id", "cell")',
)


def scores_and_grids(database: Database) -> None:
    """What criteria are given, and the cells of tables with columns of a form's own. No report has any yet."""
    for statement in _SCORES_AND_GRIDS:
        database.execute_sql(statement)


_TOLD_AS_DELETED: Final = (
    "SELECT 1 FROM ledger WHERE ledger.kind = 'deleted_year' AND ledger.subject = CAST(OLD.report_id AS TEXT)"
)
_PROVINCE: Final = (
    'CREATE INDEX "report_period_end" ON "report" ("period_end")',
    'CREATE INDEX "report_period_label" ON "report" ("period_label")',
    'CREATE UNIQUE INDEX "auditchange_report_id_user_revision" ON "audit_change" ("report_id", "user", "revision")',
    (
        'CREATE TABLE "audit_block" ("change_id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL,'
        ' "data" BLOB NOT NULL, FOREIGN KEY ("change_id") REFERENCES "audit_change" ("id") ON DELETE CASCADE,'
        ' FOREIGN KEY ("report_id") REFERENCES "report" ("id") ON DELETE CASCADE)'
    ),
    'CREATE INDEX "auditblock_report_id" ON "audit_block" ("report_id")',
    (
        'CREATE TRIGGER "audit_block_update" BEFORE UPDATE OF "change_id", "report_id", "data" ON "audit_block"'
        " BEGIN SELECT RAISE(ABORT, 'audit_block is append-only'); END"
    ),
    (
        'CREATE TRIGGER "audit_block_delete" BEFORE DELETE ON "audit_block"'
        f" WHEN NOT EXISTS ({_TOLD_AS_DELETED})"
        " BEGIN SELECT RAISE(ABORT, 'audit_block is append-only'); END"
    ),
    'ALTER TABLE "centre" ADD COLUMN "search" TEXT NOT NULL DEFAULT \'\'',
)


def province(database: Database) -> None:
    """What is looked for among thousands of reports stands in indexes, and centres are found by their folded names.

    The audit of what was changed before stays in rows; from now on a Change of many places is a block.
    """
    from tthtcd_tui.text.fold import fold  # as the log's search was folded when it was written

    for statement in _PROVINCE:
        database.execute_sql(statement)
    for number, code, name in list(database.execute_sql("SELECT id, code, name FROM centre")):
        database.execute_sql("UPDATE centre SET search = ? WHERE id = ?", (fold(f"{name} {code}"), number))


MIGRATIONS: Final[Mapping[int, Migration]] = {
    2: people,
    3: staff_history,
    4: chains,
    5: appendices,
    6: evidence,
    7: scores_and_grids,
    8: province,
    9: units,
}
"""What makes version N of version N - 1, by N."""
