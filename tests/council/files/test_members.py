"""A file of members: who is meant, what it changes from which day, and what it leaves alone."""

import datetime

import pytest

from council.files.columns import Register
from council.models import GroupMembership, MemberTerm, Person, PoliticalGroup, Ward
from tests.factories import council as make
from tests.factories.registers import (
    DAY,
    TRAFFORD,
    carried_out,
    carried_out_file,
    kept,
    outcomes,
    planned,
    reasons,
    said,
)

pytestmark = pytest.mark.django_db
M = Register.MEMBERS
BEFORE = DAY - datetime.timedelta(days=1)


def test_a_real_council_comes_in_as_its_list_stands() -> None:
    plan = carried_out_file(kept(M, TRAFFORD.read_bytes()))
    assert plan.counts() == {"new": 62, "changed": 0, "unchanged": 0, "refused": 0}
    assert (
        MemberTerm.objects.filter(kind="elected", from_on=DAY, to_on=None, ward__isnull=False).count() == 62
    )
    assert Ward.objects.count() == 21
    groups = {one.name: one.memberships.count() for one in PoliticalGroup.objects.all()}
    assert groups == {"Conservative": 8, "Green Party": 6, "Labour": 41, "Liberal Democrats": 6}
    assert (
        Person.objects.filter(title="Councillor", group_memberships=None, member_terms__isnull=False).count()
        == 1
    )
    assert Person.objects.get(last_name="Coggins").name == "Councillor Geraldine Coggins"
    again = planned(M, *TRAFFORD.read_text(encoding="utf-8-sig").splitlines())
    assert again.counts() == {"new": 0, "changed": 0, "unchanged": 62, "refused": 0}
    assert not again.changes_something


def test_wards_and_groups_that_are_made_are_named_beforehand() -> None:
    plan = planned(M, "Name,Ward,Party", "Ann Lee,Larch Hill,Labour", "Bo Ray,LARCH HILL,labour")
    assert (plan.made("ward"), plan.made("group")) == (["Larch Hill"], ["Labour"])
    assert "Group membership: Member, Labour, from 11 May 2026" in said(plan.rows[0])
    assert Ward.objects.count() == 0, "nothing is saved by looking"


def test_somebody_is_found_by_address_and_then_may_have_another_name() -> None:
    member = make.a_member(name="Ann Lee", email="ann@council.example", ward=make.a_ward(name="Hale"))
    plan = carried_out(M, "Name,Email,Ward", "Ann Rossi,ANN@council.example,Hale")
    assert outcomes(plan) == ["changed"]
    assert said(plan.rows[0]) == ["Last name: Lee → Rossi"]
    member.refresh_from_db()
    assert member.last_name == "Rossi"


def test_the_address_of_a_login_counts_as_the_persons_own() -> None:
    member = make.a_member(name="Ann Lee", email="ann@council.example", ward=make.a_ward(name="Hale"))
    make.a_login(member, email="a.lee@work.example")
    assert outcomes(planned(M, "Name,Email,Ward", "Ann Lee,a.lee@work.example,Hale")) == ["changed"]


def test_a_poorer_spelling_changes_no_name() -> None:
    make.a_member(name="Siân O’Brien", ward=make.a_ward(name="Hale"))
    plan = planned(M, "Name,Ward", "Cllr Sian OBrien MBE,Hale")
    assert outcomes(plan) == ["unchanged"]


def test_two_of_one_name_are_told_apart_by_their_wards() -> None:
    make.a_member(name="Ann Lee", ward=make.a_ward(name="Hale"))
    make.a_member(name="Ann Lee", ward=make.a_ward(name="Manor"))
    plan = planned(M, "Name,Ward", "Ann Lee,Hale", "Ann Lee,Manor")
    assert outcomes(plan) == ["unchanged", "unchanged"]
    assert plan.rows[0].lines == plan.rows[1].lines == ()


def test_where_two_may_be_meant_both_are_named() -> None:
    hale = make.a_ward(name="Hale")
    make.a_member(name="Ann Lee", ward=hale, email="one@council.example")
    make.a_member(name="Ann Lee", ward=hale, email="two@council.example")
    plan = planned(M, "Name,Ward", "Ann Lee,Hale")
    [reason] = reasons(plan)
    assert "one@council.example" in reason
    assert "two@council.example" in reason


def test_an_officer_of_the_same_name_is_never_made_a_member_by_mistake() -> None:
    make.an_officer(name="Ann Lee")
    [reason] = reasons(planned(M, "Name,Ward", "Ann Lee,Hale"))
    assert "An officer is called Ann Lee too" in reason
    plan = planned(M, "Name,Ward,Email", "Ann Lee,Hale,lee@council.example")
    assert outcomes(plan) == ["new"]
    assert "Check that this is another person" in plan.rows[0].note


def test_another_ward_ends_the_term_the_day_before_and_begins_one() -> None:
    member = make.a_member(name="Ann Lee", ward=make.a_ward(name="Hale"))
    plan = carried_out(M, "Name,Ward", "Ann Lee,Manor")
    assert outcomes(plan) == ["changed"]
    terms = MemberTerm.objects.filter(person=member).order_by("from_on")
    assert [(one.ward.name, one.from_on, one.to_on) for one in terms] == [
        ("Hale", make.LONG_AGO, BEFORE),
        ("Manor", DAY, None),
    ]


def test_the_first_day_in_the_register_corrects_that_row() -> None:
    member = make.a_member(name="Ann Lee", ward=make.a_ward(name="Hale"))
    carried_out(M, "Name,Ward,From,To", f"Ann Lee,Manor,{make.LONG_AGO},2027-05-06")
    [term] = MemberTerm.objects.filter(person=member)
    assert (term.ward.name, term.to_on) == ("Manor", datetime.date(2027, 5, 6))


def test_another_group_ends_the_membership_and_its_office() -> None:
    labour = make.a_group(name="Labour")
    member = make.a_member(name="Ann Lee", ward=make.a_ward(name="Hale"), group=labour, office="leader")
    carried_out(M, "Name,Ward,Group", "Ann Lee,Hale,Green Party")
    rows = GroupMembership.objects.filter(person=member).order_by("from_on")
    assert [(one.group.name, one.office, one.to_on) for one in rows] == [
        ("Labour", "leader", BEFORE),
        ("Green Party", "member", None),
    ]


@pytest.mark.parametrize("word", ["Independent", "no group", "Non-aligned", "NONE"])
def test_independent_is_no_group_and_ends_a_membership(word: str) -> None:
    member = make.a_member(name="Ann Lee", ward=make.a_ward(name="Hale"), group=make.a_group(name="Labour"))
    carried_out(M, "Name,Ward,Party", f"Ann Lee,Hale,{word}")
    assert [one.to_on for one in GroupMembership.objects.filter(person=member)] == [BEFORE]
    assert PoliticalGroup.objects.count() == 1


def test_a_group_that_is_registered_as_independent_is_one() -> None:
    make.a_group(name="Independent")
    carried_out(M, "Name,Ward,Party", "Ann Lee,Hale,independent")
    assert GroupMembership.objects.get().group.name == "Independent"


def test_an_empty_cell_changes_nothing() -> None:
    member = make.a_member(
        name="Ann Lee", ward=make.a_ward(name="Hale"), group=make.a_group(name="Labour"), telephone="0161"
    )
    plan = planned(M, "Name,Ward,Party,Email,Telephone,To", "Ann Lee,,,,,")
    assert outcomes(plan) == ["unchanged"]
    assert Person.objects.get(pk=member.pk).telephone == "0161"


def test_two_rows_about_the_same_days_of_one_member_are_not_both_taken() -> None:
    plan = planned(M, "Name,Email,Ward", "Ann Lee,a@x.example,Hale", "Ann Lee,a@x.example,Manor")
    assert outcomes(plan) == ["new", "refused"]
    assert "Row 2 of this file says otherwise" in reasons(plan)[0]


def test_a_history_in_one_file_follows_itself() -> None:
    plan = carried_out(
        M,
        "Name,Email,Ward,Party,From,To",
        "Ann Lee,a@x.example,Hale,Labour,2022-05-09,2026-05-10",
        "Ann Lee,a@x.example,Manor,Labour,2026-05-11,",
    )
    assert outcomes(plan) == ["new", "changed"]
    assert [one.to_on for one in MemberTerm.objects.order_by("from_on")] == [BEFORE, None]
    [group] = PoliticalGroup.objects.all()
    assert group.from_on == datetime.date(2022, 5, 9)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Lee,Hale,,,", "no first and last name"),
        ("Ann Lee,Hale,maybe,,", "“Kind” must be one of these: Elected, Co-opted"),
        ("Ann Lee,Hale,,31/02/2026,", "“From” says “31/02/2026”"),
        ("Ann Lee,Hale,,2026-05-11,2026-05-01", "before the first day"),
        ("Ann Lee,=cmd|x,,,", "“Ward” begins as a formula does"),
        ("Ann Lee,Hale,,,2026-05-01", "The last day is before the first, 11 May 2026"),
    ],
)
def test_a_refused_row_says_how_to_mend_it_and_leaves_nothing(row: str, told: str) -> None:
    plan = carried_out(M, "Name,Ward,Kind,From,To", row, "Bo Ray,Manor,,,")
    assert outcomes(plan) == ["refused", "new"]
    assert told in reasons(plan)[0]
    assert [ward.name for ward in Ward.objects.all()] == ["Manor"]


def test_a_term_to_come_is_not_overrun() -> None:
    make.a_member(name="Ann Lee", ward=make.a_ward(name="Hale"), from_on=datetime.date(2027, 5, 10))
    [reason] = reasons(planned(M, "Name,Ward", "Ann Lee,Hale"))
    assert "A term from 10 May 2027 is in the register already" in reason


def test_two_new_members_of_one_name_in_two_wards_are_two_people() -> None:
    rows = ("Name,Ward", "Ann Lee,Hale", "Ann Lee,Manor")
    assert outcomes(carried_out(M, *rows)) == ["new", "new"]
    assert Person.objects.filter(last_name="Lee").count() == 2
    assert outcomes(planned(M, *rows)) == ["unchanged", "unchanged"]


def test_a_person_who_was_merged_away_is_nobody() -> None:
    kept_one = make.a_member(name="Ann Lee", ward=make.a_ward(name="Hale"))
    Person.objects.filter(pk=make.a_person(name="Ann Lee", email="old@x.example").pk).update(
        merged_into=kept_one
    )
    assert outcomes(planned(M, "Name,Ward", "Ann Lee,Hale")) == ["unchanged"]
    plan = planned(M, "Name,Ward,Email", "Ann Lee,Hale,old@x.example")
    assert said(plan.rows[0]) == [f"Email address: {kept_one.email} → old@x.example"]


def test_a_co_opted_member_comes_with_what_the_seat_is_for() -> None:
    carried_out(
        M,
        "Name,Kind,Remit,Nominated by",
        "Ann Lee,co-opted,Schools,",
        "Bo Ray,Nominated by a district council,,Wirral",
    )
    assert MemberTerm.objects.get(remit="Schools").kind == "co-opted"
    assert MemberTerm.objects.get(nominated_by="Wirral").kind == "nominated"


def test_an_office_without_a_group_is_refused() -> None:
    [reason] = reasons(planned(M, "Name,Ward,Office in the group", "Ann Lee,Hale,Leader"))
    assert "“Group” is empty. Enter the group." in reason


def test_an_address_that_the_file_gives_to_two_makes_no_one_person_of_them() -> None:
    rows = ("Ann Lee,tbc@x.example,Hale,Labour", "Bo Ray,tbc@x.example,Hale,Labour")
    plan = carried_out(M, "Name,Email,Ward,Group", *rows)
    assert outcomes(plan) == ["new", "refused"]
    assert "gives this email address to Ann Lee" in reasons(plan)[0]
    assert not Person.objects.filter(last_name="Ray").exists()
    again = planned(M, "Name,Email,Ward,Group", *rows)
    assert outcomes(again) == ["unchanged", "refused"], "nor of somebody who is in the register"


def test_the_address_of_an_entry_that_was_merged_makes_nobody_anew() -> None:
    ann = make.a_member(name="Ann Lee", email="ann@x.example", ward=make.a_ward(name="Hale"))
    twice = make.a_person(name="A Lee-Smith", email="annie@x.example")
    make.a_login(twice, email="al@x.example")
    Person.objects.filter(pk=twice.pk).update(merged_into=ann)
    for address in ("annie@x.example", "AL@x.example"):
        plan = planned(M, "Name,Email,Ward", f"A Lee-Smith,{address},Manor")
        assert outcomes(plan) == ["changed"], address
        assert f"Email address: ann@x.example → {address.lower()}" in said(plan.rows[0])
