"""Briefings of political groups, open to every group as the protocol says."""
