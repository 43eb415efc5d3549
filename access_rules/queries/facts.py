"""The facts of the question `access`: of a person, of a document, of a request; each a plain dict."""

import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from access_rules.models import AccessRequest, Document, Version
from access_rules.queries.seers import Seer, seer_of
from access_rules.rules.findings import Found, found, graver
from access_rules.states import DocumentState
from council.models import Person
from council.queries import standing_of
from council.rules import BodyType

Facts = dict[str, Any]

# Papers of an executive that the regulations of 2012 speak of (SI 2012/2089 reg 2): no minutes, no records.
REPORTS = (Document.Kind.REPORT.value, Document.Kind.BACKGROUND_PAPER.value)
# Whose paper it is, where no meeting decided it or no body owns it.
BODY_BY_DECISION = {
    Document.DecidedBy.EXECUTIVE_MEMBER.value: "executive_member",
    Document.DecidedBy.OFFICER_EXECUTIVE.value: "officer_executive",
    Document.DecidedBy.OFFICER.value: "officer_non_executive",
}
BODY_BY_KIND = {
    Document.Kind.GROUP_PAPER.value: "political_group",
    Document.Kind.BRIEFING.value: "political_group",
    Document.Kind.CORRESPONDENCE.value: "correspondence",
    Document.Kind.FILE.value: "operational_file",
    Document.Kind.ACCOUNTS.value: "operational_file",
}
BODY_BY_TYPE = {BodyType.COUNCIL.value: "council", BodyType.EXECUTIVE.value: "executive"}
# What a list asks with: the member as member, on duties, one document, in good faith, to inspect.
STATED = {"purpose": "duties", "scope": "specific", "good_faith": True, "wants": "inspect"}


def with_facts(documents: QuerySet[Document]) -> QuerySet[Document]:
    """The same documents with all that their facts are read from: one query, however many they are."""
    return documents.select_related("body", "meeting", "item").annotate(
        has_redacted=Exists(redacted().filter(document=OuterRef("pk")))
    )


def redacted() -> QuerySet[Version]:
    """The files that leave out what is not open, once they can be read."""
    kind, stage = Version.Kind.REDACTED, Version.Stage.READY
    return Version.objects.filter(kind=kind, is_current=True, stage=stage)


def facts_of(seer: Seer, document: Document, request: AccessRequest | None = None) -> Facts:
    """The question for this person and document; with a request as it was asked, else as a list asks it."""
    if request is None:
        person = person_facts(seer, document)
        what = document_facts(document, on=seer.who.on) | whose_facts(seer, document)
        return {"person": person, "document": what, "request": dict(STATED)}
    return _asked_facts(seer, document, request)


def _asked_facts(seer: Seer, document: Document, request: AccessRequest) -> Facts:
    person = {**person_facts(seer, document), **_as_asked(request)}
    if request.on_behalf_of is not None:
        person |= _in_place_of(seer, document, request.on_behalf_of)
    person["interest"] = graver(person["interest"], request.interest)
    facts: Facts = {
        "person": person,
        "document": {
            **document_facts(document, on=seer.who.on),
            **whose_facts(seer, document),
            "title": document.title,
        },
        "request": request_facts(request),
    }
    for one in findings_of(request):
        facts[one.of][one.kind] = one.fact
    return facts


def _in_place_of(seer: Seer, document: Document, member: Person) -> Facts:
    """Whoever asks for a member is an assistant: with the member’s seat, and barred by the member’s interest.

    HA-4.9. The member’s part is asked for the same day: who left is nobody to stand for.
    """
    place = seer_of(standing_of(member, on=seer.who.on))
    theirs = person_facts(place, document)
    return {
        "kind": "political_assistant",
        "on_behalf_of": theirs["kind"],
        "on_deciding_body": theirs["on_deciding_body"],
        "interest": graver(seer.interest_in(document), theirs["interest"]),
    }


def person_facts(seer: Seer, document: Document) -> Facts:
    """Who asks, as this document makes them: on its body or not, with an interest in it or not.

    What only a person can find (a need to know, a remit, relevance to scrutiny) is not here.
    """
    body = body_of(document)
    sits = seer.sits(document)
    facts: Facts = {
        "kind": seer.kind_before(body, sits=sits),
        "on_deciding_body": sits,
        "interest": seer.interest_in(document),
        "privy": document.pk in seer.privy_to,
        "is_chair": document.body_id in seer.chairs,
    }
    if seer.capacity:
        facts["capacity"] = seer.capacity
    if seer.fills_parish_vacancy:
        facts["parish_vacancy_co_option"] = True
    return facts


def body_of(document: Document) -> str:
    """Whose paper it is, in the words of the question."""
    if document.decided_by:
        return BODY_BY_DECISION[document.decided_by]
    if document.kind in BODY_BY_KIND:
        return BODY_BY_KIND[document.kind]
    if document.body is None:
        return "operational_file"
    return BODY_BY_TYPE.get(document.body.kind, "committee")


def stage_of(document: Document, *, on: datetime.date) -> str:
    """Before or after the meeting or decision; none where there is neither, or it does not take place."""
    if document.decided_by:
        return "after" if document.decided_on and document.decided_on <= on else "before"
    meeting, item = document.meeting, document.item
    if meeting is None or meeting.cancelled_at or (item and item.withdrawn_at):
        return "none"
    concluded = meeting.concluded_at and timezone.localdate(meeting.concluded_at) <= on
    return "after" if concluded or meeting.on < on else "before"


def reckoned_from(document: Document) -> datetime.date:
    """The day from which its years are counted: of the meeting, of the decision, or of its making."""
    if document.meeting is not None:
        return document.meeting.on
    return document.decided_on or document.made_on


def whole_years(since: datetime.date, *, on: datetime.date) -> int:
    """The years that are over; none for a day to come. The rules ask for whole years alone (A1)."""
    return max(0, on.year - since.year - ((on.month, on.day) < (since.month, since.day)))


def anniversary(day: datetime.date, *, years: int) -> datetime.date:
    """The same day, some years on; 29 February has its anniversary on 28 February, as PostgreSQL has it."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def status_of(document: Document) -> str:
    """How it is classified; a draft is one whatever its marking will be."""
    return "draft" if document.state == DocumentState.DRAFT else str(document.marking)


def document_facts(document: Document, *, on: datetime.date) -> Facts:
    """What is asked for, on a day; what of it depends on who asks is `whose_facts`."""
    facts: Facts = {
        "body": body_of(document),
        "stage": stage_of(document, on=on),
        "status": status_of(document),
        "held": document.is_held,
        "report_or_background_paper": document.kind in REPORTS and document.is_report_or_background_paper,
        "age_years": whole_years(reckoned_from(document), on=on),
        "background_paper": document.kind == Document.Kind.BACKGROUND_PAPER,
        "accounts": document.kind == Document.Kind.ACCOUNTS,
        "group_report": document.kind == Document.Kind.BRIEFING,
        "closed_minutes": document.is_closed_minutes,
        "session_talk": document.is_session_talk,
        "political_adviser_advice": document.political_adviser_advice,
        "part_exempt": _is_part_exempt(document),
        "dp_breach_likely": document.is_breach_likely,
        "third_party_owned": bool(document.owner_words),
        "third_party_confidential": document.is_owner_confidential,
        "consent": document.owner_consent or None,
        "author_consents": document.author_consents,
        "private_letter": document.is_private_letter,
        "key_decision": bool(document.item and document.item.is_key_decision),
    }
    return facts | _meeting_facts(document) | _marking_facts(document)


def _meeting_facts(document: Document) -> Facts:
    if document.meeting is None:
        return {}
    is_private = document.meeting.is_private or bool(document.item and document.item.is_private)
    return {"meeting": "private" if is_private else "public"}


def _marking_facts(document: Document) -> Facts:
    """What the marking claims; a paper that is not marked so has no paragraph and no source."""
    if document.marking == Document.Marking.CONFIDENTIAL and document.state != DocumentState.DRAFT:
        return {"confidential_source": document.confidential_source or None}
    if document.marking != Document.Marking.EXEMPT or document.state == DocumentState.DRAFT:
        return {}
    return {
        "sch12a": sorted(document.sch12a),
        "public_interest": document.public_interest,
        "contract_terms": document.has_contract_terms,
        "registrable": document.is_registrable,
        "own_development": document.is_own_development,
    }


def whose_facts(seer: Seer, document: Document) -> Facts:
    """Whose internal paper it is, and whose personal data it holds, as it is to who asks."""
    facts: Facts = {}
    if document.kind == Document.Kind.GROUP_PAPER:
        own = document.group_id is not None and document.group_id in seer.groups
        facts["group_internal"] = "own" if own else "other"
    if document.about_id == seer.who.person.pk:
        facts["personal_data"] = "own"
    elif document.is_about_constituent:
        facts["personal_data"] = "constituent"
    elif document.is_about_third_party:
        facts["personal_data"] = "third_party"
    return facts


def _is_part_exempt(document: Document) -> bool:
    """Whether a file stands ready that leaves out what is not open; `with_facts` has looked already."""
    found: bool | None = getattr(document, "has_redacted", None)
    return redacted().filter(document=document).exists() if found is None else found


def request_facts(request: AccessRequest) -> Facts:
    """How it is asked for. What a person must find (good faith, an authority) is never taken as said."""
    facts: Facts = {"purpose": request.purpose, "scope": request.scope, "wants": request.wants}
    if request.regime:
        facts["regime"] = request.regime
    if request.hours is not None:
        facts["hours"] = float(request.hours)
    if request.undertaking:
        facts["undertaking"] = request.undertaking
    return facts


def _as_asked(request: AccessRequest) -> Facts:
    """The capacity, and a need to know that is claimed by saying what the paper is wanted for."""
    facts: Facts = {"capacity": request.capacity}
    if request.purpose in ("duties", "constituent") and request.purpose_words:
        facts["need_to_know"] = "claimed"
    return facts


def findings_of(request: AccessRequest) -> list[Found]:
    """What people found of the request, the last of each kind after those before it: one query, save where
    the row was read with the word that there is nothing (`queries.answered`).
    """
    if not getattr(request, "has_findings", request.pk is not None):
        return []
    made = request.findings.order_by("at", "pk").values_list("kind", "value")
    return [one for one in (found(f"{kind}:{value}") for kind, value in made) if one is not None]
