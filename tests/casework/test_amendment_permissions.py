"""Who reads an amendment, drafts it, says something to it, adopts it: with the nearly allowed."""

import datetime

import pytest
from django.utils import timezone

from casework.actions import adopting, amending, consulting_on
from casework.models import Amendment
from casework.policies import amendments as policies
from casework.queries.amendments import base_of, visible_to
from casework.screens.amendments import asked
from casework.states import AmendmentState
from council.models import MemberTerm, Person
from rulebook.decision import Outcome, Refused
from rulebook.duty import Duty
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.amendments import (
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
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
YES, NO, NEVER = Outcome.ALLOWED, Outcome.REFUSED, Outcome.UNKNOWN
DAY = datetime.timedelta(days=1)
QUESTIONS = (
    policies.may_see_amendment,
    policies.may_change_amendment,
    policies.may_send_out,
    policies.may_say,
    policies.may_edit_amendment,
    policies.may_recommend,
    policies.may_record_adoption,
    policies.may_confirm_adoption,
    policies.may_reopen_draft,
    policies.may_abandon,
)
NOBODY = (NEVER,) * 10
LEFT = (NO,) * 10
READS = (YES, *[NO] * 9)
# See, change, send out, say, edit, recommend, record, confirm, reopen, abandon.
TABLE = {
    AmendmentState.DRAFTED: {
        "monitoring officer": (YES, YES, YES, NO, NO, YES, NO, NO, NO, YES),
        "democratic services": (YES, YES, YES, NO, NO, YES, NO, NO, NO, YES),
        "proper officer": NOBODY,
        "member": NOBODY,
        "officer": NOBODY,
    },
    AmendmentState.CONSULTED: {
        "monitoring officer": (YES, NO, YES, YES, YES, YES, NO, NO, YES, YES),
        "democratic services": (YES, NO, YES, YES, YES, YES, NO, NO, YES, YES),
        "proper officer": (YES, NO, NO, YES, NO, NO, NO, NO, NO, NO),
        "member": (YES, NO, NO, YES, NO, NO, NO, NO, NO, NO),
        "officer": (YES, NO, NO, YES, NO, NO, NO, NO, NO, NO),
    },
    AmendmentState.RECOMMENDED: {
        "monitoring officer": (YES, NO, YES, YES, YES, NO, YES, NO, YES, YES),
        "democratic services": (YES, NO, YES, YES, YES, NO, NO, NO, YES, YES),
        "proper officer": (YES, NO, NO, YES, NO, NO, YES, NO, NO, NO),
        "member": (YES, NO, NO, YES, NO, NO, NO, NO, NO, NO),
        "officer": (YES, NO, NO, YES, NO, NO, NO, NO, NO, NO),
    },
    AmendmentState.MINUTED: {
        "monitoring officer": READS,
        "democratic services": (*[YES], *[NO] * 6, YES, NO, NO),
        "proper officer": (*[YES], *[NO] * 6, YES, NO, NO),
        "member": READS,
        "officer": READS,
    },
    AmendmentState.ADOPTED: dict.fromkeys(
        ("monitoring officer", "democratic services", "proper officer", "member", "officer"), READS
    ),
    AmendmentState.ABANDONED: {
        "monitoring officer": READS,
        "democratic services": READS,
        "proper officer": NOBODY,
        "member": NOBODY,
        "officer": NOBODY,
    },
}


def people(who: Keepers) -> dict[str, Person]:
    left = make.a_member()
    yesterday = timezone.localdate() - DAY
    MemberTerm.objects.filter(person=left).update(to_on=yesterday)
    return {
        "monitoring officer": who.officer,
        "democratic services": who.services,
        "proper officer": make.a_holder_of(Post.PROPER_OFFICER),
        "member": make.a_member(),
        "officer": make.an_officer(),
        "left yesterday": left,
    }


@pytest.mark.parametrize("state", AmendmentState)
def test_each_role_may_what_the_table_says(state: AmendmentState) -> None:
    who = keepers()
    row = in_state(who, state)
    asked = people(who)
    found = {
        role: tuple(may(on_day(person), row).outcome for may in QUESTIONS) for role, person in asked.items()
    }
    assert found == {**TABLE[state], "left yesterday": LEFT}
    for role, person in asked.items():
        seen = visible_to(on_day(person)).filter(pk=row.pk).exists()
        assert seen is (found[role][0] is YES), role


def test_only_keepers_begin_an_amendment_and_record_a_review() -> None:
    who = keepers()
    for role, person in people(who).items():
        may = role in ("monitoring officer", "democratic services")
        assert policies.may_draft(on_day(person)).allowed is may, role
        assert policies.may_review(on_day(person)).allowed is may, role


def test_what_changes_nothing_goes_nowhere() -> None:
    who = keepers()
    row = an_amendment(who)
    for may in (policies.may_send_out, policies.may_recommend):
        decision = may(who.first, row)
        assert decision.outcome is NO
        assert "Nothing changes yet" in decision.sentence


def test_an_answer_that_is_still_awaited_holds_adoption_until_its_day_is_over() -> None:
    who = keepers()
    row = recommended(who, sent_out(who, an_amendment(who, words={"2": "Other"}), answers=False))
    decision = policies.may_record_adoption(who.first, row)
    assert "Corporate Leadership Team may answer until" in decision.sentence
    assert row.answer_by is not None
    assert policies.may_record_adoption(on_day(who.officer, row.answer_by), row).outcome is NO
    assert policies.may_record_adoption(on_day(who.officer, row.answer_by + DAY), row).outcome is YES


def test_without_a_consultation_nothing_is_adopted() -> None:
    who = keepers()
    row = recommended(who, an_amendment(who, words={"2": "Other"}))
    assert "Nobody has been asked" in policies.may_record_adoption(who.first, row).sentence
    assert policies.may_record_adoption(who.first, sent_out(who, row)).allowed


def test_what_was_answered_to_an_earlier_draft_is_no_consultation_on_this_one() -> None:
    who = keepers()
    row = sent_out(who, an_amendment(who, words={"2": "Other"}))
    row = amending.reopen_draft(who=who.first, amendment=row, words="More", at=timezone.now())
    wording = amending.Wording("2", "Something else altogether")
    row = amending.word_paragraph(who=who.first, amendment=row, wording=wording, at=timezone.now())
    row = recommended(who, row)
    assert "Nobody has been asked" in policies.may_record_adoption(who.first, row).sentence
    assert [one.name for one in asked(who.first, row)] == [
        "Corporate Leadership Team, about an earlier draft"
    ]
    row = sent_out(who, row, answers=False)
    assert "may answer until" in policies.may_record_adoption(who.first, row).sentence
    assert asked(who.first, row)[1].name == "Corporate Leadership Team"


def test_a_minor_edit_back_to_todays_words_leaves_nothing_to_adopt() -> None:
    who = keepers()
    row = recommended(who, sent_out(who, an_amendment(who, words={"2": "Other"})))
    today = {one.anchor: one.shown for one in base_of(row)}["2"]
    asked_of = amending.Consultation("The chairman", who.first.on, "A slip")
    wording = amending.Wording("2", today)
    amending.edit_minor(
        who=who.first, amendment=row, wording=wording, consultation=asked_of, at=timezone.now()
    )
    row.refresh_from_db(fields=["version"])
    assert "Nothing changes" in policies.may_record_adoption(who.first, row).sentence


def test_a_slip_in_a_paragraph_that_an_earlier_amendment_put_in_can_be_set_right() -> None:
    who, at = keepers(), timezone.now()
    first = an_amendment(who)
    new = amending.Wording("2", "A new one.", put_in_after=True)
    adopted(who, amending.word_paragraph(who=who.first, amendment=first, wording=new, at=at))
    row = recommended(who, sent_out(who, an_amendment(who, words={"2~1": "A newer one."})))
    edit = {"wording": amending.Wording("2~1", "A newer one!"), "at": at}
    asked_of = amending.Consultation("The chairman", who.first.on, "A slip")
    amending.edit_minor(who=who.first, amendment=row, consultation=asked_of, **edit)
    assert policies.may_record_adoption(who.first, Amendment.objects.get(pk=row.pk)).allowed


def test_what_was_put_in_after_a_paragraph_that_is_taken_back_goes_with_it() -> None:
    who, at = keepers(), timezone.now()
    row = an_amendment(who)
    for anchor, words, after in (
        ("2", "One.", True),
        ("2~1", "One more.", True),
        ("2~1", "", False),
        ("2", "Another.", True),
    ):
        wording = amending.Wording(anchor, words, put_in_after=after)
        row = amending.word_paragraph(who=who.first, amendment=row, wording=wording, at=at)
    assert list(row.paragraphs.values_list("anchor", "words_after")) == [("2~1", "Another.")]


@pytest.mark.parametrize(
    ("after", "minute", "says"),
    [
        (None, "47", "Enter the day"),
        (10, "  ", "Enter the council’s minute"),
        (0, "47", "Choose a day after today"),
        (-1, "47", "Choose a day after today"),
        (1, "47", ""),
        (366, "47", ""),
        (367, "47", "within a year"),
    ],
)
def test_it_holds_from_a_day_to_come_by_a_minute(after: int | None, minute: str, says: str) -> None:
    who = keepers()
    row = in_state(who, AmendmentState.RECOMMENDED)
    day = None if after is None else who.first.on + after * DAY
    decision = policies.may_hold_from(who.first, row, day, minute)
    assert decision.allowed is not bool(says)
    assert says in decision.sentence


def test_a_version_never_begins_before_the_one_that_it_follows() -> None:
    who = keepers()
    first = in_state(who, AmendmentState.ADOPTED)
    row = in_state(who, AmendmentState.RECOMMENDED, words={"2": "Other"})
    assert first.from_on is not None
    earlier = policies.may_hold_from(who.first, row, first.from_on - DAY, "48")
    assert "Choose that day or a later one" in earlier.sentence
    assert policies.may_hold_from(who.first, row, first.from_on, "48").allowed


def test_a_paragraph_that_was_amended_in_the_meantime_is_drafted_again() -> None:
    who = keepers()
    second = in_state(who, AmendmentState.RECOMMENDED)
    third = in_state(who, AmendmentState.MINUTED)
    in_state(who, AmendmentState.ADOPTED)
    assert "was amended in the meantime" in policies.may_record_adoption(who.first, second).sentence
    assert "was amended in the meantime" in policies.may_adopt(who.second, third).sentence
    with pytest.raises(Refused):
        adopting.confirm_adoption(who=who.second, amendment=third, at=timezone.now())


def test_a_local_term_with_days_of_its_own_stands_in_the_way() -> None:
    who = keepers()
    row = an_amendment(who)
    figure = amending.Figure(Duty.REPLY, 8, "working-days", "6.9")
    amending.propose_term(who=who.first, amendment=row, figure=figure, at=timezone.now())
    row = recommended(who, sent_out(who, row))
    a_local_term(from_on=who.first.on + 20 * DAY)
    decision = policies.may_hold_from(who.first, row, who.first.on + 10 * DAY, "47")
    assert "has its own days around that one" in decision.sentence


def test_whoever_recorded_it_never_confirms_it() -> None:
    who = keepers()
    row = minuted(who, in_state(who, AmendmentState.RECOMMENDED))
    assert "somebody else confirms it" in policies.may_confirm_adoption(who.first, row).sentence
    with pytest.raises(Refused):
        adopting.confirm_adoption(who=who.first, amendment=row, at=timezone.now())
    assert Amendment.objects.get(pk=row.pk).state == AmendmentState.MINUTED


def test_an_answer_is_put_on_record_once() -> None:
    who = keepers()
    row = sent_out(who, an_amendment(who, words={"2": "Other"}))
    asked = row.consulted.get()
    assert "on record already" in policies.may_record_answer(who.first, asked).sentence
    with pytest.raises(Refused):
        consulting_on.record_answer(
            who=who.first, consulted=asked, answer="Again", on=who.first.on, at=timezone.now()
        )


def test_words_are_sent_until_the_last_day_is_over() -> None:
    who = keepers()
    row = sent_out(who, an_amendment(who, words={"2": "Other"}))
    member = make.a_member()
    assert row.answer_by is not None
    assert policies.may_say(on_day(member, row.answer_by), row).allowed
    assert "consultation is over" in policies.may_say(on_day(member, row.answer_by + DAY), row).sentence
