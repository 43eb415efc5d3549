"""Every form in every state, by whoever may not see its page: only what the policy allows leaves a mark."""

import datetime
import secrets
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from council.models import Person
from enquiries import policies
from enquiries.models import Enquiry
from enquiries.states import State
from tests.factories import council as make
from tests.factories.enquiries import an_enquiry, on_day
from tests.factories.portal import a_democratic_services_officer, signed_in

pytestmark = pytest.mark.django_db

LATER = f"{timezone.localdate() + datetime.timedelta(days=365):%d/%m/%Y}"
FORMS: dict[str, tuple[str, dict[str, Any]]] = {
    "enquiry-answer": ("may_answer_question", {"text": "x"}),
    "enquiry-add": ("may_add_information", {"text": "x"}),
    "enquiry-chase": ("may_chase", {}),
    "enquiry-verdict": ("may_reopen", {"answer": "no", "text": "x"}),
    "enquiry-withdraw": ("may_withdraw", {"sure": "1"}),
    "enquiry-hand-back": ("may_hand_back", {"note": "x"}),
    "enquiry-notes": ("may_add_note", {"text": "x"}),
    "enquiry-acknowledge": ("may_allocate", {}),
}
ANSWERS = {
    "full": ("may_reply", {"text": "x", "forward_text": ""}),
    "holding": ("may_send_holding_reply", {"reason": "x", "action": "x", "promised_on": LATER}),
    "question": ("may_ask_member", {"text": "x"}),
}


# Those whose part in the case differs, and those who have none; nobody where it has no officer.
CAST: dict[str, Callable[[Enquiry], Person | None]] = {
    "member": lambda enquiry: enquiry.member,
    "another member": lambda _enquiry: make.a_member(),
    "another officer": lambda _enquiry: make.an_officer(),
    "democratic services": lambda _enquiry: a_democratic_services_officer(),
    "officer": lambda enquiry: enquiry.owner,
}


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("name", [*FORMS, *ANSWERS])
def test_a_forged_form_leaves_a_mark_only_where_the_policy_allows_it(state: State, name: str) -> None:
    policy, data = (FORMS | ANSWERS)[name]
    seen = set[str]()
    for role, named in CAST.items():
        enquiry = an_enquiry(state=state)
        person = named(enquiry)
        if person is None:
            continue
        decision = getattr(policies, policy)(on_day(person), enquiry)
        # Whoever has the case already takes nothing on by acknowledging it again.
        allowed = decision.allowed and not (name == "enquiry-acknowledge" and enquiry.owner_id == person.pk)
        browser = signed_in(person)
        browser.raise_request_exception = False
        address = reverse("enquiry-check" if name in ANSWERS else name, args=[enquiry.reference])
        sent = {**data, "version": enquiry.version, "token": secrets.token_urlsafe(8)}
        answer = browser.post(address, {**sent, "answer": name, "send": "1"} if name in ANSWERS else sent)
        changed = Enquiry.objects.get(pk=enquiry.pk).version != enquiry.version
        assert changed == allowed, f"{role}: {answer.status_code} {decision.sentence}"
        assert answer.status_code < 500, role
        seen.add(role)
    assert "member" in seen
