"""The page «Who is who»: what it shows on a day, its search, and who may open it."""

import datetime

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from council.models import (
    MemberTerm,
    OfficerAppointment,
    Person,
    PoliticalGroup,
    Portfolio,
    User,
    WorkProgrammeItem,
)
from council.rules import BodyType, Grade
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.council import LONG_AGO, a_login, a_member, an_absence, an_officer

pytestmark = pytest.mark.django_db
PAGES = ("people", "people-members", "people-bodies", "people-officers")
TODAY = timezone.localdate()
YESTERDAY = TODAY - datetime.timedelta(days=1)

MAY_OPEN = {
    "a member": (lambda: a_member(), True),
    "a co-opted member": (lambda: a_member(kind="co-opted"), True),
    "an officer": (lambda: an_officer(), True),
    "a member's assistant": (lambda: make.an_assistant_to(a_member(), assistant=make.a_person()), True),
    "a political assistant": (lambda: make.a_political_assistant(make.a_group()), True),
    "a director": (lambda: an_officer(grade=Grade.DIRECTOR), True),
    "democratic services": (lambda: make.a_holder_of(Post.DEMOCRATIC_SERVICES), True),
    "the monitoring officer": (lambda: make.a_holder_of(Post.MONITORING_OFFICER), True),
    "a member whose term ended yesterday": (lambda: a_member(to_on=YESTERDAY), False),
    "an officer who left yesterday": (lambda: an_officer(to_on=YESTERDAY), False),
    "somebody in the register who is nothing": (lambda: make.a_person(), False),
}


def client_of(person: Person) -> Client:
    """Signed in, with a second factor in case that the post asks for one."""
    user = a_login(person)
    TOTP.activate(user, generate_totp_secret())
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("who", MAY_OPEN)
def test_whoever_is_in_post_may_see_who_is_who(who: str) -> None:
    person, may = MAY_OPEN[who]
    client = client_of(person())
    login = User.objects.latest("pk")
    for name in PAGES:
        # Whoever is refused is signed out as well.
        client.force_login(login)
        assert client.get(reverse(name)).status_code == (200 if may else 403), name


def shown(name: str, query: str = "", client: Client | None = None) -> str:
    """The page as a member reads it."""
    page = (client or client_of(a_member())).get(reverse(name) + query)
    assert page.status_code == 200
    return page.content.decode()


def test_nobody_signed_out_sees_it() -> None:
    for name in PAGES:
        assert "/login/" in Client().get(reverse(name)).headers["Location"]


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_register_says_so(name: str) -> None:
    client = client_of(an_officer())
    page = shown(name, "?on=1/1/1990", client)
    assert "on this day" in page or "Nobody" in page
    assert "Monday 1 January 1990" in page.replace("\xa0", " ")


def test_posts_have_the_titles_of_the_text_its_paragraphs_and_a_mark_for_statutory_officers() -> None:
    holder = make.a_holder_of(Post.SECTION_151_OFFICER)
    page = shown("people")
    assert "Chief finance officer" in page
    assert holder.name in page
    assert "Statutory officer" in page
    assert reverse("protocol-paragraph", args=["WF-2.6"]) in page


def test_a_chosen_day_shows_the_holder_of_that_day() -> None:
    before = make.a_holder_of(Post.CHIEF_EXECUTIVE, to_on=YESTERDAY)
    after = make.a_holder_of(Post.CHIEF_EXECUTIVE, from_on=TODAY)
    client = client_of(a_member())
    assert after.name in shown("people", client=client)
    page = shown("people", f"?on={YESTERDAY:%d/%m/%Y}", client)
    assert before.name in page
    assert after.name not in page
    assert "correct format" in shown("people", "?on=tomorrow", client)


def test_somebody_away_is_shown_with_who_stands_in_or_why_nobody_does() -> None:
    holder, officer = make.a_holder_of(Post.CHIEF_EXECUTIVE), an_officer()
    an_absence(holder, officer)
    lawyer, unconfirmed = make.a_holder_of(Post.MONITORING_OFFICER), an_officer()
    an_absence(lawyer, unconfirmed)
    page = shown("people")
    assert f"Away. {officer.name} stands in." in page
    assert f"{unconfirmed.name} stands in for a post that opens confidential matter" in page


@pytest.mark.parametrize("key", ["haringey", "mwda"])
def test_the_text_says_who_answers_for_the_protocol(key: str, settings) -> None:
    settings.PROTOCOL = key
    clerk = make.a_holder_of(Post.CLERK)
    leader = a_member(group=make.a_group(name="Heron Group"), office="leader")
    page = shown("people")
    assert "Who answers for the protocol" in page
    named = f"Clerk to the Authority: {clerk.name}" if key == "mwda" else f"{leader.name}, Heron Group"
    assert named in page


def test_groups_show_leaders_in_the_words_of_the_text_and_what_they_lack(settings) -> None:
    settings.PROTOCOL = "wokingham-2007"
    governing = make.in_administration(make.a_group(name="Heron Group"))
    PoliticalGroup.objects.filter(pk=governing.pk).update(notified_on=LONG_AGO)
    leader = a_member(group=governing, office="leader")
    a_member(group=governing)
    assistant = make.a_political_assistant(governing)
    alone = make.a_group(name="Larch Group")
    a_member(group=alone)
    page = shown("people-members")
    for words in ("Leader of the party group", leader.name, assistant.name, "In the administration"):
        assert words in page
    assert "In opposition" in page
    assert page.count("fewer than two members") == 1
    assert page.count("No notice to the proper officer is recorded.") == 1


def test_members_show_their_ward_or_the_district_that_nominated_them_and_portfolios() -> None:
    nominated = a_member(kind="nominated")
    MemberTerm.objects.filter(person=nominated).update(ward=None, nominated_by="Porthaven")
    elected = a_member(ward=make.a_ward(name="Larch and Heron"))
    Portfolio.objects.create(title="Housing", person=elected, from_on=LONG_AGO)
    page = shown("people-members")
    for words in ("Porthaven", "Nominated by a district council", "Larch and Heron", "Housing"):
        assert words in page


def test_bodies_show_the_chair_first_and_scrutinys_programme() -> None:
    body = make.a_body(name="Overview and Scrutiny", kind=BodyType.SCRUTINY)
    member, chair = a_member(name="Anna Abbot"), a_member(name="Zoe Young")
    make.a_seat(body, member)
    make.a_seat(body, chair, office="chair")
    WorkProgrammeItem.objects.create(body=body, title="Winter roads", from_on=LONG_AGO)
    page = shown("people-bodies")
    assert page.index("Zoe Young, Chair") < page.index("Anna Abbot")
    assert "Winter roads" in page


def test_officers_show_who_employs_them_and_what_the_law_says_of_their_post() -> None:
    officer = an_officer(job_title="Director of homes", grade=Grade.DIRECTOR)
    OfficerAppointment.objects.filter(person=officer).update(
        employer="arms-length", political_restriction="specified", statutory_post="adult-services"
    )
    page = shown("people-officers")
    for words in ("Director of homes", "arm", "Politically restricted", "Statutory officer"):
        assert words in page
    assert "Clerk of works" not in page


def test_a_search_finds_by_name_job_ward_group_and_portfolio_and_says_when_nothing_matches() -> None:
    member = a_member(
        name="Priya Nair", ward=make.a_ward(name="Kiln Lane"), group=make.a_group(name="Heron Group")
    )
    Portfolio.objects.create(title="Street trees", person=member, from_on=LONG_AGO)
    officer = an_officer(name="Dana Whitfield", job_title="Clerk of works")
    client = client_of(a_member())
    for asked in ("priya nair", "Kiln", "heron", "street trees"):
        page = shown("people", f"?q={asked}", client)
        assert "Councillor Priya Nair" in page, asked
        assert officer.name not in page
    assert "Dana Whitfield" in shown("people-bodies", "?q=clerk of works", client)
    assert "Nobody matches" in shown("people", "?q=zzz", client)
    assert "Nobody matches" in shown("people", "?q=priya&on=1/1/1990", client)


def test_who_left_yesterday_is_not_found_today() -> None:
    gone = an_officer(name="Gone Yesterday", to_on=YESTERDAY)
    client = client_of(a_member())
    assert gone.name not in shown("people", "?q=Yesterday", client).replace("?q=Yesterday", "")
    assert gone.name in shown("people", f"?q=Yesterday&on={YESTERDAY.isoformat()}", client)


def test_a_page_asks_the_database_as_often_for_many_as_for_few() -> None:
    client = client_of(a_member())
    counts = []
    for _round in range(2):
        for _number in range(5):
            group = make.a_group()
            a_member(group=group, office="leader")
            body = make.a_body()
            make.a_seat(body, a_member(), office="chair")
            an_officer(grade=Grade.HEAD_OF_SERVICE, name="Many Alike")
            make.a_holder_of(Post.DEMOCRATIC_SERVICES)
        for name in PAGES:
            with CaptureQueriesContext(connection) as asked:
                client.get(reverse(name))
            with CaptureQueriesContext(connection) as searched:
                client.get(reverse(name) + "?q=alike")
            counts.append((len(asked), len(searched)))
    half = len(counts) // 2
    assert counts[:half] == counts[half:]
    assert max(max(pair) for pair in counts) < 25
