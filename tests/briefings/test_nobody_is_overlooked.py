"""A request that no director could decide, groups that form later, and who else comes to what is taken up."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from briefings.actions.sharing import share, take_up
from briefings.models import Briefing
from briefings.policies import deciding
from briefings.policies.dates import room_fault
from briefings.queries.listing import to_decide
from casework.models import Delivery
from council.models import Person, PostHolding
from rulebook.briefing.request import Form
from rulebook.post import Post
from tests.factories import briefings as make
from tests.factories import council
from tests.factories.briefings import Hall
from tests.factories.browsers import signed_in

pytestmark = pytest.mark.django_db

TYPED = {
    "form": "briefing",
    "asked_of": "chief-executive",
    "subject": "Plans for the library",
    "words": "What would it cost to stay open on Sundays?",
    "council_business": "yes",
    "party_political": "no",
    "seeks_confidential": "no",
    "recommends": "no",
    "organised_by": "group",
    "others": "no",
}


@pytest.fixture
def hall() -> Hall:
    return make.a_hall()


def under(settings: Any, text: str) -> None:
    settings.PROTOCOL = text


def asks(hall: Hall, **typed: object) -> tuple[Client, str]:
    browser = signed_in(hall.leaders[0])
    return browser, browser.post(reverse("briefing-ask"), {**TYPED, **typed}).content.decode()


def executive_director(hall: Hall) -> Person:
    return council.a_holder_of(Post.EXECUTIVE_DIRECTOR, directorate=hall.directorate)


def test_while_nobody_is_chief_executive_the_group_names_whose_director_decides(
    hall: Hall, settings: object
) -> None:
    under(settings, "waltham-forest")
    director = executive_director(hall)
    PostHolding.objects.filter(person=hall.chief).delete()
    _browser, page = asks(hall)
    assert "The Executive Director decides this today. Choose the directorate that it is about" in page
    assert TYPED["words"] in page
    assert not Briefing.objects.exists()
    asks(hall, directorate=hall.directorate.pk)
    row = Briefing.objects.get()
    assert row.to_decide == Post.EXECUTIVE_DIRECTOR
    assert deciding.may_agree(make.today(director), row).allowed


def test_a_request_for_no_directorate_waits_for_the_monitoring_officer_and_not_for_nobody(
    hall: Hall, settings: object
) -> None:
    under(settings, "waltham-forest")
    director = executive_director(hall)
    PostHolding.objects.filter(person=hall.chief).delete()
    row = make.asked(hall)
    assert (row.to_decide, row.directorate) == (Post.EXECUTIVE_DIRECTOR, None)
    who = make.today(hall.monitoring_officer)
    assert deciding.may_agree(who, row).allowed
    assert list(to_decide(who)) == [row]
    assert not deciding.may_agree(make.today(director), row).allowed
    told = Delivery.objects.filter(event__kind="briefing.asked").values_list("person", flat=True)
    assert hall.monitoring_officer.pk in told


@pytest.mark.parametrize("text", ["haringey", "waltham-forest", "wokingham-2007"])
def test_a_group_formed_after_the_only_one_was_served_gets_what_the_text_gives(
    settings: object, text: str
) -> None:
    under(settings, text)
    hall = make.a_hall()
    for group in hall.groups[1:]:
        group.to_on = timezone.localdate() - datetime.timedelta(days=1)
        group.save()
    row = make.agreed(hall)
    assert row.matter.equal_access == EQUAL[text]
    formed = council.a_group(name="Sparrow Group")
    make.a_member_of(formed, leads=True)
    share(row.matter, by=None, on=timezone.localdate(), at=timezone.now())
    assert Briefing.objects.filter(group=formed).exists() is (text == "haringey")


EQUAL = {
    "haringey": "offer-all",
    "waltham-forest": "on-request",
    "wokingham-2007": "same-advice-on-request",
}


def test_a_written_report_has_no_meeting_that_a_party_could_hold(hall: Hall, settings: object) -> None:
    under(settings, "mwda")
    asks(hall, form="report", asked_of="clerk", organised_by="party")
    row = Briefing.objects.get()
    assert row.organised_by == "group"
    assert row.answer["outcome"] != "refer"


def an_offer(hall: Hall, form: Form = Form.BRIEFING) -> Briefing:
    make.agreed(hall, form=form)
    return Briefing.objects.get(group=hall.groups[1])


@pytest.mark.parametrize(
    ("others", "named", "told"),
    [
        ("", "", "Say whether anybody else will be there"),
        ("yes", "", "Say who else will be there"),
        ("yes", "Two visitors", "Take it up for a meeting without them"),
    ],
)
def test_haringey_admits_nobody_else_to_what_a_group_takes_up(
    hall: Hall, settings: object, others: str, named: str, told: str
) -> None:
    under(settings, "haringey")
    offer = an_offer(hall)
    page = reverse("briefing-take-up", args=[offer.reference])
    typed = {"others": others, "others_present": named, "version": offer.version, "token": "a" * 20}
    answer = signed_in(hall.leaders[1]).post(page, typed)
    assert told in answer.content.decode()
    assert Briefing.objects.get(pk=offer.pk).state == "offered"
    answer = signed_in(hall.leaders[1]).post(page, {**typed, "others": "no", "others_present": ""})
    assert answer.status_code == 302
    assert Briefing.objects.get(pk=offer.pk).state == "agreed"


def test_nobody_is_asked_who_comes_to_a_report(hall: Hall, settings: object) -> None:
    under(settings, "haringey")
    offer = an_offer(hall, Form.REPORT)
    page = signed_in(hall.leaders[1]).get(reverse("briefing-take-up", args=[offer.reference]))
    assert "neither a member nor an officer" not in page.content.decode()


def test_who_else_comes_is_kept_with_what_was_taken_up(hall: Hall, settings: object) -> None:
    under(settings, "haringey")
    who = make.today(hall.leaders[1])
    row = take_up(
        who=who, row=an_offer(hall), seen_version=None, at=timezone.now(), others_present="A visitor"
    )
    assert "The date is not held for this group" in room_fault(row)
