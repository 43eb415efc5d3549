"""The pages on which something is withheld, asked for on a condition, or offered instead."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from enquiries.actions import replying
from enquiries.models import Message, Withholding
from enquiries.queries import conditions_waiting
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.enquiries import on_day
from tests.factories.pages import get, post, text_of
from tests.factories.repairs import Council, a_case, the_repairs_team

pytestmark = pytest.mark.django_db
WHY = "They are still being negotiated."
LATER = "11/1/2099"


@pytest.fixture
def mwda(settings: Settings) -> Council:
    """A team at an authority whose text knows every condition; a monitoring officer too."""
    settings.PROTOCOL = "mwda"
    make.a_holder_of(Post.MONITORING_OFFICER, person=make.an_officer(name="Olive Marsh"))
    return the_repairs_team()


def withheld(**more: Any) -> dict[str, Any]:
    """What the form of withholding sends."""
    return {"what": "The prices.", "reason": WHY, "rules": ["MW-5.1a"], "given": "It began in May.", **more}


def test_the_page_before_sending_shows_the_whole_letter_and_who_is_copied(mwda: Council) -> None:
    case, browser = a_case(mwda), signed_in(mwda.officer)
    page = text_of(get(browser, "enquiry-withhold", case))
    assert "A copy goes to Olive Marsh, Monitoring Officer" in page
    looked = text_of(post(browser, "enquiry-withhold", case, **withheld()))
    assert not case.messages.exists()
    for words in ("It began in May.", WHY, "Copied to\nOlive Marsh, Monitoring Officer", "The clock stops"):
        assert words in looked
    sent = post(browser, "enquiry-withhold", case, **withheld(send="1"))
    assert sent.status_code == 302
    message = case.messages.get()
    assert message.text in looked.replace("&#x27;", "'")
    member = text_of(get(signed_in(mwda.member), "enquiry", case))
    assert "Copied to\nOlive Marsh, Monitoring Officer" in member
    assert "A copy of the reply went to Olive Marsh." in member


def test_pressing_twice_sends_one_reply(mwda: Council) -> None:
    case, browser = a_case(mwda), signed_in(mwda.officer)
    for _press in range(2):
        assert post(browser, "enquiry-withhold", case, **withheld(send="1")).status_code == 302
    assert Withholding.objects.count() == case.messages.count() == 1


def test_what_was_typed_is_kept_when_something_is_wrong_with_it(mwda: Council) -> None:
    case, browser = a_case(mwda), signed_in(mwda.officer)
    page = text_of(post(browser, "enquiry-withhold", case, **withheld(reason="", rules=[])))
    assert "Give the reason" in page
    assert "Choose the rule that it rests on" in page
    assert "It began in May." in page


def test_changing_it_brings_the_form_back_with_every_word(mwda: Council) -> None:
    case, browser = a_case(mwda), signed_in(mwda.officer)
    page = text_of(post(browser, "enquiry-withhold", case, **withheld(change="1")))
    assert WHY in page
    assert 'value="MW-5.1a"' in page
    assert not case.messages.exists()


def test_somebody_else_answered_meanwhile_and_nothing_typed_is_lost(mwda: Council) -> None:
    case, browser = a_case(mwda), signed_in(mwda.officer)
    now = timezone.now()
    replying.add_note(who=on_day(mwda.colleague), enquiry=case, text="Careful.", at=now)
    for boxes in (withheld(), withheld(send="1")):
        page = text_of(post(browser, "enquiry-withhold", case, **boxes))
        assert "changed while you were typing" in page
        assert WHY in page
    replying.send_reply(who=on_day(mwda.colleague), enquiry=case, text="Here it is.", forward_text="", at=now)
    answer = post(browser, "enquiry-withhold", case, **withheld(send="1"))
    assert answer.status_code == 403
    assert WHY in text_of(answer)
    assert not Withholding.objects.exists()


def test_without_a_monitoring_officer_the_page_says_so(settings: Settings) -> None:
    settings.PROTOCOL = "mwda"
    council = the_repairs_team()
    answer = get(signed_in(council.officer), "enquiry-withhold", a_case(council))
    assert answer.status_code == 403
    assert "Nothing can be withheld until then" in text_of(answer)


def test_a_page_that_the_text_does_not_know_says_so_with_its_sentence() -> None:
    council = the_repairs_team()
    answer = get(signed_in(council.officer), "enquiry-undertaking", a_case(council))
    assert answer.status_code == 403
    assert "does not let officers ask for a promise" in text_of(answer)


def test_the_member_reads_the_promise_and_makes_it_in_their_own_words(mwda: Council) -> None:
    case, officer, member = a_case(mwda), signed_in(mwda.officer), signed_in(mwda.member)
    assert "section 100F(1)" in text_of(get(officer, "enquiry-undertaking", case))
    asked = post(officer, "enquiry-undertaking", case, reason="Staff are named.", promise="I undertake it.")
    assert asked.status_code == 302
    shown = text_of(get(member, "enquiry", case))
    assert "Until the member makes this promise" in shown
    assert reverse("enquiry-promise", args=[case.reference]) in shown
    page = text_of(get(member, "enquiry-promise", case))
    assert "Staff are named." in page
    assert "you can appeal to the monitoring officer" in page
    row = conditions_waiting(case).get()
    wrong = text_of(post(member, "enquiry-promise", case, about=row.pk, answer="yes", words=""))
    assert "Make the promise in your own words" in wrong
    made = post(member, "enquiry-promise", case, about=row.pk, answer="yes", words="I undertake to be quiet.")
    assert made.status_code == 302
    assert "«I undertake to be quiet.»" in text_of(get(officer, "enquiry", case))


def test_an_assistant_reads_that_a_promise_is_personal(mwda: Council) -> None:
    case = a_case(mwda)
    post(signed_in(mwda.officer), "enquiry-undertaking", case, reason="Named.", promise="I undertake it.")
    answer = get(signed_in(make.an_assistant_to(mwda.member)), "enquiry-promise", case)
    assert answer.status_code == 403
    assert "A promise is personal" in text_of(answer)


def a_letter() -> SimpleUploadedFile:
    """The resident's authority."""
    return SimpleUploadedFile("authority.txt", b"I allow it.", content_type="text/plain")


def test_an_authority_goes_from_the_officer_to_the_member_and_back(mwda: Council) -> None:
    case, officer, member = a_case(mwda), signed_in(mwda.officer), signed_in(mwda.member)
    page = text_of(get(officer, "enquiry-authority", case))
    assert "in writing, clear and explicit" in page
    assert "The clock runs on" in page
    post(officer, "enquiry-authority", case, reason="Mr Q’s file.")
    wrong = text_of(post(member, "enquiry-show-authority", case, text="From Mr Q."))
    assert "Choose a file: the authority must be in writing" in wrong
    assert "From Mr Q." in wrong
    sent = post(member, "enquiry-show-authority", case, text="From Mr Q.", uploads=[a_letter()])
    assert sent.status_code == 302
    case.refresh_from_db(fields=["version"])
    assert "authority.txt" in text_of(get(officer, "enquiry-judge-authority", case))
    wrong = text_of(post(officer, "enquiry-judge-authority", case, answer="no"))
    assert "Say why it is not accepted" in wrong
    post(officer, "enquiry-judge-authority", case, answer="yes")
    assert "The authority was accepted on" in text_of(get(member, "enquiry", case))


def test_an_unfit_file_is_said_beside_its_box_and_nothing_is_sent(mwda: Council) -> None:
    case = a_case(mwda)
    post(signed_in(mwda.officer), "enquiry-authority", case, reason="Mr Q’s file.")
    unfit = SimpleUploadedFile("run.exe", b"MZ\x00", content_type="application/octet-stream")
    answer = post(signed_in(mwda.member), "enquiry-show-authority", case, text="Mr Q.", uploads=[unfit])
    assert answer.status_code == 200
    assert "run.exe" in text_of(answer)
    assert not case.messages.filter(kind=Message.Kind.AUTHORITY).exists()


def test_what_is_not_needed_any_more_lets_the_reply_go(mwda: Council) -> None:
    case, officer = a_case(mwda), signed_in(mwda.officer)
    post(officer, "enquiry-authority", case, reason="Mr Q’s file.")
    assert "authority was asked for and is not accepted yet" in text_of(get(officer, "enquiry", case))
    case.refresh_from_db(fields=["version"])
    post(officer, "enquiry-end-condition", case, reason="It is public already.")
    assert not conditions_waiting(case).exists()
    assert "It is public already." in text_of(get(signed_in(mwda.member), "enquiry", case))
