"""A report that a confidence was broken: where each text sends it, and that one officer alone reads it."""

import datetime

import pytest
from django.utils import timezone
from pytest_django import Settings

from access_rules import events
from access_rules.actions.breaking import report_breach
from access_rules.models import Breach, Document
from access_rules.queries.breaches import breaches_for
from access_rules.screens.breaking import courses
from casework.models import CaseEvent, Delivery
from council.models import Person
from council.queries import protocol_in_force
from rulebook.access.breaking import ByWhom
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_document
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)
WORDS = "The bids were read out at the market."


def reported(by: Person, *, about: Person | None = None, document: Document | None = None) -> Breach:
    return report_breach(
        who=on_day(by),
        document=document,
        by_whom=ByWhom.MEMBER,
        about=about,
        words=WORDS,
        at=timezone.now(),
    )


def reads(person: Person, row: Breach) -> bool:
    return breaches_for(on_day(person)).filter(pk=row.pk).exists()


def told(row: Breach) -> list[Person]:
    return [one.person for one in Delivery.objects.filter(event__stream=row.stream)]


# Text; who broke it; the procedure; the paragraphs.
COURSES = [
    ("haringey", ByWhom.MEMBER, "code of conduct", ["HA-4.27"]),
    ("haringey", ByWhom.OFFICER, "disciplinary", ["HA-4.25b"]),
    ("waltham-forest", ByWhom.MEMBER, "code of conduct", ["WF-A1.3", "WF-A4.2"]),
    ("waltham-forest", ByWhom.OFFICER, "disciplinary", []),
    ("mwda", ByWhom.MEMBER, "code of conduct", []),
    ("parish", ByWhom.UNKNOWN, "finds out first", []),
]


@pytest.mark.parametrize(("text", "by", "says", "cites"), COURSES)
def test_where_each_text_sends_it(
    settings: Settings, text: str, by: ByWhom, says: str, cites: list[str]
) -> None:
    settings.PROTOCOL = text
    course = courses(protocol_in_force())[list(ByWhom).index(by)]
    assert says in course.says
    assert [cite.id for cite in course.cites] == cites


def test_the_monitoring_officer_alone_reads_it_and_whoever_reported_it() -> None:
    olive, member, document = make.a_holder_of(Post.MONITORING_OFFICER), make.a_member(), a_document()
    row = reported(member, document=document)
    assert told(row) == [olive]
    others = [
        make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        make.a_holder_of(Post.SECTION_151_OFFICER),
        make.a_holder_of(Post.CHIEF_EXECUTIVE),
        make.a_member(),
        make.an_officer(),
        make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER, to_on=YESTERDAY),
        make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER, confirmed=False),
    ]
    assert [person for person in (olive, member, *others) if reads(person, row)] == [olive, member]


def test_a_report_about_the_monitoring_officer_goes_to_the_head_of_paid_service() -> None:
    olive, chief = make.a_holder_of(Post.MONITORING_OFFICER), make.a_holder_of(Post.CHIEF_EXECUTIVE)
    row = reported(make.a_member(), about=olive)
    assert row.goes_to == Post.CHIEF_EXECUTIVE
    assert told(row) == [chief]
    assert reads(chief, row)
    assert not reads(olive, row)
    assert not reads(make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER), row)


def test_whoever_is_named_never_reads_it_even_in_the_post_later() -> None:
    make.a_holder_of(Post.MONITORING_OFFICER)
    named = make.an_officer()
    row = reported(make.a_member(), about=named)
    make.a_holding(Post.DEPUTY_MONITORING_OFFICER, person=named)
    assert not reads(named, row)


def test_no_page_of_the_document_shows_that_there_is_a_report() -> None:
    document = a_document()
    row = reported(make.a_member(), document=document)
    assert not CaseEvent.objects.filter(stream=document.stream).exists()
    event = CaseEvent.objects.get(kind=events.BREACH_REPORTED.name)
    assert event.stream == row.stream
    assert WORDS not in str(event.facts)


def test_nobody_reports_themselves_nothing_or_out_of_post() -> None:
    member = make.a_member()
    for by, about, words in (
        (member, member, WORDS),
        (member, None, "  "),
        (make.a_member(to_on=YESTERDAY), None, WORDS),
    ):
        with pytest.raises(Refused):
            report_breach(
                who=on_day(by),
                document=None,
                by_whom=ByWhom.UNKNOWN,
                about=about,
                words=words,
                at=timezone.now(),
            )
    assert not Breach.objects.exists()
