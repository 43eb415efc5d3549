"""Everything of casework that changes something."""
