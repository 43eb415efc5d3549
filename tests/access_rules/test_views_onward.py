"""«May I tell somebody?» and reports of a breach, in a browser: every role at every page of them."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from access_rules.models import Breach, Disclosure, Document
from access_rules.states import DisclosureState
from council.models import Person
from rulebook.access.telling import Asked
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_grant
from tests.factories.browsers import signed_in
from tests.factories.onward import (
    WORDS,
    an_exempt_document,
    asked,
    asks,
    named,
    reads,
    reported,
    sends,
    with_login,
    words_of,
)

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)
TELL = {"described": "The Quernstone bids", "to_whom": "A reporter", "why": WORDS, "token": "one"}


@pytest.fixture
def olive() -> Person:
    return make.a_holder_of(Post.MONITORING_OFFICER)


def test_the_duties_stand_before_the_form_and_the_question_is_held(olive: Person) -> None:
    member = make.a_member()
    browser = signed_in(member)
    shown = reads(member, "disclosure-new")
    assert shown.index("You must not") < shown.index('name="why"')
    assert olive.name in shown
    assert "I took legal advice first" in shown
    sent = browser.post(reverse("disclosure-new"), {**TELL, "asked_of": "monitoring-officer"})
    row = Disclosure.objects.get()
    assert sent.url == reverse("disclosure", args=[row.reference])
    page = words_of(browser.get(sent.url))
    assert "treat it as confidential and tell nobody" in page
    assert "Take the question back" in page
    assert "The Quernstone bids" in reads(member, "disclosures")
    assert "For you to answer" in reads(olive, "disclosures")
    twice = browser.post(reverse("disclosure-new"), {**TELL, "asked_of": "monitoring-officer"})
    assert (twice.url, Disclosure.objects.count()) == (sent.url, 1)


@pytest.mark.parametrize("missing", ["described", "to_whom", "why", "asked_of"])
def test_what_is_missing_is_said_and_the_rest_stands(olive: Person, missing: str) -> None:
    boxes = {**TELL, "asked_of": "monitoring-officer", missing: ""}
    answer = signed_in(make.a_member()).post(reverse("disclosure-new"), boxes)
    assert answer.status_code == 200
    assert "There is a problem" in words_of(answer)
    assert missing == "why" or WORDS in words_of(answer)
    assert not Disclosure.objects.exists()


def test_a_question_on_a_document_names_it_and_a_document_that_is_not_known_is_not_found(
    olive: Person,
) -> None:
    document, member = an_exempt_document(title="Lease"), with_login(make.a_member())
    query = f"?document={document.reference}"
    assert asks(member, "disclosure-new", query=query).status_code == 404
    a_grant(document=document, to=member)
    shown = reads(member, "disclosure-new", query=query)
    assert f"About {document.reference}, Lease." in shown
    assert 'name="described"' not in shown
    boxes = {**TELL, "asked_of": "monitoring-officer"}
    assert signed_in(member).post(reverse("disclosure-new") + query, boxes).status_code == 302
    row = Disclosure.objects.get()
    assert (row.document, row.described) == (document, "")
    assert f"{document.reference}: Lease" in reads(olive, "disclosure", row.reference)


def test_under_mwda_four_are_named_and_the_regulator_is_asked_by_the_member(settings: Settings) -> None:
    settings.PROTOCOL = "mwda"
    member = make.a_member()
    shown = reads(member, "disclosure-new")
    assert "Nobody else holds this post today." in shown
    assert 'value="regulator"' in shown
    assert 'value="clerk"' not in shown
    boxes = {**TELL, "asked_of": "regulator"}
    browser = signed_in(member)
    assert "Enter the name of the regulator" in words_of(browser.post(reverse("disclosure-new"), boxes))
    browser.post(reverse("disclosure-new"), {**boxes, "regulator": "Environment Agency"})
    row = Disclosure.objects.get()
    assert "Environment Agency" in reads(member, "disclosure", row.reference)
    assert "What the regulator said" in reads(member, "disclosure-outside", row.reference)
    said = {"may": "may", "basis": "public-interest", "words": "Publish the figures."}
    assert sends(member, "disclosure-outside", row, **said).status_code == 302
    page = reads(member, "disclosure", row.reference)
    assert "Publish the figures." in page
    assert "to whom you named, and to nobody else" in page


def test_where_nobody_else_could_answer_the_page_says_so_in_place_of_the_form(olive: Person) -> None:
    answer = asks(olive, "disclosure-new")
    assert answer.status_code == 403
    assert "Nobody else holds a post that is asked about this." in words_of(answer)


def test_the_monitoring_officer_answers_with_reasons_and_on_what_it_rests(olive: Person) -> None:
    row = asked()
    shown = reads(olive, "disclosure-answer", row.reference)
    assert WORDS in shown
    assert "The public interest outweighs the confidence" in shown
    nothing = sends(olive, "disclosure-answer", row, may="may", words="Yes.")
    assert "Choose on what it rests that it may be told" in words_of(nothing)
    assert "Give your reasons" in words_of(sends(olive, "disclosure-answer", row, may="may-not"))
    sends(olive, "disclosure-answer", row, may="may", basis="public-interest", words="It is over.")
    page = reads(row.asked_by, "disclosure", row.reference)
    assert "It is over." in page
    assert "The public interest outweighs the confidence" in page
    again = sends(olive, "disclosure-answer", row, may="may-not", words="No, rather not.")
    assert again.status_code == 403
    assert "No, rather not." in words_of(again)


def test_whoever_asked_takes_it_back_and_it_waits_no_more(olive: Person) -> None:
    row = asked()
    sends(row.asked_by, "disclosure-withdraw", row)
    assert Disclosure.objects.get().state == DisclosureState.WITHDRAWN
    assert "For you to answer" not in reads(olive, "disclosures")


# Who; what the page of a question and its ways answer: see, answer, outside, withdraw.
ROLES: list[tuple[str, Callable[[], Person] | None, list[int]]] = [
    ("whoever asked", None, [200, 403, 403, 200]),
    (
        "monitoring officer",
        lambda: Person.objects.get(posts_held__post=Post.MONITORING_OFFICER),
        [200, 200, 403, 403],
    ),
    ("deputy", lambda: make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER), [200, 200, 403, 403]),
    (
        "deputy, not confirmed",
        lambda: make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER, confirmed=False),
        [404] * 4,
    ),
    (
        "deputy until yesterday",
        lambda: make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER, to_on=YESTERDAY),
        [404] * 4,
    ),
    ("chief executive", lambda: make.a_holder_of(Post.CHIEF_EXECUTIVE), [404] * 4),
    ("section 151 officer", lambda: make.a_holder_of(Post.SECTION_151_OFFICER), [404] * 4),
    ("democratic services", lambda: make.a_holder_of(Post.DEMOCRATIC_SERVICES), [404] * 4),
    ("another member", make.a_member, [404] * 4),
    ("officer", make.an_officer, [404] * 4),
]
WAYS = ("disclosure", "disclosure-answer", "disclosure-outside", "disclosure-withdraw")


@pytest.mark.parametrize(("role", "who", "statuses"), ROLES, ids=[line[0] for line in ROLES])
def test_every_role_at_every_page_of_a_question(
    olive: Person, role: str, who: Callable[[], Person] | None, statuses: list[int]
) -> None:
    row = asked()
    person = row.asked_by if who is None else who()
    assert [asks(person, name, row.reference).status_code for name in WAYS] == statuses
    for name, status in zip(WAYS[1:], statuses[1:], strict=True):
        if status != 200:
            sent = sends(person, name, row, may="may", basis="law", words="x")
            assert sent.status_code == status, name
    assert Disclosure.objects.get().state == DisclosureState.HELD
    if 404 in statuses:
        assert row.reference not in reads(person, "disclosures")


def reporting(by: Person, name: str, *takes: object, **boxes: Any) -> Any:
    return signed_in(by).post(
        reverse(name, args=takes), {"words": WORDS, "by_whom": "member", "token": name + str(by.pk), **boxes}
    )


def test_a_report_says_where_it_goes_and_one_officer_reads_it(olive: Person, settings: Settings) -> None:
    settings.PROTOCOL = "haringey"
    member, accused = make.a_member(), make.a_member(name="Dan Pike")
    shown = reads(member, "breach-new")
    assert "code of conduct" in shown
    assert "disciplinary procedure" in shown
    sent = reporting(member, "breach-new", about=accused.pk)
    row = Breach.objects.get()
    assert sent.url == reverse("breach", args=[row.reference])
    for person in (member, olive):
        assert WORDS in reads(person, "breach", row.reference)
        assert row.reference in reads(person, "breaches")
    for person in (accused, make.an_officer(), make.a_holder_of(Post.DEMOCRATIC_SERVICES)):
        assert asks(person, "breach", row.reference).status_code == 404
        assert "No reports." in reads(person, "breaches")
    assert "Reports that a confidence was broken" in reads(olive, "disclosures")
    assert "What you reported" in reads(accused, "disclosures")


def test_a_report_about_the_monitoring_officer_is_read_by_the_head_of_paid_service(olive: Person) -> None:
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    row = reported(make.a_member(), about=olive)
    assert WORDS in reads(chief, "breach", row.reference)
    assert "Reports that a confidence was broken" in reads(chief, "disclosures")
    assert asks(olive, "breach", row.reference).status_code == 404


@pytest.mark.parametrize("missing", ["words", "by_whom"])
def test_a_report_without_what_or_who_is_given_back(olive: Person, missing: str) -> None:
    answer = reporting(make.a_member(), "breach-new", **{missing: ""})
    assert answer.status_code == 200
    assert "There is a problem" in words_of(answer)
    assert not Breach.objects.exists()


def test_two_reports_on_one_document_stand_beside_each_other_and_neither_shows_on_its_page(
    olive: Person,
) -> None:
    document: Document = an_exempt_document()
    one, other = make.a_member(), make.a_member()
    for member in (one, other):
        assert asks(member, "document-breach", document.reference).status_code == 404
        named(document, member)
        assert reporting(member, "document-breach", document.reference).status_code == 302
    assert Breach.objects.filter(document=document).count() == 2
    for person in (one, olive, make.a_holder_of(Post.DEMOCRATIC_SERVICES)):
        assert "BRC-" not in reads(person, "document", document.reference)
    assert len(reads(one, "breaches").split("BRC-")) < len(reads(olive, "breaches").split("BRC-"))


def test_a_question_put_to_a_post_is_not_seen_by_the_others_that_the_text_names(settings: Settings) -> None:
    settings.PROTOCOL = "mwda"
    olive, clerk = make.a_holder_of(Post.MONITORING_OFFICER), make.a_holder_of(Post.CLERK)
    row = asked(of=Asked.CLERK)
    assert asks(clerk, "disclosure-answer", row.reference).status_code == 200
    assert asks(olive, "disclosure", row.reference).status_code == 404
