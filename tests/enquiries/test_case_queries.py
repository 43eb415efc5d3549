"""What the page of a case asks of the database: few questions, however much is on the case."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from council.models import Person
from enquiries.actions.linking import link_enquiries
from enquiries.actions.merging import merge_enquiries
from enquiries.actions.replying import add_note
from enquiries.models import Enquiry
from enquiries.policies import may_add_note
from enquiries.queries import marked, may_know_of, visible_to
from enquiries.screens.joining import mergeable
from tests.factories.browsers import signed_in
from tests.factories.council import a_member, an_officer
from tests.factories.enquiries import on_day
from tests.factories.repairs import Council, a_case, the_repairs_team

# Of these about twelve are the door's, the menu's and the foot's; most of the rest are for what is on it.
MOST = 48


@pytest.fixture
def council(db: None) -> Council:
    """Exampleshire's repairs."""
    return the_repairs_team()


def questions(person: Person, case: Enquiry) -> int:
    """How many the page of the case asks of the database when it is opened a second time."""
    browser, path = signed_in(person), reverse("enquiry", args=[case.reference])
    browser.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(path).status_code == 200
    return len(asked)


def much_is_on(council: Council, case: Enquiry) -> None:
    """One more link, one more enquiry merged into it, one more note."""
    now, who = timezone.now(), on_day(council.officer)
    other = a_case(council, member=a_member())
    link_enquiries(who=who, enquiry=case, other=other, at=now)
    merge_enquiries(who=who, merged=a_case(council), into=case, at=now)
    add_note(who=who, enquiry=case, text="Rang the contractor.", at=now)


def test_a_case_asks_no_more_the_more_is_on_it(council: Council) -> None:
    case = a_case(council)
    much_is_on(council, case)
    counts = {person: questions(person, case) for person in (council.officer, council.director, case.member)}
    much_is_on(council, case)
    much_is_on(council, case)
    assert {person: questions(person, case) for person in counts} == counts
    assert max(counts.values()) <= MOST, counts


def test_what_may_be_merged_is_not_asked_for_one_by_one(
    council: Council, django_assert_max_num_queries: object
) -> None:
    case, who = a_case(council), on_day(council.officer)
    for _number in range(4):
        a_case(council)
    own = marked(who, visible_to(who).filter(pk=case.pk))[0]
    with django_assert_max_num_queries(2):  # type: ignore[operator]
        assert len(mergeable(who, own)) == 4


def test_a_mark_is_worth_nothing_for_anybody_else_nor_on_another_row(council: Council) -> None:
    case, who = a_case(council, is_confidential=True), on_day(council.officer)
    own = marked(who, visible_to(who).filter(pk=case.pk))[0]
    stranger = on_day(an_officer())
    assert may_know_of(who, own)
    assert not may_know_of(stranger, own)
    assert not may_add_note(stranger, own).allowed
    assert marked(stranger, visible_to(stranger).filter(pk=case.pk)) == []
    Enquiry.objects.filter(pk=case.pk).update(owner=None, addressee=None)
    assert not may_know_of(who, Enquiry.objects.get(pk=case.pk)), "another row is asked about anew"
