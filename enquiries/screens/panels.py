"""What a case page shows beside the words: the clock, what has happened, who can see the case."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.events import Audience
from casework.models import CaseEvent
from casework.rules import RUNGS, Told, rung_day
from casework.wording import date_time, days, long_date
from council.models import Person
from council.queries import (
    appointment_of,
    colleagues_in,
    holders_of,
    officers_on,
    protocol_in_force,
    standing_of,
    who_covers,
)
from enquiries.clock import Clock
from enquiries.models import Enquiry
from enquiries.queries import asked_for_in_group, sharing_now, told_when_late
from enquiries.screens.rows import is_agreed, is_overdue, status_of, tile_of
from enquiries.states import OPEN, State
from rulebook.post import Post
from rulebook.triage import Asker
from rulebook.triage import Fact as RequestFact

STAFF_READS = frozenset({Audience.EVERYBODY, Audience.STAFF, Audience.HANDLERS})
_MOST_BARS = 31


@dataclass(frozen=True)
class Fact:
    """One line beside the clock."""

    term: str
    text: str
    tag_colour: str = ""
    change_url: str = ""
    change_text: str = ""
    change_what: str = ""


@dataclass(frozen=True)
class ClockPanel:
    """What components/clock_panel.html shows."""

    headline: str
    colour: str
    lead: str
    date: str
    line: str
    days: tuple[bool, ...]
    bar_label: str
    receipt_url: str
    facts: tuple[Fact, ...]


def clock_panel(
    enquiry: Enquiry, *, clock: Clock, today: datetime.date, may_change: bool, may_correct: bool
) -> ClockPanel:
    """The clock of a case for staff; `may_change` and `may_correct` open the links beside their facts."""
    tile = tile_of(enquiry, clock=clock, today=today)
    passed, bar_label = _bar(enquiry, clock=clock, today=today)
    return ClockPanel(
        headline=f"{tile.number} {tile.label}".strip() if tile else _ended(enquiry),
        colour=tile.colour if tile else "grey",
        lead=_lead(enquiry, today=today),
        date=long_date(enquiry.owed_on) if enquiry.owed_on and enquiry.state in OPEN else "",
        line=_line(enquiry, clock=clock),
        days=passed,
        bar_label=bar_label,
        receipt_url=_receipt_url(enquiry),
        facts=tuple(_facts(enquiry, clock, today, may_change=may_change, may_correct=may_correct)),
    )


def _receipt_url(enquiry: Enquiry) -> str:
    """Where the date is worked out; the panel of what is handled elsewhere has the link for a date there."""
    if enquiry.due_on is None or enquiry.state == State.REDIRECTED:
        return ""
    return reverse("enquiry-receipt", args=[enquiry.reference])


def _ended(enquiry: Enquiry) -> str:
    if enquiry.state in OPEN:
        return _("No date set")
    return _(enquiry.face.staff)


def _lead(enquiry: Enquiry, *, today: datetime.date) -> str:
    if is_agreed(enquiry):
        return _("Another date was agreed:")
    if enquiry.state == State.REDIRECTED:
        late = is_overdue(enquiry, today=today)
        return _("An answer was expected there by") if late else _("An answer is expected there by")
    if enquiry.promised_on and enquiry.owed_on == enquiry.promised_on:
        return _("The full reply is promised by")
    return _("Reply was due on") if is_overdue(enquiry, today=today) else _("Reply due")


def _line(enquiry: Enquiry, *, clock: Clock) -> str:
    if enquiry.state not in OPEN:
        return (
            _("Answered on %(day)s.") % {"day": long_date(enquiry.answered_on)} if enquiry.answered_on else ""
        )
    if enquiry.state == State.REDIRECTED and enquiry.due_on is None:
        return ""
    if enquiry.owed_on is None or enquiry.due_on is None:
        return _("The protocol gives no number of days for a reply, and the council has set none.")
    if enquiry.state == State.REDIRECTED or enquiry.owed_on != enquiry.due_on:
        return _("It was first due %(day)s.") % {"day": long_date(enquiry.due_on)}
    before = clock.calendar.last_working_day_on_or_before(enquiry.owed_on)
    if before != enquiry.owed_on:
        return _("The last working day before it: %(day)s.") % {"day": long_date(before)}
    return ""


def _bar(enquiry: Enquiry, *, clock: Clock, today: datetime.date) -> tuple[tuple[bool, ...], str]:
    """One mark for each day of the first limit, and the words for it; none once the case is ended."""
    runs_here = enquiry.state in OPEN and enquiry.state != State.REDIRECTED
    receipt = clock.receipt(enquiry) if runs_here else None
    if receipt is None:
        return (), ""
    days_counted = [line.on for line in receipt.lines if line.counted]
    gone = sum(day <= today for day in days_counted)
    label = _("Day %(gone)d of %(all)d") % {"gone": gone, "all": len(days_counted)}
    if today > receipt.due_on:
        label = _("All %(all)s have passed") % {
            "all": days(len(days_counted), clock.unit(enquiry, today=today))
        }
    if len(days_counted) > _MOST_BARS:
        return (), label
    return tuple(place < gone for place in range(len(days_counted))), label


def _facts(
    enquiry: Enquiry, clock: Clock, today: datetime.date, *, may_change: bool, may_correct: bool
) -> Iterator[Fact]:
    status, colour = status_of(enquiry, today=today, for_staff=True)
    yield Fact(_("Status"), status, tag_colour=colour)
    change = reverse("enquiry-allocate", args=[enquiry.reference]) if may_change else ""
    words = _("Change") if enquiry.owner else _("Choose")
    yield Fact(_("Owner"), _owner(enquiry, today), "", change, words, _("owner"))
    correct = reverse("enquiry-correct", args=[enquiry.reference]) if may_correct else ""
    if enquiry.received_on:
        received = long_date(enquiry.received_on)
        yield Fact(_("Received"), received, "", correct, _("Correct"), _("day received"))
    if enquiry.acknowledged_at:
        yield Fact(_("Acknowledged"), long_date(timezone.localdate(enquiry.acknowledged_at)))
    told = _told_if_late(enquiry, clock, today)
    if told:
        yield Fact(_("If it is late"), told)


def _owner(enquiry: Enquiry, today: datetime.date) -> str:
    if enquiry.owner is None:
        if enquiry.addressee:
            return _("No owner yet. Addressed to %(name)s") % {"name": enquiry.addressee.name}
        return _("No owner yet")
    job = appointment_of(enquiry.owner, on=today)
    return f"{enquiry.owner.name}, {job.job_title}" if job else enquiry.owner.name


def _told_if_late(enquiry: Enquiry, clock: Clock, today: datetime.date) -> str:
    """Who hears of it and when, once the date owed is past: the ladder's own words."""
    if enquiry.state not in OPEN or enquiry.owed_on is None:
        return ""
    rung = next(rung for rung in RUNGS if Told.EXECUTIVE_DIRECTOR in rung.told)
    on = rung_day(rung, enquiry.owed_on, clock.calendar)
    whom, verb = _told(enquiry, today), _("is told on") if on >= today else _("was to be told on")
    return f"{whom} {verb} {long_date(on)}" if whom else ""


def _told(enquiry: Enquiry, today: datetime.date) -> str:
    """The directorate's director, as the text titles the post; the monitoring officer of a confidential case.

    Empty where nobody holds the post: no letter goes out, so none is promised.
    """
    found = told_when_late(enquiry, on=today)
    if found is None:
        return ""
    post, holder = found
    title = protocol_in_force().title_of(post)
    return _("%(name)s, %(title)s,") % {"name": holder.name, "title": title}


@dataclass(frozen=True)
class Happened:
    """One line of the timeline."""

    title: str
    by: str
    when: str
    at: str
    text: str = ""
    link_url: str = ""
    link_text: str = ""


def happened(events: Iterable[CaseEvent]) -> list[Happened]:
    """Newest first, with the reason where the event keeps one."""
    return [
        Happened(
            title=_(event.label),
            by=event.by.name if event.by else _("the system"),
            when=date_time(event.at),
            at=timezone.localtime(event.at).isoformat(timespec="minutes"),
            text=_reason(event),
        )
        for event in events
    ][::-1]


def _reason(event: CaseEvent) -> str:
    facts = {**event.facts, **event.body}
    reason, moved = facts.get("reason"), facts.get("to")
    if moved and facts.get("from"):
        try:
            before, after = (datetime.date.fromisoformat(str(facts[name])) for name in ("from", "to"))
        except ValueError:
            return str(reason or "")
        words = _("From %(before)s to %(after)s.") % {"before": long_date(before), "after": long_date(after)}
        return f"{words} {reason}" if reason else words
    return str(reason or "")


@dataclass(frozen=True)
class Viewers:
    """Who can see a case: by name who has it, by post who sees every such case."""

    names: tuple[str, ...]
    groups: tuple[str, ...]


def who_can_see(enquiry: Enquiry, *, on: datetime.date) -> Viewers:
    """As `queries.visible_to` decides it, in words. Of a confidential case everybody is named, and so is
    everybody of one whose privacy is not settled yet.
    """
    named: dict[int, str] = {enquiry.member_id: enquiry.member.name}
    here = _still_here(enquiry, on)
    _name(named, [enquiry.owner] if enquiry.owner_id in here else [], _("case owner"))
    _name(named, [enquiry.addressee] if enquiry.addressee_id in here else [], _("addressed"))
    if not enquiry.is_for_named:
        _name(named, _standing_in(enquiry, on), _("stands in while they are away"))
    by_assistant = enquiry.facts.get(RequestFact.ASKED_BY.value) == Asker.POLITICAL_ASSISTANT.value
    by_others = bool(enquiry.marking) and enquiry.logged_by_id in here
    if _assistant_sees(enquiry, on) if by_assistant else by_others:
        _name(named, [enquiry.logged_by], _("logged it for the member"))
    officers = [Post.MONITORING_OFFICER, Post.DEPUTY_MONITORING_OFFICER]
    for post in officers:
        _name(named, holders_of(post, on=on), protocol_in_force().title_of(post))
    if enquiry.marking and enquiry.team is None:
        _name(named, holders_of(Post.DEMOCRATIC_SERVICES, on=on), _("democratic services"))
    if enquiry.is_for_named:
        return Viewers(tuple(named.values()), ())
    groups = _of_the_team(enquiry, on) if enquiry.team else []
    if enquiry.is_ordinary:
        groups += [_("The member’s named assistants"), _("Democratic services"), *_of_teams_asked(enquiry)]
        _name_colleagues(named, enquiry, on)
    return Viewers(tuple(named.values()), tuple(groups))


def _standing_in(enquiry: Enquiry, on: datetime.date) -> Iterable[Person]:
    """Who has the everyday work of the owner and the addressee on the day."""
    officers = [one for one in (enquiry.owner, enquiry.addressee) if one]
    return who_covers(officers, on=on).values() if officers else ()


def _of_the_team(enquiry: Enquiry, on: datetime.date) -> list[str]:
    """Those who answer it, and those who answer for them."""
    team = enquiry.team
    if team is None:
        return []
    count = colleagues_in(team, on=on).count()
    return [
        _("The team %(team)s (%(count)d)") % {"team": team.name, "count": count},
        _("The directors of %(name)s") % {"name": team.directorate.name},
    ]


def _of_teams_asked(enquiry: Enquiry) -> list[str]:
    """Teams that were asked for their part of the reply."""
    asked = enquiry.contributions.filter(waived_at__isnull=True).order_by("team__name")
    names = asked.values_list("team__name", flat=True).distinct()
    return [_("The team %(team)s, asked for its part") % {"team": name} for name in names]


def _name_colleagues(named: dict[int, str], enquiry: Enquiry, on: datetime.date) -> None:
    """The members with whom its member shares it."""
    for share in sharing_now(enquiry, on=on):
        words = _("shared by the member until %(day)s") % {"day": long_date(share.until)}
        _name(named, [share.user.person], words)


def _assistant_sees(enquiry: Enquiry, on: datetime.date) -> bool:
    """Whether the political assistant who wrote it still assists a group that the member is in."""
    in_group = asked_for_in_group(standing_of(enquiry.logged_by, on=on))
    return in_group.filter(pk=enquiry.member_id).exists()


def _still_here(enquiry: Enquiry, on: datetime.date) -> set[int]:
    """Who of those whom the case names is an officer on the day: whoever left sees nothing."""
    named = [enquiry.owner_id, enquiry.addressee_id, enquiry.logged_by_id]
    return set(officers_on(on).filter(pk__in=[pk for pk in named if pk]).values_list("pk", flat=True))


def _name(named: dict[int, str], people: Iterable[Person | None], part: str) -> None:
    for person in people:
        if person and person.pk not in named:
            named[person.pk] = f"{person.name}, {part}"
