"""Who decides a dispute under a text: on which rung, who stands in for a party, and who records it."""

from dataclasses import dataclass
from enum import StrEnum

from rulebook.briefing.given import Safeguard
from rulebook.citation import Citation
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.triage import Rung
from rulebook.wording import gettext_noop


class Subject(StrEnum):
    """What a dispute is about, as far as the texts tell cases apart."""

    ACCESS = "access"
    UNDERTAKING = "undertaking"
    # What a political group asked for and does not get.
    GROUP_HELP = "group-help"
    OTHER = "other"


# Nobody of the portal sits on these rungs: what they decide is recorded on their behalf.
OUTSIDE = frozenset({Rung.AUTHORITY, Rung.DISTRICT_AUDITOR})
# In a party's place, in this order: as where a complaint has nobody left to decide it.
STAND_INS = (Post.MONITORING_OFFICER, Post.DEPUTY_MONITORING_OFFICER, Post.SECTION_151_OFFICER)
RECORDERS = (Post.MONITORING_OFFICER, Post.DEPUTY_MONITORING_OFFICER, Post.DEMOCRATIC_SERVICES)
# The order on each rung; the first post in which somebody acts who is no party decides.
ORDER: dict[Rung, tuple[Post, ...]] = {
    Rung.DIRECTOR: (Post.DIRECTOR, *STAND_INS),
    Rung.MONITORING_OFFICER: STAND_INS,
}
# Where the decision is made outside the portal, in the text's own words, and today's where they moved on.
OUTSIDE_WORDS = {
    Rung.AUTHORITY: gettext_noop("the Authority itself"),
    Rung.DISTRICT_AUDITOR: gettext_noop(
        "the District Auditor (today the Authority’s appointed external auditor)"
    ),
}


@dataclass(frozen=True)
class Decider:
    """Who decides on a rung: the posts in their order, or those who record what others decided.

    `gap`: the text is silent on such a dispute, and the monitoring officer decides by the general rule.
    """

    rung: Rung
    posts: tuple[Post, ...]
    outside: bool
    cites: tuple[Citation, ...]
    gap: bool


def ladder(text: Protocol, subject: Subject) -> tuple[Rung, ...]:
    """The rungs for such a dispute, the first one first; what stands outside the portal is a choice of one.

    The ladder against withholding is the text's (MW-5.7, WF-6.7 and their like). Reasons for an undertaking
    have a ladder of their own where the text gives one (MW-5.5c). Anything else is the monitoring officer's.
    """
    if subject is Subject.ACCESS:
        return text.triage.appeal
    if subject is Subject.UNDERTAKING and not text.triage.appeal_undertaking:
        return text.triage.appeal
    return (Rung.MONITORING_OFFICER,)


def who_decides(text: Protocol, subject: Subject, rung: Rung | None = None) -> Decider:
    """Who decides on the rung; on the first one where none is given."""
    rungs = ladder(text, subject)
    at = rung or rungs[0]
    cites = _cites(text, subject)
    return Decider(
        rung=at,
        posts=RECORDERS if at in OUTSIDE else ORDER[at],
        outside=at in OUTSIDE,
        cites=cites,
        gap=not cites or text.is_silent_on(Duty.DISPUTE) or _is_silent(text, subject),
    )


def _cites(text: Protocol, subject: Subject) -> tuple[Citation, ...]:
    """Help for a group rests on what the text has for difficult cases (WO-E-9.3.32n), if anything."""
    difficult = text.briefings.safeguards.get(Safeguard.DIFFICULT_CASES, ())
    if subject is Subject.GROUP_HELP and difficult:
        return difficult
    if subject in (Subject.OTHER, Subject.GROUP_HELP):
        return text.cite(Duty.ASK_MONITORING_OFFICER)
    if subject is Subject.UNDERTAKING and text.triage.appeal_undertaking:
        return text.triage.appeal_undertaking
    return text.triage.appeal_cites


def _is_silent(text: Protocol, subject: Subject) -> bool:
    """Whether the text names nobody for a group that does not agree: what it has against withholding is for
    members’ own rights.
    """
    return subject is Subject.GROUP_HELP and Safeguard.DIFFICULT_CASES not in text.briefings.safeguards


def further_rungs(text: Protocol, rung: Rung) -> tuple[Rung, ...]:
    """To whom the member may go who does not agree with what was decided on the rung: one of these.

    MW-5.7b puts the Authority and the auditor beside each other; after either the text knows no more.
    """
    rungs = text.triage.appeal
    if rung in OUTSIDE or rung not in rungs:
        return ()
    after = rungs[rungs.index(rung) + 1 :]
    return tuple(one for one in after if one in OUTSIDE) or after[:1]


def title_of(text: Protocol, rung: Rung) -> str:
    """Who decides there, as the text calls them; words of ours stand for the catalogue of the pages."""
    return OUTSIDE_WORDS[rung] if rung in OUTSIDE else text.title_of(ORDER[rung][0])
