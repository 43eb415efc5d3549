"""How a matter is given: its packs, its dates with speakers and rooms, and officers’ grades on a day."""

import datetime
from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from briefings.models import Attendee, Briefing, Matter, Pack, Session, Speaker
from briefings.rules import giving as rules
from briefings.states import BriefingState, PackState, SessionState
from council.models import GroupAssistant, GroupMembership, OfficerAppointment, Person, PostHolding
from council.queries import asked_once
from council.queries.holdings import terms_of_members
from council.rules import CONFIRMED_POSTS
from rulebook.briefing.given import Safeguard
from rulebook.briefing.request import Form
from rulebook.decision import Answer
from rulebook.protocols import protocol

STANDING = (SessionState.OFFERED.value, SessionState.FIXED.value)
# Whether somebody was a senior officer on a day.
Senior = Callable[[int, datetime.date], bool]


@asked_once
def newest_pack(matter: Matter) -> Pack | None:
    """The version that is worked on, or was released last."""
    return matter.packs.select_related("file", "author", "reader").order_by("-number").first()


@asked_once
def released_pack(matter: Matter) -> Pack | None:
    """The version that groups have: the one that was released last."""
    packs = matter.packs.filter(state=PackState.RELEASED.value)
    return packs.select_related("file", "author", "reader").order_by("-number").first()


def pack_for(row: Briefing, *, on: datetime.date) -> Pack | None:
    """What the group may read on the day: what it was given; the released one from the day of its date on."""
    if row.pack_id is not None:
        return Pack.objects.select_related("file", "author", "reader", "matter").get(pk=row.pack_id)
    session = row.session
    if row.matter is None or row.state != BriefingState.AGREED or session is None:
        return None
    is_today = session.state == SessionState.FIXED and day_of(session) <= on
    return released_pack(row.matter) if is_today else None


def day_of(session: Session) -> datetime.date:
    """The day of the date, by the clock of the council."""
    return timezone.localdate(session.starts_at)


def dates_of(matter: Matter) -> list[Session]:
    """Every date of the matter, with its speakers, the groups that chose it, who comes and who left."""
    return list(
        matter.sessions.prefetch_related(
            "speakers__person", "briefings__group", "briefings__attendees", "departures__person"
        )
    )


def dates_to_choose(row: Briefing, *, at: datetime.datetime) -> QuerySet[Session]:
    """Those that the group may still choose, to come; `is_taken` where another group chose it already.

    Only a text that wants joint ones (HA-4.12, HA-4.15a) shows a group when another meets.
    """
    taken = Briefing.objects.filter(session=OuterRef("pk"), state=BriefingState.AGREED.value)
    dates = Session.objects.filter(matter=row.matter_id, state__in=STANDING, starts_at__gt=at)
    dates = dates.annotate(is_taken=Exists(taken.exclude(group=row.group_id)))
    joint = Safeguard.JOINT in protocol(row.protocol).briefings.safeguards
    return dates if joint else dates.filter(is_taken=False)


def has_date(row: Briefing) -> bool:
    """Whether a date stands for the group; a cancelled one stands no more."""
    return row.session is not None and row.session.state != SessionState.CANCELLED


def others_listed(row: Briefing) -> list[str]:
    """Those on the group’s list who are neither members nor officers; until it lists, whom it declared."""
    listed = list(row.attendees.all())
    declared = [row.others_present] if row.others_present and not listed else []
    return [one.name for one in listed if one.kind == Attendee.Kind.OTHER] or declared


def seniors(people: Collection[int], text: str) -> Senior:
    """Who of these is a senior officer on a day, by grade or post in the registers; two queries in all."""
    jobs = list(OfficerAppointment.objects.filter(person__in=people))
    confirmed = ~Q(post__in=CONFIRMED_POSTS) | Q(confirmed_at__isnull=False)
    posts = list(PostHolding.objects.filter(confirmed, person__in=people, post__in=rules.SENIOR_POSTS))
    terms = protocol(text)

    def is_senior(person: int, on: datetime.date) -> bool:
        graded = any(
            rules.is_senior(terms, job.grade) for job in jobs if job.person_id == person and job.holds_on(on)
        )
        return graded or any(post.person_id == person and post.holds_on(on) for post in posts)

    return is_senior


@dataclass(frozen=True)
class Fault:
    """Why a speaker may not speak on the day after all, by the text."""

    speaker: Speaker
    answer: Answer


def answer_to_speaker(
    session: Session, speaker: Speaker, beside: Collection[Speaker], senior: Senior
) -> Answer:
    """What the text answers to the speaker, by their grade on the day and those who come along."""
    text, on = protocol(session.matter.protocol), day_of(session)
    comes_as = rules.speaks_as(
        text,
        senior=senior(speaker.person_id, on),
        named_by_director=speaker.speaks_as == Speaker.As.NOMINEE,
    )
    others = [one for one in beside if one.person_id != speaker.person_id and one.ended_at is None]
    return rules.may_speak(
        text,
        Form(session.matter.form),
        comes_as=comes_as,
        specialist=bool(speaker.specialism.strip()),
        beside_senior=any(senior(one.person_id, on) for one in others),
    )


def faults_of(session: Session, senior: Senior | None = None) -> list[Fault]:
    """The speakers of the date who may not speak on that day, as the registers stand now."""
    speakers = [one for one in session.speakers.all() if one.ended_at is None]
    graded = senior or seniors([one.person_id for one in speakers], session.matter.protocol)
    answers = [Fault(one, answer_to_speaker(session, one, speakers, graded)) for one in speakers]
    return [one for one in answers if rules.is_barred(one.answer)]


def who_may_speak(*, on: datetime.date) -> QuerySet[Person]:
    """Every officer of the day but groups’ own political assistants."""
    helpers = GroupAssistant.objects.on(on)
    jobs = OfficerAppointment.objects.on(on).exclude(person__in=helpers.values("person"))
    return Person.objects.filter(pk__in=jobs.values("person")).order_by("last_name", "first_name", "pk")


def who_may_come(row: Briefing, *, on: datetime.date) -> QuerySet[Person]:
    """Whom the group lists by ticking: its members in office, and its political assistants."""
    members = GroupMembership.objects.on(on).filter(
        group=row.group, person__in=terms_of_members(on=on).values("person")
    )
    helpers = GroupAssistant.objects.on(on).filter(group=row.group)
    found = Q(pk__in=members.values("person")) | Q(pk__in=helpers.values("person"))
    return Person.objects.filter(found).order_by("last_name", "first_name", "pk")
