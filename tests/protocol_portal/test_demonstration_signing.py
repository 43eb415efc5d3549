"""The demonstration council has signed, all but one in six; and its record holds."""

import pytest
from django.utils import timezone

from casework.actions.verifying import check_new_record
from casework.models import CaseEvent
from council.models import SignOff
from council.queries.signing import signings_on
from protocol_portal.demonstration.signing import write_signatures
from tests.factories.council import a_member, an_officer

pytestmark = pytest.mark.django_db


def test_most_have_signed_each_with_an_event_that_stands_in_its_chain() -> None:
    for make in (an_officer, a_member):
        for _each in range(4):
            make()
    now = timezone.now()
    assert write_signatures(now=now) == 6
    assert CaseEvent.objects.filter(kind="security.protocol-signed").count() == SignOff.objects.count() == 6
    assert sum(bool(one.missing) for one in signings_on(timezone.localdate(now))) == 2
    assert check_new_record(at=now).broken == []
