"""«My enquiries»: every figure is the number of its list, filters live in the address, nothing grows."""

import csv
import datetime
import io
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent
from council.models import Person
from enquiries import events
from enquiries.models import Enquiry
from enquiries.states import State
from tests.factories.council import a_member, a_service, an_assistant_to
from tests.factories.enquiries import an_enquiry
from tests.factories.portal import page, signed_in

pytestmark = pytest.mark.django_db


def ago(days: int) -> datetime.date:
    """That many days before today."""
    return timezone.localdate() - datetime.timedelta(days=days)


def references(browser: Client, query: str = "") -> set[str]:
    """Which enquiries the list shows."""
    words = page(browser, "my-enquiries", query=query)
    return {one.reference for one in Enquiry.objects.all() if f"{one.reference}," in words}


def test_the_first_time_the_page_says_how_quick_it_is(browser: Client) -> None:
    words = page(browser, "my-enquiries")
    assert "You have not sent an enquiry yet. It takes about a minute." in words


def test_later_an_empty_list_says_where_the_answered_ones_are(browser: Client, member: Person) -> None:
    an_enquiry(state=State.CLOSED, member=member)
    assert "Nothing open. Answered enquiries under Answered: 1." in page(browser, "my-enquiries")


def test_what_waits_for_the_member_stands_first(browser: Client, member: Person) -> None:
    an_enquiry(member=member, subject="With an officer")
    an_enquiry(state=State.WAITING, member=member, subject="Asked back")
    an_enquiry(state=State.ANSWERED, member=member, subject="Answered lately")
    words = page(browser, "my-enquiries")
    waiting, officers = words.index("Waiting for you</h2>"), words.index("With officers</h2>")
    assert waiting < words.index("Asked back") < officers < words.index("With an officer")
    assert waiting < words.index("Answered lately") < officers


@pytest.mark.parametrize("show", ["waiting", "overdue", "soon", "answered"])
def test_a_figure_is_the_number_of_the_list_behind_its_link(
    browser: Client, member: Person, show: str
) -> None:
    for state, received in (
        (State.SENT, 0),
        (State.ALLOCATED, 8),
        (State.ALLOCATED, 20),
        (State.HOLDING, 12),
        (State.WAITING, 9),
        (State.ANSWERED, 3),
        (State.CLOSED, 5),
        (State.CLOSED, 60),
        (State.WITHDRAWN, 15),
    ):
        an_enquiry(state=state, member=member, received_on=ago(received))
        an_enquiry(state=state, member=a_member(), received_on=ago(received))
    words = page(browser, "my-enquiries")
    address = f"?{urlencode({'tab': 'open', 'show': show}).replace('tab=open&', '')}"
    before = words.split(f'href="{address}"')[0]
    number = int(before.rsplit('app-figures__number">', 1)[1].split("<")[0])
    assert number == len(references(browser, address)) > 0


def test_tabs_hold_each_enquiry_where_a_member_looks_for_it(browser: Client, member: Person) -> None:
    made = {state: an_enquiry(state=state, member=member).reference for state in State}
    other = Enquiry.objects.get(merged__reference=made[State.MERGED]).reference
    assert references(browser, "?tab=drafts") == {made[State.DRAFT]}
    over = (State.ANSWERED, State.CLOSED, State.WITHDRAWN, State.MERGED)
    ended = {made[state] for state in over}
    assert references(browser, "?tab=answered") == ended
    rest = set(made.values()) - ended - {made[State.DRAFT]}
    assert references(browser) == rest | {made[State.ANSWERED], other}


def test_filters_stand_in_the_address_and_can_be_taken_away(browser: Client, member: Person) -> None:
    bins = a_service(name="Bins")
    one = an_enquiry(member=member, service=bins, street="Mill Lane")
    an_enquiry(member=member, street="Larch Court")
    assert references(browser, f"?service={bins.pk}") == {one.reference}
    assert references(browser, "?street=mill") == {one.reference}
    assert references(browser, "?state=closed") == set()
    words = page(browser, "my-enquiries", query=f"?service={bins.pk}&street=mill")
    assert "Service: Bins" in words
    assert f'href="?service={bins.pk}"' in words
    assert "No enquiries match. Remove a filter." in page(browser, "my-enquiries", query="?street=Nowhere")


@pytest.mark.parametrize("query", ["?service=x", "?state=nonsense", "?tab=1", "?show=all", "?after=forged"])
def test_an_address_with_nonsense_shows_the_list(browser: Client, member: Person, query: str) -> None:
    enquiry = an_enquiry(member=member)
    assert references(browser, query) == {enquiry.reference}


def test_an_assistant_of_two_members_narrows_to_one(member: Person) -> None:
    other = a_member(name="Grace Lowe")
    assistant = an_assistant_to(member)
    an_assistant_to(other, assistant=assistant)
    first, second = an_enquiry(member=member), an_enquiry(member=other)
    browser = signed_in(assistant)
    assert references(browser) == {first.reference, second.reference}
    assert references(browser, f"?member={other.pk}") == {second.reference}
    assert references(browser, f"?member={a_member().pk}") == {first.reference, second.reference}


def test_long_lists_page_by_key_and_keep_their_filters(browser: Client, member: Person) -> None:
    service = a_service()
    made = {an_enquiry(member=member, service=service).reference for _number in range(25)}
    words = page(browser, "my-enquiries", query=f"?service={service.pk}")
    older = words.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")
    assert f"service={service.pk}" in older
    first, second = references(browser, f"?service={service.pk}"), references(browser, older)
    assert first | second == made
    assert not first & second


def test_the_file_holds_the_list_and_is_on_record(browser: Client, member: Person) -> None:
    mine = an_enquiry(member=member, subject='=HYPERLINK("http://evil.example")', street="Mill Lane")
    an_enquiry(member=member)
    other = an_enquiry(member=a_member(), street="Mill Lane")
    answer = browser.get(f"{reverse('enquiry-download')}?street=mill")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == 2
    assert rows[1][0] == mine.reference
    assert rows[1][1].startswith("'=HYPERLINK")
    assert other.reference not in answer.content.decode()
    event = CaseEvent.objects.get(kind=events.LIST_EXPORTED.name)
    assert event.stream.name == "security"
    assert (event.by, event.facts["rows"], event.facts["filters"]) == (member, 1, "?street=mill")


def test_the_number_of_questions_does_not_grow(browser: Client, member: Person) -> None:
    service = a_service()
    first = an_enquiry(member=member, service=service, state=State.WAITING)
    for _number in range(9):
        an_enquiry(member=member, service=service)

    def asked() -> dict[str, int]:
        counts = {}
        for query in ("", "?tab=answered", "?show=waiting", "?street=x"):
            with CaptureQueriesContext(
                connection,
            ) as captured:
                page(browser, "my-enquiries", query=query)
            counts[query] = len(captured)
        with CaptureQueriesContext(connection) as captured:
            browser.get(reverse("enquiry-download"))
        return {**counts, "download": len(captured)}

    asked()
    ten = asked()
    a_thousand_more(first)
    assert asked() == ten
    assert ten[""] < 40


def a_thousand_more(like: Enquiry) -> None:
    """Rows as the first one, written at once: only the list reads them."""
    streams = type(like.stream).objects.bulk_create(
        [type(like.stream)(name=f"enquiry:ENQ-T{number:04}") for number in range(990)]
    )
    waiting = {"state": State.WAITING}
    kept = {
        field.attname: getattr(like, field.attname)
        for field in Enquiry._meta.concrete_fields
        if field.attname not in ("id", "reference", "stream_id", "state")
    }
    Enquiry.objects.bulk_create(
        Enquiry(reference=f"ENQ-T{number:04}", stream=stream, **kept, **waiting)
        for number, stream in enumerate(streams)
    )
