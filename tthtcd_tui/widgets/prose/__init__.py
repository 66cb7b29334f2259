"""Paragraphs being written, as values: what is there, where the caret stands, how it wraps. Knows no terminal."""
