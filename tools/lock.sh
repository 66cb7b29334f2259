#!/bin/sh
# Rewrites requirements/*.lock from pyproject.toml. Called by `make lock`; needs the network.
#
#   lock.sh UV [--upgrade]
#
# One resolution for every Python from 3.11 and every platform (--universal), with the hashes of all files of a release,
# so that a lock made on one machine installs on any other. Settings of this machine (mirrors, local wheel folders) are
# kept out: --no-config, and no UV_* variable survives. Versions already in a lock stay unless --upgrade is given.
set -eu

uv=$1
shift
cd "$(dirname "$0")/.."
for name in $(env | sed -n 's/^\(UV_[A-Z_]*\)=.*/\1/p'); do
    unset "$name"
done

compile() { # compile NAME ARGUMENT...: pyproject.toml -> requirements/NAME.lock
    lock=requirements/$1.lock
    shift
    "$uv" pip compile --quiet --no-config --system-certs --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate --no-header --output-file "$lock" "$@" >/dev/null
}

compile dev pyproject.toml --group build --group dev "$@"
# The runtime lock is a part of the dev lock: the tests run on exactly what users run.
compile runtime pyproject.toml --group build --constraint requirements/dev.lock "$@"
compile locking --group locking "$@"
