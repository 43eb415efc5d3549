"""Enquiries on one matter: similar ones, links, the same reply to several members."""

import pytest
from django.utils import timezone

from council.models import Person
from council.rules import Grade
from enquiries.actions.linking import Read, link_enquiries, send_same_reply, unlink_enquiries
from enquiries.actions.locking import Stale
from enquiries.actions.replying import Reply, add_note
from enquiries.models import Enquiry, Link, Message, Privacy
from enquiries.policies import joining
from enquiries.queries import visible_to
from enquiries.screens.joining import (
    matter_panel,
    others_ask_panel,
    same_reply_choices,
    similar_to,
    telling_words,
)
from enquiries.states import State
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import REPLY, on_day
from tests.factories.preparing import a_part, another_team, wants_approval
from tests.factories.repairs import Council, a_case, the_repairs_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> Council:
    return the_repairs_team()


@pytest.fixture
def tom() -> Person:
    """Another member, who asks about the same."""
    return make.a_member(name="Tom Lowe")


def link(by: Person, one: Enquiry, other: Enquiry) -> bool:
    return link_enquiries(who=on_day(by), enquiry=one, other=other, at=timezone.now())


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("No heating at Larch Court", ["heating", "larch", "court"]),
        ("What will the enquiry need?", []),
        ("Damp, damp, DAMP and mould", ["damp", "mould"]),
        ("", []),
        ("one two three alpha beta gamma delta epsilon zeta theta", None),
    ],
)
def test_which_words_of_a_subject_tell_what_it_is_about(subject: str, words: list[str] | None) -> None:
    found = telling_words(subject)
    assert len(found) <= 6
    assert words is None or found == words


def test_similar_ones_share_street_and_service_or_two_words(council: Council, tom: Person) -> None:
    case = a_case(council, subject="No heating at Larch Court", street="Larch Court")
    other_service = make.a_service(team=council.team)
    more = {"member": tom}
    street = a_case(council, subject="Lift broken", street="larch court", **more)
    words = a_case(council, subject="Heating out in Larch House", **more)
    one_word = a_case(council, subject="Larch trees", **more)
    elsewhere = a_case(council, subject="Lift", street="Larch Court", service=other_service, **more)
    answered = a_case(council, State.ANSWERED, subject="No heating at Larch Court", **more)
    found = list(similar_to(on_day(council.officer), case))
    assert found == [street, words]
    assert not {one_word, elsewhere, answered} & set(found)


def test_only_what_the_viewer_may_see_is_similar_and_five_at_most(council: Council, tom: Person) -> None:
    case = a_case(council)
    a_case(council, member=tom, is_confidential=True)
    an_other = make.a_service(team=make.a_team())
    a_case(council, member=tom, service=an_other, officer=make.an_officer(team=an_other.team))
    assert list(similar_to(on_day(council.officer), case)) == []
    for _number in range(6):
        a_case(council, member=tom)
    assert len(similar_to(on_day(council.officer), case)) == 5


def test_one_query_finds_what_is_similar(
    council: Council, tom: Person, django_assert_max_num_queries: object
) -> None:
    case, who = a_case(council), on_day(council.officer)
    for _number in range(3):
        a_case(council, member=tom)
    with django_assert_max_num_queries(3):  # type: ignore[operator]  # two ask what is linked already
        assert [row.member.name for row in similar_to(who, case)] == ["Councillor Tom Lowe"] * 3


def test_a_link_is_made_once_and_taken_away_once(council: Council, tom: Person) -> None:
    case, other = a_case(council), a_case(council, member=tom)
    assert link(council.officer, case, other)
    assert not link(council.colleague, other, case), "from either side it is the same link"
    assert Link.objects.count() == 1
    assert list(similar_to(on_day(council.officer), case)) == [], "what is linked is not offered again"
    for expected in (True, False):
        gone = unlink_enquiries(who=on_day(council.officer), enquiry=other, other=case, at=timezone.now())
        assert gone is expected
    for one in (case, other):
        kinds = one.stream.events.values_list("kind", flat=True)
        assert {"enquiry.linked", "enquiry.unlinked"} <= set(kinds)


def test_nothing_is_linked_with_itself(council: Council) -> None:
    case = a_case(council)
    assert not link(council.officer, case, case)


@pytest.mark.parametrize(
    ("who", "outcome"),
    [
        ("owner", Outcome.ALLOWED),
        ("democratic services", Outcome.ALLOWED),
        ("monitoring officer", Outcome.ALLOWED),
        ("member", Outcome.REFUSED),
        ("asked for a part", Outcome.REFUSED),
        ("officer elsewhere", Outcome.UNKNOWN),
        ("another member", Outcome.UNKNOWN),
    ],
)
def test_who_may_link_and_who_sees_what_is_linked(council: Council, who: str, outcome: Outcome) -> None:
    case, other = a_case(council), a_case(council, member=make.a_member())
    team, lena = another_team()
    a_part(case, team, by=council.officer)
    people = {
        "owner": council.officer,
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "monitoring officer": make.a_holder_of(Post.MONITORING_OFFICER),
        "member": council.member,
        "asked for a part": lena,
        "officer elsewhere": make.an_officer(team=make.a_team()),
        "another member": make.a_member(),
    }
    link(council.officer, case, other)
    found = on_day(people[who])
    assert joining.may_link(found, case).outcome is outcome
    assert (matter_panel(found, case) is not None) == (outcome is Outcome.ALLOWED)


def test_a_link_needs_the_word_about_both(council: Council, tom: Person) -> None:
    service = make.a_service(team=make.a_team())
    theirs = a_case(council, member=tom, service=service, officer=make.an_officer(team=service.team))
    with pytest.raises(Refused):
        link(council.officer, a_case(council), theirs)
    assert not Link.objects.exists()


@pytest.mark.parametrize("hidden", [{"is_confidential": True}, {"privacy": Privacy.PRIVATE}])
def test_a_confidential_or_private_one_is_linked_with_nothing_nor_offered_for_it(
    council: Council, tom: Person, hidden: dict[str, object]
) -> None:
    case, secret = a_case(council), a_case(council, member=tom)
    assert secret in similar_to(on_day(council.officer), case)
    Enquiry.objects.filter(pk=secret.pk).update(**hidden)
    secret = Enquiry.objects.get(pk=secret.pk)
    assert secret not in similar_to(on_day(council.officer), case)
    with pytest.raises(Refused) as refusal:
        link(council.officer, secret, case)
    assert "linked with no other" in refusal.value.decision.sentence


def test_members_hear_that_another_asked_and_nothing_else(council: Council, tom: Person) -> None:
    case, other = a_case(council), a_case(council, member=tom)
    assert others_ask_panel(on_day(council.member), case) is None
    link(council.officer, case, other)
    panel = others_ask_panel(on_day(council.member), case)
    assert panel is not None
    assert panel.given == {}
    assert not visible_to(on_day(council.member)).filter(pk=other.pk).exists()


@pytest.mark.parametrize("hidden", [{"is_confidential": True}, {"privacy": Privacy.PRIVATE}, "own"])
def test_members_hear_nothing_of_what_is_not_for_them_nor_of_their_own(
    council: Council, tom: Person, hidden: object
) -> None:
    case = a_case(council)
    other = a_case(council, member=council.member if hidden == "own" else tom)
    link(council.officer, case, other)
    if isinstance(hidden, dict):
        Enquiry.objects.filter(pk=other.pk).update(**hidden)
    assert others_ask_panel(on_day(council.member), case) is None


def read(*cases: Enquiry) -> list[Read]:
    return [Read(case, Enquiry.objects.get(pk=case.pk).version) for case in cases]


def answer_all(by: Person, *cases: Read) -> list[Message]:
    return send_same_reply(who=on_day(by), cases=cases, reply=Reply(REPLY), at=timezone.now())


def test_linked_ones_get_the_same_reply_each_in_its_own_thread(council: Council, tom: Person) -> None:
    case, other, third = a_case(council), a_case(council, member=tom), a_case(council, member=make.a_member())
    link(council.officer, case, other)
    choices = same_reply_choices(on_day(council.officer), case)
    assert [one.enquiry for one in choices] == [other]
    answer_all(council.officer, *read(case, other))
    for one in (case, other):
        assert Enquiry.objects.get(pk=one.pk).state == State.ANSWERED
        assert [message.text for message in one.messages.all()] == [REPLY]
    assert not third.messages.exists()


def test_where_one_changed_meanwhile_none_is_answered(council: Council, tom: Person) -> None:
    case, other = a_case(council), a_case(council, member=tom)
    cases = read(case, other)
    add_note(who=on_day(council.colleague), enquiry=other, text="Chased.", at=timezone.now())
    with pytest.raises(Stale) as stale:
        answer_all(council.officer, *cases)
    assert stale.value.enquiry == other
    assert not case.messages.filter(kind=Message.Kind.REPLY).exists()


@pytest.mark.parametrize("barred", ["another team's", "a part is owed", "approval is wanted"])
def test_the_same_reply_goes_nowhere_that_a_reply_may_not_go(
    council: Council, tom: Person, barred: str
) -> None:
    case, other = a_case(council), a_case(council, member=tom)
    link(council.officer, case, other)
    if barred == "another team's":
        Enquiry.objects.filter(pk=other.pk).update(team=make.a_team(), owner=None)
    elif barred == "a part is owed":
        a_part(other, another_team()[0], by=council.officer)
    else:
        make.an_officer(team=council.team, grade=Grade.HEAD_OF_SERVICE)
        wants_approval(council)
    assert same_reply_choices(on_day(council.officer), case) == []
    with pytest.raises(Refused):
        answer_all(council.officer, *read(case, other))
    assert not Message.objects.filter(kind=Message.Kind.REPLY).exists(), "all or none"
