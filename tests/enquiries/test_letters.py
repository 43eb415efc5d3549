"""A reply as a letter: what it says, who may open it by every door, and the member's own to a resident."""

import io
import sys
from collections.abc import Callable

import pypdf
import pytest
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent
from council.models import CouncilProfile, Person
from enquiries.models import Copy, Enquiry, Message, Privacy, Retraction
from enquiries.screens.letters import letter_of, own_letter_of
from enquiries.states import State
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in as with_second_factor
from tests.factories.enquiries import ACTION, FORWARD, REASON, REPLY, an_enquiry
from tests.factories.portal import a_democratic_services_officer, page, signed_in

pytestmark = pytest.mark.django_db
RESIDENT = {"resident_name": "Ivy Quennell", "resident_contact": "07700 900123", "street": "Pollard Way"}
NEVER = 987_654


@pytest.fixture(autouse=True)
def _council(db: None) -> None:
    CouncilProfile.objects.create(pk=1, council_name="Midshire Council", address="Town Hall")


def an_answer(*, confidential: bool = False, **more: object) -> Enquiry:
    """An answered enquiry; a confidential one is answered by its addressee."""
    service = make.a_service()
    given: dict[str, object] = {"service": service, "state": State.ANSWERED, **RESIDENT, **more}
    if confidential:
        given |= {"officer": service.addressee, "is_confidential": True}
    return an_enquiry(**given)


def said(enquiry: Enquiry, kind: str = Message.Kind.REPLY, text: str = "") -> Message:
    """The message of that kind, or a new one with that text."""
    if text:
        return Message.objects.create(
            enquiry=enquiry, kind=kind, by=enquiry.owner, at=timezone.now(), text=text
        )
    return enquiry.messages.filter(kind=kind).latest("pk")


def address(enquiry: Enquiry, message: Message | int, query: str = "") -> str:
    """Where the letter is."""
    number = message if isinstance(message, int) else message.pk
    return reverse("enquiry-letter", args=[enquiry.reference, number]) + query


def pdf_words(answer: object) -> str:
    """The words of a PDF that was sent."""
    reader = pypdf.PdfReader(io.BytesIO(answer.content))  # type: ignore[attr-defined]
    return "\n".join(one.extract_text() for one in reader.pages)


def test_a_reply_is_a_letter_with_its_number_day_addressee_and_writer() -> None:
    enquiry = an_answer()
    sheet = letter_of(enquiry, said(enquiry))
    assert sheet.head is not None
    assert (sheet.head.name, sheet.reference, sheet.marking) == ("Midshire Council", enquiry.reference, "")
    assert sheet.to == ("Councillor Priya Nair",)
    assert sheet.greeting == "Dear Councillor Nair"
    assert sheet.body[0].paragraphs[0] in REPLY
    assert sheet.signed[0] == "Dana Whitfield"
    assert sheet.title == f"{enquiry.reference}: {enquiry.subject}"


def test_a_holding_reply_is_a_letter_in_three_parts() -> None:
    enquiry = an_answer(state=State.HOLDING)
    sections = letter_of(enquiry, said(enquiry, Message.Kind.HOLDING_REPLY)).body
    assert [section.heading for section in sections] == [
        "Why the full reply is late",
        "What is being done",
        "When you will have the full reply",
    ]
    assert [section.paragraphs[0] for section in sections[:2]] == [REASON, ACTION]


def test_a_letter_in_another_name_does_not_end_in_its_writers() -> None:
    enquiry = an_answer()
    typed = "Dear Priya\n\nDone.\n\nYours faithfully\nDana Whitfield\nRepairs manager"
    sheet = letter_of(enquiry, said(enquiry, text=typed))
    assert (sheet.greeting, sheet.ending) == ("Dear Priya", "Yours faithfully")
    assert sheet.body[0].paragraphs == ("Done.",)


def test_everybody_who_has_a_copy_stands_on_the_letter() -> None:
    enquiry = an_answer()
    for name in ("Owen Hughes", "Grace Lowe"):
        Copy.objects.create(
            message=said(enquiry),
            person=make.an_officer(name=name),
            permission=Copy.Permission.OFFICER,
            by=enquiry.owner,
            at=timezone.now(),
        )
    assert set(letter_of(enquiry, said(enquiry)).copied) == {"Owen Hughes", "Grace Lowe"}


@pytest.mark.parametrize(
    ("columns", "marking"),
    [
        ({"is_confidential": True}, "Confidential"),
        ({"privacy": Privacy.PRIVATE}, "Private"),
        ({"privacy": Privacy.ASKED}, "Private"),
        ({}, ""),
    ],
)
def test_a_letter_that_few_may_read_is_marked_and_called_by_its_number_alone(
    columns: dict[str, object], marking: str
) -> None:
    enquiry = an_answer()
    for name, value in columns.items():
        setattr(enquiry, name, value)
    sheet = letter_of(enquiry, said(enquiry))
    assert sheet.marking == marking
    assert (sheet.title == enquiry.reference) is bool(marking)
    assert (enquiry.subject in (sheet.title + sheet.subject)) is not bool(marking)


@pytest.mark.parametrize("query", ["", "?format=pdf"])
def test_neither_page_nor_pdf_holds_the_residents_details_or_the_version_to_forward(query: str) -> None:
    enquiry = an_answer()
    answer = signed_in(enquiry.member).get(address(enquiry, said(enquiry), query))
    assert answer.status_code == 200
    words = pdf_words(answer) if query else answer.content.decode()
    assert "Dana Whitfield" in words
    assert enquiry.reference in words
    for word in (*RESIDENT.values(), FORWARD):
        assert word not in words


def test_the_pdf_comes_as_a_file_with_the_number_for_its_name() -> None:
    enquiry = an_answer()
    answer = signed_in(enquiry.member).get(address(enquiry, said(enquiry), "?format=pdf"))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="{enquiry.reference}.pdf"'
    assert "no-store" in answer["Cache-Control"]


def test_where_no_pdf_can_be_made_the_page_says_so_and_shows_the_letter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    enquiry = an_answer()
    answer = signed_in(enquiry.member).get(address(enquiry, said(enquiry), "?format=pdf"))
    assert answer.status_code == 200
    words = answer.content.decode()
    assert "This server cannot make a PDF now. Print this page instead" in words
    assert "Dear Councillor Nair" in words


ROLES: dict[str, Callable[[Enquiry], Person]] = {
    "member": lambda enquiry: enquiry.member,
    "assistant": lambda enquiry: make.an_assistant_to(enquiry.member),
    "owner": lambda enquiry: enquiry.owner,
    "officer of the team": lambda enquiry: make.an_officer(team=enquiry.team),
    "democratic services": lambda enquiry: a_democratic_services_officer(),
    "monitoring officer": lambda enquiry: make.a_holder_of(Post.MONITORING_OFFICER),
    "another member": lambda enquiry: make.a_member(),
    "leader of another group": lambda enquiry: make.a_member(group=make.a_group(), office="leader"),
    "officer of another team": lambda enquiry: make.an_officer(team=make.a_team()),
}
SEE = {
    False: {*ROLES} - {"another member", "leader of another group", "officer of another team"},
    True: {"member", "owner", "monitoring officer"},
}


@pytest.mark.parametrize("confidential", [False, True])
@pytest.mark.parametrize("role", ROLES)
def test_whoever_may_see_the_message_may_have_the_letter_and_nobody_else(
    role: str, confidential: bool
) -> None:
    enquiry = an_answer(confidential=confidential)
    browser = with_second_factor(ROLES[role](enquiry))
    for query in ("", "?format=pdf"):
        answer = browser.get(address(enquiry, said(enquiry), query))
        if role in SEE[confidential]:
            assert answer.status_code == 200
            continue
        never = browser.get(address(enquiry, NEVER, query))
        assert answer.status_code == never.status_code == 404
        real = address(enquiry, said(enquiry)).encode()
        assert answer.content.replace(real, b"") == never.content.replace(
            address(enquiry, NEVER).encode(), b""
        )


@pytest.mark.parametrize(
    "kind", [Message.Kind.NOTE, Message.Kind.HAND_BACK, Message.Kind.QUESTION, Message.Kind.INFORMATION]
)
def test_notes_and_what_is_no_letter_are_pages_that_never_were(kind: str) -> None:
    enquiry = an_answer()
    other = said(enquiry, kind, "Between ourselves")
    for person in (enquiry.member, enquiry.owner):
        assert signed_in(person).get(address(enquiry, other)).status_code == 404


def test_a_letter_taken_back_is_a_page_that_never_was() -> None:
    enquiry = an_answer()
    Retraction.objects.create(
        message=said(enquiry), reason="Wrong person", by=enquiry.owner, at=timezone.now()
    )
    for person in (enquiry.member, enquiry.owner):
        assert signed_in(person).get(address(enquiry, said(enquiry))).status_code == 404
    own = reverse("enquiry-own-letter", args=[enquiry.reference])
    assert signed_in(enquiry.member).get(own).status_code == 404


def test_a_message_of_another_enquiry_does_not_open_under_a_number_of_ones_own() -> None:
    mine, theirs = an_answer(), an_answer(member=make.a_member())
    assert signed_in(mine.member).get(address(mine, said(theirs))).status_code == 404


@pytest.mark.parametrize("query", ["", "?format=pdf"])
def test_staff_who_open_a_confidential_letter_are_recorded_and_the_member_is_not(query: str) -> None:
    enquiry = an_answer(confidential=True)
    kept = CaseEvent.objects.filter(kind="enquiry.opened_confidential")
    signed_in(enquiry.member).get(address(enquiry, said(enquiry), query))
    assert not kept.exists()
    signed_in(enquiry.owner).get(address(enquiry, said(enquiry), query))
    assert kept.get().facts["part"] == "letter"


def test_both_case_pages_lead_to_the_letter_of_each_reply() -> None:
    enquiry = an_answer()
    where = address(enquiry, said(enquiry))
    for person in (enquiry.member, enquiry.owner):
        assert f'href="{where}"' in page(signed_in(person), "enquiry", enquiry)


TEXTS = ("waltham-forest", "haringey", "wokingham-2014", "wokingham-2007", "mwda", "parish")


@pytest.mark.parametrize("text", TEXTS)
def test_a_members_own_letter_says_its_capacity_under_every_text(text: str) -> None:
    ward = make.a_ward(name="Larch")
    enquiry = an_answer(member=make.a_member(name="Priya Nair", ward=ward))
    enquiry.protocol = text
    sheet = own_letter_of(enquiry, FORWARD, on=timezone.localdate())
    assert "ward member for Larch, in my own capacity, and not on behalf of Midshire" in sheet.capacity
    assert (sheet.head is not None) is (text == "waltham-forest")
    assert sheet.signed == ("Councillor Priya Nair",)
    assert not sheet.reference
    assert enquiry.reference not in sheet.title


def test_a_member_without_a_ward_writes_as_a_member() -> None:
    enquiry = an_answer()
    enquiry.member = make.a_person(name="Tom Pell")
    capacity = own_letter_of(enquiry, FORWARD, on=timezone.localdate()).capacity
    assert capacity.startswith("I write as a member, in my own capacity")


@pytest.mark.parametrize(("role", "status"), [("member", 200), ("assistant", 200), ("owner", 403)])
def test_only_the_members_side_writes_in_the_members_name(role: str, status: int) -> None:
    enquiry = an_answer()
    where = reverse("enquiry-own-letter", args=[enquiry.reference])
    answer = signed_in(ROLES[role](enquiry)).get(where)
    assert answer.status_code == status
    if status == 200:
        words = answer.content.decode()
        assert FORWARD in words
        assert not [word for word in (REPLY, "Ivy Quennell", "07700 900123", "Dana") if word in words]


def test_the_members_own_letter_is_a_pdf_too_and_needs_a_version_to_forward() -> None:
    enquiry = an_answer()
    where = reverse("enquiry-own-letter", args=[enquiry.reference])
    answer = signed_in(enquiry.member).get(where + "?format=pdf")
    assert answer["Content-Disposition"] == 'attachment; filename="letter.pdf"'
    assert "in my own capacity" in " ".join(pdf_words(answer).split())
    bare = an_answer(member=make.a_member(), forward="")
    where = reverse("enquiry-own-letter", args=[bare.reference])
    assert signed_in(bare.member).get(where).status_code == 404


def test_the_page_to_forward_leads_to_the_letter() -> None:
    enquiry = an_answer()
    where = reverse("enquiry-own-letter", args=[enquiry.reference])
    assert where in page(signed_in(enquiry.member), "enquiry-forward", enquiry)
