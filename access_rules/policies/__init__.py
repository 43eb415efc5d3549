"""May they, and why not: one function for every way to see a thing, and one for each thing that is done."""
