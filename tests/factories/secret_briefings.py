"""A group's briefing full of words that no other group may read: for tests of who is shown none of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils import timezone

from briefings.models import Briefing, Matter
from briefings.queries import matters_visible_to, visible_to
from briefings.states import BriefingState
from council.models import GroupMembership, Person, PoliticalGroup
from council.queries import Standing
from rulebook.briefing.given import EqualAccess
from tests.factories.briefings import a_briefing, a_matter

SUBJECT, WORDS, MATTER = "Hawthornden", "Pettigrew", "Larkrise"
Knows = Callable[[Standing], bool]


@dataclass(frozen=True)
class SecretBriefing:
    """The request of one group, agreed, and the matter that it became."""

    briefing: Briefing
    matter: Matter

    def knows(self) -> dict[str, tuple[str, Knows]]:
        """By the name that addresses use: the number, and whether somebody may know of it."""
        row, matter = self.briefing, self.matter
        return {
            "briefing": (row.reference, lambda who: visible_to(who).filter(pk=row.pk).exists()),
            "matter": (matter.reference, lambda who: matters_visible_to(who).filter(pk=matter.pk).exists()),
        }

    def words(self) -> Iterator[tuple[str, Knows]]:
        """Each word, with the question whether somebody may read it."""
        known = self.knows()
        yield SUBJECT, known["briefing"][1]
        yield WORDS, known["briefing"][1]
        yield MATTER, lambda who: known["matter"][1](who) or known["briefing"][1](who)


def secret_briefing(people: dict[str, Person]) -> SecretBriefing:
    """The group leader’s group asked the director, who agreed and sees to it."""
    leader, director = people["group leader"], people["director"]
    group = PoliticalGroup.objects.get(pk=GroupMembership.objects.get(person=leader).group_id)
    matter = a_matter(director, subject=f"The {MATTER} scheme", equal_access=EqualAccess.ON_REQUEST.value)
    briefing = a_briefing(
        group,
        leader,
        BriefingState.AGREED,
        matter=matter,
        subject=f"What {SUBJECT} costs",
        words=f"We think that {WORDS} is hiding it.",
        decided_by=director,
        decided_at=timezone.now(),
    )
    return SecretBriefing(briefing, matter)
