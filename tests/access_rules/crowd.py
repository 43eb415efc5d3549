"""A large council for tests of speed: the council made by chance, its people and papers many times over."""

import copy
from collections.abc import Iterable
from itertools import cycle, islice
from typing import Any

from django.db.models import Model

from access_rules.models import Document, DocumentGrant
from casework.models import Stream
from council.models import GroupMembership, MemberTerm, OfficerAppointment, Person, Seat, User
from tests.access_rules.chance import Town
from tests.access_rules.town import a_town

SEEDS = 120
# Offices that one person has at a time: whoever is made like them is an ordinary member.
ONE_ALONE = ("leader", "deputy-leader", "whip", "chair", "vice-chair")
REGISTERS: tuple[type[Model], ...] = (MemberTerm, OfficerAppointment, GroupMembership, Seat)


def a_crowd(*, people: int, papers: int) -> Town:
    """So many people, each with the terms, seats and groups of one of the town; so many papers, likewise."""
    town = a_town(papers=min(papers, SEEDS))
    _more_papers(town, papers - len(town.documents))
    _more_people(town, people - len(town.people))
    return town


def _again(rows: Iterable[Any], **columns: Any) -> list[Any]:
    """The same rows once more, as new ones, with other values in some columns."""
    made = []
    for row in rows:
        new = copy.copy(row)
        new._state = copy.copy(row._state)
        new.pk, new._state.adding = None, True
        for name, value in columns.items():
            setattr(new, name, value)
        made.append(new)
    return made


def _more_papers(town: Town, number: int) -> None:
    named = [f"DOC-C{place:05d}" for place in range(max(number, 0))]
    streams = Stream.objects.bulk_create([Stream(name=f"document:{name}") for name in named])
    rows = []
    for name, stream, seed in zip(named, streams, islice(cycle(town.documents), len(named)), strict=True):
        rows += _again([seed], reference=name, stream=stream)
    town.documents += Document.objects.bulk_create(rows)


def _more_people(town: Town, number: int) -> None:
    seeds = list(islice(cycle(list(town.people.values())), max(number, 0)))
    named = [
        Person(first_name="Many", last_name=f"Person {place}", email=f"many{place}@council.example")
        for place in range(len(seeds))
    ]
    people = Person.objects.bulk_create(named)
    for register in REGISTERS:
        kept: dict[int, list[Any]] = {}
        for row in register._default_manager.filter(person__in=set(seeds)):
            kept.setdefault(row.person_id, []).append(row)
        rows = [
            new
            for seed, person in zip(seeds, people, strict=True)
            for new in _again(kept.get(seed.pk, []), person=person)
        ]
        for row in rows:
            if getattr(row, "office", "") in ONE_ALONE:
                row.office = "member"
        register._default_manager.bulk_create(rows)
    town.people |= {f"many {person.pk}": person for person in people}
    _given_again(town, people)


def _given_again(town: Town, people: list[Person]) -> None:
    """Three papers by name to each."""
    logins = User.objects.bulk_create([User(email=one.email, person=one) for one in people])
    seed = DocumentGrant.objects.order_by("pk")[0]
    rows = []
    for login in logins:
        for document in town.chance.sample(town.documents, 3):
            rows += _again([seed], user=login, content_object=document)
    DocumentGrant.objects.bulk_create(rows)
