"""The rules of access, and the pure functions that answer the question `access`."""
