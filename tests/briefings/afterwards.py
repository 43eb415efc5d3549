"""A refusal, and a briefing that several groups were given, for tests of what follows them."""

from django.db import transaction
from django.utils import timezone

from briefings.actions.deciding import decline
from briefings.actions.sharing import take_up
from briefings.models import Briefing, Matter, Session, Speaker
from casework.models import CaseEvent, Delivery
from council.models import Person
from rulebook.post import Post
from tests.factories import briefings as make
from tests.factories import council
from tests.factories.briefings import Hall

REASONS = "The figures are with the auditors."


def refused(hall: Hall, *, group: int = 0) -> Briefing:
    """What the group asked of the chief executive, who declined."""
    row = make.asked(hall, group=group)
    who = make.today(hall.chief if row.to_decide == Post.CHIEF_EXECUTIVE else hall.monitoring_officer)
    decline(who=who, row=row, reasons=REASONS, same_as=None, seen_version=None, at=timezone.now())
    return again(row)


def again(row: Briefing) -> Briefing:
    """The row as it stands now."""
    rows = Briefing.objects.select_related("stream", "matter", "session", "group", "decided_by")
    return rows.get(pk=row.pk)


@transaction.atomic
def held(row: Briefing, speaker: Person) -> Briefing:
    """The group was given it by this officer at a date of its own."""
    assert row.matter is not None
    now = timezone.now()
    session = Session.objects.create(
        matter=row.matter, starts_at=now, place="Room 2", offered_by=speaker, offered_at=now
    )
    Speaker.objects.create(
        session=session, person=speaker, speaks_as="senior-officer", named_by=speaker, named_at=now
    )
    row = again(row)
    row.session = session
    row.record_giving(at=now, pack=None)
    row.save()
    return again(row)


def given_to_two(hall: Hall) -> tuple[Briefing, Briefing, Briefing]:
    """Two groups have it, each from an officer of its own; the third was offered it."""
    first = held(make.agreed(hall), council.an_officer())
    second = Briefing.objects.get(group=hall.groups[1])
    take_up(who=make.today(hall.leaders[1]), row=second, seen_version=None, at=timezone.now())
    return first, held(second, council.an_officer()), Briefing.objects.get(group=hall.groups[2])


def matter_of(row: Briefing) -> Matter:
    """The matter that the row has."""
    assert row.matter is not None
    return row.matter


def speaker_of(row: Briefing) -> Person:
    """Who spoke to the group."""
    return Speaker.objects.get(session=row.session_id).person


def told(row: Briefing | Matter, kind: str) -> set[Person]:
    """Who is owed a letter about events of the kind in this stream."""
    owed = Delivery.objects.filter(event__stream=row.stream_id, event__kind=kind).select_related("person")
    return {one.person for one in owed}


def kinds(row: Briefing) -> list[str]:
    """What the stream of the row tells, in order."""
    return list(
        CaseEvent.objects.filter(stream=row.stream_id).order_by("place").values_list("kind", flat=True)
    )
