"""What the pages of questions show: rows, one question with its answer, and published readings."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from access_rules.models import Advice
from access_rules.queries.advice import advisers_of, readings_of
from access_rules.states import ADVICE_FACES, AdviceState
from casework.wording import date_time, long_date, plain_date, shortened
from council.queries import Standing, protocol_in_force
from council.queries.versions import words_adopted
from rulebook.advice import adviser, advisers, has_paragraph, prevails
from rulebook.citation import Citation
from rulebook.duty import Duty
from rulebook.guide import where
from rulebook.obligations import obligations, obligations_at
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.protocols import protocol
from rulebook.protocols.cites import cited
from rulebook.text import paragraph

MOST = 100
SHOWN_OF_READING = 90
SHOWN_OF_PARAGRAPH = 70


@dataclass(frozen=True)
class Row:
    """One line of a list."""

    reference: str
    url: str
    line: str
    due: str
    status: str
    colour: str


@dataclass(frozen=True)
class About:
    """A paragraph: its words as they read today, what it is called, and where it stands."""

    anchor: str
    words: str
    label: str
    url: str


@dataclass(frozen=True)
class Reading:
    """A published reading: its number and day, the paragraph, its words, and whether it prevails there."""

    reference: str
    url: str
    words: str
    published: str
    about: About | None
    binds: bool
    cites: tuple[Citation, ...]


@dataclass(frozen=True)
class Shown:
    """One question as its page shows it."""

    asked: str
    by: str
    question: str
    about: About | None
    goes_to: str
    due: str
    is_overdue: bool
    answer: str
    answered: str
    cites: tuple[Citation, ...]
    follows: Reading | None
    reading: Reading | None
    draft: str


def rows(found: Iterable[Advice], *, today: datetime.date, for_staff: bool) -> list[Row]:
    """The lines of a list, in the order in which they come; a hundred at most."""
    return [_row(one, today, for_staff) for one in list(found)[:MOST]]


def _row(advice: Advice, today: datetime.date, for_staff: bool) -> Row:
    status, colour = status_of(advice, today=today, for_staff=for_staff)
    day = long_date(timezone.localdate(advice.asked_at))
    line = (
        _("Asked by %(name)s on %(day)s") % {"name": advice.asked_by.name, "day": day}
        if for_staff
        else _("Asked on %(day)s") % {"day": day}
    )
    return Row(
        advice.reference,
        reverse("advice-question", args=[advice.reference]),
        line,
        _due(advice),
        status,
        colour,
    )


def _due(advice: Advice) -> str:
    if advice.state != AdviceState.ASKED or not advice.answer_by:
        return ""
    return _("The answer is due by %(day)s") % {"day": long_date(advice.answer_by)}


def is_overdue(advice: Advice, *, today: datetime.date) -> bool:
    """Whether its date is past and it is not answered."""
    return bool(advice.state == AdviceState.ASKED and advice.answer_by and advice.answer_by < today)


def status_of(advice: Advice, *, today: datetime.date, for_staff: bool) -> tuple[str, str]:
    """The words and the colour of the state; red once its day is past."""
    if is_overdue(advice, today=today):
        return _("Overdue"), "red"
    staff, member, colour = ADVICE_FACES[AdviceState(advice.state)]
    return _(staff if for_staff else member), colour


def about(text: Protocol, anchor: str, adopted: Mapping[str, str] | None = None) -> About | None:
    """The paragraph of that anchor as it reads today; None where the text has none.

    `adopted` are the words that the council gave to the text, where a list has read them already.
    """
    if not anchor or not has_paragraph(text, anchor):
        return None
    since = _adopted(text) if adopted is None else adopted
    words = since.get(anchor, paragraph(text.key, anchor).shown)
    words = words or _("The council has taken this paragraph out.")
    return About(anchor, words, where(text, anchor).label, _url(text, anchor))


def _adopted(text: Protocol) -> Mapping[str, str]:
    return words_adopted(text.key, on=timezone.localdate())


def _url(text: Protocol, anchor: str) -> str:
    in_force = text.key == protocol_in_force().key
    page = reverse("protocol") if in_force else reverse("protocol-text", args=[text.key])
    return f"{page}#{anchor}"


def reading(
    advice: Advice,
    *,
    open_to: frozenset[int] = frozenset(),
    adopted: Mapping[str, str] | None = None,
) -> Reading:
    """The reading as everybody reads it; its number is a link where the question is the reader’s to see."""
    text = protocol(advice.protocol)
    cites = prevails(text)
    return Reading(
        reference=advice.reference,
        url=reverse("advice-question", args=[advice.reference]) if advice.pk in open_to else "",
        words=advice.reading,
        published=plain_date(advice.published_on) if advice.published_on else "",
        about=about(text, advice.reading_of, adopted),
        binds=bool(cites),
        cites=cites,
    )


def readings_beside(text: Protocol) -> dict[str, list[Reading]]:
    """The published readings of a text by the paragraph beside which each stands."""
    found: dict[str, list[Reading]] = {}
    published = list(readings_of(text.key))
    adopted = _adopted(text) if published else {}
    for one in published:
        found.setdefault(one.reading_of, []).append(reading(one, adopted=adopted))
    return found


def shown(advice: Advice, *, who: Standing, drafts: bool, open_to: frozenset[int]) -> Shown:
    """The question as somebody reads it who may; `drafts`: a reading that is not published yet, too."""
    text = protocol(advice.protocol)
    follows = advice.follows
    return Shown(
        asked=date_time(advice.asked_at),
        by=advice.asked_by.name,
        question=advice.question,
        about=about(text, advice.paragraph),
        goes_to=goes_to(advice, on=who.on),
        due=_due(advice),
        is_overdue=is_overdue(advice, today=who.on),
        answer=advice.answer,
        answered=_answered(advice),
        cites=tuple(cited(line) for line in advice.cites.splitlines() if line),
        follows=reading(follows, open_to=open_to) if follows and follows.published_on else None,
        reading=reading(advice) if advice.published_on else None,
        draft=advice.reading if drafts and not advice.published_on else "",
    )


def _answered(advice: Advice) -> str:
    if advice.answered_by is None or advice.answered_at is None:
        return ""
    return f"{advice.answered_by.name}, {date_time(advice.answered_at)}"


def goes_to(advice: Advice, *, on: datetime.date) -> str:
    """Who answers today, by name and post; or that nobody can, and who may put that right."""
    text = protocol(advice.protocol)
    people = advisers_of(advice, on=on)
    if not people:
        return _("Nobody who may answer holds the post today. Democratic services can enter who does.")
    title = text.title_of(Post(advice.addressed_to))
    return _("%(names)s answers (%(title)s).") % {
        "names": _(" or ").join(one.name for one in people),
        "title": title,
    }


def posts_offered(text: Protocol) -> list[tuple[str, str]]:
    """Whom the text lets people ask, by the titles that it has for them."""
    found = []
    for one in advisers(text):
        title = text.title_of(one.post)
        words = _("%(title)s, about political groups") if one.about_groups_only else "%(title)s"
        found.append((one.post.value, words % {"title": title[:1].upper() + title[1:]}))
    return found


def asks(text: Protocol) -> tuple[Citation, ...]:
    """The paragraphs by which the text lets people ask."""
    cites = [cite for one in advisers(text) for cite in one.cites]
    return tuple({cite.id: cite for cite in cites}.values())


def cites_of_post(text: Protocol, post: str) -> tuple[Citation, ...]:
    """The paragraphs that name the post to be asked."""
    return adviser(text, Post(post)).cites


def sources_offered(advice: Advice) -> list[tuple[str, str]]:
    """What may be ticked under an answer: the paragraph asked about, and what the text says of asking."""
    text = protocol(advice.protocol)
    near = [cited(row.id) for row in obligations_at(text.key, advice.paragraph)] if advice.paragraph else []
    near += text.cite(Duty.ASK_MONITORING_OFFICER)
    return list({cite.id: (cite.id, f"{cite.id} ({cite.label})") for cite in near}.values())


def anchors_near(advice: Advice) -> list[str]:
    """The paragraphs that the question or its answer is about, in the question’s own text."""
    text = protocol(advice.protocol)
    ids = {line for line in advice.cites.splitlines() if line}
    of_answer = [row.anchor for row in obligations() if row.id in ids and row.protocol == text.key]
    return [one for one in dict.fromkeys([advice.paragraph, *of_answer]) if has_paragraph(text, one)]


def readings_offered(advice: Advice) -> list[tuple[str, str]]:
    """Published readings that an answer may follow: of the paragraph asked about, else the text’s newest."""
    found = readings_of(advice.protocol, anchor=advice.paragraph)[:MOST]
    return [(one.reference, _in_short(one)) for one in found]


def _in_short(advice: Advice) -> str:
    short = shortened(advice.reading, SHOWN_OF_READING)
    # Beside its button; labels end without a full stop.
    return f"{advice.reference}: {short.removesuffix('.')}"


def paragraphs_offered(advice: Advice) -> list[tuple[str, str]]:
    """Beside which paragraph a reading may stand: those near the answer, else any that has a rule."""
    text = protocol(advice.protocol)
    anchors = anchors_near(advice) or list(
        dict.fromkeys(row.anchor for row in obligations() if row.protocol == text.key)
    )
    named = {row.anchor: row.id for row in reversed(obligations()) if row.protocol == text.key}
    adopted = _adopted(text)
    found = [paragraph(text.key, anchor) for anchor in anchors if has_paragraph(text, anchor)]
    return [
        (one.anchor, f"{named.get(one.anchor, one.anchor)}: {shortened(words, SHOWN_OF_PARAGRAPH)}")
        for one in found
        if (words := adopted.get(one.anchor, one.shown))
    ]
