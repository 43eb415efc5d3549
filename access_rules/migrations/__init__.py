"""Tables of meetings, documents, requests, grants and advice, and the guards beside them."""
