"""Pages of briefings: each asks one policy, runs one action, renders."""
