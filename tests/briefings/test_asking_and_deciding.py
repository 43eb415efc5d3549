"""A group asks, whoever decides answers, and the others get the same as the text has it."""

import pytest
from django.test import Client
from django.utils import timezone

from briefings.actions.deciding import decline, pass_on
from briefings.actions.sharing import pass_by, take_up
from briefings.forms.asking import AskForm
from briefings.models import Briefing
from briefings.policies import deciding as policies
from briefings.policies.asking import may_ask, may_withdraw, requester
from briefings.policies.sharing import may_take_up
from briefings.queries import visible_to
from briefings.states import BriefingState
from council.models import Person, PostHolding
from rulebook.briefing.request import Form, Requester
from rulebook.decision import Refused
from rulebook.post import Post
from rulebook.protocols import protocol
from tests.factories import briefings as make
from tests.factories import council
from tests.factories.briefings import Hall

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall() -> Hall:
    return make.a_hall()


@pytest.mark.parametrize(
    ("text", "form", "others"),
    [
        ("haringey", Form.BRIEFING, "offered"),
        ("haringey", Form.ATTENDANCE, "offered"),
        ("waltham-forest", Form.BRIEFING, None),
        ("wokingham-2007", Form.ATTENDANCE, None),
        ("mwda", Form.REPORT, None),
    ],
)
def test_an_agreement_brings_the_others_what_the_text_has(
    settings: object, hall: Hall, text: str, form: Form, others: str | None
) -> None:
    settings.PROTOCOL = text  # type: ignore[attr-defined]
    asked_of = Post.CLERK if text == "mwda" else Post.CHIEF_EXECUTIVE
    if asked_of is Post.CLERK:
        council.a_holder_of(Post.CLERK)
    row = make.asked(hall, form=form, asked_of=asked_of)
    row = make.agreed(hall, row=row) if text != "mwda" else row
    states = set(Briefing.objects.exclude(pk=row.pk).values_list("state", flat=True))
    assert states == ({others} if others else set())


def test_what_the_text_bars_is_recorded_as_declined_with_its_paragraph(hall: Hall, settings: object) -> None:
    settings.PROTOCOL = "haringey"  # type: ignore[attr-defined]
    row = make.asked(hall, form=Form.ATTENDANCE, others_present="Two ward volunteers")
    assert row.state == BriefingState.DECLINED
    assert "HA-4.15b" in row.cites
    assert row.decided_by is None


def test_a_silent_text_leaves_it_to_the_monitoring_officer(hall: Hall, settings: object) -> None:
    settings.PROTOCOL = "parish"  # type: ignore[attr-defined]
    row = make.asked(hall)
    assert row.to_decide == Post.MONITORING_OFFICER
    assert policies.may_agree(make.today(hall.monitoring_officer), row).allowed


def test_whoever_was_asked_decides_and_nobody_else(hall: Hall, settings: object) -> None:
    settings.PROTOCOL = "haringey"  # type: ignore[attr-defined]
    row = make.asked(hall, asked_of=Post.DIRECTOR, directorate=hall.directorate)
    assert policies.may_agree(make.today(hall.director), row).allowed
    assert not policies.may_agree(make.today(hall.chief), row).allowed
    assert not policies.may_agree(make.today(hall.leaders[0]), row).allowed
    another = council.a_holder_of(Post.DIRECTOR, directorate=council.a_directorate(name="Housing"))
    assert not policies.may_agree(make.today(another), row).allowed


def test_a_second_group_is_not_refused_on_the_same_matter(hall: Hall, settings: object) -> None:
    settings.PROTOCOL = "wokingham-2007"  # type: ignore[attr-defined]
    first = make.agreed(hall, form=Form.ATTENDANCE)
    second = make.asked(hall, group=1, form=Form.ATTENDANCE)
    who = make.today(hall.chief)
    assert policies.may_decline(who, second).allowed
    with pytest.raises(Refused) as refusal:
        decline(
            who=who,
            row=second,
            reasons="We are busy.",
            same_as=first.matter,
            seen_version=None,
            at=timezone.now(),
        )
    assert "WO-E-9.3.32j" in [cite.id for cite in refusal.value.decision.citations]


def test_an_unreasonable_request_is_passed_on_where_the_text_has_it(hall: Hall, settings: object) -> None:
    settings.PROTOCOL = "haringey"  # type: ignore[attr-defined]
    row = make.asked(hall, asked_of=Post.DIRECTOR, directorate=hall.directorate)
    row = pass_on(
        who=make.today(hall.director),
        row=row,
        because="It would take a month.",
        seen_version=None,
        at=timezone.now(),
    )
    assert row.to_decide == Post.CHIEF_EXECUTIVE
    assert policies.may_decline(make.today(hall.chief), row).allowed
    assert not policies.may_decline(make.today(hall.director), row).allowed


def test_an_offer_is_answered_by_whoever_speaks_for_the_group(hall: Hall, settings: object) -> None:
    settings.PROTOCOL = "haringey"  # type: ignore[attr-defined]
    make.agreed(hall)
    heron, osprey = (Briefing.objects.get(group=hall.groups[one]) for one in (1, 2))
    with pytest.raises(Refused):
        take_up(who=make.today(hall.members[1]), row=heron, seen_version=None, at=timezone.now())
    take_up(who=make.today(hall.leaders[1]), row=heron, seen_version=None, at=timezone.now())
    pass_by(who=make.today(hall.leaders[2]), row=osprey, seen_version=None, at=timezone.now())
    assert [Briefing.objects.get(pk=one.pk).state for one in (heron, osprey)] == ["agreed", "not-taken"]
    # Nothing is lost by having said no.
    take_up(who=make.today(hall.leaders[2]), row=osprey, seen_version=None, at=timezone.now())


def test_a_group_sees_its_own_and_no_other(hall: Hall, settings: object) -> None:
    settings.PROTOCOL = "haringey"  # type: ignore[attr-defined]
    row = make.agreed(hall)
    offer = Briefing.objects.get(group=hall.groups[1])
    assert set(visible_to(make.today(hall.members[0]))) == {row}
    assert set(visible_to(make.today(hall.leaders[1]))) == {offer}
    assert set(visible_to(make.today(hall.chief))) == set(Briefing.objects.all())
    assert not visible_to(make.today(council.an_officer())).exists()
    assert not visible_to(make.today(council.a_member())).exists()
    assert make.WORDS not in offer.words


def test_a_member_in_no_group_is_told_why_not(hall: Hall) -> None:
    assert "political groups" in may_ask(make.today(council.a_member())).sentence


def test_the_pages_open_for_those_who_may_and_are_unknown_to_others(hall: Hall, settings: object) -> None:
    settings.PROTOCOL = "haringey"  # type: ignore[attr-defined]
    row = make.asked(hall)
    for person, status in ((hall.leaders[0], 200), (hall.chief, 200), (hall.leaders[1], 404)):
        client = Client()
        client.force_login(council.a_login(person))
        assert client.get(f"/briefings/{row.reference}/").status_code == status
        assert client.get("/briefings/").status_code == 200
    client = Client()
    client.force_login(council.a_login(hall.members[0]))
    assert client.get("/briefings/ask/").status_code == 403


def test_a_member_in_no_group_reads_on_the_list_why_they_cannot_ask() -> None:
    client = Client()
    client.force_login(council.a_login(council.a_member()))
    assert "you are in none today" in client.get("/briefings/").content.decode()


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("parish", ["Parish Clerk", "Another officer"]),
        ("mwda", ["Clerk to the Authority"]),
        ("haringey", ["Chief Executive", "Director", "Another officer"]),
        ("waltham-forest", ["Chief Executive", "Another officer"]),
        ("wokingham-2007", ["Chief Executive", "Director", "Another officer"]),
        ("wokingham-2014", ["Chief Executive", "Director", "Another officer"]),
    ],
)
def test_a_group_asks_whom_the_text_names_or_its_head_of_paid_service(text: str, offered: list[str]) -> None:
    choices = AskForm(text=protocol(text)).fields["asked_of"].choices  # type: ignore[attr-defined]
    assert [label for _value, label in choices] == offered


def the_leader_of_the_council(hall: Hall, group: int = 0) -> Person:
    """A member of a group that somebody else leads."""
    PostHolding.objects.create(post=Post.LEADER, person=hall.members[group], from_on=council.LONG_AGO)
    return hall.members[group]


@pytest.mark.parametrize(
    ("text", "as_leader", "may"),
    [
        ("haringey", True, True),
        # Any member asks there, and only one text names the Leader of the Council.
        ("waltham-forest", False, True),
        ("wokingham-2007", False, True),
        ("mwda", False, True),
    ],
)
def test_the_leader_of_the_council_asks_for_their_own_group_where_the_text_names_them(
    hall: Hall, settings: object, text: str, as_leader: bool, may: bool
) -> None:
    settings.PROTOCOL = text  # type: ignore[attr-defined]
    who = make.today(the_leader_of_the_council(hall))
    assert may_ask(who).allowed is may
    assert (requester(who) is Requester.GROUP_LEADER) is as_leader


def test_the_leader_of_the_council_answers_for_their_own_group_and_no_other(
    hall: Hall, settings: object
) -> None:
    settings.PROTOCOL = "haringey"  # type: ignore[attr-defined]
    leader = the_leader_of_the_council(hall)
    row = make.asked(hall, by=leader)
    assert (row.state, row.asked_as) == ("asked", "group-leader")
    assert may_withdraw(make.today(hall.leaders[0]), row).allowed
    make.agreed(hall, group=1)
    offer = Briefing.objects.get(group=hall.groups[0], origin="offered")
    take_up(who=make.today(leader), row=offer, seen_version=None, at=timezone.now())
    other = Briefing.objects.get(group=hall.groups[2], origin="offered")
    assert may_take_up(make.today(leader), other).outcome == "unknown"


def test_whoever_stands_in_for_the_leader_of_the_council_asks_for_no_group(
    hall: Hall, settings: object
) -> None:
    settings.PROTOCOL = "haringey"  # type: ignore[attr-defined]
    council.an_absence(the_leader_of_the_council(hall), hall.members[1], post=Post.LEADER)
    who = make.today(hall.members[1])
    assert Post.LEADER in who.posts
    assert not may_ask(who).allowed
