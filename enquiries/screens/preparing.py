"""What pages show of a reply before it is sent: drafts, approval, parts of other teams."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from casework.wording import date_time
from council.queries import Standing
from enquiries.models import Contribution, Enquiry, Extra, PreparedReply
from enquiries.policies import is_handler, may_reply, preparing
from enquiries.screens.panel import Panel
from enquiries.states import UNANSWERED
from rulebook.decision import Decision

Stage = PreparedReply.Stage


@dataclass(frozen=True)
class Drafting:
    """What stands on the reply page: one's own reply in hand, what colleagues write, what keeps it back."""

    own: PreparedReply | None
    own_waits: bool
    own_returned: bool
    others: tuple[str, ...]
    kept_back: Decision | None
    for_approval: bool

    @property
    def is_kept_back(self) -> bool:
        """Can the reply be sent nowhere now? A decision itself is neither true nor false."""
        return self.kept_back is not None


def drafting(who: Standing, enquiry: Enquiry) -> Drafting:
    """For the officer who writes: whether the reply goes straight, to an approver, or nowhere yet."""
    own = preparing.reply_in_hand(who.person, enquiry)
    straight = preparing.may_send_reply(who, enquiry)
    approval = preparing.may_ask_approval(who, enquiry)
    for_approval = bool(preparing.approvers(enquiry, writer=who.person.pk, on=who.on))
    barred = approval if for_approval else straight
    return Drafting(
        own=own,
        own_waits=own is not None and own.stage == Stage.WAITING,
        own_returned=own is not None and own.stage == Stage.RETURNED,
        others=tuple(_others(who, enquiry)),
        kept_back=None if barred.allowed else barred,
        for_approval=for_approval,
    )


def _others(who: Standing, enquiry: Enquiry) -> list[str]:
    """A sentence for each colleague who writes a reply, too."""
    words = {
        Stage.DRAFT: _("%(name)s has a draft of a reply, saved %(moment)s."),
        Stage.RETURNED: _("%(name)s has a draft of a reply, saved %(moment)s."),
        Stage.WAITING: _("A reply by %(name)s waits for approval since %(moment)s."),
    }
    rows = enquiry.prepared.filter(stage__in=preparing.IN_HAND).exclude(by=who.person).select_related("by")
    return [
        words[Stage(row.stage)] % {"name": row.by.name, "moment": date_time(row.asked_at or row.saved_at)}
        for row in rows.order_by("pk")
    ]


def reply_panel(who: Standing, enquiry: Enquiry) -> Panel | None:
    """On the officers' page: whose reply is in hand, and who may approve it."""
    if enquiry.state not in UNANSWERED or not enquiry.may_have(Extra.PREPARED):
        return None
    if not is_handler(who, enquiry):
        return None
    own, others = preparing.reply_in_hand(who.person, enquiry), _others(who, enquiry)
    if own is None and not others:
        return None
    waiting = preparing.waiting_reply(enquiry)
    names = preparing.approvers(enquiry, writer=waiting.by_id, on=who.on) if waiting else []
    given = {
        "own": own,
        "others": others,
        "names": [person.name for person in names],
        "may_approve": preparing.may_approve(who, enquiry).allowed,
        "may_reply": may_reply(who, enquiry).allowed,
    }
    return Panel("enquiries/reply_in_hand.html", given)


@dataclass(frozen=True)
class Part:
    """One part that another team was asked for, as officers read it."""

    row: Contribution
    is_owed: bool
    is_late: bool


def parts_of(who: Standing, enquiry: Enquiry) -> list[Part]:
    """Every part that was asked for, oldest first."""
    rows = enquiry.contributions.select_related("team", "asked_by", "given_by", "waived_by")
    return [
        Part(row, not (row.given_at or row.waived_at), not row.given_at and row.due_on < who.on)
        for row in rows
    ]


def parts_panel(who: Standing, enquiry: Enquiry) -> Panel | None:
    """On the officers' page: what other teams were asked for, and what they gave."""
    if not enquiry.may_have(Extra.CONTRIBUTIONS):
        return None
    parts = parts_of(who, enquiry) if is_handler(who, enquiry) else []
    if not parts:
        return None
    may_waive = preparing.may_waive_contribution(who, enquiry).allowed
    return Panel("enquiries/parts_panel.html", {"parts": parts, "may_waive": may_waive})
