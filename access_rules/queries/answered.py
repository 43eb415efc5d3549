"""What the rules answered at once to somebody’s own requests: asked anew with the facts of each day."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from access_rules.models import AccessRequest, Document, Finding
from access_rules.queries.asked import ASSISTANT, capacities_of, members_to_ask_for
from access_rules.queries.facts import facts_of
from access_rules.queries.seers import DETERMINERS, Seer, seer_of
from access_rules.rules import BothLenses, both_lenses
from access_rules.rules.outcomes import GIVEN, PARTLY, YES, is_made_by_hand
from access_rules.states import DocumentState, RequestState
from council.queries import Standing
from rulebook.decision import Answer
from rulebook.protocol import Protocol


def answered_for(who: Standing) -> QuerySet[AccessRequest]:
    """The person’s own requests that the rules answered with Yes or Partly and that are not over: one query.

    In a role that they still hold; in the place of a member, read with it, whom they may still ask for. Each
    row says whether anybody found something of it: mostly nobody has.
    """
    found = Exists(Finding.objects.filter(request=OuterRef("pk")))
    roles, rows = capacities_of(who), AccessRequest.objects.annotate(has_findings=found)
    own = Q(on_behalf_of__isnull=True, capacity__in=roles)
    if ASSISTANT in roles:
        own |= Q(on_behalf_of__in=members_to_ask_for(who).values("pk"))
        rows = rows.select_related("on_behalf_of")
    return rows.filter(
        own,
        Q(until__isnull=True) | Q(until__gte=who.on),
        asked_by=who.person,
        document__isnull=False,
        state=RequestState.ANSWERED,
        outcome__in=(YES, PARTLY),
    )


def answer_today(seer: Seer, document: Document, row: AccessRequest) -> Answer:
    """What is enforced today, asked as it was asked: a seat, a term or a marking may have changed since."""
    return by_every_right(seer.protocol, facts_of(seer, document, row)).enforced


def by_every_right(text: Protocol, facts: Mapping[str, Any]) -> BothLenses:
    """Both lenses; a need to know that is only claimed counts where no other right gives the document.

    To say what it is wanted for must not cost anybody what they have without saying it.
    """
    person: Mapping[str, object] = facts["person"]
    if person.get("need_to_know") == "claimed":
        unclaimed = {name: value for name, value in person.items() if name != "need_to_know"}
        found = both_lenses(text, {**facts, "person": unclaimed})
        if found.enforced["decision"] in GIVEN:
            return found
    return both_lenses(text, facts)


def opens_by_rule(answer: Answer, seer: Seer, document: Document, *, regime: str = "") -> bool:
    """Whether the rules’ answer opens the file: what needs neither a finding nor anybody’s hand.

    A draft is with officers alone: no rule opens it but that of the statutory officers. Where no law
    was named (a list names none), F1 gives only what is public already, by its marking or by K1, K2 or K4.
    """
    if document.state == DocumentState.DRAFT and seer.kind not in DETERMINERS:
        return False
    is_public = not regime or document.marking == Document.Marking.PUBLIC
    return answer["decision"] in GIVEN and not is_made_by_hand(answer.values, is_public=is_public)


def opened_in_place_of_members(who: Standing) -> list[int]:
    """The documents that somebody opens because they asked in the place of a member: none for anybody else.

    No other answer to a request opens what a list does not open already, so nobody else costs a query.
    """
    if ASSISTANT not in capacities_of(who):
        return []
    seer = seer_of(who)
    rows = answered_for(who).filter(on_behalf_of__isnull=False)
    return [
        document.pk
        for row, answer, document in _asked_anew(seer, rows)
        if opens_by_rule(answer, seer, document, regime=row.regime)
    ]


def _asked_anew(
    seer: Seer, rows: QuerySet[AccessRequest]
) -> Iterable[tuple[AccessRequest, Answer, Document]]:
    found = rows.select_related("document__body", "document__meeting", "document__item")
    for row in found:
        if row.document is not None:
            yield row, answer_today(seer, row.document, row), row.document
