"""What pages of casework show, made once in Python."""
