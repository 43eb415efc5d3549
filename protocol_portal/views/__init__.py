"""Pages that belong to no single counter."""
