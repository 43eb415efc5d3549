"""Elections whose days are counted from today."""

import datetime

from django.utils import timezone

from casework.models import Election
from casework.screens.elections import caution
from rulebook.pre_election import Matter
from rulebook.protocols import PROTOCOLS


def an_election(*, notice: int = -10, poll: int = 20, name: str = "Poplar by-election") -> Election:
    """A by-election that is near, unless other days are given."""
    day, today = datetime.timedelta(days=1), timezone.localdate()
    return Election.objects.create(
        name=name, kind="by-election", notice_on=today + notice * day, poll_on=today + poll * day
    )


def words_of_care() -> str:
    """What a page says on which something is published while an election is near."""
    shown = caution(Matter.PUBLISHING_HERE, timezone.localdate(), text=PROTOCOLS["waltham-forest"])
    assert shown is not None
    return f"{shown.heading} {shown.sentence}"
