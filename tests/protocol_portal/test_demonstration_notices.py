"""The demonstration's registers of notices, visits and contacts hold what their own forms would take.

Under each text that is asked in test_demonstration_under_each_text.py, which loads each once.
"""

import datetime
from collections import Counter

import pytest
from django.utils import timezone

from casework.forms.entries import EntryForm, initial_of
from casework.models import RegisterEntry
from casework.queries.entries import register_of, visible_to
from casework.states import EntryState
from council.models import User
from council.queries import standing_of
from protocol_portal.demonstration.councils import council_under
from rulebook.protocol import Protocol
from rulebook.protocols import PROTOCOLS, protocol

MOST = 3


def what_is_told_stands_as_its_form_takes_it(text: Protocol) -> None:
    told = [one for one in council_under(text).notices if text.register(one.kind.value)]
    assert RegisterEntry.objects.count() == len(told)
    kinds = set(RegisterEntry.objects.values_list("register", flat=True))
    assert kinds == {one.kind.value for one in text.registers}
    for entry in RegisterEntry.objects.all():
        day = timezone.localdate(entry.entered_at)
        who = standing_of(entry.entered_by, on=day)
        boxes = {**initial_of(entry), "because": "A slip of the pen", "heeded": "on"}
        form = EntryForm(
            {key: value for key, value in boxes.items() if value is not None},
            register=register_of(entry),
            text=text.key,
            who=who,
            instead_of=entry,
        )
        assert form.is_valid(), (entry.about, form.errors)
        assert set(form.wards()) == set(entry.wards.all())


def somebody_was_told_of_each_that_stands() -> None:
    for entry in RegisterEntry.objects.all():
        assert entry.told.exists() is (entry.state != EntryState.PROPOSED), entry.about
    if RegisterEntry.objects.exists():
        readers = [standing_of(user.person, on=timezone.localdate()) for user in User.objects.all()]
        assert all(
            any(visible_to(who).filter(pk=one.pk) for who in readers) for one in RegisterEntry.objects.all()
        )


def nothing_is_dated_ahead(now: datetime.datetime) -> None:
    assert not RegisterEntry.objects.filter(entered_at__gt=now).exists()
    assert not RegisterEntry.objects.filter(decided_at__gt=now).exists()


@pytest.mark.parametrize("key", PROTOCOLS)
def test_what_is_told_of_notices_has_every_register_of_the_text_with_people_and_wards_that_are_there(key):
    text = protocol(key)
    council = council_under(text)
    people = {one.name for one in (*council.members, *council.officers)}
    told = [one for one in council.notices if text.register(one.kind.value)]
    often = Counter(one.kind for one in told)
    assert set(often) == {one.kind for one in text.registers}
    assert max(often.values()) <= MOST
    for one in told:
        assert one.by in people
        assert set(one.wards) <= set(council.streets)
        boxes = {box.key for box in text.register(one.kind.value).fields}
        assert boxes & set(one.answers), one.about
