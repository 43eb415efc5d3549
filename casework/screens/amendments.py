"""What the pages of amendments show: the list, one amendment, whom it waits for, what the reader can do."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casework.events import Audience
from casework.models import Amendment, AmendmentWords, Consulted, MinorEdit
from casework.policies import amendments as policies
from casework.queries import timeline
from casework.queries.amendments import keeps as keeps_amendments
from casework.queries.amendments import taken_back_at
from casework.screens.happened import Happened, happened
from casework.screens.panels import Link
from casework.states import AMENDMENT_FACES, AmendmentState
from casework.wording import amount, date_time, long_date, plain_date
from council.queries import Standing
from rulebook.comparing import Piece, pieces
from rulebook.decision import Decision, Outcome
from rulebook.duty import Duty
from rulebook.protocols import protocol


@dataclass(frozen=True)
class Row:
    """One amendment in a list (amendments/rows.html)."""

    url: str
    title: str
    line: str
    next_step: str
    status: str
    colour: str


@dataclass(frozen=True)
class AskedRow:
    """Whoever was asked: until when, what came of it, and the way to put the answer on record."""

    name: str
    until: str
    answer: str
    answer_url: str


@dataclass(frozen=True)
class Said:
    """Words that a member or officer sent."""

    by: str
    when: str
    words: str


@dataclass(frozen=True)
class Edit:
    """One line of the log of minor edits."""

    line: str
    why: str
    pieces: tuple[Piece, ...]


def rows(amendments: Iterable[Amendment], *, on: datetime.date) -> list[Row]:
    """The lines of the list."""
    return [_row(one, on) for one in amendments]


def _row(amendment: Amendment, on: datetime.date) -> Row:
    status, colour = status_of(amendment)
    line = _("%(number)s, begun on %(day)s by %(name)s") % {
        "number": amendment.reference,
        "day": plain_date(timezone.localdate(amendment.drafted_at)),
        "name": amendment.drafted_by.name,
    }
    url = reverse("amendment", args=[amendment.reference])
    return Row(url, amendment.title, line, next_step(amendment, on=on), status, colour)


def status_of(amendment: Amendment) -> tuple[str, str]:
    """The words and the colour of the state."""
    staff, _member, colour = AMENDMENT_FACES[AmendmentState(amendment.state)]
    return _(staff), colour


def next_step(amendment: Amendment, *, on: datetime.date) -> str:
    """What comes next, in a sentence."""
    return _NEXT[AmendmentState(amendment.state)](amendment, on)


def _consulted(amendment: Amendment, on: datetime.date) -> str:
    day = amendment.answer_by or on
    if day < on:
        return _("The consultation ended on %(day)s. The committee recommends next.") % {
            "day": long_date(day)
        }
    return _("Everybody can send words to it until %(day)s.") % {"day": long_date(day)}


def _recommended(amendment: Amendment, on: datetime.date) -> str:
    words = _("%(committee)s recommended it on %(day)s (%(minute)s). The council decides next.")
    return words % {
        "committee": amendment.recommended_by,
        "day": long_date(amendment.recommended_on or on),
        "minute": amendment.recommended_minute,
    }


def _adopted(amendment: Amendment, on: datetime.date) -> str:
    day = amendment.from_on or on
    words = (
        _("It holds from %(day)s (%(minute)s).") if day > on else _("In force since %(day)s (%(minute)s).")
    )
    return words % {"day": long_date(day), "minute": amendment.minute}


_NEXT: dict[AmendmentState, Callable[[Amendment, datetime.date], str]] = {
    AmendmentState.DRAFTED: lambda amendment, on: _("It is drafted, then sent out to consultation."),
    AmendmentState.CONSULTED: _consulted,
    AmendmentState.RECOMMENDED: _recommended,
    AmendmentState.MINUTED: lambda amendment, on: _("A second person confirms that the council adopted it."),
    AmendmentState.ADOPTED: _adopted,
    AmendmentState.ABANDONED: lambda amendment, on: _("It was given up."),
}


def facts_of(amendment: Amendment) -> list[tuple[str, str]]:
    """What stands of it, label by label."""
    found = [
        (_("Text"), protocol(amendment.protocol).name),
        (_("Takes its place"), protocol(amendment.target).name if amendment.replaces else ""),
        (_("Why"), amendment.why),
        (_("Begun by"), amendment.drafted_by.name),
        (_("Answers by"), long_date(amendment.answer_by) if amendment.answer_by else ""),
        (_("Recommended by"), _recommendation(amendment)),
        (_("Minute of the council"), amendment.minute),
        (_("Holds from"), long_date(amendment.from_on) if amendment.from_on else ""),
        (_("Put on record by"), amendment.minuted_by.name if amendment.minuted_by else ""),
        (_("Confirmed by"), amendment.adopted_by.name if amendment.adopted_by else ""),
        (_("The last reason given"), amendment.because),
    ]
    return [(label, words) for label, words in found if words]


def _recommendation(amendment: Amendment) -> str:
    if amendment.recommended_on is None:
        return ""
    day = long_date(amendment.recommended_on)
    return f"{amendment.recommended_by}, {day} ({amendment.recommended_minute})"


_WAYS: tuple[tuple[str, Callable[[], str], Callable[[Standing, Amendment], Decision]], ...] = (
    ("amendment-say", lambda: _("Send words to it"), policies.may_say),
    ("amendment-paragraphs", lambda: _("Draft its paragraphs"), policies.may_change_amendment),
    ("amendment-term", lambda: _("Add or take out a local term"), policies.may_change_amendment),
    (
        "amendment-consult",
        lambda: _("Send it out to consultation, or ask more people"),
        policies.may_send_out,
    ),
    ("amendment-minor-edits", lambda: _("Make a minor edit"), policies.may_edit_amendment),
    ("amendment-recommend", lambda: _("Record the committee’s recommendation"), policies.may_recommend),
    ("amendment-adopt", lambda: _("Record the council’s minute"), policies.may_record_adoption),
    ("amendment-confirm", lambda: _("Confirm the adoption, or send it back"), policies.may_confirm_adoption),
    ("amendment-reopen", lambda: _("Take it back to the draft"), policies.may_reopen_draft),
    ("amendment-abandon", lambda: _("Give it up"), policies.may_abandon),
)
_TELL_WHY = ("amendment-adopt", "amendment-confirm")


def ways(who: Standing, amendment: Amendment) -> tuple[list[Link], list[Decision]]:
    """What the person can do now; and why it cannot be adopted yet, where they would."""
    links, why = [], []
    for name, words, may in _WAYS:
        decision = may(who, amendment)
        if decision.allowed:
            links.append(Link(words(), reverse(name, args=[amendment.reference])))
        elif name in _TELL_WHY and decision.outcome is Outcome.REFUSED and _waits(amendment, name):
            why.append(decision)
    return links, why if keeps_amendments(who) else []


def _waits(amendment: Amendment, name: str) -> bool:
    """Is this the step that comes next?"""
    states = {"amendment-adopt": AmendmentState.RECOMMENDED, "amendment-confirm": AmendmentState.MINUTED}
    return bool(amendment.state == states[name])


def asked(who: Standing, amendment: Amendment) -> list[AskedRow]:
    """Whoever was asked by name; the answer itself is read by whoever drafts, and by who gave it."""
    since = taken_back_at(amendment)
    return [
        _asked(who, one, is_earlier=since is not None and one.asked_at <= since)
        for one in amendment.consulted.select_related("amendment", "person")
    ]


def _asked(who: Standing, row: Consulted, *, is_earlier: bool) -> AskedRow:
    may = policies.may_record_answer(who, row).allowed
    url = reverse("amendment-answer", args=[row.amendment.reference, row.pk]) if may else ""
    answer = _("No answer yet")
    if row.answered_on is not None:
        answer = _("Answered on %(day)s") % {"day": plain_date(row.answered_on)}
        if keeps_amendments(who) or row.person_id == who.person.pk:
            answer = _("%(answered)s: %(words)s") % {"answered": answer, "words": row.answer}
    elif row.answer_by < who.on:
        answer = _("No answer by that day")
    name = _("%(name)s, about an earlier draft") % {"name": row.name} if is_earlier else row.name
    return AskedRow(name, plain_date(row.answer_by), answer, url)


def said(who: Standing, amendment: Amendment) -> list[Said]:
    """The words that were sent: all for whoever drafts, one’s own for everybody else."""
    found = AmendmentWords.objects.filter(amendment=amendment).select_related("by__merged_into")
    if not keeps_amendments(who):
        found = found.filter(Q(by=who.person) | Q(by__merged_into=who.person))
    since = taken_back_at(amendment)
    return [Said(one.by.name, _when(one, since), one.words) for one in found]


def _when(row: AmendmentWords, since: datetime.datetime | None) -> str:
    moment = date_time(row.at)
    is_earlier = since is not None and row.at <= since
    return _("%(moment)s, about an earlier draft") % {"moment": moment} if is_earlier else moment


def minor_edits(amendment: Amendment) -> list[Edit]:
    """The log, in the order of the edits."""
    return [_edit(one) for one in amendment.minor_edits.select_related("by__merged_into")]


def _edit(row: MinorEdit) -> Edit:
    line = _("Paragraph %(anchor)s, %(when)s by %(name)s. %(consulted)s was consulted on %(day)s.") % {
        "anchor": row.anchor,
        "when": date_time(row.at),
        "name": row.by.name,
        "consulted": row.consulted,
        "day": plain_date(row.consulted_on),
    }
    return Edit(line, row.why, pieces(row.words_before, row.words_after))


def terms(amendment: Amendment) -> list[tuple[str, str, str]]:
    """The local terms that come with it: what about, how long, by which paragraph."""
    return [
        (_(Duty(one.duty).label), amount(one.value, one.unit), one.paragraph) for one in amendment.terms.all()
    ]


def story(who: Standing, amendment: Amendment) -> list[Happened]:
    """What has happened, newest first; what changed in the draft is for whoever drafts."""
    audience = {Audience.EVERYBODY, Audience.STAFF} if keeps_amendments(who) else {Audience.EVERYBODY}
    return happened(timeline(amendment.stream, audience=frozenset(audience)))


def in_brief(amendment: Amendment) -> str:
    """How much it changes: «2 paragraphs and 1 local term», or that another text takes the place."""
    if amendment.replaces:
        return _("Another text takes the place of the one in force.")
    paragraphs = amendment.paragraphs.count()
    found = ngettext("%(number)d paragraph", "%(number)d paragraphs", paragraphs) % {"number": paragraphs}
    number = amendment.terms.count()
    also = ngettext("%(number)d local term", "%(number)d local terms", number) % {"number": number}
    return _("It changes %(paragraphs)s and %(terms)s.") % {"paragraphs": found, "terms": also}
