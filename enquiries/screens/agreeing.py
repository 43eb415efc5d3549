"""What a case page shows of an offer of another date or reply, while it waits and once it is agreed."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from casework.wording import date_time, long_date
from council.models import Person
from council.queries import Standing
from enquiries.models import Enquiry, Extra, Proposal
from enquiries.policies import agreeing as policies
from enquiries.queries import offer_waiting
from enquiries.screens.conditions import Link
from enquiries.screens.panel import Panel
from enquiries.states import UNANSWERED

Answer = Proposal.Answer


@dataclass(frozen=True)
class Waiting:
    """The offer in words, who has said what, and what the reader may do."""

    text: str
    lines: tuple[str, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Agreed:
    """What both sides agreed, and when."""

    pk: int
    heading: str
    sentence: str
    reply: str


def offers_panel(who: Standing, enquiry: Enquiry) -> Panel | None:
    """The offer that waits, and every one that both sides agreed; refused ones stand in the thread."""
    if not enquiry.may_have(Extra.OFFERS):
        return None
    offer = offer_waiting(enquiry) if enquiry.state in UNANSWERED else None
    agreed = enquiry.proposals.filter(
        ended_at__isnull=False, member_says=Answer.AGREED, senior_says=Answer.AGREED
    ).select_related("member_by__merged_into", "senior_by__merged_into")
    given = {
        "waiting": _waiting(who, enquiry, offer) if offer else None,
        "agreed": [_agreed(enquiry, row) for row in agreed],
    }
    return Panel("enquiries/offers_panel.html", given) if any(given.values()) else None


def _waiting(who: Standing, enquiry: Enquiry, offer: Proposal) -> Waiting:
    return Waiting(offer.message.text, tuple(_lines(offer)), tuple(_links(who, enquiry)))


def _lines(offer: Proposal) -> Iterator[str]:
    yield _says(_("The member"), offer.member_says, offer.member_by)
    yield _says(_("Senior management"), offer.senior_says, offer.senior_by)
    yield _("Nothing changes until both have agreed.")


def _says(side: str, said: str, by: Person | None) -> str:
    if said == Answer.NONE or by is None:
        return _("%(side)s: no answer yet") % {"side": side}
    return _("%(side)s: agreed, by %(name)s") % {"side": side, "name": by.name}


def _links(who: Standing, enquiry: Enquiry) -> Iterator[Link]:
    ways = (
        (_("Answer the offer"), "enquiry-agree", policies.may_agree_as_member, True),
        (_("Agree, or not"), "enquiry-agree-manager", policies.may_agree_as_manager, True),
        (_("Take the offer back"), "enquiry-take-back-offer", policies.may_take_back_offer, False),
    )
    for text, name, policy, is_button in ways:
        if policy(who, enquiry).allowed:
            yield Link(text, reverse(name, args=[enquiry.reference]), is_button)


def _agreed(enquiry: Enquiry, row: Proposal) -> Agreed:
    words = _("Agreed by %(member)s and by %(senior)s for senior management, %(when)s.")
    sentence = words % {
        "member": row.member_by.name if row.member_by else "",
        "senior": row.senior_by.name if row.senior_by else "",
        "when": date_time(row.ended_at) if row.ended_at else "",
    }
    if row.other_date and enquiry.due_on:
        dates = _("The reply is due by %(day)s. It was first due %(first)s.")
        sentence += " " + dates % {"day": long_date(row.other_date), "first": long_date(enquiry.due_on)}
    heading = _("Another date was agreed") if row.other_date else _("Another reply was agreed")
    return Agreed(row.pk, heading, sentence, row.other_reply)
