"""Real parts from the first second: our own small supervisor of database, broker, web, worker. No Django."""
