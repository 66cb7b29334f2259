"""P3: `tthtcd years`, a cold process, against one that imports what any such program must and asks one question."""

from __future__ import annotations

from benchmarks.ratio import Result, compare, program, script
from benchmarks.setting import Setting

_SCRIPT = """
import argparse, tomllib, platformdirs
from playhouse.apsw_ext import APSWDatabase
print(APSWDatabase({database!r}).execute_sql("SELECT period_label FROM report").fetchall())
"""


def measure(setting: Setting) -> Result:
    bare = setting.folder / "one_select.py"
    bare.write_text(_SCRIPT.format(database=str(setting.database)), encoding="utf-8")
    return compare(
        "P3",
        "tthtcd years, cold, against the imports and one SELECT",
        program(["years"], setting.environment),
        script(bare, setting.environment),
        goal=1.3,
        runs=setting.runs,
    )
