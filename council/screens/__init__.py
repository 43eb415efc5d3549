"""What the pages of the registers and about people show, made once in Python."""
