"""Who may report that a confidence was broken, and to which post the report goes."""

import datetime

from access_rules.models import Document
from access_rules.policies.knowing import knows
from casework.policies.asking import rule_of
from council.models import Person
from council.queries import Standing, holders_of, protocol_in_force
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.duty import Duty
from rulebook.post import Post

_MONITORING = (Post.MONITORING_OFFICER, Post.DEPUTY_MONITORING_OFFICER)


def may_report(who: Standing, document: Document | None) -> Decision:
    """Whether the person may report a breach: whoever is in post; of a document, whoever may know of it."""
    rule = rule_of(Duty.HANDLE, protocol_in_force().key)
    if not who.in_post:
        return refused(rule)
    if document is not None and not knows(who, document):
        return unknown()
    return allowed(rule)


def goes_to(about: Person | None, *, on: datetime.date) -> Post:
    """The post that reads it: the monitoring officer, or the head of paid service where that one is named."""
    if about is not None and any(about in holders_of(post, on=on) for post in _MONITORING):
        return protocol_in_force().complaints.head_of_paid_service.values[0]
    return Post.MONITORING_OFFICER
