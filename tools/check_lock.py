"""Whether requirements/*.lock still fit pyproject.toml: offline, part of `make check`.

Every requirement is satisfied by exactly one pin wherever the project runs, every pin carries hashes, no lock
names an address (it must install from whatever index its user has), and the dev lock holds the very pins of
the runtime lock.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent

# Where the project runs: each is an environment for the markers of requirements and pins.
ENVIRONMENTS = tuple(
    {
        "python_version": python.rpartition(".")[0],
        "python_full_version": python,
        "sys_platform": platform,
        "platform_system": "Linux" if platform == "linux" else "Darwin",
        "platform_machine": machine,
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
        "os_name": "posix",
    }
    for python in ("3.11.0", "3.11.9", "3.12.9", "3.13.9", "3.14.9")
    for platform, machine in (
        ("linux", "x86_64"),
        ("linux", "aarch64"),
        ("darwin", "arm64"),
        ("darwin", "x86_64"),
    )
)

_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Pin:
    """One locked release: `requirement` is «name==version», perhaps with a marker."""

    requirement: Requirement
    hashes: int

    @property
    def name(self) -> str:
        """The normalised name of the package."""
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> str:
        """The one version the pin allows."""
        return next(iter(self.requirement.specifier)).version

    def holds_in(self, environment: dict[str, str]) -> bool:
        """Whether the pin is installed in this environment."""
        return self.requirement.marker is None or self.requirement.marker.evaluate(environment)


def parse(text: str) -> tuple[list[Pin], list[str]]:
    """Read one lock: its pins, and what is wrong with its lines."""
    pins: list[Pin] = []
    problems: list[str] = []
    for line in text.replace("\\\n", " ").splitlines():
        entry = line.split(" #")[0].strip()
        if "://" in line:
            problems.append(f"an address: {line.strip()}")
        elif not entry or entry.startswith("#"):
            continue
        elif entry.startswith("-"):
            problems.append(f"an option: {entry}")
        else:
            requirement = Requirement(_HASH.sub("", entry).strip())
            pin = Pin(requirement, len(_HASH.findall(entry)))
            operators = [clause.operator for clause in requirement.specifier]
            if operators != ["=="] or "*" in str(requirement.specifier):
                problems.append(f"not one exact version: {requirement}")
            else:
                pins.append(pin)
            if not pin.hashes:
                problems.append(f"no hash: {requirement}")
    return pins, problems


def unmet(requirements: list[str], pins: list[Pin]) -> Iterator[str]:
    """What the pins do not give of the requirements, in any environment."""
    for text in requirements:
        requirement = Requirement(text)
        name = canonicalize_name(requirement.name)
        for environment in ENVIRONMENTS:
            if requirement.marker is not None and not requirement.marker.evaluate(environment):
                continue
            where = "Python {python_version} on {sys_platform}".format_map(environment)
            found = [pin for pin in pins if pin.name == name and pin.holds_in(environment)]
            if len(found) != 1:
                yield f"{text}: {len(found)} pins for {where}"
            elif not requirement.specifier.contains(found[0].version, prereleases=True):
                yield f"{text}: pinned to {found[0].version}"
            else:
                continue
            break


def twice(pins: list[Pin]) -> Iterator[str]:
    """Packages pinned more than once in one environment."""
    for environment in ENVIRONMENTS:
        names = [pin.name for pin in pins if pin.holds_in(environment)]
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield f"{name}: pinned twice for Python {environment['python_version']}"


def check(project: dict[str, Any], locks: dict[str, str]) -> list[str]:
    """Every disagreement between pyproject.toml (parsed) and the locks (name → text), in words."""
    groups: dict[str, list[str]] = project["dependency-groups"]
    runtime = [*project["project"]["dependencies"], *project["build-system"]["requires"], *groups["build"]]
    wanted = {"runtime": runtime, "dev": [*runtime, *groups["dev"]], "locking": groups["locking"]}
    found: list[str] = []
    pins: dict[str, list[Pin]] = {}
    for name, requirements in wanted.items():
        pins[name], problems = parse(locks[name])
        problems += twice(pins[name])
        problems += unmet(requirements, pins[name])
        found += [f"requirements/{name}.lock: {problem}" for problem in problems]
    dev = {str(pin.requirement) for pin in pins["dev"]}
    found += [
        f"requirements/dev.lock: lacks {pin.requirement} of the runtime lock"
        for pin in pins["runtime"]
        if str(pin.requirement) not in dev
    ]
    return found


def main() -> int:
    """Check this tree; 1 if a lock is stale."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locks = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "requirements").glob("*.lock"))}
    problems = check(project, locks)
    for problem in problems:
        print(problem)
    print("locks: stale. Run make lock." if problems else "locks: fresh.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
