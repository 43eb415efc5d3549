"""A case shared by name until a day: the one grant that counters give, kept in rows that guardian knows."""

import datetime

from django.contrib.auth.models import Permission
from django.db import transaction

from casework.models import CaseShare, Stream
from council.models import Person, User


class NoLogin(Exception):
    """The person has no login yet, so nothing can be shared with them."""


@transaction.atomic
def share_case(
    *, stream: Stream, person: Person, until: datetime.date, by: Person, at: datetime.datetime
) -> CaseShare:
    """Lets the person read the case until the end of that day; a grant that stood before is replaced.

    Raises NoLogin.
    """
    login = User.objects.filter(person=person).first()
    if login is None:
        raise NoLogin
    end_share(stream=stream, person=person)
    permission = Permission.objects.get(content_type__app_label="casework", codename="view_stream")
    share: CaseShare = CaseShare.objects.create(
        permission=permission, user=login, content_object=stream, until=until, granted_by=by, granted_at=at
    )
    return share


def end_share(*, stream: Stream, person: Person) -> int:
    """Ends it by deleting every row of that person: one that has run out, or a second one, would still count
    for guardian. Returns how many there were.
    """
    return CaseShare.objects.filter(content_object=stream, user__person=person).delete()[0]
