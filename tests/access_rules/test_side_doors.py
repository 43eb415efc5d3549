"""A page’s picture by every way but its own: its place on the disk, ranges, HEAD, caches, other numbers."""

import io
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse
from PIL import Image

from access_rules.models import Document, Version
from casework.models import CaseEvent
from council.models import Person
from enquiries.states import State
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.enquiries import an_enquiry
from tests.factories.onward import asks
from tests.factories.pages import body_of
from tests.factories.papers import a_closed_report, a_named_member, accepts
from tests.factories.reading import a_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper() -> Document:
    return a_closed_report()


@pytest.fixture
def reader(paper: Document) -> Person:
    found = a_named_member(paper)
    accepts(found, paper)
    return found


def picture_of(paper: Document, number: int = 1) -> str:
    return reverse("document-picture", args=[paper.reference, number])


def test_no_address_leads_to_the_place_where_a_file_or_a_page_is_kept(
    paper: Document, reader: Person
) -> None:
    version = paper.versions.get()
    names = [version.attachment.file.name, *(page.picture.name for page in version.pages.all())]
    for person in (reader, make.a_holder_of(Post.DEMOCRATIC_SERVICES)):
        browser = signed_in(person)
        for name in names:
            for before in ("", "media/", "files/", "static/", "static/../", "documents/"):
                assert browser.get(f"/{before}{name}").status_code == 404, before + name
    assert not settings.MEDIA_URL or settings.MEDIA_URL == "/"


def test_the_file_of_a_document_is_no_file_of_a_case(paper: Document, reader: Person) -> None:
    attachment = paper.versions.get().attachment
    enquiry = an_enquiry(state=State.ALLOCATED, member=reader)
    keeper = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    for person, reference in (
        (reader, enquiry.reference),
        (reader, paper.reference),
        (keeper, enquiry.reference),
        (keeper, paper.reference),
    ):
        for name in ("enquiry-file", "enquiry-approve-file"):
            assert asks(person, name, reference, attachment.pk).status_code == 404, name


def test_a_picture_is_whole_for_its_reader_alone_and_kept_nowhere(paper: Document, reader: Person) -> None:
    browser, address = signed_in(reader), picture_of(paper)
    whole = browser.get(address)
    assert "no-store" in whole.headers["Cache-Control"]
    assert whole.headers["X-Content-Type-Options"] == "nosniff"
    assert whole.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    for name in ("ETag", "Last-Modified", "Accept-Ranges", "Content-Range"):
        assert name not in whole.headers, name
    asked: list[dict[str, Any]] = [
        {"HTTP_RANGE": "bytes=0-99"},
        {"HTTP_IF_NONE_MATCH": "*"},
        {"HTTP_IF_MODIFIED_SINCE": "Wed, 25 Nov 2099 10:00:00 GMT"},
    ]
    for headers in asked:
        answer = browser.get(address, **headers)
        assert answer.status_code == 200, headers
        assert len(answer.content) > 1000, headers


def test_a_part_of_a_picture_is_not_had_by_whoever_may_not_have_the_whole(paper: Document) -> None:
    for headers in ({"HTTP_RANGE": "bytes=0-99"}, {"HTTP_IF_NONE_MATCH": "*"}):
        answer = signed_in(make.a_member()).get(picture_of(paper), **headers)  # type: ignore[arg-type]
        assert answer.status_code == 404


def test_a_look_at_the_head_alone_tells_nothing_more_and_stands_on_record(
    paper: Document, reader: Person
) -> None:
    head = signed_in(reader).head(picture_of(paper))
    assert (head.status_code, head.content) == (200, b"")
    assert CaseEvent.objects.filter(stream=paper.stream, kind="document.opened").count() == 1
    other, never = signed_in(make.a_member()), reverse("document-picture", args=["DOC-2222-2", 1])
    real, none = other.head(picture_of(paper)), other.head(never)
    assert (real.status_code, none.status_code) == (404, 404)
    assert real.headers.get("Content-Length") == none.headers.get("Content-Length")


@pytest.mark.parametrize("verb", ["post", "put", "patch", "delete", "options"])
def test_no_other_verb_opens_a_page(paper: Document, reader: Person, verb: str) -> None:
    for name in ("document-page", "document-picture"):
        answer = getattr(signed_in(reader), verb)(reverse(name, args=[paper.reference, 1]))
        assert answer.status_code == 405
        assert "Quernstone" not in body_of(answer).decode("utf-8", "replace")


def test_the_number_of_a_page_of_another_version_or_document_opens_nothing(
    paper: Document, reader: Person
) -> None:
    longer = a_closed_report(*["Wolfsbane"] * 5)
    a_version(paper, *["Wolfsbane"] * 4, kind=Version.Kind.REDACTED)
    a_version(paper, *["Wolfsbane"] * 4, is_current=False)
    for number in (0, 3, 4, 5, longer.versions.get().pk, 2**31):
        for name in ("document-page", "document-picture"):
            assert asks(reader, name, paper.reference, number).status_code == 404, number
    assert asks(reader, "document-picture", longer.reference, 1).status_code == 404


def test_two_readers_never_have_the_same_picture(paper: Document, reader: Person) -> None:
    other = a_named_member(paper)
    accepts(other, paper)
    one, two = (signed_in(person).get(picture_of(paper)).content for person in (reader, other))
    assert one != two
    kept = paper.versions.get().pages.get(number=1).picture
    with kept.open("rb") as plain, Image.open(plain) as page, Image.open(io.BytesIO(one)) as shown:
        assert shown.height > page.height
        assert shown.width == page.width


def test_a_number_with_a_nul_in_it_is_not_found(reader: Person) -> None:
    browser = signed_in(reader)
    for path in ("/documents/DOC%00/read/1/picture/", "/documents/%00/read/", "/documents/../read/1/"):
        assert browser.get(path).status_code in (301, 404), path
