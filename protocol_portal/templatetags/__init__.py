"""Template tags: GOV.UK components, and how days and counts are written."""
