"""Digests of the shipped forms' texts, by version; made by `python -m tools.make_shipped_form`."""

from __future__ import annotations

from typing import Final

DIGESTS: Final[dict[int, str]] = {
    1: "8a06e1fc0aaf46ecbb2ac6b1751dc1d758a5e4f3268183310d38440c8be1e568",
    2: "ac6a7cd8b17ed3dfa2676a884e18170e0437711c45037f8d2b16d99e8ba624fc",
    3: "ea2261217bf8d7612c2217bfa160173c104536e7af7efcbc4e7c69d12ab7a015",
}
EXAMPLES: Final[dict[str, str]] = {
    "tong-ket-nam": "facbf358e4dd1880435f7b26779dca8e69b3543ab8410a38d6133436bedcfb78",
}
"""Digests of the forms that come along as examples, by key; each is at its first version."""
