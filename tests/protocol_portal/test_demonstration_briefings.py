"""The demonstration shows the life of a briefing: asked, agreed, given with date and paper, or yet to come.

Under each text that is asked in test_demonstration_under_each_text.py, which loads each once.
"""

import datetime
from itertools import pairwise

import pytest

from briefings import tasks
from briefings.models import Briefing, Matter, Pack, Session
from briefings.queries.giving import faults_of
from briefings.states import BriefingState, PackState, SessionState
from casework.models import CaseEvent
from council.models import User
from protocol_portal.demonstration.councils import council_under
from rulebook.briefing.given import Safeguard
from rulebook.briefing.request import Form
from rulebook.protocol import Protocol
from rulebook.protocols import PROTOCOLS, protocol


def dates_were_held_for_groups_with_speakers_and_lists(text: Protocol) -> None:
    held = list(Session.objects.filter(state=SessionState.HELD).prefetch_related("briefings", "speakers"))
    assert held
    for session in held:
        groups = session.briefings.all()
        assert {one.state for one in groups} == {BriefingState.GIVEN}
        assert all(one.attendees.filter(was_there=True).count() > 1 for one in groups)
        assert not any(one.attendees.filter(kind="other").exists() for one in groups)
        assert all(one.undertook_at for one in session.speakers.all())
        assert len(session.speakers.all()) == 1
        assert not faults_of(session)
    joint = [session for session in held if len(session.briefings.all()) > 1]
    assert bool(joint) is (Safeguard.JOINT in text.briefings.safeguards)
    # What one group has, another has too, as its text brings it there.
    given = Briefing.objects.filter(state=BriefingState.GIVEN)
    assert max(given.filter(matter=matter).count() for matter in Matter.objects.all()) > 1


def papers_were_certified_read_by_another_and_released() -> None:
    packs = list(Pack.objects.select_related("file"))
    assert len(packs) == 2
    for pack in packs:
        assert (pack.state, pack.number) == (PackState.RELEASED, 1)
        assert pack.certified
        assert pack.reader_id not in (None, pack.author_id)
        assert pack.file.content_type == "application/pdf"
        given = Briefing.objects.filter(matter=pack.matter_id, state=BriefingState.GIVEN)
        assert set(given.values_list("pack_sha256", flat=True)) == {pack.sha256}
    assert not Session.objects.filter(matter__form=Form.REPORT).exists()


def one_date_is_fixed_ahead_one_is_open_and_something_waits(now: datetime.datetime) -> None:
    fixed = Session.objects.get(state=SessionState.FIXED)
    still_open = Session.objects.get(state=SessionState.OFFERED)
    assert now < fixed.starts_at < still_open.starts_at
    assert fixed.speakers.exists()
    assert Briefing.objects.filter(state=BriefingState.ASKED).exists()
    assert Briefing.objects.filter(state=BriefingState.AGREED, session=None).exists()
    assert Briefing.objects.filter(state=BriefingState.DECLINED).exists()
    leads = Matter.objects.filter(sessions=fixed).values("lead")
    assert User.objects.filter(person__in=leads).exists()


def each_step_follows_the_one_before() -> None:
    rows = (*Briefing.objects.all(), *Matter.objects.all())
    for row in rows:
        moments = list(row.stream.events.order_by("place").values_list("at", flat=True))
        assert all(first <= second for first, second in pairwise(moments)), row


def nothing_is_owed_tomorrow(now: datetime.datetime) -> None:
    later = now + datetime.timedelta(hours=1)
    assert tasks.send_reminders(on=later.date(), at=later) == 0
    assert tasks.share_on(on=later.date(), at=later) == 0
    assert not CaseEvent.objects.filter(at__gt=now).exists()


@pytest.mark.parametrize("key", PROTOCOLS)
def test_what_is_told_of_briefings_names_groups_and_officers_of_the_registers(key):
    council = council_under(protocol(key))
    officers = {one.name for one in council.officers}
    assert bool(council.briefings) is bool(council.groups)
    for told in council.briefings:
        assert {told.group, *told.taken_up, *told.passed_by} <= set(council.groups)
        assert bool(told.agreed) or not told.giving
        if told.giving is None:
            continue
        giving = told.giving
        assert {*giving.speakers, giving.lead, giving.reader} - {""} <= officers
        assert giving.reader != giving.lead or not giving.pages
        assert all(set(date.chosen_by) <= set(council.groups) for date in giving.dates)
        days = [told.days - told.after, *(date.days for date in giving.dates)]
        assert days == sorted(days, reverse=True)
