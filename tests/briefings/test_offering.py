"""What officers offer of their own accord is offered to every group at one moment, and to later ones too."""

import datetime

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from briefings.actions.offering import offer_to_every_group
from briefings.actions.sharing import take_up
from briefings.clock import answer_by
from briefings.models import Briefing, Matter
from briefings.policies.leading import may_name_lead
from briefings.policies.offering import may_offer
from briefings.queries import matters_visible_to, visible_to
from briefings.subscribers.deciding import PLANS
from briefings.subscribers.doors import briefing_of
from briefings.tasks import share_on
from casework.models import CaseEvent, Delivery, Election
from council.models import Person, PostHolding
from rulebook.briefing.request import Form
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS
from tests.factories import briefings as make
from tests.factories import council
from tests.factories.briefings import Hall
from tests.factories.browsers import signed_in
from tests.factories.pages import read_of

SUBJECT = "Next year’s budget"
TODAY = timezone.localdate


@pytest.fixture
def hall(db: None, settings: Settings) -> Hall:
    settings.PROTOCOL = "haringey"
    return make.a_hall()


def offered(by: Person, *, form: Form = Form.BRIEFING, lead: Person | None = None) -> Matter:
    """What somebody offers to every group."""
    return offer_to_every_group(
        who=make.today(by), form=form, subject=f" {SUBJECT} ", lead=lead, at=timezone.now()
    )


def typed(browser: Client, **boxes: str) -> HttpResponse:
    """What comes of the form that is sent with this."""
    return browser.post(reverse("briefing-offer"), boxes, follow=True)


def test_each_group_of_the_day_is_offered_it_and_learns_that_no_group_asked(hall: Hall) -> None:
    matter = offered(hall.chief)
    rows = list(Briefing.objects.filter(matter=matter).order_by("pk"))
    assert {row.group for row in rows} == set(hall.groups)
    assert {(row.state, row.origin, row.subject, row.asked_by) for row in rows} == {
        ("offered", "offered", SUBJECT, None)
    }
    assert {row.answer_by for row in rows} == {answer_by(rows[0].asked_at)}
    page = read_of(signed_in(hall.leaders[1]).get(reverse("briefing", args=[rows[1].reference])))
    assert "Officers offer this to every political group alike. No group asked for it." in page
    assert "4.12" in page
    assert "Another group" not in page


@pytest.mark.parametrize("text", PROTOCOLS)
def test_every_text_lets_officers_offer_and_cites_only_what_it_says(
    db: None, settings: Settings, text: str
) -> None:
    settings.PROTOCOL = text
    hall, clerk = make.a_hall(), council.a_holder_of(Post.CLERK)
    monitoring_officer = hall.monitoring_officer
    asked = {"mwda": clerk, "parish": clerk}.get(text, hall.chief)
    assert may_offer(make.today(asked)).allowed
    matter = offered(monitoring_officer)
    row = Briefing.objects.get(matter=matter, group=hall.groups[0])
    page = read_of(signed_in(hall.leaders[0]).get(reverse("briefing", args=[row.reference])))
    assert "No group asked for it." in page
    letter = Delivery.objects.get(person=hall.leaders[0], event__stream=row.stream)
    assert letter.event.kind == "briefing.offered"
    says = read_of(signed_in(monitoring_officer).get(reverse("briefing-matter", args=[matter.reference])))
    # One text alone has groups offered what another is; the others are silent on such an offer.
    assert ("4.12" in page, "4.12" in says) == ((True, True) if text == "haringey" else (False, False))


def test_the_letter_says_that_no_group_asked(hall: Hall) -> None:
    matter = offered(hall.chief)
    row = Briefing.objects.get(matter=matter, group=hall.groups[2])
    event = CaseEvent.objects.get(stream=row.stream)
    assert briefing_of(event) == row
    (plan,) = [one for kind, one in PLANS.items() if kind.name == event.kind]
    lines = [str(line) for line in plan.words(hall.leaders[2], event).lines]
    assert "Officers offer it to every political group alike. No group asked for it." in lines
    assert any("4.12" in line for line in lines)


def test_who_may_offer(hall: Hall) -> None:
    left = council.an_officer(to_on=TODAY() - datetime.timedelta(1))
    table = {
        hall.chief: True,
        hall.director: True,
        hall.monitoring_officer: True,
        council.an_officer(): False,
        council.a_holder_of(Post.DEMOCRATIC_SERVICES): False,
        hall.leaders[0]: False,
        hall.members[0]: False,
        left: False,
    }
    assert {one: may_offer(make.today(one)).allowed for one in table} == table
    before = Matter.objects.count()
    for person, may in table.items():
        if not may:
            with pytest.raises(Refused):
                offered(person)
    assert Matter.objects.count() == before


def test_an_executive_director_offers_while_the_chief_executive_is_absent(
    db: None, settings: Settings
) -> None:
    settings.PROTOCOL = "waltham-forest"
    hall = make.a_hall()
    director = council.a_holder_of(Post.EXECUTIVE_DIRECTOR, directorate=hall.directorate)
    assert not may_offer(make.today(director)).allowed
    PostHolding.objects.filter(person=hall.chief).delete()
    assert may_offer(make.today(director)).allowed


def test_an_officer_who_may_not_reads_whom_to_ask(hall: Hall) -> None:
    page = read_of(signed_in(council.an_officer()).get(reverse("briefing-offer")))
    assert "Ask one of them to offer it." in page
    assert "Chief Executive" in page
    assert "Director" in page


def test_without_a_group_there_is_nobody_to_offer_it_to(db: None, settings: Settings) -> None:
    settings.PROTOCOL = "haringey"
    chief = council.a_holder_of(Post.CHIEF_EXECUTIVE)
    decision = may_offer(make.today(chief))
    assert decision.outcome is Outcome.REFUSED
    assert "no political group today" in decision.sentence


def test_a_group_that_is_formed_later_is_offered_it_until_the_matter_is_closed(hall: Hall) -> None:
    matter = offered(hall.chief, form=Form.REPORT)
    later = council.a_group(name="Bittern Group")
    make.a_member_of(later, leads=True)
    share_on(on=TODAY(), at=timezone.now())
    assert Briefing.objects.get(matter=matter, group=later).origin == "offered"
    Matter.objects.filter(pk=matter.pk).update(closed_on=TODAY())
    last = council.a_group(name="Curlew Group")
    make.a_member_of(last, leads=True)
    share_on(on=TODAY(), at=timezone.now())
    assert not Briefing.objects.filter(matter=matter, group=last).exists()


def test_a_group_that_asks_for_the_same_has_one_row_and_is_not_refused(hall: Hall) -> None:
    matter = offered(hall.chief)
    row = Briefing.objects.get(matter=matter, group=hall.groups[1])
    take_up(who=make.today(hall.leaders[1]), row=row, seen_version=None, at=timezone.now())
    own = make.agreed(hall, group=0, same_as=matter)
    assert own.matter == matter
    standing = Briefing.objects.filter(matter=matter, group=hall.groups[0]).exclude(state="withdrawn")
    assert list(standing) == [own]


def test_whoever_offered_goes_on_seeing_the_matter_that_another_leads(hall: Hall) -> None:
    head = council.an_officer()
    matter = offered(hall.director, lead=head)
    assert (matter.lead, matter.offered_by) == (head, hall.director)
    for person in (hall.director, head, hall.monitoring_officer):
        assert matters_visible_to(make.today(person)).filter(pk=matter.pk).exists()
        assert may_name_lead(make.today(person), matter).allowed
    assert not matters_visible_to(make.today(hall.chief)).filter(pk=matter.pk).exists()
    # Of what a group answers and asks, the lead reads; whoever only offered does not.
    assert not visible_to(make.today(hall.director)).filter(matter=matter).exists()


def test_the_page_offers_and_leads_to_the_matter(hall: Hall) -> None:
    browser = signed_in(hall.chief)
    assert reverse("briefing-offer") in browser.get(reverse("briefings")).content.decode()
    page = read_of(browser.get(reverse("briefing-offer")))
    for group in hall.groups:
        assert group.name in page
    wrong = read_of(typed(browser, subject=" "))
    assert "Choose what you offer" in wrong
    assert "Enter the subject" in wrong
    assert not Matter.objects.exists()
    again = {"token": "the-same-press-twice", "form": "briefing", "subject": SUBJECT}
    done = read_of(typed(browser, **again))
    assert read_of(typed(browser, **again)).count("offered it to every political group alike.") == 1
    assert "Every group is offered it" in done
    assert f"{hall.chief.name} offered it to every political group alike." in done
    matter = Matter.objects.get()
    assert matter.subject == SUBJECT
    assert list(matter.stream.events.values_list("kind", flat=True)) == ["matter.begun"]


def test_members_see_no_way_to_offer_and_groups_no_matter(hall: Hall) -> None:
    matter = offered(hall.chief)
    for person in (hall.leaders[0], hall.members[1]):
        browser = signed_in(person)
        assert reverse("briefing-offer") not in browser.get(reverse("briefings")).content.decode()
        assert browser.get(reverse("briefing-matter", args=[matter.reference])).status_code == 404


def test_before_an_election_whoever_offers_reads_what_it_asks(hall: Hall) -> None:
    words = "What goes on and what does not before an election"
    assert words not in read_of(signed_in(hall.chief).get(reverse("briefing-offer")))
    Election.objects.create(
        name="Local elections",
        kind="local",
        notice_on=TODAY() - datetime.timedelta(3),
        poll_on=TODAY() + datetime.timedelta(30),
    )
    assert words in read_of(signed_in(hall.chief).get(reverse("briefing-offer")))
