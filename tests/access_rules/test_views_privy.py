"""The list of who knows and talk behind closed doors, in a browser: who keeps it, who learns what from it."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from access_rules.actions.privy import Talk, enter_talk
from access_rules.models import Document, Privy
from access_rules.queries.privy import is_privy
from casework.wording import short_date
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.enquiries import on_day
from tests.factories.onward import an_exempt_document, asks, reads, sends, with_login, words_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY, TOMORROW = TODAY - datetime.timedelta(days=1), TODAY + datetime.timedelta(days=1)


@pytest.fixture
def document() -> Document:
    return an_exempt_document()


def a_keeper() -> Person:
    return make.a_holder_of(Post.DEMOCRATIC_SERVICES)


def test_a_keeper_names_who_knows_and_each_learns_with_whom_they_may_speak(document: Document) -> None:
    keeper, one = a_keeper(), with_login(make.a_member(name="Priya Nair"))
    other = with_login(make.a_member(name="Tom Tait"))
    assert "Nobody is on the list yet." in reads(keeper, "document-privy", document.reference)
    assert asks(one, "document-handling", document.reference).status_code == 404
    for person in (one, other):
        sends(keeper, "document-privy-add", document, person=person.pk, because="Sat in the session")
    sends(keeper, "document-privy-add", document, name="Jones and Co", because="Advises on the bids")
    assert "Advises on the bids" in reads(keeper, "document-privy", document.reference)
    said = reads(one, "document-handling", document.reference)
    for words in ("You are on the list of those who know it", "Tom Tait", "Jones and Co"):
        assert words in said
    assert "Sat in the session" not in said
    assert f'value="{one.pk}"' not in reads(keeper, "document-privy-add", document.reference)
    row = Privy.objects.get(person=other)
    sends(keeper, "document-privy-end", document, row.pk, because="Named by mistake")
    assert "Tom Tait" not in reads(one, "document-handling", document.reference)
    assert asks(other, "document-handling", document.reference).status_code == 404


@pytest.mark.parametrize(
    "boxes",
    [
        {"because": "x"},
        {"because": "x", "name": "Somebody", "person": "own"},
        {"because": "", "name": "Somebody"},
        {"because": "x", "name": "Somebody", "until": short_date(YESTERDAY)},
    ],
)
def test_a_name_a_reason_and_a_day_to_come_are_asked_for(document: Document, boxes: dict[str, str]) -> None:
    member = make.a_member()
    given = {**boxes, **({"person": str(member.pk)} if "person" in boxes else {})}
    answer = sends(a_keeper(), "document-privy-add", document, **given)
    assert answer.status_code == 200
    assert not Privy.objects.exists()


def test_an_officer_enters_what_was_said_at_a_groups_meeting_and_the_group_alone_knows() -> None:
    ours, theirs = make.a_group(name="Progressive Group"), make.a_group()
    mine, other = make.a_member(group=ours), make.a_member(group=theirs)
    officer, keeper = make.an_officer(), a_keeper()
    assert "never what was said" in reads(officer, "document-talk")
    boxes = {"place": "group", "group": ours.pk, "about": "The budget", "whole_group": "on", "token": "a"}
    browser = signed_in(officer)
    sent = browser.post(reverse("document-talk"), {**boxes, "on": short_date(TODAY)})
    document = Document.objects.get(is_session_talk=True)
    assert sent.url == reverse("document-handling", args=[document.reference])
    # The officer reads on how it is handled, names one more who was there, and sees no list with reasons.
    assert mine.name in words_of(browser.get(sent.url))
    guest = make.an_officer()
    sends(officer, "document-privy-add", document, person=guest.pk, because="Took the notes")
    assert asks(officer, "document-privy", document.reference).status_code == 403
    assert is_privy(guest, document, TODAY)
    assert "Took the notes" in reads(keeper, "document-privy", document.reference)
    assert asks(other, "document", document.reference).status_code == 404
    assert asks(other, "document-handling", document.reference).status_code == 404
    assert officer.name in reads(mine, "document-handling", document.reference)


@pytest.mark.parametrize(
    "boxes",
    [
        {"place": "", "about": "x"},
        {"place": "group", "about": "x"},
        {"place": "session", "about": "x"},
        {"place": "briefing", "about": ""},
        {"place": "briefing", "about": "x", "on": short_date(TOMORROW)},
    ],
)
def test_talk_is_entered_with_its_place_its_day_and_what_it_was_on(boxes: dict[str, str]) -> None:
    given = {"on": short_date(TODAY), "token": "a", **boxes}
    assert signed_in(make.an_officer()).post(reverse("document-talk"), given).status_code == 200
    assert not Document.objects.exists()


def test_several_people_are_ticked_who_heard_it() -> None:
    officer, one, other = make.an_officer(), make.a_member(), make.a_member()
    shown = reads(officer, "document-talk")
    assert [shown.count(f'value="{person.pk}"') for person in (one, other)] == [1, 1]
    assert shown.count('type="checkbox"') > 2
    boxes = {"place": "briefing", "about": "The bids", "on": short_date(TODAY), "token": "a"}
    signed_in(officer).post(reverse("document-talk"), {**boxes, "there": [one.pk, other.pk]})
    document = Document.objects.get(is_session_talk=True)
    knows = {person for person in (officer, one, other) if is_privy(person, document, TODAY)}
    assert knows == {officer, one, other}


def test_members_do_not_enter_talk(document: Document) -> None:
    answer = asks(make.a_member(), "document-talk")
    assert answer.status_code == 403
    assert "Officers who were there enter it" in words_of(answer)


def test_talk_of_a_day_stands_under_the_words_by_which_those_who_were_there_know_it() -> None:
    member = make.a_member()
    talk = Talk(on=TODAY, about="The bids", there=(member,))
    document = enter_talk(who=on_day(a_keeper()), talk=talk, at=timezone.now())
    assert "The bids" in reads(member, "document", document.reference)
