"""May somebody name who decides, tell whom the text has told before, and decide; and if not, why not?"""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.policies.asking import Question
from complaints.models import Complaint
from complaints.policies.parts import KEEPERS, Part, ask, one_of, question
from complaints.policies.seeing import may_read
from complaints.queries.hearing import left_to_tell_before, to_tell_before
from complaints.queries.judging import UPHELD, decides, deciding_rows, proposed_decider
from complaints.states import ComplaintState
from council.queries import Standing, members_on
from rulebook.citation import Citation
from rulebook.complaint import Bearing, PartyKind
from rulebook.decision import Decision, refused
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocols import protocol

OUTCOMES = (
    Complaint.Outcome.UPHELD,
    Complaint.Outcome.PARTLY,
    Complaint.Outcome.NOT_UPHELD,
    Complaint.Outcome.NO_ACTION,
)
UNDECIDED = (ComplaintState.ASSESSED, ComplaintState.INVESTIGATING)
APART = {Bearing.REPORT_OR_WITNESS, Bearing.PANEL_ONLY}
_NOT_OPEN = gettext_lazy("A complaint is decided after it was assessed, and once.")


def decides_somehow(who: Standing, complaint: Complaint) -> bool:
    """Whether there is an ending on which the person may decide."""
    return any(decides(who.person, complaint, on=who.on, ends=one) for one in OUTCOMES)


def decides_as_it_stands(who: Standing, complaint: Complaint) -> bool:
    """Whether the person decides on what follows: by the ending that was decided, else by any."""
    if complaint.outcome:
        return decides(who.person, complaint, on=who.on, ends=complaint.outcome)
    return decides_somehow(who, complaint)


_NAME = question(
    Duty.DECIDE_COMPLAINT,
    one_of(*KEEPERS),
    gettext_lazy("Only those who deal with the complaint can say who decides it."),
    UNDECIDED,
    _NOT_OPEN,
)
_BEFORE = question(
    Duty.DECIDE_COMPLAINT,
    decides_somehow,
    gettext_lazy("Whoever decides the complaint tells them, and nobody else."),
    UNDECIDED,
    _NOT_OPEN,
)
_DECIDE = question(Duty.DECIDE_COMPLAINT, one_of(*Part), "", UNDECIDED, _NOT_OPEN)


def asked(
    of: Question[Complaint], who: Standing, complaint: Complaint, *, then: Callable[[], str] = str
) -> Decision:
    """What the question answers for who has accepted the duty of confidentiality; `then` says what else is
    in the way, or nothing.
    """
    read = may_read(who, complaint)
    if not read.allowed:
        return read
    decision = ask(of, who, complaint)
    if not decision.allowed or decision.rule is None:
        return decision
    why = then()
    return refused(decision.rule, why) if why else decision


def may_name_decider(who: Standing, complaint: Complaint) -> Decision:
    """May the person name who decides? Where the text has somebody else do it, or nobody is left who may."""

    def then() -> str:
        proposed = proposed_decider(complaint, on=who.on)
        if proposed is None:
            return _("Whoever decides this complaint deals with it already.")
        if proposed.person is None:
            return _(
                "Everybody in the authority who could decide is barred. Somebody from outside must be asked."
            )
        return ""

    return asked(_NAME, who, complaint, then=then)


def may_tell_before(who: Standing, complaint: Complaint) -> Decision:
    """May the person tell somebody before it is decided (MW-13.2c)? Whoever decides does."""

    def then() -> str:
        if not to_tell_before(complaint, on=who.on):
            return _("The protocol has nobody told before the complaint is decided.")
        return "" if left_to_tell_before(complaint, on=who.on) else _("Everybody who can be told was told.")

    return asked(_BEFORE, who, complaint, then=then)


def may_decide(who: Standing, complaint: Complaint) -> Decision:
    """May the person decide on it, in one way or another? Members never decide on an officer."""
    decision = asked(_DECIDE, who, complaint)
    if not decision.allowed or decision.rule is None or decides_somehow(who, complaint):
        return decision
    is_member = members_on(who.on).filter(pk=who.person.pk).exists()
    if complaint.subject_kind == PartyKind.OFFICER and is_member:
        sentence = _("Members never decide on an officer. Management does.")
        return refused(decision.rule, sentence, _apart(complaint) or None)
    return refused(decision.rule, _("This complaint is for somebody else to decide."))


def may_decide_so(who: Standing, complaint: Complaint, outcome: str) -> Decision:
    """May the person decide that it ends so? What is upheld may be for another, once others were told."""
    decision = may_decide(who, complaint)
    if not decision.allowed or decision.rule is None:
        return decision
    if not decides(who.person, complaint, on=who.on, ends=outcome):
        return refused(decision.rule, _for_another(complaint, who, outcome))
    left = left_to_tell_before(complaint, on=who.on) if outcome in UPHELD else []
    if left:
        text = protocol(complaint.protocol)
        words = _("%(who)s must be told before this is decided. Tell them first.")
        names = _(" and ").join(text.title_of(Post(one.told_as)) for one in left)
        cites = tuple(dict.fromkeys(cite for one in left for cite in one.cites))
        return refused(decision.rule, words % {"who": names}, cites)
    return decision


def _apart(complaint: Complaint) -> tuple[Citation, ...]:
    """Where the text says that members only report or give evidence, or sit on a panel (WF-8.5, MW-8.1b)."""
    terms = protocol(complaint.protocol).complaints
    pairing = terms.pairing(PartyKind.MEMBER, PartyKind.OFFICER)
    bearing = pairing.bearing if pairing else ()
    return tuple(cite for one in bearing if APART & set(one.values) for cite in one.cites)


def _for_another(complaint: Complaint, who: Standing, outcome: str) -> str:
    if deciding_rows(complaint, on=who.on, ends=outcome):
        return _("Somebody else who deals with this complaint decides when it ends so.")
    proposed = proposed_decider(complaint, on=who.on)
    if proposed is None or proposed.post is None:
        return _("Nobody who deals with this complaint may decide that it ends so.")
    title = protocol(complaint.protocol).title_of(proposed.post)
    return _("When it ends so, the %(post)s decides. Name them first.") % {"post": title}
