"""Generates a council and a year of its cases into an empty database: for figures, and to measure speed."""

import gc
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from protocol_portal.benchmark.year import SEED, NotGenerated, generate_year


class Command(BaseCommand):
    """Writes it whole or not at all; refuses a database in which anybody or anything stands."""

    help = "Generates a council and a year of its cases into an empty database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many cases, and the seed that makes the year the same again."""
        parser.add_argument("--cases", type=int, default=2_000, help="How many enquiries (2,000).")
        parser.add_argument("--seed", type=int, default=SEED, help="The same seed gives the same year.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how much was written. CommandError where the database is not empty."""
        gc.disable()
        try:
            year = generate_year(cases=options["cases"], seed=options["seed"], now=timezone.now())
        except NotGenerated as reason:
            raise CommandError(str(reason)) from None
        finally:
            gc.enable()
        self.stdout.write(
            _("A year with %(cases)s enquiries is generated.") % {"cases": f"{year.enquiries:,}"}
        )
