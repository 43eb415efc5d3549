"""While a page is read its parts ask the registers once; whoever changes something asks anew each time."""

import datetime

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from complaints.models import Complaint
from complaints.queries.people import people_of
from council.middleware import people_in_post
from council.models import MemberTerm
from council.queries import asked_once, one_reading, standing_of
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint, dealing

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


def test_within_a_reading_the_same_is_asked_once_and_another_thing_again() -> None:
    one, other = make.a_member(), make.a_member()
    with one_reading(), CaptureQueriesContext(connection) as first:
        standing_of(one, on=TODAY)
    with one_reading(), CaptureQueriesContext(connection) as twice:
        assert standing_of(one, on=TODAY) is standing_of(one, on=TODAY)
    assert len(twice) == len(first)
    with one_reading():
        assert standing_of(one, on=TODAY) != standing_of(other, on=TODAY)
        tomorrow = standing_of(one, on=TODAY + datetime.timedelta(days=1))
        assert tomorrow != standing_of(one, on=TODAY)


def test_outside_of_a_reading_and_in_the_next_one_what_changed_is_known() -> None:
    member = make.a_member()
    with one_reading():
        assert standing_of(member, on=TODAY).in_post
        MemberTerm.objects.all().delete()
        assert standing_of(member, on=TODAY).in_post
    assert not standing_of(member, on=TODAY).in_post
    with one_reading():
        assert not standing_of(member, on=TODAY).in_post


def test_a_reading_that_failed_keeps_nothing() -> None:
    member = make.a_member()

    def fails() -> None:
        with one_reading():
            standing_of(member, on=TODAY)
            raise LookupError

    with pytest.raises(LookupError):
        fails()
    MemberTerm.objects.all().delete()
    assert not standing_of(member, on=TODAY).in_post


def test_what_has_no_number_yet_is_asked_about_each_time() -> None:
    asked = []

    @asked_once
    def question(row: Complaint) -> int:
        asked.append(row)
        return len(asked)

    with one_reading():
        assert [question(Complaint()), question(Complaint())] == [1, 2]
        row = a_complaint()
        assert [question(row), question(Complaint.objects.get(pk=row.pk))] == [3, 3]


def test_where_a_typed_complaint_goes_follows_what_is_typed() -> None:
    make.a_holder_of(Post.MONITORING_OFFICER)
    about = make.an_officer(line_manager=make.an_officer())
    typed = {"protocol": "waltham-forest", "complainant": make.a_member(), "alleges": ["conduct"]}
    with one_reading():
        first = people_of(Complaint(**typed, **OF_AN_OFFICER, subject=about), on=TODAY)
        second = people_of(Complaint(**typed, **OF_A_MEMBER, subject=make.a_member()), on=TODAY)
    assert first.answer != second.answer


OF_AN_OFFICER = {"complainant_kind": "member", "subject_kind": "officer"}
OF_A_MEMBER = {"complainant_kind": "member", "subject_kind": "member"}


@pytest.mark.parametrize(("method", "kept"), [("GET", True), ("HEAD", True), ("POST", False)])
def test_a_page_that_is_read_is_one_reading_and_a_press_is_none(method: str, kept: bool) -> None:
    person = make.a_member()
    user = make.a_login(person)

    def view(request: HttpRequest) -> HttpResponse:
        before = standing_of(person, on=TODAY)
        MemberTerm.objects.all().delete()
        assert (standing_of(person, on=TODAY) is before) is kept
        return HttpResponse()

    request = RequestFactory().generic(method, "/")
    request.user = user
    people_in_post(view)(request)


def test_the_page_of_a_complaint_asks_no_more_for_each_step_that_is_open() -> None:
    row = a_complaint(state="investigating", subject_knows=True)
    deals = make.an_officer()
    for part in ("to", "investigates"):
        dealing(row, deals, part)
    browser = signed_in(deals)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(f"/complaints/{row.reference}/").status_code == 200
    assert len(asked) < 110
