"""The pages of amendments: what each reader finds, and an amendment that goes its whole way by its forms."""

import datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from access_rules.screens.advice import about
from casework.models import Amendment, MinorEdit, ProtocolReview
from casework.states import AmendmentState
from council.queries import protocol_in_force
from council.queries.versions import words_of
from council.rules import BodyType
from enquiries.screens.prompts import before_writing
from protocol_portal.reading import HowToRead
from rulebook.guide import Part
from rulebook.guides import GUIDES
from rulebook.text import paragraph
from tests.factories import council as make
from tests.factories.amendments import SECOND, TITLE, adopted, an_amendment, in_state, keepers, sent_out
from tests.factories.browsers import signed_in
from tests.factories.enquiries import moment

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def typed(day: datetime.date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def press(browser: Client, name: str, *args: object, **given: Any) -> Any:
    """Opens the page, fills the form in and sends it."""
    url = reverse(name, args=args)
    form = browser.get(url).context["form"]
    hidden = {box.name: "" if box.value() is None else box.value() for box in form if box.is_hidden}
    return browser.post(url, {**hidden, **given})


def test_an_amendment_goes_its_whole_way_by_its_forms() -> None:
    who = keepers()
    officer, services = signed_in(who.officer), signed_in(who.services)
    today, body = who.first.on, make.a_body(kind=BodyType.COMMITTEE, name="Constitution Review Group")
    made = press(officer, "amendment-draft", title=TITLE, why="Reviewed", target="waltham-forest")
    row = Amendment.objects.get()
    assert made.url == reverse("amendment", args=[row.reference])
    press(officer, "amendment-paragraph", row.reference, "1-purpose-p1", how="change", words="Plainer words")
    press(officer, "amendment-paragraph", row.reference, "1-purpose-p1", how="put-in", words=SECOND)
    press(officer, "amendment-paragraph", row.reference, "1-purpose-p2", how="take-out", words="")
    assert list(row.paragraphs.values_list("anchor", "words_after")) == [
        ("1-purpose-p1", "Plainer words"),
        ("1-purpose-p1~1", SECOND),
        ("1-purpose-p2", ""),
    ]
    figure = {"duty": "reply", "value": "8", "unit": "working-days", "paragraph": "Section 6"}
    press(officer, "amendment-term", row.reference, **figure)
    day = typed(today + DAY)
    press(officer, "amendment-consult", row.reference, bodies=[body.pk], answer_by=day, people="", others="")
    asked = row.consulted.get()
    press(officer, "amendment-answer", row.reference, asked.pk, answer="No objection.", on=typed(today))
    member = signed_in(make.a_member())
    press(member, "amendment-say", row.reference, words="It reads well to me.")
    edit = {
        "words": "Plain words",
        "why": "A slip",
        "consulted": "The chairman",
        "consulted_on": typed(today),
    }
    press(officer, "amendment-minor-edit", row.reference, "1-purpose-p1", **edit)
    assert MinorEdit.objects.get().words_before == "Plainer words"
    meeting = {"committee": "Standards Committee", "on": typed(today), "minute": "14"}
    press(officer, "amendment-recommend", row.reference, **meeting)
    first = today + 10 * DAY
    press(officer, "amendment-adopt", row.reference, minute="Council, minute 47", from_on=typed(first))
    press(services, "amendment-confirm", row.reference, decision="confirm", words="")
    row = Amendment.objects.get()
    assert (row.state, row.from_on) == (AmendmentState.ADOPTED, first)
    page = member.get(reverse("amendment", args=[row.reference])).content.decode()
    for words in (
        TITLE,
        "Council, minute 47",
        "It reads well to me.",
        "The chairman was consulted",
        "Adopted",
    ):
        assert words in page, words


def test_what_is_wrong_is_said_beside_the_box_and_nothing_is_lost() -> None:
    who = keepers()
    officer = signed_in(who.officer)
    row = an_amendment(who, words={"2": "Other"})
    cases = (
        ("amendment-paragraph", ("2",), {"how": "change", "words": " "}, "Enter the words"),
        ("amendment-consult", (), {"answer_by": "1/2/2020"}, "Choose a day after today"),
        ("amendment-consult", (), {"answer_by": typed(who.first.on + DAY)}, "name whoever is to be asked"),
        (
            "amendment-consult",
            (),
            {"answer_by": typed(who.first.on + DAY), "people": "Nobody Atall"},
            "Nobody in office today is called Nobody Atall",
        ),
        ("amendment-recommend", (), {"committee": "", "on": "", "minute": ""}, "Enter the committee"),
        (
            "amendment-recommend",
            (),
            {"committee": "A", "on": typed(who.first.on + DAY), "minute": "1"},
            "Enter today or a day before it",
        ),
        ("amendment-term", (), {"duty": "reply", "value": "x", "unit": "month"}, "Enter a whole number"),
        ("amendment-term", (), {"duty": "reply", "value": "9", "unit": "per-cent"}, "is for a target alone"),
        (
            "amendment-term",
            (),
            {"duty": "answer-in-time", "value": "101", "unit": "per-cent"},
            "Enter a whole number from 1 to 100",
        ),
    )
    for name, args, given, says in cases:
        page = press(officer, name, row.reference, *args, **given)
        assert page.status_code == 200, name
        assert says in page.content.decode(), (name, says)


def test_a_minor_edit_changes_something() -> None:
    who = keepers()
    row = in_state(who, AmendmentState.CONSULTED)
    edit = {"words": SECOND, "why": "None", "consulted": "The chairman", "consulted_on": typed(who.first.on)}
    page = press(signed_in(who.officer), "amendment-minor-edit", row.reference, "1-purpose-p1", **edit)
    assert "Change the words, or leave this page" in page.content.decode()
    assert not MinorEdit.objects.exists()


def test_the_day_must_be_to_come_and_the_page_says_so() -> None:
    who = keepers()
    row = in_state(who, AmendmentState.RECOMMENDED)
    given = {"minute": "47", "from_on": typed(who.first.on)}
    page = press(signed_in(who.officer), "amendment-adopt", row.reference, **given)
    assert page.status_code == 403
    assert "Choose a day after today" in page.content.decode()
    assert "47" in page.content.decode()


def test_a_second_person_who_says_no_says_why() -> None:
    who = keepers()
    row = in_state(who, AmendmentState.MINUTED)
    services = signed_in(who.services)
    page = press(services, "amendment-confirm", row.reference, decision="return", words="")
    assert "Say what is wrong" in page.content.decode()
    press(services, "amendment-confirm", row.reference, decision="return", words="Minute 48")
    assert Amendment.objects.get().state == AmendmentState.RECOMMENDED


def test_a_draft_is_the_page_that_never_was_for_everybody_else() -> None:
    row = in_state(keepers(), AmendmentState.DRAFTED)
    browser = signed_in(make.a_member())
    names = ("amendment", "amendment-compare", "amendment-changes", "amendment-say", "amendment-consult")
    for name in names:
        real, never = (browser.get(reverse(name, args=[one])) for one in (row.reference, "AMD-2222-2"))
        assert (real.status_code, never.status_code) == (404, 404)
        assert real.content.replace(row.reference.encode(), b"AMD-2222-2") == never.content
    assert TITLE not in browser.get(reverse("amendments")).content.decode()


def test_words_and_answers_are_read_by_their_author_and_by_those_who_draft() -> None:
    who = keepers()
    row = sent_out(who, an_amendment(who, words={"2": "Other"}))
    one, other = signed_in(make.a_member()), signed_in(make.a_member())
    press(one, "amendment-say", row.reference, words="Marchpane")
    address = reverse("amendment", args=[row.reference])
    assert "Marchpane" in one.get(address).content.decode()
    assert "Marchpane" not in other.get(address).content.decode()
    assert "No objection." not in other.get(address).content.decode()
    page = signed_in(who.officer).get(address).content.decode()
    assert "Marchpane" in page
    assert "No objection." in page


def test_the_comparison_tells_words_apart_for_eye_and_ear(settings: Settings) -> None:
    settings.PROTOCOL = "wokingham-2007"
    who = keepers()
    row = an_amendment(who, target="wokingham-2014")
    page = signed_in(who.officer).get(reverse("amendment-compare", args=[row.reference])).content.decode()
    assert "254 paragraphs read differently, 59 stay as they are." in page
    assert '<ins><span class="govuk-visually-hidden">Put in: </span>' in page
    assert '<del><span class="govuk-visually-hidden">Taken out: </span>' in page
    assert "9.3.5-p1, then 9.3.2-p2" in page


def test_an_adopted_paragraph_stands_in_the_text_with_its_minute_and_the_words_before() -> None:
    who = keepers()
    words = {"1-purpose-p1": SECOND, "1-purpose-p2": ""}
    row = in_state(who, AmendmentState.ADOPTED, words=words)
    browser = Client()
    assert SECOND not in browser.get(reverse("protocol")).content.decode()
    Amendment.objects.filter(pk=row.pk).update(from_on=timezone.localdate())
    page = browser.get(reverse("protocol")).content.decode()
    assert SECOND in page
    assert page.count("The words before") == 2
    assert "Amended from" in page
    assert "Taken out from" in page
    before = row.paragraphs.get(anchor="1-purpose-p1").words_before
    assert before.split(".")[0].split("’")[0].split("'")[0] in page


def test_an_amended_paragraph_reads_so_on_the_cards_too() -> None:
    who = keepers()
    anchor = next(iter(GUIDES["waltham-forest"].parts[Part.OF_OFFICERS]))
    row = in_state(who, AmendmentState.ADOPTED, words={anchor: SECOND})
    Amendment.objects.filter(pk=row.pk).update(from_on=timezone.localdate())
    page = Client().get(reverse("protocol-expectations")).content.decode()
    assert SECOND in page
    assert "Amended" in page


def test_an_amended_paragraph_reads_so_wherever_words_are_shown(settings: Settings) -> None:
    settings.PROTOCOL = "wokingham-2007"
    who = keepers()
    text = protocol_in_force()
    anchors = [one for found in GUIDES[text.key].prompts.values() for one in found]
    scope = GUIDES[text.key].scope[0]
    day = who.first.on + datetime.timedelta(days=1)
    adopted(who, an_amendment(who, words={anchors[0]: "Quite other words.", scope: "How far now."}), day)
    assert words_of(text.key, anchors[0], on=day) == "Quite other words."
    assert words_of(text.key, anchors[0], on=who.first.on) == paragraph(text.key, anchors[0]).shown
    with time_machine.travel(moment(day), tick=False):
        assert "Quite other words." in [one.words for one in before_writing(text)]
        assert "How far now." in [one.words for one in HowToRead(text).of_itself]
        about_it = about(text, anchors[0])
    assert about_it is not None
    assert about_it.words == "Quite other words."


def test_a_review_is_put_on_record_and_the_next_is_due_a_year_later() -> None:
    who = keepers()
    officer = signed_in(who.officer)
    assert "so one is due" in officer.get(reverse("amendments")).content.decode()
    held = who.first.on
    given = {"committee": "Standards Committee", "on": typed(held), "minute": "3", "outcome": "No change."}
    given["kind"] = "review"
    press(officer, "protocol-review", **given)
    assert ProtocolReview.objects.get().protocol == "waltham-forest"
    page = officer.get(reverse("amendments")).content.decode()
    assert "The next review is due by" in page
    assert "No change." in page


def test_nobody_but_keepers_gets_a_form() -> None:
    row = in_state(keepers(), AmendmentState.CONSULTED)
    browser = signed_in(make.a_member())
    for name, args in (
        ("amendment-draft", ()),
        ("protocol-review", ()),
        ("amendment-consult", (row.reference,)),
        ("amendment-recommend", (row.reference,)),
        ("amendment-paragraphs", (row.reference,)),
        ("amendment-paragraph", (row.reference, "2")),
        ("amendment-minor-edits", (row.reference,)),
        ("amendment-term", (row.reference,)),
    ):
        page = browser.get(reverse(name, args=args))
        assert page.status_code == 403, name
        assert 'method="post" novalidate' not in page.content.decode(), name


def test_the_list_takes_the_same_queries_however_many_there_are(django_assert_max_num_queries: Any) -> None:
    who = keepers()
    for _number in range(4):
        in_state(who, AmendmentState.CONSULTED)
    browser = signed_in(who.officer)
    with django_assert_max_num_queries(25):
        browser.get(reverse("amendments"))
