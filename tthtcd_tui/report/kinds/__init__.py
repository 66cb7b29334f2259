"""Kinds of content: the rows each has in a report, what of them is required, and how it prints.

For its tables and keys in a form's TOML see the module of the same name in `forms/kinds`.
"""
