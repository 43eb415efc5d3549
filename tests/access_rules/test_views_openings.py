"""Every look is an event, once an hour for who turns the pages; the monitoring officer alone reads them."""

import csv
import datetime
import io

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from access_rules import events
from access_rules.models import Document
from casework.models import CaseEvent
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.enquiries import moment
from tests.factories.onward import asks, reads
from tests.factories.papers import a_closed_report, a_named_member, a_seated_member, accepts
from tests.factories.reading import a_version

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
MORNING = moment(TODAY, 9)
BY_SEAT = "Members of a body see its papers as the text gives them."


@pytest.fixture
def paper() -> Document:
    return a_closed_report("One", "Two", "Three")


def looks(person: Person, paper: Document, number: int = 1, *, name: str = "document-page") -> int:
    accepts(person, paper)
    return int(asks(person, name, paper.reference, number).status_code)


def opened(paper: Document) -> list[CaseEvent]:
    kind = events.DOCUMENT_OPENED.name
    return list(CaseEvent.objects.filter(stream=paper.stream, kind=kind).order_by("place"))


def kept_close() -> int:
    return CaseEvent.objects.filter(kind=events.EXEMPT_OPENED.name, stream__name="security").count()


def test_whoever_turns_the_pages_is_written_down_once_an_hour(paper: Document) -> None:
    member = a_seated_member(paper)
    accepts(member, paper)
    for minutes, count in ((0, 1), (1, 1), (59, 1), (61, 2), (100, 2)):
        with time_machine.travel(MORNING + datetime.timedelta(minutes=minutes), tick=False):
            for number in (2, 3):
                for name in ("document-page", "document-picture"):
                    assert looks(member, paper, number, name=name) == 200
        assert len(opened(paper)) == count, minutes
    assert kept_close() == 2
    first = opened(paper)[0]
    assert (first.by, first.facts["page"], first.facts["version_kind"]) == (member, 2, "whole")
    assert (first.facts["by"], first.facts["mode"]) == ("rule", "inspect")


def test_a_picture_that_is_asked_for_without_its_page_is_written_down_too(paper: Document) -> None:
    assert looks(a_seated_member(paper), paper, 3, name="document-picture") == 200
    assert [event.facts["page"] for event in opened(paper)] == [3]


def test_each_reader_and_each_file_is_written_down_by_itself(paper: Document) -> None:
    one, other = a_seated_member(paper), a_named_member(paper)
    looks(one, paper)
    looks(other, paper)
    assert [event.by for event in opened(paper)] == [one, other]
    assert [event.facts["by"] for event in opened(paper)] == ["rule", "grant"]
    paper.versions.update(is_current=False)
    a_version(paper, "Anew")
    looks(one, paper)
    assert len(opened(paper)) == 3


def test_nobody_who_was_refused_stands_on_the_list_and_neither_does_the_card(paper: Document) -> None:
    reader = a_named_member(paper)
    for person in (make.a_member(), make.an_officer(), reader):
        for name in ("document-page", "document-picture"):
            assert asks(person, name, paper.reference, 1).status_code in (302, 403, 404)
    assert asks(reader, "document-accept", paper.reference).status_code == 200
    assert opened(paper) == []
    assert kept_close() == 0


def test_an_open_paper_is_on_the_list_of_its_own_and_not_in_the_security_stream() -> None:
    paper = a_closed_report(marking="public", sch12a=[])
    assert looks(make.a_member(), paper) == 200
    assert (len(opened(paper)), kept_close()) == (1, 0)


def test_the_monitoring_officer_reads_who_looked_when_and_by_which_right(paper: Document) -> None:
    olive = make.a_holder_of(Post.MONITORING_OFFICER)
    assert "Nobody has opened it yet." in reads(olive, "document-openings", paper.reference)
    seated, named = a_seated_member(paper), a_named_member(paper)
    looks(seated, paper, 2)
    looks(named, paper)
    shown = reads(olive, "document-openings", paper.reference)
    for words in ("Opened 2 times.", "2 people.", seated.name, named.name, "Read, from page 2", BY_SEAT):
        assert words in shown
    assert shown.index(named.name) < shown.index(seated.name)
    assert "See who opened it" in reads(olive, "document", paper.reference)
    assert "See who opened it" not in reads(seated, "document", paper.reference)


def test_the_list_as_a_file_is_harmless_to_a_spreadsheet_and_taking_it_out_is_recorded(
    paper: Document,
) -> None:
    olive, reader = make.a_holder_of(Post.MONITORING_OFFICER), a_named_member(paper)
    Person.objects.filter(pk=reader.pk).update(first_name="=HYPERLINK(1)", title="")
    looks(reader, paper)
    answer = signed_in(olive).get(reverse("document-openings-csv", args=[paper.reference]))
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{paper.reference}-opened.csv"'
    assert "no-store" in answer.headers["Cache-Control"]
    head, line = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert head == ["Who", "When", "What", "Version", "By which right", "Paragraphs"]
    assert line[4] == "Access by name"
    assert "WF-" in line[5]
    assert not line[0].startswith("=")
    assert "HYPERLINK" in line[0]
    kept = CaseEvent.objects.get(kind=events.OPENINGS_EXPORTED.name)
    assert (kept.by, kept.facts["rows"]) == (olive, 1)


def test_a_look_at_the_file_that_is_refused_is_no_export(paper: Document) -> None:
    for person in (make.a_holder_of(Post.DEMOCRATIC_SERVICES), a_seated_member(paper)):
        assert asks(person, "document-openings-csv", paper.reference).status_code == 403
    assert not CaseEvent.objects.filter(kind=events.OPENINGS_EXPORTED.name).exists()
