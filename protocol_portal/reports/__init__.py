"""Reports to a committee: what they count, how the worker makes them, and the page and files they become."""
