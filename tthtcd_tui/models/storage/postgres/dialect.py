"""How PostgreSQL words what each engine words differently."""

from __future__ import annotations

from typing import Final

from tthtcd_tui.text.dates import FIRST_YEAR, LAST_YEAR
from tthtcd_tui.text.numbers import DECIMALS, WHOLE_DIGITS

_WHOLE: Final = f"(0|[1-9][0-9]{{0,{WHOLE_DIGITS - 1}}})"
_FRACTION: Final = rf"(\.[0-9]{{0,{DECIMALS - 1}}}[1-9])?"
_LEAP: Final = "((1[0-9]|20)(0[48]|[2468][048]|[13579][26])|(12|16|20)00)"
_DAYS: Final = (
    "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])",
    "(0[469]|11)-(0[1-9]|[12][0-9]|30)",
    "02-(0[1-9]|1[0-9]|2[0-8])",
)
_DAY: Final = f"^([12][0-9]{{3}}-({'|'.join(_DAYS)})|{_LEAP}-02-29)$"


class PostgresDialect:
    """Patterns and no functions: what they say depends on no setting of the server."""

    never_again = ""
    """The numbers are given by a trigger (`ddl.number_rows`)."""

    def count(self, column: str) -> str:
        return f"{column} IS NULL OR {column} BETWEEN 0 AND 999999999999999"

    def number(self, column: str, whole: bool) -> str:
        return f"{column} IN ('-', '--') OR {column} ~ '^{_WHOLE}{'' if whole else _FRACTION}$'"

    def day(self, column: str) -> str:
        return f"{column} ~ '{_DAY}' AND {column} BETWEEN '{FIRST_YEAR}' AND '{LAST_YEAR}-12-31'"
