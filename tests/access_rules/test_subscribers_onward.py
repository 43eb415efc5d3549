"""Letters of grants, of questions before a disclosure, of reports: to whom, until when, no word too many."""

import datetime

import pytest
from django.utils import timezone

from access_rules import events
from access_rules.actions.granting import Given, end_grant, grant
from access_rules.actions.telling import Verdict, answer_question, withdraw_question
from access_rules.models import Breach, Disclosure, Document
from access_rules.subscribers.onward import PLANS
from casework.events import EventKind, Letter
from casework.models import CaseEvent
from council.models import MemberTerm, Person, PostHolding
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import on_day
from tests.factories.onward import WORDS, an_exempt_document, asked, reported, with_login

pytestmark = pytest.mark.django_db
TODAY, NOW = timezone.localdate(), timezone.now()
YESTERDAY, LAST = TODAY - datetime.timedelta(days=1), TODAY + datetime.timedelta(days=7)
SECRETS = ("Quernstone", "A reporter", "For the hearing", WORDS)


def last(kind: EventKind) -> CaseEvent:
    return CaseEvent.objects.filter(kind=kind.name).latest("pk")


def told(kind: EventKind) -> set[Person]:
    """Who is owed a letter about the last event of the kind."""
    return {one.person for one in last(kind).deliveries.select_related("person")}


def letter(kind: EventKind, person: Person) -> Letter:
    """The letter, which says nothing of what it is about."""
    said = PLANS[kind].words(person, last(kind))
    whole = " ".join([said.subject, *said.lines, said.link])
    assert not [words for words in SECRETS if words in whole]
    return said


def gets(kind: EventKind, person: Person, on: datetime.date = TODAY) -> bool:
    """Whether the person may still have it on the day on which it goes out."""
    return PLANS[kind].may(person, last(kind), on).allowed


@pytest.fixture
def document() -> Document:
    return an_exempt_document(title="The sale of Quernstone Hall")


@pytest.fixture
def member() -> Person:
    return with_login(make.a_member())


@pytest.fixture
def keeper() -> Person:
    return make.a_holder_of(Post.DEMOCRATIC_SERVICES)


def given(document: Document, member: Person, keeper: Person) -> None:
    wish = Given(purpose="For the hearing", expires_on=LAST)
    grant(who=on_day(keeper), document=document, person=member, given=wish, at=timezone.now())


def test_whoever_is_given_access_reads_until_when_and_how_it_is_handled(
    document: Document, member: Person, keeper: Person
) -> None:
    given(document, member, keeper)
    assert told(events.GRANTED) == {member}
    said = letter(events.GRANTED, member)
    assert said.link == f"/documents/{document.reference}/handling/"
    assert "until" in said.lines[0]
    assert gets(events.GRANTED, member)
    assert not gets(events.GRANTED, member, LAST + datetime.timedelta(days=1))
    end_grant(who=on_day(keeper), document=document, person=member, because="For the hearing", at=NOW)
    assert not gets(events.GRANTED, member)


def test_whoever_loses_it_is_told_while_they_are_in_office_and_gets_no_link(
    document: Document, member: Person, keeper: Person
) -> None:
    given(document, member, keeper)
    end_grant(who=on_day(keeper), document=document, person=member, because="For the hearing", at=NOW)
    assert told(events.GRANT_ENDED) == {member}
    assert letter(events.GRANT_ENDED, member).link == ""
    assert gets(events.GRANT_ENDED, member)
    MemberTerm.objects.filter(person=member).update(to_on=YESTERDAY)
    assert not gets(events.GRANT_ENDED, member)


def test_a_question_goes_to_the_post_and_its_answer_to_whoever_asked(document: Document) -> None:
    olive, member = make.a_holder_of(Post.MONITORING_OFFICER), make.a_member()
    deputy = make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    row = asked(member, document=an_exempt_document(title="Quernstone", author=member))
    assert told(events.DISCLOSURE_ASKED) == {olive}
    said = letter(events.DISCLOSURE_ASKED, olive)
    assert said.link == f"/disclosures/{row.reference}/"
    assert "waits for your answer" in said.lines[0]
    assert gets(events.DISCLOSURE_ASKED, deputy)
    assert not gets(events.DISCLOSURE_ASKED, make.an_officer())
    no = Verdict(may_be_told=False, words="It would harm the sale of Quernstone.")
    answer_question(who=on_day(olive), row=row, verdict=no, at=NOW)
    assert told(events.DISCLOSURE_BARRED) == {member}
    assert letter(events.DISCLOSURE_BARRED, member).link == f"/disclosures/{row.reference}/"
    # Sent late, the first letter says that it is open no more.
    assert "not open any more" in letter(events.DISCLOSURE_ASKED, olive).lines[0]
    PostHolding.objects.filter(person=olive).update(to_on=YESTERDAY)
    assert not gets(events.DISCLOSURE_ASKED, olive)


def test_a_question_about_the_monitoring_officer_reaches_the_deputy_alone() -> None:
    olive, deputy = make.a_holder_of(Post.MONITORING_OFFICER), None
    deputy = make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    keeper = make.a_holder_of(Post.PROPER_OFFICER)
    asked(keeper, document=an_exempt_document(about=olive))
    assert told(events.DISCLOSURE_ASKED) == {deputy}


def test_whoever_was_asked_hears_that_it_was_taken_back() -> None:
    olive, member = make.a_holder_of(Post.MONITORING_OFFICER), make.a_member()
    row: Disclosure = asked(member)
    withdraw_question(who=on_day(member), row=row, at=NOW)
    assert told(events.DISCLOSURE_WITHDRAWN) == {olive}
    assert "need not answer" in letter(events.DISCLOSURE_WITHDRAWN, olive).lines[0]


def test_a_report_is_a_letter_to_one_officer_and_names_nobody() -> None:
    olive, member, named = make.a_holder_of(Post.MONITORING_OFFICER), make.a_member(), make.a_member()
    row: Breach = reported(member, about=named)
    assert told(events.BREACH_REPORTED) == {olive}
    said = letter(events.BREACH_REPORTED, olive)
    assert said.link == f"/disclosures/reports/{row.reference}/"
    whole = " ".join([said.subject, *said.lines])
    assert named.last_name not in whole
    assert member.last_name not in whole
    assert not gets(events.BREACH_REPORTED, named)
    assert not gets(events.BREACH_REPORTED, make.an_officer())
