"""The database engines: opening, transactions, files, migrations, backup and restore."""
