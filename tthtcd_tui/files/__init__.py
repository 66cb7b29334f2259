"""Files on disk: atomic writing, bounded reading, safe names, locks. Knows nothing else."""
