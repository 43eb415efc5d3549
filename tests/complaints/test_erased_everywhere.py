"""After a case is erased no row of any table keeps a name, an address, a word or a file of it, but three."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from casework.models import Attachment, CaseEvent, FormToken
from complaints import tasks
from complaints.actions.handing import hand_on
from complaints.actions.retaining import NAMING
from complaints.models import Complaint, Disclosed, HandedOn, Handler, Opening, Put, Writing
from council.models import Person
from council.queries.merging import references
from rulebook.complaint import Handed
from rulebook.post import Post
from tests.complaints.keeping import A_DAY, ENDED_ON, ended, erased
from tests.factories import council as make
from tests.factories.complaints import CONCERN, WANTED, dealing
from tests.factories.enquiries import moment, on_day

pytestmark = pytest.mark.django_db

# What officers did, which nobody may change (docs/complaints.md); lessons tell of no complaint.
STAYS = {"Disclosed.by", "Opening.person", "Lesson.by", "Lesson.taken_out_by"}
# What goes without standing in NAMING: columns of the row itself, and rows that go whole.
GOES = {
    "Complaint.complainant",
    "Complaint.subject",
    "Complaint.logged_by",
    "Writing.by",
    "Handler.person",
    "Handler.confirmed_by",
    "HandedOn.by",
    "HandedTo.person",
}
# The registers say who is who; they know of no complaint.
REGISTERS = ("council_", "account_", "mfa_", "auth_", "django_", "pghistory_")
WORDS = (
    CONCERN,
    WANTED,
    "Hear the clerk.",
    "He did shout.",
    "diary.txt",
    "A breach, I think.",
    "Tips are sold.",
)


def names_somebody() -> set[str]:
    """Every column of this app that names a person, read from the models."""
    return {
        f"{found.model.__name__}.{found.field}"
        for found in references()
        if found.model._meta.app_label == "complaints"
    }


def test_every_column_that_names_somebody_goes_or_is_said_to_stay() -> None:
    cleared = {f"{model.__name__}.{column}" for model, columns in NAMING.items() for column in columns}
    assert names_somebody() - cleared - GOES - STAYS == set(), "say in NAMING that it is cleared"
    assert (cleared | GOES | STAYS) - names_somebody() == set(), "no such column"


def everything() -> tuple[Complaint, list[Person]]:
    """A case that ended with everything on it, and everybody who is named in it."""
    complaint = ended()
    now = timezone.now()
    judge = complaint.handlers.get(part=Handler.Part.RECIPIENT).person
    independent = make.a_member(name="Ines Marshgate", kind="independent")
    handler = dealing(complaint, independent, Handler.Part.INDEPENDENT)
    view = complaint.writings.create(
        kind=Writing.Kind.VIEWS, by=independent, at=now, text="A breach, I think."
    )
    Put.objects.create(handler=handler, writing=view)
    Disclosed.objects.create(writing=view, side="subject", by=judge, at=now)
    Opening.objects.create(complaint=complaint, person=judge, writing=view, at=now, until=now)
    for number, name in enumerate(("complaint-remedy", "complaint-asked")):
        of = complaint.remedies.get() if name == "complaint-remedy" else handler
        page = reverse(name, args=[of.pk])
        FormToken.objects.create(token=str(number), person=judge, used_at=now, result=page)
    row = Complaint.objects.get(pk=complaint.pk)
    named = [row.complainant, row.subject, row.logged_by, *(one.person for one in row.handlers.all())]
    return row, [person for person in named if person is not None]


def tables() -> list[str]:
    """Every table of the database but those of the registers."""
    with connection.cursor() as ask:
        found = connection.introspection.table_names(ask)
    return [name for name in found if not name.startswith(REGISTERS)]


def where_it_stands(said: list[str]) -> dict[str, int]:
    """In which tables one of these stands in a row, whatever the column: text, JSON or array."""
    pattern = "|".join(re.escape(words) for words in said)
    found = {}
    with connection.cursor() as ask:
        for name in tables():
            ask.execute(f'SELECT count(*) FROM "{name}" AS one WHERE one::text ~* %s', [pattern])
            row = ask.fetchone()
            if row and row[0]:
                found[name] = row[0]
    return found


def names_of(people: list[Person]) -> list[str]:
    return [one for person in people for one in (f"{person.first_name} {person.last_name}", person.email)]


def files_with(words: bytes) -> list[Path]:
    storage = Attachment._meta.get_field("file").storage  # type: ignore[union-attr]
    return [one for one in Path(storage.location).rglob("*") if one.is_file() and words in one.read_bytes()]


def test_no_table_and_no_file_keeps_a_word_or_a_name(django_capture_on_commit_callbacks: Any) -> None:
    of_others = set(files_with(b"Diary"))
    complaint, people = everything()
    said = [*WORDS, *names_of(people)]
    assert {"complaints_writing", "casework_attachment"} <= set(where_it_stands(said))
    assert set(files_with(b"Diary")) - of_others
    with django_capture_on_commit_callbacks(execute=True):
        erased(complaint)
    assert where_it_stands(said) == {}
    assert set(files_with(b"Diary")) - of_others == set()


def test_no_column_names_anybody_but_the_three() -> None:
    complaint, people = everything()
    erased(complaint)
    numbers = [person.pk for person in people]
    left = {
        f"{found.model.__name__}.{found.field}"
        for found in references()
        if not found.model._meta.db_table.startswith(REGISTERS)
        and found.model._default_manager.filter(**{f"{found.field}__in": numbers}).exists()
    }
    assert left == {"CaseEvent.by", "Disclosed.by", "Opening.person"}


def test_the_facts_of_its_events_name_nobody() -> None:
    complaint, _people = everything()
    erased(complaint)
    for event in CaseEvent.objects.filter(stream=complaint.stream):
        assert not {"person", "by", "member", "officer", "complainant", "subject"} & set(event.facts)


def test_what_was_handed_on_is_erased_as_thoroughly(settings: Any) -> None:
    settings.PROTOCOL = "mwda"
    member = make.a_member(name="Ossian Tredwell")
    monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
    row = hand_on(
        who=on_day(member), what=Handed.DISCLOSURE, words="Tips are sold.", about=[], at=timezone.now()
    )
    said = ["Tips are sold.", *names_of([member, monitoring])]
    assert "complaints_handedon" in where_it_stands(said)
    HandedOn.objects.update(keep_until=ENDED_ON)
    on = ENDED_ON + A_DAY
    assert tasks.erase_on(on=on, at=moment(on)) == 1
    assert where_it_stands(said) == {}
    left = HandedOn.objects.get(pk=row.pk)
    assert (left.by, left.words, left.handed_to.count()) == (None, "", 0)
    assert (left.what, left.reference) == (row.what, row.reference)
    assert CaseEvent.objects.filter(stream=row.stream).count() == 2
