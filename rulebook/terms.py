"""The terms of a text in words: what the page «What this protocol says» and docs/rules.md print.

A new field of `Protocol` that knows its own words is one line in `PARTS`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from rulebook.citation import Citation
from rulebook.duty import Duty
from rulebook.obligations import obligations
from rulebook.post import Post
from rulebook.protocol import EnquiryKind, Protocol
from rulebook.register import registers_in_words
from rulebook.term import Term, Topic
from rulebook.wording import listed

KINDS = {
    EnquiryKind.MEMBER_ENQUIRY: "members’ enquiries",
    EnquiryKind.CORRESPONDENCE: "other correspondence from members",
    EnquiryKind.FOI: "requests under the Freedom of Information Act",
    EnquiryKind.EIR: "requests for environmental information",
    EnquiryKind.SAR: "requests of a person for their own data",
}
# The rules of law that decide these kinds, whatever a text says of them.
BY_LAW = {EnquiryKind.FOI: "foi-reply", EnquiryKind.EIR: "eir-reply", EnquiryKind.SAR: "sar-reply"}
# What `_enquiries` says itself; of the other duties their own sentence is printed.
SAID_ALREADY = {Duty.LOG_ENQUIRY, Duty.REPLY, Duty.ADDRESS, Duty.HOLDING_REPLY}


def post_name(post: Post) -> str:
    """The post in plain English: «section 151 officer»."""
    return post.value.replace("-", " ")


def _by(duty: Duty) -> str:
    """The duty where the portal does something about it, by the register of obligations; else nothing."""
    return duty.value if any(row.by == duty for row in obligations()) else ""


def _posts(text: Protocol) -> Iterator[Term]:
    for post, titled in text.posts.items():
        says = f"The {post_name(post)} is called «{titled.title}»."
        if titled.title.lower() == post_name(post):
            says = f"The protocol names the {titled.title}."
        yield Term(Topic.POSTS, says, titled.cites)


def _enquiries(text: Protocol) -> Iterator[Term]:
    yield from (_kind(text), _reply(text), _address(text), _holding(text))
    for kind, cites in text.enquiries.other_cites.items():
        yield _other(kind, cites)
    spoken = [duty for duty in Duty if duty not in SAID_ALREADY and not text.is_silent_on(duty)]
    for duty in spoken:
        yield Term(Topic.ENQUIRIES, duty.sentence, text.cite(duty), _by(duty))
    silent = [duty.label for duty in Duty if duty not in SAID_ALREADY and text.is_silent_on(duty)]
    if silent:
        says = f"The protocol says nothing of these steps: {listed([one.lower() for one in silent])}."
        yield Term(Topic.ENQUIRIES, says)


def _kind(text: Protocol) -> Term:
    cites = text.cite(Duty.LOG_ENQUIRY)
    says = f"What a member sends through the portal is, in this text’s words: {text.words.enquiry}."
    if not cites:
        says = "The protocol says nothing of how a member makes an enquiry."
    return Term(Topic.ENQUIRIES, says, cites, _by(Duty.LOG_ENQUIRY))


def _reply(text: Protocol) -> Term:
    limit, cites = text.enquiries.reply, text.cite(Duty.REPLY)
    if limit is not None:
        says = f"The {text.words.reply} is due within {limit} of receipt."
    elif cites:
        says = "The reply is to be timely. The protocol gives no number of days: a local term sets it."
    else:
        says = "The protocol says nothing of a time for the reply. A local term sets it."
    return Term(Topic.ENQUIRIES, says, cites, _by(Duty.REPLY))


def _address(text: Protocol) -> Term:
    lowest, cites = text.enquiries.addressed_from, text.cite(Duty.ADDRESS)
    if lowest is None:
        return Term(Topic.ENQUIRIES, "The protocol names no officer to whom an enquiry goes.", cites)
    says = f"An enquiry goes to an officer of the grade {text.title_of(lowest)} or above"
    says += ", or to an officer named for members’ enquiries." if text.enquiries.to_liaison_officers else "."
    return Term(Topic.ENQUIRIES, says, cites, _by(Duty.ADDRESS))


def _holding(text: Protocol) -> Term:
    duty = Duty.HOLDING_REPLY
    if text.enquiries.holding_reply:
        return Term(Topic.ENQUIRIES, duty.sentence, text.cite(duty), _by(duty))
    says = (
        "The protocol says nothing of a holding reply. The portal asks for the same parts where one is sent."
    )
    return Term(Topic.ENQUIRIES, says, text.cite(duty), _by(duty))


def _other(kind: EnquiryKind, cites: tuple[Citation, ...]) -> Term:
    if kind in BY_LAW:
        says = f"The law sets the time for {KINDS[kind]}"
        return Term(
            Topic.ENQUIRIES,
            f"{says}{'.' if cites else '; the protocol says nothing of them.'}",
            cites,
            BY_LAW[kind],
        )
    says = f"The protocol gives no number of days for {KINDS[kind]}."
    return Term(Topic.ENQUIRIES, says if cites else f"The protocol says nothing of {KINDS[kind]}.", cites)


PARTS: tuple[Callable[[Protocol], Iterator[Term] | tuple[Term, ...]], ...] = (
    _posts,
    _enquiries,
    lambda text: text.triage.in_words(),
    lambda text: text.correspondence.in_words(),
    lambda text: text.complaints.in_words(),
    lambda text: text.briefings.in_words(),
    lambda text: text.elections.in_words(),
    lambda text: text.access.in_words(),
    lambda text: registers_in_words(text.registers),
    lambda text: text.signing.in_words(),
)


def terms_in_words(text: Protocol) -> Mapping[Topic, tuple[Term, ...]]:
    """Every term of the text as a sentence, by topic in their order; a topic without terms is left out.

    What is said in the same words twice is one term with all its paragraphs.
    """
    every = [term for part in PARTS for term in part(text)]
    found = {topic: _each_once(term for term in every if term.topic is topic) for topic in Topic}
    return {topic: terms for topic, terms in found.items() if terms}


def _each_once(terms: Iterable[Term]) -> tuple[Term, ...]:
    once: dict[str, Term] = {}
    for term in terms:
        before = once.get(term.says, replace(term, cites=()))
        once[term.says] = replace(before, cites=tuple(dict.fromkeys((*before.cites, *term.cites))))
    return tuple(once.values())
