"""One person entered twice: what was given, named, asked and reported under either entry stands under one."""

import datetime

import pytest
from django.utils import timezone

from access_rules import events
from access_rules.models import Breach, Disclosure, Document, DocumentGrant, Privy
from access_rules.policies.seeing import may_open
from access_rules.queries.breaches import breaches_for
from access_rules.queries.telling import disclosures_of
from casework.models import CaseEvent
from council.actions import merge_people
from council.models import Person
from council.queries.merge_plan import plan_merge
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_grant
from tests.factories.enquiries import on_day
from tests.factories.onward import an_exempt_document, asked, named, reported, with_login

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
WEEK, MONTH = TODAY + datetime.timedelta(days=7), TODAY + datetime.timedelta(days=30)


def merge(kept: Person, merged: Person) -> Person:
    """Reviewed a moment ago, and merged; by whom."""
    keeper = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    seen = plan_merge(kept, merged, on=TODAY).state
    merge_people(kept=kept, merged=merged, by=keeper, at=timezone.now(), seen_state=seen)
    return keeper


@pytest.fixture
def document() -> Document:
    return an_exempt_document()


@pytest.mark.parametrize(("own", "other"), [(WEEK, MONTH), (MONTH, WEEK), (None, MONTH)])
def test_access_of_either_entry_is_one_access_until_the_later_day(
    document: Document, own: datetime.date | None, other: datetime.date
) -> None:
    kept, merged = with_login(make.a_member()), with_login(make.a_person())
    for person, until in ((kept, own), (merged, other)):
        if until is not None:
            a_grant(document=document, to=person, until=until)
    merge(kept, merged)
    row = DocumentGrant.objects.get()
    assert (row.user.person, row.expires_on) == (kept, MONTH)
    assert may_open(on_day(kept), document).allowed


def test_a_login_that_moves_brings_its_access_with_it(document: Document) -> None:
    kept, merged = make.a_member(), with_login(make.a_person())
    a_grant(document=document, to=merged, until=WEEK)
    merge(kept, merged)
    assert may_open(on_day(kept), document).by == "grant"


@pytest.mark.parametrize("from_kept", [True, False])
def test_what_somebody_would_have_given_to_themselves_ends_and_stands_on_record(
    document: Document, *, from_kept: bool
) -> None:
    kept, merged = with_login(make.an_officer()), with_login(make.a_person())
    giver, taker = (kept, merged) if from_kept else (merged, kept)
    a_grant(document=document, to=taker, by=giver)
    keeper = merge(kept, merged)
    assert not DocumentGrant.objects.exists()
    ended = CaseEvent.objects.get(kind=events.GRANT_ENDED.name)
    assert (ended.by, ended.facts["person"]) == (keeper, kept.pk)
    assert "nobody gives access to themselves" in ended.content.body["reason"]
    assert CaseEvent.objects.filter(kind=events.GRANT_END_ON_RECORD.name).count() == 1


def test_somebody_named_twice_stands_on_the_list_once_until_the_later_day(document: Document) -> None:
    kept, merged = make.a_member(), make.a_person()
    one, other = named(document, kept), named(document, merged)
    Privy.objects.filter(pk=one.pk).update(until=WEEK)
    Privy.objects.filter(pk=other.pk).update(until=MONTH)
    merge(kept, merged)
    row = Privy.objects.get(ended_at=None)
    assert (row.person, row.until) == (kept, MONTH)
    assert Privy.objects.filter(person=kept).count() == 2


def test_somebody_named_once_stands_there_under_the_kept_entry(document: Document) -> None:
    kept, merged = make.a_member(), make.a_person()
    named(document, merged)
    merge(kept, merged)
    assert Privy.objects.get().person == kept
    assert not CaseEvent.objects.filter(kind=events.PRIVY_ENDED.name).exists()


def test_questions_and_reports_go_with_the_person_and_the_named_one_still_reads_none() -> None:
    olive, kept = make.a_holder_of(Post.MONITORING_OFFICER), make.a_member()
    member, merged = make.a_member(), make.a_person()
    question, report = asked(member), reported(member, about=merged)
    Disclosure.objects.update(asked_by=merged)
    merge(kept, merged)
    assert disclosures_of(on_day(kept)).get() == question
    assert Breach.objects.get().about == kept
    make.a_holding(Post.DEPUTY_MONITORING_OFFICER, person=kept)
    assert not breaches_for(on_day(kept)).exists()
    assert list(breaches_for(on_day(olive))) == [report]
