"""Renderers of the Outline (DOCX, Markdown, plain text), the summaries, tables, and packages of these.

May know report and the rooms below it; each module alone loads the heavy library it writes with.
"""
