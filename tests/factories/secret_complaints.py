"""A complaint full of words that few may read, one for each side: for tests of who is shown none of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils import timezone

from complaints.models import Complaint, Handler, Side, Writing
from complaints.policies.seeing import writings_for
from complaints.queries import visible_to
from council.models import Person
from council.queries import Standing
from rulebook.post import Post
from tests.factories.complaints import a_complaint, dealing

CONCERN, STATEMENT, NOTE = "Ragstone", "Hobblethwaite", "Nettlecombe"
Knows = Callable[[Standing], bool]


@dataclass(frozen=True)
class Secret:
    """The complaint, and what stands in it."""

    complaint: Complaint
    writings: dict[str, Writing]

    def knows(self) -> dict[str, tuple[str, Knows]]:
        """By the name that addresses use: its number, and whether somebody may know of it."""
        row = self.complaint
        return {"complaint": (row.reference, lambda who: visible_to(who).filter(pk=row.pk).exists())}

    def words(self) -> Iterator[tuple[str, Knows]]:
        """Each word, with the question whether somebody may read it."""
        for word, writing in self.writings.items():
            yield word, self._reads(writing)

    def _reads(self, writing: Writing) -> Knows:
        row = self.complaint
        return lambda who: writings_for(who, row).filter(pk=writing.pk).exists()


def secret_complaint(people: dict[str, Person]) -> Secret:
    """The member complains about the director, who was not told; the monitoring officer deals with it.

    The owner, who answers to the director, did deal with it and stood aside.
    """
    member, director = people["member"], people["director"]
    row = a_complaint(complainant=member, subject=director, words=f"He called it {CONCERN} at the meeting.")
    dealing(row, people["monitoring officer"], post=Post.MONITORING_OFFICER)
    aside = dealing(row, people["owner"], Handler.Part.INVESTIGATOR, post=Post.HEAD_OF_SERVICE)
    aside.ended_at, aside.ended_because = timezone.now(), Handler.Ended.STOOD_ASIDE
    aside.save()
    kinds = {
        STATEMENT: {"kind": Writing.Kind.STATEMENT, "side": Side.SUBJECT, "by": director},
        NOTE: {"kind": Writing.Kind.NOTE, "side": Side.HANDLERS, "by": people["monitoring officer"]},
    }
    made = {
        word: row.writings.create(at=timezone.now(), text=f"It was {word}.", **given)
        for word, given in kinds.items()
    }
    return Secret(row, {CONCERN: row.writings.get(kind=Writing.Kind.CONCERN), **made})
