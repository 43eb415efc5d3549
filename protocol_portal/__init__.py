"""Wiring: settings, addresses, Celery, home pages, Protocol page, scenario commands. Nothing imports it."""
