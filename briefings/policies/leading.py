"""May somebody name who sees to a matter?"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings.models import Matter
from briefings.policies.matters import is_over
from briefings.queries import matters_visible_to, own_and_covered
from casework.policies.asking import Question, answer
from council.queries import Standing
from council.rules import Role
from rulebook.decision import Decision, refused
from rulebook.duty import Duty


def knows_matter(who: Standing, matter: Matter) -> bool:
    """Whether the person may learn that it exists: the one query."""
    return matters_visible_to(who).filter(pk=matter.pk).exists()


def _names(who: Standing, matter: Matter) -> bool:
    """The lead (or whoever does the lead’s work today), whoever agreed to it or offered it, and the
    monitoring officer.
    """
    began = matter.offered_by_id == who.person.pk or matter.briefings.filter(decided_by=who.person).exists()
    return matter.lead_id in own_and_covered(who) or began or who.has(Role.MONITORING_OFFICER)


_NAME: Question[Matter] = Question(
    Duty.SHARE_BRIEFING,
    _names,
    gettext_lazy("Whoever sees to it, whoever agreed to it, or the monitoring officer names somebody else."),
)


def may_name_lead(who: Standing, matter: Matter) -> Decision:
    """May the person name another officer to see that every group gets the same?"""
    decision = answer(_NAME, who, matter, text=matter.protocol, state="", knows=knows_matter)
    if decision.allowed and decision.rule and is_over(matter):
        return refused(decision.rule, _("Nothing more is offered of this matter, so nobody need see to it."))
    return decision
