"""Files read in: our own JSON into proposals a user may accept.

May know report and the rooms below it; not checks, exports or models.
"""
