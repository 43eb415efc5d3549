"""Every word that a page shows of its own is looked up with gettext, and stands in the source as one string.

Pages are rendered in a made-up language that puts ⟦ ⟧ around whatever was looked up: what stands outside is
data, or a word that nobody can translate. What was looked up must be found in the sources by reading them,
as `makemessages` does: `_(variable)` is translated at run time and never reaches a catalogue.
"""

import re
from collections.abc import Iterator
from itertools import product

import pytest
from django.db import transaction
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from casework.events import SECURITY_KINDS, registration_of
from casework.models import Delivery
from casework.rules.elections import effect_of
from council.files.columns import Register
from enquiries import events
from enquiries.states import FACES
from protocol_portal.rule_names import RULES
from rulebook.duty import Duty
from rulebook.guide import Card, Part
from rulebook.overtaken import all_overtaken
from rulebook.pre_election import Effect, Matter
from rulebook.protocols import PROTOCOLS
from rulebook.term import Topic
from tests.architecture.bracketed import Bracketed, in_sources, missing_from_sources
from tests.architecture.spoken import WORD, known_data, left_over, unbracketed, without_data
from tests.architecture.table import ALL, OF_A_BRIEFING, OF_SIGNING
from tests.journeys.town import Town, a_town


@pytest.fixture(scope="module")
def filled(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Town]:
    """People of each role, and a case in each state; made once, and before the language is changed."""
    with django_db_blocker.unblock(), transaction.atomic():
        found = a_town()
        found.fill()
        yield found
        transaction.set_rollback(True)


@pytest.fixture
def town(filled: Town) -> Iterator[Town]:
    """The same as it was made, whatever was opened before."""
    with transaction.atomic():
        yield filled
        transaction.set_rollback(True)


PAGES = {
    "nobody": (
        "account_login",
        "account_reset_password",
        "help",
        "contact",
        "privacy",
        "keyboard",
        "accessibility",
        "protocol-terms",
        "protocol-expectations",
        "protocol-roles",
        "protocol-meetings",
    ),
    "member": (
        *("my-enquiries", "enquiry-new", "enquiry-date", "account", "home", "accessibility", "guidance"),
        *("search", "saved-views", "elections", "sign"),
        *("away", "people", "people-members", "people-bodies", "people-officers"),
    ),
    "assistant": ("my-enquiries", "enquiry-new"),
    "officer": ("my-cases", "team-cases", "dashboard"),
    "director": ("my-cases", "team-cases", "directorate", "dashboard"),
    "democratic services": (
        *("dashboard", "to-route", "all-cases", "enquiry-log", "registers", "election", "leavers"),
        *("signed", "signed-remind"),
    ),
    "monitoring officer": (
        *("dashboard", "all-cases", "to-route", "disputes", "precedents"),
        *("audit", "audit-changes", "audit-record", "signed"),
    ),
}
# Whoever asks, whoever keeps, whoever decides: these three have all the pages of documents and the like.
OF_ACCESS = ("member", "democratic services", "monitoring officer")
PUT_RIGHT = tuple(f"enquiry-correct-{one}" for one in ("member", "service", "subject"))
OF_A_CASE = {
    "member": ("enquiry", "enquiry-receipt", "enquiry-verdict", "enquiry-withdraw", "enquiry-add"),
    "officer": (
        *("enquiry", "enquiry-reply", "enquiry-history", "enquiry-notes", "enquiry-files"),
        *("enquiry-allocate", "enquiry-redirect", "enquiry-redirection", "enquiry-outcome"),
        *("enquiry-bring-back", "enquiry-date-there"),
    ),
    "democratic services": ("enquiry-route", "enquiry-correct", "enquiry-pass-on", *PUT_RIGHT),
}
OF_BRIEFINGS = (
    *("briefings", "briefing-ask", "briefing-offer", "briefing-parity", "briefing-offer-missing"),
    *("briefing-own-calendar", "briefing-incidents"),
)
WAYS = ("", "?answer=holding", "?answer=question", "?answer=hand-back")


def addresses(town: Town) -> Iterator[tuple[str, str]]:
    """Who opens what."""
    for role, names in PAGES.items():
        yield from ((role, reverse(name)) for name in names)
    for name, register in product(("register-import", "register-export"), Register):
        yield "democratic services", reverse(name, args=[register])
    yield from town.pages_of_disputes()
    yield from product(OF_ACCESS, pages_of_access(town))
    for role, names in OF_A_CASE.items():
        for case in town.cases.values():
            for name in names:
                path = reverse(name, args=[case.reference])
                yield from ((role, path + way) for way in (WAYS if name == "enquiry-reply" else ("",)))
    yield from town.pages_of_letters()
    yield from pages_of_briefings(town)
    yield from product(("member", "officer", "democratic services"), pages_of_signing(town))
    yield from pages_of_search(town)


def pages_of_search(town: Town) -> Iterator[tuple[str, str]]:
    """What is not found, and views that are saved; what is found is pieces of what others wrote."""
    for query in ("?q=nothing-like-it&state=open", "?q=the", "?q=", "?q=nothing-like-it"):
        yield from ((role, reverse("search") + query) for role in OF_ACCESS)
    yield "member", reverse("saved-view-new") + "?shows=documents&query=words%3Dmarket"
    keeper = "democratic services"
    yield keeper, reverse("saved-views")
    yield from ((keeper, reverse(f"saved-view-{what}", args=[town.view])) for what in ("rename", "remove"))


def pages_of_briefings(town: Town) -> Iterator[tuple[str, str]]:
    """Every page of briefings to which somebody is led who asks, decides or watches."""
    for role in ("member", "director", "monitoring officer"):
        yield from ((role, reverse(name)) for name in OF_BRIEFINGS)
        for address in OF_A_BRIEFING:
            yield from ((role, path) for path in town.briefings.paths(address.name, role, town.client))


def pages_of_signing(town: Town) -> Iterator[str]:
    """Every address of signing, with the protocol and with a code."""
    for address in OF_SIGNING:
        yield from (address.path(**sample) for sample in town.signing.samples())


def pages_of_access(town: Town) -> Iterator[str]:
    """Every address of documents, meetings, disclosures, advice and interests, with all that there is."""
    rooms = ("documents/", "meetings/", "disclosures/", "advice/", "interests/")
    for address in (one for one in ALL if one.route.startswith(rooms)):
        for sample in town.papers.samples(address.takes, address.name) or [{"kind": "report"}]:
            yield address.path(**sample)


def test_pages_show_no_word_that_cannot_be_translated(town: Town, language: Bracketed) -> None:
    clients = {role: town.client(role) for role in PAGES}
    data = known_data()
    found: dict[str, str] = {}
    opened = 0
    for role, path in addresses(town):
        answer = clients[role].get(path)
        if answer.streaming:
            # A file is read to its end, so that it is closed.
            b"".join(answer.streaming_content)
            continue
        if answer.status_code in (200, 403) and answer["Content-Type"].startswith("text/html"):
            opened += 1
            for words in left_over(answer.content.decode(), data):
                found.setdefault(words, f"{role} at {path}")
    assert opened > 100
    assert not found, "\n".join(sorted(map(str, found)))
    assert not missing_from_sources(language)


def test_letters_say_no_word_that_cannot_be_translated(town: Town, language: Bracketed) -> None:
    data = known_data()
    found, rendered = set(), 0
    for delivery in Delivery.objects.select_related("person", "event"):
        kind = registration_of(delivery.event.kind)
        if kind and kind.render:
            letter = kind.render(delivery.person, delivery.event)
            rendered += 1
            for line in (letter.subject, *letter.lines):
                found |= set(WORD.findall(without_data(unbracketed(line), data)))
    assert rendered > 20
    assert not found, "\n".join(sorted(map(str, found)))
    assert not missing_from_sources(language)


def test_the_words_that_are_plain_data_stand_in_the_sources() -> None:
    labels = {label for face in FACES.values() for label in (face.staff, face.member)}
    labels |= {kind.label for kind in (*events.ALL, *SECURITY_KINDS)}
    labels |= {words for duty in Duty for words in (duty.label, duty.sentence)}
    labels |= {rule.says for rule in RULES} | {note.says for note in all_overtaken().values()}
    labels |= {words for card in Card for words in (card.label, card.lead)} | {one.label for one in Topic}
    labels |= {words for part in Part for words in (part.label, part.when_silent)}
    labels |= {one.label for one in (*Matter, *Effect)}
    labels |= {effect_of(one, text).sentence for one, text in product(Matter, PROTOCOLS.values())}
    assert not labels - in_sources()


def test_a_word_that_was_forgotten_is_told() -> None:
    page = "<body><p>⟦Sent to %(name)s⟧ Larch</p><p>Forgotten</p><p data-adopted>as adopted</p></body>"
    assert left_over(page, re.compile("Larch")) == {"Forgotten"}
