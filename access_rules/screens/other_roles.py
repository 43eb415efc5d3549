"""Would the answer change, asked in another role: the same question with other facts, never a promise."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from access_rules.models import AccessRequest
from access_rules.policies.requests import capacity_of
from access_rules.policies.seeing import may_know_of
from access_rules.queries.answering import answers_to
from access_rules.queries.asked import ASSISTANT, MEMBER, capacities_of
from access_rules.screens.answers import answer_words
from access_rules.screens.request_facts import role_words
from council.queries import Standing

_EXECUTIVE = ("executive", "executive_member", "officer_executive")


@dataclass(frozen=True)
class OtherRole:
    """The answer in another role, and the page that asks in it; no page for a role one does not hold."""

    text: str
    url: str = ""
    link: str = ""


def other_roles(who: Standing, row: AccessRequest) -> tuple[OtherRole, ...]:
    """Those in which the answer would differ; nothing where the reader did not ask, or no paper is found.

    Nor where they may not know of the paper: its number and what it is would be told by the way.
    """
    if row.document is None or row.asked_by_id != who.person.pk or not row.answer:
        return ()
    if not may_know_of(who, row.document):
        return ()
    now = answer_words(row.answer["enforced"])
    found = [_as(who, row, capacity) for capacity in capacities_of(who)]
    found.append(_for_scrutiny(who, row))
    return tuple(one for answer, one in found if answer and answer != now)


def _as(who: Standing, row: AccessRequest, capacity: str) -> tuple[str, OtherRole]:
    # An assistant stands in the place of a member, which is no other role of their own.
    if capacity in (capacity_of(row), ASSISTANT):
        return "", OtherRole("")
    changed: dict[str, object] = {"person.capacity": capacity}
    if row.on_behalf_of_id:
        changed["person.on_behalf_of"] = None
    answer = answer_words(answers_to(row, on=who.on, changed=changed).enforced.as_json())
    role = role_words(capacity, row.protocol)
    text = _("If you asked %(role)s: %(answer)s") % {"role": role, "answer": answer}
    url = f"{reverse('access-ask')}?document={row.document.reference if row.document else ''}&as={capacity}"
    return answer, OtherRole(text, url, _("Ask again %(role)s") % {"role": role})


def _for_scrutiny(who: Standing, row: AccessRequest) -> tuple[str, OtherRole]:
    """Regulation 17: what a member of a scrutiny committee could have that reviews an executive decision."""
    facts_kind = row.capacity == MEMBER and not row.on_behalf_of_id
    document = row.document
    body = document.body if document else None
    is_executive = bool(document and document.decided_by in ("executive-member", "officer-executive"))
    if not facts_kind or not (is_executive or (body and body.kind in _EXECUTIVE)):
        return "", OtherRole("")
    changed: dict[str, object] = {
        "person.kind": "scrutiny_member",
        "person.scrutiny_link": "reviewing",
    }
    answer = answer_words(answers_to(row, on=who.on, changed=changed).enforced.as_json())
    words = _("If you sat on a scrutiny committee that reviews this decision: %(answer)s")
    return answer, OtherRole(words % {"answer": answer})
