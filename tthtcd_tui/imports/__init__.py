"""Reading files: our own JSON, old reports, spreadsheets, edited DOCX, submissions, and pasted blocks (`blocks/`).

May know report and the rooms below it; not checks, exports or models.
"""
