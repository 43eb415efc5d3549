"""Which part an officer has in a matter today, and how every question about one is answered."""

from collections.abc import Callable
from enum import StrEnum

from django.utils.translation import gettext as _

from briefings.models import Briefing, Matter, Speaker
from briefings.queries import directed_by, matters_visible_to, own_and_covered
from briefings.states import BriefingState
from casework.policies.asking import rule_of
from council.queries import Standing, asked_once
from council.rules import Role
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.duty import Duty
from rulebook.post import Post


class MatterPart(StrEnum):
    """The parts of officers; one may have several. Whoever works on it without one has only read so far."""

    LEAD = "lead"
    DECIDER = "decider"
    SPEAKER = "speaker"
    DIRECTOR = "director"
    MONITORING_OFFICER = "monitoring-officer"


MatterParts = frozenset[MatterPart]
# Those who keep a matter going: dates, speakers, release.
KEEPERS: MatterParts = frozenset({MatterPart.LEAD, MatterPart.MONITORING_OFFICER})
WRITERS: MatterParts = frozenset({MatterPart.LEAD, MatterPart.DECIDER, MatterPart.SPEAKER})
# What bars it, in a sentence; empty where nothing does.
Fault = Callable[[MatterParts], str]


@asked_once
def works_on(who: Standing, matter: Matter) -> bool:
    """Whether the person may learn of the matter: the one query."""
    return matters_visible_to(who).filter(pk=matter.pk).exists()


@asked_once
def matter_parts(who: Standing, matter: Matter) -> MatterParts:
    """The parts that the person has today."""
    mine = own_and_covered(who)
    speaks = Speaker.objects.filter(session__matter=matter, person__in=mine, ended_at__isnull=True)
    decided = Briefing.objects.filter(matter=matter, decided_by=who.person)
    has = {
        MatterPart.LEAD: matter.lead_id in mine,
        MatterPart.DECIDER: matter.offered_by_id == who.person.pk or decided.exists(),
        MatterPart.SPEAKER: speaks.exists(),
        MatterPart.DIRECTOR: bool(directed_by(who, Post.DIRECTOR)),
        MatterPart.MONITORING_OFFICER: who.has(Role.MONITORING_OFFICER),
    }
    return frozenset(part for part, yes in has.items() if yes)


def answer(who: Standing, matter: Matter, duty: Duty, fault: Fault) -> Decision:
    """What a question about a matter answers: in post, known, then what bars it."""
    rule = rule_of(duty, matter.protocol)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot do this."))
    if not works_on(who, matter):
        return unknown()
    sentence = fault(matter_parts(who, matter))
    return refused(rule, sentence) if sentence else allowed(rule)


def not_keeper(parts: MatterParts) -> str:
    """Why somebody who does not keep the matter going may not; empty for whoever does."""
    if parts & KEEPERS:
        return ""
    return _("Whoever sees to the matter does this, or the monitoring officer.")


@asked_once
def is_over(matter: Matter) -> str:
    """Why nothing more is arranged; empty while it is open, or a group that asked later waits for it."""
    waits = matter.briefings.filter(state=BriefingState.AGREED).exists()
    return _("The matter is closed, so nothing more is arranged.") if matter.closed_on and not waits else ""
