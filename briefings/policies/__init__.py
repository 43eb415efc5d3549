"""May somebody, and if not, why not: a file for each part of the work."""
