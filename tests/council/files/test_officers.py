"""A file of officers: jobs, teams, line managers who may stand further down; of services and of seats."""

import datetime

import pytest

from council.files.columns import Register
from council.files.entries import TABLES
from council.models import Body, Directorate, GroupAssistant, OfficerAppointment, Seat, Service, Team
from council.rules import Grade
from rulebook.protocols import protocol
from tests.factories import council as make
from tests.factories.registers import DAY, carried_out, outcomes, planned, reasons, said

pytestmark = pytest.mark.django_db
OFFICERS, SERVICES, SEATS = Register.OFFICERS, Register.SERVICES, Register.SEATS
BEFORE = DAY - datetime.timedelta(days=1)
HEAD = "Name,Email,Job title,Grade,Directorate,Team,Line manager"


def test_officers_come_in_with_directorates_teams_and_managers_further_down() -> None:
    plan = carried_out(
        OFFICERS,
        HEAD,
        "Tom Pell,tom@x.example,Repairs officer,,Housing,Repairs,dana@x.example",
        "Dana Whitfield,dana@x.example,Head of repairs,Head of service,Housing,,Ade Okafor",
        "Ade Okafor,ade@x.example,Director of housing,director,Housing,,",
    )
    assert outcomes(plan) == ["new", "new", "new"]
    assert (plan.made("directorate"), plan.made("team")) == (["Housing"], ["Repairs"])
    jobs = OfficerAppointment.objects.filter(from_on=DAY)
    managers = jobs.values_list("person__first_name", "line_manager__first_name")
    assert set(managers) == {("Tom", "Dana"), ("Dana", "Ade"), ("Ade", None)}
    assert Team.objects.get().directorate == Directorate.objects.get(name="Housing")
    again = planned(
        OFFICERS,
        HEAD,
        "Tom Pell,tom@x.example,Repairs officer,,Housing,Repairs,Dana Whitfield",
    )
    assert outcomes(again) == ["unchanged"]


def test_a_loop_of_line_managers_is_refused_and_the_rest_is_not() -> None:
    plan = planned(
        OFFICERS,
        HEAD,
        "Ann Lee,a@x.example,Officer,,Housing,,b@x.example",
        "Bo Ray,b@x.example,Officer,,Housing,,c@x.example",
        "Cy Dee,c@x.example,Officer,,Housing,,a@x.example",
        "Di Fox,d@x.example,Officer,,Housing,,",
        "Ed Gill,e@x.example,Officer,,Housing,,e@x.example",
        "Flo Hart,f@x.example,Officer,,Housing,,a@x.example",
    )
    assert outcomes(plan) == ["refused", "refused", "refused", "new", "refused", "refused"]
    assert "by a loop" in reasons(plan)[0]
    assert "The line manager is the officer themselves" in reasons(plan)[3]
    assert "The row of the line manager, Ann Lee, is refused" in reasons(plan)[4]


def test_a_loop_with_those_in_the_register_is_seen_too() -> None:
    top = make.an_officer(name="Ann Lee", email="a@x.example")
    make.an_officer(name="Bo Ray", email="b@x.example", line_manager=top)
    plan = planned(OFFICERS, HEAD, "Ann Lee,a@x.example,,,,,b@x.example")
    assert outcomes(plan) == ["refused"]


def test_a_manager_whom_nobody_knows_is_named() -> None:
    [reason] = reasons(planned(OFFICERS, HEAD, "Ann Lee,a@x.example,Officer,,Housing,,nobody@x.example"))
    assert "“nobody@x.example” is neither in the register nor in this file" in reason


def test_a_change_of_job_holds_from_the_chosen_day() -> None:
    officer = make.an_officer(name="Ann Lee", email="a@x.example", team=make.a_team(name="Repairs"))
    plan = carried_out(OFFICERS, HEAD, "Ann Lee,a@x.example,Senior officer,senior officer,,,")
    assert "Officer's appointment, Officer: To: nothing → 10 May 2026" in said(plan.rows[0])
    jobs = OfficerAppointment.objects.filter(person=officer).order_by("from_on")
    assert [(one.job_title, one.team.name, one.to_on) for one in jobs] == [
        ("Officer", "Repairs", BEFORE),
        ("Senior officer", "Repairs", None),
    ]


def test_of_two_jobs_the_title_says_which() -> None:
    officer = make.an_officer(name="Ann Lee", email="a@x.example", job_title="Clerk")
    other = {"person": officer, "job_title": "Returning officer", "directorate": make.a_directorate()}
    OfficerAppointment.objects.create(**other, from_on=make.LONG_AGO)
    assert (
        "more than one job: Clerk; Returning officer"
        in reasons(planned(OFFICERS, HEAD, "Ann Lee,a@x.example,,,,,"))[0]
    )
    carried_out(OFFICERS, "Name,Email,Job title,To", "Ann Lee,a@x.example,Clerk,31/05/2026")
    assert OfficerAppointment.objects.get(job_title="Clerk").to_on == datetime.date(2026, 5, 31)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Ann Lee,a@x.example,,,Housing,,", "“Job title” is empty. A new job needs it"),
        ("Ann Lee,a@x.example,Officer,,,,", "“Directorate” is empty"),
        ("Ann Lee,a@x.example,Officer,,,Nowhere,", "There is no team “Nowhere”. Enter its directorate"),
        ("Ann Lee,a@x.example,Officer,Boss,Housing,,", "“Grade” must be one of these"),
    ],
)
def test_a_new_officer_without_a_job_is_refused(row: str, told: str) -> None:
    assert told in reasons(planned(OFFICERS, HEAD, row))[0]


def test_services_go_to_somebody_who_may_be_addressed() -> None:
    make.an_officer(name="Dana Whitfield", email="dana@x.example", grade=Grade.HEAD_OF_SERVICE)
    make.an_officer(name="Tom Pell", email="tom@x.example")
    head = "Service,Directorate,Team,Addressee,Public report form,Place in the list,Open"
    plan = carried_out(
        SERVICES,
        head,
        "Repairs,Housing,Repairs team,dana@x.example,https://x.example/report,3,yes",
        "Parking,Highways,Parking team,Tom Pell,,,",
        "Waste,Streets,Waste team,nobody@x.example,,,",
        "Parks,Streets,Parks team,dana@x.example,javascript:alert(1),,",
        "Trees,Streets,Tree team,dana@x.example,,first,",
        "Bins,Streets,,dana@x.example,,,",
    )
    assert outcomes(plan) == ["new", "refused", "refused", "refused", "refused", "refused"]
    told = reasons(plan)
    assert "Tom Pell cannot be addressed: the protocol wants a" in told[0]
    assert protocol("waltham-forest").enquiries.addressed_from is not None
    assert [
        "not in the register of officers" in told[1],
        "https://" in told[2],
        "whole number" in told[3],
    ] == [True] * 3
    assert "A new service needs it" in told[4]
    assert outcomes(planned(SERVICES, head, "repairs,,,,,,")) == ["unchanged"]
    carried_out(SERVICES, "Name,Open", "Repairs,No")
    assert not Service.objects.get(name="Repairs").is_open
    assert Service.objects.get(name="Repairs").position == 3


def test_seats_are_given_to_people_whom_the_registers_know() -> None:
    member = make.a_member(name="Ann Lee", ward=make.a_ward(name="Hale"))
    make.a_member(name="Bo Ray")
    head = "Committee,Kind,Name,Office,May vote"
    plan = carried_out(
        SEATS,
        head,
        "Planning Committee,Committee,Ann Lee,Chair,",
        "Planning Committee,,Bo Ray,,no",
        "Audit,,Bo Ray,,",
        "Planning Committee,,Nobody Known,,",
        "Planning Committee,Scrutiny,Bo Ray,,",
    )
    assert outcomes(plan) == ["new", "new", "refused", "refused", "refused"]
    assert plan.made("body") == ["Planning Committee"]
    assert Seat.objects.get(person=member).office == "chair"
    assert not Seat.objects.get(person__last_name="Ray").may_vote
    assert outcomes(planned(SEATS, head, "planning committee,,Ann Lee,Chair,yes")) == ["unchanged"]


def test_a_body_has_one_chair_and_the_old_one_may_go_in_the_same_file() -> None:
    body = Body.objects.create(name="Planning", kind="committee", from_on=make.LONG_AGO)
    old, new = make.a_member(name="Ann Lee"), make.a_member(name="Bo Ray")
    Seat.objects.create(body=body, person=old, office="chair", from_on=make.LONG_AGO)
    head = "Body,Name,Office"
    [reason] = reasons(planned(SEATS, head, "Planning,Bo Ray,Chair"))
    assert "Councillor Ann Lee has chaired this body since 7 May 2020" in reason
    carried_out(SEATS, head, "Planning,Bo Ray,Chair", "Planning,Ann Lee,Member")
    offices = Seat.objects.filter(to_on=None).values_list("person__first_name", "office")
    assert set(offices) == {("Bo", "chair"), ("Ann", "member")}
    assert Seat.objects.filter(person=new).get().from_on == DAY


def test_what_the_file_has_no_column_for_goes_on_with_the_job() -> None:
    dana = make.an_officer(name="Dana Whit", job_title="Director")
    OfficerAppointment.objects.update(statutory_post="public-health", is_group_support=True)
    carried_out(Register.OFFICERS, "Name,Job title", "Dana Whit,Director of Public Health")
    job = OfficerAppointment.objects.on(DAY).get(person=dana)
    assert (job.job_title, job.statutory_post) == ("Director of Public Health", "public-health")
    assert job.is_group_support


@pytest.mark.parametrize("kind", ["term", "membership", "appointment", "seat"])
def test_a_row_that_goes_on_changed_loses_no_column(kind: str) -> None:
    table = TABLES[kind]
    columns = {field.name for field in table.model._meta.concrete_fields} - {"id"}
    assert columns == set(table.columns)


def test_a_political_assistant_is_refused_as_line_manager() -> None:
    assistant = make.an_officer(name="Pol Ade", email="pol@x.example")
    GroupAssistant.objects.create(group=make.a_group(), person=assistant, from_on=make.LONG_AGO)
    make.an_officer(name="Dana Whit", email="dana@x.example", job_title="Clerk")
    plan = planned(OFFICERS, HEAD, "Dana Whit,dana@x.example,Clerk,,,,pol@x.example")
    assert "is a political assistant" in reasons(plan)[0]
