"""Amendments: who may know of them, how a text reads with them on a day, who may still answer."""

import datetime
from collections.abc import Mapping

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils import timezone

from casework.events import AMENDMENT_REOPENED
from casework.models import AmendedParagraph, Amendment, Consulted, ProposedTerm
from casework.states import AmendmentState
from council.models import Person, Seat
from council.queries import Standing
from council.rules import Role
from rulebook import local_term as terms
from rulebook.amended import is_put_in, reading, stands_after
from rulebook.duty import Duty
from rulebook.text import Kind, Paragraph, paragraphs

Amendments = QuerySet[Amendment]
KEEPERS = (Role.MONITORING_OFFICER, Role.DEMOCRATIC_SERVICES)
ONE_DAY = datetime.timedelta(days=1)
# Whoever is in post reads these.
OPEN_TO_ALL = (
    AmendmentState.CONSULTED,
    AmendmentState.RECOMMENDED,
    AmendmentState.MINUTED,
    AmendmentState.ADOPTED,
)
OUT = (AmendmentState.CONSULTED, AmendmentState.RECOMMENDED)
ENDED = (AmendmentState.ADOPTED, AmendmentState.ABANDONED)


def keeps(who: Standing) -> bool:
    """Do they draft amendments: the monitoring officer, democratic services?"""
    return who.has(*KEEPERS)


def visible_to(who: Standing) -> Amendments:
    """Every amendment that the person may know of on the day.

    A draft is read by whoever drafts; once it is out, by everybody in post; one that is given up by whoever
    drafts, and by those who were asked.
    """
    if not who.in_post:
        return Amendment.objects.none()
    if keeps(who):
        return Amendment.objects.all()
    asked = Consulted.objects.filter(person=who.person)
    return Amendment.objects.filter(
        Q(state__in=OPEN_TO_ALL) | Q(state=AmendmentState.ABANDONED, pk__in=asked.values("amendment"))
    )


def adopted_paragraphs(key: str, *, on: datetime.date) -> QuerySet[AmendedParagraph]:
    """The paragraphs of that text that amendments changed by the day, in the order in which they came."""
    return (
        AmendedParagraph.objects.filter(
            amendment__state=AmendmentState.ADOPTED, amendment__target=key, amendment__from_on__lte=on
        )
        .select_related("amendment")
        .order_by("amendment__from_on", "amendment__adopted_at", "pk")
    )


def adopted_words(key: str, *, on: datetime.date) -> Mapping[str, str]:
    """The words by anchor that amendments gave to that text by the day; the last word counts."""
    return {one.anchor: one.words_after for one in adopted_paragraphs(key, on=on)}


def as_adopted(key: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text as it came, without page numbers and running heads."""
    return tuple(one for one in paragraphs(key) if one.kind is not Kind.MARK)


def as_it_reads(key: str, *, on: datetime.date) -> tuple[Paragraph, ...]:
    """The text as it reads on the day, with every amendment that was adopted by then."""
    return reading(as_adopted(key), adopted_words(key, on=on))


def _day_before(amendment: Amendment) -> datetime.date:
    """The day whose text it is compared with: the one before its first; else after all that is adopted.

    What is adopted next never begins before what was adopted already, so it changes those words.
    """
    if amendment.state == AmendmentState.ADOPTED and amendment.from_on:
        return amendment.from_on - ONE_DAY
    return datetime.date.max


def before_it(amendment: Amendment) -> tuple[Paragraph, ...]:
    """The text in force without the amendment."""
    return as_it_reads(amendment.protocol, on=_day_before(amendment))


def base_of(amendment: Amendment) -> tuple[Paragraph, ...]:
    """The text whose words it changes, as it reads without it."""
    return as_it_reads(amendment.target, on=_day_before(amendment))


def with_it(amendment: Amendment) -> tuple[Paragraph, ...]:
    """The text as it would read with the amendment."""
    earlier = adopted_words(amendment.target, on=_day_before(amendment))
    own = dict(amendment.paragraphs.values_list("anchor", "words_after"))
    return reading(as_adopted(amendment.target), {**earlier, **own})


def changes_anything(amendment: Amendment) -> bool:
    """Is there a word, a term or a whole text in it?"""
    return amendment.replaces or amendment.paragraphs.exists() or amendment.terms.exists()


def anchors_given(key: str) -> QuerySet[AmendedParagraph, str]:
    """Every anchor that any amendment of that text has a paragraph at."""
    return AmendedParagraph.objects.filter(amendment__target=key).values_list("anchor", flat=True).distinct()


def overtaken_paragraph(amendment: Amendment) -> AmendedParagraph | None:
    """The first paragraph that reads otherwise by now than when it was drafted; None where all stand."""
    words = {one.anchor: one.shown for one in base_of(amendment)}
    own = list(amendment.paragraphs.all())
    known = words.keys() | {one.anchor for one in own}
    for one in own:
        if words.get(one.anchor, "") != one.words_before:
            return one
        if is_put_in(one.anchor) and stands_after(one.anchor) not in known:
            return one
    return None


def taken_back_at(amendment: Amendment) -> datetime.datetime | None:
    """When it was last taken back to the draft; what was answered before was answered to other words."""
    events = amendment.stream.events.filter(kind=AMENDMENT_REOPENED.name).order_by("-place")
    moment: datetime.datetime | None = events.values_list("at", flat=True).first()
    return moment


def asked_now(amendment: Amendment) -> QuerySet[Consulted]:
    """Those who were asked about the words that are out, and not about an earlier draft."""
    since = taken_back_at(amendment)
    rows = Consulted.objects.filter(amendment=amendment)
    return rows if since is None else rows.filter(asked_at__gt=since)


def outstanding(amendment: Amendment, *, on: datetime.date) -> QuerySet[Consulted]:
    """Those who were asked, have not answered, and whose day is not over."""
    return (
        asked_now(amendment).filter(answered_on__isnull=True, answer_by__gte=on).order_by("answer_by", "pk")
    )


def asked_at(amendment: Amendment, at: datetime.datetime) -> list[Person]:
    """The people who were asked at that moment, and those who sit on the bodies that were."""
    rows = Consulted.objects.filter(amendment=amendment, asked_at=at)
    people = Q(consulted_on_amendments__in=rows.filter(person__isnull=False))
    seats = Seat.objects.on(timezone.localdate(at)).filter(
        body__in=rows.filter(body__isnull=False).values("body")
    )
    return list(Person.objects.filter(people | Q(pk__in=seats.values("person"))).distinct().order_by("pk"))


def term_of(row: ProposedTerm, *, from_on: datetime.date) -> terms.LocalTerm:
    """A proposed term as the rule book wants it, from its first day."""
    return terms.LocalTerm(
        duty=Duty(row.duty), value=row.value, unit=row.unit, paragraph=row.paragraph, from_on=from_on
    )


def in_order(rows: Amendments) -> Amendments:
    """For a list: what is on its way first, then what ended; the latest first."""
    over = Case(When(state__in=ENDED, then=Value(1)), default=Value(0), output_field=IntegerField())
    return rows.select_related("drafted_by__merged_into").order_by(over, "-drafted_at", "-pk")
