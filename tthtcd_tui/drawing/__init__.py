"""What goes to the terminal: only the cells that do not stand there already. Knows strips, and no screens."""
