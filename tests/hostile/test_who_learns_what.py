"""Nobody learns of an enquiry that is not theirs: not by a guess, a count, a form, a header or a letter."""

import datetime
import re
import secrets
from itertools import product

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.actions.delivering import deliver_due
from casework.models import Attachment, Delivery
from council.models import MemberTerm, OfficerAppointment, Person, PostHolding, User
from enquiries.models import Enquiry
from enquiries.queries import visible_to
from enquiries.states import State
from rulebook.post import Post
from tests.casework.mail_server import MailServer
from tests.factories import council as make
from tests.factories.enquiries import an_enquiry, on_day
from tests.factories.portal import a_democratic_services_officer, a_file, a_pdf, post, signed_in

pytestmark = pytest.mark.django_db

YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)
WORDS = {"subject": "Quernstone", "details": "Threadgold of Marrow Lane", "street": "Marrow Lane"}


def told(answer) -> tuple[object, ...]:
    """Everything that a browser could compare, without the marks that differ at each request."""
    body = re.sub(rb'(csrfmiddlewaretoken" value=")[^"]*', rb"\1", answer.content)
    # The number that the asker gave themselves may come back in an address to go to.
    headers = {name: re.sub("ENQ-[0-9A-Z]{4}-[0-9A-Z]", "ENQ", text) for name, text in answer.headers.items()}
    return answer.status_code, body, headers, sorted(answer.cookies)


@pytest.mark.parametrize("method", ["get", "head", "post", "options", "put"])
def test_an_enquiry_that_is_not_theirs_answers_as_one_that_never_was(method: str) -> None:
    theirs, mine = an_enquiry(state=State.ALLOCATED, **WORDS), an_enquiry(member=make.a_member())
    number = a_file(theirs).pk
    browser = signed_in(mine.member)
    browser.get("/")
    names = (
        "enquiry", "enquiry-draft", "enquiry-delete", "enquiry-sent", "enquiry-answer", "enquiry-add",
        "enquiry-chase", "enquiry-verdict", "enquiry-withdraw", "enquiry-receipt", "enquiry-forward",
        "enquiry-reply", "enquiry-check", "enquiry-replied", "enquiry-hand-back", "enquiry-acknowledge",
        "enquiry-allocate", "enquiry-route", "enquiry-correct", "enquiry-resident", "enquiry-notes",
        "enquiry-history", "enquiry-files", "enquiry-pass-on", "enquiry-privacy", "enquiry-ordinary",
        "enquiry-copy", "enquiry-share", "enquiry-talk", "enquiry-own-letter",
        "enquiry-correct-member", "enquiry-correct-service", "enquiry-correct-subject", "enquiry-take-back",
    )  # fmt: skip
    for name in names:
        real, never = (
            getattr(browser, method)(reverse(name, args=[n])) for n in (theirs.reference, "ENQ-2222-2")
        )
        assert told(real) == told(never), name
    letter = theirs.messages.create(kind="reply", by=theirs.owner, at=timezone.now(), text="Mended.").pk
    for name, own in product(("enquiry-letter", "enquiry-letter-sign"), (theirs.reference, mine.reference)):
        real, never = (getattr(browser, method)(reverse(name, args=[own, pk])) for pk in (letter, 987_654))
        assert told(real) == told(never)
        assert real.status_code in (404, 405)
    for own in (theirs.reference, mine.reference):
        real, never = (
            getattr(browser, method)(reverse("enquiry-file", args=[own, pk])) for pk in (number, 987_654)
        )
        assert told(real) == told(never)
        assert real.status_code in (404, 405)


def test_no_box_and_no_parameter_reaches_an_enquiry_of_somebody_else() -> None:
    theirs = an_enquiry(state=State.DRAFT, **WORDS)
    sent = an_enquiry(state=State.ALLOCATED, member=theirs.member, **WORDS)
    browser = signed_in(make.a_member())
    for enquiry in (theirs, sent):
        for query in (
            f"?like={enquiry.reference}",
            f"?draft={enquiry.reference}",
            f"?member={enquiry.member_id}",
        ):
            page = browser.get(reverse("enquiry-new") + query).content.decode()
            assert "Marrow Lane" not in page
            assert enquiry.member.name not in page
        saving = browser.post(
            reverse("enquiry-autosave") + f"?draft={enquiry.reference}", {"subject": "Mine"}
        )
        never = browser.post(reverse("enquiry-autosave") + "?draft=ENQ-2222-2", {"subject": "Mine"})
        assert told(saving) == told(never)
        assert saving.status_code == 404
    data = {
        "member": theirs.member_id,
        "service": make.a_service().pk,
        "subject": "Mine",
        "details": "Mine",
        "street": "Marrow Lane",
        "token": secrets.token_urlsafe(8),
    }
    answer = browser.post(reverse("enquiry-new"), data, follow=True)
    assert theirs.reference not in answer.content.decode()
    assert sent.reference not in answer.content.decode(), "«similar earlier enquiries» are the member's own"
    assert Enquiry.objects.filter(member=theirs.member).count() == 2


def test_a_draft_of_the_same_member_is_its_writers_alone() -> None:
    member = make.a_member()
    assistant = make.an_assistant_to(member)
    draft = an_enquiry(state=State.DRAFT, member=member, **WORDS)
    browser = signed_in(assistant)
    assert browser.get(reverse("enquiry", args=[draft.reference])).status_code == 404


@pytest.mark.parametrize("kind", ["member", "officer", "holder"])
def test_a_session_that_lives_on_after_the_post_has_ended_opens_nothing(kind: str) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED, **WORDS)
    person: Person = {"member": enquiry.member, "officer": enquiry.owner, "holder": None}[
        kind
    ] or make.a_holder_of(Post.MONITORING_OFFICER)
    browser = signed_in(person)
    for model in (MemberTerm, OfficerAppointment, PostHolding):
        model.objects.filter(person=person).update(to_on=YESTERDAY)
    for address in (reverse("enquiry", args=[enquiry.reference]), reverse("home"), "/admin/"):
        answer = browser.get(address)
        assert "Quernstone" not in answer.content.decode()
        assert answer.status_code in (302, 403)
    assert "_auth_user_id" not in browser.session


def test_the_open_cases_of_a_colleague_leave_out_what_the_asker_may_not_know_of() -> None:
    team = make.a_team()
    service = make.a_service(team=team)
    owner = make.an_officer(name="Dana Whitfield", team=team)
    asker = make.an_officer(name="Owen Tait", team=team)
    secret = an_enquiry(state=State.ALLOCATED, service=service, officer=owner, is_confidential=True)
    plain = an_enquiry(state=State.ALLOCATED, service=service, officer=asker)
    assert not visible_to(on_day(asker)).filter(pk=secret.pk).exists()
    page = signed_in(asker).get(reverse("enquiry-allocate", args=[plain.reference])).content.decode()
    assert "Dana Whitfield" in page
    assert "1 open case" not in page


@pytest.mark.parametrize(
    "role", ["colleague", "director", "democratic services", "assistant", "other member"]
)
def test_of_a_confidential_enquiry_nobody_else_hears(role: str, mail_server: MailServer) -> None:
    team = make.a_team()
    service = make.a_service(team=team)
    secret = an_enquiry(state=State.ALLOCATED, service=service, is_confidential=True, **WORDS)
    person = {
        "colleague": lambda: make.an_officer(team=team),
        "director": lambda: make.a_holder_of(Post.DIRECTOR, directorate=team.directorate),
        "democratic services": a_democratic_services_officer,
        "assistant": lambda: make.an_assistant_to(secret.member),
        "other member": make.a_member,
    }[role]()
    browser = signed_in(person)
    for name in (
        "home",
        "my-enquiries",
        "enquiry-download",
        "my-cases",
        "team-cases",
        "team-cases-csv",
        "to-route",
        "directorate",
        "all-cases",
        "all-cases-csv",
        "enquiry-new",
        "dashboard",
    ):
        answer = browser.get(reverse(name), follow=True)
        page = b"".join(answer).decode() if answer.streaming else answer.content.decode()
        assert secret.reference not in page, name
        assert "Quernstone" not in page, name
    assert browser.get(reverse("enquiry", args=[secret.reference])).status_code == 404
    deliver_due(at=timezone.now() + datetime.timedelta(hours=2))
    assert not Delivery.objects.filter(person=person).exclude(state="withdrawn").exists()


def test_democratic_services_lose_sight_of_a_confidential_enquiry_once_it_has_a_service() -> None:
    enquiry = an_enquiry(unsure=True, is_confidential=True, **WORDS)
    browser = signed_in(a_democratic_services_officer())
    assert browser.get(reverse("enquiry", args=[enquiry.reference])).status_code == 200
    assert post(browser, "enquiry-route", enquiry, service=make.a_service().pk).status_code == 302
    for name in ("enquiry", "enquiry-notes", "enquiry-history", "enquiry-files", "enquiry-route"):
        assert browser.get(reverse(name, args=[enquiry.reference])).status_code == 404, name


def test_the_admin_shows_no_case_no_event_no_mail_and_nobodys_session_or_key() -> None:
    registers = {"localterm", "closureday", "bankholiday", "companiondocument", "guidance", "election"}
    registers |= {"replytemplate", "standingparagraph"}
    person = a_democratic_services_officer()
    User.objects.filter(person=person).update(is_superuser=True)
    browser = signed_in(person)
    for model in admin.site._registry:
        label, name = model._meta.app_label, model._meta.model_name
        assert label not in {"enquiries", "sessions", "guardian", "pghistory"}, name
        assert label != "casework" or name in registers, name
        if label not in {"council", "casework", "django_celery_beat"}:
            assert browser.get(reverse(f"admin:{label}_{name}_changelist")).status_code == 403, name


def test_an_officers_file_that_waits_for_the_reply_is_not_the_members_yet() -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    data = {
        "answer": "full",
        "text": "See it.",
        "version": enquiry.version,
        "attachments": [a_pdf("secret.pdf")],
    }
    post(signed_in(enquiry.owner), "enquiry-check", enquiry, **data)
    number = Attachment.objects.get().pk
    for person in (enquiry.member, enquiry.owner, enquiry.addressee):
        assert (
            signed_in(person).get(reverse("enquiry-file", args=[enquiry.reference, number])).status_code
            == 404
        )
    page = signed_in(enquiry.member).get(reverse("enquiry", args=[enquiry.reference])).content.decode()
    assert "secret.pdf" not in page


def test_what_one_login_typed_is_never_shown_to_the_next_on_the_same_browser() -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    browser, other = signed_in(enquiry.member), make.a_member()
    address = reverse("enquiry-add", args=[enquiry.reference])
    browser.get(address)
    browser.cookies.pop("sessionid")
    browser.post(address, {"text": "Threadgold"})
    browser.force_login(make.a_login(other))
    for page in (address, reverse("enquiry-new"), reverse("home")):
        assert "Threadgold" not in browser.get(page).content.decode()
    browser.force_login(User.objects.get(person=enquiry.member))
    assert "Threadgold" not in Client().get(address, follow=True).content.decode()
