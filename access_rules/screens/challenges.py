"""If you do not agree: the ladder with days and names; and what a page of disputes may show of a request."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from access_rules.models import AccessRequest
from access_rules.policies.challenges import answers_for, may_dispute_answer, subject_of
from access_rules.policies.requests import knows_of_request
from casework.models import Dispute
from casework.policies.disputes import speaks_for_opener
from casework.queries import calendar, local_term
from casework.queries.disputes import disputes_about, first_deciders
from casework.queries.disputes import visible_to as disputes_visible_to
from casework.screens.disputes import sentence_of
from casework.subscribers.cases import CaseFace, CaseLink
from casework.wording import long_date
from council.queries import Standing
from rulebook.citation import Citation
from rulebook.dispute import further_rungs, title_of, who_decides
from rulebook.duty import Duty
from rulebook.protocol import Protocol
from rulebook.protocols import protocol


@dataclass(frozen=True)
class Step:
    """One step of the ladder: what it is, who and by when, and the way there where there is one."""

    title: str
    text: str
    cites: tuple[Citation, ...] = ()
    url: str = ""
    button: str = ""


def steps(who: Standing, row: AccessRequest) -> tuple[Step, ...]:
    """What whoever asked can do, in order: the text’s own ladder, then the law’s."""
    text = protocol(row.protocol)
    return (*_own_steps(who, row, text), *_legal_steps(row))


def _own_steps(who: Standing, row: AccessRequest, text: Protocol) -> Iterator[Step]:
    decider = who_decides(text, subject_of(row))
    respondent = answers_for(row, on=who.on)
    sides = [row.asked_by, *([respondent] if respondent else [])]
    seats = first_deciders(decider.posts, sides, on=who.on)
    said = [sentence_of(text, decider.rung, seats, gap=decider.gap)]
    if respondent is not None and seats:
        said.append(_("They did not make this decision."))
    said.append(_by_when(on=who.on))
    open_to = may_dispute_answer(who, row).allowed
    yield Step(
        _("Have it decided by somebody else"),
        " ".join(said),
        decider.cites,
        reverse("access-dispute", args=[row.reference]) if open_to else "",
        _("Challenge this decision") if open_to else "",
    )
    for rung in further_rungs(text, decider.rung):
        name = _(title_of(text, rung))
        yield Step(
            _("Take it further"),
            _("After that the matter may go to %(whom)s.") % {"whom": name},
            decider.cites,
        )


def _by_when(*, on: datetime.date) -> str:
    term = local_term(Duty.DETERMINE, on=on)
    if term is None:
        return _("The council has set no time for it, so no date is promised.")
    day = long_date(term.as_period().due(on, calendar()))
    return _("If you ask today, you will have an answer in writing by %(day)s.") % {"day": day}


def _legal_steps(row: AccessRequest) -> Iterator[Step]:
    if row.regime:
        yield Step(
            _("Ask for an internal review"),
            _(
                "Under information law you can ask us to look again, then complain to the Information"
                " Commissioner, then appeal to the tribunal."
            ),
        )
    else:
        yield Step(
            _("Use another right"),
            _(
                "You can also ask under freedom of information law, and complain to the Information"
                " Commissioner if that is refused. This does not affect your challenge."
            ),
        )
    yield Step(
        _("Go to court"),
        _(
            "A court can review the council’s final decision. Time limits are short, so get legal advice"
            " first."
        ),
    )


@dataclass(frozen=True)
class DisputeLine:
    """A dispute about the request, with a link where the reader may open it."""

    reference: str
    url: str
    status: str


def dispute_lines(who: Standing, row: AccessRequest) -> list[DisputeLine]:
    """Every dispute that arose from the request, oldest first."""
    found = list(disputes_about(row.stream))
    theirs = set(
        disputes_visible_to(who).filter(pk__in=[one.pk for one in found]).values_list("pk", flat=True)
    )
    return [
        DisputeLine(
            one.reference,
            reverse("dispute", args=[one.reference]) if one.pk in theirs else "",
            _(one.get_state_display()),
        )
        for one in found
    ]


def case_face(who: Standing, dispute: Dispute) -> CaseFace:
    """The words of the disputed answer, and the page of the request for whoever may open it."""
    row = AccessRequest.objects.select_related("stream").filter(stream=dispute.about_id).first()
    if row is None:
        return CaseFace()
    words = row.reasons or str(row.answer.get("enforced", {}).get("reason", ""))
    if not knows_of_request(who, row):
        # Whoever decides has to read it; somebody who is no part of the request any more reads no word.
        return CaseFace() if speaks_for_opener(who, dispute) else CaseFace(words)
    link = CaseLink(row.reference, reverse("access-request", args=[row.reference]))
    return CaseFace(words, (link,))
