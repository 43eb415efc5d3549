"""Lines of management: who manages an officer on a day, and who of a grade stands above."""

import datetime
from collections.abc import Collection

from council.models import GroupAssistant, OfficerAppointment, Person
from council.queries.facts import GRADE_POSTS
from council.queries.people import appointment_of
from council.rules import Grade
from rulebook.post import Post


def line_manager_of(person: Person, *, on: datetime.date) -> int | None:
    """The number of the officer's line manager on the day, who is in office too.

    A political assistant directs nobody but their own secretarial support (WO-E-9.3.33b), whatever the
    register says.
    """
    job = appointment_of(person, on=on)
    return None if job is None else line_managers_of([job], on=on).get(job.pk)


def line_managers_of(jobs: Collection[OfficerAppointment], *, on: datetime.date) -> dict[int, int]:
    """The same for many jobs, by the number of the job; those that nobody in office manages are left out."""
    named = {job.line_manager_id for job in jobs if job.line_manager_id}
    if not named:
        return {}
    here = set(OfficerAppointment.objects.on(on).filter(person__in=named).values_list("person", flat=True))
    assists = set(GroupAssistant.objects.on(on).filter(person__in=here).values_list("person", flat=True))
    return {
        job.pk: manager
        for job in jobs
        if (manager := job.line_manager_id or 0) in here and (job.is_group_support or manager not in assists)
    }


def managers_above(person: Person, post: Post, *, on: datetime.date) -> OfficerAppointment | None:
    """The nearest manager above the officer who has the grade of the post; never the officer themselves.

    A senior manager is a head of service or anybody above. The search ends at a higher grade, and where the
    line leads back to somebody met before.
    """
    lowest = Grade.HEAD_OF_SERVICE if post is Post.SENIOR_MANAGER else Grade(post.value)
    at, met = person, {person.pk}
    while (manager := line_manager_of(at, on=on)) is not None and manager not in met:
        met.add(manager)
        at = Person(pk=manager)
        job = appointment_of(at, on=on)
        if job is None:
            return None
        if Grade(job.grade).rank >= lowest.rank:
            return job if post is Post.SENIOR_MANAGER or GRADE_POSTS.get(job.grade) is post else None
    return None
