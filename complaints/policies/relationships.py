"""Who declares a close relationship, who reads of it, ends it, and writes down what was settled."""

from django.utils.translation import gettext as _

from casework.policies.asking import rule_of
from complaints.queries.relationships import kind_of, known_to, told_to
from council.models import Relationship
from council.queries import Standing, protocol_in_force
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.duty import Duty
from rulebook.rule import Rule


def _rule() -> Rule:
    return rule_of(Duty.DECLARE_RELATIONSHIP, protocol_in_force().key)


def may_declare_relationship(who: Standing) -> Decision:
    """May the person declare one? Members and officers of today do, each for themself."""
    if kind_of(who) is not None:
        return allowed(_rule())
    return refused(
        _rule(), _("Only a member or an officer of today declares a relationship, each their own.")
    )


def may_see_relationship(who: Standing, row: Relationship) -> Decision:
    """May the person know of it? The two, and whoever is told of it; to anybody else there is none."""
    if known_to(who).filter(pk=row.pk).exists():
        return allowed(_rule())
    return unknown()


def may_end_relationship(who: Standing, row: Relationship) -> Decision:
    """May the person say that it is over? Whoever declared it, once."""
    seen = may_see_relationship(who, row)
    if not seen.allowed:
        return seen
    if row.person_id != who.person.pk:
        return refused(_rule(), _("Whoever declared it says that it is over."))
    if row.to_on is not None:
        return refused(_rule(), _("It is entered already that this is over."))
    return allowed(_rule())


def may_write_down_settled(who: Standing, row: Relationship) -> Decision:
    """May the person write down what they advised, or what the two settled (WF-3.8, 3.9)? Once."""
    seen = may_see_relationship(who, row)
    if not seen.allowed:
        return seen
    if not told_to(who).filter(pk=row.pk).exists():
        return refused(_rule(), _("Whoever was told of it writes down what was settled."))
    if row.settled:
        return refused(_rule(), _("It is written down already what was settled."))
    return allowed(_rule())
