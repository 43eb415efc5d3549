"""Writing an enquiry: what is typed is kept, one press makes one record, and nobody writes for a stranger."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.queries import attachments_shown
from council.models import CouncilProfile, Person, Service
from enquiries.models import Channel, Enquiry
from enquiries.states import State
from tests.factories.council import a_member, a_service, an_assistant_to, an_officer
from tests.factories.enquiries import an_enquiry
from tests.factories.portal import a_democratic_services_officer, a_pdf, page, post, signed_in

pytestmark = pytest.mark.django_db
TEN_MEGABYTES = 10 * 1024 * 1024


@pytest.fixture
def service(db: None) -> Service:
    """A service whose head is Dana Whitfield, with a hint about new repairs."""
    return a_service(
        name="Housing repairs",
        report_title="Is this a new repair?",
        report_hint="Report it first.",
        report_label="Report a repair",
        report_url="https://council.example/repairs",
    )


def words_for(service: Service, /, **other: object) -> dict[str, object]:
    """What a member types."""
    return {
        "service": service.pk,
        "subject": "No heating at Larch Court",
        "details": "When will it be mended?",
        "token": "one-form",
        **other,
    }


def send(browser: Client, data: dict[str, object], name: str = "enquiry-new") -> object:
    """Send the form of the page."""
    return browser.post(reverse(name), data)


def test_three_answers_send_an_enquiry(browser: Client, member: Person, service: Service) -> None:
    answer = send(browser, words_for(service))
    enquiry = Enquiry.objects.get()
    assert answer.url == reverse("enquiry-sent", args=[enquiry.reference])
    assert (enquiry.state, enquiry.member, enquiry.addressee) == (State.SENT, member, service.addressee)
    words = page(browser, "enquiry-sent", enquiry)
    assert enquiry.reference in words
    assert f"{service.addressee.name}, Head of service" in words


def test_pressing_twice_makes_one_record(browser: Client, service: Service) -> None:
    first, second = (send(browser, words_for(service)) for _press in range(2))
    assert first.url == second.url
    assert Enquiry.objects.count() == 1


def test_a_draft_sent_twice_makes_one_record(browser: Client, member: Person, service: Service) -> None:
    draft = an_enquiry(state=State.DRAFT, member=member, service=service)
    urls = {post(browser, "enquiry-draft", draft, **words_for(service)).url for _press in range(2)}
    assert urls == {reverse("enquiry-sent", args=[draft.reference])}
    assert Enquiry.objects.get().state == State.SENT


def test_an_empty_form_says_what_each_box_needs(browser: Client) -> None:
    words = send(browser, {"token": "a"}).content.decode()
    for sentence in ("Choose a service", "Enter a subject", "Enter what you want to know, or want done"):
        assert words.count(sentence) >= 2, sentence
    assert "<title>Error: New enquiry" in words
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize(
    ("box", "value", "sentence"),
    [
        ("service", "999999", "Choose a service"),
        ("service", "x' OR 1=1", "Choose a service"),
        ("subject", "x" * 81, "The subject must be 80 characters or fewer"),
        ("details", "x" * 4001, "must be 4000 characters or fewer"),
        ("street", "x" * 81, "The street or place must be 80 characters or fewer"),
        ("resident_name", "x" * 121, "The resident’s name must be 120 characters or fewer"),
        ("details", "x" * TEN_MEGABYTES, "must be 4000 characters or fewer"),
    ],
)
def test_a_value_that_cannot_be_is_refused_beside_its_box_and_the_rest_is_kept(
    browser: Client, service: Service, box: str, value: str, sentence: str
) -> None:
    answer = send(browser, words_for(service, resident_contact="01632 960001", **{box: value}))
    words = answer.content.decode()
    assert answer.status_code == 200
    assert sentence in words
    assert "01632 960001" in words
    assert not Enquiry.objects.exists()


def test_a_service_that_takes_no_more_enquiries_is_not_offered(browser: Client) -> None:
    closed = a_service(name="Libraries", is_open=False)
    assert "Libraries" not in page(browser, "enquiry-new")
    assert "Choose a service" in send(browser, words_for(closed)).content.decode()


def test_not_sure_goes_to_democratic_services(browser: Client, service: Service) -> None:
    send(browser, words_for(service, service="unsure"))
    enquiry = Enquiry.objects.get()
    assert (enquiry.service, enquiry.team) == (None, None)
    assert "Democratic services, who will send it" in page(browser, "enquiry-sent", enquiry)


def test_not_sure_is_the_last_choice(browser: Client, service: Service) -> None:
    words = page(browser, "enquiry-new")
    assert words.index("Housing repairs") < words.index("I’m not sure")


def test_the_page_says_who_will_reply_without_scripts(browser: Client, service: Service) -> None:
    words = send(browser, words_for(service, subject="", preview="1")).content.decode()
    assert f"{service.addressee.name}, Head of service" in words
    assert "Is this a new repair?" in words
    assert "When will it be mended?" in words
    assert "There is a problem" not in words
    assert not Enquiry.objects.exists()


def test_the_page_holds_the_answers_for_its_script(browser: Client, service: Service) -> None:
    words = page(browser, "enquiry-new")
    assert '<script id="routes" type="application/json">' in words
    assert f'"{service.pk}": {{"to": "{service.addressee.name}, Head of service"' in words


def test_the_date_of_the_preview_explains_itself(browser: Client) -> None:
    words = page(browser, "enquiry-date", query="?received=2026-11-21")
    assert "Tuesday 1\N{NO-BREAK SPACE}December\N{NO-BREAK SPACE}2026" in words
    for nonsense in ("?received=", "?received=9999-99-99", "?received=0001-01-01"):
        assert page(browser, "enquiry-date", query=nonsense)


def test_the_telephone_for_somebody_at_risk_is_the_councils(browser: Client) -> None:
    CouncilProfile.objects.create(pk=1, council_name="Exampleshire", safeguarding_phone="01632 960111")
    assert "01632 960111" in page(browser, "enquiry-new")


# Drafts.


def test_a_draft_may_be_unfinished_and_opens_again(browser: Client) -> None:
    answer = send(browser, {"subject": "Bins", "draft": "1", "token": "a"})
    draft = Enquiry.objects.get()
    assert answer.url == reverse("enquiry-draft", args=[draft.reference])
    words = page(browser, "enquiry-draft", draft)
    assert 'value="Bins"' in words
    assert "Draft saved on" in words


def test_a_draft_that_cannot_be_kept_as_it_is_says_why(browser: Client) -> None:
    words = send(browser, {"subject": "x" * 81, "draft": "1"}).content.decode()
    assert "The subject must be 80 characters or fewer" in words
    assert not Enquiry.objects.exists()


def test_what_is_wrong_in_a_draft_leaves_it_a_draft(
    browser: Client, member: Person, service: Service
) -> None:
    draft = an_enquiry(state=State.DRAFT, member=member, service=service)
    words = post(browser, "enquiry-draft", draft, **words_for(service, details="")).content.decode()
    assert "Enter what you want to know, or want done" in words
    assert Enquiry.objects.get().state == State.DRAFT


def test_files_are_kept_while_the_rest_is_mended(browser: Client, service: Service) -> None:
    words = send(browser, words_for(service, subject="", uploads=a_pdf("photo.pdf"))).content.decode()
    draft = Enquiry.objects.get()
    assert draft.state == State.DRAFT
    assert "photo.pdf" in words
    assert reverse("enquiry-draft", args=[draft.reference]) in words
    assert "When will it be mended?" in words
    post(browser, "enquiry-draft", draft, **words_for(service))
    assert Enquiry.objects.get().state == State.SENT
    assert "photo.pdf" in page(browser, "enquiry", draft)


def test_an_unfit_file_is_named_and_the_fit_one_is_kept(browser: Client, service: Service) -> None:
    data = words_for(service, uploads=[a_pdf("photo.pdf"), a_pdf("run.exe")])
    words = send(browser, data).content.decode()
    assert "run.exe must be" in words
    draft = Enquiry.objects.get()
    assert draft.state == State.DRAFT
    assert [file.name for file in attachments_shown(draft.stream)] == ["photo.pdf"]
    token = words.split('name="token" value="')[1].split('"')[0]
    assert token != "one-form"
    post(browser, "enquiry-draft", draft, **words_for(service, token=token))
    assert Enquiry.objects.get().state == State.SENT


def test_a_page_that_saves_itself_makes_one_draft_and_sends_that_one(
    browser: Client, service: Service
) -> None:
    for subject in ("No", "No heating"):
        answer = send(browser, words_for(service, subject=subject), name="enquiry-autosave")
        assert answer.content.decode().startswith("Draft saved on")
    draft = Enquiry.objects.get()
    assert draft.subject == "No heating"
    answer = send(browser, words_for(service))
    assert answer.url == reverse("enquiry-sent", args=[draft.reference])
    assert Enquiry.objects.count() == 1


def test_a_page_saves_itself_into_nobody_elses_draft(browser: Client, service: Service) -> None:
    theirs = an_enquiry(state=State.DRAFT, member=a_member(), service=service)
    address = f"{reverse('enquiry-autosave')}?draft={theirs.reference}"
    assert browser.post(address, words_for(service)).status_code == 404


def test_deleting_a_draft_asks_first(browser: Client, member: Person) -> None:
    draft = an_enquiry(state=State.DRAFT, member=member)
    assert "cannot be undone" in page(browser, "enquiry-delete", draft)
    assert Enquiry.objects.exists()
    post(browser, "enquiry-delete", draft)
    assert not Enquiry.objects.exists()


# For somebody else.


def test_an_assistant_of_one_member_writes_for_that_member(member: Person, service: Service) -> None:
    assistant = an_assistant_to(member)
    send(signed_in(assistant), words_for(service))
    enquiry = Enquiry.objects.get()
    assert (enquiry.member, enquiry.logged_by) == (member, assistant)


def test_an_assistant_of_several_says_for_whom(member: Person, service: Service) -> None:
    assistant = an_assistant_to(member)
    other, stranger = a_member(), a_member()
    an_assistant_to(other, assistant=assistant)
    browser = signed_in(assistant)
    for nobody in ("", str(stranger.pk)):
        assert "Choose a member" in send(browser, words_for(service, member=nobody)).content.decode()
    assert not Enquiry.objects.exists()
    send(browser, words_for(service, member=other.pk))
    assert Enquiry.objects.get().member == other


@pytest.mark.parametrize("name", ["enquiry-new", "enquiry-log"])
def test_an_officer_who_assists_nobody_is_told_why_not(name: str) -> None:
    answer = signed_in(an_officer()).get(reverse(name))
    assert answer.status_code == 403


def test_a_member_cannot_log_for_another(browser: Client, service: Service) -> None:
    data = words_for(service, member=a_member().pk, channel="letter", received_on="1/11/2026")
    assert send(browser, data, name="enquiry-log").status_code == 403
    send(browser, data)
    assert Enquiry.objects.get().channel == Channel.WEB


def test_democratic_services_log_for_a_member_in_post(member: Person, service: Service) -> None:
    browser = signed_in(a_democratic_services_officer())
    day = timezone.localdate() - datetime.timedelta(days=3)
    data = words_for(service, member=member.pk, channel="telephone", received_on=f"{day:%d/%m/%Y}")
    assert send(browser, data, name="enquiry-log").status_code == 302
    enquiry = Enquiry.objects.get()
    assert (enquiry.member, enquiry.channel, enquiry.received_on) == (member, Channel.TELEPHONE, day)


def test_democratic_services_find_nobody_who_is_no_member_today(service: Service) -> None:
    former = a_member(name="Gone Yesterday", to_on=timezone.localdate() - datetime.timedelta(days=1))
    browser = signed_in(a_democratic_services_officer())
    assert former.name not in page(browser, "enquiry-log")
    data = words_for(service, member=former.pk, channel="letter", received_on="1/11/2026")
    assert "Choose a member" in send(browser, data, name="enquiry-log").content.decode()
