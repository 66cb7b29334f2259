"""Adding up what many centres have handed in. Knows numbers, not where they are kept."""
