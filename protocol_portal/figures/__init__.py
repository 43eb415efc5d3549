"""Figures of a period, each with the list behind it: for pages, reports and files alike."""
