"""May somebody do this in the informal stage: ask for help, help, show, try, say, go on formally?

Nobody answers for the other side, and nobody is pressed: whoever complains may go on formally at any time,
with a reason where nothing was tried.
"""

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.policies.asking import Question
from complaints.models import Attempt, Complaint
from complaints.policies.parts import Part, Whose, ask, parts_of, question
from complaints.policies.seeing import writings_for
from complaints.queries.settling import attempts_of_both, helpers, shown_words
from complaints.rules.raising import at_once
from complaints.states import ComplaintState
from council.models import User
from council.queries import Standing
from rulebook.complaint import Allegation
from rulebook.decision import Decision, refused
from rulebook.duty import Duty

_INFORMAL = (ComplaintState.INFORMAL,)
_NOT_NOW = gettext_lazy("This is not being settled informally now.")
_AT_ONCE = gettext_lazy(
    "Nobody is asked to settle this quietly, because of what is alleged. It goes on as a formal complaint."
)


def speaks_as_complainant(who: Standing, complaint: Complaint) -> bool:
    """Whether the person says what whoever complains says: they themselves; whoever wrote it down for them
    only where they have no login of their own.
    """
    if who.person.pk == complaint.complainant_id:
        return True
    is_logger = who.person.pk == complaint.logged_by_id
    return is_logger and not User.objects.filter(person=complaint.complainant_id, is_active=True).exists()


def speaks_as_subject(who: Standing, complaint: Complaint) -> bool:
    """Whether the person is whom it is about, and knows of it."""
    return Part.SUBJECT in parts_of(who, complaint)


def is_asked_to_help(who: Standing, complaint: Complaint) -> bool:
    """Whether the person was asked to help to settle it, or helps; never one of the two sides."""
    return Part.HELPER in parts_of(who, complaint)


def is_only_asked(who: Standing, complaint: Complaint) -> bool:
    """Whether the person was asked to help, has not answered, and has no other part: they answer first."""
    is_open = helpers(complaint).filter(person=who.person, accepted_at__isnull=True).exists()
    return is_open and parts_of(who, complaint) == {Part.HELPER}


def does_help(who: Standing, complaint: Complaint) -> bool:
    """Whether the person said that they help."""
    mine = helpers(complaint).filter(person=who.person, accepted_at__isnull=False)
    return is_asked_to_help(who, complaint) and mine.exists()


def _has_a_word(who: Standing, complaint: Complaint) -> bool:
    return any(one(who, complaint) for one in (speaks_as_complainant, speaks_as_subject, does_help))


def _is_a_side(who: Standing, complaint: Complaint) -> bool:
    return speaks_as_complainant(who, complaint) or speaks_as_subject(who, complaint)


def _of_the_stage(whose: Whose, not_yours: Promise) -> Question[Complaint]:
    return question(Duty.SETTLE_INFORMALLY, whose, not_yours, _INFORMAL, _NOT_NOW)


_ASK_HELP = _of_the_stage(
    speaks_as_complainant, gettext_lazy("Only whoever raised the concern asks somebody to help.")
)
_ANSWER = _of_the_stage(is_asked_to_help, gettext_lazy("You were not asked to help to settle this."))
_SHOW = _of_the_stage(
    speaks_as_complainant,
    gettext_lazy("Only whoever raised the concern says what the other side reads."),
)
_SPOKE = _of_the_stage(
    does_help, gettext_lazy("Only whoever helps to settle this says that they spoke with the other side.")
)
_TRY = _of_the_stage(
    _has_a_word, gettext_lazy("Only the two sides and whoever helps them write down what was tried.")
)
_SAY = _of_the_stage(
    _is_a_side, gettext_lazy("Each side says for itself whether it is settled. Nobody says it for them.")
)
_GO_FORMAL = question(
    Duty.RAISE_CONCERN,
    speaks_as_complainant,
    gettext_lazy("Only whoever raised the concern can go on formally."),
    _INFORMAL,
    _NOT_NOW,
)


def may_ask_for_help(who: Standing, complaint: Complaint) -> Decision:
    """May the person ask somebody to help to settle it (HA-5.1, WF-8.1)?"""
    return _quietly(_ASK_HELP, who, complaint)


def may_say_whether_they_help(who: Standing, complaint: Complaint) -> Decision:
    """May the person say whether they help? Whoever does may stop later."""
    return _quietly(_ANSWER, who, complaint)


def may_choose_words(who: Standing, complaint: Complaint) -> Decision:
    """May the person say what the other side reads, and that it is told?"""
    return _quietly(_SHOW, who, complaint)


def may_say_they_spoke(who: Standing, complaint: Complaint) -> Decision:
    """May whoever helps say that they spoke with the other side, which then reads the words agreed?"""
    decision = _quietly(_SPOKE, who, complaint)
    if not decision.allowed or decision.rule is None:
        return decision
    if complaint.subject_told_at is not None:
        return refused(decision.rule, _("The other side knows of it already."))
    if not shown_words(complaint).exists():
        sentence = _("Whoever raised the concern has not yet said what the other side may read of it.")
        return refused(decision.rule, sentence)
    return decision


def may_record_attempt(who: Standing, complaint: Complaint) -> Decision:
    """May the person write down what was tried, when and with whose help?"""
    return _quietly(_TRY, who, complaint)


def may_say_settled(who: Standing, attempt: Attempt) -> Decision:
    """May the person say for their side whether an attempt settled it? Only where they know of it."""
    complaint = attempt.complaint
    decision = _quietly(_SAY, who, complaint)
    if decision.allowed and decision.rule and not attempts_for(who, complaint).filter(pk=attempt.pk).exists():
        return refused(decision.rule, _("You cannot say this of that attempt."))
    return decision


def may_agree(who: Standing, attempt: Attempt) -> Decision:
    """May the person say that it is settled? Only of an attempt of which both sides know."""
    decision = may_say_settled(who, attempt)
    both = attempts_of_both(attempt.complaint)
    if decision.allowed and decision.rule and not both.filter(pk=attempt.pk).exists():
        sentence = _(
            "The other side does not know of this attempt, so the two of you cannot settle it there. You can"
            " take the concern back."
        )
        return refused(decision.rule, sentence)
    return decision


def may_go_formal(who: Standing, complaint: Complaint) -> Decision:
    """May the person send it as a formal complaint now?"""
    return ask(_GO_FORMAL, who, complaint)


def may_add_allegation(who: Standing, complaint: Complaint) -> Decision:
    """May the person say that there is more to it, which nobody is asked to settle quietly?"""
    return ask(_GO_FORMAL, who, complaint)


def attempts_for(who: Standing, complaint: Complaint) -> QuerySet[Attempt]:
    """The attempts of which the person may read."""
    return complaint.attempts.filter(writing__in=writings_for(who, complaint).values("pk"))


def _quietly(asked: Question[Complaint], who: Standing, complaint: Complaint) -> Decision:
    """What the question answers; never yes where the matter is none to settle quietly."""
    decision = ask(asked, who, complaint)
    if decision.allowed and decision.rule and at_once([Allegation(one) for one in complaint.alleges]):
        return refused(decision.rule, str(_AT_ONCE))
    return decision
