"""The terminal: driver, parser, renderer. All that leans on Textual's private parts."""
