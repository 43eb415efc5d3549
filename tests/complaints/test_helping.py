"""Help in settling it: who may be asked under each text, and what becomes of whoever is asked."""

from typing import Any

import pytest
from django.utils import timezone

from complaints.actions.helping import ask_for_help, say_whether_they_help
from complaints.models import Complaint, Handler
from complaints.policies.seeing import may_read, writings_for
from complaints.queries import visible_to
from complaints.queries.helping import members_who_may_help, offered_as, title_of, who_may_help
from council.models import Person
from council.rules import Grade
from rulebook.complaint import PartyKind
from rulebook.decision import Outcome, Refused
from tests.factories import council as make
from tests.factories.enquiries import on_day
from tests.factories.settling import a_concern, a_helper, again, complainant

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def _officer_under(manager: Person, **more: Any) -> Person:
    return make.an_officer(line_manager=manager, **more)


def _of_an_officer(text: str, **more: Any) -> Complaint:
    """An officer’s concern about a member."""
    group = make.a_group()
    manager = make.an_officer(name="Grace Lowe", grade=Grade.HEAD_OF_SERVICE)
    make.a_member(name="Tom Hughes", group=group, office="leader")
    make.a_member(name="Ines Duarte", group=group, office="whip")
    kinds = {"complainant_kind": PartyKind.OFFICER, "subject_kind": PartyKind.MEMBER}
    return a_concern(
        protocol=text,
        complainant=_officer_under(manager),
        subject=make.a_member(group=group, name="Owen Tait"),
        **{**kinds, **more},
    )


def _offered(row: Complaint) -> dict[str, str]:
    return {one.person.name: one.post for one in who_may_help(row, on=TODAY())}


def _ask(row: Complaint, helper: Person) -> Complaint:
    who = on_day(complainant(row))
    return ask_for_help(who=who, row=row, helper=helper, seen_version=row.version, at=timezone.now())


def _answer(row: Complaint, helper: Person, helps: bool) -> Complaint:
    return say_whether_they_help(
        who=on_day(helper), row=again(row), helps=helps, seen_version=None, at=timezone.now()
    )


def test_at_waltham_forest_the_officers_manager_helps_whoever_complains() -> None:
    manager = make.an_officer(name="Grace Lowe")
    row = a_concern(subject=_officer_under(manager))
    assert _offered(row) == {"Grace Lowe": "line-manager"}
    assert members_who_may_help(row, on=TODAY()) == ()
    assert _offered(_of_an_officer("waltham-forest")) == {"Grace Lowe": "line-manager"}


def test_at_haringey_the_group_of_the_member_helps_too() -> None:
    found = _offered(_of_an_officer("haringey"))
    assert {name.split()[-1]: post for name, post in found.items()} == {
        "Lowe": "senior-manager",
        "Hughes": "group-leader",
        "Duarte": "group-whip",
    }


def test_a_group_leader_who_is_complained_about_does_not_help() -> None:
    row = _of_an_officer("haringey")
    leader = Person.objects.get(last_name="Hughes")
    Complaint.objects.update(subject=leader)
    assert "group-leader" not in _offered(again(row)).values()


@pytest.mark.parametrize(("text", "may"), [("mwda", True), ("wokingham-2014", True), ("haringey", False)])
def test_where_the_text_lets_members_help_any_may_be_asked_save_the_parties(text: str, may: bool) -> None:
    row = _of_an_officer(text)
    outsider = make.a_member(name="Beth Marsh")
    found = members_who_may_help(row, on=TODAY())
    assert (outsider in found) is may
    assert row.subject not in found
    assert (offered_as(row, outsider, on=TODAY()) is not None) is may


def test_whoever_is_asked_knows_of_it_and_reads_it_when_they_said_that_they_help() -> None:
    manager = make.an_officer()
    row = a_concern(subject=_officer_under(manager))
    row = _ask(row, manager)
    who = on_day(manager)
    assert visible_to(who).get() == row
    assert may_read(who, row).outcome is Outcome.REFUSED
    assert not writings_for(who, row).exists()
    row = _answer(row, manager, helps=True)
    assert writings_for(who, row).count() == 2
    assert list(row.stream.events.values_list("kind", flat=True).order_by("place")) == [
        "complaint.handler_named",
        "complaint.help_answered",
    ]


def test_whoever_does_not_help_or_no_longer_learns_no_more_of_it() -> None:
    row = a_concern()
    for helper in (a_helper(row, helps=False), a_helper(row)):
        _answer(row, helper, helps=False)
        assert not visible_to(on_day(helper)).exists()
        assert Handler.objects.get(person=helper).ended_because == Handler.Ended.DECLINED


def test_nobody_is_asked_whom_the_text_does_not_name_nor_twice() -> None:
    manager = make.an_officer()
    row = a_concern(subject=_officer_under(manager))
    for person in (make.an_officer(), make.a_member(), complainant(row)):
        with pytest.raises(Refused, match="cannot be asked"):
            _ask(row, person)
    row = _ask(row, manager)
    with pytest.raises(Refused, match="cannot be asked"):
        _ask(row, manager)


def test_whoever_said_no_may_be_asked_again() -> None:
    manager = make.an_officer()
    row = _ask(a_concern(subject=_officer_under(manager)), manager)
    row = _answer(row, manager, helps=False)
    assert _ask(row, manager).handlers.filter(ended_at__isnull=True).count() == 1


def test_a_post_is_called_as_the_text_calls_it() -> None:
    assert title_of("group-whip", "haringey")
    assert title_of("", "mwda") == ""
