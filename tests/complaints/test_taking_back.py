"""Taking a complaint back: by whoever complained alone, at any stage before it is decided."""

import pytest
from django.utils import timezone

from complaints.actions.taking_back import take_back
from complaints.models import Complaint, Side, Writing
from complaints.policies.seeing import writings_for
from complaints.states import ComplaintState
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import on_day
from tests.factories.settling import complainant, subject

pytestmark = pytest.mark.django_db
BEFORE = ("raised", "informal", "received", "acknowledged", "assessed", "investigating")


def _take(row: Complaint, by: object = None, reason: str = "") -> Complaint:
    who = on_day(by or complainant(row))  # type: ignore[arg-type]
    return take_back(who=who, row=row, reason=reason, seen_version=row.version, at=timezone.now())


@pytest.mark.parametrize("state", BEFORE)
def test_it_is_taken_back_before_it_is_decided(state: str) -> None:
    row = _take(a_complaint(state=ComplaintState(state)))
    assert (row.state, row.ended_on) == (ComplaintState.WITHDRAWN, timezone.localdate())
    assert row.stream.events.get().kind == "complaint.withdrawn"
    assert not row.writings.filter(kind=Writing.Kind.WITHDRAWAL).exists()


@pytest.mark.parametrize("state", [one for one in ComplaintState if one.value not in BEFORE])
def test_what_is_decided_or_ended_is_not_taken_back(state: ComplaintState) -> None:
    with pytest.raises(Refused, match="nothing to take back"):
        _take(a_complaint(state=state))


def test_nobody_takes_it_back_for_whoever_complained() -> None:
    row = a_complaint(subject_knows=True)
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    dealing(row, chief)
    for person in (chief, subject(row)):
        with pytest.raises(Refused, match="Only whoever complained"):
            _take(row, person)
    with pytest.raises(Refused):
        _take(row, make.an_assistant_to(complainant(row)))


def test_the_reason_is_for_those_who_deal_with_it_and_not_for_the_other_side() -> None:
    row = a_complaint(subject_knows=True)
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    dealing(row, chief)
    row = _take(row, reason=" I would rather speak with him. ")
    said = row.writings.get(kind=Writing.Kind.WITHDRAWAL)
    assert (said.text, said.side) == ("I would rather speak with him.", Side.COMPLAINANT)
    assert said in writings_for(on_day(chief), row)
    assert said not in writings_for(on_day(subject(row)), row)
