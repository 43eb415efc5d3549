"""Pages on which democratic services bring registers in, take them out, and carry an election over."""
