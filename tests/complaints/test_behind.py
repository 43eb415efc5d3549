"""The list behind a figure on complaints: for whoever reports them, and of none to which they are a side."""

import pytest
from django.urls import reverse
from django.utils import timezone

from complaints.states import ComplaintState
from council.models import Person
from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint, dealing
from tests.factories.council import a_holder_of

TODAY = timezone.localdate()
DECIDED = f"?begun={TODAY}--{TODAY}&stage=partly"


def listed(person: Person, query: str = DECIDED) -> str:
    """The page as text."""
    response = signed_in(person).get(reverse("complaints") + query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.django_db
def test_no_side_learns_an_outcome_from_a_list_by_outcome() -> None:
    row = a_complaint(state=ComplaintState.DECIDED)
    assert row.complainant
    assert signed_in(row.complainant).get(reverse("complaints") + DECIDED).status_code == 403
    officer = a_holder_of(Post.MONITORING_OFFICER)
    own = a_complaint(state=ComplaintState.DECIDED, complainant=officer)
    assert own.reference not in listed(officer)
    assert row.reference not in listed(officer)
    dealing(row, officer)
    assert row.reference in listed(officer)


@pytest.mark.django_db
def test_other_days_and_other_stages_have_other_lists_and_no_days_are_the_own_list() -> None:
    row, officer = a_complaint(state=ComplaintState.DECIDED), a_holder_of(Post.MONITORING_OFFICER)
    dealing(row, officer)
    for query in (f"?begun={TODAY}--{TODAY}&stage=upheld", "?begun=2001-01-01--2001-02-01"):
        assert "You may see no complaint of this kind from these days." in listed(officer, query)
    assert row.reference in listed(officer, f"?begun={TODAY}--{TODAY}&stage=nonsense")
    assert "Raise a concern" in listed(officer, "?begun=nonsense")
