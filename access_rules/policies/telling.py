"""Who may ask before a disclosure, who answers, who records what a regulator said, who takes it back."""

from django.utils.translation import gettext_lazy

from access_rules.models import Disclosure
from access_rules.policies.asking import Question, answer, rule_of
from access_rules.queries.telling import answers_for, disclosures_of
from access_rules.states import DisclosureState
from council.queries import Standing, protocol_in_force
from rulebook.access.telling import Asked
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty

_OPEN = (DisclosureState.HELD,)
_ENDED = gettext_lazy("This question is answered or was taken back.")


def _is_party(who: Standing, row: Disclosure) -> bool:
    """Whoever asked, wrote what it is about, or is the person whom it is about."""
    concerned = {row.asked_by_id}
    if row.document is not None:
        concerned |= {row.document.author_id, row.document.about_id}
    return who.person.pk in concerned


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


def may_ask(who: Standing) -> Decision:
    """Whether the person may ask before telling somebody: whoever is in post, member or officer."""
    rule = rule_of(Duty.CHECK_DISCLOSURE, protocol_in_force().key)
    return allowed(rule) if who.in_post else refused(rule)


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
