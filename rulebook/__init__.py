"""Plain Python, no Django: citation, rule, duty, decision, period, and the six protocols as data."""
