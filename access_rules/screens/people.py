"""The people whom a form offers: members first, then officers, each with what they are today."""

import datetime
from collections.abc import Iterable

from django.utils.translation import gettext as _

from council.models import MemberTerm, OfficerAppointment, Person, User

Choice = tuple[str, str]


def people_to_choose(
    on: datetime.date, *, besides: Iterable[int | None] = (), with_login: bool = False
) -> list[Choice]:
    """Everybody in office on the day but those left out; with a login only where it is needed."""
    out = {pk for pk in besides if pk is not None}
    if with_login:
        having = User.objects.filter(is_active=True, person__isnull=False)
        has = set(having.values_list("person_id", flat=True))
        found = [*_members(on), *_officers(on)]
        return _once((person, words) for person, words in found if person.pk in has - out)
    return _once((person, words) for person, words in (*_members(on), *_officers(on)) if person.pk not in out)


def _members(on: datetime.date) -> list[tuple[Person, str]]:
    terms = MemberTerm.objects.on(on).select_related("person", "ward")
    terms = terms.order_by("person__last_name", "person__first_name", "person_id")
    return [(term.person, str(term.ward or term.get_kind_display())) for term in terms]


def _officers(on: datetime.date) -> list[tuple[Person, str]]:
    jobs = OfficerAppointment.objects.on(on).select_related("person")
    jobs = jobs.order_by("person__last_name", "person__first_name", "person_id")
    return [(job.person, job.job_title) for job in jobs]


def _once(people: Iterable[tuple[Person, str]]) -> list[Choice]:
    found: dict[str, str] = {}
    for person, words in people:
        line = _("%(name)s, %(what)s") % {"name": person.name, "what": words}
        found.setdefault(str(person.pk), line)
    return list(found.items())
