"""Commands of the registers."""
