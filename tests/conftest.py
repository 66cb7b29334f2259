"""What every test stands on: Hypothesis profiles, a home of its own, and skips that can be forbidden."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from support import postgres
from support.postgres import PostgresServer
from support.promises import promises
from support.soak import FIGURES, IS_SOAK

# quick: a few examples, for `make test`. long: many, for `make test-long` (--hypothesis-profile=long). In CI they are
# the same every time, elsewhere new ones on each run. A busy machine fails no test.
COMMON = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
if os.environ.get("CI", "").lower() in {"1", "true"}:
    COMMON = settings(COMMON, derandomize=True, print_blob=True, database=None)
settings.register_profile("quick", COMMON, max_examples=5)
settings.register_profile("long", COMMON, max_examples=60)
settings.load_profile("quick")

FORBID_SKIPS = "TTHTCD_FORBID_SKIPS"

# What the shell of a developer may set and the program or its libraries read.
FOREIGN = (
    "TTHTCD_DB", "TTHTCD_USER", "SSH_ORIGINAL_COMMAND", "SOURCE_DATE_EPOCH",
    "XDG_CONFIG_DIRS", "XDG_DATA_DIRS",
    "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM", "COLUMNS", "LINES", "LANGUAGE",
    "TEXTUAL", "TEXTUAL_ANIMATIONS", "TTY_COMPATIBLE", "TTY_INTERACTIVE",
)  # fmt: skip


OWN = {
    **dict.fromkeys(("LOGNAME", "USER", "LNAME", "USERNAME"), "canbo"),
    "TERM": "xterm-256color",
    "LC_ALL": "C.UTF-8",
    # Eleven hours behind UTC, eighteen behind Vietnam: a local time taken for either shows at once.
    "TZ": "XYZ+11",
}


class Homes:
    """A home for each test. One that nothing was written in serves the next test, too: most write nothing there."""

    def __init__(self, folders: pytest.TempPathFactory) -> None:
        self._folders = folders
        self._home: Path | None = None
        self._variables: dict[str, str] = {}

    def move(self) -> None:
        """Shut the developer's home, settings, terminal, login name, language and time zone out."""
        if self._home is None or any(self._home.iterdir()):
            self._home = home = self._folders.mktemp("home")
            places = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "CACHE", "STATE")}
            self._variables = {**OWN, **places, "XDG_RUNTIME_DIR": str(home / "run"), "HOME": str(home)}
        environ = os.environ
        for name in FOREIGN:
            if name in environ:
                del environ[name]
        for name, value in self._variables.items():
            if environ.get(name) != value:
                environ[name] = value
        time.tzset()


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Generator[Homes]:
    before = dict(os.environ)
    yield Homes(tmp_path_factory)
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture(autouse=True)
def _own_surroundings(_homes: Homes) -> Generator[None]:
    """A home of its own; and the usual umask, which the program narrows for itself."""
    _homes.move()
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture(scope="session")
def postgres_server() -> Generator[PostgresServer]:
    """A PostgreSQL that runs as long as the tests do."""
    if missing := postgres.why_not():
        pytest.skip(missing)
    with PostgresServer() as server:
        yield server


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--forbid-skips",
        action="store_true",
        default=os.environ.get(FORBID_SKIPS, "") not in {"", "0"},
        help=f"a skipped test is a failed one (also: {FORBID_SKIPS}=1)",
    )


def _forbid_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"skips are forbidden here: {reason}"


def pytest_collection_finish() -> None:
    """What thousands of collected tests are made of is not looked through for dead values again and again; and what
    they make is looked through less often than Python does by itself, which takes a tenth of the screens' tests.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """At the end of a soak, the figures that its tests have recorded."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, [])]
    figures = [value for report in reports for name, value in report.user_properties if name == FIGURES]
    if IS_SOAK and figures:
        terminalreporter.section("figures")
        for line in sorted(figures):
            terminalreporter.write_line(line)
    if IS_SOAK:
        terminalreporter.section("promises")
        for promise, files in promises().items():
            held = [report for report in reports if report.nodeid.startswith(files)]
            failed = sum(report.failed for report in held)
            terminalreporter.write_line(f"{promise}: {len(held) - failed} tests passed, {failed} failed")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if item.config.getoption("--forbid-skips"):
        _forbid_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if collector.config.getoption("--forbid-skips"):
        _forbid_skip(report)
    return report
