"""The outline written out: DOCX, a summary for the terminal, plain text.

May know report and the rooms below it; each module alone loads the heavy library it writes with.
"""
