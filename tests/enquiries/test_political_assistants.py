"""A political assistant asks for a member of the group who is named, where the text lets assistants ask."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from council.models import GroupMembership, Person, Service
from council.queries import Standing, roles_of, standing_of
from council.rules import Role
from enquiries import policies
from enquiries.models import Enquiry
from enquiries.queries import own, visible_to
from enquiries.screens.viewers import who_can_see
from enquiries.states import State
from rulebook.decision import Outcome
from rulebook.protocols import PROTOCOLS
from tests.factories import council as make
from tests.factories.enquiries import an_enquiry
from tests.factories.portal import page, post, signed_in

pytestmark = pytest.mark.django_db
HA, OLD = "haringey", "wokingham-2007"
LET = (HA, OLD)
TODAY = timezone.localdate
A, R, U = Outcome.ALLOWED, Outcome.REFUSED, Outcome.UNKNOWN


@pytest.fixture(autouse=True)
def _under_haringey(settings: Settings) -> None:
    settings.PROTOCOL = HA


@pytest.fixture
def ours(member: Person) -> Person:
    """The member, in the group that the assistant supports, with a colleague."""
    group = make.a_group(name="Progressive Group")
    for one in (member, make.a_member(name="Tom Okafor")):
        GroupMembership.objects.create(person=one, group=group, from_on=make.LONG_AGO)
    return member


@pytest.fixture
def assistant(ours: Person) -> Person:
    """The group's political assistant."""
    return make.a_political_assistant(make.a_group(name="Progressive Group"))


@pytest.fixture
def service(db: None) -> Service:
    """A service with its head."""
    return make.a_service()


def today(person: Person) -> Standing:
    """The person today."""
    return standing_of(person, on=TODAY())


def sent(browser: Client, service: Service, **more: object) -> object:
    """The form, sent."""
    data = {"service": service.pk, "subject": "Bins", "details": "When?", "token": "one-form", **more}
    return browser.post(reverse("enquiry-new"), data)


def test_the_member_must_be_named_by_the_texts_own_rule(
    assistant: Person, ours: Person, service: Service
) -> None:
    browser = signed_in(assistant)
    words = sent(browser, service).content.decode()
    assert "Say for which member you ask" in words
    assert "protocol, paragraph 4.9" in words
    assert not Enquiry.objects.exists()
    assert sent(browser, service, member=ours.pk).status_code == 302
    enquiry = Enquiry.objects.get()
    assert (enquiry.member, enquiry.logged_by) == (ours, assistant)
    assert enquiry.facts["asked_by"] == "political-assistant"
    assert enquiry.facts["on_behalf_of_named_member"] is True


def test_the_member_is_named_even_where_the_group_has_one(service: Service) -> None:
    group = make.a_group()
    only = make.a_member(group=group)
    browser = signed_in(make.a_political_assistant(group))
    assert "Say for which member you ask" in sent(browser, service).content.decode()
    sent(browser, service, member=only.pk)
    assert Enquiry.objects.get().member == only


def test_a_member_of_another_group_cannot_be_named(assistant: Person, service: Service) -> None:
    stranger = make.a_member(group=make.a_group(name="Other Group"))
    assert "Choose a member" in sent(signed_in(assistant), service, member=stranger.pk).content.decode()
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize("key", list(PROTOCOLS))
def test_elsewhere_the_text_has_no_place_for_them(
    assistant: Person, ours: Person, service: Service, settings: Settings, key: str
) -> None:
    settings.PROTOCOL = key
    answer = sent(signed_in(assistant), service, member=ours.pk)
    assert (answer.status_code == 302) == (key in LET)
    assert (Role.ASSISTANT in roles_of(assistant, on=TODAY())) == (key in LET)
    if key not in LET:
        assert "no rule on requests from political assistants" in answer.content.decode()
        assert policies.may_log(today(assistant), ours).outcome is R


def people(assistant: Person, ours: Person) -> dict[str, Person]:
    """Everybody who may know of what the assistant wrote, and everybody who nearly may."""
    yesterday = TODAY() - datetime.timedelta(days=1)
    group, other = make.a_group(name="Progressive Group"), make.a_group(name="Other Group")
    before = make.a_group(name="Earlier Group")
    GroupMembership.objects.create(
        person=make.a_member(name="Gone"), group=before, from_on=make.LONG_AGO, to_on=yesterday
    )
    return {
        "the assistant": assistant,
        "the member": ours,
        "a colleague in the group": GroupMembership.objects.filter(group=group)
        .exclude(person=ours)
        .get()
        .person,
        "the assistant of another group": make.a_political_assistant(other),
        "the assistant until yesterday": make.a_political_assistant(before, to_on=yesterday),
        "the member's own assistant": make.an_assistant_to(ours),
    }


# What the assistant wrote, what the member wrote, what the member wrote in confidence.
SEEING = {
    "the assistant": (A, U, U),
    "the member": (A, A, A),
    "a colleague in the group": (U, U, U),
    "the assistant of another group": (U, U, U),
    "the assistant until yesterday": (U, U, U),
    "the member's own assistant": (A, A, U),
}


def test_they_see_what_they_wrote_and_nothing_else(assistant: Person, ours: Person, service: Service) -> None:
    given = {"member": ours, "service": service, "state": State.SENT}
    cases = (
        an_enquiry(logged_by=assistant, **given),
        an_enquiry(**given),
        an_enquiry(is_confidential=True, **given),
    )
    everybody = people(assistant, ours)
    found = {
        name: tuple(policies.may_see(today(one), case).outcome for case in cases)
        for name, one in everybody.items()
    }
    assert found == SEEING
    for name, one in everybody.items():
        listed = set(visible_to(today(one)).values_list("pk", flat=True))
        assert listed == {case.pk for case, seen in zip(cases, SEEING[name], strict=True) if seen is A}, name


def test_they_do_for_it_what_the_members_assistant_does(assistant: Person, ours: Person) -> None:
    case = an_enquiry(member=ours, logged_by=assistant, state=State.ALLOCATED)
    who = today(assistant)
    for policy in (policies.may_add_information, policies.may_chase, policies.may_withdraw):
        assert policy(who, case).allowed
    for policy in (policies.may_reply, policies.may_decline, policies.may_add_note, policies.may_route):
        assert policy(who, case).outcome is R


def test_their_list_their_file_and_their_pages_hold_it(assistant: Person, ours: Person) -> None:
    theirs = an_enquiry(member=ours, logged_by=assistant, subject="Bins at Larch Court")
    an_enquiry(member=ours, subject="A secret of the member")
    browser = signed_in(assistant)
    for name in ("my-enquiries", "enquiry-download"):
        words = page(browser, name)
        assert theirs.reference in words or "Bins at Larch Court" in words
        assert "A secret of the member" not in words
    assert "Bins at Larch Court" in page(browser, "enquiry", theirs)
    assert list(own(today(assistant))) == [theirs]


def test_their_draft_is_theirs_and_is_sent_for_the_member_it_names(
    assistant: Person, ours: Person, service: Service
) -> None:
    draft = an_enquiry(state=State.DRAFT, member=ours, logged_by=assistant, service=service)
    assert not visible_to(today(ours)).exists()
    browser = signed_in(assistant)
    assert "No heating" in page(browser, "enquiry-draft", draft)
    data = {"service": service.pk, "subject": "Bins", "details": "When?", "token": "b", "member": ours.pk}
    post(browser, "enquiry-draft", draft, **data)
    assert Enquiry.objects.get().state == State.SENT


@pytest.mark.parametrize("what", ["the member leaves the group", "the assistant stops", "another text"])
def test_what_ends_their_part_ends_what_they_see(
    assistant: Person, ours: Person, settings: Settings, what: str
) -> None:
    case = an_enquiry(member=ours, logged_by=assistant, is_confidential=True)
    yesterday = TODAY() - datetime.timedelta(days=1)
    assert policies.may_see(today(assistant), case).allowed
    assert any("logged it" in one for one in who_can_see(case, on=TODAY()).names)
    if what == "another text":
        settings.PROTOCOL = "waltham-forest"
    elif what == "the assistant stops":
        assistant.assists_groups.update(to_on=yesterday)
    else:
        ours.group_memberships.update(to_on=yesterday)
    assert policies.may_see(today(assistant), case).outcome is U
    assert not any("logged it" in one for one in who_can_see(case, on=TODAY()).names)
