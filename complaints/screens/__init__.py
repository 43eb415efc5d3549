"""What the pages of complaints show, made once in Python."""
