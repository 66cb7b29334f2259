"""Each promise names tests that there are: `make soak` runs them."""

from __future__ import annotations

from support.promises import TABLE, promises


def test_every_promise_names_tests_that_are_there() -> None:
    root = TABLE.parents[1]
    held = promises()
    assert list(held) == [f"G{number}" for number in range(1, 24)]
    for promise, files in held.items():
        assert files, promise
        assert [file for file in files if not (root / file).is_file()] == []
