"""The buttons that are pressed by two people at the same moment: a table for each part of the work."""
