"""Vietnamese text: clean, fold, sort; numbers, money, dates and periods. Knows nothing else."""
