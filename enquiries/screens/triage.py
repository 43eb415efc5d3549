"""What the protocol says of an enquiry, as pages show it: before it is sent, to officers, to the member."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from council.queries import Standing
from enquiries import policies
from enquiries.clock import Clock
from enquiries.models import Enquiry
from enquiries.policies.redirecting import may_redirect
from enquiries.policies.triage import answer_for, is_barred
from enquiries.policies.withholding import may_ask_for_authority, may_withhold
from enquiries.rules import PROCESSES
from enquiries.rules.stating import HANGS_ON
from enquiries.screens.panel import Panel
from enquiries.states import UNANSWERED
from rulebook.citation import Citation
from rulebook.decision import Answer, Decision
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.protocols import protocol
from rulebook.triage import Fact, Handling
from rulebook.wording import listed

TITLES = {
    Handling.MEMBER_ENQUIRY: gettext_lazy("An enquiry"),
    Handling.SERVICE_REQUEST: gettext_lazy("A service request"),
    Handling.CORPORATE_COMPLAINT: gettext_lazy("A complaint, not an enquiry"),
    Handling.ESTABLISHED_PROCEDURE: gettext_lazy("It has a procedure of its own"),
    Handling.FOI: gettext_lazy("A freedom of information request"),
    Handling.EIR: gettext_lazy("A request for environmental information"),
    Handling.SAR: gettext_lazy("A subject access request"),
    Handling.REDIRECT: gettext_lazy("Handed on, and no day is lost"),
    Handling.ASK_WHICH_MEMBER: gettext_lazy("Say for which member you ask"),
    Handling.ASK_FOR_AUTHORITY: gettext_lazy("The resident’s authority is needed"),
    Handling.REFER: gettext_lazy("For the %(post)s"),
    Handling.MAY_DECLINE: gettext_lazy("Officers may decline this"),
    Handling.REFUSE: gettext_lazy("Officers cannot do this"),
}
# What goes its ordinary way; everything else is shown open.
_ORDINARY = (Handling.MEMBER_ENQUIRY, Handling.REDIRECT)


@dataclass(frozen=True)
class Way:
    """A page by which an officer does what the text says, and the policy of that page."""

    text: str | Promise
    name: str
    policy: Callable[[Standing, Enquiry], Decision]


# What the panel offers beside each answer, by the name of the page; a part that comes adds its line.
WAYS: dict[Handling | None, tuple[Way, ...]] = {
    Handling.MAY_DECLINE: (Way(gettext_lazy("Decline it"), "enquiry-decline", policies.may_decline),),
    Handling.REFUSE: (Way(gettext_lazy("Withhold it"), "enquiry-withhold", may_withhold),),
    Handling.ASK_FOR_AUTHORITY: (
        Way(gettext_lazy("Ask for the resident’s authority"), "enquiry-authority", may_ask_for_authority),
    ),
    **dict.fromkeys(
        (*PROCESSES, Handling.REFER),
        (Way(gettext_lazy("Move it there"), "enquiry-redirect", may_redirect),),
    ),
}


@dataclass(frozen=True)
class Becomes:
    """What becomes of a request: a heading, the text’s sentence with its paragraphs, whether it is barred.

    `hangs_on` names in words what nobody has said yet that could make it another.
    """

    title: str
    says: str
    citations: tuple[Citation, ...]
    is_barred: bool
    is_ordinary: bool
    hangs_on: str
    handling: Handling | None


def becomes(answer: Answer, text: Protocol) -> Becomes:
    """The answer of the rules as pages show it, with the posts called as the text calls them."""
    handling = Handling(str(answer["handling"])) if answer["handling"] else None
    title = str(TITLES[handling]) if handling else _("It is not clear yet")
    if handling is Handling.REFER:
        title %= {"post": _posts(answer, text)}
    return Becomes(
        title=title,
        says=_(answer.reason),
        citations=tuple({cite.label: cite for cite in reversed(answer.cite)}.values())[::-1],
        is_barred=is_barred(answer),
        is_ordinary=handling in _ORDINARY and not answer.gap,
        handling=handling,
        hangs_on=listed([_(HANGS_ON[Fact(one)]) for one in answer.hangs_on]),
    )


def _posts(answer: Answer, text: Protocol) -> str:
    to = answer["to"]
    posts = [one for one in to if isinstance(one, Post)] if isinstance(to, tuple) else []
    return listed([text.title_of(post) for post in posts])


def for_enquiry(enquiry: Enquiry, *, clock: Clock | None = None) -> Becomes | None:
    """What becomes of an enquiry that was sent; None for one of which nothing was said."""
    answer = answer_for(enquiry, clock=clock)
    return becomes(answer, protocol(enquiry.protocol)) if answer else None


def officers_panel(who: Standing, enquiry: Enquiry, clock: Clock) -> Panel | None:
    """«What the protocol says of this», for officers and routers while a reply is owed."""
    if enquiry.state not in UNANSWERED or not policies.is_handler(who, enquiry):
        return None
    found = for_enquiry(enquiry, clock=clock)
    if found is None:
        return None
    given = {"becomes": found, "addressed_to": enquiry.addressed_to, "ways": _ways(who, enquiry, found)}
    return Panel("enquiries/triage_officer.html", given)


def _ways(who: Standing, enquiry: Enquiry, found: Becomes) -> list[dict[str, str]]:
    """The pages by which an officer follows what the text says, those that this person may use now."""
    return [
        {"text": str(way.text), "url": reverse(way.name, args=[enquiry.reference])}
        for way in WAYS.get(found.handling, ())
        if way.policy(who, enquiry).allowed
    ]


def members_panel(who: Standing, enquiry: Enquiry, clock: Clock) -> Panel | None:
    """Where it goes and by which rule, for the member, where that is no ordinary enquiry’s way."""
    if enquiry.state not in UNANSWERED:
        return None
    found = for_enquiry(enquiry, clock=clock)
    if found is None or (found.is_ordinary and enquiry.addressed_to is None):
        return None
    return Panel("enquiries/triage_member.html", {"becomes": found, "addressed_to": enquiry.addressed_to})
