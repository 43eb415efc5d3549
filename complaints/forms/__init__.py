"""What a person may type about a complaint; each form counts once and knows which version was read."""
