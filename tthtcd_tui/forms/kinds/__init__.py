"""Schemas of the kinds of content: the tables and keys of each in a form's TOML, and how they are parsed.

For its rows and printing see the module of the same name in `report/kinds`.
"""
