"""What was learned is published in words of the monitoring officer, where it could be from any of several."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent
from complaints.actions.lessons import publish_lesson, take_out_lesson
from complaints.models import Complaint, Lesson
from complaints.policies.figures import may_publish_lesson, may_take_out_lesson
from complaints.queries.lessons import offered, published
from complaints.screens.figures import as_csv, figures
from complaints.states import ComplaintState
from council.models import Person
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint
from tests.factories.elections import an_election, words_of_care
from tests.factories.enquiries import moment, on_day
from tests.factories.pages import read_of

pytestmark = pytest.mark.django_db
TODAY, SUMMER = datetime.date(2026, 11, 25), datetime.date(2026, 8, 12)
LEARNED = "Say at the start of a meeting who may speak."


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """The second quarter of 2026/27 is over, the third is not."""
    with time_machine.travel(moment(TODAY), tick=False):
        yield


@pytest.fixture
def monitoring() -> Person:
    return make.a_holder_of(Post.MONITORING_OFFICER)


def closed(number: int, *, on: datetime.date = SUMMER, **columns: Any) -> list[Complaint]:
    """So many that ended on the day, each with a sentence."""
    made = [a_complaint(state=ComplaintState.CLOSED, **columns) for _ in range(number)]
    rows = Complaint.objects.filter(pk__in=[one.pk for one in made])
    rows.update(ended_on=on, learning="Lesson from the shouting in ward three.")
    return list(rows)


def publish(by: Person, words: str = LEARNED) -> Lesson:
    return publish_lesson(who=on_day(by, TODAY), year=2026, words=words, at=timezone.now())


def test_the_sentences_of_a_year_are_offered_once_each_by_the_alphabet(monitoring: Person) -> None:
    rows = closed(6)
    Complaint.objects.filter(pk=rows[0].pk).update(learning="Answer letters.")
    Complaint.objects.filter(pk=rows[1].pk).update(learning="")
    who = on_day(monitoring, TODAY)
    assert offered(who, 2026) == ["Answer letters.", "Lesson from the shouting in ward three."]
    assert offered(who, 2025) == []


def test_nothing_is_offered_or_published_of_fewer_than_five(monitoring: Person) -> None:
    closed(4)
    closed(3, on=TODAY)
    who = on_day(monitoring, TODAY)
    assert offered(who, 2026) == []
    assert "Fewer than five complaints ended" in may_publish_lesson(who, 2026).sentence
    with pytest.raises(Refused):
        publish(monitoring)


def test_what_ended_in_a_quarter_that_goes_on_is_not_offered(monitoring: Person) -> None:
    closed(5)
    Complaint.objects.filter(pk=closed(1, on=TODAY)[0].pk).update(learning="Of today.")
    assert "Of today." not in offered(on_day(monitoring, TODAY), 2026)


def test_nobody_is_offered_what_was_learned_from_a_complaint_of_their_own(monitoring: Person) -> None:
    closed(5)
    mine = closed(1, subject=monitoring)[0]
    Complaint.objects.filter(pk=mine.pk).update(learning="About you.")
    assert "About you." not in offered(on_day(monitoring, TODAY), 2026)


def test_it_is_published_and_taken_out_on_record_and_with_no_way_to_a_complaint(monitoring: Person) -> None:
    closed(5)
    lesson = publish(monitoring)
    assert [one.words for one in published(2026)] == [LEARNED]
    assert not {one.name for one in Lesson._meta.get_fields()} & {"complaint", "stream"}
    take_out_lesson(who=on_day(monitoring, TODAY), lesson=lesson, at=timezone.now())
    assert not published(2026).exists()
    assert may_take_out_lesson(on_day(monitoring, TODAY), Lesson.objects.get()).sentence == (
        "It was taken out already."
    )
    kinds = CaseEvent.objects.filter(kind__startswith="security.complaint-lesson").values_list(
        "by", flat=True
    )
    assert list(kinds) == [monitoring.pk, monitoring.pk]


@pytest.mark.parametrize("words", ["{name} shouted.", "  {NAME}  was heard.", "See CMP-7K4M-2."])
def test_a_sentence_that_names_somebody_or_a_complaint_is_not_taken(monitoring: Person, words: str) -> None:
    closed(5)
    make.a_member(name="Ossian Tredwell")
    said = words.format(name="Ossian Tredwell", NAME="OSSIAN TREDWELL")
    with pytest.raises(ValidationError, match="tells of nobody"):
        publish(monitoring, said)
    assert not Lesson.objects.exists()


@pytest.mark.parametrize("post", [Post.DEMOCRATIC_SERVICES, Post.CHIEF_EXECUTIVE])
def test_nobody_else_publishes_or_reads_the_sentences(post: Post) -> None:
    closed(5)
    person = make.a_holder_of(post)
    browser = signed_in(person)
    answer = browser.get(reverse("complaint-lesson", args=[2026]))
    assert "ward three" not in answer.content.decode()
    assert browser.post(reverse("complaint-lesson", args=[2026]), {"words": LEARNED}).status_code == 403
    assert not Lesson.objects.exists()


def test_the_page_offers_publishes_and_takes_out(monitoring: Person) -> None:
    closed(5)
    browser, address = signed_in(monitoring), reverse("complaint-lesson", args=[2026])
    assert "Lesson from the shouting in ward three." in read_of(browser.get(address))
    an_election()
    assert words_of_care() in read_of(browser.get(address))
    assert "Write what was learned" in read_of(browser.post(address, {"words": "", "token": "a"}))
    assert LEARNED in read_of(browser.post(address, {"words": LEARNED, "token": "b"}, follow=True))
    out = reverse("complaint-lesson-out", args=[Lesson.objects.get().pk])
    assert LEARNED in read_of(browser.get(out))
    said = read_of(browser.post(out, {"token": "c"}, follow=True))
    assert "Nothing is published for this year." in said
    assert browser.get(reverse("complaint-lesson", args=[1999])).status_code == 404


def test_democratic_services_read_what_is_published_and_a_formula_stays_a_text(monitoring: Person) -> None:
    closed(5)
    Complaint.objects.update(received_on=F("ended_on"))
    publish(monitoring, "=HYPERLINK(1)")
    page = signed_in(make.a_holder_of(Post.DEMOCRATIC_SERVICES)).get(reverse("complaint-figures"))
    assert "=HYPERLINK(1)" in read_of(page)
    assert "Take it out" not in read_of(page)
    text, rows = as_csv(figures(2026, today=TODAY))
    line = text.splitlines()[-1]
    assert line.startswith("What was learned,")
    assert ",=HYPERLINK" not in line
    assert rows == len(text.splitlines()) - 1
