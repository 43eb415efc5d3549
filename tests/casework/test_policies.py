"""Who hears the alarm: the monitoring officer and the deputy of the day, and whoever stands in for them."""

import datetime

import pytest
from django.utils import timezone

from casework.models import CaseEvent
from casework.policies import may_receive_alarm
from casework.subscribers.security import alarmed
from rulebook.post import Post
from tests.factories.council import a_holder_of, an_absence, an_officer

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate(NOW)
EVENT = CaseEvent(at=NOW)


def test_the_monitoring_officer_the_deputy_and_a_confirmed_substitute_hear_and_nobody_else() -> None:
    officer, deputy = a_holder_of(Post.MONITORING_OFFICER), a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    substitute = an_officer()
    an_absence(officer, substitute, confirmed=True)
    former = a_holder_of(Post.MONITORING_OFFICER, is_acting=True, to_on=TODAY - datetime.timedelta(days=1))
    assert set(alarmed(EVENT)) == {officer, deputy, substitute}
    for person in (officer, deputy, substitute):
        assert may_receive_alarm(person, EVENT, TODAY).allowed
    for person in (former, an_officer(), a_holder_of(Post.DEMOCRATIC_SERVICES)):
        assert not may_receive_alarm(person, EVENT, TODAY).allowed


def test_a_substitute_whom_nobody_confirmed_hears_nothing() -> None:
    officer, substitute = a_holder_of(Post.MONITORING_OFFICER), an_officer()
    an_absence(officer, substitute)
    assert set(alarmed(EVENT)) == {officer}
    assert not may_receive_alarm(substitute, EVENT, TODAY).allowed
