"""Does every list show what the rule opens? Everybody in post before every paper, for the nightly check."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from access_rules.models import AccessRequest, Document
from access_rules.policies.answers import Answers
from access_rules.policies.seeing import decided_in, given_in, may_open, opening
from access_rules.queries.answered import answered_for
from access_rules.queries.asked import ASSISTANT, capacities_of
from access_rules.queries.facts import with_facts
from access_rules.queries.grants import grants_that_stand
from access_rules.queries.requests import determined_that_stand
from access_rules.queries.seers import Seer, seers_of
from access_rules.queries.visible import visible_to
from council.models import Person
from council.queries import standings_of

# So many documents are held in memory at once, however large the register is.
BATCH = 2_000


@dataclass(frozen=True)
class Drift:
    """A person and a document of which list and rule say different things; by key.

    `is_listed`: the list shows what the rule does not open. Else the rule opens what the list leaves out.
    """

    person: int
    document: int
    is_listed: bool


def drift_on(day: datetime.date, *, size: int = BATCH) -> Iterator[Drift]:
    """Every difference on the day; one query for each person and batch, none for a person and a document.

    What changed while the check ran is no difference: each is asked again, by itself, before it is told.
    """
    standings = standings_of(Person.objects.filter(merged_into__isnull=True), on=day).values()
    seers = seers_of([who for who in standings if who.in_post])
    for documents in _batches(size):
        found = list(_differing(seers, documents, on=day))
        yield from (one for one in found if _is_so_still(one, seers[one.person], documents[one.document]))


def _batches(size: int) -> Iterator[dict[int, Document]]:
    """The whole register by key, so many at a time."""
    last = 0
    while True:
        rows = with_facts(Document.objects.filter(pk__gt=last)).order_by("pk")[:size]
        found = {row.pk: row for row in rows}
        if not found:
            return
        yield found
        last = max(found)


def _differing(
    seers: Mapping[int, Seer], documents: Mapping[int, Document], *, on: datetime.date
) -> Iterator[Drift]:
    within = {"pk__gte": min(documents), "pk__lte": max(documents)}
    given = given_in(grants_that_stand(on).filter(content_object__in=documents))
    decided = decided_in(determined_that_stand(on).filter(document__in=documents))
    batch = Answers()
    for person, seer in seers.items():
        listed = set(visible_to(seer.who).filter(**within).values_list("pk", flat=True))
        answered = _answered_in_place(seer, documents)
        for key, document in documents.items():
            right = opening(
                seer,
                document,
                grants=given.get((person, key), ()),
                decided=decided.get((person, key), ()),
                answered=answered.get((person, key), ()),
                batch=batch,
            )
            if right.allowed is not (key in listed):
                yield Drift(person, key, is_listed=key in listed)


def _answered_in_place(
    seer: Seer, documents: Mapping[int, Document]
) -> dict[tuple[int, int], list[AccessRequest]]:
    """What the rules answered to an assistant in a member’s place; no other answer opens what no list has."""
    if ASSISTANT not in capacities_of(seer.who):
        return {}
    return decided_in(answered_for(seer.who).filter(on_behalf_of__isnull=False, document__in=documents))


def _is_so_still(one: Drift, seer: Seer, document: Document) -> bool:
    """The same question asked of the rows as they are now."""
    who = seer.who
    listed = visible_to(who).filter(pk=one.document).exists()
    row = with_facts(Document.objects.filter(pk=document.pk)).first()
    opened = row is not None and may_open(who, row).allowed
    return listed is one.is_listed and opened is not listed
