"""What one person holds at a time: by file it is refused in a sentence, and who gives it up makes room."""

import datetime

import pytest

from council.actions import plan_of_election
from council.files.columns import Register
from council.models import Body, GroupMembership, Seat
from tests.council.files.test_election import FIRST, a_list, held
from tests.factories import council as make
from tests.factories.registers import DAY, carried_out, outcomes, planned, reasons

pytestmark = pytest.mark.django_db
M, S = Register.MEMBERS, Register.SEATS
OFFICES = [("Leader", "leader"), ("Deputy leader", "deputy-leader")]


@pytest.fixture
def body() -> Body:
    """A committee."""
    return Body.objects.create(name="Planning", kind="committee", from_on=make.LONG_AGO)


@pytest.mark.parametrize(("word", "value"), OFFICES)
def test_two_of_one_office_in_a_file_are_one_and_a_refused_row(word: str, value: str) -> None:
    plan = carried_out(
        M, "Name,Ward,Group,Office", f"Ann Lee,Hale,Labour,{word}", f"Bo Ray,Hale,Labour,{word}"
    )
    assert outcomes(plan) == ["new", "refused"]
    assert "Ann Lee has this office in the group since 11 May 2026, and a group has one" in reasons(plan)[0]
    assert GroupMembership.objects.get(office=value).person.last_name == "Lee"


@pytest.mark.parametrize(("word", "value"), OFFICES)
def test_a_second_one_is_refused_while_the_first_stays(word: str, value: str) -> None:
    make.a_member(name="Ann Lee", group=make.a_group(name="Labour"), office=value)
    [reason] = reasons(planned(M, "Name,Ward,Group,Office", f"Bo Ray,Hale,Labour,{word}"))
    assert "Ann Lee has this office" in reason


@pytest.mark.parametrize("first", ["Ann Lee", "Bo Ray"])
def test_who_gives_the_office_up_in_the_file_makes_room_wherever_the_row_stands(first: str) -> None:
    group, ward = make.a_group(name="Labour"), make.a_ward(name="Hale")
    people = {"Ann Lee": "leader", "Bo Ray": "member"}
    for name in sorted(people, key=lambda one: one != first):
        make.a_member(name=name, ward=ward, group=group, office=people[name], from_on=DAY)
    rows = ("Bo Ray,Hale,Labour,Leader", "Ann Lee,Hale,Labour,Member")
    assert outcomes(carried_out(M, "Name,Ward,Group,Office", *rows)) == ["changed", "changed"]
    assert GroupMembership.objects.get(office="leader").person.last_name == "Ray"


def test_a_chair_goes_to_another_in_one_file(body: Body) -> None:
    bo, ann = make.a_member(name="Bo Ray"), make.a_member(name="Ann Lee")
    Seat.objects.create(body=body, person=bo, from_on=DAY)
    Seat.objects.create(body=body, person=ann, from_on=DAY, office="chair")
    carried_out(S, "Name,Body,Office", "Bo Ray,Planning,Chair", "Ann Lee,Planning,Member")
    assert Seat.objects.get(office="chair").person == bo


def test_a_chair_who_stays_longer_does_not_meet_the_next(body: Body) -> None:
    bo, ann = make.a_member(name="Bo Ray"), make.a_member(name="Ann Lee")
    last = DAY + datetime.timedelta(days=30)
    Seat.objects.create(body=body, person=bo, from_on=DAY, office="chair", to_on=last)
    Seat.objects.create(body=body, person=ann, from_on=last + datetime.timedelta(days=1), office="chair")
    [reason] = reasons(planned(S, "Name,Body,From,To", f"Bo Ray,Planning,{DAY.isoformat()},2026-12-31"))
    assert "Ann Lee has chaired this body since 11 June 2026" in reason


def test_the_deputy_whom_an_election_names_has_nobody_beside_them() -> None:
    group, ward = make.a_group(name="Labour"), make.a_ward(name="Hale")
    make.a_member(name="Ann Lee", ward=ward, group=group, office="deputy-leader")
    held("Ann Lee,,Hale,Labour,", "Bo Ray,,Hale,Labour,Deputy leader")
    found = GroupMembership.objects.on(FIRST)
    assert {one.person.last_name: one.office for one in found} == {"Lee": "member", "Ray": "deputy-leader"}


def test_an_election_names_one_deputy_leader_of_a_group() -> None:
    kept = a_list("Ann Lee,,Hale,Labour,Deputy leader", "Bo Ray,,Hale,Labour,Deputy leader")
    [reason] = reasons(plan_of_election(kept))
    assert "Ann Lee is named as deputy leader of this group already" in reason
