"""Who may give access to a document by name, to whom, and who may end it."""

from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.models import AccessRequest, Document
from access_rules.policies.keeping import determines, keeps_papers
from access_rules.policies.knowing import knows
from access_rules.queries.grants import is_barred
from access_rules.states import DocumentState
from casework.policies.asking import Question, answer, rule_of
from council.models import Person, User
from council.queries import Standing, own_facts, protocol_in_force
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty

_NOT_YOURS = gettext_lazy(
    "Democratic services, the proper officer, the section 151 officer and the monitoring officer give access"
    " by name, and nobody else does."
)


def _gives(who: Standing, document: Document) -> bool:
    return keeps_papers(who) or determines(who)


GIVE: Question[Document] = Question(
    duty=Duty.GRANT,
    part=_gives,
    not_yours=_NOT_YOURS,
    states=(DocumentState.DRAFT, DocumentState.RELEASED),
    not_now=gettext_lazy("This document was withdrawn, so nobody is given access to it any more."),
)
SEE: Question[Document] = Question(duty=Duty.GRANT, part=_gives, not_yours=_NOT_YOURS)


def may_see_grants(who: Standing, document: Document) -> Decision:
    """Whether the person reads who has access by name: whoever may give it."""
    return _ask(SEE, who, document)


def may_end_grant(who: Standing, document: Document) -> Decision:
    """Whether the person may end access by name, whoever gave it; in any state of the document."""
    return _ask(SEE, who, document)


def may_grant(who: Standing, document: Document, request: AccessRequest | None = None) -> Decision:
    """Whether the person may give access by name: who keeps papers, who determines by office.

    On a request, whoever decided it too: what was decided is carried out by the same hand, which knows of
    the document by the request.
    """
    if request is None or (request.decided_by_id, request.document_id) != (who.person.pk, document.pk):
        return _ask(GIVE, who, document)
    text = protocol_in_force().key
    question = replace(GIVE, part=lambda who, document: True)
    return answer(question, who, document, text=text, state=document.state, knows=lambda who, document: True)


def may_be_granted(who: Standing, document: Document, person: Person) -> Decision:
    """Whether access may be given to this person: not to oneself, nor out of office, nor where one is barred.

    The bar is the rule I1 of the question `access`: it holds where the text in force says that an interest
    leaves a member what a private person has (HA 4.20).
    """
    text = protocol_in_force()
    rule, name = rule_of(Duty.GRANT, text.key), {"name": person.name}
    if person.pk == who.person.pk:
        return refused(rule, _("Nobody gives access to themselves. Ask somebody else who may give it."))
    facts = own_facts(person, on=who.on)
    if facts.term is None and facts.appointment is None:
        return refused(rule, _("%(name)s is neither a member nor an officer today.") % name)
    if not User.objects.filter(person=person, is_active=True).exists():
        return refused(rule, _("%(name)s has no login yet.") % name)
    if is_barred(person, document, who.on):
        barred = rule_of(Duty.DECLARE_INTEREST, text.key)
        return refused(barred, _("%(name)s declared an interest in this matter, which bars it.") % name)
    return allowed(rule)


def _ask(question: Question[Document], who: Standing, document: Document) -> Decision:
    text = protocol_in_force().key
    return answer(question, who, document, text=text, state=document.state, knows=knows)
