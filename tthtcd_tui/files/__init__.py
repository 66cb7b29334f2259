"""Files on disk: whole or none, bounded, safely named. Knows nothing else."""
