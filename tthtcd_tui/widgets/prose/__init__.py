"""The editor's model as values: text, caret, selection, wrapping, undo. Knows no terminal."""
