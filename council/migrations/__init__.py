"""Tables of people, terms, posts and logins."""
