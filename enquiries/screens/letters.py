"""What a letter of an enquiry says: to whom, in which words, who signs, who has a copy."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.letters.sheet import Framed, Section, Sheet, framed, letterhead, paragraphs_of
from casework.wording import long_date, plain_date
from council.queries import appointment_of, term_of
from enquiries.models import Enquiry, IssuedLetter, Message, Privacy
from enquiries.rules import own_letter
from rulebook.protocols import protocol


def letter_of(enquiry: Enquiry, message: Message) -> Sheet:
    """The letter that a message makes, on the council's letterhead, signed as it was issued."""
    number = enquiry.reference
    hidden = bool(marking_of(enquiry))
    # A holding reply is three parts and no letter that somebody typed.
    whole = message.kind != Message.Kind.HOLDING_REPLY
    typed = framed(message.text) if whole else Framed("", (), "")
    return Sheet(
        title=number if hidden else f"{number}: {enquiry.subject}",
        day=plain_date(timezone.localdate(message.at)),
        body=tuple(_body(message, typed)),
        signed=signed(message),
        head=letterhead(),
        marking=marking_of(enquiry),
        reference=number,
        to=(enquiry.member.name,),
        subject="" if hidden else enquiry.subject,
        greeting=typed.greeting or _("Dear %(name)s") % {"name": enquiry.member.short_name},
        ending=typed.ending or _("Yours sincerely"),
        copied=tuple(one.person.name for one in message.copies.select_related("person__merged_into")),
    )


def marking_of(enquiry: Enquiry) -> str:
    """What stands on every page of it: confidential, private, or nothing."""
    if enquiry.is_confidential:
        return _("Confidential")
    return "" if enquiry.privacy == Privacy.ORDINARY else _("Private")


def _body(message: Message, typed: Framed) -> list[Section]:
    """The text; a holding reply in its three parts."""
    if typed.paragraphs:
        return [Section(typed.paragraphs)]
    parts = [
        (_("Why the full reply is late"), message.text),
        (_("What is being done"), message.action),
        (
            _("When you will have the full reply"),
            long_date(message.promised_on) if message.promised_on else "",
        ),
    ]
    return [Section(paragraphs_of(text), heading) for heading, text in parts if text]


def signed(message: Message) -> tuple[str, ...]:
    """The member in whose name it was issued, else the officer who wrote it; with what they are."""
    issued = IssuedLetter.objects.filter(message=message).select_related("signed_by__merged_into").first()
    if issued:
        return (issued.signed_by.name, issued.title)
    job = appointment_of(message.by, on=timezone.localdate(message.at))
    return (message.by.name, job.job_title, job.directorate.name) if job else (message.by.name,)


def own_letter_of(enquiry: Enquiry, text: str, *, on: datetime.date) -> Sheet:
    """A member's own letter to a resident: no number, no name but the member's, and the capacity said."""
    terms = protocol(enquiry.protocol).correspondence
    head = letterhead()
    term = term_of(enquiry.member, on=on)
    if term and term.ward:
        capacity = _(
            "I write as ward member for %(ward)s, in my own capacity, and not on behalf of %(council)s."
        )
        capacity %= {"ward": term.ward.name, "council": head.name}
    else:
        capacity = _("I write as a member, in my own capacity, and not on behalf of %(council)s.")
        capacity %= {"council": head.name}
    return Sheet(
        title=_("A letter from your member"),
        day=plain_date(on),
        body=(Section(paragraphs_of(text)),),
        signed=(enquiry.member.name,),
        head=head if own_letter(terms).on_letterhead else None,
        ending=_("Yours sincerely"),
        capacity=capacity,
    )
