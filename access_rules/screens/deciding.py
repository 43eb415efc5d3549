"""What whoever decides on a request is shown: the rules to tick, what the rules suggest, the preview."""

import copy
import datetime
from typing import Any

from django.utils import timezone

from access_rules.models import AccessRequest
from access_rules.rules.outcomes import USUAL_GRANT, WAITING, outcome_of
from access_rules.rules.ruling import Ruling
from access_rules.screens.answers import AnswerScreen, answer_screen
from access_rules.screens.saying import Sentence, of_text
from access_rules.states import RequestState
from casework.queries import calendar
from council.queries import Standing
from rulebook.duty import Duty
from rulebook.protocols import protocol
from rulebook.protocols.cites import cited


def offered_rules(row: AccessRequest) -> list[tuple[str, str]]:
    """What the answers of both lenses rest on, and what the text says of access: each place once, to tick."""
    ids: list[str] = []
    for lens in ("enforced", "as_adopted", "current_law"):
        ids += [str(id_) for id_ in row.answer.get(lens, {}).get("cite", [])]
    text = protocol(row.protocol)
    duties = (Duty.OPEN_DOCUMENT, Duty.WITHHOLD, Duty.GRANT)
    ids += [cite.id for duty in duties for cite in text.cite(duty)]
    named: dict[str, str] = {}
    for id_ in ids:
        named.setdefault(cited(id_).label, id_)
    return [(id_, label) for label, id_ in named.items()]


def starts_from(row: AccessRequest) -> Sentence | None:
    """What officers start from under the text, above the decision; None where the text does not say.

    WF 6.3, HA 4.6, WO AI.2, MW 5.1; a parish’s officer hands over nothing before two questions are answered
    (PA ATI.5).
    """
    stated = protocol(row.protocol).access.presumption
    return of_text(stated.value, stated.cites)


def suggested(row: AccessRequest, *, on: datetime.date) -> dict[str, Any]:
    """What the rules give with the findings: the answer and its sources are ticked, never the reasons."""
    enforced = row.answer.get("enforced", {})
    outcome = outcome_of(enforced) if enforced else WAITING
    found: dict[str, Any] = {"mode": row.wants or "inspect"}
    if outcome != WAITING:
        found |= {"outcome": outcome, "paragraphs": list(enforced.get("cite", []))}
    if outcome in ("yes", "partly"):
        meeting = row.document.meeting if row.document else None
        usual = USUAL_GRANT.due(on, calendar())
        found["until"] = meeting.on if meeting and on <= meeting.on else usual
    return found


def preview_of(who: Standing, row: AccessRequest, ruling: Ruling) -> AnswerScreen:
    """The member’s page as it would be after the decision; nothing is saved."""
    shown = copy.copy(row)
    shown.__dict__["state"] = RequestState.DECIDED.value
    shown.outcome, shown.reasons = ruling.outcome, ruling.reasons.strip()
    shown.cites = "\n".join(ruling.cites)
    shown.until, shown.review_on = ruling.until, ruling.review_on
    shown.public_interest_note = ruling.public_interest_note.strip()
    shown.decided_by, shown.decided_at = who.person, timezone.now()
    return answer_screen(who, shown)
