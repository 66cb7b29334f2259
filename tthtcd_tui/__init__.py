"""tthtcd-tui: the yearly self-evaluation report of a community learning centre.

Importing the package imports nothing: each command loads what it uses.
"""
