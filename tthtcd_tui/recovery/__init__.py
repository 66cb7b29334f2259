"""Unsaved text that survives a dropped line: drafts, their spool, and the guard against hang-ups."""
