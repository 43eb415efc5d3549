"""Questions on the protocol: asked, answered by paragraphs, made into readings that name nobody."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from access_rules import tasks
from access_rules.actions import advising
from access_rules.events import ADVICE_DUE
from access_rules.models import Advice
from access_rules.queries import advice as queries
from access_rules.queries.interests import declared_by
from access_rules.screens import advice as screens
from access_rules.states import AdviceState
from access_rules.subscribers import PLANS
from casework.actions.locking import Stale
from casework.models import CaseEvent, Delivery, LocalTerm
from council.actions import merge_people
from council.models import Person
from council.queries.merge_plan import plan_merge
from rulebook.decision import Refused
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocols import protocol
from tests.factories.advice import ANSWER, READING, a_question, a_reading, an_answered, an_interest
from tests.factories.browsers import signed_in
from tests.factories.council import a_holder_of, a_member, a_person, an_officer
from tests.factories.enquiries import moment, on_day

pytestmark = pytest.mark.django_db

WEDNESDAY = datetime.date(2026, 11, 25)


@pytest.fixture
def olive() -> Person:
    """The monitoring officer."""
    return a_holder_of(Post.MONITORING_OFFICER)


def test_a_question_keeps_the_text_of_the_day_and_has_no_date_unless_the_council_sets_one(
    olive: Person,
) -> None:
    question = a_question(paragraph="1-purpose-p3")
    assert (question.protocol, question.paragraph) == ("waltham-forest", "1-purpose-p3")
    assert question.answer_by is None
    assert question.stream.events.count() == 1


def test_somebody_who_holds_no_post_asks_nothing() -> None:
    with pytest.raises(Refused):
        a_question(by=a_member(to_on=timezone.localdate() - datetime.timedelta(days=1)))


def test_an_answer_is_kept_with_its_paragraphs_and_is_given_once(olive: Person) -> None:
    question = an_answered(by=olive, cites=("WF-1.2", "FOIA 2000 s40"))
    assert (question.state, question.answer) == (AdviceState.ANSWERED, ANSWER)
    assert question.cites.splitlines() == ["WF-1.2", "FOIA 2000 s40"]
    with pytest.raises(Refused) as refusal:
        advising.answer_question(
            who=on_day(olive), advice=question, words="No.", cites=(), follows=None, at=timezone.now()
        )
    assert refusal.value.decision.sentence == "This question is answered or withdrawn."


def test_what_was_read_before_somebody_changed_it_is_not_answered(olive: Person) -> None:
    question = a_question()
    before = question.version
    advising.withdraw_question(who=on_day(question.asked_by), advice=question, at=timezone.now())
    with pytest.raises(Stale):
        advising.answer_question(
            who=on_day(olive),
            advice=question,
            words=ANSWER,
            cites=(),
            follows=None,
            at=timezone.now(),
            seen_version=before,
        )


NAMING = {
    "asker": "What {asker.last_name} asked is open to every member.",
    "anybody of the register": "As {other.first_name} {other.last_name} knows, a member may ask.",
    "number": "As in {question.reference}, a member may ask.",
}


@pytest.mark.parametrize("words", NAMING.values(), ids=NAMING)
def test_a_reading_that_names_somebody_is_neither_kept_nor_published(olive: Person, words: str) -> None:
    other = an_officer(name="Rosalind Threadgold")
    question = an_answered(by=olive, asked_by=a_member(name="Ivy Quernstone"))
    given = words.format(asker=question.asked_by, other=other, question=question)
    with pytest.raises(ValidationError, match="general words"):
        advising.write_reading(
            who=on_day(olive), advice=question, words=given, anchor="1-purpose-p3", at=timezone.now()
        )
    assert Advice.objects.get(pk=question.pk).reading == ""


def test_a_name_that_came_into_the_registers_since_stops_the_publishing(olive: Person) -> None:
    question = an_answered(by=olive)
    who = on_day(olive)
    words = "A member may speak to the Marrow Wharf office."
    advising.write_reading(who=who, advice=question, words=words, anchor="1-purpose-p3", at=timezone.now())
    an_officer(name="Marrow Wharf")
    with pytest.raises(ValidationError, match="Marrow Wharf"):
        advising.publish_reading(who=who, advice=question, at=timezone.now())


def test_what_is_published_is_what_was_read(olive: Person) -> None:
    question = an_answered(by=olive)
    who = on_day(olive)
    given = {"who": who, "advice": question, "anchor": "1-purpose-p3", "at": timezone.now()}
    read = advising.write_reading(words=READING, **given)  # type: ignore[arg-type]
    advising.write_reading(words="A member may not.", **given)  # type: ignore[arg-type]
    with pytest.raises(Stale):
        advising.publish_reading(who=who, advice=read, at=timezone.now(), seen_version=read.version)


def test_the_database_publishes_no_private_advice_whoever_writes(olive: Person) -> None:
    reading = a_reading(by=olive)
    with pytest.raises(IntegrityError), transaction.atomic():
        Advice.objects.filter(pk=reading.pk).update(is_private=True)


def test_a_published_reading_stands_beside_its_paragraph_until_it_is_taken_back(olive: Person) -> None:
    reading = a_reading(by=olive)
    text = protocol("waltham-forest")
    [beside] = screens.readings_beside(text)["1-purpose-p3"]
    assert (beside.words, beside.binds, beside.cites) == (READING, False, ())
    advising.take_back_reading(
        who=on_day(olive), advice=reading, reason="The law has moved on.", at=timezone.now()
    )
    assert screens.readings_beside(text) == {}
    assert not queries.readings().exists()


def test_where_the_text_says_so_the_reading_prevails_and_the_next_answer_names_it(
    olive: Person, settings: Settings
) -> None:
    settings.PROTOCOL = "parish"
    reading = a_reading(by=olive, anchor="int-2", cites=("PA-INT.2",))
    assert screens.reading(reading).binds
    assert [cite.id for cite in screens.reading(reading).cites] == ["PA-INT.3"]
    question = a_question(paragraph="int-2")
    assert [key for key, _words in screens.readings_offered(question)] == [reading.reference]
    answered = advising.answer_question(
        who=on_day(olive),
        advice=question,
        words="As published.",
        cites=("PA-INT.2",),
        follows=reading,
        at=timezone.now(),
    )
    shown = screens.shown(answered, who=on_day(olive), drafts=False, open_to=frozenset())
    assert shown.follows is not None
    assert shown.follows.reference == reading.reference


def test_a_draft_reading_is_nobodys_to_find_but_the_publishers(olive: Person) -> None:
    question = an_answered(by=olive)
    advising.write_reading(
        who=on_day(olive), advice=question, words="A member may.", anchor="1-purpose-p3", at=timezone.now()
    )
    question = Advice.objects.get(pk=question.pk)
    asker = on_day(question.asked_by)
    assert screens.shown(question, who=asker, drafts=False, open_to=frozenset()).draft == ""
    assert not queries.found(on_day(a_member())).exists()


@pytest.mark.parametrize(
    ("paragraph", "finds"), [("WF-1.2", True), ("WF-1", True), ("WF-6.7", False), ("WF-12", False)]
)
def test_a_reading_is_found_by_its_paragraph(olive: Person, paragraph: str, finds: bool) -> None:
    a_reading(by=olive, cites=("WF-6.7",))
    assert queries.found(on_day(a_member()), paragraph=paragraph).exists() is finds


def test_the_answers_own_paragraphs_are_searched_for_whom_it_is(olive: Person) -> None:
    a_reading(by=olive, cites=("WF-6.7",))
    assert queries.found(on_day(olive), paragraph="WF-6.7").exists()


def a_term(days: int = 5) -> LocalTerm:
    """So many working days for an answer."""
    return LocalTerm.objects.create(
        duty=Duty.ASK_MONITORING_OFFICER.value,
        value=days,
        unit="working-days",
        paragraph="Council, minute 12",
        from_on=datetime.date(2026, 1, 1),
    )


def a_dated_question() -> Advice:
    """Asked on a Wednesday, to be answered within five working days."""
    a_term()
    asked = advising.Asked("What is a site meeting?")
    return advising.ask(who=on_day(a_member(), WEDNESDAY), asked=asked, at=moment(WEDNESDAY))


def test_a_local_term_dates_the_answer_and_a_later_one_moves_nothing(olive: Person) -> None:
    question = a_dated_question()
    assert question.answer_by == datetime.date(2026, 12, 2)
    LocalTerm.objects.update(to_on=WEDNESDAY)
    assert Advice.objects.get(pk=question.pk).answer_by == datetime.date(2026, 12, 2)


def test_a_fortnight_without_the_clock_loses_no_reminder_and_sends_one(olive: Person) -> None:
    question = a_dated_question()
    late = WEDNESDAY + datetime.timedelta(days=21)
    assert tasks.remind_advisers(on=WEDNESDAY, at=moment(WEDNESDAY)) == 0
    assert tasks.remind_advisers(on=late, at=moment(late)) == 1
    assert tasks.remind_advisers(on=late, at=moment(late, 15)) == 0
    [event] = CaseEvent.objects.filter(stream=question.stream, kind=ADVICE_DUE.name)
    assert [row.person for row in Delivery.objects.filter(event=event)] == [olive]
    letter = PLANS[ADVICE_DUE].words(olive, event)
    assert letter.lines[1].replace("\xa0", " ") == "The answer is due by Wednesday 2 December 2026."


def test_nobody_is_reminded_of_what_is_answered_or_has_no_date(olive: Person) -> None:
    answered = a_dated_question()
    advising.answer_question(
        who=on_day(olive), advice=answered, words=ANSWER, cites=(), follows=None, at=timezone.now()
    )
    LocalTerm.objects.update(to_on=datetime.date(2026, 1, 2))
    a_question()
    late = WEDNESDAY + datetime.timedelta(days=21)
    assert tasks.remind_advisers(on=late, at=moment(late)) == 0


def test_a_person_entered_twice_keeps_their_questions_and_their_interests(olive: Person) -> None:
    kept, merged, keeper = a_member(), a_person(), a_holder_of(Post.DEMOCRATIC_SERVICES)
    question = a_question(by=a_member())
    Advice.objects.filter(pk=question.pk).update(asked_by=merged)
    declared = an_interest(person=merged)
    at = timezone.now()
    seen = plan_merge(kept, merged, on=timezone.localdate(at)).state
    merge_people(kept=kept, merged=merged, by=keeper, at=at, seen_state=seen)
    assert queries.asked_by(on_day(Person.objects.get(pk=kept.pk))).get() == question
    assert declared_by(kept, on=timezone.localdate()).get() == declared


@pytest.mark.parametrize(("text", "said"), [("wokingham-2007", True), ("wokingham-2014", False)])
def test_where_the_text_says_so_a_difficulty_about_groups_goes_to_their_leader_too(
    settings: Settings, text: str, said: bool
) -> None:
    settings.PROTOCOL = text
    page = signed_in(a_member()).get(reverse("advice-ask"))
    assert ("with the leader of that group" in page.content.decode()) is said
