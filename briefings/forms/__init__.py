"""What a person may type about briefings."""
