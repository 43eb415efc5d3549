"""Everything that changes a briefing or a matter: lock, ask, step, save, announce."""
