"""Step 9: administrative units, who supervises one, which one a centre belongs to, and what was handed in adds up to.

A table whose checks change is made anew and filled; nothing refers to these. Released: it never changes.
"""

from __future__ import annotations

from typing import Final

from tthtcd_tui.models.storage.engine import Database

_ROLE: Final = "{0} IN ('viewer', 'clerk', 'director', 'supervisor')"
_READS: Final = "{0} IN ('own', 'all')"
_STAFF: Final = (
    (
        'CREATE TABLE "new_staff" ("login" VARCHAR(64) NOT NULL PRIMARY KEY,'
        ' "name" TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200), "centre_id" INTEGER,'
        f' "role" VARCHAR(16) NOT NULL CHECK ({_ROLE.format("role")}),'
        f' "reads" VARCHAR(16) NOT NULL DEFAULT \'own\' CHECK ({_READS.format("reads")}), "unit" VARCHAR(64),'
        ' FOREIGN KEY ("centre_id") REFERENCES "centre" ("id"), FOREIGN KEY ("unit") REFERENCES "unit" ("code"),'
        " CHECK ((role = 'supervisor') = (unit IS NOT NULL)), CHECK (unit IS NULL OR centre_id IS NULL))"
    ),
    "INSERT INTO new_staff SELECT login, name, centre_id, role, reads, NULL FROM staff",
    'DROP TABLE "staff"',
    'ALTER TABLE "new_staff" RENAME TO "staff"',
    'CREATE INDEX "staff_centre_id" ON "staff" ("centre_id")',
    'CREATE INDEX "staff_unit" ON "staff" ("unit")',
)
_OLD_CHANGE: Final = (
    "id, user, at, login, name_before, role_before, centre_before_id, name_after, role_after, centre_after_id,"
    " reads_before, reads_after"
)
_STAFF_CHANGE: Final = (
    (
        'CREATE TABLE "new_staff_change" ("id" INTEGER NOT NULL PRIMARY KEY, "user" TEXT NOT NULL,'
        ' "at" VARCHAR(27) NOT NULL, "login" VARCHAR(64) NOT NULL,'
        ' "name_before" TEXT CHECK (length(name_before) BETWEEN 1 AND 200),'
        f' "role_before" VARCHAR(16) CHECK ({_ROLE.format("role_before")}), "centre_before_id" INTEGER,'
        ' "name_after" TEXT CHECK (length(name_after) BETWEEN 1 AND 200),'
        f' "role_after" VARCHAR(16) CHECK ({_ROLE.format("role_after")}), "centre_after_id" INTEGER,'
        f' "reads_before" VARCHAR(16) CHECK ({_READS.format("reads_before")}),'
        f' "reads_after" VARCHAR(16) CHECK ({_READS.format("reads_after")}),'
        ' "unit_before" VARCHAR(64), "unit_after" VARCHAR(64),'
        ' FOREIGN KEY ("centre_before_id") REFERENCES "centre" ("id"),'
        ' FOREIGN KEY ("centre_after_id") REFERENCES "centre" ("id"),'
        " CHECK ((name_before IS NULL) = (role_before IS NULL) AND (name_after IS NULL) = (role_after IS NULL)),"
        " CHECK (centre_before_id IS NULL OR role_before IS NOT NULL),"
        " CHECK (centre_after_id IS NULL OR role_after IS NOT NULL),"
        " CHECK (role_before IS NOT NULL OR role_after IS NOT NULL))"
    ),
    f"INSERT INTO new_staff_change SELECT {_OLD_CHANGE}, NULL, NULL FROM staff_change",  # noqa: S608 -- ours
    'DROP TABLE "staff_change"',
    'ALTER TABLE "new_staff_change" RENAME TO "staff_change"',
)
_UNITS: Final = (
    (
        'CREATE TABLE "unit" ("code" VARCHAR(64) NOT NULL PRIMARY KEY,'
        ' "name" TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),'
        " \"kind\" VARCHAR(16) NOT NULL CHECK (kind IN ('bo', 'tinh', 'xa')), \"parent\" VARCHAR(64),"
        ' FOREIGN KEY ("parent") REFERENCES "unit" ("code") DEFERRABLE INITIALLY DEFERRED)'
    ),
    'CREATE INDEX "adminunit_parent" ON "unit" ("parent")',
    'ALTER TABLE "centre" ADD COLUMN "unit" VARCHAR(64) REFERENCES "unit" ("code")',
    'CREATE UNIQUE INDEX "centre_unit" ON "centre" ("unit")',
)
_COUNT: Final = "{0} IS NULL OR (typeof({0}) = 'integer' AND {0} BETWEEN 0 AND 999999999999999)"
_SUBMISSION: Final = (
    (
        'CREATE TABLE "submission" ("id" INTEGER NOT NULL PRIMARY KEY, "report_id" INTEGER NOT NULL,'
        f' "version" INTEGER NOT NULL CHECK ({_COUNT.format("version")}), "manifest" TEXT NOT NULL,'
        ' FOREIGN KEY ("report_id") REFERENCES "report" ("id"))'
    ),
    'CREATE UNIQUE INDEX "submission_report_id_version" ON "submission" ("report_id", "version")',
)
_REFUSAL: Final = "BEGIN SELECT RAISE(ABORT, '{0} is append-only'); END"
_DOOR: Final = (
    "NOT EXISTS (SELECT 1 FROM person WHERE person.login = OLD.{0} AND EXISTS (SELECT 1 FROM ledger WHERE ledger.kind ="
    " 'erased_person' AND ledger.subject = CAST(person.number AS TEXT)))"
)
_NAMES: Final = {"user": "user", "login": "login", "name_before": "login", "name_after": "login"}
_FIXED: Final = {
    "staff_change": (
        *("id", "at", "role_before", "centre_before_id", "role_after", "centre_after_id"),
        *("reads_before", "reads_after", "unit_before", "unit_after"),
    ),
    "submission": ("id", "report_id", "version", "manifest"),
}


def units(database: Database) -> None:
    """No centre belongs to a unit yet, and nobody supervises one: what each could read they still can."""
    for statement in (*_UNITS, *_STAFF, *_STAFF_CHANGE, *_SUBMISSION):
        database.execute_sql(statement)
    for table, columns in _FIXED.items():
        refusal = _REFUSAL.format(table)
        names = ", ".join(f'"{column}"' for column in columns)
        database.execute_sql(f'CREATE TRIGGER "{table}_update" BEFORE UPDATE OF {names} ON "{table}" {refusal}')
        database.execute_sql(f'CREATE TRIGGER "{table}_delete" BEFORE DELETE ON "{table}" {refusal}')
    for column, login in _NAMES.items():
        event = f'BEFORE UPDATE OF "{column}" ON "staff_change" WHEN {_DOOR.format(login)}'
        database.execute_sql(f'CREATE TRIGGER "staff_change_{column}" {event} {_REFUSAL.format("staff_change")}')
