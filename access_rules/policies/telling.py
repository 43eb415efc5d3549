"""Who may ask before a disclosure, who answers, who records what a regulator said, who takes it back."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.models import Disclosure, Document
from access_rules.policies.knowing import knows
from access_rules.queries.telling import answers_for, concerned, disclosures_of, whom_it_reaches
from access_rules.states import DisclosureState
from casework.policies.asking import Question, answer, rule_of
from council.queries import Standing, protocol_in_force
from rulebook.access.telling import Asked, who_is_asked
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.duty import Duty

_OPEN = (DisclosureState.HELD,)
_ENDED = gettext_lazy("This question is answered or was taken back.")


def _is_party(who: Standing, row: Disclosure) -> bool:
    return who.person.pk in concerned(row.asked_by, row.document)


ANSWER: Question[Disclosure] = Question(
    duty=Duty.CHECK_DISCLOSURE,
    part=lambda who, row: row.asked_of in answers_for(who) and not _is_party(who, row),
    not_yours=gettext_lazy("Whoever holds the post that was asked answers, and nobody who is concerned."),
    states=_OPEN,
    not_now=_ENDED,
)
RECORD_OUTSIDE: Question[Disclosure] = Question(
    duty=Duty.CHECK_DISCLOSURE,
    part=lambda who, row: row.asked_of == Asked.REGULATOR and row.asked_by_id == who.person.pk,
    not_yours=gettext_lazy("Whoever asked the regulator records what it said."),
    states=_OPEN,
    not_now=_ENDED,
)
WITHDRAW: Question[Disclosure] = Question(
    duty=Duty.CHECK_DISCLOSURE,
    part=lambda who, row: row.asked_by_id == who.person.pk,
    not_yours=gettext_lazy("Whoever asked takes the question back, and nobody else does."),
    states=_OPEN,
    not_now=_ENDED,
)
SEE: Question[Disclosure] = Question(duty=Duty.CHECK_DISCLOSURE, part=lambda who, row: True)


def may_ask(who: Standing, document: Document | None = None) -> Decision:
    """Whether the person may ask before telling somebody: whoever is in post, where anybody can be asked."""
    text = protocol_in_force()
    rule = rule_of(Duty.CHECK_DISCLOSURE, text.key)
    if not who.in_post:
        return refused(rule)
    if document is not None and not knows(who, document):
        return unknown()
    besides = concerned(who.person, document)
    whom = who_is_asked(text.access)
    if any(one.post is None or whom_it_reaches(one, besides=besides, on=who.on) for one in whom):
        return allowed(rule)
    sentence = _("Nobody else holds a post that is asked about this. Democratic services say who stands in.")
    return refused(rule, sentence)


def may_see(who: Standing, row: Disclosure) -> Decision:
    """Whether the person may know of the question: whoever asked it, and the post that was asked."""
    return _ask(SEE, who, row)


def may_answer(who: Standing, row: Disclosure) -> Decision:
    """Whether the person answers it: the post that was asked, never somebody concerned."""
    return _ask(ANSWER, who, row)


def may_record_outside(who: Standing, row: Disclosure) -> Decision:
    """Whether the person records what a regulator outside said (MW 6.5)."""
    return _ask(RECORD_OUTSIDE, who, row)


def may_withdraw(who: Standing, row: Disclosure) -> Decision:
    """Whether the person takes the question back."""
    return _ask(WITHDRAW, who, row)


def _knows(who: Standing, row: Disclosure) -> bool:
    return disclosures_of(who).filter(pk=row.pk).exists()


def _ask(question: Question[Disclosure], who: Standing, row: Disclosure) -> Decision:
    return answer(question, who, row, text=row.protocol, state=row.state, knows=_knows)
