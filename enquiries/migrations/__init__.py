"""Tables of enquiries, and the guards beside them."""
