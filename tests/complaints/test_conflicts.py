"""What stands between a person and a complaint: each conflict, the nearly so, and who may read of it."""

import datetime
from collections.abc import Callable

import pytest
from django.utils import timezone

from complaints.models import Complaint, Handler, Writing
from complaints.policies.conflicts import conflicts_shown
from complaints.queries.conflicts import barred, conflicts_of, since_named
from complaints.rules.conflicts import BARS, SENTENCES, Conflict
from council.models import GroupMembership, OfficerAppointment, Person, Relationship
from council.rules import Grade
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY = TODAY - datetime.timedelta(days=1)
Case = tuple[Complaint, Handler]


def a_case(person: Person, *, post: Post = Post.MONITORING_OFFICER, **given: object) -> Case:
    """A complaint that the person deals with by that post."""
    row = a_complaint(**given)  # type: ignore[arg-type]
    return row, dealing(row, person, post=post)


def tie(one: Person, other: Person, **more: object) -> Relationship:
    """A row of the register of relationships."""
    days = {"from_on": make.LONG_AGO, "declared_on": make.LONG_AGO}
    row: Relationship = Relationship.objects.create(
        person=one, other=other, tie=Relationship.Tie.FRIENDSHIP, **{**days, **more}
    )
    return row


def _about_the_monitoring_officer() -> Case:
    olive = make.a_holder_of(Post.MONITORING_OFFICER)
    return a_case(olive, subject=olive)


def _by_the_chief_executive() -> Case:
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    kinds = {"complainant_kind": "officer", "subject_kind": "member"}
    return a_case(chief, post=Post.CHIEF_EXECUTIVE, complainant=chief, subject=make.a_member(), **kinds)


def _about_their_manager() -> Case:
    manager = make.an_officer()
    between = make.an_officer(line_manager=manager)
    return a_case(make.an_officer(line_manager=between), post=Post.SENIOR_MANAGER, subject=manager)


def _about_their_report() -> Case:
    manager = make.an_officer()
    return a_case(manager, post=Post.SENIOR_MANAGER, subject=make.an_officer(line_manager=manager))


def _monitoring_officer_about_the_chief_executive() -> Case:
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    olive = make.an_officer(line_manager=chief)
    make.a_holding(Post.MONITORING_OFFICER, person=olive)
    return a_case(olive, subject=chief)


def _in_place_of_the_subject() -> Case:
    olive, substitute = make.a_holder_of(Post.MONITORING_OFFICER), make.an_officer()
    make.an_absence(olive, substitute, confirmed=True)
    return a_case(substitute, subject=olive)


def _tied_by_the_other_side() -> Case:
    row, handler = a_case(make.a_holder_of(Post.MONITORING_OFFICER))
    assert row.complainant is not None
    tie(row.complainant, handler.person)
    return row, handler


def _tied_until_yesterday() -> Case:
    row, handler = a_case(make.a_holder_of(Post.MONITORING_OFFICER))
    assert row.subject is not None
    tie(handler.person, row.subject, to_on=YESTERDAY)
    return row, handler


def _of_one_group(*, office: str = "member", post: Post = Post.LEADER, leads: bool = False) -> Case:
    group = make.a_group()
    whip = make.a_member(group=group, office=office)
    about = make.a_member(group=group, office="leader" if leads else "member")
    kinds = {"complainant_kind": "officer", "subject_kind": "member"}
    return a_case(whip, post=post, complainant=make.an_officer(), subject=about, **kinds)


def _of_another_group() -> Case:
    kinds = {"complainant_kind": "officer", "subject_kind": "member"}
    member, about = make.a_member(group=make.a_group()), make.a_member(group=make.a_group())
    return a_case(member, post=Post.LEADER, complainant=make.an_officer(), subject=about, **kinds)


def _witness(*, kind: str = Writing.Kind.INTERVIEW, by_handler: bool = False, named: bool = True) -> Case:
    row, handler = a_case(make.a_holder_of(Post.MONITORING_OFFICER))
    person, other = handler.person, make.an_officer()
    text = f"{person.first_name} {person.last_name} was in the room." if named else "Nobody else was there."
    row.writings.create(kind=kind, by=person if by_handler else other, at=timezone.now(), text=text)
    return row, handler


def _manages_complainant(route: dict[str, object]) -> Case:
    manager = make.an_officer(grade=Grade.HEAD_OF_SERVICE)
    officer = make.an_officer(line_manager=manager)
    kinds = {"complainant_kind": "officer", "subject_kind": "member"}
    row = {"complainant": officer, "subject": make.a_member(), "route": route, **kinds}
    return a_case(manager, post=Post.HEAD_OF_SERVICE, **row)


def _subject_is_the_substitute() -> Case:
    row, handler = a_case(make.a_holder_of(Post.MONITORING_OFFICER))
    make.an_absence(handler.person, row.subject, from_on=TODAY + datetime.timedelta(days=3))
    return row, handler


def _subject_was_the_substitute() -> Case:
    row, handler = a_case(make.a_holder_of(Post.MONITORING_OFFICER))
    make.an_absence(handler.person, row.subject, to_on=YESTERDAY)
    return row, handler


FOUND: dict[str, tuple[Callable[[], Case], set[Conflict]]] = {
    "nothing at all": (lambda: a_case(make.a_holder_of(Post.MONITORING_OFFICER)), set()),
    "it is about the monitoring officer": (_about_the_monitoring_officer, {Conflict.SUBJECT}),
    "the chief executive complains": (_by_the_chief_executive, {Conflict.COMPLAINANT}),
    "it is about the manager of their manager": (_about_their_manager, {Conflict.ANSWERS}),
    "it is about their report": (_about_their_report, set()),
    "the monitoring officer’s duties are their own": (_monitoring_officer_about_the_chief_executive, set()),
    "a side declared a tie": (_tied_by_the_other_side, {Conflict.RELATIONSHIP}),
    "a tie that is over": (_tied_until_yesterday, set()),
    "a member of the subject’s group": (_of_one_group, {Conflict.SAME_GROUP}),
    "the whip, whom the text names for the group": (
        lambda: _of_one_group(office="whip", post=Post.GROUP_WHIP),
        set(),
    ),
    "the whip of a group that the subject leads": (
        lambda: _of_one_group(office="whip", post=Post.GROUP_WHIP, leads=True),
        {Conflict.LED_BY},
    ),
    "a member of another group": (_of_another_group, set()),
    "named in the note of an interview": (_witness, {Conflict.WITNESS}),
    "gave a statement": (
        lambda: _witness(kind=Writing.Kind.STATEMENT, by_handler=True, named=False),
        {Conflict.WITNESS},
    ),
    "wrote the note of the interview": (lambda: _witness(by_handler=True), set()),
    "named in an assessment": (lambda: _witness(kind=Writing.Kind.ASSESSMENT), set()),
    "manages whoever complains": (lambda: _manages_complainant({}), {Conflict.MANAGES}),
    "manages them, and the text names the post": (
        lambda: _manages_complainant({"copy_to": ["head-of-service"]}),
        set(),
    ),
    "the subject is to stand in for them": (_subject_is_the_substitute, {Conflict.STANDS_IN}),
    "the subject stood in for them once": (_subject_was_the_substitute, set()),
}


@pytest.mark.parametrize("case", FOUND)
def test_each_conflict_is_found_and_the_nearly_so_is_not(case: str) -> None:
    make_case, expected = FOUND[case]
    _row, handler = make_case()
    found = conflicts_of(handler, on=TODAY)
    assert found == expected
    assert barred(handler, on=TODAY) in (found & BARS or {None})


def test_whoever_acts_in_the_place_of_a_side_is_barred_whatever_else_is_so() -> None:
    _row, handler = _in_place_of_the_subject()
    assert barred(handler, on=TODAY) in BARS
    assert Conflict.STANDS_IN in conflicts_of(handler, on=TODAY)


def test_who_answers_to_the_subject_is_not_barred_where_the_text_names_them_outright() -> None:
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    finance = make.a_holder_of(Post.DIRECTOR_FINANCE_RESOURCES)
    given = {"subject": chief, "protocol": "wokingham-2014", "informal_tried": True}
    row, handler = a_case(finance, post=Post.DIRECTOR_FINANCE_RESOURCES, **given)
    assert barred(handler, on=TODAY) is None
    copy = dealing(row, finance, Handler.Part.COPIED, post=Post.DIRECTOR_FINANCE_RESOURCES)
    assert barred(copy, on=TODAY) is Conflict.ANSWERS


def test_what_came_about_since_is_told_apart_from_what_was_known() -> None:
    row, handler = a_case(make.a_holder_of(Post.MONITORING_OFFICER))
    assert row.subject is not None
    assert row.complainant is not None
    tie(handler.person, row.subject, from_on=TODAY)
    assert since_named(handler, on=TODAY, named_on=YESTERDAY) == {Conflict.RELATIONSHIP}
    assert since_named(handler, on=TODAY, named_on=TODAY) == set()


def test_the_subject_becomes_leader_of_the_handlers_group_mid_case() -> None:
    row, handler = _of_one_group(office="whip", post=Post.GROUP_WHIP)
    assert conflicts_of(handler, on=TODAY) == set()
    GroupMembership.objects.filter(person=row.subject).update(office="leader")
    assert conflicts_of(handler, on=TODAY) == {Conflict.LED_BY}


def test_the_subject_becomes_the_manager_of_whoever_deals_with_it() -> None:
    row, handler = a_case(make.an_officer(), post=Post.SENIOR_MANAGER)
    assert barred(handler, on=TODAY) is None
    OfficerAppointment.objects.filter(person=handler.person).update(line_manager=row.subject)
    assert barred(handler, on=TODAY) is Conflict.ANSWERS


# Who reads that the register has a tie between the monitoring officer and the member who complains.
READS = {
    "the one who has it": True,
    "another who deals with it": False,
    "the member who complains": False,
    "whoever was told of it": True,
    "democratic services": False,
}


@pytest.mark.parametrize("who", READS)
def test_a_tie_of_the_register_is_shown_to_nobody_but_who_has_it_and_who_was_told(who: str) -> None:
    row, handler = a_case(make.a_holder_of(Post.MONITORING_OFFICER))
    assert row.complainant is not None
    chief, told = make.a_holder_of(Post.CHIEF_EXECUTIVE), make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    for person in (chief, told):
        dealing(row, person)
    tie(row.complainant, handler.person, told=told, told_post=Post.DEPUTY_MONITORING_OFFICER.value)
    people = {
        "the one who has it": handler.person,
        "another who deals with it": chief,
        "the member who complains": row.complainant,
        "whoever was told of it": told,
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
    }
    shown = conflicts_shown(on_day(people[who]), handler)
    assert (Conflict.RELATIONSHIP in shown) is READS[who]


@pytest.mark.parametrize(("manages", "bar"), [(False, None), (True, Conflict.ANSWERS)])
def test_a_subject_who_stands_in_is_no_manager_by_that_alone(manages: bool, bar: Conflict | None) -> None:
    row, handler = a_case(make.a_holder_of(Post.CHIEF_EXECUTIVE), post=Post.CHIEF_EXECUTIVE)
    make.an_absence(handler.person, row.subject, confirmed=True)
    if manages:
        OfficerAppointment.objects.filter(person=handler.person).update(line_manager=row.subject)
    assert barred(handler, on=TODAY) is bar
    assert Conflict.STANDS_IN in conflicts_of(handler, on=TODAY)


def test_every_conflict_has_its_sentence() -> None:
    assert set(SENTENCES) == set(Conflict)
    assert all("%(name)s" in sentence for sentence in SENTENCES.values())
