"""The head of a complaint’s page: its stage, who deals with it, its days, and what happens next."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from casework.screens.panels import Link
from casework.wording import date_time, long_date
from complaints.models import Complaint, Handler, Writing
from complaints.policies.parts import KEEPERS, SIDES, Part, parts_of
from complaints.policies.seeing import writings_for
from complaints.rules.raising import at_once
from complaints.screens.next_links import next_link
from complaints.screens.next_steps import NEXT, Reader
from complaints.states import FACES, ComplaintState
from council.queries import Standing
from rulebook.citation import Citation
from rulebook.complaint import Allegation
from rulebook.post import Post
from rulebook.protocols import protocol
from rulebook.wording import gettext_noop

ALLEGED: dict[Allegation, str] = {
    Allegation.CONDUCT: gettext_noop("Conduct"),
    Allegation.PERFORMANCE: gettext_noop("Performance"),
    Allegation.BULLYING: gettext_noop("Bullying"),
    Allegation.PROTOCOL_BREACH: gettext_noop("Breach of the protocol"),
    Allegation.CODE_OF_CONDUCT: gettext_noop("Breach of the members’ code of conduct"),
    Allegation.FRAUD: gettext_noop("Fraud"),
    Allegation.CRIMINALITY: gettext_noop("Crime"),
    Allegation.SAFEGUARDING: gettext_noop("Harm to a child or an adult at risk"),
}
# Of whom the two sides hear that they deal with it; who has a copy is told to whoever complains alone.
_SIDES_HEAR = (Handler.Part.HELPER, Handler.Part.RECIPIENT, Handler.Part.INVESTIGATOR, Handler.Part.DECIDER)


@dataclass(frozen=True)
class Row:
    """One line about the complaint."""

    label: str
    words: str


@dataclass(frozen=True)
class Next:
    """What happens next, by which day, and under which paragraphs; `silence` where the text says nothing.

    `link` leads to the page on which this reader does it; None where it is not theirs to do.
    """

    says: str
    day: str
    is_late: bool
    citations: tuple[Citation, ...]
    silence: str
    link: Link | None


@dataclass(frozen=True)
class CasePage:
    """What the page shows before its panels."""

    title: str
    stage: str
    colour: str
    rows: tuple[Row, ...]
    people: tuple[Row, ...]
    next: Next | None
    keeps: bool


def case_page(who: Standing, complaint: Complaint) -> CasePage:
    """The head of the page for this person: what they may know, and no more."""
    parts = parts_of(who, complaint)
    reader = reader_of(parts)
    face = FACES[ComplaintState(complaint.state)]
    return CasePage(
        title=_title(complaint, reader, is_own=who.person.pk == complaint.complainant_id),
        stage=_(face[0] if reader is Reader.KEEPERS else face[1]),
        colour=face[2],
        rows=tuple(_rows(who, complaint, reader)),
        people=tuple(_people(complaint, reader)),
        next=_next(who, complaint, reader),
        keeps=bool(parts & KEEPERS),
    )


def reader_of(parts: Iterable[Part]) -> Reader:
    """In which of three ways somebody with these parts reads a complaint."""
    if Part.COMPLAINANT in parts:
        return Reader.COMPLAINANT
    return Reader.SUBJECT if Part.SUBJECT in parts else Reader.KEEPERS


def _title(complaint: Complaint, reader: Reader, *, is_own: bool) -> str:
    names = {"by": _named(complaint.complainant), "about": _named(complaint.subject)}
    if reader is Reader.SUBJECT:
        return _("Complaint by %(by)s about you") % names
    if is_own:
        return _("Your complaint about %(about)s") % names
    return _("Complaint by %(by)s about %(about)s") % names


def _named(person: object) -> str:
    return getattr(person, "name", "") or _("somebody outside the council")


def _rows(who: Standing, complaint: Complaint, reader: Reader) -> Iterable[Row]:
    """What is alleged is told to the other side once the complaint itself was shown to it."""
    hears = reader is not Reader.SUBJECT or _reads_every_concern(who, complaint)
    if hears and complaint.alleges:
        yield Row(_("What is alleged"), ", ".join(_(ALLEGED[Allegation(one)]) for one in complaint.alleges))
    if reader is not Reader.SUBJECT:
        yield Row(_("Raised"), date_time(complaint.raised_at))
    days = ((_("Taken up informally"), complaint.informal_on), (_("Received"), complaint.received_on))
    yield from (Row(label, long_date(day)) for label, day in days if day)
    if reader is not Reader.SUBJECT:
        yield from _received(complaint)
    if reader is Reader.KEEPERS:
        told = complaint.subject_told_at
        yield Row(_("The other side"), _told(told))
    if complaint.severity and reader is Reader.KEEPERS:
        yield Row(_("How grave it is"), _(GRADES[complaint.severity]))
    if complaint.decided_at:
        yield Row(_("Decided"), date_time(complaint.decided_at))
    if complaint.ended_on:
        yield Row(_("Ended"), long_date(complaint.ended_on))


def _received(complaint: Complaint) -> Iterable[Row]:
    """What came before it was received, and when it was acknowledged."""
    if complaint.received_on and (before := before_formal(complaint)):
        yield Row(_("Informal stage"), before)
    if complaint.acknowledged_at:
        yield Row(_("Acknowledged"), date_time(complaint.acknowledged_at))


def before_formal(complaint: Complaint) -> str:
    """Whether it was tried informally before it was formal, or why not; nothing where nobody was asked to."""
    if complaint.informal_tried:
        return _("Tried first, and not settled")
    if at_once([Allegation(one) for one in complaint.alleges]):
        return _("Not asked for, because of what is alleged")
    skipped = complaint.writings.filter(kind=Writing.Kind.SKIPPED).exists()
    return _("Passed over, for a reason that is on the file") if skipped else ""


def _reads_every_concern(who: Standing, complaint: Complaint) -> bool:
    """Whether all of it was shown: what is added later is not told by its name to who read the first part."""
    concerns = complaint.writings.filter(kind=Writing.Kind.CONCERN)
    read = writings_for(who, complaint).filter(kind=Writing.Kind.CONCERN).values("pk")
    return concerns.exists() and not concerns.exclude(pk__in=read).exists()


GRADES = {"minor": gettext_noop("Minor"), "serious": gettext_noop("Serious")}


def _told(at: datetime.datetime | None) -> str:
    return _("Told on %(moment)s") % {"moment": date_time(at)} if at else _("Does not know of it yet")


def _people(complaint: Complaint, reader: Reader) -> Iterable[Row]:
    """Who deals with it, by name and post, as this reader may know it."""
    # Whoever was only asked to help stands in the panel of the informal stage, for whoever asked them.
    rows = complaint.handlers.filter(ended_at__isnull=True).select_related("person")
    rows = rows.exclude(part=Handler.Part.HELPER, accepted_at__isnull=True)
    heard = (*_SIDES_HEAR, Handler.Part.COPIED) if reader is Reader.COMPLAINANT else _SIDES_HEAR
    shown = list(Handler.Part) if reader is Reader.KEEPERS else heard
    text = protocol(complaint.protocol)
    for row in rows:
        if row.part in shown:
            title = text.title_of(Post(row.post)) if row.post else ""
            name = f"{row.person.name}, {title}" if title else row.person.name
            yield Row(str(Handler.Part(row.part).label), name)


def _next(who: Standing, complaint: Complaint, reader: Reader) -> Next | None:
    step = NEXT.get(ComplaintState(complaint.state))
    if step is None or not step.says[reader]:
        return None
    day = getattr(complaint, step.day) if step.day and reader is not Reader.SUBJECT else None
    cites = protocol(complaint.protocol).cite(step.duty)
    return Next(
        says=_(step.says[reader]),
        day=long_date(day) if day else "",
        is_late=bool(day and day < who.on),
        citations=cites,
        silence="" if cites else _("The protocol is silent on this; the portal asks it of everybody."),
        link=next_link(who, complaint),
    )


def is_side(who: Standing, complaint: Complaint) -> bool:
    """Whether the person is one of the two sides."""
    return bool(parts_of(who, complaint) & SIDES)
