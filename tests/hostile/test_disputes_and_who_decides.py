"""A case changes hands, is private or is disputed: nobody learns of it by that, and nobody is left out."""

import secrets

import pytest
from django.urls import reverse
from django.utils import timezone

from casework.events import registration_of
from casework.models import CaseEvent
from casework.policies.disputes import may_see_dispute
from casework.queries.disputes import found_precedents, needing
from casework.queries.disputes import visible_to as disputes_visible_to
from council.models import Person
from council.rules import Grade
from enquiries import events
from enquiries.actions.correcting import Sent, put_member_right
from enquiries.actions.merging import merge_enquiries
from enquiries.models import Enquiry, Privacy
from enquiries.policies import preparing
from enquiries.policies.correcting import may_correct_member
from enquiries.policies.disputing import open_to_dispute
from enquiries.queries import to_approve, visible_to
from enquiries.screens.disputing import case_face
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.disputes import a_dispute, determined, withheld
from tests.factories.enquiries import an_enquiry, moment, on_day
from tests.factories.letters import a_private_enquiry
from tests.factories.portal import a_democratic_services_officer, signed_in
from tests.factories.preparing import a_waiting_reply, wants_approval
from tests.factories.repairs import Council, a_case, the_repairs_team

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def council() -> Council:
    return the_repairs_team()


def form(person: Person) -> Sent:
    """A correction by that person, a moment ago."""
    return Sent(who=on_day(person), at=timezone.now(), reason="By mistake.", token=secrets.token_urlsafe(9))


# Whose enquiry it turns out to be.


def test_it_goes_to_no_other_member_with_what_was_merged_into_it(council: Council) -> None:
    keeper = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    own, case = a_case(council), a_case(council, subject="By telephone", logged_by=keeper)
    merge_enquiries(who=on_day(council.officer), merged=own, into=case, at=timezone.now())
    right = make.a_member()
    decision = may_correct_member(on_day(keeper), Enquiry.objects.get(pk=case.pk))
    assert decision.outcome is Outcome.REFUSED
    assert "merged into this one" in decision.sentence
    with pytest.raises(Refused):
        put_member_right(sent=form(keeper), enquiry=case, member=right)
    assert not visible_to(on_day(right)).filter(pk=case.pk).exists()


def test_it_goes_to_no_other_member_while_the_wrong_one_disputes_a_decision(council: Council) -> None:
    keeper = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    case = a_case(council, logged_by=keeper)
    withheld(case, by=council.officer)
    dispute = a_dispute(case)
    assert "disputes a decision" in may_correct_member(on_day(keeper), case).sentence
    Enquiry.objects.filter(pk=case.pk).update(member=make.a_member())
    words = case_face(on_day(council.officer), dispute).decision
    assert words
    assert case_face(on_day(council.member), dispute).decision == ""


# Disputes of what is private or confidential.


@pytest.mark.parametrize("how", ["private", "confidential"])
def test_a_dispute_is_known_to_nobody_who_may_not_know_of_the_case(council: Council, how: str) -> None:
    assistant = make.an_assistant_to(council.member)
    keeper, other = make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_holder_of(Post.HEAD_OF_PAID_SERVICE)
    monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
    if how == "private":
        case = a_private_enquiry(Privacy.PRIVATE, member=council.member, service=council.service)
    else:
        case = an_enquiry(member=council.member, service=council.service, is_confidential=True)
    withheld(case, by=council.head)
    dispute = a_dispute(Enquiry.objects.get(pk=case.pk))
    determined(dispute, by=monitoring, reasons="Quernstone has a right to it.")
    for person in (assistant, keeper, council.colleague, council.officer, council.director, other):
        who = on_day(person)
        assert not disputes_visible_to(who).exists(), person
        assert needing(who) == 0
        assert not found_precedents(who, words="Quernstone").exists()
        assert not may_see_dispute(who, dispute).allowed
    for person in (council.member, council.head, monitoring):
        assert disputes_visible_to(on_day(person)).exists()


def test_whoever_disputes_in_the_members_place_is_led_to_a_page_that_they_may_open(council: Council) -> None:
    keeper = a_democratic_services_officer()
    case = a_case(council, logged_by=keeper)
    withheld(case, by=council.officer)
    place = open_to_dispute(case)[0].contested.place
    data = {"place": place, "words": "She needs it.", "token": secrets.token_urlsafe(9)}
    browser, address = signed_in(keeper), reverse("enquiry-dispute", args=[case.reference])
    for _press in range(2):
        answer = browser.post(address, data)
        assert answer.status_code == 302
        assert "/enquiries/" in answer.headers["Location"]
        assert browser.get(answer.headers["Location"]).status_code == 200


# Who stands in, and who is told.


def test_whoever_stands_in_for_the_head_of_service_is_asked_to_approve_in_their_place(
    council: Council,
) -> None:
    wants_approval(council)
    case = a_case(council)
    substitute = make.an_officer(name="Ines Roy", grade=Grade.HEAD_OF_SERVICE, team=make.a_team())
    make.an_absence(council.head, substitute)
    a_waiting_reply(case, by=council.officer)
    event = CaseEvent.objects.get(stream=case.stream, kind=events.APPROVAL_ASKED.name)
    assert substitute in {one.person for one in event.deliveries.select_related("person")}
    assert to_approve(on_day(substitute)).filter(pk=case.pk).exists()
    assert preparing.may_approve(on_day(substitute), case).allowed


def test_the_letter_of_a_merge_names_the_other_enquiry_to_its_member_alone(council: Council) -> None:
    old, case = a_case(council), a_case(council, subject="The same again")
    merge_enquiries(who=on_day(council.head), merged=old, into=case, at=moment(TODAY, 12))
    event = CaseEvent.objects.get(stream=old.stream, kind=events.MERGED_INTO.name)
    letters = {one.person: letter_to(one.person, event) for one in event.deliveries.select_related("person")}
    assert case.reference in letters[council.member]
    assert case.reference not in letters[council.officer]


def letter_to(person: Person, event: CaseEvent) -> str:
    """The letter as it is written to the person."""
    registration = registration_of(event.kind)
    assert registration is not None
    assert registration.render is not None
    letter = registration.render(person, event)
    return " ".join([letter.subject, *letter.lines])
