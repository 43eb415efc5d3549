"""Files of documents: read in a cage into pages, shown with the reader's name in them, copied with a mark."""
