"""What is stored. `store` is the only door; all lines that only one engine understands stand in `database`."""
