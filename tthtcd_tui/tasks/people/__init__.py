"""The list of staff, and who is here."""
