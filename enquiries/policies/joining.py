"""Enquiries on one matter: who may link two, take a link away, merge two of one member."""

from django.utils.translation import gettext as _

from council.queries import Standing
from enquiries.models import Enquiry
from enquiries.policies.asking import answer, rule_of
from rulebook.decision import Decision, refused
from rulebook.duty import Duty


def may_link(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person link it with another, or take a link away? Asked of each of the two.

    Never of what is confidential or private: a link would tell whoever sees the other that it exists.
    """
    decision = answer("link", who, enquiry)
    if decision.allowed and not enquiry.is_ordinary:
        return refused(
            rule_of(Duty.KEEP_CONFIDENTIAL, enquiry.protocol),
            _("This enquiry is confidential or private, so it is linked with no other."),
        )
    return decision


def may_merge(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person merge it with another of the same member? Asked of each of the two."""
    return answer("merge", who, enquiry)


def may_merge_two(who: Standing, first: Enquiry, second: Enquiry) -> Decision:
    """The same of both together: one member's, one text's, read by the same people."""
    decisions = [may_merge(who, enquiry) for enquiry in (first, second)]
    barred = [decision for decision in decisions if not decision.allowed]
    if barred:
        return barred[0]
    rule = rule_of(Duty.JOIN, first.protocol)
    if first.pk == second.pk:
        return refused(rule, _("Choose another enquiry than this one."))
    if first.member_id != second.member_id:
        return refused(rule, _("These are enquiries of two members. Link them instead."))
    if (first.is_confidential, first.privacy) != (second.is_confidential, second.privacy):
        return refused(rule, _("One of the two is not for the same readers as the other. They stay apart."))
    if first.protocol != second.protocol:
        return refused(rule, _("The two are under different protocols, so they stay apart."))
    return decisions[0]
