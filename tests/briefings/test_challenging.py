"""A refusal is challenged, decided by somebody else, and comes back to whoever decides."""

from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from briefings.actions.challenging import bring_determination, challenge
from briefings.actions.deciding import agree, decline
from briefings.models import Briefing
from briefings.policies.challenging import answers_for, may_challenge
from briefings.screens.deciding import decide_page
from casework.actions.disputing import Verdict, determine_dispute
from casework.actions.following import follow
from casework.models import CaseEvent, Determination, Dispute
from casework.policies.disputes import may_determine
from casework.queries.disputes import deciders_of
from casework.subscribers.cases import face_of
from council.models import Person
from rulebook.briefing.request import Form
from rulebook.decision import Outcome, Refused
from rulebook.dispute import Subject, who_decides
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS, protocol
from rulebook.triage import Rung
from tests.briefings.afterwards import REASONS, again, kinds, refused, told
from tests.factories import briefings as make
from tests.factories import council
from tests.factories.briefings import Hall
from tests.factories.browsers import signed_in

WORDS = "The budget meeting is next week."


@pytest.fixture
def hall(db: None, settings: Settings) -> Hall:
    settings.PROTOCOL = "haringey"
    return make.a_hall()


def challenged(row: Briefing, by: Person) -> Dispute:
    """The group does not agree."""
    return challenge(who=make.today(by), row=row, words=WORDS, seen_version=None, at=timezone.now())


def determined(dispute: Dispute, judge: Person, outcome: str) -> CaseEvent:
    """The dispute is determined, and what follows it has run."""
    verdict = Verdict(
        outcome=Determination.Outcome(outcome), reasons="Figures are public.", cites=("HA-4.10a",)
    )
    determine_dispute(who=make.today(judge), dispute=dispute, verdict=verdict, at=timezone.now())
    event = CaseEvent.objects.get(stream=dispute.stream, kind="dispute.determined")
    follow(at=timezone.now(), event_id=event.pk)
    return event


@pytest.mark.parametrize(
    ("text", "cites", "gap"),
    [
        ("wokingham-2007", {"WO-E-9.3.32n"}, False),
        ("haringey", {"HA-1.2b"}, True),
        ("waltham-forest", {"WF-1.2", "WF-6.7"}, True),
        ("mwda", {"MW-5.5c", "MW-6.4b"}, True),
        ("parish", {"PA-INT.2", "PA-INT.3"}, True),
        ("wokingham-2014", {"WO-P-AI.5"}, True),
    ],
)
def test_the_monitoring_officer_decides_by_the_text_or_because_it_is_silent(
    text: str, cites: set[str], gap: bool
) -> None:
    decider = who_decides(protocol(text), Subject.GROUP_HELP)
    assert (decider.rung, decider.gap) == (Rung.MONITORING_OFFICER, gap)
    assert {one.id for one in decider.cites} == cites


def test_whoever_declined_answers_and_somebody_else_decides(hall: Hall) -> None:
    row = refused(hall)
    dispute = challenged(row, hall.leaders[0])
    assert (dispute.respondent, dispute.opened_by) == (hall.chief, hall.leaders[0])
    assert (dispute.is_confidential, dispute.subject) == (True, "group-help")
    seats, _barred = deciders_of(dispute, on=timezone.localdate())
    assert [seat.person for seat in seats] == [hall.monitoring_officer]
    assert may_determine(make.today(hall.chief), dispute).outcome is Outcome.REFUSED


def test_a_monitoring_officer_never_judges_their_own_refusal(hall: Hall, settings: Settings) -> None:
    settings.PROTOCOL = "parish"
    deputy = council.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    dispute = challenged(refused(hall), hall.leaders[0])
    seats, barred = deciders_of(dispute, on=timezone.localdate())
    assert [seat.person for seat in seats] == [deputy]
    assert [seat.person for seat in barred] == [hall.monitoring_officer]


def test_only_who_speaks_for_the_group_challenges_and_once(hall: Hall) -> None:
    row = refused(hall)
    table = {
        hall.leaders[0]: Outcome.ALLOWED,
        hall.members[0]: Outcome.REFUSED,
        hall.chief: Outcome.REFUSED,
        hall.monitoring_officer: Outcome.REFUSED,
        hall.leaders[1]: Outcome.UNKNOWN,
        council.an_officer(): Outcome.UNKNOWN,
    }
    assert {one: may_challenge(make.today(one), row).outcome for one in table} == table
    challenged(row, hall.leaders[0])
    with pytest.raises(Refused, match="challenged already"):
        challenged(row, hall.leaders[0])
    assert may_challenge(make.today(hall.leaders[1]), make.asked(hall, group=1)).outcome is Outcome.REFUSED


def test_for_the_group_it_is_decided_anew_with_what_was_determined(hall: Hall) -> None:
    row = refused(hall)
    dispute = challenged(row, hall.leaders[0])
    event = determined(dispute, hall.monitoring_officer, "for-member")
    row = again(row)
    assert (row.state, row.decided_by, row.reasons, row.cites) == ("asked", None, "", [])
    assert kinds(row)[-1] == "briefing.reconsidered"
    assert told(row, "briefing.reconsidered") == {hall.chief}
    assert "Figures are public." in str(decide_page(make.today(hall.chief), row).rows)
    # What was refused before stays with its dispute, and a second run does nothing.
    assert face_of(make.today(hall.chief), dispute).decision == REASONS
    bring_determination(event=event)
    assert again(row).version == row.version
    who = make.today(hall.chief)
    agree(who=who, row=row, subject="x", same_as=None, lead=None, seen_version=None, at=timezone.now())
    assert again(row).state == "agreed"


def test_a_second_refusal_can_be_challenged_again(hall: Hall) -> None:
    row = refused(hall)
    determined(challenged(row, hall.leaders[0]), hall.monitoring_officer, "partly")
    row, who = again(row), make.today(hall.chief)
    decline(who=who, row=row, reasons="Still.", same_as=None, seen_version=None, at=timezone.now())
    assert challenged(again(row), hall.leaders[0]).decision_place > 3


def test_against_the_group_nothing_moves(hall: Hall) -> None:
    row = refused(hall)
    determined(challenged(row, hall.leaders[0]), hall.monitoring_officer, "against")
    assert (again(row).state, again(row).version) == ("declined", row.version)


def test_what_the_text_itself_bars_is_looked_at_by_a_person(hall: Hall) -> None:
    row = make.asked(hall, form=Form.ATTENDANCE, others_present="Two ward volunteers")
    assert answers_for(row, on=timezone.localdate()) == hall.chief
    dispute = challenged(row, hall.leaders[0])
    determined(dispute, hall.monitoring_officer, "for-member")
    assert (again(row).state, again(row).to_decide) == ("asked", "chief-executive")


def test_whoever_judges_reads_the_reason_and_the_group_alone_its_words(hall: Hall) -> None:
    dispute = challenged(refused(hall), hall.leaders[0])
    for person, links in ((hall.monitoring_officer, 1), (council.an_officer(), 0)):
        face = face_of(make.today(person), dispute)
        assert (face.decision, len(face.links)) == (REASONS, links)
    Briefing.objects.update(group=hall.groups[2])
    assert face_of(make.today(hall.leaders[0]), dispute).decision == ""


@pytest.mark.parametrize("text", list(PROTOCOLS))
def test_the_refusal_stands_on_the_page_with_its_reason_rule_and_way(
    db: None, settings: Settings, text: str
) -> None:
    settings.PROTOCOL = text
    hall = make.a_hall()
    if text == "mwda":
        council.a_holder_of(Post.CLERK, person=hall.monitoring_officer)
    row = refused(hall)
    client = signed_in(hall.leaders[0])
    page = client.get(f"/briefings/{row.reference}/").content.decode()
    assert REASONS in page
    assert "If your group does not agree" in page
    assert f"/briefings/{row.reference}/challenge/" in page
    sent = client.post(f"/briefings/{row.reference}/challenge/", {"words": WORDS, "version": row.version})
    assert sent.status_code == 302
    assert sent["Location"].startswith("/disputes/")
    dispute: Any = Dispute.objects.get()
    assert dispute.reference in client.get(f"/briefings/{row.reference}/").content.decode()
