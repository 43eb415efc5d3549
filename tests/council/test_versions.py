"""Versions of the protocol: from which day each holds, what changed, and what is not adopted."""

import datetime

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from council.actions.adopting import adopt_version
from council.models import Adopted
from council.queries import protocol_in_force
from council.queries.versions import as_shipped, changes_since, version_in_force, versions
from council.rules.versions import Change, NoChange, OutOfTurn
from rulebook.protocols import UnknownProtocol
from tests.factories.council import a_person

pytestmark = pytest.mark.django_db
MARCH, JUNE = datetime.date(2027, 3, 1), datetime.date(2027, 6, 1)
DAY = datetime.timedelta(days=1)
WIDER = Change("1.1", "All members", "All members and contractors")


def adopted(
    from_on: datetime.date = MARCH, *changes: Change, text: str = "", label: str = "Amended in March"
) -> Adopted:
    return adopt_version(
        text=text or protocol_in_force().key,
        label=label,
        from_on=from_on,
        minute="Council, 25 February 2027, minute 47",
        changes=changes or (WIDER,),
        by=a_person(),
        at=timezone.now(),
    )


def test_with_nothing_adopted_the_text_as_shipped_is_in_force() -> None:
    found = version_in_force(MARCH)
    assert (found.key, found.from_on, found.changes) == (protocol_in_force().key, None, ())
    assert found == as_shipped(protocol_in_force().key)


def test_a_version_holds_from_its_first_day_with_what_reads_differently() -> None:
    row = adopted()
    assert version_in_force(MARCH - DAY).from_on is None
    found = version_in_force(MARCH)
    assert (found.label, found.from_on, found.changes) == ("Amended in March", MARCH, (WIDER,))
    assert found.key == f"{row.text}:{row.pk}"
    assert found.minute == "Council, 25 February 2027, minute 47"


def test_another_text_has_versions_of_its_own() -> None:
    other = next(key for key in ("haringey", "parish") if key != protocol_in_force().key)
    adopted(text=other)
    assert len(versions()) == 1
    assert len(versions(key=other)) == 2


def test_what_changed_since_a_signature_is_told_over_all_versions_in_between() -> None:
    first = adopted()
    adopted(
        JUNE,
        Change("1.1", WIDER.after, "Everybody"),
        Change("2", "", "A new paragraph"),
        label="Amended in June",
    )
    assert changes_since(as_shipped(protocol_in_force().key).key, on=JUNE) == (
        Change("1.1", "All members", "Everybody"),
        Change("2", "", "A new paragraph"),
    )
    assert len(changes_since(f"{first.text}:{first.pk}", on=JUNE)) == 2
    assert changes_since(f"{first.text}:{first.pk}", on=JUNE - DAY) == ()
    assert changes_since("of another text", on=JUNE) == ()


def test_what_was_changed_and_changed_back_is_no_change() -> None:
    adopted()
    adopted(JUNE, Change("1.1", WIDER.after, WIDER.before))
    assert changes_since(protocol_in_force().key, on=JUNE) == ()


def test_a_version_that_changes_nothing_begins_too_early_or_has_no_text_is_not_adopted() -> None:
    adopted(JUNE)
    for fault, asked in (
        (OutOfTurn, lambda: adopted(MARCH)),
        (NoChange, lambda: adopted(JUNE, Change("1.1", "same", "same"))),
        (UnknownProtocol, lambda: adopted(JUNE, text="atlantis")),
    ):
        with pytest.raises(fault):
            asked()
    assert Adopted.objects.count() == 1


def test_an_adopted_version_is_never_rewritten() -> None:
    row = adopted()
    for change in (lambda: Adopted.objects.filter(pk=row.pk).update(label="Other"), row.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
