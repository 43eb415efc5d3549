"""A letter in a member's name: whom the texts let sign, what is said first, what is refused and why."""

import datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from casework.models import CaseEvent
from council.models import MemberTerm, Person, Portfolio, Seat
from council.rules import BodyType
from enquiries.actions.issuing import Signature, issue_letter
from enquiries.actions.locking import Stale
from enquiries.models import Enquiry, IssuedLetter, Message
from enquiries.policies.letters import may_issue_letter, signers
from enquiries.screens.letters import signed
from enquiries.states import State
from rulebook.correspondence import Signatory
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import an_enquiry, on_day
from tests.factories.portal import signed_in

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def an_executive_member(**more: Any) -> Person:
    """Who has a portfolio."""
    member = make.a_member(name="Owen Hughes")
    Portfolio.objects.create(
        person=member, title="Executive Member for Housing", from_on=make.LONG_AGO, **more
    )
    return member


def a_chair(kind: BodyType, office: str = Seat.Office.CHAIR) -> Person:
    """Who has that seat on a body of that kind."""
    member = make.a_member()
    make.a_seat(make.a_body(kind=kind), member, office=office)
    return member


def an_answer(settings: Settings, text: str = "wokingham-2014", **more: Any) -> Enquiry:
    """Answered under that text."""
    settings.PROTOCOL = text
    return an_enquiry(state=State.ANSWERED, **more)


def reply_of(enquiry: Enquiry) -> Message:
    """Its reply."""
    return enquiry.messages.get(kind=Message.Kind.REPLY)


def issue(enquiry: Enquiry, member: Person, office: Signatory, *, undertakes: bool = False) -> IssuedLetter:
    """As the officer who has it."""
    return issue_letter(
        who=on_day(enquiry.owner),
        enquiry=enquiry,
        message=reply_of(enquiry),
        signature=Signature(f"{member.pk}:{office.value}", undertakes),
        token=f"token-{IssuedLetter.objects.count()}-{undertakes}-{member.pk}",
        at=timezone.now(),
        seen_version=enquiry.version,
    )


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("wokingham-2014", {Signatory.EXECUTIVE_MEMBER, Signatory.SCRUTINY_CHAIR, Signatory.MAYOR}),
        ("wokingham-2007", {Signatory.EXECUTIVE_MEMBER, Signatory.SCRUTINY_CHAIR, Signatory.MAYOR}),
        ("mwda", {Signatory.CHAIR, Signatory.DEPUTY_CHAIR}),
        ("waltham-forest", set()),
        ("haringey", set()),
        ("parish", set()),
    ],
)
def test_those_offered_hold_an_office_that_the_text_names(
    settings: Settings, text: str, offices: set[Signatory]
) -> None:
    enquiry = an_answer(settings, text)
    an_executive_member()
    a_chair(BodyType.SCRUTINY)
    a_chair(BodyType.COUNCIL)
    a_chair(BodyType.COMMITTEE)
    make.a_holder_of(Post.MAYOR)
    body = make.a_body(kind=BodyType.COUNCIL)
    make.a_seat(body, make.a_member(), office=Seat.Office.VICE_CHAIR)
    make.a_seat(body, make.a_member())
    assert {one.office for one in signers(enquiry, on=TODAY)} == offices


def test_nearly_those_are_not_offered(settings: Settings) -> None:
    enquiry = an_answer(settings)
    yesterday = TODAY - datetime.timedelta(days=1)
    an_executive_member(is_deputy=True)
    an_executive_member(to_on=yesterday)
    gone = an_executive_member()
    MemberTerm.objects.filter(person=gone).update(to_on=yesterday)
    a_chair(BodyType.SCRUTINY, Seat.Office.VICE_CHAIR)
    a_chair(BodyType.SCRUTINY, Seat.Office.MEMBER)
    Portfolio.objects.create(person=enquiry.member, title="Own", from_on=make.LONG_AGO)
    assert signers(enquiry, on=TODAY) == ()


def test_a_letter_that_was_issued_goes_in_the_members_name_with_the_office_of_that_day(
    settings: Settings,
) -> None:
    enquiry = an_answer(settings)
    member = an_executive_member()
    issue(enquiry, member, Signatory.EXECUTIVE_MEMBER)
    Portfolio.objects.update(title="Executive Member for Parks")
    assert signed(reply_of(enquiry)) == ("Councillor Owen Hughes", "Executive Member for Housing")
    event = CaseEvent.objects.get(kind="enquiry.letter_issued")
    assert event.facts["signed_by"] == member.pk
    assert event.by == enquiry.owner


@pytest.mark.parametrize(
    ("text", "office", "paragraphs"),
    [
        ("wokingham-2014", Signatory.EXECUTIVE_MEMBER, ["WO-P-CO.4"]),
        ("wokingham-2007", Signatory.EXECUTIVE_MEMBER, ["WO-E-CO.4"]),
        ("mwda", Signatory.CHAIR, []),
    ],
)
def test_a_letter_that_binds_is_refused_in_a_members_name_with_the_paragraph(
    settings: Settings, text: str, office: Signatory, paragraphs: list[str]
) -> None:
    enquiry = an_answer(settings, text)
    member = a_chair(BodyType.COUNCIL) if text == "mwda" else an_executive_member()
    with pytest.raises(Refused) as refusal:
        issue(enquiry, member, office, undertakes=True)
    assert [str(cite) for cite in refusal.value.decision.citations] == paragraphs
    assert not IssuedLetter.objects.exists()


def test_the_database_holds_no_letter_that_binds_in_a_members_name(settings: Settings) -> None:
    enquiry = an_answer(settings)
    with pytest.raises(IntegrityError), transaction.atomic():
        IssuedLetter.objects.create(
            message=reply_of(enquiry),
            signed_by=an_executive_member(),
            office="executive-member",
            title="x",
            undertakes=True,
            by=enquiry.owner,
            at=timezone.now(),
        )


@pytest.mark.parametrize("key", ["officer", "0:mayor", "x", ""])
def test_a_name_that_was_not_offered_is_refused(settings: Settings, key: str) -> None:
    enquiry = an_answer(settings)
    with pytest.raises(Refused):
        issue_letter(
            who=on_day(enquiry.owner),
            enquiry=enquiry,
            message=reply_of(enquiry),
            signature=Signature(key, False),
            token="t",
            at=timezone.now(),
        )


def test_a_letter_is_issued_once_and_the_second_officer_is_told(settings: Settings) -> None:
    enquiry = an_answer(settings)
    member = an_executive_member()
    issue(enquiry, member, Signatory.EXECUTIVE_MEMBER)
    with pytest.raises(Stale):
        issue(enquiry, member, Signatory.EXECUTIVE_MEMBER)
    enquiry.refresh_from_db(fields=["version"])
    with pytest.raises(Refused, match="has been issued"):
        issue(enquiry, member, Signatory.EXECUTIVE_MEMBER)
    assert IssuedLetter.objects.count() == 1


@pytest.mark.parametrize("column", [{"is_confidential": True}, {"privacy": "private"}])
def test_what_few_may_read_is_signed_by_its_writer_alone(
    settings: Settings, column: dict[str, object]
) -> None:
    enquiry = an_answer(settings)
    Enquiry.objects.filter(pk=enquiry.pk).update(**column)
    enquiry = Enquiry.objects.get(pk=enquiry.pk)
    decision = may_issue_letter(on_day(enquiry.owner), enquiry, reply_of(enquiry))
    assert "The officer who wrote the letter signs it" in decision.sentence


def address(enquiry: Enquiry) -> str:
    """The page «Who signs this letter?»."""
    return reverse("enquiry-letter-sign", args=[enquiry.reference, reply_of(enquiry).pk])


def typed(enquiry: Enquiry, member: Person, **more: object) -> dict[str, object]:
    """What the form sends for an executive member."""
    return {
        "version": enquiry.version,
        "token": "once",
        "signed_by": f"{member.pk}:executive-member",
        "undertakes": "no",
        "agreed": "on",
        **more,
    }


def test_the_page_issues_the_letter_and_a_second_press_makes_no_second_one(settings: Settings) -> None:
    enquiry = an_answer(settings)
    member = an_executive_member()
    browser = signed_in(enquiry.owner)
    words = browser.get(address(enquiry)).content.decode()
    assert "Councillor Owen Hughes, Executive Member for Housing" in words
    for _press in range(2):
        answer = browser.post(address(enquiry), typed(enquiry, member))
        assert answer["Location"] == reverse("enquiry-letter", args=[enquiry.reference, reply_of(enquiry).pk])
    assert IssuedLetter.objects.count() == 1
    assert "has been issued" in browser.get(answer["Location"]).content.decode()
    assert browser.get(address(enquiry)).status_code == 403


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"undertakes": ""}, "Say whether it undertakes an obligation"),
        ({"agreed": ""}, "Ask the member first"),
        ({"signed_by": ""}, "Choose who signs the letter"),
        ({"signed_by": "1:mayor"}, "Choose who signs the letter"),
        ({"undertakes": "yes"}, "never goes in a member’s name"),
        ({"version": 0}, "This case changed while you were typing"),
    ],
)
def test_what_is_wrong_is_said_beside_its_box_and_everything_typed_is_kept(
    settings: Settings, changed: dict[str, object], sentence: str
) -> None:
    enquiry = an_answer(settings)
    member = an_executive_member()
    answer = signed_in(enquiry.owner).post(address(enquiry), typed(enquiry, member, **changed))
    words = answer.content.decode()
    assert sentence in words
    assert not IssuedLetter.objects.exists()
    if "signed_by" not in changed:
        key = f'value="{member.pk}:executive-member" checked'
        assert key in words


def test_a_letter_that_binds_shows_the_paragraph_on_the_page(settings: Settings) -> None:
    enquiry = an_answer(settings)
    answer = signed_in(enquiry.owner).post(
        address(enquiry), typed(enquiry, an_executive_member(), undertakes="yes")
    )
    assert reverse("protocol-paragraph", args=["WO-P-CO.4"]) in answer.content.decode()


def test_the_officer_who_wrote_it_is_the_first_choice_and_needs_no_record(settings: Settings) -> None:
    enquiry = an_answer(settings)
    an_executive_member()
    browser = signed_in(enquiry.owner)
    assert 'value="officer" checked' in browser.get(address(enquiry)).content.decode()
    answer = browser.post(address(enquiry), {"version": enquiry.version, "signed_by": "officer"})
    assert answer.status_code == 302
    assert not IssuedLetter.objects.exists()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("haringey", "names no member who signs an official letter"),
        ("parish", "names no member who signs an official letter"),
        ("waltham-forest", "names no member who signs an official letter"),
        ("mwda", "lets no member in this office sign"),
    ],
)
def test_where_no_member_may_sign_the_page_says_so(settings: Settings, text: str, sentence: str) -> None:
    enquiry = an_answer(settings, text)
    words = signed_in(enquiry.owner).get(address(enquiry)).content.decode()
    assert sentence in words
    assert '<form method="post" novalidate>' not in words


def test_only_the_officers_who_deal_with_it_choose(settings: Settings) -> None:
    enquiry = an_answer(settings)
    member = an_executive_member()
    for person, status in (
        (enquiry.member, 403),
        (make.an_assistant_to(enquiry.member), 403),
        (member, 404),
        (make.an_officer(), 404),
    ):
        browser = signed_in(person)
        assert browser.get(address(enquiry)).status_code == status
        assert browser.post(address(enquiry), typed(enquiry, member)).status_code == status
    assert not IssuedLetter.objects.exists()
