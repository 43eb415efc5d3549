"""What a page shows of briefings: rows, panels, words and dates, made once in Python."""
