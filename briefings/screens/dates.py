"""Dates on the pages: for officers each with its speakers, rooms and links; for a group its own."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from briefings.models import Attendee, Briefing, Matter, Session, Speaker
from briefings.policies import dates as policies
from briefings.policies import speakers as speaking
from briefings.policies.matters import MatterParts, matter_parts
from briefings.queries.giving import Senior, dates_of, faults_of, others_listed, seniors
from briefings.screens.deciding import Bears
from briefings.states import SESSION_FACES, SessionState
from casework.screens.panels import Link, Panel
from casework.wording import clock_time, long_date
from council.queries import Standing
from rulebook.briefing.given import Safeguard
from rulebook.protocols import protocol


@dataclass(frozen=True)
class SpeakerLine:
    """One officer who speaks; `fault` is why they may not, as the registers stand now."""

    name: str
    words: str
    fault: Bears | None
    off_url: str


@dataclass(frozen=True)
class DateLine:
    """One date as officers see it."""

    title: str
    place: str
    state: str
    colour: str
    because: str
    groups: str
    speakers: tuple[SpeakerLine, ...]
    rooms: tuple[Bears, ...]
    left: tuple[str, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class GroupDate:
    """The date of one group, and who comes."""

    heading: str
    title: str
    place: str
    notes: tuple[str, ...]
    speakers: str
    calendar_url: str
    calendar_text: str
    own: tuple[str, ...]
    others: tuple[str, ...]
    room: Bears | None
    refused: str


def when(session: Session) -> str:
    """«Tuesday 1 December 2026 at 6:30pm, 60 minutes»."""
    minutes = ngettext("%(number)d minute", "%(number)d minutes", session.minutes) % {
        "number": session.minutes
    }
    words = {
        "day": long_date(timezone.localdate(session.starts_at)),
        "time": clock_time(session.starts_at),
        "minutes": minutes,
    }
    return _("%(day)s at %(time)s, %(minutes)s") % words


def dates_panel(who: Standing, matter: Matter) -> Panel | None:
    """Every date of the matter, for officers; nothing of a report."""
    dates = dates_of(matter)
    if not dates and matter.form == "report":
        return None
    parts, at = matter_parts(who, matter), timezone.now()
    people = {one.person_id for session in dates for one in session.speakers.all()}
    senior = seniors(people, matter.protocol)
    lines = []
    for session in dates:
        # Already at hand; asked again it would be a query for each date.
        session.matter = matter
        lines.append(_line(who, session, parts, senior, at))
    return Panel("briefings/giving/dates.html", {"dates": lines})


def _line(
    who: Standing, session: Session, parts: MatterParts, senior: Senior, at: datetime.datetime
) -> DateLine:
    state, colour = SESSION_FACES[SessionState(session.state)]
    rows = list(session.briefings.all())
    return DateLine(
        title=when(session),
        place=session.place,
        state=_(state),
        colour=colour,
        because=session.cancelled_because,
        groups=", ".join(row.group.name for row in rows),
        speakers=tuple(_speakers(session, parts, senior)),
        rooms=tuple(room for row in rows if (room := room_of(row, row.group.name))),
        left=tuple(_left(session)),
        links=tuple(_links(who, session, parts, senior, at)),
    )


def _speakers(session: Session, parts: MatterParts, senior: Senior) -> Iterable[SpeakerLine]:
    faults = {one.speaker.pk: one.answer for one in faults_of(session, senior)}
    may = speaking.naming(session, parts) == ""
    for one in session.speakers.all():
        if one.ended_at is not None:
            continue
        found = faults.get(one.pk)
        url = reverse("briefing-speaker-off", args=[session.matter.reference, one.pk]) if may else ""
        fault = Bears(found.reason, found.cite) if found is not None else None
        yield SpeakerLine(one.person.name, _speaker_words(one), fault, url)


def _speaker_words(one: Speaker) -> str:
    kept = _("Keeps to what may be said.") if one.undertook_at else _("Has not read yet what may be said.")
    words = {"as": one.get_speaks_as_display(), "specialism": one.specialism, "kept": kept}
    if one.specialism:
        return _("%(as)s: %(specialism)s. %(kept)s") % words
    return _("%(as)s. %(kept)s") % words


def _left(session: Session) -> Iterable[str]:
    for one in session.departures.all():
        words = {"name": one.person.name, "left": clock_time(one.left_at)}
        if one.came_back_at is None:
            yield _("%(name)s left at %(left)s when the talk turned political.") % words
        else:
            words["back"] = clock_time(one.came_back_at)
            yield (
                _("%(name)s left at %(left)s when the talk turned political, and came back at %(back)s.")
                % words
            )


def _links(
    who: Standing, session: Session, parts: MatterParts, senior: Senior, at: datetime.datetime
) -> Iterable[Link]:
    args = [session.matter.reference, session.pk]
    speaks = [one for one in session.speakers.all() if one.ended_at is None]
    ids = {one.person_id for one in speaks}
    ways = (
        (
            speaking.undertaking(session, who, speaks),
            "briefing-date-undertake",
            _("Read what may be said, and say that you keep to it"),
        ),
        (speaking.naming(session, parts), "briefing-date-speaker", _("Name a speaker")),
        (
            policies.holding(session, who, parts, at=at, senior=senior),
            "briefing-date-held",
            _("Record that it was held"),
        ),
        (
            policies.leaving(session, who, ids, at=at),
            "briefing-date-left",
            _("Record that you left while the talk was political"),
        ),
        (policies.cancelling(session, parts), "briefing-date-cancel", _("Cancel the date")),
    )
    yield from (Link(text, reverse(name, args=args)) for bar, name, text in ways if not bar)
    if session.state == SessionState.FIXED:
        yield Link(_("Put it in your calendar"), reverse("briefing-date-calendar", args=args))
    elif session.state == SessionState.CANCELLED:
        yield Link(_("Take it out of your calendar"), reverse("briefing-date-calendar", args=args))


def room_of(row: Briefing, group: str) -> Bears | None:
    """What the text says of those on the group’s list who are neither members nor officers; None: nobody."""
    others = others_listed(row)
    if not others:
        return None
    said = protocol(row.protocol).briefings.non_members
    words = {"group": group, "names": ", ".join(others)}
    listed = _("%(group)s lists people who are neither members nor officers: %(names)s.") % words
    sentence = policies.room_fault(row) or (_(said.value.says) if said.value else "")
    if not sentence:
        sentence = _("The protocol does not say what follows where others than members attend.")
    return Bears(f"{listed} {sentence}", said.cites)


def date_panel(who: Standing, row: Briefing) -> Panel | None:
    """A group’s own date and list; nothing before there is one."""
    attendees = list(row.attendees.all())
    session = row.session
    if session is None and not attendees and not row.room_refused_because:
        return None
    if session is None:
        return _panel(_group_date(row, attendees, title=_("No date yet"), place="", notes=(), speakers=""))
    notes = []
    if session.state == SessionState.CANCELLED:
        words = {"because": session.cancelled_because}
        notes.append(_("This date is cancelled. Choose another. The reason given: %(because)s") % words)
    elif Briefing.objects.filter(session=session).exclude(pk=row.pk).exists():
        notes.append(_("It is held together with other groups."))
    speak = session.speakers.filter(ended_at__isnull=True).select_related("person")
    return _panel(
        _group_date(
            row,
            attendees,
            title=when(session),
            place=session.place,
            notes=tuple(notes),
            speakers=", ".join(one.person.name for one in speak),
        )
    )


def _panel(date: GroupDate) -> Panel:
    return Panel("briefings/giving/group_date.html", {"date": date})


def _group_date(
    row: Briefing, attendees: list[Attendee], *, title: str, place: str, notes: tuple[str, ...], speakers: str
) -> GroupDate:
    held = row.given_at is not None
    shown = [one for one in attendees if one.was_there] if held else attendees
    has = row.session is not None
    is_off = row.session is not None and row.session.state == SessionState.CANCELLED
    return GroupDate(
        heading=_("When it was held") if held else _("When it is held"),
        title=title,
        place=place,
        notes=notes,
        speakers=speakers,
        calendar_url=reverse("briefing-calendar", args=[row.reference]) if has and not held else "",
        calendar_text=_("Take it out of your calendar") if is_off else _("Put it in your calendar"),
        own=tuple(one.name for one in shown if one.kind != Attendee.Kind.OTHER),
        others=tuple(one.name for one in shown if one.kind == Attendee.Kind.OTHER),
        room=None if held else room_of(row, row.group.name),
        refused=row.room_refused_because,
    )


def said_of_dates(matter: Matter) -> list[Bears]:
    """What whoever offers dates bears in mind: joint ones where the text has them (HA-4.12)."""
    said = protocol(matter.protocol).briefings.safeguards.get(Safeguard.JOINT)
    own = Bears(_("Every group that took it up may choose one; several may choose the same."), ())
    return [Bears(_(Safeguard.JOINT.says), said), own] if said else [own]


def said_of_speakers(matter: Matter) -> list[Bears]:
    """Who may speak by the text."""
    terms = protocol(matter.protocol).briefings
    said = [Bears(_(one.says), at) for one, at in terms.briefers.items()]
    if terms.senior.value:
        said.append(Bears(_(terms.senior.value.says), terms.senior.cites))
    return said or [Bears(_("The protocol does not say which officers may speak to a group."), ())]


def said_of_rooms(row: Briefing) -> list[Bears]:
    """What the text says of those who are neither members nor officers."""
    said = protocol(row.protocol).briefings.non_members
    if said.value is None:
        return [Bears(_("The protocol does not say what follows where others than members attend."), ())]
    return [Bears(_(said.value.says), said.cites)]


def said_of_politics(matter: Matter) -> list[Bears]:
    """What the text says of officers when the talk turns political."""
    said = protocol(matter.protocol).briefings.political_talk
    if said.value is None:
        return [Bears(_("The protocol does not say what officers do when talk turns political."), ())]
    return [Bears(_(said.value.says), said.cites)]
