"""What a slip on the forms of the register is told, in sentences that somebody can act on."""

import datetime
from typing import Any

import pytest

from access_rules.forms.clearing import ConsentForm, OwnershipForm
from access_rules.forms.filtering import RegisterFilters
from access_rules.forms.marking import MarkForm, WeighForm
from access_rules.forms.registering import BOXES, MUST, EntryForm
from access_rules.models import Document
from rulebook.protocols import protocol
from tests.factories import council as make
from tests.factories.access import a_body, a_meeting, an_item
from tests.factories.documents import TODAY

pytestmark = pytest.mark.django_db

FILLED = {"title": "Leisure centres", "made_on": "25/11/2026", "is_held": "on"}


def faults(form: Any) -> dict[str, str]:
    """The first sentence beside each box."""
    form.is_valid()
    return {box: str(said[0]) for box, said in form.errors.items()}


def entry(kind: str, **boxes: object) -> EntryForm:
    """The form of a kind, filled in."""
    return EntryForm({**FILLED, **boxes}, kind=kind, on=TODAY)


@pytest.mark.parametrize("kind", Document.Kind.values)
def test_each_kind_asks_for_its_own_and_for_nothing_else(kind: str) -> None:
    form = entry(kind)
    assert set(form.fields) == {"title", "made_on", "token", "version", *BOXES[kind]}
    # Where no body decided, who did is chosen; until then the body is asked for.
    nobody = {"body"} if kind == "decision-record" else set()
    assert set(faults(form)) == set(MUST.get(kind, ())) | nobody


@pytest.mark.parametrize(
    ("kind", "box", "sentence"),
    [
        ("minutes", "meeting", "Choose meeting"),
        ("group-paper", "group", "Choose political group"),
        ("correspondence", "author", "Choose member whose letter it is"),
        ("decision-record", "decided_on", "Enter day of the decision"),
    ],
)
def test_what_a_kind_cannot_do_without_is_asked_for(kind: str, box: str, sentence: str) -> None:
    assert faults(entry(kind))[box] == sentence


def test_an_item_is_one_of_the_meeting_that_was_chosen() -> None:
    item, other = an_item(), a_meeting()
    assert faults(entry("report", meeting=other.pk, item=item.pk)) == {
        "item": "Choose an item of the meeting that you chose"
    }
    assert faults(entry("report", meeting=item.meeting_id, item=item.pk)) == {}


def test_meetings_and_items_are_offered_by_body_and_day() -> None:
    item = an_item(
        meeting=a_meeting(body=a_body(name="Planning Committee"), on=datetime.date(2026, 12, 5)),
        title="Leisure centres",
    )
    form = entry("report")
    meetings = dict(form.fields["meeting"].choices)  # type: ignore[attr-defined]
    words = next(str(said) for value, said in meetings.items() if str(value) == str(item.meeting_id))
    assert words.replace("\xa0", " ") == f"Planning Committee, 5 December 2026 ({item.meeting.reference})"
    items = {str(value): str(said) for value, said in form.fields["item"].choices}  # type: ignore[attr-defined]
    assert items[str(item.pk)].replace("\xa0", " ") == "5 December 2026, item 1: Leisure centres"


def test_what_the_council_does_not_hold_says_who_may() -> None:
    service = make.a_service()
    said = faults(entry("file", service=service.pk, is_held=""))
    assert said == {"held_by": "Say who may hold it, or that nobody is known to"}


def marked(text: str = "waltham-forest", **boxes: object) -> dict[str, str]:
    """The faults of a marking."""
    return faults(MarkForm({"marking": "exempt", **boxes}, text=protocol(text)))


@pytest.mark.parametrize(
    ("boxes", "box", "sentence"),
    [
        ({"marking": ""}, "marking", "Choose how it is marked"),
        ({}, "sch12a", "Choose at least one paragraph of Schedule 12A"),
        (
            {"sch12a": ["3"], "is_registrable": "on"},
            "is_registrable",
            "Paragraph 3 does not cover what must be registered. Choose another paragraph, or mark it open",
        ),
        (
            {"sch12a": ["3", "5"], "is_own_development": "on"},
            "is_own_development",
            "No paragraph covers development for which the council may grant itself permission. Mark it open",
        ),
        (
            {"marking": "confidential", "confidential_terms": "Letter of 3 May"},
            "confidential_source",
            "Say why it is confidential: a government department, an enactment or a court",
        ),
        (
            {"marking": "confidential", "confidential_source": "court"},
            "confidential_terms",
            "Write which terms, enactment or order forbid that it is disclosed",
        ),
    ],
)
def test_a_marking_that_cannot_hold_is_told_at_once(
    boxes: dict[str, object], box: str, sentence: str
) -> None:
    assert marked(**boxes)[box] == sentence


@pytest.mark.parametrize(
    "boxes",
    [
        {"sch12a": ["3"]},
        {"sch12a": ["3", "5"], "is_registrable": "on"},
        {"marking": "public"},
        {"marking": "public", "is_own_development": "on"},
        {"marking": "confidential", "confidential_source": "enactment", "confidential_terms": "The Act"},
    ],
)
def test_a_marking_that_holds_is_taken(boxes: dict[str, object]) -> None:
    assert marked(**boxes) == {}


@pytest.mark.parametrize("number", ["7A", "7B", "7C", "8"])
def test_a_paragraph_that_lapsed_or_never_was_cannot_be_chosen(number: str) -> None:
    assert "sch12a" in marked(sch12a=[number])


@pytest.mark.parametrize("text", ["mwda", "parish"])
def test_an_authority_without_planning_says_so(text: str) -> None:
    said = marked(text, sch12a=["3"], is_own_development="on", political_adviser_advice="part")
    assert set(said) == {"is_own_development", "political_adviser_advice"}


def test_waltham_forest_writes_the_paragraphs_out_in_the_words_of_the_statute() -> None:
    def offered(text: str) -> dict[str, str]:
        form = MarkForm(text=protocol(text))
        return {str(value): str(said) for value, said in form.fields["sch12a"].choices}  # type: ignore[attr-defined]

    own, statute = offered("waltham-forest"), offered("haringey")
    assert list(own) == list(statute) == ["1", "2", "3", "4", "5", "6", "7"]
    assert statute["1"] == "Paragraph 1. Information relating to any individual"
    assert own["1"] == "Paragraph 1. Information relating to any individual"
    assert own == statute


def test_the_reasons_of_a_weighing_are_asked_for_and_a_day_ahead() -> None:
    def said(**boxes: object) -> dict[str, str]:
        given = {"outcome": "maintain", "reasons": "Bids are open.", **boxes}
        return faults(WeighForm(given, text=protocol("waltham-forest"), today=TODAY))

    assert said(review_on="1/1/2199") == {}
    assert said() == {"review_on": "Enter the day on which it is looked at again"}
    assert said(outcome="disclose") == {}
    assert said(reasons="", review_on="1/1/2199") == {"reasons": "Give the reasons"}
    assert said(review_on="1/1/2020")["review_on"].startswith("The day must be after today")
    assert said(outcome="not_done", review_on="1/1/2199").keys() == {"outcome"}


def test_a_doubt_needs_no_day_under_haringey() -> None:
    given = {"outcome": "not_done", "reasons": "Two views."}
    assert faults(WeighForm(given, text=protocol("haringey"), today=TODAY)) == {}


def test_somebody_else_has_a_name_and_an_owner_was_asked_somehow() -> None:
    assert faults(OwnershipForm({"ownership": "others"})) == {"owner": "Enter whose it is"}
    assert faults(OwnershipForm({"ownership": "own"})) == {}
    assert faults(OwnershipForm({})) == {"ownership": "Say whose information it is"}
    assert faults(ConsentForm({"consent": "given"})) == {"words": "Say how the owner was asked"}


def test_nonsense_in_the_address_filters_nothing() -> None:
    body = a_body()
    form = RegisterFilters({"kind": "report", "state": "eaten", "body": body.pk}, on=TODAY)
    assert form.applied() == {"kind": "report", "body": str(body.pk)}
    assert form.words_of("kind", "report") == "What it is: Report"
