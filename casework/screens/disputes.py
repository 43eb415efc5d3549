"""What the pages of disputes show: rows, the two sides, who decides, earlier determinations."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.models import CaseEvent, Determination, Digest, Dispute
from casework.queries.disputes import FIRST, Seat, deciders_of, with_rest
from casework.states import DISPUTE_FACES, DisputeState
from casework.wording import date_time, long_date
from rulebook.citation import Citation
from rulebook.dispute import OUTSIDE, Subject, further_rungs, title_of, who_decides
from rulebook.protocol import Protocol
from rulebook.protocols import protocol
from rulebook.protocols.cites import cited
from rulebook.triage import Rung


@dataclass(frozen=True)
class Row:
    """One line of a list."""

    reference: str
    url: str
    about: str
    line: str
    status: str
    colour: str


@dataclass(frozen=True)
class Said:
    """Something that one side said."""

    by: str
    when: str
    text: str


@dataclass(frozen=True)
class Who:
    """Who decides: in a sentence, why nobody nearer does, and by which paragraphs."""

    sentence: str
    barred: tuple[str, ...]
    cites: tuple[Citation, ...]
    by_day: str


@dataclass(frozen=True)
class Decided:
    """One determination as pages show it."""

    outcome: str
    colour: str
    by: str
    when: str
    reasons: str
    cites: tuple[Citation, ...]
    must_do: str
    must_by: datetime.date | None
    is_overdue: bool
    reference: str = ""
    protocol: str = ""


MOST = 100
COLOURS = {
    Determination.Outcome.FOR_MEMBER.value: "green",
    Determination.Outcome.PARTLY.value: "yellow",
    Determination.Outcome.AGAINST.value: "grey",
}


def rows(disputes: QuerySet[Dispute], *, today: datetime.date, for_member: bool = False) -> list[Row]:
    """The lines of a list, what must be decided first on top; a hundred at most."""
    found = with_rest(disputes)
    return [line_of(one, today, for_member=for_member) for one in found.order_by(*FIRST)[:MOST]]


def line_of(dispute: Dispute, today: datetime.date, *, for_member: bool = False) -> Row:
    """One dispute as a line."""
    status, colour = status_of(dispute, today=today, for_member=for_member)
    return Row(
        reference=dispute.reference,
        url=reverse("dispute", args=[dispute.reference]),
        about=_("About %(case)s, opened on %(day)s")
        % {"case": dispute.case_reference, "day": long_date(timezone.localdate(dispute.opened_at))},
        line=_line(dispute),
        status=status,
        colour=colour,
    )


def _line(dispute: Dispute) -> str:
    if dispute.state == DisputeState.OPENED:
        if dispute.decide_by:
            return _("To be decided by %(day)s") % {"day": long_date(dispute.decide_by)}
        return _("No date is set for the decision")
    owed = _owed(dispute)
    if owed is not None and owed.must_by:
        return _("To be done by %(day)s") % {"day": long_date(owed.must_by)}
    return ""


def _owed(dispute: Dispute) -> Determination | None:
    """What was decided last, while something must still happen because of it."""
    if dispute.state != DisputeState.DETERMINED:
        return None
    made = list(dispute.determinations.all())
    return made[-1] if made and made[-1].must_do else None


def status_of(dispute: Dispute, *, today: datetime.date, for_member: bool) -> tuple[str, str]:
    """The words and the colour of the state; red once a day is past."""
    staff, member, colour = DISPUTE_FACES[DisputeState(dispute.state)]
    owed = _owed(dispute)
    late = dispute.state == DisputeState.OPENED and dispute.decide_by and dispute.decide_by < today
    if late or (owed is not None and owed.must_by and owed.must_by < today):
        return _("Overdue"), "red"
    return _(member if for_member else staff), colour


def who_line(dispute: Dispute, *, on: datetime.date) -> Who:
    """Who decides the dispute on the day, by name where somebody of the portal does."""
    text, rung = protocol(dispute.protocol), Rung(dispute.rung)
    seats, barred = deciders_of(dispute, on=on)
    decider = who_decides(text, Subject(dispute.subject), rung)
    return Who(
        sentence=sentence_of(text, rung, seats, gap=decider.gap),
        barred=tuple(_why_barred(text, seat) for seat in barred),
        cites=decider.cites,
        by_day=long_date(dispute.decide_by) if dispute.decide_by else "",
    )


def sentence_of(text: Protocol, rung: Rung, seats: Iterable[Seat], *, gap: bool) -> str:
    """«Eleanor Quarshie (Monitoring Officer) decides.»"""
    named = list(seats)
    if rung in OUTSIDE:
        words = _("%(whom)s decides. %(names)s records the decision here.")
        return words % {"whom": _capital(_(title_of(text, rung))), "names": _names(text, named)}
    if not named:
        return _("Nobody who may decide this holds a post today. Democratic services can enter who does.")
    if gap:
        return _("The protocol does not say who decides this, so %(names)s does.") % {
            "names": _names(text, named)
        }
    return _("%(names)s decides.") % {"names": _capital(_names(text, named))}


def _names(text: Protocol, seats: Iterable[Seat]) -> str:
    named = [f"{seat.person.name} ({text.title_of(seat.post)})" for seat in seats]
    return _(" or ").join(named) if named else _("democratic services")


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _why_barred(text: Protocol, seat: Seat) -> str:
    words = _("%(name)s, %(title)s, is a party to this dispute or answers to one, and cannot decide it.")
    return words % {"name": seat.person.name, "title": text.title_of(seat.post)}


def member_said(dispute: Dispute) -> list[Said]:
    """What the member said, first to last: the opening, then what was said on going further."""
    first = Said(dispute.opened_by.name, date_time(dispute.opened_at), dispute.member_words)
    return [first, *_content(dispute, "dispute.taken_further")]


def respondent_said(dispute: Dispute) -> list[Said]:
    """What the person whose decision it is said; nothing yet where they have not answered."""
    if dispute.answered_at is None:
        return []
    return [Said(dispute.respondent.name, date_time(dispute.answered_at), dispute.respondent_words)]


def done_said(dispute: Dispute) -> list[Said]:
    """How it was recorded that all is done."""
    return _content(dispute, "dispute.ended")


def _content(dispute: Dispute, kind: str) -> list[Said]:
    events: Iterable[CaseEvent] = dispute.stream.events.filter(kind=kind).select_related("by", "content")
    return [
        Said(event.by.name if event.by else "", date_time(event.at), event.body.get("words", ""))
        for event in events
    ]


def decided(dispute: Dispute, *, today: datetime.date) -> list[Decided]:
    """Each determination of the dispute, the last one first."""
    made = dispute.determinations.select_related("by").order_by("-at", "-pk")
    is_open = dispute.state == DisputeState.DETERMINED
    return [_decided(one, overdue=bool(is_open and one.must_by and one.must_by < today)) for one in made]


def _decided(one: Determination, *, overdue: bool = False) -> Decided:
    text = protocol(one.dispute.protocol)
    rung = Rung(one.rung)
    by = one.by.name
    if one.decided_elsewhere:
        words = _("%(whom)s: %(minute)s. Recorded by %(name)s")
        whom = _capital(_(title_of(text, rung)))
        by = words % {"whom": whom, "minute": one.decided_elsewhere, "name": one.by.name}
    return Decided(
        outcome=str(one.get_outcome_display()),
        colour=COLOURS[one.outcome],
        by=by,
        when=date_time(one.at),
        reasons=one.reasons,
        cites=tuple(cites_of(one.cites)),
        must_do=one.must_do,
        must_by=one.must_by,
        is_overdue=overdue,
    )


def cites_of(lines: str) -> Iterator[Citation]:
    """The sources that a row keeps by their ids, one a line."""
    return (cited(line.strip()) for line in lines.splitlines() if line.strip())


@dataclass(frozen=True)
class Precedent:
    """An earlier determination as others read it: no member, no officer and no resident is named."""

    reference: str
    url: str
    protocol: str
    outcome: str
    colour: str
    when: str
    reasons: str
    cites: tuple[Citation, ...]


def precedents(found: Iterable[Determination], *, open_to: frozenset[int]) -> list[Precedent]:
    """The list; a number is a link where the reader may open that dispute (`open_to`: their keys)."""
    return [_precedent(one, open_to) for one in found]


def _precedent(one: Determination, open_to: frozenset[int]) -> Precedent:
    reference = one.dispute.reference
    return Precedent(
        reference=reference,
        url=reverse("dispute", args=[reference]) if one.dispute_id in open_to else "",
        protocol=protocol(one.dispute.protocol).name,
        outcome=str(one.get_outcome_display()),
        colour=COLOURS[one.outcome],
        when=long_date(timezone.localdate(one.at)),
        reasons=one.reasons,
        cites=tuple(cites_of(one.cites)),
    )


@dataclass(frozen=True)
class DigestRow:
    """A published determination: no number, no member, no officer."""

    pk: int
    title: str
    words: str
    when: str
    outcome: str
    cites: tuple[Citation, ...]


def digests(found: Iterable[Digest]) -> list[DigestRow]:
    """The published determinations, as everybody in post reads them."""
    return [
        DigestRow(
            one.pk,
            one.title,
            one.words,
            long_date(timezone.localdate(one.published_at)),
            str(one.determination.get_outcome_display()),
            tuple(cites_of(one.determination.cites)),
        )
        for one in found
    ]


def further_choices(dispute: Dispute) -> list[tuple[str, str]]:
    """Where the member may go next, as a form offers it."""
    text = protocol(dispute.protocol)
    return [
        (rung.value, _capital(_(title_of(text, rung)))) for rung in further_rungs(text, Rung(dispute.rung))
    ]
