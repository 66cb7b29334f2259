"""The parts of the DOCX exporter: measures, widths of letters, XML, blocks. `exports/docx.py` is the entry point."""
