"""A member shares an enquiry with a colleague until a day: what the colleague reads, and when it ends."""

import datetime

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from casework.actions.sharing import end_share
from casework.models import CaseEvent, CaseShare
from council.models import MemberTerm, Person, User
from enquiries import policies, tasks
from enquiries.models import Enquiry, Message, Privacy
from enquiries.policies.privacy import may_share
from enquiries.queries import own, shared_with, sharing_now, visible_to
from enquiries.states import State
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import DETAILS, REPLY, an_enquiry, moment, on_day
from tests.factories.letters import shared
from tests.factories.portal import a_file, page, post, signed_in

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
LAST = TODAY + datetime.timedelta(days=7)
AFTER = LAST + datetime.timedelta(days=1)


@pytest.fixture
def enquiry() -> Enquiry:
    return an_enquiry(state=State.ANSWERED, resident_name="Ivy Threadgold", resident_contact="01632 960210")


@pytest.fixture
def colleague() -> Person:
    person = make.a_member(name="Owen Marsh")
    make.a_login(person)
    return person


def sees(person: Person, enquiry: Enquiry, day: datetime.date = TODAY) -> bool:
    return visible_to(on_day(person, day)).filter(pk=enquiry.pk).exists()


def test_the_colleague_reads_it_until_midnight_of_the_day(enquiry: Enquiry, colleague: Person) -> None:
    assert not sees(colleague, enquiry)
    shared(enquiry, colleague)
    assert [sees(colleague, enquiry, day) for day in (TODAY, LAST, AFTER)] == [True, True, False]
    assert not sees(make.a_member(), enquiry)
    assert not sees(make.an_assistant_to(colleague), enquiry)


def test_ones_own_list_is_what_one_may_see_of_ones_own_and_of_members_whom_one_assists(
    enquiry: Enquiry, colleague: Person
) -> None:
    member = enquiry.member
    # A member who assists another as well, and to whom that one shares.
    both = make.an_assistant_to(member, assistant=make.a_member())
    for person in (colleague, both):
        an_enquiry(member=person, is_confidential=True)
        shared(enquiry, person)
    an_enquiry(member=member, is_confidential=True)
    an_enquiry(member=member, state=State.DRAFT)
    an_enquiry(member=member, state=State.DRAFT, logged_by=both)
    helper = make.an_assistant_to(member)
    counted = []
    for person in (member, colleague, both, helper, enquiry.owner, make.a_holder_of(Post.MONITORING_OFFICER)):
        who = on_day(person)
        theirs = visible_to(who).filter(member__in={person.pk, *who.assisted})
        assert set(own(who)) == set(theirs), person.name
        counted.append(theirs.count())
    assert counted == [3, 1, 3, 1, 0, 0]


def test_it_shows_no_resident_no_file_and_nothing_that_is_not_to_be_passed_on(
    enquiry: Enquiry, colleague: Person
) -> None:
    attached = a_file(enquiry)
    Message.objects.create(
        enquiry=enquiry,
        kind=Message.Kind.REPLY,
        by=enquiry.owner,
        at=timezone.now(),
        text="Between us",
        forward_text="Between us too",
        do_not_circulate=True,
    )
    shared(enquiry, colleague)
    browser = signed_in(colleague)
    words = page(browser, "enquiry", enquiry)
    assert DETAILS in words
    assert REPLY in words
    hidden = ("Threadgold", "960210", attached.name, "Between us")
    assert not [text for text in hidden if text in words]
    assert "Between us" not in page(browser, "enquiry-forward", enquiry)
    url = reverse("enquiry-file", args=[enquiry.reference, attached.pk])
    assert browser.get(url).status_code == 404
    assert "Threadgold" in page(signed_in(enquiry.member), "enquiry", enquiry)


def test_the_colleague_does_nothing_in_it(enquiry: Enquiry, colleague: Person) -> None:
    shared(enquiry, colleague)
    who = on_day(colleague)
    nothing = (
        policies.may_close, policies.may_reopen, policies.may_withdraw, policies.may_chase,
        policies.may_reply, policies.may_add_note, policies.may_add_information, may_share,
    )  # fmt: skip
    assert not [may.__name__ for may in nothing if may(who, enquiry).allowed]
    browser = signed_in(colleague)
    for name in ("enquiry-verdict", "enquiry-chase", "enquiry-share", "enquiry-add", "enquiry-withdraw"):
        assert post(browser, name, enquiry, answer="yes", text="x").status_code == 403, name
    assert enquiry.reference not in page(browser, "my-enquiries")
    assert enquiry.reference in page(browser, "enquiry-copies")
    assert enquiry.reference not in browser.get(reverse("enquiry-download")).content.decode()


@pytest.mark.parametrize("leaver", ["the member", "the colleague"])
def test_it_ends_when_either_leaves_office(enquiry: Enquiry, colleague: Person, leaver: str) -> None:
    shared(enquiry, colleague)
    person = enquiry.member if leaver == "the member" else colleague
    MemberTerm.objects.filter(person=person).update(to_on=TODAY)
    tomorrow = TODAY + datetime.timedelta(days=1)
    assert sees(colleague, enquiry)
    assert not sees(colleague, enquiry, tomorrow)
    assert not sharing_now(enquiry, on=tomorrow).exists()
    assert tasks.end_shares(on=tomorrow, at=moment(tomorrow)) == 1
    assert not CaseShare.objects.exists()


CLOSED_TO_OTHERS = [{"is_confidential": True}, {"privacy": Privacy.PRIVATE}, {"privacy": Privacy.ASKED}]


@pytest.mark.parametrize("how", CLOSED_TO_OTHERS)
def test_what_is_confidential_or_private_is_not_shared_and_ends_what_was(
    enquiry: Enquiry, colleague: Person, how: dict[str, object]
) -> None:
    shared(enquiry, colleague)
    Enquiry.objects.filter(pk=enquiry.pk).update(**how)
    changed = Enquiry.objects.get(pk=enquiry.pk)
    assert not sees(colleague, changed)
    assert not shared_with(on_day(colleague)).exists()
    with pytest.raises(Refused):
        shared(changed, make.a_member())
    assert post(signed_in(changed.member), "enquiry-share", changed).status_code == 403


def test_passed_on_to_another_member_it_is_theirs_to_share(enquiry: Enquiry, colleague: Person) -> None:
    shared(enquiry, colleague)
    Enquiry.objects.filter(pk=enquiry.pk).update(member=make.a_member())
    assert not sees(colleague, enquiry)


def test_a_grant_that_ran_out_and_a_doubled_one_open_nothing(enquiry: Enquiry, colleague: Person) -> None:
    """Guardian counts both; the query asks the rows, and ending it takes every row away."""
    shared(enquiry, colleague)
    first = CaseShare.objects.get()
    CaseShare.objects.create(
        permission=Permission.objects.get(content_type__app_label="casework", codename="change_stream"),
        user=first.user,
        content_object=enquiry.stream,
        until=LAST,
        granted_by=enquiry.member,
        granted_at=timezone.now(),
    )
    assert end_share(stream=enquiry.stream, person=colleague) == 2
    assert not sees(colleague, enquiry)
    shared(enquiry, colleague)
    CaseShare.objects.update(until=TODAY - datetime.timedelta(days=1))
    assert not sees(colleague, enquiry)
    assert not shared_with(on_day(colleague)).exists()


def test_a_superuser_sees_no_case_by_that(enquiry: Enquiry) -> None:
    person = make.a_person()
    make.a_login(person)
    User.objects.filter(person=person).update(is_superuser=True)
    assert not sees(person, enquiry)
    member = make.a_member()
    make.a_login(member)
    User.objects.filter(person=member).update(is_superuser=True)
    assert not sees(member, enquiry)


def test_the_clock_clears_away_what_is_over_once(enquiry: Enquiry, colleague: Person) -> None:
    shared(enquiry, colleague)
    assert tasks.end_shares(on=LAST, at=moment(LAST)) == 0
    assert tasks.end_shares(on=AFTER, at=moment(AFTER)) == 1
    assert tasks.end_shares(on=AFTER, at=moment(AFTER)) == 0
    ended = CaseEvent.objects.get(kind="enquiry.share_ended")
    assert [one.person for one in ended.deliveries.all()] == [colleague]


def test_the_page_shares_with_those_of_the_ward_first_and_ends_it(enquiry: Enquiry) -> None:
    ward = make.a_ward(name="Larch")
    MemberTerm.objects.filter(person=enquiry.member).update(ward=ward)
    near, far = make.a_member(name="Zoe Near", ward=ward), make.a_member(name="Ada Far")
    without = make.a_member(name="Bo Without")
    for person in (near, far):
        make.a_login(person)
    browser = signed_in(enquiry.member)
    words = page(browser, "enquiry-share", enquiry)
    assert "Only you and officers can see this." in words
    assert words.index("Zoe Near") < words.index("Ada Far")
    assert without.last_name not in words.split("<select")[1].split("</select>")[0]
    given = {"person": str(near.pk), "token": "t"}
    too_far = post(browser, "enquiry-share", enquiry, until="25/11/2030", **given).content.decode()
    assert "The day must be from today to" in too_far
    assert "25/11/2030" in too_far
    until = f"{LAST:%d/%m/%Y}"
    for _twice in range(2):
        assert post(browser, "enquiry-share", enquiry, until=until, **given).status_code == 302
    share = CaseShare.objects.get()
    assert (share.user.person, share.until, share.granted_by) == (near, LAST, enquiry.member)
    assert "shared by the member until" in page(browser, "enquiry", enquiry)
    for _twice in range(2):
        url = reverse("enquiry-share-stop", args=[enquiry.reference, share.pk])
        assert browser.post(url).status_code == 302
    assert not CaseShare.objects.exists()
    assert not sees(near, enquiry)


def test_officers_and_assistants_share_nothing(enquiry: Enquiry) -> None:
    keeper = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    for person in (enquiry.owner, make.an_assistant_to(enquiry.member), keeper):
        assert person is not None
        assert not may_share(on_day(person), enquiry).allowed
