"""«I do not agree» with an answer to a request, and what a determination does to it."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from access_rules import events
from access_rules.actions.deciding_requests import decide
from access_rules.actions.requesting import keep_answers, send_to_decide
from access_rules.models import AccessRequest
from access_rules.policies import challenges as policies
from access_rules.queries.answering import answers_to
from access_rules.rules.outcomes import USUAL_GRANT
from access_rules.rules.ruling import Ruling
from casework.actions.disputing import open_dispute
from casework.actions.locking import demand, finish, locked
from casework.models import CaseEvent, Determination, Dispute
from casework.policies.asking import rule_of
from casework.queries import calendar
from council.queries import Standing
from rulebook.decision import Refused, refused
from rulebook.duty import Duty

_FOR_MEMBER = Determination.Outcome.FOR_MEMBER.value
_SOME = (_FOR_MEMBER, Determination.Outcome.PARTLY.value)


@transaction.atomic
def dispute_answer(
    *, who: Standing, row: AccessRequest, words: str, seen_version: int | None, at: datetime.datetime
) -> Dispute:
    """Whoever asked does not agree with the answer: a dispute on the first rung of the text.

    Raises Refused where it is not theirs, is disputed already, or nobody stands for the decision; and Stale.
    """
    row = locked(row, seen_version=seen_version)
    demand(policies.may_dispute_answer(who, row))
    contested = policies.contested_of(row, on=who.on)
    if contested is None:
        rule = rule_of(Duty.DISPUTE, row.protocol)
        sentence = _(
            "Nobody holds a post today who could answer for this decision. Ask democratic services who does."
        )
        raise Refused(refused(rule, sentence))
    member = row.on_behalf_of or row.asked_by
    return open_dispute(who=who, contested=contested, member=member, words=words, at=at)


@transaction.atomic
def bring_determination(*, event: CaseEvent) -> None:
    """What was determined comes back to the request. Once for each determination, however often it is run.

    For whoever asked, and nothing else has to happen first: the document is open at once, by the decision of
    whoever determined it, for the usual time; save what the law forbids to open. Otherwise, where they are
    right at least in part, it is to be decided again by the day that the determination names. Where the
    decision stands, nothing moves.
    """
    made = Determination.objects.select_related("dispute", "by").get(pk=event.facts["determination"])
    found = AccessRequest.objects.filter(stream=made.dispute.about_id).first()
    if found is None or made.outcome not in _SOME:
        return
    row = locked(found)
    if not policies.stands_disputed(row, made.dispute):
        return
    on = timezone.localdate(event.at)
    answers = answers_to(row, on=on)
    keep_answers(row, answers)
    facts = send_to_decide(row, answers, on=on, by_day=made.must_by)
    opens = row.document_id is not None and not answers.is_forbidden
    if made.outcome == _FOR_MEMBER and not made.must_do and opens:
        ruling = Ruling(
            outcome=AccessRequest.Outcome.YES.value,
            reasons=made.reasons,
            cites=tuple(line for line in made.cites.splitlines() if line),
            mode=row.wants,
            until=USUAL_GRANT.due(on, calendar()),
        )
        decide(row, ruling, by=made.by, on=on, at=event.at)
        return
    finish(row, kind=events.REFERRED, by=made.by, at=event.at, facts=facts)
    finish(
        row,
        kind=events.LOOKED_AT_AGAIN,
        by=made.by,
        at=event.at,
        facts={"dispute": made.dispute_id, "determination": made.pk},
        content={"reason": f"{made.dispute.reference}: {made.get_outcome_display()}"},
    )
