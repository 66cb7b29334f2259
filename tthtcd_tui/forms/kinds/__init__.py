"""Schemas of the kinds of content: which tables and keys of a form's TOML each has, and what becomes of them.

What a report says of each, the module of the same name in `report/kinds` tells.
"""
