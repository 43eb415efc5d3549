"""Standing aside: by oneself, at somebody’s word, by the clock; the next in line has it, dated."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from casework.actions.locking import Stale
from casework.models import CaseEvent, Delivery
from complaints import events
from complaints.actions.standing_aside import ask_for_another, name_another, stand_aside
from complaints.models import Complaint, Handler, Side, Writing
from complaints.policies.seeing import writings_for
from complaints.policies.standing_aside import may_ask_for_another, may_name_another, may_stand_aside
from complaints.queries import visible_to
from complaints.queries.replacing import replacements
from complaints.states import ComplaintState
from council.models import Person, Relationship
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.complaints.standing import by_an_officer, open_of, the_line
from tests.factories import council as make
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY = TODAY - datetime.timedelta(days=1)
WHY = "I sat in the meeting myself."


def aside(person: Person, row: Complaint, to: Person | None, **more: object) -> Complaint:
    """The person stands aside, and confirms who takes it."""
    row = Complaint.objects.get(pk=row.pk)
    given = {"reasons": WHY, "seen_version": row.version, "at": timezone.now(), **more}
    return stand_aside(who=on_day(person), row=row, replaced_by=to.pk if to else None, **given)  # type: ignore[arg-type]


def test_whoever_stands_aside_loses_sight_at_once_and_the_next_has_it_dated_and_confirmed() -> None:
    line = the_line()
    olive, chief = line["monitoring officer"], line["chief executive"]
    row = by_an_officer()
    dealing(row, olive, post=Post.MONITORING_OFFICER)
    dealing(row, olive, Handler.Part.INVESTIGATOR, post=Post.MONITORING_OFFICER)
    row = aside(olive, row, chief)
    assert not visible_to(on_day(olive)).exists()
    assert not writings_for(on_day(olive), row).exists()
    assert open_of(row) == {("to", chief.pk), ("investigates", chief.pk)}
    for old in row.handlers.filter(person=olive):
        assert (old.ended_because, old.replaced_by.person) == (Handler.Ended.STOOD_ASIDE, chief)
        assert old.replaced_by.confirmed_by == olive
        assert old.ended_at == old.replaced_by.named_at
    # The new one knows of it, and reads nothing before they accept to keep it confidential.
    assert visible_to(on_day(chief)).exists()
    assert not writings_for(on_day(chief), row).exists()


def test_the_reasons_are_for_those_who_deal_with_it_and_no_event_holds_a_word() -> None:
    line = the_line()
    row = by_an_officer(subject_knows=True)
    dealing(row, line["monitoring officer"], post=Post.MONITORING_OFFICER)
    row = aside(line["monitoring officer"], row, line["deputy"])
    Handler.objects.filter(ended_at=None).update(accepted_at=timezone.now())
    reads = {
        name: writings_for(on_day(one), row).filter(kind=Writing.Kind.RECUSAL).exists()
        for name, one in {"deputy": line["deputy"], "side": row.complainant, "subject": row.subject}.items()
        if one is not None
    }
    assert reads == {"deputy": True, "side": False, "subject": False}
    for event in CaseEvent.objects.filter(stream=row.stream):
        assert WHY not in str(event.facts)


PROPOSED = {
    "nobody is barred": ({}, ["chief executive", "deputy", "section 151 officer"]),
    "it is about the chief executive": ({"subject": "chief executive"}, ["deputy", "section 151 officer"]),
    "the chief executive complains": ({"complainant": "chief executive"}, ["deputy", "section 151 officer"]),
    "it is about the deputy": ({"subject": "deputy"}, ["chief executive", "section 151 officer"]),
}


@pytest.mark.parametrize("case", PROPOSED)
def test_the_next_in_line_is_proposed_and_never_a_side(case: str) -> None:
    line = the_line()
    sides, expected = PROPOSED[case]
    row = a_complaint(**{side: line[name] for side, name in sides.items()}, protocol="haringey")
    dealing(row, line["monitoring officer"], post=Post.MONITORING_OFFICER)
    names = {person.pk: name for name, person in line.items()}
    found = replacements(row, line["monitoring officer"], part="to", on=TODAY)
    assert [names[one.person.pk] for one in found if one.person.pk in names] == expected


def test_whoever_stood_aside_is_proposed_no_more_and_whoever_has_a_tie_only_where_nobody_else_is() -> None:
    line = the_line()
    olive, chief, deputy = line["monitoring officer"], line["chief executive"], line["deputy"]
    row = by_an_officer(protocol="haringey")
    dealing(row, olive, post=Post.MONITORING_OFFICER)
    Relationship.objects.create(
        person=deputy, other=row.subject, tie="friendship", from_on=make.LONG_AGO, declared_on=make.LONG_AGO
    )
    row = aside(olive, row, chief)
    found = replacements(row, chief, part="to", on=TODAY)
    assert [one.person for one in found] == [line["section 151 officer"]]


def test_whoever_was_not_offered_is_not_taken() -> None:
    line = the_line()
    row = by_an_officer()
    dealing(row, line["monitoring officer"], post=Post.MONITORING_OFFICER)
    for other in (row.subject, row.complainant, make.an_officer(), None):
        with pytest.raises(ValidationError):
            aside(line["monitoring officer"], row, other)
    assert open_of(row) == {("to", line["monitoring officer"].pk)}
    with pytest.raises(Stale):
        aside(line["monitoring officer"], row, line["deputy"], seen_version=-1)


def test_the_last_of_all_cannot_leave_it_to_nobody() -> None:
    olive = make.a_holder_of(Post.MONITORING_OFFICER)
    row = by_an_officer()
    dealing(row, olive, post=Post.MONITORING_OFFICER)
    decision = may_stand_aside(on_day(olive), row)
    assert decision.outcome is Outcome.REFUSED
    assert "Ask somebody from outside" in decision.sentence


def test_whoever_has_a_copy_is_not_replaced() -> None:
    line = the_line()
    row = by_an_officer()
    dealing(row, line["chief executive"])
    dealing(row, line["monitoring officer"], Handler.Part.COPIED, post=Post.MONITORING_OFFICER)
    row = aside(line["monitoring officer"], row, None)
    assert open_of(row) == {("to", line["chief executive"].pk)}


# Who may stand aside, ask that the chief executive does, and say who takes their place.
MAY = {
    "chief executive": "aa-",
    "investigator": "aaa",
    "monitoring officer with a copy": "aaa",
    "head with a copy": "aa-",
    "officer who complains": "-a-",
    "member complained about": "-a-",
    "deputy": "---",
    "stands in for the chief executive": "---",
    "assistant of the member": "---",
    "democratic services": "---",
    "who stood aside": "---",
}


def a_council() -> tuple[dict[str, Person], Complaint, Handler]:
    """Everybody who has a part in it, and those who nearly have; of the chief executive somebody asked."""
    line = the_line()
    row = by_an_officer(subject_knows=True)
    assert row.complainant is not None
    assert row.subject is not None
    people = {
        "chief executive": line["chief executive"],
        "investigator": make.an_officer(),
        "monitoring officer with a copy": line["monitoring officer"],
        "head with a copy": make.an_officer(),
        "officer who complains": row.complainant,
        "member complained about": row.subject,
        "deputy": line["deputy"],
        "stands in for the chief executive": make.an_officer(),
        "assistant of the member": make.an_assistant_to(row.subject),
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "who stood aside": make.an_officer(),
    }
    chief = dealing(row, people["chief executive"])
    dealing(row, people["investigator"], Handler.Part.INVESTIGATOR, post=Post.SENIOR_MANAGER)
    dealing(row, people["monitoring officer with a copy"], Handler.Part.COPIED, post=Post.MONITORING_OFFICER)
    dealing(row, people["head with a copy"], Handler.Part.COPIED, post=Post.HEAD_OF_SERVICE)
    gone = dealing(row, people["who stood aside"], post=Post.SENIOR_MANAGER)
    Handler.objects.filter(pk=gone.pk).update(ended_at=timezone.now(), ended_because="stood-aside")
    make.an_absence(people["chief executive"], people["stands in for the chief executive"], confirmed=True)
    ask_for_another(
        who=on_day(row.complainant),
        row=row,
        handler=chief,
        reasons="They are close.",
        seen_version=None,
        at=timezone.now(),
    )
    return people, Complaint.objects.get(pk=row.pk), Handler.objects.get(pk=chief.pk)


def test_who_may_stand_aside_and_who_asks_and_who_confirms() -> None:
    people, row, handler = a_council()
    found = {}
    for role, person in people.items():
        who = on_day(person)
        asked = (
            may_stand_aside(who, row),
            may_ask_for_another(who, row),
            may_name_another(who, row, handler),
        )
        found[role] = "".join("a" if one.allowed else "-" for one in asked)
    assert found == MAY
    for role in ("deputy", "stands in for the chief executive", "who stood aside", "democratic services"):
        assert may_stand_aside(on_day(people[role]), row).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("state", [ComplaintState.CLOSED, ComplaintState.WITHDRAWN])
def test_nobody_stands_aside_in_what_is_over(state: ComplaintState) -> None:
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    row = a_complaint(state=state)
    dealing(row, chief)
    assert "It is over" in may_stand_aside(on_day(chief), row).sentence


def test_nobody_takes_a_complaint_from_a_colleague_without_a_reason_that_is_on_the_file() -> None:
    line = the_line()
    row = by_an_officer()
    handler = dealing(row, line["chief executive"])
    dealing(row, line["monitoring officer"], Handler.Part.COPIED, post=Post.MONITORING_OFFICER)
    decision = may_name_another(on_day(line["monitoring officer"]), row, handler)
    assert decision.outcome is Outcome.REFUSED
    assert "nobody asked" in decision.sentence


def test_a_side_asks_and_whoever_else_deals_with_it_confirms() -> None:
    people, row, handler = a_council()
    asked = row.writings.get(kind=Writing.Kind.RECUSAL)
    assert asked.side == Side.COMPLAINANT
    assert asked not in writings_for(on_day(people["member complained about"]), row)
    told = Delivery.objects.filter(event__kind=events.ASIDE_ASKED.name).values_list("person", flat=True)
    heard = ("chief executive", "investigator", "monitoring officer with a copy")
    assert set(told) == {people[one].pk for one in heard}
    name_another(
        who=on_day(people["monitoring officer with a copy"]),
        row=row,
        handler=handler,
        reasons="It looks so.",
        replaced_by=people["deputy"].pk,
        seen_version=row.version,
        at=timezone.now(),
    )
    handler.refresh_from_db()
    assert handler.ended_because == Handler.Ended.REPLACED
    assert handler.replaced_by is not None
    assert handler.replaced_by.confirmed_by == people["monitoring officer with a copy"]
    assert not visible_to(on_day(people["chief executive"])).exists()


def test_asked_where_nobody_else_has_it_the_next_in_line_has_it_beside_them() -> None:
    line = the_line()
    row = by_an_officer()
    handler = dealing(row, line["monitoring officer"], post=Post.MONITORING_OFFICER)
    assert row.complainant is not None
    given = {"reasons": WHY, "seen_version": None, "at": timezone.now()}
    ask_for_another(who=on_day(row.complainant), row=row, handler=handler, **given)  # type: ignore[arg-type]
    chief = line["chief executive"]
    assert ("to", chief.pk) in open_of(row)
    assert may_name_another(on_day(chief), row, handler).allowed


def test_standing_aside_is_refused_to_whoever_has_no_part() -> None:
    line = the_line()
    row = by_an_officer()
    dealing(row, line["monitoring officer"], post=Post.MONITORING_OFFICER)
    with pytest.raises(Refused):
        aside(line["deputy"], row, line["chief executive"])
