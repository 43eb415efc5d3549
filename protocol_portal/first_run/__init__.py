"""What a new council sets up: worked out from the registers, never ticked by hand."""
