"""Reply templates and standing paragraphs: their registers, and what keeps a text from going out."""

import datetime

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from casework.letters import unfit
from casework.models import ReplyTemplate, StandingParagraph
from casework.queries import reply_templates, standing_paragraphs_on
from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.council import a_holder_of, a_member, a_service, an_officer

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
WORDS = "We grit main roads first. {service} has the list."


@pytest.fixture
def keeper() -> Client:
    """Democratic services at the keyboard."""
    return signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))


def a_paragraph(*, ends: int | None = None, **more: object) -> StandingParagraph:
    """Approved a month ago; `ends` is its last day, counted from today."""
    given = {
        "name": "Gritting",
        "text": WORDS,
        "approved_by": "Director, 1 October",
        "from_on": TODAY - 30 * DAY,
        "to_on": None if ends is None else TODAY + ends * DAY,
    }
    return StandingParagraph.objects.create(**{**given, **more})


@pytest.mark.parametrize("register", ["replytemplate", "standingparagraph"])
def test_only_democratic_services_keep_the_texts(register: str, keeper: Client) -> None:
    for page in ("", "add/"):
        assert keeper.get(f"/admin/casework/{register}/{page}").status_code == 200
    for person in (a_member(), an_officer(), a_holder_of(Post.MONITORING_OFFICER)):
        assert signed_in(person).get(f"/admin/casework/{register}/").status_code in {302, 403, 404}


def test_a_template_is_entered_found_and_withdrawn(keeper: Client) -> None:
    given = {"name": "Work booked", "service": "", "text": "Dear {member}", "withdrawn_on": ""}
    assert keeper.post("/admin/casework/replytemplate/add/", given).status_code == 302
    row = ReplyTemplate.objects.get()
    assert "Work booked" in keeper.get("/admin/casework/replytemplate/?q=member").content.decode()
    given["withdrawn_on"] = str(TODAY)
    keeper.post(f"/admin/casework/replytemplate/{row.pk}/change/", given)
    assert not reply_templates(None, on=TODAY).exists()
    assert reply_templates(None, on=TODAY - DAY).get() == row


@pytest.mark.parametrize("register", ["replytemplate", "standingparagraph"])
def test_a_text_with_a_field_that_nobody_knows_is_refused_with_its_name(
    register: str, keeper: Client
) -> None:
    given = {"name": "Damp", "text": "In {street}", "approved_by": "Director", "from_on": str(TODAY)}
    shown = keeper.post(f"/admin/casework/{register}/add/", given).content.decode()
    assert "{street} is no field. The fields are {member}, {reference}" in shown
    assert not ReplyTemplate.objects.exists()
    assert not StandingParagraph.objects.exists()


def test_approved_words_are_never_rewritten_and_no_text_is_deleted(keeper: Client) -> None:
    row = a_paragraph()
    given = {"name": "Grit", "text": "Other", "approved_by": "Me", "from_on": "2020-01-01", "to_on": ""}
    keeper.post(f"/admin/casework/standingparagraph/{row.pk}/change/", given)
    row.refresh_from_db()
    assert (row.name, row.text, row.approved_by) == ("Grit", WORDS, "Director, 1 October")
    with pytest.raises(DatabaseError), transaction.atomic():
        StandingParagraph.objects.update(text="Other")
    for rows in (StandingParagraph.objects, ReplyTemplate.objects):
        ReplyTemplate.objects.get_or_create(name="Damp", text="Damp")
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.all().delete()


def test_a_template_of_a_service_is_offered_in_its_cases_alone() -> None:
    roads, bins = a_service(name="Roads"), a_service(name="Bins")
    ReplyTemplate.objects.create(name="All", text="x")
    ReplyTemplate.objects.create(name="Roads", text="x", service=roads)
    assert [one.name for one in reply_templates(roads, on=TODAY)] == ["All", "Roads"]
    assert [one.name for one in reply_templates(bins, on=TODAY)] == ["All"]
    assert [one.name for one in reply_templates(None, on=TODAY)] == ["All"]


@pytest.mark.parametrize(("ends", "offered"), [(None, True), (1, True), (0, True), (-1, False)])
def test_a_paragraph_is_offered_to_its_last_day_and_refused_from_the_day_after(
    ends: int | None, offered: bool
) -> None:
    row = a_paragraph(ends=ends)
    assert standing_paragraphs_on(TODAY).filter(pk=row.pk).exists() is offered
    typed = "Dear all,\n\nwe grit  main roads\nfirst. Highways has the list.\n\nYours"
    assert bool(unfit(typed, on=TODAY)) is not offered


def test_a_paragraph_that_expired_is_named_with_its_last_day() -> None:
    a_paragraph(ends=-3, to_on=datetime.date(2026, 11, 1), from_on=datetime.date(2026, 10, 1))
    sentence = (
        "The paragraph “Gritting” expired on 1\xa0November\xa02026. Take it out or put in what holds now"
    )
    assert unfit(WORDS.replace("{service}", "Highways"), on=datetime.date(2026, 11, 25)) == [sentence]


def test_words_that_were_approved_again_are_fit() -> None:
    a_paragraph(ends=-3)
    a_paragraph(name="Gritting, this winter", from_on=TODAY - 2 * DAY)
    assert unfit(WORDS.replace("{service}", "Highways"), on=TODAY) == []


def test_another_text_that_only_begins_alike_is_fit() -> None:
    a_paragraph(ends=-3)
    assert unfit("We grit main roads first.", on=TODAY) == []


def test_what_is_not_filled_in_is_named() -> None:
    assert unfit("In {street}, by {due}.", on=TODAY) == [
        "{street} is not filled in",
        "{due} is not filled in",
    ]
