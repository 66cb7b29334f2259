"""A block pasted from a spreadsheet, Word, a PDF or a web page: what goes where, and what cannot be told.

`grid` makes rows and cells of the text, `words` knows labels however they are spelt, `headings` reads those of columns;
`results`, `figures` and `log` each give a plan: what is placed without doubt, what is doubtful and why, what was passed
over, whether the pasted total agrees. Nothing is stored here.
"""
