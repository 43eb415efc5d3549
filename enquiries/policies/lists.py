"""Which lists are for whom; what stands in a list is decided by its query alone."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from council.queries import Standing
from council.rules import Role
from rulebook.decision import Decision, allowed, refused
from rulebook.post import Post
from rulebook.rule import Rule

_OWN_LISTS = Rule("enquiries.own-lists", "Each post has the lists that its work needs.")


def _for(who: Standing, roles: tuple[Role, ...], sentence: str | Promise) -> Decision:
    return allowed(_OWN_LISTS) if who.has(*roles) else refused(_OWN_LISTS, str(sentence))


def may_open_officer_lists(who: Standing) -> Decision:
    """«My cases»."""
    return _for(who, (Role.OFFICER,), _("These lists are for officers."))


def may_open_team_cases(who: Standing) -> Decision:
    """«Team cases»: whoever directs by a post alone, with no job in a team, has the directorate’s there."""
    return _for(who, (Role.OFFICER, Role.DIRECTOR), _("These lists are for officers."))


def may_open_directorate(who: Standing) -> Decision:
    """A director's summary."""
    return _for(who, (Role.DIRECTOR,), _("This page is for directors."))


def may_open_to_route(who: Standing) -> Decision:
    """«To route»."""
    return _for(
        who,
        (Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER),
        _("This list is for democratic services and the monitoring officer."),
    )


def may_open_all_cases(who: Standing) -> Decision:
    """«All cases»."""
    return may_open_to_route(who)


def may_hand_over_cases(who: Standing) -> Decision:
    """All open cases of an officer who leaves, to another in one go."""
    return _for(
        who,
        (Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER),
        _("Only democratic services and the monitoring officer hand over all of somebody’s cases."),
    )


def may_open_dashboard(who: Standing) -> Decision:
    """Figures of all cases, of a directorate, of a team, or a group’s counts: of what the viewer may see."""
    if Post.GROUP_LEADER in who.posts and who.group_id is not None:
        return allowed(_OWN_LISTS)
    return _for(
        who,
        (Role.OFFICER, Role.DIRECTOR, Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER),
        _("Figures are for officers, for leaders of political groups and for the monitoring officer."),
    )


def may_decide_from_dashboard(who: Standing) -> Decision:
    """What waits for a decision, what was refused and what did not arrive: above the figures."""
    return _for(who, (Role.MONITORING_OFFICER,), _("This part is for the monitoring officer."))
