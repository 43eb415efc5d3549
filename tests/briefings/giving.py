"""A matter in any stage of being given, for the tests of packs, dates, speakers and rooms."""

import datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from briefings.actions import dates, packs, rooms, speakers
from briefings.models import Briefing, Matter, Pack, Session, Speaker
from briefings.rules.giving import statements
from council.models import Person
from council.rules import Grade
from rulebook.briefing.request import Form
from rulebook.protocols import protocol
from tests.factories import briefings as make
from tests.factories import council
from tests.factories.briefings import Hall

WORDS = b"The library costs 40,000 pounds a year. It could stay, move or close."


def a_file(content: bytes = WORDS) -> SimpleUploadedFile:
    """A paper as somebody sends it."""
    return SimpleUploadedFile("library.txt", content, content_type="text/plain")


def a_head() -> Person:
    """A head of service, who may read as a second pair of eyes and speak in most texts."""
    return council.an_officer(grade=Grade.HEAD_OF_SERVICE)


def a_pack(matter: Matter, *, content: bytes = WORDS) -> Pack:
    """A draft by whoever leads the matter."""
    return packs.add_pack(
        who=make.today(matter.lead),
        matter=matter,
        upload=a_file(content),
        seen_version=None,
        at=timezone.now(),
    )


def certified(matter: Matter, *, reader: Person) -> Pack:
    """A draft that its author certified."""
    a_pack(matter)
    return packs.certify_pack(
        who=make.today(matter.lead),
        matter=matter,
        certified=[one.key for one in statements(protocol(matter.protocol))],
        reader=reader,
        seen_version=None,
        at=timezone.now(),
    )


def cleared(matter: Matter) -> Pack:
    """One that a second reader cleared."""
    reader = a_head()
    certified(matter, reader=reader)
    return packs.clear_pack(who=make.today(reader), matter=matter, seen_version=None, at=timezone.now())


def released(matter: Matter) -> Pack:
    """One that every group has."""
    cleared(matter)
    return packs.release_pack(
        who=make.today(matter.lead), matter=matter, seen_version=None, at=timezone.now()
    )


def a_date(matter: Matter, *, days: int = 7) -> Session:
    """A date that is offered, so many days ahead."""
    starts = timezone.now() + datetime.timedelta(days=days)
    return dates.offer_dates(
        who=make.today(matter.lead),
        matter=matter,
        slots=[dates.Slot(starts, 60, "Committee room 2")],
        seen_version=None,
        at=timezone.now(),
    )[0]


def chosen(row: Briefing, session: Session, *, by: Person) -> Briefing:
    """The group’s date."""
    return dates.choose_date(
        who=make.today(by), row=row, session=session, seen_version=None, at=timezone.now()
    )


def named(session: Session, person: Person, *, by: Person | None = None, specialism: str = "") -> Speaker:
    """An officer who speaks."""
    return speakers.name_speaker(
        who=make.today(by or session.matter.lead),
        session=session,
        person=person,
        specialism=specialism,
        seen_version=None,
        at=timezone.now(),
    )


def over(session: Session) -> Session:
    """The same date, an hour ago: what was fixed ahead has begun."""
    Session.objects.filter(pk=session.pk).update(starts_at=timezone.now() - datetime.timedelta(hours=1))
    return Session.objects.select_related("matter").get(pk=session.pk)


def held(session: Session, *, there: list[int] | None = None) -> Session:
    """It was held, with whoever speaks already named."""
    return dates.hold_date(
        who=make.today(session.matter.lead),
        session=over(session),
        there=there or [],
        seen_version=None,
        at=timezone.now(),
    )


def under(settings: object, text: str) -> None:
    """The portal runs under this text."""
    settings.PROTOCOL = text  # type: ignore[attr-defined]


def attended(hall: Hall, *, group: int = 0) -> tuple[Briefing, Matter]:
    """A group to whose meeting an officer comes, and the matter."""
    row = make.agreed(hall, group=group, form=Form.ATTENDANCE)
    assert row.matter is not None
    return row, row.matter


def listed(hall: Hall, row: Briefing, *others: str, group: int = 0) -> Briefing:
    """The group’s list: its leader, a member, and whoever else."""
    return rooms.list_room(
        who=make.today(hall.leaders[group]),
        row=row,
        people=[hall.leaders[group], hall.members[group]],
        others=others,
        seen_version=None,
        at=timezone.now(),
    )


def fresh(row: Briefing) -> Briefing:
    """The row as it stands."""
    return Briefing.objects.select_related("session", "matter").get(pk=row.pk)


def client_of(person: Person) -> Client:
    """A browser in which the person is signed in."""
    client = Client()
    client.force_login(council.a_login(person))
    return client
