"""Going on formally: when it was tried, with a reason when not, and at once where it is graver."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from complaints.actions.going_formal import add_allegation, go_formal
from complaints.actions.standing_aside import ask_for_another
from complaints.models import Complaint, Handler, Writing
from complaints.queries import visible_to
from complaints.queries.helping import who_may_help
from complaints.queries.judging import found_of
from complaints.queries.settling import answer_by
from complaints.screens.case import before_formal
from complaints.screens.settling import goes
from complaints.states import ComplaintState
from council.models import Person
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import dealing
from tests.factories.enquiries import on_day
from tests.factories.settling import a_concern, a_helper, complainant, subject, told, tried

pytestmark = pytest.mark.django_db


def _go(
    row: Complaint, *, by: Person | None = None, reason: str = "", on: datetime.date | None = None
) -> Complaint:
    who = on_day(by or complainant(row), on)
    return go_formal(who=who, row=row, reason=reason, seen_version=None, at=timezone.now())


def _allege(row: Complaint, *alleges: str) -> Complaint:
    return add_allegation(
        who=on_day(complainant(row)),
        row=row,
        alleges=alleges,
        words="He took money.",
        seen_version=None,
        at=timezone.now(),
    )


@pytest.fixture(autouse=True)
def _somebody_receives_it() -> None:
    make.a_holder_of(Post.CHIEF_EXECUTIVE)
    make.a_holder_of(Post.MONITORING_OFFICER)


def test_not_settled_it_goes_on_without_a_reason_and_the_text_is_asked_again() -> None:
    row = told(a_concern())
    tried(row, subject(row), settled=False)
    row = _go(row)
    assert (row.state, row.informal_tried) == (ComplaintState.RECEIVED, True)
    assert not row.writings.filter(kind=Writing.Kind.SKIPPED).exists()


def test_where_nobody_answers_it_goes_on_after_the_day_and_not_on_it() -> None:
    row = told(a_concern())
    tried(row, complainant(row))
    last = answer_by(row)
    with pytest.raises(ValidationError, match="Say why"):
        _go(row, on=last)
    row = _go(row, on=last + datetime.timedelta(days=1))
    assert (row.state, row.informal_tried) == (ComplaintState.RECEIVED, True)


def test_asking_that_a_helper_stands_aside_gives_the_concern_to_nobody_and_it_can_go_on() -> None:
    row = a_concern()
    handler = row.handlers.get(person=a_helper(row))
    who = on_day(complainant(row))
    words = {"reasons": "They drink together.", "seen_version": None, "at": timezone.now()}
    row = ask_for_another(who=who, row=row, handler=handler, **words)
    assert not row.handlers.filter(part=Handler.Part.RECIPIENT).exists()
    row = _go(row, reason="I am afraid of him.")
    assert row.state == ComplaintState.RECEIVED


def test_nobody_is_held_in_the_informal_stage_who_says_why() -> None:
    row = a_concern()
    with pytest.raises(ValidationError, match="Say why"):
        _go(row, reason="  ")
    row = _go(row, reason="I am afraid of him.")
    assert row.state == ComplaintState.RECEIVED
    assert row.writings.get(kind=Writing.Kind.SKIPPED).text == "I am afraid of him."


def test_what_was_tried_and_what_was_passed_over_is_kept_as_it_was() -> None:
    """Nobody who goes on with a reason has tried it; nobody who tried it in vain has passed it over."""
    skipped = _go(a_concern(), reason="I am afraid of him.")
    waited = told(a_concern())
    tried(waited, complainant(waited))
    waited = _go(waited, reason="It gets worse every day.")
    failed = told(a_concern())
    tried(failed, subject(failed), settled=False)
    failed = _go(failed)
    graver = _allege(told(a_concern()), "bullying")
    found = {one: before_formal(one) for one in (skipped, waited, failed, graver)}
    assert [one.informal_tried for one in found] == [False, False, True, False]
    assert list(found.values()) == [
        "Passed over, for a reason that is on the file",
        "Passed over, for a reason that is on the file",
        "Tried first, and not settled",
        "Not asked for, because of what is alleged",
    ]
    for row in found:
        assert row.route["step"] == "formal"
        assert "was tried" not in row.route["reason"] or row.informal_tried
        assert decided_by(row) == row.route["decided_by"]


def decided_by(row: Complaint) -> object:
    """Who decides once it is said how it ends, by the same facts."""
    return found_of(row, on=timezone.localdate(), ends=Complaint.Outcome.NOT_UPHELD).decided_by


def test_whoever_helped_learns_no_more_of_the_formal_complaint() -> None:
    row = a_concern()
    helper = a_helper(row)
    _go(row, reason="It gets worse.")
    assert Handler.objects.get(person=helper).ended_because == Handler.Ended.OVER
    assert not visible_to(on_day(helper)).exists()


def test_only_whoever_raised_it_goes_on_formally() -> None:
    row = told(a_concern())
    for person in (subject(row), a_helper(row)):
        with pytest.raises(Refused, match="Only whoever raised"):
            _go(row, by=person, reason="They want it.")


@pytest.mark.parametrize("alleged", ["bullying", "fraud", "criminality", "safeguarding"])
def test_something_graver_is_formal_at_once(alleged: str) -> None:
    row = _allege(told(a_concern()), alleged)
    assert row.state == ComplaintState.RECEIVED
    assert row.alleges == ["conduct", alleged]
    assert "He took money." in row.writings.values_list("text", flat=True)
    assert "complaint.added" in row.stream.events.values_list("kind", flat=True)


def test_what_is_not_graver_is_no_way_past_the_informal_stage() -> None:
    for alleged in ((), ("conduct",), ("protocol-breach",)):
        with pytest.raises(ValidationError, match="Choose what else"):
            _allege(a_concern(), *alleged)


def test_it_goes_to_whoever_is_chosen_where_the_text_lets_one_be_chosen() -> None:
    directorate = make.a_directorate()
    director = make.a_holder_of(Post.EXECUTIVE_DIRECTOR, directorate=directorate)
    row = a_concern(subject=make.an_officer(directorate=directorate))
    who = on_day(complainant(row))
    way = goes(row, on=who.on)
    assert way.choose
    assert str(director.pk) in [number for number, _name in way.to]
    given = {"who": who, "row": row, "reason": "I am afraid of him.", "seen_version": None}
    with pytest.raises(ValidationError, match="Choose who receives it"):
        go_formal(at=timezone.now(), **given)
    with pytest.raises(ValidationError, match="Choose one"):
        go_formal(choice=complainant(row).pk, at=timezone.now(), **given)
    row = go_formal(choice=director.pk, at=timezone.now(), **given)
    assert row.handlers.get(part=Handler.Part.RECIPIENT).person == director
    assert row.handlers.get(part=Handler.Part.COPIED).post == "monitoring-officer"


def test_the_formal_complaint_goes_to_no_helper_by_habit_and_never_to_a_side() -> None:
    row = told(a_concern())
    helper = a_helper(row)
    tried(row, subject(row), settled=False, helper=helper)
    row = _go(row)
    deals = set(row.handlers.filter(ended_at__isnull=True).values_list("person_id", flat=True))
    assert deals
    assert not deals & {helper.pk, subject(row).pk, complainant(row).pk}


def test_at_merseyside_the_director_who_helped_has_the_formal_complaint_too() -> None:
    director = make.a_holder_of(Post.DIRECTOR)
    row = a_concern(protocol="mwda")
    assert [one.person for one in who_may_help(row, on=timezone.localdate())] == [director]
    dealing(row, director, Handler.Part.HELPER, post=Post.DIRECTOR)
    row = _go(row, reason="It is in the papers already.")
    assert {one.part: one.ended_because for one in row.handlers.filter(person=director)} == {
        "helper": "over",
        "to": "",
    }
    assert visible_to(on_day(director)).get() == row
