"""Who keeps the list of those who know what a document holds, and who enters talk that must be kept."""

from django.utils.translation import gettext_lazy

from access_rules.models import Document
from access_rules.policies.keeping import determines, keeps_papers
from access_rules.policies.knowing import knows
from access_rules.queries.privy import is_privy
from casework.policies.asking import Question, answer, rule_of
from council.queries import Standing, protocol_in_force
from council.rules import Role
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty

_NOT_YOURS = gettext_lazy(
    "Democratic services and the statutory officers keep the list of who knows. Whoever was there and is an"
    " officer adds to it for talk in a session or a group’s meeting."
)


def _keeps(who: Standing, document: Document) -> bool:
    return keeps_papers(who) or determines(who)


def _was_there(who: Standing, document: Document) -> bool:
    """An officer who heard the talk: whom the texts bind to keep it from other groups (WF 4.5, HA 4.17)."""
    heard = document.is_session_talk and who.has(Role.OFFICER)
    return heard and is_privy(who.person, document, who.on)


SEE: Question[Document] = Question(duty=Duty.HANDLE, part=_keeps, not_yours=_NOT_YOURS)
ADD: Question[Document] = Question(
    duty=Duty.HANDLE,
    part=lambda who, document: _keeps(who, document) or _was_there(who, document),
    not_yours=_NOT_YOURS,
)


def may_see_privy(who: Standing, document: Document) -> Decision:
    """Whether the person reads the whole list, with the reasons: keepers and statutory officers.

    Whoever is on it learns from the page on handling that they are, and with whom they may speak.
    """
    return _ask(SEE, who, document)


def may_add_privy(who: Standing, document: Document) -> Decision:
    """Whether the person names somebody as knowing it; an officer who heard a session’s talk may too."""
    return _ask(ADD, who, document)


def may_end_privy(who: Standing, document: Document) -> Decision:
    """Whether the person takes somebody off the list, with a reason."""
    return _ask(SEE, who, document)


def may_enter_talk(who: Standing) -> Decision:
    """Whether the person enters that something was talked of in a closed session or a group’s meeting."""
    rule = rule_of(Duty.HANDLE, protocol_in_force().key)
    if keeps_papers(who) or determines(who) or who.has(Role.OFFICER):
        return allowed(rule)
    return refused(rule, str(gettext_lazy("Officers who were there enter it, and democratic services.")))


def _ask(question: Question[Document], who: Standing, document: Document) -> Decision:
    text = protocol_in_force().key
    return answer(question, who, document, text=text, state=document.state, knows=knows)
