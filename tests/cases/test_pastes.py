"""What clerks type and paste, through a real terminal: the corpus that lies beside the project, where there is one.

`pastes.json` holds cases of our own in its form, most of which were once wrong.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CORPUS = HERE.parents[2] / "shared" / "cases" / "paste_corpus.py"
RIGHT = 93
"""Of 97 cases; all were right when last counted, and a loaded machine may lose a few to its patience."""


OWN = HERE / "pastes.json"
OWN_RIGHT = 274
"""Of 279 cases of our own; all were right when last counted."""


@pytest.mark.long
@pytest.mark.parametrize(("cases", "right"), [((), RIGHT), ((str(OWN),), OWN_RIGHT)], ids=["beside", "own"])
def test_as_many_cases_as_ever_land_where_they_were_meant(cases: tuple[str, ...], right: int) -> None:
    if not CORPUS.exists():
        pytest.skip("the corpus of pastes does not lie beside the project: ../shared/cases/paste_corpus.py")
    program = Path(sys.executable).with_name("tthtcd")
    done = subprocess.run(
        [sys.executable, str(CORPUS), *cases],
        capture_output=True,
        encoding="utf-8",
        timeout=3000,
        check=False,
        env={**os.environ, "TTHTCD": str(program), "PASTE_NAV": str(HERE)},
    )
    told = re.search(r"^(\d+) of (\d+) right", done.stdout, re.MULTILINE)
    assert told is not None, done.stdout + done.stderr
    assert int(told[1]) >= right, done.stdout
