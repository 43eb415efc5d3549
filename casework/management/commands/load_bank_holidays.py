"""Brings in the bank holidays that came with the portal: at set-up, and after each upgrade."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from casework.actions.registering import load_bank_holidays


class Command(BaseCommand):
    """Runs as often as you like."""

    help = "Adds the shipped bank holidays that are missing from the table. Changes nothing that is there."

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how many were new."""
        added = load_bank_holidays(at=timezone.now())
        if options["verbosity"]:
            self.stdout.write(f"{added} bank holidays added.")
