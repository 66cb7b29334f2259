"""Two bundles, made once for all the processes that run the tests."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest
from support.releases import MIGRATING_VERSION, NEXT_VERSION, add_migration, copy_tree, make_bundle


@pytest.fixture(scope="session")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a bundle of this tree, `this`, and one of a later version, `next`, each a link to what it holds;
    `migrating` is one that upgrades the data.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "bundles"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "next").exists():
            this = make_bundle(copy_tree(folder / "tree"))
            (folder / "this").symlink_to(this)
            later = make_bundle(copy_tree(folder / "later", NEXT_VERSION), wheels=this / "wheels")
            migrating = copy_tree(folder / "migrating-tree", MIGRATING_VERSION)
            add_migration(migrating)
            (folder / "migrating").symlink_to(make_bundle(migrating, wheels=this / "wheels"))
            (folder / "next").symlink_to(later)
    return folder


@pytest.fixture(scope="session")
def this_bundle(bundles: Path) -> Path:
    return (bundles / "this").resolve()


@pytest.fixture(scope="session")
def next_bundle(bundles: Path) -> Path:
    return (bundles / "next").resolve()


@pytest.fixture(scope="session")
def migrating_bundle(bundles: Path) -> Path:
    return (bundles / "migrating").resolve()


@pytest.fixture(scope="session")
def driven_bundle(bundles: Path) -> Path:
    """This tree with the driver of a PostgreSQL server, made once for all processes."""
    with (bundles / "lock").open("a", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (bundles / "driven").exists():
            (bundles / "driven").symlink_to(make_bundle(bundles / "tree", "WITH=postgres"))
    return (bundles / "driven").resolve()
