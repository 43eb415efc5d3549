"""What was entered or sent wrongly is put right: who may, what changes, who is told, what nobody reads."""

import datetime
import secrets
from dataclasses import replace

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from casework.actions.protecting import AlreadyUsed
from casework.events import registration_of
from casework.models import CaseEvent, CaseShare
from casework.queries import broken_streams
from council.models import Person
from council.rules import Grade
from enquiries.actions import correcting as actions
from enquiries.actions.correcting import Sent
from enquiries.actions.locking import Stale
from enquiries.models import Copy, Enquiry
from enquiries.policies import correcting as may
from enquiries.queries import visible_to
from enquiries.screens.exporting import as_csv
from enquiries.screens.holding import held_by
from enquiries.states import IN_HAND, OPEN, State
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import an_enquiry, moment, on_day

DAY = datetime.date(2026, 11, 23)
LATER = DAY + datetime.timedelta(days=3)
A, R, U = Outcome.ALLOWED, Outcome.REFUSED, Outcome.UNKNOWN
# The states that these actions bring a case to; the others have their own parts.
STATES = [state for state in State if state not in (State.DRAFT, State.REDIRECTED, State.MERGED)]

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Person:
    """Democratic services, who log for members."""
    return make.a_holder_of(Post.DEMOCRATIC_SERVICES)


def sent(person: Person, on: datetime.date = DAY, *, token: str = "", seen: int | None = None) -> Sent:
    """A form of that person."""
    reason = "She rang for the other councillor."
    token = token or secrets.token_urlsafe(12)
    return Sent(who=on_day(person, on), at=moment(on, 15), reason=reason, token=token, seen_version=seen)


def told(enquiry: Enquiry, kind: str) -> dict[str, set[Person]]:
    """Who is owed a letter, and the words of each."""
    event = CaseEvent.objects.filter(stream=enquiry.stream, kind=kind).latest("place")
    found: dict[str, set[Person]] = {}
    for one in event.deliveries.select_related("person"):
        registration = registration_of(kind)
        assert registration is not None
        letter = registration.render(one.person, event)  # type: ignore[misc]
        found.setdefault(letter.subject.split(":")[0], set()).add(one.person)
        assert registration.may_receive(one.person, event, timezone.localdate(event.at)).allowed  # type: ignore[misc]
        sees = visible_to(on_day(one.person, DAY)).filter(pk=enquiry.pk).exists()
        assert bool(letter.link) == sees
    return found


def again(enquiry: Enquiry) -> Enquiry:
    """The row as it stands now."""
    return Enquiry.objects.get(pk=enquiry.pk)


# Wrong member (logged by democratic services), wrong service, subject, take back: of an ordinary case and of
# a confidential one. The first stands in ALLOCATED, the last is ANSWERED.
MAY = {
    "the member": ((R, R, R, R), (R, R, R, R)),
    "another member": ((U, U, U, U), (U, U, U, U)),
    "the assistant": ((R, R, R, R), (U, U, U, U)),
    "the owner": ((R, R, A, A), (R, R, A, A)),
    "a colleague in the team": ((R, R, A, A), (U, U, U, U)),
    "a colleague who left yesterday": ((R, R, R, R), (R, R, R, R)),
    "an officer of another team": ((U, U, U, U), (U, U, U, U)),
    "the director": ((R, R, A, A), (U, U, U, U)),
    "democratic services, who logged it": ((A, A, A, A), (A, A, A, A)),
    "democratic services": ((A, A, A, A), (U, U, U, U)),
    "the monitoring officer": ((A, A, A, A), (A, A, A, A)),
}


def test_who_may_put_what_right(keeper: Person) -> None:
    housing = make.a_directorate(name="Housing")
    team = make.a_team(name="Repairs", directorate=housing)
    member, owner = make.a_member(), make.an_officer(team=team)
    directing = make.an_officer(grade=Grade.EXECUTIVE_DIRECTOR, directorate=housing)
    people = {
        "the member": member,
        "another member": make.a_member(),
        "the assistant": make.an_assistant_to(member),
        "the owner": owner,
        "a colleague in the team": make.an_officer(team=team),
        "a colleague who left yesterday": make.an_officer(team=team, to_on=DAY - datetime.timedelta(days=1)),
        "an officer of another team": make.an_officer(team=make.a_team()),
        "the director": make.a_holder_of(Post.EXECUTIVE_DIRECTOR, person=directing, directorate=housing),
        "democratic services, who logged it": keeper,
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "the monitoring officer": make.a_holder_of(Post.MONITORING_OFFICER),
    }
    found: dict[str, list[tuple[Outcome, ...]]] = {name: [] for name in people}
    for secret in (False, True):
        common = {
            "member": member,
            "officer": owner,
            "service": make.a_service(team=team),
            "received_on": DAY,
            "logged_by": keeper,
            "is_confidential": secret,
        }
        taken = an_enquiry(state=State.ALLOCATED, **common)
        answered = an_enquiry(state=State.ANSWERED, **common)
        for name, person in people.items():
            who = on_day(person, DAY)
            decisions = (
                may.may_correct_member(who, taken),
                may.may_correct_service(who, taken),
                may.may_correct_subject(who, taken),
                may.may_take_back(who, answered),
            )
            assert all(one.allowed or one.outcome is U or one.sentence for one in decisions)
            found[name].append(tuple(one.outcome for one in decisions))
    assert {name: tuple(both) for name, both in found.items()} == MAY


@pytest.mark.parametrize("state", STATES)
def test_in_which_states_what_may_be_put_right(keeper: Person, state: State) -> None:
    who = on_day(keeper, DAY)
    enquiry = an_enquiry(state=state, received_on=DAY, logged_by=keeper)
    assert may.may_correct_member(who, enquiry).allowed == (state in OPEN)
    assert may.may_correct_service(who, enquiry).allowed == (state in IN_HAND)
    assert may.may_correct_subject(who, enquiry).allowed
    assert may.may_take_back(who, enquiry).allowed == (state in (State.ANSWERED, State.CLOSED))


def test_what_a_member_sent_is_nobody_elses_by_a_correction(keeper: Person) -> None:
    own = an_enquiry(state=State.ALLOCATED, received_on=DAY)
    for person in (keeper, make.a_holder_of(Post.MONITORING_OFFICER)):
        decision = may.may_correct_member(on_day(person, DAY), own)
        assert decision.outcome is R
        assert "somebody else entered" in decision.sentence
        assert [cite.id for cite in decision.citations] == []


def test_the_wrong_member_loses_it_that_moment_and_both_are_told(keeper: Person) -> None:
    wrong, right = make.a_member(name="Priya Nair"), make.a_member(name="Peter Nairn")
    assistant = make.an_assistant_to(wrong)
    enquiry = an_enquiry(state=State.WAITING, received_on=DAY, member=wrong, logged_by=keeper)
    reader = make.a_login(make.a_member())
    share = {"granted_by": wrong, "granted_at": moment(DAY), "until": LATER}
    permission = Permission.objects.get(content_type__app_label="casework", codename="view_stream")
    CaseShare.objects.create(content_object=enquiry.stream, user=reader, permission=permission, **share)
    message = enquiry.messages.last()
    Copy.objects.create(message=message, person=reader.person, permission="author", by=wrong, at=moment(DAY))
    actions.put_member_right(sent=sent(keeper), enquiry=enquiry, member=right)
    moved = again(enquiry)
    assert (moved.member, moved.state, moved.due_on) == (right, State.WAITING, enquiry.due_on)
    for person in (wrong, assistant):
        assert not visible_to(on_day(person, DAY)).exists()
    assert visible_to(on_day(right, DAY)).get() == moved
    assert not CaseShare.objects.exists()
    assert not Copy.objects.exists()
    letters = told(enquiry, "enquiry.member_corrected")
    assert letters == {
        "Entered in your name by mistake": {wrong},
        "An enquiry is yours": {right},
        "Another member": {enquiry.owner},
    }
    assert list(broken_streams()) == []


def test_the_letter_to_the_wrong_member_names_nobody_and_stops_when_they_leave(keeper: Person) -> None:
    wrong, right = make.a_member(name="Priya Nair"), make.a_member(name="Peter Nairn")
    enquiry = an_enquiry(received_on=DAY, member=wrong, logged_by=keeper)
    actions.put_member_right(sent=sent(keeper), enquiry=enquiry, member=right)
    event = CaseEvent.objects.get(stream=enquiry.stream, kind="enquiry.member_corrected")
    registration = registration_of(event.kind)
    assert registration is not None
    letter = registration.render(wrong, event)  # type: ignore[misc]
    said = " ".join((letter.subject, *letter.lines, letter.link))
    assert "Nairn" not in said
    assert enquiry.subject not in said
    assert not registration.may_receive(make.a_person(), event, DAY).allowed  # type: ignore[misc]
    wrong.member_terms.update(to_on=DAY)
    assert not registration.may_receive(wrong, event, LATER).allowed  # type: ignore[misc]


def test_only_another_member_of_today_can_be_the_right_one(keeper: Person) -> None:
    enquiry = an_enquiry(received_on=DAY, logged_by=keeper)
    former = make.a_member(to_on=DAY - datetime.timedelta(days=1))
    for member in (former, enquiry.member, make.an_officer()):
        with pytest.raises(Refused):
            actions.put_member_right(sent=sent(keeper), enquiry=enquiry, member=member)
    assert again(enquiry).version == enquiry.version


def test_the_wrong_service_gives_it_up_and_its_days_stand(keeper: Person) -> None:
    repairs, roads = make.a_service(name="Repairs"), make.a_service(name="Roads")
    enquiry = an_enquiry(state=State.HOLDING, received_on=DAY, service=repairs)
    was = enquiry.owner
    actions.correct_service(sent=sent(keeper, LATER), enquiry=enquiry, service=roads)
    moved = again(enquiry)
    assert (moved.service, moved.team, moved.owner, moved.state) == (roads, roads.team, None, State.SENT)
    dates = ("received_on", "due_on", "promised_on", "owed_on", "acknowledged_at")
    assert [getattr(moved, name) for name in dates] == [getattr(enquiry, name) for name in dates]
    assert told(enquiry, "enquiry.service_corrected") == {
        "New enquiry": {roads.addressee},
        "Your enquiry is with another service": {enquiry.member},
        "No longer with you": {was},
    }
    week_after = DAY + datetime.timedelta(days=7)
    held = held_by([moved], today=week_after)[moved.pk]
    assert [(one.team, one.count) for one in held] == [(repairs.team.name, 3), (roads.team.name, 4)]
    file, _rows = as_csv(Enquiry.objects.filter(pk=moved.pk), today=week_after)
    assert f"{repairs.team.name}: 3; {roads.team.name}: 4" in file


def test_the_service_that_has_it_is_no_correction(keeper: Person) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED, received_on=DAY)
    with pytest.raises(Refused):
        actions.correct_service(sent=sent(keeper), enquiry=enquiry, service=enquiry.service)


def test_a_subject_is_changed_and_the_history_keeps_both(keeper: Person) -> None:
    enquiry = an_enquiry(state=State.CLOSED, received_on=DAY, subject="Heating")
    actions.correct_subject(sent=sent(keeper), enquiry=enquiry, subject=" No heating at Larch Court ")
    assert again(enquiry).subject == "No heating at Larch Court"
    event = CaseEvent.objects.get(stream=enquiry.stream, kind="enquiry.subject_corrected")
    assert event.body["reason"].startswith("From «Heating» to «No heating at Larch Court».")


def test_a_residents_name_is_neither_entered_nor_kept(keeper: Person) -> None:
    named = {"subject": "Damp: Quennell", "resident_name": "Ivy Quennell"}
    enquiry = an_enquiry(state=State.ALLOCATED, received_on=DAY, **named)
    with pytest.raises(Refused):
        actions.correct_subject(sent=sent(keeper), enquiry=enquiry, subject="Ivy is cold")
    actions.correct_subject(sent=sent(keeper), enquiry=enquiry, subject="Damp at Larch Court")
    event = CaseEvent.objects.get(stream=enquiry.stream, kind="enquiry.subject_corrected")
    assert "Quennell" not in event.body["reason"]


CORRECTIONS = ["member", "service", "subject", "take back"]


def correct(what: str, form: Sent, enquiry: Enquiry) -> None:
    """One of the four, with what it needs."""
    if what == "member":
        actions.put_member_right(sent=form, enquiry=enquiry, member=make.a_member())
    if what == "service":
        actions.correct_service(sent=form, enquiry=enquiry, service=make.a_service())
    if what == "subject":
        actions.correct_subject(sent=form, enquiry=enquiry, subject=f"Subject {secrets.token_hex(3)}")
    if what == "take back":
        actions.take_back(sent=form, enquiry=enquiry)


@pytest.mark.parametrize("what", CORRECTIONS)
def test_pressed_twice_it_is_one_event_and_opened_too_early_it_is_told_so(keeper: Person, what: str) -> None:
    state = State.ANSWERED if what == "take back" else State.ALLOCATED
    enquiry = an_enquiry(state=state, received_on=DAY, logged_by=keeper)
    form = sent(keeper, seen=enquiry.version)
    correct(what, form, enquiry)
    version, events = again(enquiry).version, CaseEvent.objects.count()
    with pytest.raises(AlreadyUsed):
        correct(what, form, enquiry)
    with pytest.raises(Stale):
        correct(what, replace(form, token="another"), enquiry)
    assert (again(enquiry).version, CaseEvent.objects.count()) == (version, events)
