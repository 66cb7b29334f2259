"""An old report, in whatever words and numbering → the places it fills.

`sections` says which part of the form a heading means, `letterhead` and `signature` read the two ends, and each kind of
content has a module that reads its part of the body. `reader` puts them together. Nothing is thrown away: what is not
placed is kept word for word, with where it stands.
"""
