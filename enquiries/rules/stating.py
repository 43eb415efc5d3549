"""What a member says that a request is, in plain words, and the facts that the rules make of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rulebook.facts import Facts
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.triage import FROM_HEAD_OF_SERVICE, Asker, Asks, Fact, Matter
from rulebook.wording import gettext_noop


class Kind(StrEnum):
    """What a request is, as the form asks it."""

    MATTER = "matter"
    COMPLAINT = "complaint"
    SERVICE = "service"
    RESEARCH = "research"
    OWN = "own"
    PARTY = "party"


USUAL = Kind.MATTER
LABELS: Mapping[Kind, str] = {
    Kind.MATTER: gettext_noop("Information, advice or help with a matter"),
    Kind.COMPLAINT: gettext_noop("A resident’s complaint about the council"),
    Kind.SERVICE: gettext_noop("A service for a resident"),
    Kind.RESEARCH: gettext_noop("Research or a longer piece of work"),
    Kind.OWN: gettext_noop("My own affairs as a resident or customer"),
    Kind.PARTY: gettext_noop("Work for my party or group"),
}
# The same where democratic services write it down.
FOR_OTHERS: Mapping[Kind, str] = {
    Kind.OWN: gettext_noop("The member’s own affairs as a resident or customer"),
    Kind.PARTY: gettext_noop("Work for the member’s party or group"),
}
HINTS: Mapping[Kind, str] = {
    Kind.MATTER: gettext_noop("Chasing an earlier report is this too."),
    Kind.SERVICE: gettext_noop("For example a new repair or a missed bin."),
}

# What each choice says of the request; what it leaves open nobody has said.
_SAID: Mapping[Kind, Mapping[Fact, str | bool]] = {
    Kind.MATTER: {Fact.ASKS_FOR: Asks.INFORMATION.value, Fact.PARTY_POLITICAL: False},
    Kind.COMPLAINT: {
        Fact.ASKS_FOR: Asks.CONSTITUENT_COMPLAINT.value,
        Fact.FOR_CONSTITUENT: True,
        Fact.PARTY_POLITICAL: False,
    },
    Kind.SERVICE: {
        Fact.ASKS_FOR: Asks.SERVICE.value,
        Fact.FOR_CONSTITUENT: True,
        Fact.PARTY_POLITICAL: False,
    },
    Kind.RESEARCH: {Fact.ASKS_FOR: Asks.RESEARCH.value, Fact.PARTY_POLITICAL: False},
    Kind.OWN: {
        Fact.ASKS_FOR: Asks.SERVICE.value,
        Fact.FOR_CONSTITUENT: False,
        Fact.PARTY_POLITICAL: False,
    },
    Kind.PARTY: {Fact.PARTY_POLITICAL: True},
}
_FACTS_ALONE = (Asks.INFORMATION.value, Asks.RESEARCH.value)


@dataclass(frozen=True)
class Stated:
    """What the form says: the kind, and what it asks only where the text makes something hang on it."""

    kind: Kind = USUAL
    within_remit: bool | None = None
    factual_only: bool = False


def said_of(stated: Stated) -> dict[str, str | bool]:
    """The facts that the words of the form come to."""
    said = {fact.value: value for fact, value in _SAID[stated.kind].items()}
    if stated.within_remit is not None:
        said[Fact.WITHIN_REMIT.value] = stated.within_remit
    # Who asks for a service or brings a complaint does not ask for facts alone.
    if stated.factual_only and said.get(Fact.ASKS_FOR.value) in _FACTS_ALONE:
        said[Fact.FACTUAL_ONLY.value] = True
    return said


def _holds(facts: Facts, said: Mapping[Fact, str | bool]) -> bool:
    return all(facts.get(fact.value) == value for fact, value in said.items())


def stated_in(facts: Facts) -> Stated:
    """What the form said, read back from the facts that were kept."""
    kind = next((kind for kind, said in _SAID.items() if _holds(facts, said)), USUAL)
    within = facts.get(Fact.WITHIN_REMIT.value)
    only = facts.get(Fact.FACTUAL_ONLY.value) is True
    return Stated(kind, within if isinstance(within, bool) else None, only)


def post_addressed(posts: Collection[Post], *, is_liaison: bool = False) -> Post:
    """As whom an officer is addressed: the highest post held, liaison with members, else just an officer."""
    held = [post for post in reversed(FROM_HEAD_OF_SERVICE) if post in posts]
    if held:
        return held[0]
    if is_liaison or Post.DEMOCRATIC_SERVICES in posts:
        return Post.DEMOCRATIC_SERVICES
    return Post.POLITICAL_ASSISTANT if Post.POLITICAL_ASSISTANT in posts else Post.OFFICER


def asks_remit(protocol: Protocol, asker: Asker) -> bool:
    """Whether the form asks a co-opted member if it is within the remit: only where the text goes by it."""
    return asker is Asker.CO_OPTED_MEMBER and protocol.triage.asks(Matter.REMIT, Fact.WITHIN_REMIT)


def asks_factual(protocol: Protocol) -> bool:
    """Whether the form asks if facts alone are wanted: only where such an enquiry may go to any officer."""
    return protocol.triage.asks(Matter.REDIRECT, Fact.FACTUAL_ONLY)


def assistants_may_ask(protocol: Protocol) -> bool:
    """Whether the text puts a political assistant in a member’s place."""
    return Asker.POLITICAL_ASSISTANT in protocol.triage.as_member


# How the text's own pages say what a request hangs on, for officers.
HANGS_ON: Mapping[Fact, str] = {
    Fact.ASKED_BY: gettext_noop("who asks"),
    Fact.ASKS_FOR: gettext_noop("what is asked for"),
    Fact.FOR_CONSTITUENT: gettext_noop("whether it is asked for a resident"),
    Fact.PARTY_POLITICAL: gettext_noop("whether it is party political work"),
    Fact.ESTABLISHED_PROCEDURE: gettext_noop("whether there is an established procedure for it"),
    Fact.WITHIN_REMIT: gettext_noop("whether it is within the co-opted member’s remit"),
    Fact.ON_BEHALF_OF_NAMED_MEMBER: gettext_noop("for which member it is asked"),
    Fact.WRITTEN_AUTHORITY: gettext_noop("whether the resident’s written authority is shown"),
    Fact.PERSONAL_DATA: gettext_noop("whether it asks for personal data"),
    Fact.IN_PUBLIC_DOMAIN: gettext_noop("whether the information is public already"),
    Fact.DATA_PROTECTION_BARS: gettext_noop("whether data protection law bars giving it"),
    Fact.FACTUAL_ONLY: gettext_noop("whether only facts are wanted"),
    Fact.ADDRESSED_TO: gettext_noop("to whom it was addressed"),
    Fact.DISPROPORTIONATE: gettext_noop("whether it is too great a burden"),
    Fact.ACCESS_DISPUTED: gettext_noop("whether access is disputed"),
    Fact.INFORMATION_WITHHELD: gettext_noop("whether information is withheld"),
    Fact.MEMBER_DISSATISFIED: gettext_noop("whether the member is dissatisfied"),
    Fact.RIGHT_ARISES_UNDER: gettext_noop("whether a law gives a right to it, and which"),
    Fact.CHANNEL: gettext_noop("how it came"),
}
