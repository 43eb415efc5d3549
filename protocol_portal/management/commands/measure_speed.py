"""Measures the pages of a generated year beside their bare views; script/bench runs it."""

import gc
import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.test import override_settings

from enquiries.models import Enquiry
from protocol_portal.benchmark.cast import found_cast
from protocol_portal.benchmark.measuring import Measured, all_measured
from protocol_portal.benchmark.pages import pages_for
from protocol_portal.benchmark.sweeping import swept

BARE = "protocol_portal.benchmark.bare.urls"


class Command(BaseCommand):
    """Opens every page through Django's test client: all of the middleware and templates, no network."""

    help = "Measures the pages of a generated year (script/bench)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the figures go, and which pages."""
        parser.add_argument("--json", type=Path, help="Write the figures into this file as well.")
        parser.add_argument("--only", default="", help="Only pages with this in their name.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints a line for each page as it is measured."""
        pages = [page for page in pages_for(found_cast()) if options["only"] in page.name]
        found = []
        with override_settings(ROOT_URLCONF=BARE):
            for one in all_measured(pages):
                found.append(one)
                self.stdout.write(_line(one))
                gc.collect()
        sweep = swept() if not options["only"] else None
        if sweep:
            self.stdout.write(str(sweep))
        if options["json"]:
            figures = {
                "cases": Enquiry.objects.count(),
                "pages": [asdict(one) for one in found],
                "sweep": asdict(sweep) if sweep else None,
            }
            options["json"].write_text(json.dumps(figures, indent=1))


def _line(one: Measured) -> str:
    return (
        f"{one.name:<32} {one.queries:>4} {one.milliseconds:>9.1f} ms {one.size:>9,} B   bare "
        f"{one.bare_queries:>3} {one.bare_milliseconds:>9.1f} ms {one.bare_size:>9,} B   {one.ratio:>5.2f}"
    )
