"""Where questions on the protocol are counted and listed: for whom they wait, whose they are."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from access_rules.models import Advice
from casework.models import LocalTerm
from council.models import Person
from protocol_portal.navigation import counted_for
from rulebook.duty import Duty
from rulebook.post import Post
from tests.factories.advice import ANSWER, a_question, asked_by_post
from tests.factories.browsers import signed_in
from tests.factories.council import a_holder_of, a_member, an_assistant_to, an_officer
from tests.factories.enquiries import on_day
from tests.factories.pages import read_of, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def olive() -> Person:
    """The monitoring officer."""
    return a_holder_of(Post.MONITORING_OFFICER)


def badge(person: Person) -> int | None:
    """The number beside «Questions» at the top of a page; none where the link is not there."""
    page = signed_in(person).get(reverse("account"))
    links = {link.name: link.badge for link in page.context["portal"].navigation}
    return links.get("advice")


@pytest.mark.parametrize("is_private", [False, True])
def test_the_link_at_the_top_counts_what_waits_for_this_person_and_nothing_else(
    olive: Person, settings: Settings, is_private: bool
) -> None:
    settings.PROTOCOL = "haringey"
    chief, asker = a_holder_of(Post.CHIEF_EXECUTIVE), a_member()
    others = (asker, an_assistant_to(asker), an_officer(), a_member())
    question = asked_by_post(by=asker, is_private=is_private)
    assert badge(chief) == 1
    assert [badge(one) for one in others] == [None] * len(others)
    assert counted_for(on_day(olive))("advice") == 0
    send(signed_in(chief), "advice-answer", question, answer=ANSWER, others="HA-1.2b")
    assert badge(chief) is None


def test_the_dashboard_leads_to_what_waits(olive: Person) -> None:
    a_question()
    page = signed_in(olive).get(reverse("dashboard"))
    assert "1 question on the protocol waits for your answer" in read_of(page)


def test_the_list_has_what_waits_ones_own_and_everybodys(olive: Person) -> None:
    mine, other = a_question(by=olive), a_question(by=a_member(name="Ivy Quernstone"))
    a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    page = signed_in(olive).get(reverse("advice"))
    sections = read_of(page).split("Your questions")
    assert other.reference in sections[0]
    assert "Asked by Councillor Ivy Quernstone" in sections[0]
    assert mine.reference not in sections[0]
    own, everybodys = sections[1].split("Everybody’s questions")
    assert mine.reference in own
    assert other.reference not in own
    assert other.reference in everybodys


def test_an_empty_list_says_so_and_whoever_left_sees_none() -> None:
    page = read_of(signed_in(a_member()).get(reverse("advice")))
    assert "You have asked nothing yet." in page
    assert "Waiting for your answer" not in page
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    assert signed_in(a_member(to_on=yesterday)).get(reverse("advice")).status_code in (302, 403)


def test_a_date_is_told_and_once_it_is_past_it_is_overdue(olive: Person) -> None:
    LocalTerm.objects.create(
        duty=Duty.ASK_MONITORING_OFFICER.value,
        value=5,
        unit="working-days",
        paragraph="Council, minute 12",
        from_on=datetime.date(2020, 1, 1),
    )
    question = a_question()
    address = reverse("advice-question", args=[question.reference])
    assert "The answer is due by" in read_of(signed_in(olive).get(address))
    Advice.objects.update(answer_by=timezone.localdate() - datetime.timedelta(days=1))
    assert "Overdue" in read_of(signed_in(olive).get(address))
    assert "Overdue" in read_of(signed_in(question.asked_by).get(reverse("advice")))
