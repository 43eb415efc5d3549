"""What one part of the work keeps from somebody, no other part shows them: each door between two is tried."""

import secrets

import pytest
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent
from council.models import Person
from enquiries import events
from enquiries.actions.contributing import give_contribution
from enquiries.actions.correcting import Sent, take_back
from enquiries.actions.following import add_information
from enquiries.actions.merging import merge_enquiries
from enquiries.actions.replying import send_reply
from enquiries.models import Enquiry, Privacy, Verdict
from enquiries.policies import preparing
from enquiries.policies.disputing import open_to_dispute
from enquiries.queries import of_team, visible_to
from enquiries.screens.verdicts import satisfaction
from enquiries.views.files import files_of
from rulebook.post import Post
from tests.architecture.table import OF_AN_ENQUIRY
from tests.factories import council as make
from tests.factories.disputes import a_dispute, withheld
from tests.factories.enquiries import on_day
from tests.factories.letters import a_private_enquiry, copied, shared
from tests.factories.pages import body_of
from tests.factories.portal import a_file, page, signed_in
from tests.factories.preparing import PART, a_part, another_team
from tests.factories.repairs import Council, a_case, the_repairs_team
from tests.factories.withholding import send_withheld

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
MISTAKEN = "Threadgold is let off the rent."


@pytest.fixture
def council() -> Council:
    return the_repairs_team()


def form(person: Person) -> Sent:
    """A correction by that person, a moment ago."""
    return Sent(who=on_day(person), at=timezone.now(), reason="By mistake.", token=secrets.token_urlsafe(9))


def replied(enquiry: Enquiry, *, by: Person, text: str = MISTAKEN, keep: bool = False) -> Enquiry:
    """The same with that reply; `keep` asks not to pass it on."""
    send_reply(
        who=on_day(by),
        enquiry=enquiry,
        text=text,
        forward_text=text,
        at=timezone.now(),
        do_not_circulate=keep,
    )
    return Enquiry.objects.get(pk=enquiry.pk)


def taken_back(enquiry: Enquiry) -> Enquiry:
    """The same after its reply was taken back by democratic services."""
    take_back(sent=form(make.a_holder_of(Post.DEMOCRATIC_SERVICES)), enquiry=enquiry)
    return Enquiry.objects.get(pk=enquiry.pk)


# A team that was asked for its part.


def test_a_team_that_is_asked_for_its_part_opens_that_page_and_no_other(council: Council) -> None:
    case, (team, lena) = a_case(council), another_team()
    answered = a_case(council, subject="Another matter")
    letter = withheld(case, by=council.officer).message
    number = a_file(case).pk
    a_part(case, team, by=council.officer)
    browser = signed_in(lena)
    given = {"reference": case.reference, "message": letter.pk, "pk": number}
    for address in OF_AN_ENQUIRY:
        answer = browser.get(address.path(**given))
        if address.name == "enquiry-part":
            assert answer.status_code == 200
        else:
            assert answer.status_code in (302, 403, 404, 405), address.route
            assert letter.text.encode() not in body_of(answer), address.route
        if answer.status_code == 302:
            led = browser.get(answer.headers["Location"], follow=True)
            assert led.status_code == 403 or led.request["PATH_INFO"].endswith("/part/"), address.route
    assert browser.get(reverse("enquiry", args=[answered.reference])).status_code == 404


def test_it_finds_the_case_in_no_list_and_neither_does_its_director(council: Council) -> None:
    case, (team, lena) = a_case(council), another_team()
    a_part(case, team, by=council.officer)
    director = make.a_holder_of(Post.DIRECTOR, directorate=team.directorate)
    assert not of_team(on_day(lena)).exists()
    assert not visible_to(on_day(director)).filter(pk=case.pk).exists()
    for person, name in ((lena, "team-cases-csv"), (director, "team-cases-csv"), (director, "directorate")):
        answer = signed_in(person).get(reverse(name))
        assert answer.status_code == 200, name
        assert case.reference not in body_of(answer).decode(), name


def test_a_team_that_gave_its_part_reads_no_more_than_before(council: Council) -> None:
    case, (team, lena) = a_case(council), another_team()
    part = a_part(case, team, by=council.officer)
    give_contribution(who=on_day(lena), enquiry=case, part=part.pk, text=PART, at=timezone.now())
    case = replied(Enquiry.objects.get(pk=case.pk), by=council.officer)
    said = case.messages.get()
    browser = signed_in(lena)
    assert MISTAKEN not in page(browser, "enquiry-part", case)
    for name, args in (("enquiry-letter", [said.pk]), ("enquiry-forward", []), ("enquiry-receipt", [])):
        assert browser.get(reverse(name, args=[case.reference, *args])).status_code == 403, name


@pytest.mark.parametrize("privacy", [Privacy.ASKED, Privacy.PRIVATE, Privacy.DECLINED])
def test_no_team_is_asked_for_a_part_that_it_could_not_read(council: Council, privacy: Privacy) -> None:
    case = a_private_enquiry(privacy, member=council.member, service=council.service)
    assert not preparing.may_ask_contribution(on_day(council.head), case).allowed


# A colleague with whom the member shares it.


def test_what_is_not_to_be_passed_on_is_no_letter_for_a_colleague(council: Council) -> None:
    case = replied(a_case(council), by=council.officer, keep=True)
    colleague = make.a_member(name="Owen Marsh")
    shared(case, colleague)
    address = reverse("enquiry-letter", args=[case.reference, case.messages.get().pk])
    assert signed_in(colleague).get(address).status_code == 404
    assert MISTAKEN not in page(signed_in(colleague), "enquiry", case)
    assert signed_in(council.member).get(address).status_code == 200


def test_a_merged_thread_shows_a_colleague_no_file_and_nothing_that_is_not_to_be_passed_on(
    council: Council,
) -> None:
    old, case = a_case(council), a_case(council, subject="The same again")
    said = old.messages.create(
        kind="holding-reply", by=council.officer, at=timezone.now(), text=MISTAKEN, do_not_circulate=True
    )
    told = add_information(who=on_day(council.member), enquiry=old, text="It is flat 4.", at=timezone.now())
    event = CaseEvent.objects.get(stream=old.stream, kind=events.INFORMATION_ADDED.name)
    a_file(old, name="plan.pdf", event=event)
    old = Enquiry.objects.get(pk=old.pk)
    merge_enquiries(who=on_day(council.officer), merged=old, into=case, at=timezone.now())
    colleague = make.a_member(name="Owen Marsh")
    shared(case, colleague)
    theirs, mine = (page(signed_in(one), "enquiry", case) for one in (colleague, council.member))
    assert said.text in mine
    assert said.text not in theirs
    assert told.text in theirs
    assert "plan.pdf" in mine
    assert "plan.pdf" not in theirs


def test_the_letters_of_what_was_merged_open_for_whoever_reads_them_there(council: Council) -> None:
    old, case = a_case(council), a_case(council, subject="The same again")
    said = withheld(old, by=council.officer).message
    old = Enquiry.objects.get(pk=old.pk)
    merge_enquiries(who=on_day(council.officer), merged=old, into=case, at=timezone.now())
    colleague, stranger = make.a_member(name="Owen Marsh"), make.a_member()
    shared(case, colleague)
    letter = reverse("enquiry-letter", args=[case.reference, said.pk])
    for person, code in ((colleague, 200), (council.member, 200), (council.officer, 200), (stranger, 404)):
        assert signed_in(person).get(letter).status_code == code, person
    assert letter in page(signed_in(colleague), "enquiry", case)
    of_another = a_case(council, member=make.a_member(), subject="Not merged")
    letter = reverse("enquiry-letter", args=[of_another.reference, said.pk])
    assert signed_in(council.officer).get(letter).status_code == 404


def test_whoever_has_a_copy_has_its_letter_and_nobody_else(council: Council) -> None:
    case = replied(a_case(council), by=council.officer, text="It is mended.")
    _team, lena = another_team()
    copy = copied(case, lena)
    assert copy is not None
    letter = reverse("enquiry-copied-letter", args=[copy.pk])
    assert letter in signed_in(lena).get(reverse("enquiry-copied", args=[copy.pk])).content.decode()
    answer = signed_in(lena).get(letter)
    assert "It is mended." in answer.content.decode()
    assert case.details not in answer.content.decode()
    assert reverse("enquiry", args=[case.reference]) not in answer.content.decode()
    assert signed_in(council.director).get(letter).status_code == 404
    taken_back(case)
    assert signed_in(lena).get(letter).status_code == 404


# What was taken back.


def test_the_files_of_a_reply_taken_back_stay_hidden_after_its_enquiry_was_merged(council: Council) -> None:
    old, case = replied(a_case(council), by=council.officer), a_case(council, subject="The same again")
    event = CaseEvent.objects.get(stream=old.stream, kind=events.REPLY_SENT.name)
    number = a_file(old, name="rent.pdf", event=event).pk
    old = taken_back(old)
    merge_enquiries(who=on_day(council.officer), merged=old, into=case, at=timezone.now())
    assert files_of(case, staff=True).filter(pk=number).exists()
    assert not files_of(case, staff=False).filter(pk=number).exists()
    mine = signed_in(council.member)
    assert mine.get(reverse("enquiry-file", args=[case.reference, number])).status_code == 404
    for name in ("rent.pdf", MISTAKEN):
        assert name not in page(mine, "enquiry", case)


def test_a_refusal_that_was_taken_back_is_neither_shown_nor_open_to_dispute(council: Council) -> None:
    case = a_case(council)
    send_withheld(case, council.officer, day=TODAY, what=MISTAKEN)
    case = taken_back(Enquiry.objects.get(pk=case.pk))
    mine = signed_in(council.member)
    assert open_to_dispute(case) == []
    assert mine.get(reverse("enquiry-dispute", args=[case.reference])).status_code == 403
    shown = page(mine, "enquiry", case)
    assert MISTAKEN not in shown
    assert "What is withheld, and why, stands in the reply" not in shown


def test_a_dispute_about_it_shows_the_words_to_nobody_any_more(council: Council) -> None:
    case = a_case(council)
    send_withheld(case, council.officer, day=TODAY, what=MISTAKEN)
    dispute = a_dispute(Enquiry.objects.get(pk=case.pk))
    assert MISTAKEN in page_of(dispute.reference, council.member)
    taken_back(Enquiry.objects.get(pk=case.pk))
    for person in (council.member, council.officer):
        assert MISTAKEN not in page_of(dispute.reference, person)


def page_of(number: str, person: Person) -> str:
    """The dispute's page as that person reads it."""
    answer = signed_in(person).get(reverse("dispute", args=[number]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_the_member_said_of_a_reply_taken_back_counts_for_no_service(council: Council) -> None:
    case = replied(a_case(council), by=council.officer)
    Verdict.objects.create(
        enquiry=case, reply=case.messages.get(), answers=True, by=council.member, at=timezone.now()
    )
    assert [one.judged for one in satisfaction(Enquiry.objects.all())] == [1]
    taken_back(case)
    assert satisfaction(Enquiry.objects.all()) == []
