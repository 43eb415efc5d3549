"""Where a request goes under each text: the courses for every matter, each beside its paragraph."""
