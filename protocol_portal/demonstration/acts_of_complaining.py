"""How each step of a complaint is done: through the portal’s own actions, by whoever has the part then."""

from complaints import clock
from complaints.actions import deciding, ending, helping, investigating, referring, settling, steps, telling
from complaints.actions.airing import report_airing
from complaints.actions.going_formal import go_formal
from complaints.actions.raising import BETWEEN_THEM, destination, send
from complaints.actions.standing_aside import stand_aside
from complaints.actions.taking_back import take_back
from complaints.models import Complaint, Handler, Writing
from complaints.queries.hearing import left_to_tell_before
from complaints.queries.judging import UPHELD, deciding_rows
from complaints.queries.referring import onward
from complaints.queries.replacing import replacements
from council.queries import Standing
from protocol_portal.demonstration.complaints_made import Play, Steps
from protocol_portal.demonstration.grievances import Act, Done
from protocol_portal.demonstration.moments import day_of
from rulebook.complaint import Procedure, Severity, Step

_Part, _Kind = Handler.Part, Writing.Kind
# A fortnight for a reply, for comments, and for what is put right.
TIME_FOR_IT = 14


def _send(play: Play, done: Done) -> None:
    """Where the text has it go: to be settled, with one to help, or to the first who can receive it."""
    people = destination(play.row, on=play.by.on)
    to = people.parts.get("to", ())
    is_informal = people.plan.step is Step.INFORMAL
    choice = to[0].person.pk if to and (is_informal or people.plan.choose_one) else None
    if is_informal and choice is None:
        choice = BETWEEN_THEM
    send(who=play.by, row=play.row, choice=choice, seen_version=None, at=play.at)


def _help(play: Play, done: Done) -> None:
    """Whoever was asked helps."""
    for handler in play.row.handlers.filter(part=_Part.HELPER, ended_at__isnull=True):
        who = play.who(handler.person)
        helping.say_whether_they_help(who=who, row=play.row, helps=True, seen_version=None, at=play.at)


def _show(play: Play, done: Done) -> None:
    """The other side reads what happened, and nothing else."""
    shown = play.row.writings.filter(kind=_Kind.CONCERN).values_list("pk", flat=True)
    settling.choose_words(
        who=play.by, row=play.row, shown=list(shown), words="", tell_now=True, seen_version=None, at=play.at
    )


def _try(play: Play, done: Done) -> None:
    """What was tried, with whoever helps; whoever complains says nothing of whether it is settled yet."""
    helper = play.row.handlers.filter(part=_Part.HELPER, accepted_at__isnull=False).first()
    tried = settling.Tried(day_of(play.at), done.words[0], helper=helper.person if helper else None)
    settling.record_attempt(who=play.by, row=play.row, tried=tried, seen_version=None, at=play.at)


def _agree(play: Play, done: Done) -> None:
    """Both say that it is settled."""
    for who in (play.by, play.about):
        attempt = play.again().attempts.order_by("pk")[0]
        settling.say_settled(who=who, attempt=attempt, settled=True, seen_version=None, at=play.at)


def _go_formal(play: Play, done: Done) -> None:
    go_formal(who=play.by, row=play.row, reason=done.words[0], seen_version=None, at=play.at)


def _take_back(play: Play, done: Done) -> None:
    take_back(who=play.by, row=play.row, reason=done.words[0], seen_version=None, at=play.at)


def _stand_aside(play: Play, done: Done) -> None:
    """Whoever received it stands aside; the next whom the portal proposes has it."""
    who = play.in_part(_Part.RECIPIENT)
    found = replacements(play.row, who.person, part=_Part.RECIPIENT, on=who.on)
    stand_aside(
        who=who,
        row=play.row,
        reasons=done.words[0],
        replaced_by=found[0].person.pk if found else None,
        seen_version=None,
        at=play.at,
    )


def _acknowledge(play: Play, done: Done) -> None:
    """With the latest day by the interval."""
    who = play.in_part(_Part.RECIPIENT)
    steps.acknowledge(
        who=who,
        row=play.row,
        at=play.at,
        seen_version=None,
        next_on=clock.next_progress(who.on),
        words=done.words[0] if done.words else "",
    )


def _tell(play: Play, done: Done) -> None:
    """The other side reads what happened."""
    concern = list(play.row.writings.filter(kind=_Kind.CONCERN))
    who = play.in_part(_Part.RECIPIENT)
    steps.tell_subject(who=who, row=play.row, at=play.at, seen_version=None, writings=concern)


def _assess(play: Play, done: Done) -> None:
    follows, words, *grave = done.words
    steps.assess(
        who=play.in_part(_Part.RECIPIENT),
        row=play.row,
        at=play.at,
        seen_version=None,
        severity=grave[0] if grave else Severity.SERIOUS.value,
        follows=follows,
        words=words,
    )


def _investigate(play: Play, done: Done) -> None:
    """By whom the text names; where it names nobody, by whoever received it."""
    if not play.row.handlers.filter(part=_Part.INVESTIGATOR, ended_at__isnull=True).exists():
        who = play.in_part(_Part.RECIPIENT)
        steps.name_investigator(who=who, row=play.row, at=play.at, seen_version=None, person=who.person)
    who = play.in_part(_Part.INVESTIGATOR)
    steps.start_investigation(who=who, row=play.row, at=play.at, seen_version=None)


def _reply(play: Play, done: Done) -> None:
    """The other side is asked, and replies where it is told so."""
    asked, *replied = done.words
    investigating.ask_reply(
        who=play.in_part(_Part.INVESTIGATOR),
        row=play.row,
        at=play.at,
        seen_version=None,
        reply_by=play.later(TIME_FOR_IT),
        words=asked,
    )
    for words in replied:
        investigating.add(who=play.about, row=play.row, at=play.at, kind=_Kind.REPLY, words=words)


def _progress(play: Play, done: Done) -> None:
    who = play.in_part(_Part.INVESTIGATOR)
    next_on = clock.next_progress(who.on)
    steps.report_progress(
        who=who, row=play.row, at=play.at, seen_version=None, next_on=next_on, words=done.words[0]
    )


def _air(play: Play, done: Done) -> None:
    report_airing(
        who=play.about,
        complaint=play.row,
        aired_on=day_of(play.at),
        words=done.words[0],
        at=play.at,
        seen_version=None,
    )


def _draft(play: Play, done: Done) -> None:
    """The draft, and the comments that came in: of whoever complains, then of the other side."""
    draft, *comments = done.words
    investigating.send_draft(
        who=play.in_part(_Part.INVESTIGATOR),
        row=play.row,
        at=play.at,
        seen_version=None,
        comments_by=play.later(TIME_FOR_IT),
        words=draft,
    )
    for who, words in zip((play.by, play.about), comments, strict=False):
        investigating.add(who=who, row=play.row, at=play.at, kind=_Kind.ON_DRAFT, words=words)


def _find(play: Play, done: Done) -> None:
    who = play.in_part(_Part.INVESTIGATOR)
    investigating.record_findings(who=who, row=play.row, at=play.at, seen_version=None, words=done.words[0])


def _decider(play: Play, outcome: str) -> Standing:
    """Whoever decides when it ends so; named first where the text has somebody else do it."""
    row = play.again()
    found = deciding_rows(row, on=day_of(play.at), ends=outcome)
    if not found:
        who = play.in_part(_Part.RECIPIENT)
        deciding.name_decider(who=who, row=row, seen_version=None, at=play.at)
        found = deciding_rows(play.again(), on=day_of(play.at), ends=outcome)
    return play.accepting(found[0].person)


def _decide(play: Play, done: Done) -> None:
    """Those whom the text has told before hear of it first (MW-13.2c)."""
    outcome, reasons = done.words
    who = _decider(play, outcome)
    for hearer in left_to_tell_before(play.row, on=who.on) if outcome in UPHELD else ():
        words = "The complaint of which we spoke is to be upheld. The reasons follow."
        deciding.tell_before(
            who=who, row=play.row, told_as=hearer.told_as, words=words, seen_version=None, at=play.at
        )
    deciding.decide_complaint(
        who=who, row=play.row, outcome=outcome, reasons=reasons, seen_version=None, at=play.at
    )


def _hear(play: Play, done: Done) -> None:
    who = _decider(play, play.again().outcome)
    telling.tell_outcome(who=who, row=play.row, seen_version=None, at=play.at)


def _remedy(play: Play, done: Done) -> None:
    """What is put right, and by whom; a fortnight is left for it."""
    words, owner = done.words
    ending.set_remedy(
        who=_decider(play, play.again().outcome),
        row=play.row,
        words=words,
        owner=play.person(owner),
        due_on=play.later(TIME_FOR_IT),
        seen_version=None,
        at=play.at,
    )


def _done(play: Play, done: Done) -> None:
    for remedy in play.row.remedies.select_related("owner", "complaint"):
        who = play.who(remedy.owner) if remedy.owner else _decider(play, play.row.outcome)
        ending.finish_remedy(who=who, remedy=remedy, done_on=day_of(play.at), at=play.at)


def _refer(play: Play, done: Done) -> None:
    """To the code of conduct where the text lets it go there, else to the first that it names."""
    row = play.again()
    open_to = [one.to for one in onward(row, on=day_of(play.at))]
    to = Procedure.CODE_OF_CONDUCT if Procedure.CODE_OF_CONDUCT in open_to else open_to[0]
    who = _decider(play, Complaint.Outcome.UPHELD)
    referring.refer(who=who, row=row, to=to, because=done.words[0], seen_version=None, at=play.at)


def _close(play: Play, done: Done) -> None:
    who = _decider(play, play.again().outcome)
    ending.close(who=who, row=play.row, learning=done.words[0], seen_version=None, at=play.at)


STEPS: Steps = {
    Act.SEND: _send,
    Act.HELP: _help,
    Act.SHOW: _show,
    Act.TRY: _try,
    Act.AGREE: _agree,
    Act.GO_FORMAL: _go_formal,
    Act.TAKE_BACK: _take_back,
    Act.STAND_ASIDE: _stand_aside,
    Act.ACKNOWLEDGE: _acknowledge,
    Act.TELL: _tell,
    Act.ASSESS: _assess,
    Act.INVESTIGATE: _investigate,
    Act.REPLY: _reply,
    Act.PROGRESS: _progress,
    Act.AIR: _air,
    Act.DRAFT: _draft,
    Act.FIND: _find,
    Act.DECIDE: _decide,
    Act.HEAR: _hear,
    Act.REMEDY: _remedy,
    Act.DONE: _done,
    Act.REFER: _refer,
    Act.CLOSE: _close,
}
