"""What a superior keeps: units, the submissions received, what was answered to them. A folder of plain files."""
