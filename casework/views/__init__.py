"""Pages of casework: disputes and their determinations."""
