"""Proves by command that the timeline of a case, or of every case, stands as it was written."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from casework.actions.verifying import stream_gone, verify_all, verify_timeline
from casework.models import CaseEvent, EventContent, Stream
from casework.rules import Broken

# What the command ends with: 0 where all holds.
BREAKS, UNKNOWN = 1, 2
# What each fault means, for whoever has to look further.
MEANS = {
    "an event was changed": "Its kind, actor, moment, audience, facts or place were others.",
    "an event is missing": "It was removed.",
    "what was written was changed": "The words are not those that were written with it.",
    "the words are gone": "What was written with it was removed, and no event says that it was erased.",
    "the end of the chain is gone": "The last events were removed.",
    "the chain was written anew": "The head that was kept outside the database last night is another.",
    "every event is gone": "The case is there, and nothing that happened in it.",
    "the stream is gone": "The case was there last night, and is gone with everything that happened in it.",
}


class Command(BaseCommand):
    """Reads and changes nothing; what retention erased is no change. Ends with 1 where a chain breaks, with 2
    where there is no such case.
    """

    help = "Checks that the timeline of a case (by its number), or of all, stands as it was written."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The case, by its number; or all."""
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("reference", nargs="?", help="The number of the case, such as CMP-7K4M-2.")
        which.add_argument("--all", action="store_true", help="Every case, and the security stream.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Says what holds; fails with a sentence for each fault where a chain breaks."""
        if options.get("all"):
            self._all()
        else:
            self._one(options["reference"])

    def _one(self, reference: str) -> None:
        stream = Stream.objects.filter(name__endswith=f":{reference}").first()
        if stream is None:
            gone = stream_gone(reference)
            if gone:
                raise CommandError(_fault(reference, gone), returncode=BREAKS)
            raise CommandError(f"There is no case {reference}.", returncode=UNKNOWN)
        broken = verify_timeline(stream)
        if broken:
            raise CommandError(_fault(reference, broken), returncode=BREAKS)
        self.stdout.write(f"{reference} stands as it was written: {stream.length} events.")
        self._say_erased(CaseEvent.objects.filter(stream=stream).exclude(digest="").count(), stream)

    def _all(self) -> None:
        found = verify_all()
        if found:
            faults = "\n".join(_fault(one.stream.rpartition(":")[2], one) for one in found)
            raise CommandError(faults, returncode=BREAKS)
        number = Stream.objects.filter(length__gt=0).count()
        self.stdout.write(f"All {number} timelines stand as they were written.")

    def _say_erased(self, written: int, stream: Stream) -> None:
        erased = written - EventContent.objects.filter(event__stream=stream).count()
        if erased:
            self.stdout.write(f"The words of {erased} of them are erased; that they were written is proved.")


def _fault(reference: str, broken: Broken) -> str:
    return f"{reference} breaks at event {broken.place}: {broken.reason}. {MEANS[broken.reason]}"
