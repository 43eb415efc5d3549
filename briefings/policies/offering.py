"""May somebody offer a briefing to every group of their own accord; and if not, why not?"""

from django.utils.translation import gettext as _

from briefings.queries import OF_A_DIRECTORATE, directed_by, is_officer
from briefings.queries.answering import groups_on
from briefings.rules import posts_asked
from casework.policies.asking import rule_of
from council.queries import Standing, protocol_in_force, who_act_in
from council.rules import Role
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocol import Protocol


def may_offer(who: Standing) -> Decision:
    """May the person open the form? Whoever groups ask, and the monitoring officer (HA-4.12: what is offered
    to one group is offered to every other).
    """
    text = protocol_in_force()
    rule = rule_of(Duty.SHARE_BRIEFING, text.key)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot do this."))
    if not is_officer(who):
        return refused(rule, _("Officers offer briefings. A political group asks for what it wants."), ())
    asked = _asked_on(who, text)
    if not who.has(Role.MONITORING_OFFICER) and not any(_holds(who, post) for post in asked):
        words = _(
            "Whoever political groups ask here offers them something too (%(posts)s), and the monitoring"
            " officer. Ask one of them to offer it."
        )
        return refused(rule, words % {"posts": ", ".join(text.title_of(post) for post in asked)}, ())
    if not groups_on(who.on).exists():
        return refused(rule, _("The council has no political group today, so nobody can be offered it."), ())
    return allowed(rule)


def _asked_on(who: Standing, text: Protocol) -> list[Post]:
    """Whom groups ask that day: whoever is asked instead of an absent Chief Executive too (WF-4.1)."""
    instead = text.briefings.in_absence.value
    if instead is None or who_act_in(Post.CHIEF_EXECUTIVE, on=who.on):
        return posts_asked(text)
    return [*posts_asked(text), Post(instead.value)]


def _holds(who: Standing, post: Post) -> bool:
    return bool(directed_by(who, post)) if post in OF_A_DIRECTORATE else post in who.posts
