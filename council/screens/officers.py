"""Officers on a day, and whoever a search finds: rows of the page «Who is who»."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext as _

from council.models import GroupMembership, MemberTerm, OfficerAppointment, Person, Portfolio, PostHolding
from council.queries import Standing, posts_in_effect, protocol_in_force, standings_of, words_of
from council.rules import Grade
from council.rules.posts import STATUTORY_POSTS
from council.screens.posts import capitalised
from rulebook.post import Post

# Whom the page lists unasked; everybody else is found by searching.
LISTED_FROM = Grade.HEAD_OF_SERVICE
MOST = 50


@dataclass(frozen=True)
class OfficerRow:
    """One officer: job, grade, whoever employs them, and what the law says of the post."""

    name: str
    job: str
    grade: str
    employer: str
    is_statutory: bool
    restriction: str


@dataclass(frozen=True)
class DirectorateRows:
    """The officers of one directorate."""

    name: str
    officers: tuple[OfficerRow, ...]


@dataclass(frozen=True)
class FoundRow:
    """One person whom a search found, with what they are on the day."""

    name: str
    lines: tuple[str, ...]
    is_statutory: bool


def directorate_rows(*, on: datetime.date) -> list[DirectorateRows]:
    """Heads of service and above, by directorate, the highest grade first; two queries."""
    listed = [grade.value for grade in Grade if grade.rank >= LISTED_FROM.rank]
    jobs = list(
        OfficerAppointment.objects.on(on)
        .filter(grade__in=listed)
        .select_related("person", "directorate")
        .order_by("directorate__name", "person__last_name", "pk")
    )
    statutory = _statutory_holders(on)
    by_directorate: dict[str, list[OfficerAppointment]] = {}
    for job in jobs:
        by_directorate.setdefault(job.directorate.name, []).append(job)
    return [
        DirectorateRows(
            name,
            tuple(
                _officer_row(job, statutory) for job in sorted(here, key=lambda one: -Grade(one.grade).rank)
            ),
        )
        for name, here in by_directorate.items()
    ]


def _statutory_holders(on: datetime.date) -> set[int]:
    posts = [post.value for post in STATUTORY_POSTS]
    return set(posts_in_effect(on=on).filter(post__in=posts).values_list("person_id", flat=True))


def _officer_row(job: OfficerAppointment, statutory: set[int]) -> OfficerRow:
    text = protocol_in_force()
    grade = Grade(job.grade)
    title = text.title_of(Post(grade.value)) if grade.value in list(Post) else str(job.get_grade_display())
    return OfficerRow(
        job.person.name,
        job.job_title,
        capitalised(title),
        "" if job.employer == OfficerAppointment.Employer.COUNCIL else str(job.get_employer_display()),
        job.person_id in statutory or bool(job.statutory_post),
        restriction_of(job),
    )


def restriction_of(job: OfficerAppointment | None) -> str:
    """«Politically restricted», where the law keeps the holder from party activity (WF-2.5); else nothing."""
    return _("Politically restricted") if job and job.political_restriction else ""


def found_rows(asked: str, *, on: datetime.date) -> tuple[list[FoundRow], bool]:
    """Whoever holds anything on the day and matches; the second value: there are more than are shown.

    By name, job, ward, district, group or portfolio. A fixed number of queries.
    """
    people = list(_matching(asked, on)[: MOST + 1])
    standings = standings_of(people[:MOST], on=on)
    rows = [_found_row(standings[person.pk]) for person in people[:MOST]]
    return rows, len(people) > MOST


def _found_row(standing: Standing) -> FoundRow:
    job = standing.appointment
    own = {held.post for held in standing.held}
    restriction = restriction_of(job)
    return FoundRow(
        standing.person.name,
        (*words_of(standing), *([restriction] if restriction else [])),
        bool(own & STATUTORY_POSTS) or bool(job and job.statutory_post),
    )


def _matching(asked: str, on: datetime.date) -> QuerySet[Person]:
    terms = MemberTerm.objects.on(on)
    jobs = OfficerAppointment.objects.on(on)
    groups = GroupMembership.objects.on(on)
    held: QuerySet[PostHolding] = posts_in_effect(on=on)
    here = _any_of(terms, jobs, held)
    said = _any_of(
        terms.filter(Q(ward__name__icontains=asked) | Q(nominated_by__icontains=asked)),
        jobs.filter(Q(job_title__icontains=asked) | Q(directorate__name__icontains=asked)),
        groups.filter(group__name__icontains=asked),
        Portfolio.objects.on(on).filter(title__icontains=asked),
    )
    people = Person.objects.annotate(whole=Concat("first_name", Value(" "), "last_name"))
    return people.filter(here).filter(Q(whole__icontains=asked) | said)


def _any_of(*rows: QuerySet[Any]) -> Q:
    found = Q()
    for each in rows:
        found |= Q(pk__in=each.values("person_id"))
    return found
