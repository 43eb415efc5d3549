"""Whom the page offers to investigate: nobody who is barred, and no tie that is not one’s to know."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from complaints.forms.steps import InvestigatorForm
from complaints.models import Complaint, Handler
from complaints.policies.naming import Offered, may_be_named, offered
from complaints.states import ComplaintState
from council.models import Person, Relationship
from council.rules import Grade
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def heads(number: int, **given: object) -> list[Person]:
    """Heads of service, whom the page may offer."""
    return [make.an_officer(grade=Grade.HEAD_OF_SERVICE, **given) for _one in range(number)]


def to_choose() -> tuple[Complaint, Person]:
    """A complaint that was assessed, and whoever received it and now chooses."""
    row, chooser = a_complaint(state=ComplaintState.ASSESSED), make.a_holder_of(Post.CHIEF_EXECUTIVE)
    dealing(row, chooser)
    return row, chooser


def tie(one: Person, other: Person | None, told: Person | None = None) -> Relationship:
    """The two declared it; somebody may have been told."""
    post = Post.MONITORING_OFFICER.value if told else ""
    kept: Relationship = Relationship.objects.create(
        person=one, other=other, tie="friendship", from_on=TODAY, declared_on=TODAY, told=told, told_post=post
    )
    return kept


def labels(found: Offered) -> dict[str, list[str]]:
    """What stands in the box, by heading."""
    form = InvestigatorForm(offered=found)
    return {str(name): [label for _pk, label in some] for name, some in form.fields["person"].choices[1:]}  # type: ignore[attr-defined]


def test_nobody_is_offered_who_is_a_side_or_answers_to_the_subject_or_stood_aside() -> None:
    row, chooser = to_choose()
    [free, aside] = heads(2)
    assert row.subject is not None
    [below] = heads(1, line_manager=row.subject)
    gone = dealing(row, aside, Handler.Part.INVESTIGATOR, post=Post.HEAD_OF_SERVICE)
    gone.ended_at, gone.ended_because = timezone.now(), Handler.Ended.STOOD_ASIDE
    gone.save()
    who = on_day(chooser)
    assert set(offered(who, row).everybody) == {chooser, free}
    for person in (below, aside, row.subject, row.complainant):
        assert person is not None
        assert not may_be_named(who, row, person).allowed
    assert set(offered(who, row).barred) == {below, aside}
    assert not {below.name, aside.name} & {
        name for some in labels(offered(who, row)).values() for name in some
    }


def test_those_proposed_have_no_tie_and_a_place_among_the_others_tells_nothing() -> None:
    row, chooser = to_choose()
    many = heads(9)
    tied = many[4]
    before = offered(on_day(chooser), row)
    tie(tied, row.subject)
    found = offered(on_day(chooser), row)
    assert tied not in found.proposed
    assert tied in found.others
    # Without the tie as many stand there: those without one, too.
    assert len(found.proposed) == len(before.proposed) == 5
    assert set(found.others) - {tied}
    assert found.tied == frozenset()
    assert "register" not in str(labels(found))
    assert list(found.others) == sorted(found.others, key=lambda one: (one.last_name, one.first_name, one.pk))
    assert may_be_named(on_day(chooser), row, tied).allowed


def test_whoever_was_told_of_a_tie_or_has_one_is_warned_and_nobody_else() -> None:
    row, chooser = to_choose()
    many = heads(4)
    monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
    dealing(row, monitoring, post=Post.MONITORING_OFFICER)
    tie(many[0], row.complainant, told=monitoring)
    warning = f"{many[0].name} (the register of relationships has a tie with one of the two sides)"
    assert warning in labels(offered(on_day(monitoring), row))["Others"]
    assert many[0].name in labels(offered(on_day(chooser), row))["Others"]
    tie(chooser, row.subject)
    own = labels(offered(on_day(chooser), row))["Others"]
    assert f"{chooser.name} (the register of relationships has a tie with one of the two sides)" in own


def test_many_heads_of_service_cost_no_more_queries_than_a_few() -> None:
    row, chooser = to_choose()
    counted = []
    for more in (3, 20):
        heads(more)
        who = on_day(chooser)
        with CaptureQueriesContext(connection) as asked:
            offered(who, row)
        counted.append(len(asked))
    assert counted[1] <= counted[0] + 1, counted
