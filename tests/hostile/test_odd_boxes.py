"""Every box of every form of a case, filled with marks that no browser sends: never an error page."""

from collections import Counter

import pytest
from django.test import Client
from django.urls import reverse

from enquiries.models import Enquiry
from enquiries.states import State
from tests.factories.enquiries import an_enquiry
from tests.factories.portal import a_democratic_services_officer, signed_in
from tests.hostile.test_odd_input import ACTIONS, SHUT, bearable

pytestmark = pytest.mark.django_db

# Whoever is refused with the first two, of which one is a number, is refused before anything typed is read,
# and is not asked the others.
MARKS = ("²", "-1", "\x00", "\u202e💡" * 50, "%'; --{{ 7 }}", "9" * 5000)
ENOUGH = 2
BOXES = [
    "token",
    "member",
    "service",
    "subject",
    "details",
    "street",
    "resident_name",
    "resident_contact",
    "treatment",
    "channel",
    "received_on",
    "version",
    "text",
    "forward_text",
    "reason",
    "action",
    "promised_on",
    "note",
    "owner",
    "answer",
    "drop",
    "back",
    "sure",
    "preview",
]
ANSWERS = ({}, {"answer": "full"}, {"answer": "holding"}, {"answer": "question", "send": "1"})


def is_shut(browser: Client, enquiry: Enquiry, name: str, mark: str) -> bool:
    """Sends every box with the mark, in each way in which the page may be sent; is the person kept out?"""
    shut = True
    for extra in ANSWERS if name == "enquiry-check" else ({},):
        address = reverse(name, args=[enquiry.reference] if name in ACTIONS else [])
        answer = browser.post(address, {**dict.fromkeys(BOXES, mark), **extra})
        bearable(answer, f"{enquiry.state} {name} {mark[:10]!r}")
        shut = shut and answer.status_code in SHUT
    return shut


@pytest.mark.parametrize("state", [State.DRAFT, State.SENT, State.WAITING, State.ANSWERED])
def test_no_box_is_broken_by_what_is_typed_into_it(state: State) -> None:
    refused = Counter[tuple[str, str]]()
    for mark in MARKS:
        enquiry = an_enquiry(state=state)
        people = {
            "member": enquiry.member,
            "officer": enquiry.owner or enquiry.addressee,
            "democratic services": a_democratic_services_officer(),
        }
        for role, person in [(role, one) for role, one in people.items() if one]:
            browser = signed_in(person)
            browser.raise_request_exception = False
            for name in (*ACTIONS, "enquiry-new", "enquiry-log", "enquiry-autosave"):
                if refused[role, name] >= ENOUGH or not is_shut(browser, enquiry, name, mark):
                    continue
                # A press before this one may have moved the case; then nobody was kept out of this state.
                if Enquiry.objects.filter(pk=enquiry.pk, state=state).exists():
                    refused[role, name] += 1
    assert len(refused) < len(people) * len(ACTIONS), "somebody is let in"
