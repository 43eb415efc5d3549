"""What was heard is handed on where the text asks for it: to whom, who reads it, and who is never told."""

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from casework.models import CaseEvent, Delivery
from complaints import events
from complaints.actions.handing import hand_on
from complaints.models import Complaint, HandedOn
from complaints.queries.handing import handed_on_visible_to
from complaints.subscribers.handing import PLANS
from council.models import Person
from rulebook.complaint import Handed
from rulebook.decision import Refused
from tests.complaints.a_council import Council
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.enquiries import on_day
from tests.factories.pages import read_of, text_of

pytestmark = pytest.mark.django_db

NOW = timezone.now()
HEARD = "A driver told me that tips are sold at the gate."


@pytest.fixture
def council() -> Council:
    return Council()


def handed(who: Person, what: Handed = Handed.DISCLOSURE, *about: Person) -> HandedOn:
    numbers = [person.pk for person in about]
    return hand_on(who=on_day(who), what=what, words=HEARD, about=numbers, at=NOW)


def to(row: HandedOn) -> list[Person]:
    return [one.person for one in row.handed_to.all()]


def test_a_disclosure_that_a_member_received_goes_on_under_its_procedure(
    council: Council, settings: Settings
) -> None:
    settings.PROTOCOL = "mwda"
    row = handed(council.member)
    assert row.procedure == "whistleblowing"
    # The text names no person for it: the first in line has it.
    assert to(row) == [council.monitoring]
    assert not Complaint.objects.exists()


@pytest.mark.parametrize(
    ("about", "receives"),
    [
        (("monitoring",), "clerk"),
        (("monitoring", "clerk"), "deputy"),
        (("monitoring", "clerk", "deputy"), "section_151"),
    ],
)
def test_whoever_it_is_about_does_not_have_it(
    council: Council, settings: Settings, about: tuple[str, ...], receives: str
) -> None:
    settings.PROTOCOL = "mwda"
    row = handed(council.member, Handed.DISCLOSURE, *(getattr(council, name) for name in about))
    assert to(row) == [getattr(council, receives)]


def test_whoever_stands_in_for_somebody_it_is_about_does_not_have_it_either(
    council: Council, settings: Settings
) -> None:
    settings.PROTOCOL = "mwda"
    make.an_absence(council.monitoring, council.deputy, confirmed=True)
    row = handed(council.member, Handed.DISCLOSURE, council.monitoring)
    assert to(row) == [council.clerk]


def test_about_everybody_in_line_nobody_has_it_and_that_is_said(council: Council, settings: Settings) -> None:
    settings.PROTOCOL = "mwda"
    everybody = (council.monitoring, council.clerk, council.deputy, council.section_151)
    with pytest.raises(Refused, match="outside the authority"):
        handed(council.member, Handed.DISCLOSURE, *everybody)
    assert not HandedOn.objects.exists()


def test_words_heard_in_a_group_meeting_go_to_all_whom_the_text_names(
    council: Council, settings: Settings
) -> None:
    settings.PROTOCOL = "wokingham-2007"
    row = handed(council.officer, Handed.WORDS_IN_GROUP_MEETING)
    assert to(row) == [council.chief, council.monitoring]
    about = handed(council.officer, Handed.WORDS_IN_GROUP_MEETING, council.chief)
    assert to(about) == [council.monitoring]


NOT_ASKED = {
    "an officer under a text that asks members": ("mwda", "officer"),
    "a member under a text that asks officers": ("wokingham-2007", "member"),
    "anybody under a text that asks nobody": ("haringey", "member"),
}


@pytest.mark.parametrize("case", NOT_ASKED)
def test_whom_the_text_does_not_ask_is_told_so(council: Council, settings: Settings, case: str) -> None:
    settings.PROTOCOL, name = NOT_ASKED[case]
    person = getattr(council, name)
    with pytest.raises(Refused, match="asks nobody in your role"):
        handed(person)
    answer = signed_in(person).get(reverse("complaint-hand-on"))
    assert answer.status_code == 403
    assert "asks nobody in your role" in read_of(answer)


def test_what_the_text_asks_of_others_is_not_handed_on_by_that_name(
    council: Council, settings: Settings
) -> None:
    settings.PROTOCOL = "mwda"
    with pytest.raises(Refused):
        handed(council.member, Handed.WORDS_IN_GROUP_MEETING)


def test_only_whoever_handed_it_on_and_those_who_have_it_read_it(
    council: Council, settings: Settings
) -> None:
    settings.PROTOCOL = "mwda"
    row = handed(council.member)
    page = reverse("complaint-handed-on", args=[row.reference])
    for person in (council.member, council.monitoring):
        answer = signed_in(person).get(page)
        assert HEARD in read_of(answer)
        assert "MW-8.2" in text_of(answer)
    for person in (council.leader, council.clerk, council.deputy, council.officer):
        assert signed_in(person).get(page).status_code == 404
    council.monitoring.appointments.update(to_on=make.LONG_AGO)
    assert not handed_on_visible_to(on_day(council.monitoring)).exists()


def test_those_who_have_it_are_written_to_without_a_word_of_it(council: Council, settings: Settings) -> None:
    settings.PROTOCOL = "mwda"
    row = handed(council.member)
    assert [one.person for one in Delivery.objects.filter(event__stream=row.stream)] == [council.monitoring]
    event = CaseEvent.objects.get(stream=row.stream)
    assert event.kind == events.HANDED_ON.name
    assert HEARD not in str(event.facts)
    letter = PLANS[events.HANDED_ON].words(council.monitoring, event)
    assert row.reference in letter.subject
    assert HEARD not in " ".join(letter.lines)


def test_the_page_shows_to_whom_it_goes_and_hands_it_on(council: Council, settings: Settings) -> None:
    settings.PROTOCOL = "mwda"
    browser = signed_in(council.member)
    hand = reverse("complaint-hand-on")
    assert hand in text_of(browser.get(reverse("complaint-raise")))
    page = read_of(browser.get(hand))
    assert "An employee’s disclosure of wrongdoing" in page
    assert council.monitoring.name in page
    assert "Say what you heard" in read_of(browser.post(hand, {"what": Handed.DISCLOSURE.value, "words": ""}))
    boxes = {"what": Handed.DISCLOSURE.value, "words": HEARD, "about": [str(council.monitoring.pk)]}
    answer = browser.post(hand, boxes, follow=True)
    assert "It is handed on" in read_of(answer)
    assert to(HandedOn.objects.get()) == [council.clerk]
