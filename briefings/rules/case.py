"""A request of which everything is known, and the officers whom the text names for it."""

from dataclasses import dataclass

from briefings.rules.facts import Organiser, RequestedBy, Speaker
from rulebook.briefing.given import Briefer
from rulebook.briefing.request import Decider, Form
from rulebook.post import Post
from rulebook.protocol import Protocol


@dataclass(frozen=True)
class Case:
    """A request without an unknown fact; the fields are those of `Facts`."""

    requested_by: RequestedBy
    asked_of: Post
    form: Form
    council_business: bool
    seeks_confidential: bool
    party_political: bool
    non_members_attending: bool
    organised_by: Organiser | None
    briefer: Speaker | None
    accompanied_by: Speaker | None
    junior_has_specialist_knowledge: bool
    nominated_by_director: bool
    representative: bool
    chief_executive_absent: bool
    deemed_unreasonable: bool
    already_briefed_another_group_on_this: bool
    recommends: bool
    other_groups: int

    @property
    def in_person(self) -> bool:
        """Whether an officer meets the group; a report is only read."""
        return self.form is not Form.REPORT


def is_asked(protocol: Protocol, case: Case) -> bool:
    """Whether the request went to an officer whom the text names, by a post or by one that takes it in.

    While the Chief Executive is absent, that is also whoever the text names instead (WF-4.1).
    """
    terms = protocol.briefings
    substitute = terms.in_absence.value
    if case.chief_executive_absent and substitute is not None and case.asked_of is Post(substitute):
        return True
    named = {Post(one.value) for one in terms.asked}
    return not named.isdisjoint(protocol.complaints.counts_as(_as_named(protocol, case.asked_of)))


def is_nominated(protocol: Protocol, case: Case) -> bool:
    """Whether a Director named the officer, where the text lets Directors do so (WO-E-9.3.32k)."""
    return case.nominated_by_director and Briefer.NOMINEE in protocol.briefings.briefers


def decider(protocol: Protocol, case: Case) -> Post:
    """Who decides whether the request is met, or whoever stands in by the text; else the monitoring officer.

    Of a request to somebody whom the text does not name, the first whom it does; the Director of a nominee.
    """
    terms = protocol.briefings
    if terms.decided_by.value is None:
        return Post.MONITORING_OFFICER
    if case.chief_executive_absent and terms.in_absence.value is not None:
        return Post(terms.in_absence.value)
    if terms.decided_by.value is not Decider.WHO_IS_ASKED:
        return Post(terms.decided_by.value)
    if is_asked(protocol, case):
        return _as_named(protocol, case.asked_of)
    return Post.DIRECTOR if is_nominated(protocol, case) else Post(next(iter(terms.asked)))


def _as_named(protocol: Protocol, post: Post) -> Post:
    """The head of paid service by the post that the text gives that officer."""
    head = protocol.complaints.head_of_paid_service.values[0]
    return head if post is Post.HEAD_OF_PAID_SERVICE else post
