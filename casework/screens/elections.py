"""What pages show of elections: the panel of caution, the matters with what becomes of them, the dates."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from casework.models import Election
from casework.queries.elections import as_period, period_on
from casework.rules.elections import ElectionPeriod, Told, effect_of, what_is_stopped
from casework.wording import plain_date
from rulebook.citation import Citation
from rulebook.pre_election import Effect, Matter
from rulebook.protocol import Protocol

COLOURS = {
    Effect.STOPPED: "red",
    Effect.NEEDS_REASON: "yellow",
    Effect.WITH_CARE: "blue",
    Effect.GOES_ON: "green",
}


@dataclass(frozen=True)
class Caution:
    """The panel on a page on which something is done while an election is near."""

    heading: str
    sentence: str
    period: str
    citations: tuple[Citation, ...]
    url: str


@dataclass(frozen=True)
class MatterRow:
    """One matter, and what becomes of it from the notice to the poll."""

    matter: str
    effect: str
    colour: str
    sentence: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class ElectionRow:
    """One election with its days; `standing` is where it stands on the day of the page."""

    name: str
    kind: str
    area: str
    notice: str
    poll: str
    standing: str
    colour: str
    is_over: bool
    holds: bool


def caution(
    matter: Matter, on: datetime.date, *, text: Protocol, wards: Collection[int] | None = None
) -> Caution | None:
    """The panel for the matter on that day under that text; None where it simply goes on. One query."""
    period = period_on(on, wards=wards)
    if period is None:
        return None
    told = what_is_stopped(matter, on, text, (period,), wards)
    return None if told.effect is Effect.GOES_ON else panel(told)


def panel(told: Told, heading: str = "") -> Caution:
    """The panel for what becomes of a matter while an election is near; under its own heading, if given."""
    return Caution(
        heading=heading or _heading(told.effect),
        sentence=gettext(told.sentence),
        period=in_days(told.period) if told.period else "",
        citations=told.citations,
        url=reverse("elections"),
    )


def _heading(effect: Effect) -> str:
    return {
        Effect.STOPPED: gettext("Stopped until the election is over"),
        Effect.NEEDS_REASON: gettext("An election is near: give a reason"),
    }.get(effect, gettext("An election is near: take care"))


def in_days(period: ElectionPeriod) -> str:
    """«Local elections 2027: from 26 March 2027 to 6 May 2027.»"""
    return gettext("%(election)s: from %(notice)s to %(poll)s, both days included.") % {
        "election": period.election,
        "notice": plain_date(period.notice_on),
        "poll": plain_date(period.poll_on),
    }


def matters(text: Protocol) -> list[MatterRow]:
    """Every matter with its effect under the text, in their order."""
    return [_matter(one, effect_of(one, text)) for one in Matter]


def _matter(matter: Matter, told: Told) -> MatterRow:
    return MatterRow(
        gettext(matter.label),
        gettext(told.effect.label),
        COLOURS[told.effect],
        gettext(told.sentence),
        told.citations,
    )


def election_rows(found: Iterable[Election], *, on: datetime.date) -> list[ElectionRow]:
    """As the page lists them: those that hold today and those to come, the next poll first; then those over,
    the last poll first.
    """
    by_poll = sorted(found, key=lambda one: one.poll_on)
    rows = [_row(one, on) for one in by_poll]
    ahead = sorted((row for row in rows if not row.is_over), key=lambda row: not row.holds)
    return [*ahead, *(row for row in reversed(rows) if row.is_over)]


def _row(election: Election, on: datetime.date) -> ElectionRow:
    holds = as_period(election).holds_on(on)
    standing, colour = _standing(election, on, holds=holds)
    return ElectionRow(
        name=election.name,
        kind=election.get_kind_display(),
        area=election.ward.name if election.ward else gettext("The whole area"),
        notice=plain_date(election.notice_on),
        poll=plain_date(election.poll_on),
        standing=standing,
        colour=colour,
        is_over=not holds and election.notice_on <= on,
        holds=holds,
    )


def _standing(election: Election, on: datetime.date, *, holds: bool) -> tuple[str, str]:
    """In words, with the colour of its tag."""
    if holds:
        return gettext("Holds today"), "red"
    if election.called_off_on is not None:
        return gettext("Called off"), "grey"
    return (gettext("To come"), "blue") if election.notice_on > on else (gettext("Over"), "grey")
