"""What pages and files about documents show: rows, words and dates, made once in Python."""
