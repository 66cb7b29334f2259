"""All that an engine is: opening, transactions, files, migrations, backup, restore, health."""
