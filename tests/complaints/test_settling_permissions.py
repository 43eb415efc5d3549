"""Who may do what in the informal stage: both sides, whoever helps, and the nearly allowed."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from complaints.models import Complaint, Handler
from complaints.policies import settling as policies
from complaints.policies.taking_back import may_take_back
from complaints.states import ComplaintState
from council.models import Person
from council.queries import Standing
from rulebook.decision import Decision, Outcome
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import on_day
from tests.factories.settling import a_concern, a_helper, again, complainant, subject, told, tried

pytestmark = pytest.mark.django_db
LETTER = {Outcome.ALLOWED: "a", Outcome.REFUSED: "r", Outcome.UNKNOWN: "u"}
QUESTIONS: tuple[Callable[[Standing, Complaint], Decision], ...] = (
    policies.may_ask_for_help,
    policies.may_say_whether_they_help,
    policies.may_choose_words,
    policies.may_say_they_spoke,
    policies.may_record_attempt,
    policies.may_go_formal,
    policies.may_add_allegation,
    may_take_back,
)
NOTHING = "u" * len(QUESTIONS)
COMPLAINANT = "araraaaa"
HELPER = "rarrarrr"
SUBJECT = "rrrrarrr"


def _people(row: Complaint) -> dict[str, Person]:
    """Everybody who has to do with it, and those who nearly have."""
    group = make.a_group()
    manager = make.an_officer()
    subject(row).appointments.update(line_manager=manager)
    stood_aside = a_helper(row)
    Handler.objects.filter(person=stood_aside).update(
        ended_at=timezone.now(), ended_because=Handler.Ended.DECLINED
    )
    left = make.a_member(to_on=make.LONG_AGO)
    return {
        "complainant": complainant(row),
        "subject": subject(row),
        "helper": a_helper(row),
        "asked": a_helper(row, helps=False),
        "helped before": stood_aside,
        "manager not asked": manager,
        "assistant": make.an_assistant_to(complainant(row)),
        "leader of another group": make.a_member(group=group, office="leader"),
        "helper of another": a_helper(a_concern()),
        "monitoring officer": make.a_holder_of(Post.MONITORING_OFFICER),
        "left": left,
    }


def _answers(people: dict[str, Person], row: Complaint) -> dict[str, str]:
    return {
        name: "".join(LETTER[question(on_day(person), row).outcome] for question in QUESTIONS)
        for name, person in people.items()
    }


def _table(people: dict[str, Person], **rows: str) -> dict[str, str]:
    found = dict.fromkeys(people, NOTHING) | {"left": "r" * len(QUESTIONS)}
    return found | {name.replace("_", " "): letters for name, letters in rows.items()}


def test_before_the_other_side_is_told_it_is_for_whoever_raised_it_and_whoever_was_asked() -> None:
    row = a_concern()
    people = _people(row)
    assert _answers(people, row) == _table(
        people, complainant=COMPLAINANT, helper=HELPER, asked="ra" + "r" * 6
    )


def test_once_told_the_other_side_writes_down_what_was_tried_and_nothing_else() -> None:
    row = told(a_concern())
    people = _people(row)
    assert _answers(people, row) == _table(
        people, complainant=COMPLAINANT, subject=SUBJECT, helper=HELPER, asked="ra" + "r" * 6
    )


def test_whoever_helps_tells_the_other_side_after_words_were_agreed_and_once() -> None:
    row = a_concern()
    helper = on_day(a_helper(row))
    assert "has not yet said" in policies.may_say_they_spoke(helper, row).sentence
    row = told(row, tell_now=False)
    assert policies.may_say_they_spoke(helper, row).allowed
    assert policies.may_say_they_spoke(on_day(complainant(row)), row).outcome is Outcome.REFUSED
    Complaint.objects.update(subject_told_at=timezone.now())
    assert "knows of it already" in policies.may_say_they_spoke(helper, again(row)).sentence


@pytest.mark.parametrize("state", [one for one in ComplaintState if one is not ComplaintState.INFORMAL])
def test_in_every_other_stage_nothing_is_settled_informally(state: ComplaintState) -> None:
    row = a_complaint(state=state, subject_knows=True)
    people = {"complainant": complainant(row), "subject": subject(row), "helper": a_helper(row)}
    found = _answers(people, row)
    assert {letters[:7] for letters in found.values()} <= {"r" * 7, "u" * 7}
    ended = ("decided", "referred", "closed", "withdrawn")
    assert found["complainant"][7] == ("r" if state in ended else "a")
    assert found["subject"][7] == "r"


@pytest.mark.parametrize("alleged", ["bullying", "fraud", "criminality", "safeguarding"])
def test_nobody_settles_quietly_what_is_alleged_so_and_it_can_only_go_on_or_be_taken_back(
    alleged: str,
) -> None:
    row = a_concern(alleges=["conduct", alleged], subject_knows=True)
    people = {"complainant": complainant(row), "subject": subject(row), "helper": a_helper(row)}
    assert _answers(people, row) == {
        "complainant": "rrrrraaa",
        "subject": "r" * 8,
        "helper": "r" * 8,
    }
    assert "settle this quietly" in policies.may_record_attempt(on_day(subject(row)), row).sentence


def test_each_side_says_for_itself_whether_it_is_settled_and_whoever_helps_for_nobody() -> None:
    row = told(a_concern())
    helper = a_helper(row)
    attempt = tried(row, helper)
    for person, may in ((complainant(row), True), (subject(row), True), (helper, False)):
        assert policies.may_say_settled(on_day(person), attempt).allowed is may
        assert policies.may_agree(on_day(person), attempt).allowed is may
    stranger = on_day(make.a_holder_of(Post.MONITORING_OFFICER))
    assert policies.may_say_settled(stranger, attempt).outcome is Outcome.UNKNOWN


def test_what_was_tried_before_the_other_side_knew_is_not_theirs_to_read_or_to_settle() -> None:
    row = a_concern()
    attempt = tried(row, complainant(row), words="I asked my group leader what to do.")
    row = told(again(row))
    attempt.complaint = row
    assert not policies.attempts_for(on_day(subject(row)), row).exists()
    assert policies.may_say_settled(on_day(subject(row)), attempt).outcome is Outcome.REFUSED
    assert policies.may_say_settled(on_day(complainant(row)), attempt).allowed
    assert "does not know of this attempt" in policies.may_agree(on_day(complainant(row)), attempt).sentence


def test_whoever_wrote_it_down_for_another_speaks_for_them_only_while_they_cannot_sign_in() -> None:
    clerk, member = make.an_officer(), make.a_member()
    row = a_concern(complainant=member, logged_by=clerk)
    assert may_take_back(on_day(clerk), row).allowed
    make.a_login(member)
    assert may_take_back(on_day(clerk), row).outcome is Outcome.REFUSED
    assert may_take_back(on_day(member), row).allowed


def test_a_helper_who_comes_to_be_a_party_helps_no_more() -> None:
    row = told(a_concern())
    dealing(row, subject(row), Handler.Part.HELPER, post=Post.LINE_MANAGER)
    assert not policies.does_help(on_day(subject(row)), row)
    assert policies.may_say_whether_they_help(on_day(subject(row)), row).outcome is Outcome.REFUSED
