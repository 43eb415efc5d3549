"""The register of close relationships: one is entered, ends, and what was settled on it is written down."""

import datetime

from django.db import transaction

from council.models import Person, Relationship


@transaction.atomic
def enter_relationship(
    *,
    person: Person,
    other: Person,
    tie: str,
    words: str,
    at_meetings: bool,
    told: Person | None,
    told_post: str,
    on: datetime.date,
) -> tuple[Relationship, bool]:
    """The row, from that day on, and whether it is new: the same that still holds is given back.

    Raises ValueError for a tie that there is not.
    """
    tie = Relationship.Tie(tie).value
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    running = Relationship.objects.on(on).filter(person=person, other=other, tie=tie)
    found: Relationship | None = running.order_by("pk").first()
    if found is not None:
        return found, False
    row = Relationship.objects.create(
        person=person,
        other=other,
        tie=tie,
        words=words,
        at_meetings=at_meetings,
        told=told,
        told_post=told_post,
        declared_on=on,
        from_on=on,
    )
    return row, True


def end_relationship(*, row: Relationship, on: datetime.date) -> Relationship:
    """That day is its last. The caller locked the row."""
    row.to_on = on
    row.save(update_fields=["to_on"])
    return row


def write_down_settled(*, row: Relationship, words: str) -> Relationship:
    """What was advised, or settled between the two. The caller locked the row."""
    row.settled = words
    row.save(update_fields=["settled"])
    return row
