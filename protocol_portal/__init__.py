"""Wiring: settings, addresses, Celery, home pages, the Protocol page, scenario commands. Nothing imports it."""
