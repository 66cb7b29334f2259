"""Kinds of content: the rows each has in a report, what of them is required, and how it prints.

How each stands in a form's TOML, the module of the same name in `forms/kinds` tells.
"""
