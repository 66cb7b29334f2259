"""What the tables stand on in PostgreSQL: the mark of the schema, numbers without a gap, and refusals.

A trigger there cannot ask another table whether it applies, so each door is a function.
"""

from __future__ import annotations

from typing import Final

MARK: Final = "tthtcd"
"""The table that says which version of the schema this is, and that it is ours."""
NUMBERS: Final = "tthtcd_number"
"""The highest number ever given, of the tables where none is given again. A sequence has gaps, and cannot be held."""

BEGINNING: Final = (
    f'CREATE TABLE "{MARK}" (version integer NOT NULL)',
    f'INSERT INTO "{MARK}" VALUES (0)',  # noqa: S608 -- ours
    f'CREATE TABLE "{NUMBERS}" (name text PRIMARY KEY, number bigint NOT NULL)',
    f"""CREATE FUNCTION tthtcd_give_number() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    highest bigint;
BEGIN
    UPDATE {NUMBERS} SET number = greatest(number + (NEW.id IS NULL)::integer, NEW.id) WHERE name = TG_TABLE_NAME
        RETURNING number INTO STRICT highest;
    NEW.id := coalesce(NEW.id, highest);
    RETURN NEW;
END $$""",  # noqa: S608 -- ours
    """CREATE FUNCTION tthtcd_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$""",
    """CREATE FUNCTION tthtcd_refuse_unless_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM ledger WHERE kind = 'deleted_year' AND subject = to_jsonb(OLD) ->> TG_ARGV[0]
    ) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$""",
    """CREATE FUNCTION tthtcd_refuse_unless_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM person JOIN ledger ON kind = 'erased_person' AND subject = person.number::text
        WHERE person.login = to_jsonb(OLD) ->> TG_ARGV[0]
    ) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$""",
    "CREATE FUNCTION instr(bytea, bytea) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT position($2 in $1)'",
)

SCHEMA_TEXT: Final = """
SELECT line FROM (
    SELECT concat_ws(' ', 'column', relname, attname, format_type(atttypid, atttypmod), attnotnull,
        pg_get_expr(adbin, adrelid))
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
    UNION ALL
    SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, contype, convalidated,
        CASE WHEN contype <> 'c' THEN pg_get_constraintdef(oid) END)
    FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
    UNION ALL
    SELECT concat_ws(' ', 'index', indexname, indexdef) FROM pg_indexes WHERE schemaname = current_schema()
    UNION ALL
    SELECT concat_ws(' ', 'trigger', tgrelid::regclass, tgname, tgenabled, pg_get_triggerdef(oid))
    FROM pg_trigger WHERE NOT tgisinternal AND tgrelid IN
        (SELECT oid FROM pg_class WHERE relnamespace = current_schema()::regnamespace)
    UNION ALL
    SELECT concat_ws(' ', 'function', proname, prosrc) FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
) AS lines (line) ORDER BY line
"""
"""A CHECK by its name alone: how the server words its condition is another server's to word otherwise."""


def number_rows(table: str) -> tuple[str, ...]:
    """From now on the rows of `table` are numbered without a gap, and no number is given again."""
    return (
        f"INSERT INTO \"{NUMBERS}\" VALUES ('{table}', 0)",  # noqa: S608 -- ours
        trigger(f"{table}_number", "INSERT", table, "tthtcd_give_number()"),
    )


def trigger(name: str, event: str, table: str, function: str = "tthtcd_refuse()", each: str = "ROW") -> str:
    """A trigger by which `function` has its say before `event`."""
    return f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" FOR EACH {each} EXECUTE FUNCTION {function}'
