"""What the ledger tells of."""

from __future__ import annotations

from enum import StrEnum


class LedgerKind(StrEnum):
    """The value is as stored. `subject` is what the number or name of each is."""

    SCHEMA = "schema"
    """The file's tables and triggers, by the version of the schema."""
    PERSON = "person"
    """Somebody's first appearance, by their number."""
    STAFF = "staff"
    """What somebody is on the list of staff, by their number; without a digest they are not on it."""
    STAFF_CHANGE = "staff_change"
    """A row of the list's history, by its number."""
    CENTRE = "centre"
    """A centre added, renamed, or put into a commune, by its number; without a digest it was removed."""
    UNITS = "units"
    """The list of administrative units as a whole."""
    DEADLINE = "deadline"
    """By when a period is to be handed in, as «unit/first day_last day»; the last entry counts."""
    LETTERHEAD = "letterhead"
    """Of the report that adds up what is below a unit, by the unit's code; the last entry counts."""
    MERGED = "merged"
    """Which centres a centre continues, by its number; the last entry counts, and without any it continues none."""
    LOOK = "look"
    """What a centre's documents look like, by its number; the last entry counts, and without words it has none of its
    own."""
    FORM = "form"
    """A form kept, by its hash."""
    YEAR = "year"
    """A year made, or moved to another form, by the number of its report."""
    VERSION = "version"
    """A report's files kept, as «report/number»."""
    SUBMISSION = "submission"
    """A version handed in, with what it adds up to, as «report/number»."""
    EVIDENCE = "evidence"
    """A file of evidence copied in, by its SHA-256; the words say for which centre. One entry a centre that had it."""
    DELETED_YEAR = "deleted_year"
    """The door through which a year's audit may go: who, when, why."""
    ERASED_PERSON = "erased_person"
    """The door through which somebody's names may go."""
    ACCEPTED = "accepted"
    """What somebody found right that was not written by the program, as «kind/of»: from then on `digest` stands there.
    The words say why, what doctor had said of it, and the kind and subject that it is told of."""
