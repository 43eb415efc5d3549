"""Copies are open: who may have one, who is asked, that the line stands for every reader, and who is told."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from casework.models import CaseEvent
from council.models import MemberTerm, OfficerAppointment, Person
from enquiries.actions.copying import answer_consent
from enquiries.models import Copy, CopyConsent, Enquiry, Privacy, Retraction
from enquiries.queries import copies_to
from enquiries.states import State
from enquiries.subscribers import may_receive
from rulebook.decision import Refused
from tests.factories import council as make
from tests.factories.enquiries import REPLY, an_enquiry, on_day
from tests.factories.letters import copied, letter_of
from tests.factories.portal import page, post, signed_in

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - timezone.timedelta(days=1)


@pytest.fixture
def answered() -> Enquiry:
    return an_enquiry(state=State.ANSWERED, details="The marrowfat works.", resident_name="Ivy Threadgold")


def told(enquiry: Enquiry, kind: str) -> set[Person]:
    event = CaseEvent.objects.filter(stream=enquiry.stream, kind=kind).latest("place")
    return {one.person for one in event.deliveries.select_related("person")}


def agrees(enquiry: Enquiry, *, to: bool, by: Person | None = None) -> CopyConsent:
    consent = CopyConsent.objects.get(enquiry=enquiry, agreed=None)
    who = on_day(by or enquiry.member)
    return answer_consent(who=who, consent=consent, agrees=to, at=timezone.now())


def test_an_officer_has_a_copy_at_once_and_everybody_on_the_case_is_told(answered: Enquiry) -> None:
    officer = make.an_officer()
    assert copied(answered, officer) is not None
    assert told(answered, "enquiry.copied") == {officer, answered.member}


def test_another_member_has_one_only_once_the_author_agrees(answered: Enquiry) -> None:
    other = make.a_member(name="Owen Marsh")
    assert copied(answered, other) is None
    assert told(answered, "enquiry.consent_asked") == {answered.member}
    assert not Copy.objects.exists()
    agrees(answered, to=True)
    agrees_again = CopyConsent.objects.get()
    answer_consent(who=on_day(answered.member), consent=agrees_again, agrees=False, at=timezone.now())
    assert Copy.objects.get().permission == Copy.Permission.AUTHOR
    assert told(answered, "enquiry.copied") == {other, answered.owner}


def test_refused_nobody_has_it_and_nobody_asks_again(answered: Enquiry) -> None:
    other = make.a_member()
    copied(answered, other)
    agrees(answered, to=False)
    assert not Copy.objects.exists()
    with pytest.raises(Refused, match="does not want"):
        copied(answered, other)


def test_only_the_author_answers(answered: Enquiry) -> None:
    copied(answered, make.a_member())
    for other in (make.a_member(), make.an_assistant_to(answered.member), answered.owner):
        with pytest.raises(Refused):
            agrees(answered, to=True, by=other)


@pytest.mark.parametrize("text", ["mwda", "wokingham-2014", "waltham-forest"])
def test_a_letter_of_general_interest_goes_to_the_chair_where_the_text_says_so(
    text: str, settings: Settings
) -> None:
    settings.PROTOCOL = text
    enquiry, chair = an_enquiry(state=State.ANSWERED), make.a_member()
    make.a_seat(make.a_body(), chair, office="chair")
    copy = copied(enquiry, chair, general=True)
    assert (copy is not None and copy.permission == Copy.Permission.GENERAL_INTEREST) is (text == "mwda")
    assert copied(an_enquiry(state=State.ANSWERED), make.a_member(), general=True) is None


@pytest.mark.parametrize("how", [{"is_confidential": True}, {"privacy": Privacy.ASKED}])
def test_what_is_confidential_or_private_is_never_copied(how: dict[str, object]) -> None:
    enquiry = an_enquiry(state=State.ANSWERED)
    privacy = {"privacy": Privacy.PRIVATE} if "privacy" in how else how
    Enquiry.objects.filter(pk=enquiry.pk).update(**privacy)
    with pytest.raises(Refused, match="private or confidential"):
        copied(enquiry, make.an_officer())
    assert enquiry.owner is not None
    assert "Send a copy" not in page(signed_in(enquiry.owner), "enquiry", enquiry)


def test_nobody_is_copied_twice_or_what_is_theirs(answered: Enquiry) -> None:
    officer = make.an_officer()
    copied(answered, officer)
    for person in (officer, answered.member, answered.owner, make.a_person()):
        assert person is not None
        with pytest.raises(Refused):
            copied(answered, person)


def test_the_line_stands_under_the_letter_for_every_reader(answered: Enquiry) -> None:
    officer, other = make.an_officer(name="Beth Tait"), make.a_member(name="Owen Marsh")
    copied(answered, officer)
    copied(answered, other)
    agrees(answered, to=True)
    line = "Copied to: Beth Tait, Councillor Owen Marsh"
    assert answered.owner is not None
    for reader in (answered.member, answered.owner):
        assert line in page(signed_in(reader), "enquiry", answered)
    for person in (officer, other):
        copy = Copy.objects.get(person=person)
        words = signed_in(person).get(reverse("enquiry-copied", args=[copy.pk])).content.decode()
        assert line in words
        assert REPLY in words


def test_whoever_has_a_copy_reads_that_letter_and_nothing_else(answered: Enquiry) -> None:
    officer = make.an_officer()
    copy = copied(answered, officer)
    assert copy is not None
    browser = signed_in(officer)
    words = browser.get(reverse("enquiry-copied", args=[copy.pk])).content.decode()
    assert not [text for text in ("marrowfat", "Threadgold", answered.subject) if text in words]
    assert browser.get(reverse("enquiry", args=[answered.reference])).status_code == 404
    assert reverse("enquiry-copied", args=[copy.pk]) in page(browser, "enquiry-copies")
    for stranger in (make.a_member(), make.an_officer(), answered.member):
        assert signed_in(stranger).get(reverse("enquiry-copied", args=[copy.pk])).status_code == 404


def test_a_copy_is_read_while_in_post_and_not_once_it_was_taken_back(answered: Enquiry) -> None:
    officer, other = make.an_officer(), make.a_member()
    copy = copied(answered, officer)
    copied(answered, other)
    agrees(answered, to=True)
    event = CaseEvent.objects.filter(kind="enquiry.copied").earliest("place")
    assert copy is not None
    assert may_receive(officer, event, timezone.localdate()).allowed
    MemberTerm.objects.filter(person=other).update(to_on=YESTERDAY)
    make.OfficerAppointment.objects.create(
        person=other,
        job_title="Officer",
        grade=make.Grade.OFFICER,
        directorate=make.a_directorate(),
        from_on=make.LONG_AGO,
    )
    assert not copies_to(on_day(other)).exists(), "a member's copy is no officer's"
    OfficerAppointment.objects.filter(person=officer).update(to_on=YESTERDAY)
    assert not copies_to(on_day(officer)).exists()
    OfficerAppointment.objects.filter(person=officer).update(to_on=None)
    Retraction.objects.create(
        message=letter_of(answered), reason="Wrong person", by=officer, at=timezone.now()
    )
    assert not copies_to(on_day(officer)).exists()


def sends(browser: Client, enquiry: Enquiry, **data: object) -> str:
    given = {
        "version": str(enquiry.version),
        "token": "t",
        "letter": str(letter_of(enquiry).pk),
        "reason": "Asks.",
    }
    url = reverse("enquiry-copy", args=[enquiry.reference])
    return browser.post(url, {**given, **data}, follow=True).content.decode()


def test_the_page_sends_once_keeps_what_was_typed_and_says_what_is_wrong(answered: Enquiry) -> None:
    assert answered.owner is not None
    browser, officer = signed_in(answered.owner), make.an_officer(name="Beth Tait")
    assert "Nobody in office today" in sends(browser, answered, person="Nobody Atall")
    faulty = sends(browser, answered, person=answered.member.email, reason="Because of <the> thing")
    assert "has this letter already" in faulty
    assert "Because of &lt;the&gt; thing" in faulty
    for _twice in range(2):
        assert "Copied to: Beth Tait" in sends(browser, answered, person="Beth Tait")
    assert Copy.objects.filter(person=officer).count() == 1
    stale = sends(browser, answered, person=make.an_officer().email, token="another")
    assert "This case changed while you were typing" in stale


def test_the_member_answers_on_their_page(answered: Enquiry) -> None:
    copied(answered, make.a_member(name="Owen Marsh"))
    browser = signed_in(answered.member)
    words = page(browser, "enquiry", answered)
    assert "May Councillor Owen Marsh have a copy?" in words
    consent = CopyConsent.objects.get()
    url = reverse("enquiry-copy-answer", args=[answered.reference, consent.pk])
    assert browser.post(url, {"answer": "perhaps"}).status_code == 404
    assert browser.post(url, {"answer": "yes"}).status_code == 302
    assert "Copied to: Councillor Owen Marsh" in page(browser, "enquiry", answered)
    assert answered.owner is not None
    assert post(signed_in(answered.owner), "enquiry-withdraw", answered).status_code == 403


def test_before_a_letter_was_sent_the_page_says_so() -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    assert enquiry.owner is not None
    assert "No letter has been sent" in page(signed_in(enquiry.owner), "enquiry-copy", enquiry)
