"""What happens less often: handed on, declined, disputed, kept private, merged; as its action writes each."""

from dataclasses import replace

from casework.events import DISPUTE_ANSWERED, DISPUTE_DETERMINED, DISPUTE_OPENED, EventKind
from casework.models import Determination
from casework.rules import Fact
from casework.states import DisputeState
from enquiries import events
from enquiries.models import Message, Privacy, Redirection
from protocol_portal.benchmark import moves
from protocol_portal.benchmark.desk import ELSEWHERE
from protocol_portal.benchmark.moves import Acts, answered
from protocol_portal.benchmark.telling import Telling
from protocol_portal.demonstration import phrases
from protocol_portal.demonstration.lives import Life, Move, Verb
from protocol_portal.demonstration.moments import day_of
from rulebook.dispute import Subject, further_rungs

Kind, Process, Outcome = Message.Kind, Redirection.Process, Determination.Outcome
# Half are service requests; of the rest each goes where a statute says by when.
_PROCESSES = (Process.SERVICE_REQUEST, Process.SERVICE_REQUEST, Process.CORPORATE_COMPLAINT, Process.FOI)
_PLACES = {
    Process.SERVICE_REQUEST: "Customer services",
    Process.CORPORATE_COMPLAINT: "Complaints team",
    Process.FOI: "Information rights team",
}
_NO_EXCEPTION = "This is a longer piece of research, for which the service has nobody."
_INSTEAD = "What you can do instead: ask the scrutiny committee to put it into its programme."
_NOT_AGREED = "I do not agree. The figures exist, and to add them up takes an afternoon."
_ANSWERED = "The figures stand in three systems, and none of them knows the others."
_STANDS = "The service has shown what the work would be. The decision stands."


def redirect(case: Telling, move: Move) -> None:
    """Handed on to another process, by the officer who has it."""
    desk, on = case.desk, day_of(move.at)
    process = desk.rng.choice(_PROCESSES)
    statute = desk.by_statute[case.row["received_on"]] if process is Process.FOI else None
    expected = statute or desk.days.calendar.next_working_day_on_or_after(on + ELSEWHERE)
    text = f"This is handled by the {_PLACES[process].lower()} from now on."
    said = case.say(Kind.REDIRECTION, move.at, case.officer, text)
    case.redirection = {
        "id": desk.redirections.number(),
        "enquiry_id": case.pk,
        "process": process.value,
        "place": _PLACES[process],
        "cites": desk.cites_of_moving,
        "received_on": case.row["received_on"],
        "expected_on": expected,
        "by_id": case.officer,
        "at": move.at,
    }
    case.step("record_redirection")
    case.row.update(redirected_on=on, owed_on=expected)
    facts: dict[str, Fact] = {
        "redirection": case.redirection["id"],
        "process": process.value,
        "expected": str(expected),
        "service": case.row["service_id"],
    }
    case.finish(events.REDIRECTED, move.at, case.officer, {**said, **facts}, told=(case.row["member_id"],))


def bring_outcome(case: Telling, move: Move) -> None:
    """What came of it elsewhere is told to the member."""
    text = "It has been dealt with there, and you have a copy of the letter."
    said = case.say(Kind.OUTCOME, move.at, case.officer, text)
    case.last_reply = int(str(said["message"]))
    case.redirection.update(ended_at=move.at, ended_by_id=case.officer)
    case.step("record_outcome")
    answered(case, day_of(move.at))
    facts: dict[str, Fact] = {**said, "redirection": case.redirection["id"]}
    case.finish(events.OUTCOME_RECORDED, move.at, case.officer, facts, told=(case.row["member_id"],))


def decline(case: Telling, move: Move) -> None:
    """Declined on the text's ground; where the text gives none, it is answered."""
    way = case.desk.way_to_decline()
    if way is None:
        moves.reply(case, move)
        return
    said = case.say(Kind.REFUSAL, move.at, case.officer, f"{_NO_EXCEPTION}\n\n{_INSTEAD}")
    cites = "\n".join(cite.id for cite in way.cites)
    case.desk.withholdings.add(
        enquiry_id=case.pk,
        message_id=said["message"],
        ground=way.ground.value,
        cites=cites,
        by_id=case.officer,
        at=move.at,
    )
    case.step("record_reply")
    answered(case, day_of(move.at))
    facts: dict[str, Fact] = {**said, "ground": way.ground.value}
    told = (case.row["member_id"],)
    case.declined = case.finish(events.DECLINED, move.at, case.officer, facts, told=told), cites


def dispute(case: Telling, move: Move) -> None:
    """The member does not agree with what was declined."""
    place, cites = case.declined
    if not place:
        return
    desk, member = case.desk, case.row["member_id"]
    reference, thread = desk.book.open("dispute", "DIS")
    case.dispute_thread = thread
    case.dispute = {
        "id": desk.disputes.number(),
        "reference": reference,
        "stream_id": thread.pk,
        "about_id": case.thread.pk,
        "case_reference": case.row["reference"],
        "decision_place": place,
        "cites": cites,
        "subject": Subject.OTHER.value,
        "protocol": case.row["protocol"],
        "is_confidential": case.row["is_confidential"],
        "opened_by_id": member,
        "opened_at": move.at,
        "member_words": _NOT_AGREED,
        "respondent_id": case.officer,
        "rung": desk.decider.rung.value,
        "state": DisputeState.OPENED.value,
        "version": 0,
    }
    _tell(case, DISPUTE_OPENED, move, member, {}, told=(case.officer,))
    facts: dict[str, Fact] = {"dispute": case.dispute["id"], "place": place}
    case.finish(events.DISPUTED, move.at, member, facts, content={"reason": reference})


def _tell(
    case: Telling,
    kind: EventKind,
    move: Move,
    by: int,
    facts: dict[str, Fact],
    *,
    told: tuple[int | None, ...] = (),
) -> None:
    all_facts: dict[str, Fact] = {"dispute": case.dispute["id"], **facts}
    case.desk.book.tell(case.dispute_thread, kind, at=move.at, by=by, facts=all_facts, told=told)


def answer_dispute(case: Telling, move: Move) -> None:
    """Whose decision it was says why."""
    if case.dispute:
        case.dispute.update(respondent_words=_ANSWERED, answered_at=move.at, version=1)
        _tell(case, DISPUTE_ANSWERED, move, case.officer, {}, told=(case.row["member_id"],))


def determine(case: Telling, move: Move) -> None:
    """The monitoring officer decides: the decision stands, and nothing is left to do."""
    if not case.dispute:
        return
    desk, outcome = case.desk, Outcome.AGAINST
    by = desk.judge.pk
    rung = desk.decider.rung
    made = desk.determinations.add(
        dispute_id=case.dispute["id"],
        rung=rung.value,
        outcome=outcome.value,
        reasons=_STANDS,
        cites=case.dispute["cites"],
        by_id=by,
        at=move.at,
    )
    further = bool(further_rungs(desk.text, rung))
    state = DisputeState.DETERMINED if further else DisputeState.ENDED
    case.dispute.update(state=state.value, version=case.dispute["version"] + 1)
    case.dispute["ended_on"] = None if further else day_of(move.at)
    facts: dict[str, Fact] = {"determination": made, "outcome": outcome.value, "about": case.thread.pk}
    _tell(case, DISPUTE_DETERMINED, move, by, facts, told=(case.row["member_id"], case.officer))
    case.finish(
        events.DISPUTE_DETERMINED,
        move.at,
        by,
        {"dispute": case.dispute["id"], "determination": made, "outcome": outcome.value},
        content={"reason": f"{case.dispute['reference']}: {outcome.label}"},
    )


def keep_private(case: Telling, move: Move) -> None:
    """Whoever it is addressed to keeps it private."""
    by = case.row["addressee_id"] or case.officer
    case.row["privacy"] = Privacy.PRIVATE.value
    case.finish(events.PRIVACY_KEPT, move.at, by, told=(case.row["member_id"],))


def merge(case: Telling, move: Move) -> None:
    """The member asks the same again that day, and whoever has the first makes the two one."""
    desk, by = case.desk, case.officer
    details = desk.rng.choice(phrases.INFORMATION)
    life = Life(day_of(move.at), (Move(move.at, Verb.SEND),))
    again = Telling(desk, replace(case.case, life=life, details=details))
    again.begin(move.at)
    again.step("record_merging")
    again.row.update(merged_into_id=case.pk, ended_on=day_of(move.at))
    again.finish(events.MERGED_INTO, move.at, by, {"into": case.pk}, told=(case.row["member_id"],))
    again.done()
    case.finish(events.TOOK_IN, move.at, by, {"merged": again.pk})


ALL: Acts = {
    **moves.ACTS,
    Verb.REDIRECT: redirect,
    Verb.BRING_OUTCOME: bring_outcome,
    Verb.DECLINE: decline,
    Verb.DISPUTE: dispute,
    Verb.ANSWER_DISPUTE: answer_dispute,
    Verb.DETERMINE: determine,
    Verb.KEEP_PRIVATE: keep_private,
    Verb.MERGE: merge,
}
