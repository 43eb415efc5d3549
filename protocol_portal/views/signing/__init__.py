"""The pages of signing: one’s own, on paper, and who has signed."""
