"""Readers of file formats: pieces of text and tables, whatever program made the file. They know nothing of reports.

Files are untrusted: sizes are summed before anything is unpacked, no entity is resolved, nothing is fetched. Readers
raise UnusableFile, with a sentence, for what they cannot use.
"""
