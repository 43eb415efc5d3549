"""The pages on which the protocol is signed, and those on which democratic services see who has."""
