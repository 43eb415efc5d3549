"""Whatever happens, no group has less than the text gives it, and none reads another's talk."""

import datetime

import pytest
import time_machine
from django.urls import reverse

from briefings.models import Briefing, Matter
from briefings.queries import visible_to
from briefings.queries.answering import groups_on
from council.models import GroupMembership, MemberTerm, Person
from rulebook.briefing.given import EqualAccess
from tests.briefings.a_town import Town, a_town, live, words_of
from tests.factories.browsers import signed_in

pytestmark = pytest.mark.django_db
BEGINS = datetime.date(2026, 2, 3)
TEXTS = ("waltham-forest", "haringey", "wokingham-2007", "wokingham-2014", "mwda", "parish")
LIVES, STEPS = 10, 9


def is_for_all(matter: Matter) -> bool:
    """Offered from the agreement on; told once an officer attended, or once the report was prepared."""
    told = {
        EqualAccess.OFFER_ALL.value: True,
        EqualAccess.INFORM_ALL.value: any(one.state == "held" for one in matter.sessions.all()),
        EqualAccess.INFORM_ALL_COPY_ON_REQUEST.value: any(
            one.state == "released" for one in matter.packs.all()
        ),
    }
    return told.get(matter.equal_access, False)


def lacking(town: Town) -> list[tuple[str, str]]:
    """Which group of the day lacks which matter, told from the rows alone."""
    rows = list(Briefing.objects.filter(matter__isnull=False))
    asked = {(row.matter_id, row.group_id) for row in rows if row.origin == "asked"}
    others = {(row.matter_id, row.group_id) for row in rows if row.state not in ("withdrawn", "declined")}
    groups, has = list(groups_on(town.day)), asked | others
    return [
        (matter.reference, group.name)
        for matter in Matter.objects.filter(closed_on__isnull=True).prefetch_related("sessions", "packs")
        if is_for_all(matter)
        for group in groups
        if (matter.pk, group.pk) not in has
    ]


def reading(town: Town) -> list[tuple[int, str]]:
    """Every member who may read a row of a group in which they are not today."""
    found = []
    for person in Person.objects.filter(pk__in=MemberTerm.objects.values("person")):
        membership = GroupMembership.objects.on(town.day).filter(person=person).first()
        own = membership.group_id if membership else None
        found += [
            (person.pk, row.reference)
            for row in visible_to(town.as_of(person))
            if row.group_id != own or (row.words and row.words != words_of(row.group_id))
        ]
    return found


@pytest.mark.parametrize("text", TEXTS)
def test_no_group_ends_with_less_and_none_reads_anothers_words(settings: object, text: str) -> None:
    settings.PROTOCOL = text  # type: ignore[attr-defined]
    town = a_town(text, on=BEGINS, seed=TEXTS.index(text))
    for _life in range(LIVES):
        live(town, steps=STEPS)
        assert lacking(town) == [], town.done
        assert town.refused_twice == [], town.done
    assert reading(town) == []
    # The town did something: groups asked, and were answered.
    assert Briefing.objects.filter(decided_at__isnull=False).count() > 3
    with time_machine.travel(town.at, tick=False):
        _pages_hold_no_words_of_others(town)


def _pages_hold_no_words_of_others(town: Town) -> None:
    memberships = GroupMembership.objects.on(town.day)
    rows = Briefing.objects.filter(group__in=memberships.values("group")).order_by("-pk")
    for row in town.chance.sample(list(rows), 2):
        browser = signed_in(memberships.filter(group=row.group).first().person)
        page = browser.get(reverse("briefing", args=[row.reference]))
        assert page.status_code == 200
        others = Briefing.objects.exclude(group=row.group).exclude(words="").values_list("words", flat=True)
        assert not [words for words in others if words in page.content.decode()]
