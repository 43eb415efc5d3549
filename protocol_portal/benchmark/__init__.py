"""A generated council and its year of cases: written in bulk, the same for the same seed, of any size."""
