"""Proves by command that the timeline of a case stands as it was written."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from casework.actions.verifying import verify_timeline
from casework.models import CaseEvent, EventContent, Stream


class Command(BaseCommand):
    """Reads and changes nothing; what retention erased is no change."""

    help = "Checks that the timeline of a case (by its number) stands as it was written."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The case, by its number."""
        parser.add_argument("reference", help="The number of the case, such as CMP-7K4M-2.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how many events hold, and of how many the words are erased; fails where the chain breaks."""
        reference = options["reference"]
        stream = Stream.objects.filter(name__endswith=f":{reference}").first()
        if stream is None:
            raise CommandError(f"There is no case {reference}.")
        broken = verify_timeline(stream)
        if broken:
            raise CommandError(f"{reference} breaks at event {broken.place}: {broken.reason}.")
        events = CaseEvent.objects.filter(stream=stream)
        written = events.exclude(digest="").count()
        erased = written - EventContent.objects.filter(event__stream=stream).count()
        self.stdout.write(f"{reference} stands as it was written: {stream.length} events.")
        if erased:
            self.stdout.write(f"The words of {erased} of them are erased; that they were written is proved.")
