"""Pages of the person's own login and account, and of who is who."""
