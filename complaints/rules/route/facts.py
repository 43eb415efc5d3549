"""Reads the facts of a complaint: each must fit its kind, and a post must be one that its holder can have."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from complaints.rules.route.parties import OFFICER_POSTS, Party
from council.rules.posts import MEMBERS_POSTS
from rulebook.complaint import Allegation, Employer, PartyKind, Severity
from rulebook.facts import UNKNOWN, FactFault, Facts, Unknown, choice, only, truth
from rulebook.post import Post


class Fact(StrEnum):
    """The facts of the question."""

    COMPLAINANT = "complainant"
    SUBJECT = "subject"
    INFORMAL_TRIED = "informal_tried"
    IN_PUBLIC = "in_public"
    ALLEGES = "alleges"
    SEVERITY = "severity"
    UPHELD = "upheld"


# Posts of the house that the scenario files do not name.
NOT_IN_FACTS = frozenset({Post.PROPER_OFFICER, Post.DEMOCRATIC_SERVICES})
POSTS = {
    PartyKind.MEMBER: MEMBERS_POSTS,
    PartyKind.OFFICER: OFFICER_POSTS - NOT_IN_FACTS,
    PartyKind.PUBLIC: frozenset[Post](),
}


@dataclass(frozen=True)
class Complaint:
    """What is known of a complaint; what is not stands as unknown.

    `severity` is None where it was not graded. `toward_officers`: whether a member is complained about for
    conduct toward officers, which whoever logs it says. `passed_over`: whoever complains does not settle it
    informally first, for a reason that they give or that stands by rule (bullying: HA-1.3).
    """

    complainant: Party | Unknown = UNKNOWN
    subject: Party | Unknown = UNKNOWN
    informal_tried: bool | Unknown = UNKNOWN
    in_public: bool | Unknown = UNKNOWN
    alleges: frozenset[Allegation] | Unknown = UNKNOWN
    severity: Severity | Unknown | None = UNKNOWN
    upheld: bool | Unknown = UNKNOWN
    toward_officers: bool = True
    passed_over: bool = False


def known_complaint(facts: Facts) -> Complaint:
    """The complaint of a scenario; raises FactFault.

    A party without a post holds none, and an officer is the authority’s own unless it is said otherwise.
    """
    only(facts, [fact.value for fact in Fact])
    return Complaint(
        complainant=_party(facts, Fact.COMPLAINANT),
        subject=_party(facts, Fact.SUBJECT),
        informal_tried=_whether(facts, Fact.INFORMAL_TRIED),
        in_public=_whether(facts, Fact.IN_PUBLIC),
        alleges=_alleged(facts),
        severity=None
        if facts.get(Fact.SEVERITY, UNKNOWN) is None
        else choice(facts, Fact.SEVERITY, Severity),
        upheld=_whether(facts, Fact.UPHELD),
    )


def _whether(facts: Facts, fact: Fact) -> bool | Unknown:
    value = truth(facts, fact)
    return False if value is None else value


def _alleged(facts: Facts) -> frozenset[Allegation] | Unknown:
    value = facts.get(Fact.ALLEGES, UNKNOWN)
    if value is UNKNOWN:
        return UNKNOWN
    if value is None:
        return frozenset()
    if isinstance(value, list | tuple) and all(one in list(Allegation) for one in value):
        return frozenset(Allegation(one) for one in value)
    raise FactFault(f"«{Fact.ALLEGES}» is a list of {', '.join(Allegation)}, not {value!r}.")


def _party(facts: Facts, fact: Fact) -> Party | Unknown:
    value = facts.get(fact, UNKNOWN)
    if value is UNKNOWN:
        return UNKNOWN
    if not isinstance(value, Mapping):
        raise FactFault(f'«{fact}» is an object such as {{"kind": "member"}}, not {value!r}.')
    try:
        only(value, ("kind", "post", "employer"))
        return _read(value)
    except FactFault as fault:
        raise FactFault(f"«{fact}»: {fault}") from fault


def _read(value: Facts) -> Party | Unknown:
    kind = choice(value, "kind", PartyKind)
    post = UNKNOWN if value.get("post", None) is None else choice(value, "post", Post)
    if isinstance(kind, Unknown):
        kind = _kind_by(post)
    if isinstance(kind, Unknown):
        return UNKNOWN
    posts = frozenset[Post]() if isinstance(post, Unknown) else frozenset({post})
    if posts - POSTS[kind]:
        raise FactFault(f"«post» {', '.join(posts)} and «kind» {kind} contradict each other.")
    return Party(kind, posts, _employer(value, kind))


def _kind_by(post: Post | Unknown) -> PartyKind | Unknown:
    """What somebody is whose kind was left out: their post tells it."""
    if isinstance(post, Unknown):
        return UNKNOWN
    return PartyKind.MEMBER if post in MEMBERS_POSTS else PartyKind.OFFICER


def _employer(value: Facts, kind: PartyKind) -> Employer:
    if value.get("employer", None) is None:
        return Employer.COUNCIL
    employer = choice(value, "employer", Employer)
    if kind is not PartyKind.OFFICER:
        raise FactFault(f"«employer» and «kind» {kind} contradict each other: only an officer has one.")
    return Employer.COUNCIL if isinstance(employer, Unknown) else employer
