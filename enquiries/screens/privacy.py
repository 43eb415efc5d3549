"""Panels on who may read a case: the wish for privacy, copies that are asked for, sharing; and the lists."""

import secrets
from dataclasses import dataclass

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from casework.wording import long_date
from council.models import MemberTerm, Person, User
from council.queries import Standing
from enquiries.models import CopyConsent, Enquiry, Extra, Message, Privacy
from enquiries.policies.privacy import (
    may_answer_copy,
    may_give_up_privacy,
    may_read,
    reads_as_colleague,
)
from enquiries.policies.questions.parts import handles_or_routes, speaks_for_member
from enquiries.queries import copyable, sharing_now
from enquiries.screens.panel import Panel
from enquiries.states import OPEN
from rulebook.duty import Duty
from rulebook.protocols import protocol


def privacy_for_member(who: Standing, enquiry: Enquiry) -> Panel | None:
    """What became of the member's wish; once it is declined, whether the enquiry goes on."""
    if enquiry.privacy == Privacy.ORDINARY or not speaks_for_member(who, enquiry):
        return None
    declined = enquiry.messages.filter(kind=Message.Kind.PRIVACY).last()
    given = {
        "privacy": enquiry.privacy,
        "is_open": enquiry.state in OPEN,
        "declined": declined,
        "may_give_up": may_give_up_privacy(who, enquiry).allowed,
        "citations": protocol(enquiry.protocol).cite(Duty.KEEP_PRIVATE),
        "token": secrets.token_urlsafe(24),
    }
    return Panel("enquiries/privacy_for_member.html", given)


def privacy_for_officer(who: Standing, enquiry: Enquiry) -> Panel | None:
    """That it is kept private, and what this means."""
    if enquiry.privacy != Privacy.PRIVATE or not may_read(who, enquiry).allowed:
        return None
    citations = protocol(enquiry.protocol).cite(Duty.KEEP_PRIVATE)
    return Panel("enquiries/privacy_for_officer.html", {"citations": citations})


def letter_words(message: Message) -> str:
    """A letter among others: «Reply, Wednesday 25 November 2026, Dana Whitfield»."""
    return f"{message.get_kind_display()}, {long_date(localdate(message.at))}, {message.by.name}"


def consents_for_member(who: Standing, enquiry: Enquiry) -> Panel | None:
    """Officers ask whether a copy may go to another member; the author alone answers."""
    if not may_answer_copy(who, enquiry).allowed:
        return None
    asked = _waiting(enquiry)
    given = {"asked": asked, "token": secrets.token_urlsafe(24)}
    return Panel("enquiries/consents_for_member.html", given) if asked else None


def consents_for_officer(who: Standing, enquiry: Enquiry) -> Panel | None:
    """What the member was asked and has not answered."""
    asked = _waiting(enquiry) if handles_or_routes(who, enquiry) else []
    return Panel("enquiries/consents_for_officer.html", {"asked": asked}) if asked else None


@dataclass(frozen=True)
class ConsentAsked:
    """One question about a copy, in words."""

    consent: CopyConsent
    letter: str


def _waiting(enquiry: Enquiry) -> list[ConsentAsked]:
    if not enquiry.may_have(Extra.CONSENTS):
        return []
    consents = enquiry.copy_consents.filter(agreed__isnull=True).order_by("asked_at", "pk")
    return [
        ConsentAsked(consent, letter_words(consent.message))
        for consent in consents.select_related("person", "asked_by", "message__by__merged_into")
    ]


def shared_with_reader(who: Standing, enquiry: Enquiry) -> Panel | None:
    """Says to a colleague until when it is shared, and what they do not see."""
    if not reads_as_colleague(who, enquiry):
        return None
    share = sharing_now(enquiry, on=who.on).filter(user__person=who.person).first()
    until = long_date(share.until) if share else ""
    return Panel("enquiries/shared_with_reader.html", {"until": until, "name": enquiry.member.name})


def letters_to_copy(enquiry: Enquiry) -> list[tuple[Message, str]]:
    """Each letter that may be copied, with its words."""
    letters = copyable(enquiry).select_related("by__merged_into").prefetch_related("copies__person")
    return [(message, letter_words(message)) for message in letters]


def colleagues_of(member: Person, who: Standing) -> list[tuple[str, str]]:
    """The other members of the day who have a login: those of the same ward first, each with the ward."""
    terms = MemberTerm.objects.on(who.on).exclude(person=member)
    terms = terms.filter(person__in=User.objects.values("person")).select_related("person", "ward")
    ward = who.term.ward_id if who.term else None
    found = sorted(
        terms.order_by("person__last_name", "person__first_name", "person_id"),
        key=lambda term: ward is None or term.ward_id != ward,
    )
    words = {str(term.person_id): _with_ward(term) for term in found}
    return list(words.items())


def _with_ward(term: MemberTerm) -> str:
    if not term.ward:
        return term.person.name
    return _("%(name)s, %(ward)s") % {"name": term.person.name, "ward": term.ward.name}
