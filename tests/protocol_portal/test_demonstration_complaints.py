"""The demonstration shows complaints in every stage that its text has, and gives none of them away."""

import datetime
from zoneinfo import ZoneInfo

import pytest

from casework.models import CaseEvent, Delivery
from casework.queries import broken_streams
from complaints import tasks
from complaints.models import Airing, Complaint, HandedOn, Handler, Remedy
from complaints.policies.raising import has_informal_stage
from complaints.queries.watching import waiting_for
from complaints.states import ComplaintState
from council.models import Relationship, User
from council.queries import standing_of
from protocol_portal.demonstration.councils import council_under
from protocol_portal.demonstration.grievances import Act
from rulebook.complaint import PartyKind
from rulebook.protocol import BodyKind
from rulebook.protocols import PROTOCOLS, protocol

LONDON = ZoneInfo("Europe/London")
NOW = datetime.datetime(2026, 11, 23, 10, 30, tzinfo=LONDON)
EVERYWHERE = {
    ComplaintState.RAISED,
    ComplaintState.RECEIVED,
    ComplaintState.REFERRED,
    ComplaintState.CLOSED,
    ComplaintState.WITHDRAWN,
}


def they_stand_in_every_stage_of(key: str) -> None:
    found = set(Complaint.objects.values_list("state", flat=True))
    assert found >= EVERYWHERE
    if protocol(key).body is not BodyKind.PARISH:
        assert found >= {ComplaintState.INVESTIGATING, ComplaintState.DECIDED}
    settles = [(PartyKind.MEMBER, PartyKind.OFFICER), (PartyKind.OFFICER, PartyKind.MEMBER)]
    if any(has_informal_stage(key, *kinds) for kinds in settles):
        assert ComplaintState.INFORMAL in found or Complaint.objects.filter(outcome="settled").exists()
    assert set(Complaint.objects.values_list("complainant_kind", flat=True)) == {"member", "officer"}


def one_is_late_and_one_is_erased(today: datetime.date) -> None:
    assert Complaint.objects.filter(state=ComplaintState.RECEIVED, acknowledge_by__lt=today).exists()
    erased = Complaint.objects.get(erased_at__isnull=False)
    assert erased.complainant is None
    assert not erased.writings.exclude(text="").exists()
    upheld = Complaint.objects.filter(state=ComplaintState.CLOSED, outcome__in=("upheld", "partly"))
    assert upheld.exclude(learning="").filter(remedies__done_on__isnull=False).exists()


def what_is_beside_them_is_there(key: str) -> None:
    council = council_under(protocol(key))
    assert Relationship.objects.count() == len(council.grievances.ties)
    if protocol(key).body is not BodyKind.PARISH:
        assert Airing.objects.exists()
        assert Handler.objects.filter(ended_because=Handler.Ended.STOOD_ASIDE).exists()
        assert Remedy.objects.filter(done_on=None, due_on__lt=NOW.date()).exists()
    asks = protocol(key).complaints.hand_on
    assert HandedOn.objects.exists() == bool(asks)


def somebody_who_signs_in_has_something_to_do(today: datetime.date) -> None:
    visitors = [user.person for user in User.objects.select_related("person")]
    standings = [standing_of(person, on=today) for person in visitors if person]
    assert any(waiting_for(who).exists() for who in standings)
    for row in Complaint.objects.filter(state=ComplaintState.RECEIVED).select_related("subject"):
        assert row.subject_told_at is None


def nothing_is_owed_tomorrow() -> None:
    later = NOW + datetime.timedelta(hours=1)
    assert tasks.send_reminders(on=later.date(), at=later) == 0
    assert tasks.erase_on(on=later.date(), at=later) == 0
    assert tasks.look_at_open_complaints(on=later.date(), at=later) == 0
    assert not list(broken_streams({}))
    assert not Delivery.objects.exclude(state=Delivery.State.SENT).exists()
    assert not CaseEvent.objects.filter(at__gt=NOW).exists()


@pytest.mark.parametrize("key", PROTOCOLS)
def test_what_is_told_names_only_people_of_the_registers_in_the_order_of_days(key):
    council = council_under(protocol(key))
    people = {one.name for one in (*council.members, *council.officers)}
    for told in council.grievances.complaints:
        assert {told.by, told.about} <= people
        days = [told.days, *(done.days for done in told.course)]
        assert days == sorted(days, reverse=True), told.what
        assert min(days) >= 1
        owners = [done.words[1] for done in told.course if done.act is Act.REMEDY]
        assert set(owners) <= people
    for tie in council.grievances.ties:
        assert {tie.by, tie.other} <= people
