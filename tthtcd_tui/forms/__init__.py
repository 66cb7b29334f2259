"""What a report asks: forms as frozen values, loaded from TOML; raw input parsed into a value or a problem.

May know text and files.
"""
