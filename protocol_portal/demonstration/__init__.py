"""The demonstration councils: invented, whole, and loaded only into an empty database."""
