"""A refusal as a page: the word, the reason, the rule, who decided, and what the group can do about it."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from briefings.models import Briefing
from briefings.policies.challenging import answers_for, may_challenge
from briefings.queries import visible_to
from briefings.screens.case import Row
from briefings.states import BriefingState
from casework.models import Dispute
from casework.policies.disputes import speaks_for_opener
from casework.queries import calendar, local_term
from casework.queries.disputes import disputes_about, first_deciders
from casework.queries.disputes import visible_to as disputes_visible_to
from casework.screens.disputes import sentence_of
from casework.screens.panels import Panel
from casework.subscribers.cases import CaseFace, CaseLink
from casework.wording import date_time, long_date
from council.queries import Standing
from council.queries.versions import words_adopted
from rulebook.briefing.given import Safeguard
from rulebook.citation import Citation
from rulebook.dispute import Subject, who_decides
from rulebook.duty import Duty
from rulebook.obligations import obligation
from rulebook.protocols import protocol
from rulebook.protocols.cites import cited
from rulebook.text import paragraph


@dataclass(frozen=True)
class RuleBox:
    """A paragraph that decided it, in its own words; no words of an Act, which the portal does not hold."""

    citation: Citation
    text: str


@dataclass(frozen=True)
class Step:
    """One thing that the group can do, and the way there where it is open to the reader."""

    title: str
    text: str
    cites: tuple[Citation, ...] = ()
    url: str = ""
    button: str = ""


@dataclass(frozen=True)
class DisputeLine:
    """A challenge: its number (a link for whoever may open it), where it stands, and what came of it."""

    reference: str
    url: str
    status: str
    outcome: str = ""
    reasons: str = ""


def refusal_panel(who: Standing, row: Briefing) -> Panel | None:
    """The refusal, while it stands."""
    if row.state != BriefingState.DECLINED:
        return None
    given = {
        "lines": _lines(row),
        "reasons": row.reasons,
        "rules": _boxes(row),
        "steps": list(_steps(who, row)),
        "disputes": dispute_lines(who, row),
    }
    return Panel("briefings/refusal.html", given)


def _lines(row: Briefing) -> list[str]:
    said = [_("The group does not get what it asked for.")]
    if row.decided_at is None:
        return said
    words = {"moment": date_time(row.decided_at)}
    if row.decided_by is None:
        return [*said, _("The protocol itself bars it. It was declined on %(moment)s.") % words]
    return [*said, _("Declined by %(name)s on %(moment)s.") % {"name": row.decided_by.name, **words}]


def _boxes(row: Briefing) -> list[RuleBox]:
    """The paragraphs as they read on the day on which it was decided."""
    day = timezone.localdate(row.decided_at)
    adopted = words_adopted(row.protocol, on=day) if row.cites else {}
    return [_box(one, row.protocol, adopted) for one in row.cites]


def _box(id_: str, key: str, adopted: Mapping[str, str]) -> RuleBox:
    held = obligation(id_)
    if held is None:
        return RuleBox(cited(id_), "")
    words = paragraph(held.protocol, held.anchor).text
    if held.protocol == key:
        words = adopted.get(held.anchor, words)
    return RuleBox(cited(id_), words.lstrip("-• "))


def _steps(who: Standing, row: Briefing) -> Iterator[Step]:
    text = protocol(row.protocol)
    decider = who_decides(text, Subject.GROUP_HELP)
    respondent = answers_for(row, on=who.on)
    sides = [one for one in (row.asked_by, respondent) if one is not None]
    seats = first_deciders(decider.posts, sides, on=who.on)
    said = [_what_is_looked_at(row), sentence_of(text, decider.rung, seats, gap=decider.gap)]
    if seats and row.decided_by is not None:
        said.append(_("They did not decline it."))
    said.append(_by_when(on=who.on))
    open_to = may_challenge(who, row).allowed
    yield Step(
        _("Ask for it to be looked at again"),
        " ".join(said),
        decider.cites,
        reverse("briefing-challenge", args=[row.reference]) if open_to else "",
        _("Challenge this decision") if open_to else "",
    )
    difficult = text.briefings.safeguards.get(Safeguard.DIFFICULT_CASES)
    if difficult:
        yield Step(_("Talk about a difficult case"), _(Safeguard.DIFFICULT_CASES.says), difficult)
    yield Step(
        _("Ask as a member"),
        _(
            "A refusal to a group takes nothing from its members: each may log an enquiry, or ask to see a"
            " document, as before."
        ),
    )


def _what_is_looked_at(row: Briefing) -> str:
    if row.decided_by is not None:
        return _("Somebody else looks at the reason, and decides whether it holds.")
    return _("The protocol itself bars it. A person looks whether that bar fits what your group asked for.")


def _by_when(*, on: datetime.date) -> str:
    term = local_term(Duty.DETERMINE, on=on)
    if term is None:
        return _("The council has set no time for it, so no date is promised.")
    day = long_date(term.as_period().due(on, calendar()))
    return _("If you ask today, you will have an answer in writing by %(day)s.") % {"day": day}


def challenge_page(who: Standing, row: Briefing) -> dict[str, object]:
    """What stands above the form: the refusal, and who would decide."""
    return {
        "reasons": row.reasons,
        "rules": _boxes(row),
        "first": next(_steps(who, row)),
    }


def dispute_lines(who: Standing, row: Briefing) -> list[DisputeLine]:
    """Every challenge, oldest first; whoever reads the briefing reads what came of it."""
    found = list(disputes_about(row.stream).prefetch_related("determinations"))
    keys = [one.pk for one in found]
    theirs = set(disputes_visible_to(who).filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()
    return [_dispute_line(one, is_theirs=one.pk in theirs) for one in found]


def _dispute_line(dispute: Dispute, *, is_theirs: bool) -> DisputeLine:
    made = list(dispute.determinations.all())
    return DisputeLine(
        dispute.reference,
        reverse("dispute", args=[dispute.reference]) if is_theirs else "",
        _(dispute.get_state_display()),
        str(made[-1].get_outcome_display()) if made else "",
        made[-1].reasons if made else "",
    )


def looked_at_again(row: Briefing) -> list[Row]:
    """What was determined of an earlier refusal, for whoever decides anew."""
    return [
        Row(_("Looked at again"), f"{line.reference}: {line.outcome}. {line.reasons}")
        for dispute in disputes_about(row.stream).prefetch_related("determinations")
        for line in [_dispute_line(dispute, is_theirs=False)]
        if line.outcome
    ]


def again_panel(who: Standing, row: Briefing) -> Panel | None:
    """What came of challenges, once nothing is declined any more."""
    if row.state == BriefingState.DECLINED or row.origin != Briefing.Origin.ASKED:
        return None
    lines = dispute_lines(who, row)
    return Panel("briefings/challenged.html", {"disputes": lines}) if lines else None


def case_face(who: Standing, dispute: Dispute) -> CaseFace:
    """The reason that was given for a refusal, and the briefing’s page for whoever may open it.

    Whoever decides reads the reason and what both sides say of it; what the group asked stays with those who
    may read the briefing. A member who is in the group no more reads no word.
    """
    row = Briefing.objects.select_related("stream").filter(stream=dispute.about_id).first()
    if row is None:
        return CaseFace()
    words = _reasons_of(row, dispute)
    if not visible_to(who).filter(pk=row.pk).exists():
        return CaseFace() if speaks_for_opener(who, dispute) else CaseFace(words)
    return CaseFace(words, (CaseLink(row.reference, reverse("briefing", args=[row.reference])),))


def _reasons_of(row: Briefing, dispute: Dispute) -> str:
    """As they were given: those of a refusal that was found wrong are kept with what followed from it."""
    after = row.stream.events.filter(kind="briefing.reconsidered", facts__dispute=dispute.pk).first()
    return str(after.body.get("reasons", "")) if after else row.reasons
