"""Two complaints that cross: whoever deals with one has a part in another with one of its sides."""

import datetime
from collections.abc import Callable

import pytest
from django.core import mail
from django.utils import timezone

from casework.actions.delivering import deliver_due
from complaints import tasks
from complaints.models import Complaint, Handler
from complaints.policies.conflicts import conflicts_shown
from complaints.policies.standing_aside import may_name_another
from complaints.queries import visible_to
from complaints.queries.conflicts import conflicts_of, since_named
from complaints.rules.conflicts import Conflict
from complaints.states import ComplaintState
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
LAST_WEEK = timezone.now() - datetime.timedelta(days=7)


def a_case() -> tuple[Complaint, Handler, Handler]:
    """A complaint that the chief executive and the monitoring officer deal with since last week."""
    row = a_complaint(subject_knows=True)
    chief = dealing(row, make.a_holder_of(Post.CHIEF_EXECUTIVE))
    post = Post.MONITORING_OFFICER
    monitoring = dealing(row, make.a_holder_of(post), Handler.Part.INVESTIGATOR, post=post)
    row.handlers.update(named_at=LAST_WEEK)
    return row, Handler.objects.get(pk=chief.pk), Handler.objects.get(pk=monitoring.pk)


def of(by: Person | None, about: Person | None, **more: object) -> Complaint:
    """Another complaint between these two."""
    return a_complaint(complainant=by, subject=about, **more)  # type: ignore[arg-type]


Another = Callable[[Complaint, Person], object]
ANOTHER: dict[str, tuple[Another, bool]] = {
    "a side complains of them, and they were told": (
        lambda row, one: of(row.complainant, one, subject_knows=True),
        True,
    ),
    "they complain of a side": (lambda row, one: of(one, row.subject, complainant_kind="officer"), True),
    "a side complains of them, and they do not know": (lambda row, one: of(row.complainant, one), False),
    "they only noted it": (lambda row, one: of(one, row.subject, state=ComplaintState.RAISED), False),
    "it is over": (lambda row, one: of(one, row.subject, state=ComplaintState.CLOSED), False),
    "somebody else complains of them": (lambda row, one: of(None, one, subject_knows=True), False),
    "the two sides complain of each other": (lambda row, one: of(row.subject, row.complainant), False),
}


@pytest.mark.parametrize("case", ANOTHER)
def test_whoever_deals_with_one_is_told_of_what_they_know_and_nobody_else_is(case: str) -> None:
    another, is_found = ANOTHER[case]
    row, chief, monitoring = a_case()
    another(row, chief.person)
    assert (Conflict.CROSSES in conflicts_of(chief, on=TODAY)) is is_found
    assert (Conflict.CROSSES in conflicts_shown(on_day(chief.person), chief)) is is_found
    for person in (monitoring.person, row.complainant, row.subject):
        assert person is not None
        assert Conflict.CROSSES not in conflicts_shown(on_day(person), chief)
    assert not may_name_another(on_day(monitoring.person), row, chief).allowed
    assert Conflict.CROSSES not in conflicts_of(monitoring, on=TODAY)


def test_it_is_said_once_to_whoever_it_concerns_when_it_came_about_since_they_were_named() -> None:
    row, chief, _monitoring = a_case()
    of(row.complainant, chief.person, subject_knows=True)
    assert since_named(chief, on=TODAY, named_on=timezone.localdate(LAST_WEEK)) == {Conflict.CROSSES}
    for _ in range(2):
        tasks.look_at_open_complaints(on=TODAY, at=timezone.now())
    deliver_due(at=timezone.now() + datetime.timedelta(hours=2))
    told = [one for one in mail.outbox if "whether you should stand aside" in one.body]
    assert [one.to for one in told] == [[chief.person.email]]


def test_each_of_two_who_complain_of_each_other_sees_their_own_alone() -> None:
    row = a_complaint()
    back = of(row.subject, row.complainant, complainant_kind="officer", subject_kind="member")
    for mine, other in ((row, back), (back, row)):
        assert mine.complainant is not None
        seen = visible_to(on_day(mine.complainant))
        assert list(seen) == [mine]
        assert other not in seen
