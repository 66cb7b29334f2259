"""Forms by their text, and the shipped ones, which are compiled to Python: nearly every start needs one of them."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Final

from tthtcd_tui.forms import shipped
from tthtcd_tui.forms.model import Form, FormRule
from tthtcd_tui.forms.nouns import worded

SHIPPED_KEY: Final = "tu-danh-gia"
VERSIONS: Final = tuple(shipped.DIGESTS)
"""Of the shipped form, the oldest first; each stays as it was released, for the years made with it."""
NEWEST: Final = VERSIONS[-1]
EXAMPLES: Final = tuple(shipped.EXAMPLES)
"""Keys of other forms that come with the program, to be taken as they are or as a beginning."""
_EXAMPLE_VERSION: Final = 1
_MODULES: Final = {
    **{digest: f"tthtcd_tui.forms.shipped_{version}" for version, digest in shipped.DIGESTS.items()},
    **{digest: f"tthtcd_tui.forms.shipped_{key.replace('-', '_')}" for key, digest in shipped.EXAMPLES.items()},
}
RULES: Final = Path(__file__).parent / "rules.toml"
"""The rules of the newest shipped form, in a file of their own: older ones, which never change, keep to them too."""


def shipped_file(version: int = NEWEST) -> Path:
    """The TOML of a version of the shipped form."""
    return Path(__file__).parent / f"{SHIPPED_KEY}-{version}.toml"


def load_shipped(version: int = NEWEST) -> Form:
    """The form of the yearly self-evaluation that comes with the program."""
    path = shipped_file(version)
    return form_of(path.read_text(encoding="utf-8"), path.name)


def example_file(key: str) -> Path:
    """The TOML of a form shipped as an example."""
    return Path(__file__).parent / f"{key}-{_EXAMPLE_VERSION}.toml"


def load_example(key: str) -> Form:
    """A form shipped as an example: one of EXAMPLES."""
    path = example_file(key)
    return form_of(path.read_text(encoding="utf-8"), path.name)


def shipped_named(named: tuple[str, int] | None) -> Form | None:
    """The form of that key and version that comes with the program, if there is one."""
    if named is not None and named[0] in EXAMPLES and named[1] == _EXAMPLE_VERSION:
        return load_example(named[0])
    if named is None or named[0] != SHIPPED_KEY or named[1] not in VERSIONS:
        return None
    return load_shipped(named[1])


def form_of(text: str, file: str, digest: str = "") -> Form:
    """As `load.load`; `digest` is the text's SHA-256 where that is known already. Raises FormProblem."""
    module = _MODULES.get(digest or sha256(text.encode()).hexdigest())
    if module:
        return _shipped(module, text)
    from tthtcd_tui.forms.load import load

    return worded(load(text, file), {})


@lru_cache
def _shipped(module: str, text: str) -> Form:
    """One version, loaded only when a year needs it, and cached, so that two of them never have to be compared."""
    made: Form = import_module(module).form(text)
    return worded(made, {})


def rules_for(form: Form) -> tuple[FormRule, ...]:
    """The rules that a report of `form` is checked by.

    Its own and, for a shipped form of any version, those of the newest version whose places it has. The latter come
    last: a corrected rule replaces the one of the same key.
    """
    from tthtcd_tui.forms.applicable_rules import applicable, by_key
    from tthtcd_tui.forms.shipped_rules import RULES as NEWEST_RULES

    if form.digest not in shipped.DIGESTS.values():
        return form.rules
    return by_key(form.rules, applicable(NEWEST_RULES, form))
