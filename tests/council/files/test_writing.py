"""Registers as files: what is written is read back as it was, and harmless in a spreadsheet."""

import datetime
import io

import pytest
from django.utils import timezone

from council.actions import plan_of
from council.files.columns import Register
from council.files.writing import as_lines, changes_of, count_of, example_of, rows_of
from council.models import Body, GroupMembership, MemberTerm, OfficerAppointment, Person, Seat, Service, Ward
from council.rules import Grade
from tests.factories import council as make
from tests.factories.registers import kept, planned

pytestmark = pytest.mark.django_db
DANGEROUS = ("=cmd|' /C calc'!A0", "@SUM(1)", "-1+1", "+44 161", "\tx", "'=x", "＝x")


def file_of(register: Register, on: datetime.date | None = None) -> bytes:
    """The register as its download."""
    return b"".join(as_lines(rows_of(register, on=on)))


def full() -> None:
    """People, jobs, services and seats, with a history and with every mark that could do harm."""
    hale = make.a_ward(name="Hale & Barns")
    labour, green = make.a_group(name="Labour"), make.a_group(name="“Green”, Party")
    ann = make.a_member(
        name="Siân O’Brien",
        ward=hale,
        group=labour,
        office="leader",
        telephone="+44 161 496",
        to_on=datetime.date(2026, 5, 10),
    )
    GroupMembership.objects.filter(person=ann).update(to_on=datetime.date(2024, 1, 31))
    GroupMembership.objects.create(person=ann, group=green, from_on=datetime.date(2024, 2, 1))
    MemberTerm.objects.create(
        person=ann, kind="co-opted", remit="=Schools; and, parks", from_on=datetime.date(2026, 5, 11)
    )
    make.a_member(name="Bo Ray", email="bo@council.example", kind="nominated")
    head = make.an_officer(
        name="Dana Whitfield",
        email="dana@x.example",
        job_title="-Head",
        grade=Grade.HEAD_OF_SERVICE,
        to_on=None,
    )
    team = make.a_team(name="@Repairs")
    officer = make.an_officer(name="Tom Pell", team=team, line_manager=head)
    OfficerAppointment.objects.filter(person=officer).update(
        political_restriction="sensitive", employer="agency"
    )
    make.a_service(name="+Repairs", team=team, addressee=head, report_hint="=1\r\ntwo", position=4)
    body = Body.objects.create(name="=Planning", kind="committee", from_on=make.LONG_AGO)
    Seat.objects.create(body=body, person=ann, office="chair", may_vote=False, from_on=make.LONG_AGO)


@pytest.mark.parametrize("register", Register)
@pytest.mark.parametrize("whole", [True, False])
def test_what_was_taken_out_and_brought_in_again_changes_nothing(register: Register, whole: bool) -> None:
    full()
    content = file_of(register, None if whole else timezone.localdate())
    plan = plan_of(kept(register, content), today=timezone.localdate())
    assert [(row.about, row.reason, row.lines) for row in plan.rows if row.reason or row.lines] == []
    assert len(plan.rows) >= 1
    assert not plan.changes_something


@pytest.mark.parametrize("register", Register)
def test_no_cell_begins_as_a_formula(register: Register) -> None:
    full()
    text = file_of(register).decode("utf-8-sig")
    for line in io.StringIO(text):
        for cell in line.split(","):
            assert not cell.strip('"').startswith(("=", "+", "-", "@", "\t", "＝")), cell


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_name_that_would_run_comes_back_as_it_was(text: str) -> None:
    ward = Ward.objects.create(name=text)
    make.a_member(name="Ann Lee", ward=ward)
    plan = plan_of(kept(Register.MEMBERS, file_of(Register.MEMBERS)), today=timezone.localdate())
    assert plan.made("ward") == [] or text.strip() != text
    assert not [row.reason for row in plan.rows if row.reason]


def test_an_empty_portal_gets_the_whole_history_from_a_file() -> None:
    full()
    content = file_of(Register.MEMBERS)
    before = list(GroupMembership.objects.values_list("person__last_name", "group__name", "from_on", "to_on"))
    Seat.objects.all().delete()
    for model in (GroupMembership, MemberTerm):
        model.objects.all().delete()
    plan = plan_of(kept(Register.MEMBERS, content), today=timezone.localdate())
    assert plan.counts()["refused"] == 0
    lines = [line for row in plan.rows for line in row.lines if line.label == "Group membership"]
    assert len(lines) == len(before)


def test_a_day_leaves_out_who_left_before_it() -> None:
    make.a_member(name="Ann Lee", to_on=datetime.date(2026, 5, 10))
    make.a_member(name="Bo Ray")
    text = file_of(Register.MEMBERS, datetime.date(2026, 5, 11)).decode()
    assert "Ray" in text
    assert "Lee" not in text
    assert count_of(Register.MEMBERS, on=datetime.date(2026, 5, 11)) == 1
    assert count_of(Register.MEMBERS, on=None) == 2


def test_nobody_is_read_for_each_row(django_assert_num_queries) -> None:
    full()
    for _number in range(5):
        make.a_member(group=make.a_group())
        make.an_officer(line_manager=make.an_officer())
    for register, queries in ((Register.MEMBERS, 2), (Register.OFFICERS, 1), (Register.SEATS, 2)):
        with django_assert_num_queries(queries):
            list(rows_of(register, on=None))


@pytest.mark.parametrize("register", [Register.MEMBERS])
def test_an_example_file_can_be_brought_in_as_it_is(register: Register) -> None:
    content = b"".join(as_lines(example_of(register)))
    plan = plan_of(kept(register, content), today=timezone.localdate())
    assert plan.counts() == {"new": 1, "changed": 0, "unchanged": 0, "refused": 0}


def test_the_preview_as_a_file_holds_every_row_and_its_reason() -> None:
    make.a_member(name="Ann Lee", ward=make.a_ward(name="Hale"))
    plan = planned(Register.MEMBERS, "Name,Ward", "Ann Lee,Hale", "Bo Ray,Manor", "Half,Manor")
    rows = list(changes_of(plan))
    assert [row[2] for row in rows[1:]] == ["Unchanged", "New", "New", "New", "Refused"]
    assert rows[-1][-1] == "There is no first and last name. Enter both."
    assert Person.objects.filter(last_name="Ray").count() == Service.objects.count() == 0
