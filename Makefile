# Everything from a fresh clone: make needs Python 3.11 or newer (with pip and venv) and sets up the rest in .venv.
# Written for GNU make 3.81, which macOS still ships.

VENV := .venv
BIN := $(VENV)/bin
# Bytecode is written, whatever is set outside: what pytest makes of the tests takes it longer than to read it again.
PYTEST := PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n auto --maxprocesses 4
CODE := tthtcd_tui tests tools $(wildcard benchmarks)

# make PYTHON=python3.12 … chooses the interpreter; ARGS="…" is handed on to the command.
# Of a bundle it names the Pythons of the server instead, by their versions.
ifeq ($(filter bundle,$(MAKECMDGOALS)),)
export PYTHON
else
unexport PYTHON
endif
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help demo wheel bundle test test-long soak check bench screenshots pictures lock clean runtime dev

help:
	@echo 'make demo    báo cáo mẫu: tóm tắt trên màn hình, tệp DOCX và JSON trong build/demo'
	@echo '             (the sample report: a summary here, the DOCX and the JSON in build/demo)'
	@echo 'make wheel   tệp cài đặt trong dist, cho pipx hoặc uv (what pipx or uv installs)'
	@echo 'make bundle  một tệp cho máy chủ không có mạng (one file for a server without internet);'
	@echo '             PYTHON=3.13 hoặc "3.11 3.13", PLATFORM=aarch64: cho máy khác máy này (for another machine)'
	@echo '             WITH=postgres: kèm phần nối với máy chủ PostgreSQL (with the driver of a PostgreSQL server)'
	@echo 'make test    the tests: the core rules and one of each kind, within five minutes'
	@echo 'make test-long the others: matrices, hypothesis at length, LibreOffice, sshd'
	@echo 'make soak    the tests that wait for bad luck, at length, with figures'
	@echo 'make check   lint, format, types, layers, locks, tidiness of the tree; the quick tests on every Python'
	@echo 'make bench   the figures of docs/measured.md'
	@echo 'make screenshots the pictures of the screens'
	@echo 'make pictures the pictures of the README (needs LibreOffice)'
	@echo 'make lock    requirements/*.lock anew from pyproject.toml (UPGRADE=1: to the newest versions)'
	@echo 'make clean   away with all that make has made'
	@echo
	@echo 'PYTHON=python3.12 chooses the interpreter, ARGS="…" adds to the command: make test ARGS="-k text"'

demo: runtime
	@$(BIN)/tthtcd demo --out build/demo $(ARGS)

# setuptools puts into a wheel whatever an older tree has left in build/lib.
wheel: runtime
	@rm -rf build/lib build/bdist.* *.egg-info dist/*.whl
	@$(BIN)/python -m pip wheel -q --no-deps --no-index --no-build-isolation -w dist .
	@rm -rf build/lib build/bdist.* *.egg-info
	@ls dist/*.whl

bundle: wheel
	@$(BIN)/python -m tools.make_bundle --python "$(PYTHON)" --platform "$(PLATFORM)" --with "$(WITH)"

test: dev
	@$(PYTEST) -m 'not long' $(ARGS)

# What hypothesis tries is tried again here, at length.
test-long: dev
	@$(PYTEST) -m 'long or hypothesis' --hypothesis-profile=long $(ARGS)

soak: dev
	@TTHTCD_SOAK=1 $(PYTEST) $$($(BIN)/python tests/support/promises.py) tests/faults tests/recovery $(ARGS)

check: dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy $(CODE)
	@$(BIN)/lint-imports
	@$(BIN)/python -m tools.check_lock
	@$(BIN)/python -m pip check
	@$(BIN)/python -m tools.check_tree
	@$(BIN)/python -m tools.draw_schema --check
	@$(BIN)/python -m tools.draw_rooms --check
	@$(BIN)/python -m tools.make_report_template --check
	@$(BIN)/python -m tools.make_shipped_form --check
	@$(BIN)/python -m tools.make_screenshots --check
	@$(BIN)/python -m tools.quick_tests

bench: dev
	@$(BIN)/python -m benchmarks $(ARGS)

screenshots: dev
	@$(BIN)/python -m tools.make_screenshots

pictures: dev
	@$(BIN)/python -m tools.make_pictures

lock:
	@sh tools/setup.sh .venv-lock locking
	@sh tools/lock.sh .venv-lock/bin/uv $(if $(UPGRADE),--upgrade)
	@git --no-pager diff --stat -- requirements 2>/dev/null || true

clean:
	rm -rf build dist *.egg-info .venv .venv.lock .venv-lock .venv-lock.lock .venv-3.*
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find tthtcd_tui tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# The two environments a command may need; at once when they are ready.
runtime dev:
	@sh tools/setup.sh $(VENV) $@
