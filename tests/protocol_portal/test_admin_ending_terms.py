"""The end of a local term in the admin: read before it is entered, entered once, and kept from then on."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from casework.actions.registering import end_local_term
from casework.models import LocalTerm
from casework.queries import all_local_terms
from enquiries.clock import Clock
from enquiries.models import Enquiry
from rulebook.duty import Duty
from rulebook.local_term import LocalTerm as Term
from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.casework import a_local_term
from tests.factories.council import a_holder_of
from tests.factories.enquiries import an_enquiry
from tests.factories.reviewed import page_of, save, seen_on

LIST = "/admin/casework/localterm/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Client:
    """Democratic services at the keyboard."""
    return signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))


def ahead(days: int) -> str:
    """So many days from today, as it is typed."""
    return f"{timezone.localdate() + timedelta(days=days):%d/%m/%Y}"


def change(term: LocalTerm) -> str:
    """The address of a term."""
    return f"{LIST}{term.pk}/change/"


def test_an_end_is_reviewed_like_a_beginning_and_then_stands(keeper: Client) -> None:
    term = a_local_term(Duty.REPLY, 5)
    page = page_of(keeper, change(term), {"to_on": ahead(3), "value": "99"})
    term.refresh_from_db()
    assert term.to_on is None
    assert "End this term" in page
    assert "With the term it would be due" in page
    save(keeper, change(term), {"to_on": ahead(3), "value": "99"})
    term.refresh_from_db()
    assert (term.value, term.to_on) == (5, timezone.localdate() + timedelta(days=3))
    for later in ("", ahead(9)):
        answer = keeper.post(change(term), {"to_on": later}, follow=True)
        assert "An end that was entered stands." in answer.content.decode()
    assert keeper.post(f"{LIST}{term.pk}/delete/", {"post": "yes"}).status_code == 403
    term.refresh_from_db()
    assert term.to_on == timezone.localdate() + timedelta(days=3)


@pytest.mark.parametrize(
    ("days", "told"),
    [(None, "Enter last day"), (-1, "must be today or later"), (-4000, "on or after the first day")],
)
def test_an_end_that_is_none_is_refused_with_a_sentence(keeper: Client, days: int | None, told: str) -> None:
    term = a_local_term()
    answer = keeper.post(change(term), {"to_on": "" if days is None else ahead(days)})
    assert told in answer.content.decode()
    term.refresh_from_db()
    assert term.to_on is None


def test_the_day_that_was_typed_for_an_end_comes_back_to_be_changed(keeper: Client) -> None:
    term = a_local_term()
    page = keeper.post(change(term), {"to_on": ahead(3)})
    again = keeper.get(page.context["change_it"])
    assert again.context["adminform"].form["to_on"].value() == ahead(3)


def test_an_end_that_another_entered_while_the_page_was_worked_out_stands_and_is_told(
    keeper: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    term = a_local_term()
    seen = seen_on(page_of(keeper, change(term), {"to_on": ahead(3)}))

    def read_and_overtaken() -> tuple[Term, ...]:
        """All terms as they stood a moment ago: another keeper ends this one before the page goes on."""
        monkeypatch.undo()
        known = all_local_terms()
        end_local_term(term=term, last_day=timezone.localdate() + timedelta(days=5))
        return known

    monkeypatch.setattr("protocol_portal.admin.local_terms.all_local_terms", read_and_overtaken)
    answer = keeper.post(change(term), {"to_on": ahead(3), "seen": seen}, follow=True)
    assert "An end that was entered stands." in answer.content.decode()
    assert LocalTerm.objects.get().to_on == timezone.localdate() + timedelta(days=5)


def test_a_term_that_nothing_asks_can_be_ended_and_the_page_says_that_nothing_follows(keeper: Client) -> None:
    term = a_local_term(Duty.HOLDING_REPLY, 2)
    page = page_of(keeper, change(term), {"to_on": ahead(0)})
    assert "works no date out by it" in page
    asked = re.search(r"None: (\d+) scenarios were asked\.", page)
    assert asked is not None
    assert int(asked[1]) > 20


def test_an_open_case_keeps_its_date_through_it_all(keeper: Client) -> None:
    enquiry = an_enquiry(received_on=timezone.localdate() - timedelta(days=1))
    day_by_day = {"duty": "reply", "value": "1", "unit": "calendar-days", "paragraph": "Minute 7"}
    save(keeper, f"{LIST}add/", {**day_by_day, "from_on": ahead(-30)})
    save(keeper, change(LocalTerm.objects.get()), {"to_on": ahead(0)})
    after = Enquiry.objects.get(pk=enquiry.pk)
    assert after.due_on == Clock.read().deadline_of(after) == enquiry.due_on
