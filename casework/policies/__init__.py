"""Who may hear of what is no case's own: the alarm about a broken chain, guidance on the codes."""

import datetime

from django.utils.translation import gettext as _

from casework.models import CaseEvent, Guidance
from casework.rules import KEEP_UP_WITH_GUIDANCE
from council.models import Person
from council.policies import may_sign_in
from council.queries import holds_any
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.post import Post

ALARMED = frozenset({Post.MONITORING_OFFICER, Post.DEPUTY_MONITORING_OFFICER})


def may_receive_alarm(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    """The monitoring officer and the deputy of the day hear that it was changed, and their substitutes."""
    return allowed() if holds_any(person, ALARMED, on=on) else unknown()


def may_say_it_is_read(person: Person, guidance: Guidance, on: datetime.date) -> Decision:
    """Whoever is in post, of guidance that holds on the day; one not yet issued is nobody's to know of."""
    in_post = may_sign_in(person, on=on)
    if not in_post.allowed:
        return in_post
    if guidance.issued_on > on:
        return unknown()
    if guidance.withdrawn_on is not None and guidance.withdrawn_on <= on:
        return refused(KEEP_UP_WITH_GUIDANCE, _("This guidance was withdrawn. Nobody need read it now."))
    return allowed(KEEP_UP_WITH_GUIDANCE)
