"""The JSON Schema of reports, as other programs would use it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

import tthtcd_tui.report

PATH = Path(tthtcd_tui.report.__file__).with_name("report.schema.json")


@cache
def schema() -> Any:
    return json.loads(PATH.read_text(encoding="utf-8"))


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


def schema_problems(tree: object) -> list[str]:
    """What the schema has against `tree`, each with its place."""
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in _validator().iter_errors(tree)]
