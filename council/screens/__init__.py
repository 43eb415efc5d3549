"""What the pages of the registers show, made once in Python."""
