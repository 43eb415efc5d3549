"""Which elections there are, and whether a day stands between a notice of election and its poll."""

import datetime
from collections.abc import Collection

from django.db.models import QuerySet

from casework.models import Election
from casework.rules.elections import ElectionPeriod, period_of


def all_elections() -> QuerySet[Election]:
    """Every election that was entered, the last poll first, with its ward: few rows."""
    return Election.objects.select_related("ward")


def election_periods() -> tuple[ElectionPeriod, ...]:
    """Every period there ever was, read once by whoever asks about several days or matters."""
    return tuple(as_period(row) for row in all_elections())


def period_on(day: datetime.date, *, wards: Collection[int] | None = None) -> ElectionPeriod | None:
    """The period that holds on the day, in one of the wards where any are given; else None."""
    near = all_elections().filter(notice_on__lte=day, poll_on__gte=day)
    return period_of(day, (as_period(row) for row in near), wards)


def as_period(row: Election) -> ElectionPeriod:
    """A row as the rules want it."""
    return ElectionPeriod(
        election=row.name,
        notice_on=row.notice_on,
        poll_on=row.poll_on,
        ward=row.ward_id,
        called_off_on=row.called_off_on,
    )


def last_poll(*, before: datetime.date) -> datetime.date | None:
    """The day of the last local election of the whole area that was held before the day."""
    polls = Election.objects.filter(
        kind=Election.Kind.LOCAL, ward__isnull=True, called_off_on__isnull=True, poll_on__lt=before
    )
    return polls.order_by("-poll_on").values_list("poll_on", flat=True).first()
