"""Lists, their counts and the search: each shows whom `visible_to` shows it, and nothing more."""

import datetime
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from complaints.models import Complaint, Handler, Writing
from complaints.queries import visible_to, watching
from complaints.screens import watching as screens
from complaints.states import ComplaintState as State
from council.models import Person
from rulebook.complaint import PartyKind
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import on_day
from tests.factories.pages import read_of

pytestmark = pytest.mark.django_db
PART = Handler.Part


def chief() -> Person:
    return make.a_holder_of(Post.CHIEF_EXECUTIVE)


def waits(person: Person) -> dict[str, int]:
    """How many wait for the person, by what."""
    return {what: len(rows) for what, rows in watching.waiting(on_day(person), most=100).items()}


# Which stage asks what of whom.
ASKED = [
    (State.RECEIVED, PART.RECIPIENT, "acknowledge"),
    (State.ACKNOWLEDGED, PART.RECIPIENT, "assess"),
    (State.ASSESSED, PART.DECIDER, "decide"),
    (State.INVESTIGATING, PART.INVESTIGATOR, "decide"),
    (State.DECIDED, PART.DECIDER, "close"),
    (State.INFORMAL, PART.HELPER, "help"),
]


@pytest.mark.parametrize(("state", "part", "what"), ASKED)
def test_each_stage_waits_for_the_part_whose_turn_it_is(state: State, part: Handler.Part, what: str) -> None:
    complaint, person = a_complaint(state=state), chief()
    row = dealing(complaint, person, part)
    assert waits(person) == {what: 1}
    assert watching.needing(on_day(person)) == 1
    Handler.objects.filter(pk=row.pk).update(ended_at=timezone.now(), ended_because=Handler.Ended.STOOD_ASIDE)
    assert waits(person) == {}


@pytest.mark.parametrize("state", list(State))
def test_nothing_waits_for_whoever_only_has_a_copy_nor_for_the_independent_person(state: State) -> None:
    complaint, person = a_complaint(state=state), chief()
    for part in (PART.COPIED, PART.INDEPENDENT):
        dealing(complaint, person, part)
    Complaint.objects.update(progress_on=timezone.localdate())
    assert watching.needing(on_day(person)) == 0


@pytest.mark.parametrize("state", list(State))
def test_nothing_waits_for_a_side_whatever_row_names_them(state: State) -> None:
    complaint = a_complaint(state=state, subject_knows=True)
    Complaint.objects.update(progress_on=timezone.localdate())
    for side in (complaint.complainant, complaint.subject):
        assert side is not None
        for part in PART:
            dealing(complaint, side, part)
        assert watching.needing(on_day(side)) == 0
        assert not watching.dealt_with(on_day(side)).exists()


def test_progress_waits_from_its_day_on_and_the_complaint_counts_once() -> None:
    complaint, person = a_complaint(state=State.ACKNOWLEDGED), chief()
    dealing(complaint, person)
    today = timezone.localdate()
    Complaint.objects.update(progress_on=today + datetime.timedelta(days=1))
    assert waits(person) == {"assess": 1}
    Complaint.objects.update(progress_on=today)
    assert waits(person) == {"assess": 1}
    assert watching.needing(on_day(person)) == 1
    [group] = screens.groups(on_day(person))
    assert group.heading == "To assess"
    assert [row.title for row in group.rows] == [complaint.reference]
    dealing(a_complaint(state=State.ACKNOWLEDGED), person, PART.DECIDER)
    Complaint.objects.update(progress_on=today)
    assert waits(person) == {"assess": 1, "progress": 1}


def test_who_is_to_put_something_right_is_told_the_day_and_not_of_which_complaint() -> None:
    complaint, owner = a_complaint(state=State.DECIDED), make.an_officer()
    words = complaint.writings.create(kind=Writing.Kind.REMEDY, at=timezone.now(), text="An apology.")
    remedy = complaint.remedies.create(writing=words, owner=owner, due_on=timezone.localdate())
    assert watching.needing(on_day(owner)) == 1
    assert not visible_to(on_day(owner)).exists()
    page = shown(owner)
    assert "For you to put right" in page
    assert complaint.reference not in page
    for ended in ({"done_on": timezone.localdate()}, {"done_on": None, "owner": make.an_officer()}):
        complaint.remedies.filter(pk=remedy.pk).update(**ended)
        assert watching.needing(on_day(owner)) == 0
    assert "For you to put right" not in shown(owner)


def test_nothing_waits_any_more_for_an_owner_who_left() -> None:
    complaint, owner = a_complaint(state=State.DECIDED), make.an_officer(to_on=make.LONG_AGO)
    words = complaint.writings.create(kind=Writing.Kind.REMEDY, at=timezone.now(), text="An apology.")
    complaint.remedies.create(writing=words, owner=owner, due_on=timezone.localdate())
    assert watching.needing(on_day(owner)) == 0


def test_what_one_of_the_public_complains_of_is_dealt_with_like_any_other() -> None:
    complaint, person = a_complaint(complainant_kind=PartyKind.PUBLIC), chief()
    Complaint.objects.update(complainant=None)
    dealing(complaint, person)
    assert watching.dealt_with(on_day(person)).get() == complaint
    assert not watching.own(on_day(person)).exists()
    assert waits(person) == {"acknowledge": 1}


def test_whoever_wrote_it_down_for_somebody_has_it_among_their_own() -> None:
    person = make.an_officer()
    complaint = a_complaint(logged_by=person)
    assert watching.own(on_day(person)).get() == complaint
    assert not watching.dealt_with(on_day(person)).exists()


def shown(person: Person, address: str = "/complaints/") -> str:
    """The page, as somebody reads it."""
    answer = signed_in(person).get(address)
    assert answer.status_code == 200
    return read_of(answer)


def test_the_page_says_that_nothing_is_there_and_how_to_raise_a_concern() -> None:
    page = shown(make.a_member())
    assert "You have raised no complaint, and you were told of none about you." in page
    assert "Raise a concern" in page
    assert "With me" not in page


def test_a_complainant_reads_about_whom_and_by_when_they_hear() -> None:
    complaint = a_complaint()
    assert complaint.complainant is not None
    assert complaint.subject is not None
    page = shown(complaint.complainant)
    for words in (complaint.reference, f"About {complaint.subject.name}", "You hear by", "Received"):
        assert words in page
    assert "To acknowledge" not in page


def test_whoever_it_is_about_finds_nothing_before_they_are_told_and_then_no_name() -> None:
    complaint = a_complaint()
    assert complaint.subject is not None
    assert complaint.complainant is not None
    page = shown(complaint.subject)
    assert complaint.reference not in page
    assert "told of none about you" in page
    Complaint.objects.update(subject_told_at=timezone.now())
    page = shown(complaint.subject)
    assert complaint.reference in page
    assert "About you" in page
    assert complaint.complainant.last_name not in page


def test_who_deals_with_it_reads_names_after_accepting_the_duty() -> None:
    complaint, person = a_complaint(), chief()
    assert complaint.subject is not None
    row = dealing(complaint, person, accepted=False)
    page = shown(person)
    assert "Say first that you keep it confidential." in page
    assert complaint.subject.last_name not in page
    Handler.objects.filter(pk=row.pk).update(accepted_at=timezone.now())
    page = shown(person)
    assert f"about {complaint.subject.name}" in page
    assert "To be acknowledged by" in page
    assert "No other complaint is with you." in page


def test_what_is_late_says_so_and_stands_on_top() -> None:
    complaint, person = a_complaint(), chief()
    dealing(complaint, person)
    Complaint.objects.update(acknowledge_by=timezone.localdate() - datetime.timedelta(days=1))
    assert "Overdue" in shown(person)
    assert complaint.complainant is not None
    assert "Overdue" not in shown(complaint.complainant)


def test_the_two_lists_are_apart_and_one_falls_back_to_the_other() -> None:
    person = chief()
    dealt, mine = a_complaint(), a_complaint(complainant=person)
    dealing(dealt, person)
    assert mine.reference not in shown(person)
    page = shown(person, "/complaints/?list=mine")
    assert mine.reference in page
    assert "My complaints" in page
    # Nobody is shown an empty list of what they do not deal with.
    assert "You have raised no complaint" in shown(make.a_member(), "/complaints/?list=dealt")


def test_a_long_list_is_paged_and_asks_no_more_with_more_complaints() -> None:
    person, browser = chief(), None
    counted = []
    for number in (3, 30):
        for _ in range(number):
            dealing(a_complaint(), person)
            dealing(a_complaint(), person, PART.COPIED)
        browser = browser or signed_in(person)
        browser.get("/complaints/")
        with CaptureQueriesContext(connection) as queries:
            page = browser.get("/complaints/")
        counted.append(len(queries))
    assert counted[0] == counted[1]
    text = page.content.decode()
    assert "Older" in text
    assert text.count("app-row__title") == 33 + 20


NEARLY: dict[str, Callable[[Complaint], Person]] = {
    "the subject, not told": lambda one: Person.objects.get(pk=one.subject_id),
    "the monitoring officer": lambda _: make.a_holder_of(Post.MONITORING_OFFICER),
    "democratic services": lambda _: make.a_holder_of(Post.DEMOCRATIC_SERVICES),
    "another member": lambda _: make.a_member(),
}


def results(person: Person, words: str) -> str:
    return read_of(signed_in(person).get("/search/", {"q": words})).replace(words, "WORDS")


@pytest.mark.parametrize("who", NEARLY)
def test_search_and_list_and_link_tell_nothing_to_whoever_may_not_know(who: str) -> None:
    complaint = a_complaint()
    person = NEARLY[who](complaint)
    assert "No results for “WORDS”" in results(person, complaint.reference)
    assert complaint.reference not in shown(person)
    assert watching.needing(on_day(person)) == 0


def test_search_finds_a_complaint_by_its_whole_number_and_by_words_that_the_searcher_reads() -> None:
    complaint, person = a_complaint(words="Quernstone Lane"), chief()
    subject, complainant = complaint.subject, complaint.complainant
    assert subject is not None
    assert complainant is not None
    dealing(complaint, person, accepted=False)
    for who in (person, complainant):
        to_number = signed_in(who).get("/search/", {"q": complaint.reference.lower()})
        assert to_number["Location"] == f"/complaints/{complaint.reference}/"
        for words in (complaint.reference[:-2], "Received"):
            assert "No results for" in results(who, words)
    found = results(complainant, "Quernstone")
    assert complaint.reference in found
    assert "Found in what was written. Open it to read it." in found
    assert "Lane" not in found
    # Whoever deals with it reads it once they said that they keep it confidential.
    assert "No results for" in results(person, "Quernstone")
    Handler.objects.update(accepted_at=complaint.raised_at)
    assert complaint.reference in results(person, "Quernstone")
    assert "No results for" in results(subject, "Quernstone")


def test_the_link_stands_at_the_top_for_whoever_something_waits_for_and_at_the_foot_for_all() -> None:
    complaint, person = a_complaint(), make.an_officer()
    page = signed_in(person).get("/help/").content.decode()
    assert page.count('href="/complaints/"') == 2
    dealing(complaint, person)
    page = signed_in(person).get("/help/").content.decode()
    assert page.count('href="/complaints/"') == 3
    assert "(1 need you)" in page
