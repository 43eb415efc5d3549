"""The first pages, and the monitoring officer's figures: each number with the list behind it."""

import datetime
import html
import re

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from casework.actions.announcing import announce
from casework.models import CaseEvent, Delivery
from complaints import events as complaint_events
from complaints.models import Complaint, Remedy, Writing
from council.models import Person
from enquiries.models import Enquiry, Withholding
from enquiries.states import State
from protocol_portal.views.home import first_page
from rulebook.post import Post
from tests.enquiries.many import copies
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint, dealing
from tests.factories.council import a_group, a_holder_of, a_member, an_assistant_to, an_officer
from tests.factories.enquiries import an_enquiry
from tests.factories.repairs import Council, a_case, the_repairs_team

TODAY = timezone.localdate()


@pytest.fixture
def council(db: None) -> Council:
    """Exampleshire's repairs."""
    return the_repairs_team()


@pytest.fixture
def monitoring_officer(db: None) -> Person:
    """Who sees all of it."""
    return a_holder_of(Post.MONITORING_OFFICER)


def text_of(response: HttpResponse) -> str:
    """The page as text."""
    return response.content.decode()


def ago(days: int) -> datetime.date:
    """So many days before today."""
    return TODAY - datetime.timedelta(days=days)


def test_each_role_begins_where_its_work_is(db: None) -> None:
    member = a_member()
    firsts = {
        "my-enquiries": [member, an_assistant_to(member)],
        "my-cases": [an_officer()],
        "to-route": [a_holder_of(Post.DEMOCRATIC_SERVICES)],
        "dashboard": [a_holder_of(Post.MONITORING_OFFICER)],
    }
    for name, people in firsts.items():
        for person in people:
            assert signed_in(person).get(reverse("home")).headers["Location"] == reverse(name)


def test_a_post_without_lists_has_a_first_page_too() -> None:
    assert first_page(frozenset()) is None


@pytest.mark.parametrize("name", ["dashboard", "figures-csv"])
def test_figures_are_for_whoever_answers_leads_or_watches(db: None, name: str) -> None:
    group = a_group()
    member = a_member(group=group)
    for person in (member, a_member(group=group, office="whip")):
        response = signed_in(person).get(reverse(name))
        assert response.status_code == 403
        assert "Figures are for officers, for leaders of political groups" in text_of(response)


@pytest.mark.parametrize("post", [None, Post.DEMOCRATIC_SERVICES])
def test_what_waits_for_a_decision_is_the_monitoring_officers_alone(db: None, post: Post | None) -> None:
    page = text_of(signed_in(a_holder_of(post) if post else an_officer()).get(reverse("dashboard")))
    for anchor in ("disputes", "referrals", "refusals", "undelivered", "without-figure", "lateness"):
        assert f'id="{anchor}"' not in page, anchor


def test_with_nothing_in_it_the_dashboard_says_so(monitoring_officer: Person) -> None:
    page = text_of(signed_in(monitoring_officer).get(reverse("dashboard")))
    for words in (
        "Nothing is overdue",
        "There is nothing to count in this period.",
        "No enquiry of this period is counted yet",
        "Nothing is referred to you",
        "Every email was delivered",
        "Every open enquiry has a date",
    ):
        assert words in page


def test_the_message_and_the_definitions_stand_on_the_page(
    council: Council, monitoring_officer: Person
) -> None:
    a_case(council, received_on=ago(30))
    an_enquiry()
    page = text_of(signed_in(monitoring_officer).get(reverse("dashboard")))
    for words in (
        "Housing has the one overdue enquiry",
        "What these figures mean",
        "Left out are withdrawn and merged ones, those without a due date,",
        "Figures of",
    ):
        assert words in page


def test_behind_each_linked_number_stand_that_many_cases(
    council: Council, monitoring_officer: Person
) -> None:
    for back in (1, 15, 45):
        a_case(council, received_on=ago(back))
        a_case(council, State.HOLDING, received_on=ago(back), promised_on=ago(back - 20))
        a_case(council, State.ANSWERED, received_on=ago(back))
        a_case(council, is_confidential=True, received_on=ago(back))
    an_enquiry(unsure=True)
    client = signed_in(monitoring_officer)
    page = text_of(client.get(reverse("dashboard")))
    # Days open the list that they were measured on, which is counted beside them.
    days = "span> (?:Oldest|Typical|days)"
    pattern = rf'href="({reverse("all-cases")}\?[^"]*)"[^>]*>([^<]*\d[^<]*)<(?!{days})'
    links = [
        (html.unescape(address), words)
        for address, words in re.findall(pattern, page)
        if "received" not in words
    ]
    checked = 0
    for address, words in links:
        found = re.search(r"\((\d+) of \d+\)", words) or re.search(r"^(\d+)(?: of \d+)?$", words)
        if found is None:
            continue
        listed = text_of(client.get(address))
        shown = re.search(r"([\d,]+) cases?\.? ", listed)
        assert (shown.group(1) if shown else "0") == found.group(1), (address, words)
        checked += 1
    assert checked >= 8


def test_what_did_not_arrive_is_named(council: Council, monitoring_officer: Person) -> None:
    case = a_case(council)
    event = CaseEvent.objects.filter(stream=case.stream).latest("place")
    Delivery.objects.filter(event=event).delete()
    Delivery.objects.create(
        event=event, person=council.member, state=Delivery.State.FAILED, not_before=timezone.now()
    )
    page = text_of(signed_in(monitoring_officer).get(reverse("dashboard")))
    assert "1 email did not arrive" in page
    assert "Councillor Priya Nair" in page
    assert reverse("enquiry", args=[case.reference]) in page


def a_failed_letter(complaint: Complaint) -> None:
    """One about a complaint, to whoever complains, that did not arrive."""
    now = timezone.now()
    with transaction.atomic():
        event = announce(stream=complaint.stream, kind=complaint_events.ACKNOWLEDGED, by=None, at=now)
    Delivery.objects.filter(event=event).delete()
    failed = {"state": Delivery.State.FAILED, "not_before": now}
    Delivery.objects.create(event=event, person=complaint.complainant, **failed)


def test_a_letter_about_a_complaint_that_did_not_arrive_is_told_to_those_who_may_know_of_it(
    monitoring_officer: Person,
) -> None:
    complaint = a_complaint(complainant=a_member(name="Councillor Priya Nair"))
    a_failed_letter(complaint)
    page = text_of(signed_in(monitoring_officer).get(reverse("dashboard")))
    assert "Every email was delivered" in page
    assert "Priya Nair" not in page
    dealing(complaint, monitoring_officer)
    page = text_of(signed_in(monitoring_officer).get(reverse("dashboard")))
    assert "1 email did not arrive" in page
    assert reverse("complaint", args=[complaint.reference]) in page


def test_complaints_that_wait_for_the_monitoring_officer_stand_first_and_no_other_is_counted(
    monitoring_officer: Person,
) -> None:
    a_complaint()
    page = text_of(signed_in(monitoring_officer).get(reverse("dashboard")))
    assert "No complaint waits for you." in page
    for number, words in ((1, "1 complaint waits for you"), (2, "2 complaints wait for you")):
        dealing(a_complaint(), monitoring_officer)
        page = text_of(signed_in(monitoring_officer).get(reverse("dashboard")))
        assert words in page, number
    places = [
        page.index(f'id="{one}"')
        for one in ("disputes", "referrals", "complaints-with-you", "figures-months")
    ]
    assert places == sorted(places)


def test_what_waits_in_complaints_is_counted_each_kind_by_itself(monitoring_officer: Person) -> None:
    complaint = dealing(a_complaint(), monitoring_officer).complaint
    note = Writing.objects.create(
        complaint=complaint,
        kind=Writing.Kind.NOTE,
        text="Say sorry.",
        by=monitoring_officer,
        at=timezone.now(),
    )
    Remedy.objects.create(complaint=complaint, writing=note, owner=monitoring_officer, due_on=TODAY)
    page = text_of(signed_in(monitoring_officer).get(reverse("dashboard")))
    assert "1 complaint waits for you" in page
    assert "1 thing is yours to put right" in page


def test_what_was_withheld_in_an_enquiry_stands_among_the_refusals_copied(
    council: Council, monitoring_officer: Person
) -> None:
    for number, back in enumerate((3, 40)):
        case = a_case(council, State.ANSWERED, received_on=ago(50))
        Withholding.objects.create(
            enquiry=case,
            message=case.messages.get(kind="reply"),
            ground="withheld",
            cites=f"{number}",
            copied_to=monitoring_officer,
            by=council.officer,
            at=timezone.now() - datetime.timedelta(days=back),
        )
    client = signed_in(monitoring_officer)
    page = text_of(client.get(reverse("dashboard")))
    assert "1 enquiry in which something was withheld or declined" in page
    listed = text_of(client.get(f"{reverse('all-cases')}?withheld=me"))
    assert "1 case." in listed


def test_enquiries_without_a_figure_are_counted_apart(council: Council, monitoring_officer: Person) -> None:
    case = a_case(council)
    Enquiry.objects.filter(pk=case.pk).update(due_on=None, owed_on=None)
    page = text_of(signed_in(monitoring_officer).get(reverse("dashboard")))
    assert "1 open enquiry has no date" in page
    assert "They count neither as in time nor as late." in page


@pytest.mark.parametrize("name", ["dashboard", "all-cases", "to-route"])
def test_the_page_asks_no_more_with_more_cases(
    council: Council, monitoring_officer: Person, name: str
) -> None:
    case = an_enquiry(unsure=True) if name == "to-route" else a_case(council, received_on=ago(20))
    client = signed_in(monitoring_officer)
    client.get(reverse(name))
    counted = []
    for more in (9, 990):
        copies(case, more)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse(name)).status_code == 200
        counted.append(len(queries))
    assert counted[0] == counted[1]


def test_the_dashboard_leads_to_what_its_reader_does_from_there_and_to_nothing_that_is_refused(
    council: Council, monitoring_officer: Person
) -> None:
    leader = a_member(group=a_group(), office="leader")
    keeper = a_holder_of(Post.DEMOCRATIC_SERVICES)
    for person, names in (
        (monitoring_officer, ["reports", "audit", "amendments"]),
        (keeper, ["reports", "amendments"]),
        (leader, ["reports"]),
        (council.director, []),
        (council.officer, []),
    ):
        client = signed_in(person)
        page = text_of(client.get(reverse("dashboard")))
        head = page[: page.index("<h1")]
        links = re.findall(r'moj-sub-navigation__link" href="([^"]+)"', head)
        assert links == [reverse(name) for name in names]
        assert {client.get(link).status_code for link in links} <= {200}


def test_the_days_that_late_enquiries_lay_with_a_directorate_open_a_list_of_as_many(
    council: Council, monitoring_officer: Person
) -> None:
    late = a_case(council, State.ANSWERED, received_on=ago(30))
    Enquiry.objects.filter(pk=late.pk).update(answered_on=ago(5))
    client = signed_in(monitoring_officer)
    days = f"{ago(40):%d/%m/%Y}", f"{TODAY:%d/%m/%Y}"
    page = text_of(client.get(reverse("dashboard"), dict(zip(("first", "last"), days, strict=True))))
    table = page[page.index("Days that late enquiries lay") :].partition("</table>")[0]
    links = re.findall(r'href="([^"]+lay=[^"]+)">([\d,]+)<', table)
    assert [number for _link, number in links] == ["1", "25"]
    shown = text_of(client.get(html.unescape(links[0][0])))
    assert "1 case." in shown
    assert f"Answered late, and some days with {council.team.directorate.name}" in html.unescape(shown)
    assert late.reference in shown
