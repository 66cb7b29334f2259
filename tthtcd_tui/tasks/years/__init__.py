"""Centres and years: creating, opening, carrying over, finalising."""
