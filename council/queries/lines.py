"""Lines of management: who manages an officer on a day, and who of a grade stands above."""

import datetime

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
    if job is None or job.line_manager_id is None:
        return None
    if not OfficerAppointment.objects.on(on).filter(person=job.line_manager_id).exists():
        return None
    assists = GroupAssistant.objects.on(on).filter(person=job.line_manager_id).exists()
    return None if assists and not job.is_group_support else job.line_manager_id


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
