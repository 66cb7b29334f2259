"""The sample years as JSON."""
