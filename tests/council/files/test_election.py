"""The list of those elected: who comes, who stays, who leaves, and what the groups are afterwards."""

import datetime
from collections.abc import Sequence
from typing import Any

import pytest
from django.utils import timezone

from council.actions import RowsRefused, carry_out_election, keep_election, plan_of_election
from council.files.election import ElectionPlan, beside_the_file
from council.models import (
    Administration,
    Body,
    GroupAssistant,
    GroupMembership,
    MemberAssistant,
    MemberTerm,
    Person,
    PoliticalGroup,
    Portfolio,
    PostHolding,
    RegisterFile,
    Seat,
)
from council.queries import standing_of
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.registers import a_keeper, lines, outcomes, reasons, said

pytestmark = pytest.mark.django_db
LAST, FIRST = datetime.date(2026, 5, 10), datetime.date(2026, 5, 11)
HEAD = "Name,Email,Ward,Group,Office"


def a_list(*rows: str, wards_only: bool = False) -> RegisterFile:
    """The list, kept."""
    return keep_election(
        name="elected.csv",
        content=lines(HEAD, *rows),
        from_on=FIRST,
        last_on=LAST,
        wards_only=wards_only,
        by=a_keeper(),
        at=timezone.now(),
    )


def held(*rows: str, **options: Any) -> ElectionPlan:
    """The election carried out."""
    kept = a_list(*rows, **options)
    seen = plan_of_election(kept).mark()
    _row, plan = carry_out_election(kept=kept, seen=seen, by=kept.keeper, at=timezone.now())
    assert plan is not None
    return plan


def rows_of(model: Any, person: Person) -> Sequence[tuple[datetime.date, datetime.date | None]]:
    """First and last days of what the person holds."""
    return list(model.objects.filter(person=person).order_by("from_on").values_list("from_on", "to_on"))


@pytest.fixture
def borough() -> dict[str, Any]:
    """Two wards, two groups, everything that a member may hold, and members who were not elected."""
    hale, manor = make.a_ward(name="Hale"), make.a_ward(name="Manor")
    labour, green = make.a_group(name="Labour"), make.a_group(name="Green")
    ann = make.a_member(name="Ann Lee", email="ann@x.example", ward=hale, group=labour, office="leader")
    bo = make.a_member(name="Bo Ray", email="bo@x.example", ward=hale, group=green, office="leader")
    cy = make.a_member(name="Cy Dee", email="cy@x.example", ward=manor, group=labour)
    body = Body.objects.create(name="Planning", kind="committee", from_on=make.LONG_AGO)
    Seat.objects.create(body=body, person=bo, office="chair", from_on=make.LONG_AGO)
    Seat.objects.create(body=body, person=cy, from_on=make.LONG_AGO)
    Portfolio.objects.create(title="Parks", person=bo, from_on=make.LONG_AGO)
    make.a_holding(Post.MAYOR, person=bo)
    make.an_assistant_to(bo)
    Administration.objects.create(group=green, from_on=make.LONG_AGO)
    GroupAssistant.objects.create(group=green, person=make.an_officer(), from_on=make.LONG_AGO)
    make.a_member(name="Dot Coopt", kind="co-opted", ward=None)
    return {"ann": ann, "bo": bo, "cy": cy, "hale": hale, "labour": labour, "green": green}


def test_who_is_elected_again_stays_the_same_person_with_a_new_term(borough: dict[str, Any]) -> None:
    login = make.a_login(borough["ann"])
    plan = held(
        "Cllr Ann Lee,,Hale,Labour,",
        "Cy Dee,cy@x.example,Hale,Labour,",
        "Eve New,eve@x.example,Manor,Labour,Leader",
    )
    assert outcomes(plan)[:3] == ["changed", "changed", "new"]
    assert rows_of(MemberTerm, borough["ann"]) == [(make.LONG_AGO, LAST), (FIRST, None)]
    assert MemberTerm.objects.get(person=borough["cy"], to_on=None).ward == borough["hale"]
    assert Person.objects.get(user=login) == borough["ann"]
    assert rows_of(Seat, borough["cy"]) == [(make.LONG_AGO, None)]
    assert standing_of(borough["ann"], on=FIRST).in_post


def test_who_leaves_gives_up_all_that_a_member_holds(borough: dict[str, Any]) -> None:
    plan = held("Ann Lee,,Hale,Labour,", "Cy Dee,,Manor,Labour,")
    bo = borough["bo"]
    assert [one.pk for one in plan.leavers] == [bo.pk]
    for model in (MemberTerm, GroupMembership, Seat, Portfolio, PostHolding):
        assert rows_of(model, bo) == [(make.LONG_AGO, LAST)], model
    assert MemberAssistant.objects.get(member=bo).to_on == LAST
    assert standing_of(bo, on=LAST).in_post
    assert not standing_of(bo, on=FIRST).in_post
    [leaver, *_groups] = beside_the_file(plan.rows)
    assert leaver.leaves
    assert "Post held, Mayor: To: nothing → 10 May 2026" in said(leaver)


def test_a_group_that_nobody_is_left_in_ends_with_what_it_holds(borough: dict[str, Any]) -> None:
    held("Ann Lee,,Hale,Labour,", "Cy Dee,,Manor,Labour,", "Eve New,,Hale,Brand New Group,Leader")
    green = PoliticalGroup.objects.get(pk=borough["green"].pk)
    assert green.to_on == Administration.objects.get().to_on == GroupAssistant.objects.get().to_on == LAST
    new = PoliticalGroup.objects.get(name="Brand New Group")
    assert (new.from_on, new.memberships.get().office) == (FIRST, "leader")
    assert PoliticalGroup.objects.get(name="Labour").to_on is None


def test_a_new_leader_ends_the_old_ones_office_and_not_their_membership(borough: dict[str, Any]) -> None:
    held("Ann Lee,,Hale,Labour,", "Bo Ray,,Hale,Green,", "Cy Dee,,Manor,Labour,Leader")
    leaders = GroupMembership.objects.on(FIRST).filter(group=borough["labour"], office="leader")
    assert [one.person for one in leaders] == [borough["cy"]]
    offices = GroupMembership.objects.filter(person=borough["ann"]).order_by("from_on")
    assert [(one.office, one.to_on) for one in offices] == [("leader", LAST), ("member", None)]


def test_running_it_twice_changes_nothing(borough: dict[str, Any]) -> None:
    rows = (
        "Ann Lee,,Hale,Labour,",
        "Cy Dee,,Manor,Labour,Leader",
        "Eve New,eve@x.example,Hale,Brand New,Leader",
    )
    held(*rows)
    again = plan_of_election(a_list(*rows))
    assert not again.changes_something
    assert [one.pk for one in again.leavers] == [borough["bo"].pk], "their enquiries may still be decided on"
    assert set(outcomes(again)) == {"unchanged"}


def test_the_right_list_mends_a_wrong_one(borough: dict[str, Any]) -> None:
    held("Ann Lee,,Hale,Labour,", "Cy Dee,,Manor,Labour,")
    held("Ann Lee,,Hale,Labour,", "Cy Dee,,Manor,Labour,", "Bo Ray,,Hale,Green,Leader")
    assert rows_of(MemberTerm, borough["bo"]) == [(make.LONG_AGO, LAST), (FIRST, None)]
    assert standing_of(borough["bo"], on=FIRST).in_post


def test_a_by_election_touches_its_own_ward_alone(borough: dict[str, Any]) -> None:
    plan = held("Ann Lee,,Hale,,", "Eve New,eve@x.example,Hale,Labour,", wards_only=True)
    assert [one.pk for one in plan.leavers] == [borough["bo"].pk]
    assert rows_of(MemberTerm, borough["ann"]) == [(make.LONG_AGO, None)], "who stays has no new term"
    assert rows_of(MemberTerm, borough["cy"]) == [(make.LONG_AGO, None)]
    assert MemberTerm.objects.on(FIRST).filter(kind="elected").count() == 3


def test_co_opted_members_stay_as_they_are(borough: dict[str, Any]) -> None:
    held("Ann Lee,,Hale,Labour,")
    assert MemberTerm.objects.get(kind="co-opted").to_on is None


def test_independent_leaves_the_group(borough: dict[str, Any]) -> None:
    held("Ann Lee,,Hale,Independent,", "Cy Dee,,Manor,Labour,")
    assert rows_of(GroupMembership, borough["ann"]) == [(make.LONG_AGO, LAST)]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            ("Ann Lee,,Hale,Labour,", "Councillor Ann Lee,ann@x.example,Manor,,"),
            "Row 2 is about the same person",
        ),
        (("Ann Lee,,,Labour,",), "“Ward” is empty"),
        (
            ("Ann Lee,,Hale,Labour,Leader", "Cy Dee,,Manor,Labour,Leader"),
            "Councillor Ann Lee is named as leader of this group already",
        ),
        (("Ann,,Hale,,",), "no first and last name"),
    ],
)
def test_a_refused_row_stops_everything(borough: dict[str, Any], rows: tuple[str, ...], told: str) -> None:
    kept = a_list(*rows)
    plan = plan_of_election(kept)
    assert told in reasons(plan)[0]
    with pytest.raises(RowsRefused):
        carry_out_election(kept=kept, seen=plan.mark(), by=kept.keeper, at=timezone.now())
    assert not MemberTerm.objects.filter(to_on=LAST).exists()


def test_a_term_to_come_is_put_right_first(borough: dict[str, Any]) -> None:
    later = datetime.date(2027, 5, 10)
    eve = make.a_member(name="Eve New", email="eve@x.example", from_on=later)
    [reason] = reasons(plan_of_election(a_list(f"Eve New,{eve.email},Hale,,")))
    assert "A term that begins on 10 May 2027 is in the register" in reason


@pytest.mark.django_db
def test_an_officers_post_does_not_hang_on_a_seat() -> None:
    bo = make.a_member(name="Bo Ray", ward=make.a_ward(name="Hale"))
    make.a_holding(Post.PROPER_OFFICER, person=bo, from_outside=True)
    make.a_holding(Post.MAYOR, person=bo)
    held("Cy Dee,,Hale,,")
    ends = dict(PostHolding.objects.filter(person=bo).values_list("post", "to_on"))
    assert ends == {"proper-officer": None, "mayor": LAST}


@pytest.mark.django_db
def test_who_was_co_opted_from_that_day_and_is_in_the_list_is_elected() -> None:
    ann = make.a_member(name="Ann Lee", ward=make.a_ward(name="Hale"), kind="co-opted", from_on=FIRST)
    held("Ann Lee,,Hale,,")
    assert MemberTerm.objects.get(person=ann).kind == "elected"
