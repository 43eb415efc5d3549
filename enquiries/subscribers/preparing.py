"""The letters of approval, of other teams' parts, and of enquiries that became one."""

from collections.abc import Iterable

from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.events import EventKind
from casework.models import CaseEvent
from council.models import Person
from council.queries import colleagues_in
from enquiries import events
from enquiries.models import Contribution, Enquiry, PreparedReply
from enquiries.policies import preparing
from enquiries.subscribers import recipients as to
from enquiries.subscribers.plan import Plan
from enquiries.subscribers.words import says


def _approvers(enquiry: Enquiry, event: CaseEvent) -> Iterable[Person | None]:
    """Who may approve what the writer asks for, on that day."""
    return preparing.approvers(enquiry, writer=event.by_id or 0, on=localdate(event.at))


def _writer(enquiry: Enquiry, event: CaseEvent) -> Iterable[Person | None]:
    """Who wrote the reply."""
    reply = PreparedReply.objects.filter(pk=event.facts.get("prepared")).select_related("by").first()
    return [reply.by] if reply else []


def _part(event: CaseEvent) -> Contribution | None:
    rows = Contribution.objects.filter(pk=event.facts.get("contribution"))
    return rows.select_related("team", "asked_by").first()


def _asked_team(enquiry: Enquiry, event: CaseEvent) -> Iterable[Person | None]:
    """The officers of the team that was asked."""
    part = _part(event)
    return colleagues_in(part.team, on=localdate(event.at)) if part else []


def _asker(enquiry: Enquiry, event: CaseEvent) -> Iterable[Person | None]:
    """Who asked for the part, and who has the case now."""
    part = _part(event)
    return [part.asked_by if part else None, enquiry.owner]


def _member_alone(enquiry: Enquiry, event: CaseEvent) -> Iterable[Person | None]:
    """Whose both are; whoever wrote or answers the one may not know of the other, and gets no number."""
    return [enquiry.member]


def _goes_on(enquiry: Enquiry, event: CaseEvent) -> tuple[str, str]:
    into = enquiry.merged_into
    words = gettext("%(reference)s goes on as %(into)s. Nothing that was said is lost.")
    return gettext("Two enquiries are one now"), words % {
        "reference": enquiry.reference,
        "into": into.reference if into else "",
    }


PLANS: dict[EventKind, tuple[Plan, ...]] = {
    events.APPROVAL_ASKED: (
        Plan(
            _approvers,
            says(_("A reply to approve"), _("A reply to %(reference)s waits for you."), with_date=True),
        ),
    ),
    events.REPLY_APPROVED: (
        Plan(
            _writer, says(_("Your reply was sent"), _("Your reply to %(reference)s was approved and sent."))
        ),
    ),
    events.REPLY_RETURNED: (
        Plan(
            _writer,
            says(
                _("Your reply needs a change"),
                _("Your reply to %(reference)s was sent back to you, with words that say why."),
                with_date=True,
            ),
        ),
    ),
    events.CONTRIBUTION_ASKED: (
        Plan(
            _asked_team,
            says(_("Your team’s part is asked for"), _("The reply to %(reference)s needs your team’s part.")),
        ),
    ),
    events.CONTRIBUTION_LATE: (
        Plan(
            _asked_team,
            says(_("Your team’s part is late"), _("The reply to %(reference)s waits for your team’s part.")),
        ),
        Plan(
            _asker,
            says(
                _("Another team’s part is late"),
                _("The reply to %(reference)s waits for another team’s part."),
                with_date=True,
            ),
        ),
    ),
    events.CONTRIBUTION_GIVEN: (
        Plan(
            _asker,
            says(
                _("Another team gave its part"),
                _("A part that the reply to %(reference)s waited for is there."),
                with_date=True,
            ),
        ),
    ),
    events.MERGED_INTO: (
        Plan(_member_alone, _goes_on),
        Plan(
            to.everybody,
            says(
                _("Two enquiries are one now"),
                _("%(reference)s goes on in another enquiry of the member. Nothing that was said is lost."),
            ),
        ),
    ),
    events.TOOK_IN: (
        Plan(
            to.officer,
            says(
                _("Another enquiry is part of yours"),
                _("Another enquiry of the same member goes on in %(reference)s."),
                with_date=True,
            ),
        ),
    ),
}
