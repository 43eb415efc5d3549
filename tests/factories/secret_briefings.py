"""A group's briefing full of words that no other group may read: for tests of who is shown none of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from briefings.models import Briefing, Matter
from briefings.queries import matters_visible_to, visible_to
from casework.actions.announcing import open_case
from council.models import GroupMembership, Person, PoliticalGroup
from council.queries import Standing
from rulebook.briefing.given import EqualAccess
from rulebook.briefing.request import Form, Requester
from rulebook.post import Post

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


@transaction.atomic
def secret_briefing(people: dict[str, Person]) -> SecretBriefing:
    """The group leader’s group asked the director, who agreed and sees to it."""
    leader, director = people["group leader"], people["director"]
    group = PoliticalGroup.objects.get(pk=GroupMembership.objects.get(person=leader).group_id)
    at = timezone.now()
    number, stream = open_case("matter", "MAT")
    matter = Matter.objects.create(
        reference=number,
        stream=stream,
        protocol="waltham-forest",
        subject=f"The {MATTER} scheme",
        form=Form.BRIEFING.value,
        equal_access=EqualAccess.ON_REQUEST.value,
        lead=director,
        opened_at=at,
    )
    number, stream = open_case("briefing", "BRF")
    briefing = Briefing.objects.create(
        reference=number,
        stream=stream,
        protocol="waltham-forest",
        group=group,
        matter=matter,
        form=Form.BRIEFING.value,
        state="agreed",
        asked_by=leader,
        asked_as=Requester.GROUP_LEADER.value,
        asked_at=at,
        subject=f"What {SUBJECT} costs",
        words=f"We think that {WORDS} is hiding it.",
        asked_of=Post.CHIEF_EXECUTIVE.value,
        to_decide=Post.CHIEF_EXECUTIVE.value,
        decided_by=director,
        decided_at=at,
    )
    return SecretBriefing(briefing, matter)
