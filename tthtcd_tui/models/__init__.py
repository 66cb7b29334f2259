"""What is stored: tables, reading, writing, audit. `store` is the only door; `storage` has all that is one engine's."""
