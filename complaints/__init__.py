"""Formal complaints between members and officers, routed as the protocol says."""
