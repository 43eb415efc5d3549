"""What adoption does from its day, and that what is open answers as before."""

import datetime
from collections.abc import Iterator

import pytest
import time_machine
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings

from casework.actions import adopting, amending
from casework.models import Amendment, CaseEvent, LocalTerm
from casework.queries import all_local_terms
from casework.queries.amendments import adopted_words, as_it_reads
from casework.states import AmendmentState
from council.models import Adopted, Person
from council.queries import protocol_in_force
from council.queries.versions import changes_since, paragraphs_in_force, version_in_force
from council.rules.in_force import IN_FORCE, text_on
from enquiries.actions.logging import Draft, save_draft, send_enquiry
from enquiries.clock import Clock
from enquiries.models import Enquiry
from rulebook.comparing import Fate, compare
from rulebook.duty import Duty
from rulebook.text import Kind
from tests.factories import council as make
from tests.factories.amendments import (
    SECOND,
    Keepers,
    adopted,
    an_amendment,
    in_state,
    keepers,
    minuted,
    recommended,
    sent_out,
)
from tests.factories.casework import a_local_term
from tests.factories.enquiries import an_enquiry, moment, on_day

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
FIRST = datetime.date(2027, 3, 1)


@pytest.fixture(autouse=True)
def _as_a_process_that_reads(
    monkeypatch: pytest.MonkeyPatch, _nothing_is_adopted_unless_a_test_says_so: None
) -> Iterator[None]:
    """Here the text in force is read from the table, as in any process."""
    monkeypatch.undo()
    IN_FORCE.forget()
    yield
    IN_FORCE.forget()


def with_a_term(who: Keepers, value: int = 8) -> Amendment:
    row = an_amendment(who, words={"1-purpose-p1": SECOND})
    figure = amending.Figure(Duty.REPLY, value, "working-days", "Section 6")
    return amending.propose_term(who=who.first, amendment=row, figure=figure, at=timezone.now())


def replacing(who: Keepers) -> Amendment:
    return an_amendment(who, target="wokingham-2014", words={"9.3.3-p1": "Members set the policy."})


def test_from_its_day_the_paragraph_reads_differently_and_not_before() -> None:
    who = keepers()
    row = adopted(who, an_amendment(who, words={"1-purpose-p1": SECOND, "2": ""}), FIRST)
    key = row.protocol
    assert adopted_words(key, on=FIRST - DAY) == {}
    assert adopted_words(key, on=FIRST) == {"1-purpose-p1": SECOND, "2": ""}
    shown = {one.anchor: one.shown for one in as_it_reads(key, on=FIRST + DAY)}
    assert shown["1-purpose-p1"] == SECOND
    assert "2" not in shown
    assert (row.state, row.minute) == (AmendmentState.ADOPTED, "Council, minute 47")


def test_the_council_has_a_new_version_from_that_day_which_is_signed_again() -> None:
    who = keepers()
    row = adopted(who, an_amendment(who, words={"1-purpose-p1": SECOND}), FIRST)
    assert version_in_force(FIRST - DAY).from_on is None
    version = version_in_force(FIRST)
    assert (version.label, version.minute) == (row.title, "Council, minute 47")
    [change] = changes_since(row.protocol, on=FIRST)
    assert (change.anchor, change.after) == ("1-purpose-p1", SECOND)
    assert [one.words_before for one in row.paragraphs.all()] == [change.before]


def test_the_term_begins_that_day_and_the_one_before_ends() -> None:
    who = keepers()
    before = a_local_term(value=5)
    row = adopted(who, with_a_term(who), FIRST)
    before.refresh_from_db()
    assert before.to_on == FIRST - DAY
    begun = LocalTerm.objects.get(from_on=FIRST)
    assert (begun.value, begun.unit, begun.set_by) == (8, "working-days", who.services)
    assert begun.paragraph == f"Section 6; {row.minute}"


def test_terms_alone_make_no_version_to_sign() -> None:
    who = keepers()
    row = an_amendment(who)
    figure = amending.Figure(Duty.CLOSE, 20, "working-days", "Section 6")
    row = amending.propose_term(who=who.first, amendment=row, figure=figure, at=timezone.now())
    adopted(who, row, FIRST)
    assert not Adopted.objects.exists()
    assert LocalTerm.objects.get().duty == Duty.CLOSE


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (FIRST - DAY, "wokingham-2007"),
        (FIRST, "wokingham-2014"),
        (FIRST + DAY, "wokingham-2014"),
        (datetime.date.min, "wokingham-2007"),
    ],
)
def test_another_text_is_in_force_from_its_day(settings: Settings, day: datetime.date, key: str) -> None:
    settings.PROTOCOL = "wokingham-2007"
    who = keepers()
    row = adopted(who, replacing(who), FIRST)
    assert protocol_in_force(day).key == key
    assert (row.protocol, row.target) == ("wokingham-2007", "wokingham-2014")
    # Of all that differs between the two texts whoever signs is told, and the page of the text shows its own.
    assert len(Adopted.objects.get().changes) == 254 + 1
    assert list(adopted_words("wokingham-2014", on=FIRST)) == ["9.3.3-p1"]


@pytest.mark.parametrize(
    ("old", "new", "anchor"),
    [("wokingham-2007", "wokingham-2014", "9.3.3-p1"), ("wokingham-2014", "wokingham-2007", "")],
)
def test_what_people_sign_is_the_text_as_it_reads_and_they_are_told_what_went(
    settings: Settings, old: str, new: str, anchor: str
) -> None:
    settings.PROTOCOL = old
    who = keepers()
    row = an_amendment(who, target=new, words={anchor: "Members set the policy."} if anchor else {})
    adopted(who, row, FIRST)
    signed = [one for one in paragraphs_in_force(FIRST) if one.kind is not Kind.MARK]
    assert signed == list(as_it_reads(new, on=FIRST))
    assert (anchor or "9.3.5-p1") in {one.anchor for one in signed}
    told = {(one.text, one.before, one.after) for one in changes_since(old, on=FIRST)}
    pairs = compare(as_it_reads(old, on=FIRST), as_it_reads(new, on=FIRST))
    for one in pairs:
        if one.fate is Fate.GONE and one.before:
            assert (old, one.before.shown, "") in told
        if one.fate is Fate.NEW and one.after:
            assert (new, "", one.after.shown) in told


def test_a_process_reads_it_once_a_day_and_each_has_it_by_the_first_day(
    settings: Settings, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    settings.PROTOCOL = "wokingham-2007"
    who = keepers()
    day = who.first.on + 2 * DAY
    assert protocol_in_force().key == "wokingham-2007"
    adopted(who, replacing(who), day)
    # This is another process, which has read this morning and heard of nothing since.
    with django_assert_num_queries(0):
        assert protocol_in_force().key == "wokingham-2007"
    for after, key in ((1, "wokingham-2007"), (2, "wokingham-2014"), (3, "wokingham-2014")):
        later = moment(who.first.on + after * DAY)
        with time_machine.travel(later, tick=False), django_assert_num_queries(1):
            assert protocol_in_force().key == protocol_in_force().key == key


def test_the_process_in_which_it_is_adopted_reads_again(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    who = keepers()
    protocol_in_force()
    with django_capture_on_commit_callbacks(execute=False) as waiting:
        in_state(who, AmendmentState.ADOPTED)
    assert IN_FORCE.forget in waiting


def test_the_last_that_begun_holds() -> None:
    adoptions = ((FIRST, "b"), (FIRST + DAY, "c"), (FIRST + DAY, "d"))
    days = [FIRST - DAY, FIRST, FIRST + DAY, FIRST + 9 * DAY]
    assert [text_on(day, adoptions, first="a") for day in days] == ["a", "b", "d", "d"]


def _sent(day: datetime.date, member: Person) -> Enquiry:
    """An enquiry that a member sends on the day."""
    who, at = on_day(member, day), moment(day)
    service = make.a_service()
    draft = Draft(service=service, subject="Lamps", details="Two are out.")
    row = save_draft(who=who, member=member, draft=draft, at=at)
    return send_enquiry(who=who, enquiry=row, at=at)


def test_what_is_open_keeps_its_text_and_what_comes_after_has_the_new(settings: Settings) -> None:
    settings.PROTOCOL = "wokingham-2007"
    who = keepers()
    a_local_term(value=5)
    row = replacing(who)
    figure = amending.Figure(Duty.REPLY, 8, "working-days", "9.3.7")
    row = amending.propose_term(who=who.first, amendment=row, figure=figure, at=timezone.now())
    first = who.first.on + 3 * DAY
    adopted(who, row, first)
    member = make.a_member()
    found = []
    for day in (first - DAY, first):
        with time_machine.travel(moment(day), tick=False):
            found.append(_sent(day, member))
    before, after = (Enquiry.objects.get(pk=one.pk) for one in found)
    assert (before.protocol, after.protocol) == ("wokingham-2007", "wokingham-2014")
    clock = Clock.read()
    assert [_limit(clock, one) for one in (before, after)] == [5, 8]


@pytest.mark.parametrize("replaces", [False, True])
def test_whatever_is_adopted_open_cases_answer_as_before(settings: Settings, *, replaces: bool) -> None:
    settings.PROTOCOL = "wokingham-2007"
    who = keepers()
    a_local_term(value=5)
    rows = [an_enquiry(member=make.a_member()) for _ in range(3)]
    told = [_answers(row) for row in rows]
    row = replacing(who) if replaces else an_amendment(who, words={"9.3.1-p1": SECOND})
    for duty, value in ((Duty.REPLY, 30), (Duty.ACKNOWLEDGE, 1), (Duty.CLOSE, 2)):
        figure = amending.Figure(duty, value, "calendar-days", "9.3.7")
        row = amending.propose_term(who=who.first, amendment=row, figure=figure, at=timezone.now())
    adopted(who, row, who.first.on + DAY)
    assert [_answers(row) for row in rows] == told


def _limit(clock: Clock, row: Enquiry) -> int | None:
    """How many days the reply has, by the terms that the enquiry was opened under."""
    day = row.received_on or timezone.localdate()
    found = clock.limit(Duty.REPLY, text=row.protocol, on=day, opened_at=row.sent_at)
    return found.period.n if found else None


def _answers(row: Enquiry) -> tuple[object, ...]:
    """What the clock and the text say of an open enquiry, read anew."""
    row = Enquiry.objects.get(pk=row.pk)
    clock = Clock.read()
    return (
        row.protocol,
        row.due_on,
        row.acknowledge_by,
        clock.deadline_of(row),
        _limit(clock, row),
        clock.acknowledgement_of(row),
    )


def test_what_was_recorded_wrongly_goes_back_and_is_recorded_again() -> None:
    who = keepers()
    row = minuted(who, in_state(who, AmendmentState.RECOMMENDED), FIRST)
    row = adopting.return_adoption(who=who.second, amendment=row, words="The minute is 48", at=timezone.now())
    assert (row.state, row.from_on, row.minute, row.minuted_by) == ("recommended", None, "", None)
    assert row.because == "The minute is 48"
    assert not Adopted.objects.exists()
    assert minuted(who, row, FIRST).state == AmendmentState.MINUTED


def test_each_step_is_told_in_its_own_stream() -> None:
    who = keepers()
    row = in_state(who, AmendmentState.ADOPTED)
    kinds = CaseEvent.objects.filter(stream=row.stream).order_by("place").values_list("kind", flat=True)
    assert list(kinds) == [
        f"amendment.{word}"
        for word in (
            "drafted",
            "changed",
            "sent-out",
            "answered",
            "recommended",
            "adoption-recorded",
            "adopted",
        )
    ]
    assert row.stream.name == f"amendment:{row.reference}"


def test_no_term_is_known_before_it_is_set() -> None:
    who = keepers()
    row = recommended(who, sent_out(who, with_a_term(who)))
    assert all_local_terms() == ()
    minuted(who, row, FIRST)
    assert all_local_terms() == ()
