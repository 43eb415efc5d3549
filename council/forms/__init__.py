"""What a person may type to sign in, about a day, and about being away."""
