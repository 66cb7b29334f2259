"""The database's care: opening, backups, doctor."""
