"""The parts of the DOCX exporter: measures, letters' widths, XML, blocks. `exports/docx.py` is the door."""
