"""Who gets a letter of the register, and that it holds a number and a link, never a title."""

import pytest
from pytest_django import Settings

from access_rules.actions.clearing import ask_for_comments, give_comments
from access_rules.models import Document
from access_rules.subscribers.documents import PLANS
from casework.events import registration_of
from casework.models import CaseEvent
from council.models import Person
from rulebook.decision import Outcome
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.documents import NOW, TODAY, a_draft, a_keeper, on_day

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(settings: Settings) -> Document:
    """A report that waits for comments, whose title gives something away."""
    settings.PROTOCOL = "wokingham-2007"
    return a_draft(marking="public", title="Quernstone Hall is sold")


def told(document: Document, kind: str) -> set[Person]:
    """Who is owed a letter about the last event of the kind."""
    event = CaseEvent.objects.filter(stream=document.stream, kind=kind).latest("place")
    return {delivery.person for delivery in event.deliveries.select_related("person")}


def letter(document: Document, kind: str, person: Person) -> str:
    """All that the letter says."""
    registration = registration_of(kind)
    assert registration is not None
    assert registration.render is not None
    event = CaseEvent.objects.filter(stream=document.stream, kind=kind).latest("place")
    said = registration.render(person, event)
    return " ".join([said.subject, *said.lines, said.link])


def test_both_statutory_officers_are_asked_and_the_asker_hears_of_their_comments(report: Document) -> None:
    keeper = a_keeper()
    finance = make.a_holder_of(Post.SECTION_151_OFFICER)
    monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
    ask_for_comments(who=on_day(keeper), document=report, at=NOW)
    assert told(report, "document.clearance_asked") == {finance, monitoring}
    give_comments(who=on_day(finance), document=report, comments="None.", at=NOW)
    assert told(report, "document.clearance_given") == {keeper}


def test_a_letter_holds_the_number_and_the_page_and_no_word_of_the_report(report: Document) -> None:
    finance = make.a_holder_of(Post.SECTION_151_OFFICER)
    ask_for_comments(who=on_day(a_keeper()), document=report, at=NOW)
    said = letter(report, "document.clearance_asked", finance)
    assert report.reference in said
    assert f"/documents/{report.reference}/comment/" in said
    assert "Quernstone" not in said


def test_whoever_has_commented_or_lost_the_post_is_not_asked_any_more(report: Document) -> None:
    finance = make.a_holder_of(Post.SECTION_151_OFFICER)
    ask_for_comments(who=on_day(a_keeper()), document=report, at=NOW)
    event = CaseEvent.objects.get(stream=report.stream, kind="document.clearance_asked")
    plan = next(plan for kind, plan in PLANS.items() if kind.name == event.kind)
    assert plan.may(finance, event, TODAY).allowed
    assert not plan.may(make.an_officer(), event, TODAY).allowed
    assert plan.may(make.a_person(), event, TODAY).outcome is Outcome.REFUSED
    give_comments(who=on_day(finance), document=report, comments="None.", at=NOW)
    assert not plan.may(finance, event, TODAY).allowed
