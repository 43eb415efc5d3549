"""What pages and files show of enquiries: words, dates and sums, made once in Python."""
