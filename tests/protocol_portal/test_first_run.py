"""The first-run checklist: from an empty database to a portal that is ready, worked out and never ticked."""

import datetime
import io
import re

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.actions.registering import load_bank_holidays
from casework.models import BankHoliday, LocalTerm
from council.actions import invite
from council.models import (
    Body,
    CouncilProfile,
    Invitation,
    MemberTerm,
    OfficerAppointment,
    Person,
    PostHolding,
    Seat,
    User,
)
from council.queries import holders_of, members_on
from council.rules.posts import FOLLOWING_POSTS
from council.tasks import send_invitations
from protocol_portal.first_run.registers import Status
from protocol_portal.first_run.tasks import HELD_BY_MANY, left, tasks
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS
from tests.factories import council as make
from tests.factories.browsers import signed_in

pytestmark = pytest.mark.django_db
PASSWORD = "otter-and-willow-77"


def statuses() -> dict[str, Status]:
    return {task.name: task.status for task in tasks(timezone.now())}


def hint(name: str) -> str:
    return next(task.hint for task in tasks(timezone.now()) if task.name == name)


def test_with_nothing_in_the_registers_nothing_is_done_and_some_cannot_start() -> None:
    BankHoliday.objects.all().delete()
    found = statuses()
    assert Status.DONE not in set(found.values()) - {found["Local terms that the protocol leaves open"]}
    waiting = {name for name, status in found.items() if status is Status.CANNOT_START}
    assert waiting == {"Posts of the protocol", "Who signs reports", "Invitations to members"}


@pytest.mark.parametrize("key", sorted(PROTOCOLS))
def test_the_checklist_stands_under_each_text(key: str, settings) -> None:
    settings.PROTOCOL = key
    make.a_member()
    keeper = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    page = signed_in(keeper).get(reverse("first-run"))
    assert page.status_code == 200
    assert "Vacant today" in hint("Posts of the protocol")


def set_up(settings) -> Person:
    """A council that has done all; the keeper comes back."""
    settings.PROTOCOL = "haringey"
    CouncilProfile.objects.create(
        pk=1,
        council_name="Larch Council",
        phone="01632 960100",
        accessibility_result="partially",
        accessibility_prepared_on=timezone.localdate(),
    )
    make.a_service()
    member = make.a_member()
    keeper = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    for post in PROTOCOLS["haringey"].posts:
        if post not in HELD_BY_MANY and post not in FOLLOWING_POSTS:
            make.a_holding(post)
    body = Body.objects.create(name="Full Council", kind="council", from_on=make.LONG_AGO)
    Seat.objects.create(body=body, person=member, office="chair", from_on=make.LONG_AGO)
    LocalTerm.objects.create(
        duty="reply", value=10, unit="working-days", paragraph="Minute 1", from_on=make.LONG_AGO
    )
    load_bank_holidays(at=timezone.now())
    invite(person=member, email=member.email, by=keeper, at=timezone.now())
    send_invitations()
    for person in members_on(timezone.localdate()):
        make.a_login(person)
    return keeper


def test_a_council_that_did_it_all_is_told_so_and_reminded_no_more(settings) -> None:
    keeper = set_up(settings)
    assert {name for name, status in statuses().items() if status is not Status.DONE} == set()
    client = signed_in(keeper)
    assert "The portal is ready" in client.get(reverse("first-run")).content.decode()
    assert "first-run checklist" not in client.get(reverse("to-route")).content.decode()


UNDONE = {
    "Name and telephone of the council": lambda: CouncilProfile.objects.update(phone=""),
    "Accessibility statement": lambda: CouncilProfile.objects.update(accessibility_result=""),
    "Members": lambda: MemberTerm.objects.update(to_on=make.LONG_AGO),
    "A second person for confidential posts": lambda: PostHolding.objects.filter(
        pk=PostHolding.objects.filter(post=Post.DEMOCRATIC_SERVICES).last().pk
    ).update(to_on=make.LONG_AGO),
    "Posts of the protocol": lambda: PostHolding.objects.filter(post=Post.LEADER).update(to_on=make.LONG_AGO),
    "Who signs reports": lambda: PostHolding.objects.filter(post=Post.MONITORING_OFFICER).update(
        to_on=make.LONG_AGO
    ),
    "Local terms that the protocol leaves open": lambda: LocalTerm.objects.update(to_on=make.LONG_AGO),
    "Closed days": lambda: (
        BankHoliday.objects.filter(on__year=timezone.localdate().year + 1).delete()
        and BankHoliday.objects.filter(on__year__gt=timezone.localdate().year + 1).delete()
    ),
    "The mail server is reached": lambda: Invitation.objects.update(sent_at=None, attempts=3),
    "Invitations to members": make.a_member,
}


@pytest.mark.parametrize("name", sorted(UNDONE))
def test_what_is_undone_is_to_do_again(name: str, settings) -> None:
    set_up(settings)
    if name == "The mail server is reached":
        Invitation.objects.update(accepted_at=None)
    UNDONE[name]()
    assert statuses()[name] is not Status.DONE


def test_a_vacant_post_is_named_by_its_title_and_an_unconfirmed_one_waits(settings) -> None:
    set_up(settings)
    PostHolding.objects.filter(post=Post.SECTION_151_OFFICER).update(to_on=make.LONG_AGO)
    assert hint("Posts of the protocol") == "Vacant today: Chief Finance Officer."
    PostHolding.objects.filter(post=Post.MONITORING_OFFICER).update(confirmed_by=None, confirmed_at=None)
    assert "1 post has no effect" in hint("A second person for confidential posts")
    assert statuses()["Who signs reports"] is Status.CANNOT_START


def test_the_line_on_members_counts_what_became_of_each_invitation(settings) -> None:
    keeper = set_up(settings)
    expired, waiting = make.a_member(), make.a_member()
    for member in (expired, waiting):
        invite(person=member, email=member.email, by=keeper, at=timezone.now())
    Invitation.objects.filter(person=expired).update(expires_at=timezone.now())
    make.a_member()
    assert hint("Invitations to members") == "3 members have no login: 1 invited, 1 expired, 0 not sent."


def test_it_takes_the_same_queries_however_many_people_there_are(django_assert_num_queries) -> None:
    with django_assert_num_queries(QUERIES):
        tasks(timezone.now())
    for _number in range(20):
        make.a_member()
        make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    with django_assert_num_queries(QUERIES):
        tasks(timezone.now())


QUERIES = 15


def test_democratic_services_alone_open_it_and_are_reminded_on_their_first_page() -> None:
    for nearly in (
        make.a_member(),
        make.a_holder_of(Post.MONITORING_OFFICER),
        make.an_officer(),
    ):
        assert signed_in(nearly).get(reverse("first-run")).status_code == 403
    ended = make.a_holding(
        Post.DEMOCRATIC_SERVICES, to_on=timezone.localdate() - datetime.timedelta(days=1)
    ).person
    assert signed_in(ended).get(reverse("first-run")).status_code == 403
    assert Client().get(reverse("first-run")).status_code == 302
    client = signed_in(make.a_holder_of(Post.DEMOCRATIC_SERVICES))
    page = client.get("/", follow=True).content.decode()
    assert re.search(r"\d+ tasks are left of setting up the portal", page)
    assert reverse("first-run") in page
    assert reverse("first-run") in client.get(reverse("admin:index")).content.decode()


def test_every_task_leads_to_a_page_that_opens() -> None:
    client = signed_in(make.a_holder_of(Post.DEMOCRATIC_SERVICES))
    found = tasks(timezone.now())
    assert left(found) > 0
    for task in found:
        assert client.get(task.url).status_code == 200, task.name


# The very first keeper comes in by a command.


def first_keeper(name: str = "Grace Lowe", email: str = "grace.lowe@council.example") -> str:
    said = io.StringIO()
    call_command("first_keeper", name, email, stdout=said)
    return said.getvalue()


def test_the_first_keeper_is_let_in_from_the_command_line() -> None:
    said = first_keeper()
    assert "Grace Lowe is invited" in said
    path = re.search(r"https?://[^/\s]+(/\S+)", said).group(1)
    client = Client()
    assert client.post(path, {"password": PASSWORD}).status_code == 302
    client.post(reverse("account_login"), {"login": "grace.lowe@council.example", "password": PASSWORD})
    # The post asks for a second factor first; then the registers are open.
    assert client.get(reverse("first-run"))["Location"] == reverse("second_factor")
    opened = signed_in(Person.objects.get(email="grace.lowe@council.example"))
    assert opened.get(reverse("first-run")).status_code == 200


def test_the_command_run_twice_invites_the_same_person_anew_until_there_is_a_login() -> None:
    first_keeper()
    first_keeper()
    assert Person.objects.count() == PostHolding.objects.count() == 1
    assert Invitation.objects.filter(withdrawn_at=None).count() == 1
    make.a_login(Person.objects.get())
    with pytest.raises(CommandError, match="They invite everybody else"):
        first_keeper("Tom Pell", "tom.pell@council.example")


def test_somebody_already_in_the_registers_becomes_the_first_keeper_once() -> None:
    officer = make.an_officer(email="grace.lowe@council.example")
    first_keeper()
    assert PostHolding.objects.get().person == officer
    with pytest.raises(CommandError, match="no email address"):
        first_keeper("Tom Pell", "no address")
    assert not User.objects.exists()


def test_the_first_keepers_post_counts_with_and_without_a_job_in_the_registers() -> None:
    first_keeper()
    grace = Person.objects.get()
    assert holders_of(Post.DEMOCRATIC_SERVICES, on=timezone.localdate()) == [grace]
    assert PostHolding.objects.get().from_outside
    PostHolding.objects.update(from_outside=False)
    first_keeper()
    assert holders_of(Post.DEMOCRATIC_SERVICES, on=timezone.localdate()) == [grace], (
        "the command mends what does not count"
    )
    make.an_officer(name="Tom Pell", email="tom.pell@council.example")
    first_keeper("Tom Pell", "tom.pell@council.example")
    assert not PostHolding.objects.get(person__last_name="Pell").from_outside


def test_an_address_of_an_entry_that_was_merged_finds_the_one_that_is_kept() -> None:
    officer = make.an_officer(name="Grace Lowe", email="grace@council.example")
    twice = make.a_person(name="G Lowe", email="grace.lowe@council.example")
    Person.objects.filter(pk=twice.pk).update(merged_into=officer)
    first_keeper()
    assert [one.person for one in PostHolding.objects.all()] == [officer]


def test_a_post_whose_holder_left_office_is_vacant(settings) -> None:
    set_up(settings)
    holding = PostHolding.objects.get(post=Post.SECTION_151_OFFICER)
    OfficerAppointment.objects.filter(person=holding.person).update(to_on=make.LONG_AGO)
    assert hint("Posts of the protocol") == "Vacant today: Chief Finance Officer."
