"""Typed and not yet saved text that outlives the line: drafts, their spool, and the guard against hang-ups."""
