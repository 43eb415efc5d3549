"""Figures for the Standards Committee: counts by quarter, for two roles, and never a case by them."""

import csv
import datetime
import io
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent
from complaints.models import Complaint, Remedy, Writing
from complaints.queries import figures as counts
from complaints.screens.figures import HIDDEN, PAIRINGS, REMEDIES, STAGES, Figures, figures
from complaints.states import ComplaintState
from council.models import Person
from rulebook.complaint import PartyKind
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import CONCERN, a_complaint
from tests.factories.enquiries import moment

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 25)
SUMMER = datetime.date(2026, 8, 12)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """The second quarter of 2026/27 is over, the third is not."""
    with time_machine.travel(moment(TODAY), tick=False):
        yield


def begun(
    number: int, state: ComplaintState, *, on: datetime.date = SUMMER, **columns: Any
) -> list[Complaint]:
    """So many that began on the day."""
    made = [a_complaint(state=state) for _ in range(number)]
    began = {ComplaintState.INFORMAL: {"informal_on": on}, ComplaintState.RAISED: {}}
    rows = Complaint.objects.filter(pk__in=[one.pk for one in made])
    rows.update(**{**began.get(state, {"received_on": on}), **columns})
    return list(rows)


def column(shown: Figures, key: str, quarter: int = 1) -> dict[str, str]:
    """The lines of a table, in that quarter."""
    table = next(one for one in shown.tables if one.key == key)
    return {row.label: row.cells[quarter] for row in table.rows}


def this_year() -> Figures:
    """The figures of the year that goes on."""
    return figures(2026, today=TODAY)


def fetch(person: Person, name: str = "complaint-figures", **asked: str) -> HttpResponse:
    """The page, for that person."""
    return signed_in(person).get(reverse(name), asked)


def test_every_complaint_is_counted_once_by_where_it_stands() -> None:
    begun(6, ComplaintState.INFORMAL)
    begun(5, ComplaintState.INVESTIGATING)
    begun(7, ComplaintState.CLOSED, outcome="upheld")
    begun(5, ComplaintState.WITHDRAWN)
    begun(8, ComplaintState.REFERRED)
    begun(9, ComplaintState.RAISED, raised_at=moment(SUMMER))
    found = column(this_year(), "stages")
    said = {label: number for label, number in found.items() if number != "0"}
    assert said == {
        "Being settled informally": "6",
        "Being dealt with": "5",
        "With another procedure": "8",
        "Upheld": "7",
        "Withdrawn": "5",
        "All": "31",
    }


def test_every_outcome_and_every_pairing_has_its_line() -> None:
    for outcome in Complaint.Outcome:
        assert outcome is Complaint.Outcome.OPEN or outcome.value in STAGES
    kinds = [kind.value for kind in PartyKind]
    assert set(PAIRINGS) == {f"{one}-{other}" for one in kinds for other in kinds if other != "public"}
    begun(5, ComplaintState.DECIDED, complainant_kind=PartyKind.OFFICER, subject_kind=PartyKind.MEMBER)
    begun(6, ComplaintState.DECIDED)
    found = column(this_year(), "pairings")
    assert (found["An officer about a member"], found["A member about an officer"]) == ("5", "6")
    assert found["All"] == "11"


def test_a_small_number_is_hidden_with_what_would_give_it_away() -> None:
    begun(2, ComplaintState.CLOSED, outcome="upheld")
    begun(6, ComplaintState.CLOSED, outcome="not-upheld")
    begun(9, ComplaintState.WITHDRAWN)
    found = column(this_year(), "stages")
    assert (found["Upheld"], found["Not upheld"], found["Withdrawn"]) == (HIDDEN, HIDDEN, "9")
    assert found["All"] == "17"


def test_fewer_than_five_in_all_show_nothing() -> None:
    begun(4, ComplaintState.CLOSED, outcome="upheld")
    for key in ("stages", "pairings"):
        assert set(column(this_year(), key).values()) == {HIDDEN}


def test_a_quarter_is_counted_once_it_is_over_and_by_the_day_on_which_it_began() -> None:
    begun(5, ComplaintState.RECEIVED, on=datetime.date(2026, 6, 30))
    begun(6, ComplaintState.RECEIVED, on=datetime.date(2026, 7, 1))
    begun(7, ComplaintState.RECEIVED, on=TODAY)
    shown = this_year()
    assert len(shown.heads) == 2
    totals = [column(shown, "stages", quarter)["All"] for quarter in (0, 1)]
    assert totals == ["5", "6"]


def test_an_erased_complaint_still_counts() -> None:
    rows = begun(5, ComplaintState.CLOSED, outcome="upheld")
    Complaint.objects.filter(pk__in=[one.pk for one in rows]).update(
        complainant=None, subject=None, erased_at=timezone.now()
    )
    assert column(this_year(), "stages")["Upheld"] == "5"


def test_days_and_remedies_are_told_of_five_or_more() -> None:
    rows = begun(5, ComplaintState.DECIDED, acknowledged_at=moment(SUMMER + datetime.timedelta(days=3)))
    days = column(this_year(), "days")
    assert days["Days to the acknowledgement"] == "3"
    for place, row in enumerate(rows):
        words = row.writings.create(kind=Writing.Kind.REMEDY, at=timezone.now(), text="Training.")
        Remedy.objects.create(complaint=row, writing=words, due_on=TODAY, done_on=TODAY if place else None)
    assert set(column(this_year(), "remedies").values()) == {HIDDEN}
    Remedy.objects.update(done_on=TODAY)
    assert column(this_year(), "remedies")[REMEDIES[counts.DONE]] == "5"


def test_each_figure_is_one_query(django_assert_num_queries: Any) -> None:
    begun(6, ComplaintState.DECIDED)
    with django_assert_num_queries(5):
        this_year()


ROLES = {
    Post.MONITORING_OFFICER: 200,
    Post.DEMOCRATIC_SERVICES: 200,
    Post.CHIEF_EXECUTIVE: 403,
    Post.SECTION_151_OFFICER: 403,
}


@pytest.mark.parametrize("name", ["complaint-figures", "complaint-figures-csv"])
@pytest.mark.parametrize("post", ROLES)
def test_the_monitoring_officer_and_democratic_services_see_them(post: Post, name: str) -> None:
    assert fetch(make.a_holder_of(post), name).status_code == ROLES[post]


@pytest.mark.parametrize("name", ["complaint-figures", "complaint-figures-csv"])
def test_no_party_member_or_officer_sees_them(name: str) -> None:
    complaint = begun(6, ComplaintState.DECIDED)[0]
    for person in (complaint.complainant, complaint.subject, make.a_member(), make.an_officer()):
        assert person is not None
        answer = fetch(person, name)
        assert answer.status_code == 403
        assert "and nobody else" in answer.content.decode()


LEADING = (
    ("complaints", Post.MONITORING_OFFICER),
    ("complaints", Post.DEMOCRATIC_SERVICES),
    ("dashboard", Post.MONITORING_OFFICER),
    ("admin:index", Post.DEMOCRATIC_SERVICES),
)


@pytest.mark.parametrize(("name", "post"), LEADING)
def test_whoever_may_see_them_is_led_to_them(name: str, post: Post) -> None:
    page = fetch(make.a_holder_of(post), name).content.decode()
    assert f'href="{reverse("complaint-figures")}"' in page


def test_nobody_else_is_shown_a_way_to_them() -> None:
    complaint = a_complaint()
    for person in (complaint.complainant, complaint.subject, make.a_holder_of(Post.CHIEF_EXECUTIVE)):
        assert person is not None
        assert reverse("complaint-figures") not in fetch(person, "complaints").content.decode()


def test_the_page_has_counts_and_no_case() -> None:
    complaint = begun(6, ComplaintState.DECIDED, outcome="partly")[0]
    page = fetch(make.a_holder_of(Post.MONITORING_OFFICER)).content.decode()
    assert "2026/27" in page
    assert "Partly upheld" in page
    for word in (complaint.reference, str(complaint.complainant), str(complaint.subject), CONCERN):
        assert word not in page


@pytest.mark.parametrize(
    ("year", "heading"), [("2025", "2025/26"), ("1999", "2026/27"), ("x", "2026/27"), ("", "2026/27")]
)
def test_a_year_that_is_not_offered_is_the_one_that_goes_on(year: str, heading: str) -> None:
    page = fetch(make.a_holder_of(Post.MONITORING_OFFICER), year=year).content.decode()
    assert f'<span class="govuk-caption-l">{heading}</span>' in page


def test_the_page_of_a_year_of_which_nothing_is_over_says_so() -> None:
    with time_machine.travel(moment(datetime.date(2026, 5, 4)), tick=False):
        assert figures(2026, today=datetime.date(2026, 5, 4)).tables == ()
        page = fetch(make.a_holder_of(Post.MONITORING_OFFICER)).content.decode()
    assert "No quarter of this year is over yet." in page


def test_taking_them_out_is_recorded_with_year_and_rows() -> None:
    begun(6, ComplaintState.DECIDED)
    monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
    answer = fetch(monitoring, "complaint-figures-csv", year="2026")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0][:2] == ["Table", "Figure"]
    assert ["Where they stand", "All", "0", "6"] in rows
    event = CaseEvent.objects.get(kind="security.complaint-figures-exported")
    assert (event.by, event.facts) == (monitoring, {"year": 2026, "rows": len(rows) - 1})
