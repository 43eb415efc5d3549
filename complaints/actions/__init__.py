"""Everything that changes a complaint: one row locked, asked about, changed once, announced."""
