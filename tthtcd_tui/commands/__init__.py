"""The commands: each module adds its own to the parser and runs them by calling a task. What runs is imported then."""
