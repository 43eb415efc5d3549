"""Words under an officer’s name are checked by that officer; an incident is read by those in two posts."""

import pytest
from django.utils import timezone
from pytest_django import Settings

from briefings.actions.following import check_words, put_words, report_incident
from briefings.models import Attributed, Briefing, Incident
from briefings.policies.following import may_check_words, may_put_words, may_report_incident
from briefings.queries.following import incidents_visible_to, readers_of_incidents
from briefings.queries.listing import letters_hidden_from
from briefings.screens.case import events_for
from briefings.screens.following import confidence, verify_sentence, words_panel
from casework.events import registration_of
from casework.models import CaseEvent, Delivery
from council.models import Person
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS
from tests.briefings.afterwards import again, held, kinds, matter_of, speaker_of, told
from tests.factories import briefings as make
from tests.factories import council
from tests.factories.briefings import Hall
from tests.factories.browsers import signed_in

WORDS, SHOULD = "She said it would close.", "I said that closing is one of three options."
Given = tuple[Hall, Briefing]


@pytest.fixture
def given(db: None, settings: Settings) -> Given:
    settings.PROTOCOL = "wokingham-2007"
    hall = make.a_hall()
    return hall, held(make.agreed(hall), council.an_officer())


def put(row: Briefing, by: Person) -> Attributed:
    """A member of the group has the officer who spoke check words of its record."""
    now = timezone.now()
    officer, who = speaker_of(row), make.today(by)
    return put_words(who=who, row=row, officer=officer, words=WORDS, seen_version=None, at=now)


def checked(row: Briefing, words: Attributed, by: Person, corrected: str = "") -> Attributed:
    """The officer says so."""
    who, now = make.today(by), timezone.now()
    return check_words(who=who, row=row, attributed=words, corrected=corrected, seen_version=None, at=now)


def verdict(row: Briefing, to: Person) -> tuple[str, str]:
    """What the page says of the words."""
    panel = words_panel(make.today(to), again(row))
    assert panel
    one = panel.given["words"][0]
    return one.verdict, one.corrected


def test_words_are_not_checked_until_the_officer_says_so(given: Given) -> None:
    hall, row = given
    words = put(row, hall.members[0])
    officer = speaker_of(row)
    assert told(row, "briefing.words_put") == {officer}
    assert verdict(row, hall.leaders[0]) == ("Not checked yet", "")
    checked(row, words, officer, SHOULD)
    assert verdict(row, hall.leaders[0]) == ("Corrected", SHOULD)
    assert told(row, "briefing.words_checked") == {hall.leaders[0]}
    with pytest.raises(Refused, match="already"):
        checked(row, words, officer)
    checked(row, put(row, hall.members[0]), officer)
    assert kinds(row)[-2:] == ["briefing.words_put", "briefing.words_checked"]


def test_nobody_but_the_officer_checks_and_nobody_but_the_group_asks(given: Given) -> None:
    hall, row = given
    words = put(row, hall.members[0])
    table = {
        speaker_of(row): (Outcome.REFUSED, Outcome.ALLOWED),
        matter_of(row).lead: (Outcome.REFUSED, Outcome.REFUSED),
        hall.monitoring_officer: (Outcome.REFUSED, Outcome.REFUSED),
        hall.members[0]: (Outcome.ALLOWED, Outcome.REFUSED),
        hall.leaders[1]: (Outcome.UNKNOWN, Outcome.UNKNOWN),
    }
    for person, wanted in table.items():
        who = make.today(person)
        outcomes = (may_put_words(who, row).outcome, may_check_words(who, row, words).outcome)
        assert outcomes == wanted, person


@pytest.mark.parametrize("text", list(PROTOCOLS))
def test_a_text_that_is_silent_is_said_to_be(text: str) -> None:
    row = Briefing(protocol=text)
    stated = text == "wokingham-2007"
    assert bool(verify_sentence(row).citations) is stated
    assert len(readers_of_incidents(text)) == (2 if stated else 1)
    assert confidence(text)[0].sentence


def reported(row: Briefing, by: Person) -> Incident:
    """Somebody who was there reports it."""
    who, now = make.today(by), timezone.now()
    return report_incident(who=who, row=row, words="Shouted at.", seen_version=None, at=now)


def test_an_incident_is_read_in_two_posts_and_by_whoever_reported_it(given: Given) -> None:
    hall, row = given
    council.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    speaker = speaker_of(row)
    incident = reported(row, speaker)
    sees = {hall.chief, hall.monitoring_officer, speaker}
    everybody = {*hall.leaders, *hall.members, hall.director, council.an_officer(), *sees}
    everybody.add(council.a_holder_of(Post.DEMOCRATIC_SERVICES))
    assert {one for one in everybody if incident in incidents_visible_to(make.today(one))} == sees
    assert told(row, "briefing.incident") == {hall.chief, hall.monitoring_officer}
    for person in everybody:
        assert "briefing.incident" not in [one.kind for one in events_for(make.today(person), row)]


def test_no_letter_and_no_list_of_failed_letters_tells_of_an_incident(given: Given) -> None:
    hall, row = given
    reported(row, speaker_of(row))
    event = CaseEvent.objects.get(kind="briefing.incident")
    registration = registration_of(event.kind)
    assert registration
    assert registration.render
    assert registration.may_receive
    letter = str(registration.render(hall.chief, event))
    assert "9.3.32" in letter
    assert "Shouted" not in letter
    today = timezone.localdate()
    assert not registration.may_receive(hall.director, event, today).allowed
    owed = Delivery.objects.filter(event=event)
    keeper = council.a_holder_of(Post.DEMOCRATIC_SERVICES)
    assert not owed.exclude(letters_hidden_from(make.today(keeper))).exists()
    assert owed.exclude(letters_hidden_from(make.today(hall.monitoring_officer))).count() == owed.count()


def test_where_the_text_is_silent_the_monitoring_officer_alone_reads_it(db: None, settings: Settings) -> None:
    settings.PROTOCOL = "haringey"
    hall = make.a_hall()
    row = held(make.agreed(hall), council.an_officer())
    incident = reported(row, hall.members[0])
    seen = {one for one in (hall.chief, hall.monitoring_officer, hall.members[0], hall.leaders[0])
            if incident in incidents_visible_to(make.today(one))}  # fmt: skip
    assert seen == {hall.monitoring_officer, hall.members[0]}


def test_who_was_there_reports(given: Given) -> None:
    hall, row = given
    table = {
        hall.members[0]: Outcome.ALLOWED,
        speaker_of(row): Outcome.ALLOWED,
        matter_of(row).lead: Outcome.ALLOWED,
        hall.monitoring_officer: Outcome.REFUSED,
        hall.members[1]: Outcome.UNKNOWN,
    }
    assert {one: may_report_incident(make.today(one), row).outcome for one in table} == table


def test_the_pages_of_words_and_incidents(given: Given) -> None:
    hall, row = given
    officer, member = speaker_of(row), hall.members[0]
    page = f"/briefings/{row.reference}/"

    def press(person: Person, path: str, **typed: str) -> int:
        return signed_in(person).post(f"{page}{path}/", {"version": again(row).version, **typed}).status_code

    assert press(member, "words/put", officer=str(officer.pk), words=WORDS) == 302
    key = Attributed.objects.get().pk
    assert press(hall.chief, f"words/{key}/check", verdict="right") == 403
    assert press(officer, f"words/{key}/check", verdict="corrected") == 200
    assert press(officer, f"words/{key}/check", verdict="corrected", corrected=SHOULD) == 302
    assert press(member, "incident", words="Shouted at.") == 302
    for person, count in ((hall.monitoring_officer, 2), (hall.leaders[0], 0), (member, 2)):
        client = signed_in(person)
        pages = (client.get(page), client.get("/briefings/incidents/"))
        assert sum("Shouted at." in one.content.decode() for one in pages) == count, person
