"""Reads the facts of a group's request: each must fit its kind, and none may contradict another."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rulebook.briefing.request import Form
from rulebook.facts import UNKNOWN, FactFault, Unknown, choice, only, truth
from rulebook.post import Post

Given = Mapping[str, object]


class Fact(StrEnum):
    """The facts of the question, in the order in which an answer names them."""

    REQUESTED_BY = "requested_by"
    ASKED_OF = "asked_of"
    FORM = "form"
    COUNCIL_BUSINESS = "council_business"
    SEEKS_CONFIDENTIAL = "seeks_confidential"
    PARTY_POLITICAL = "party_political"
    NON_MEMBERS_ATTENDING = "non_members_attending"
    ORGANISED_BY = "organised_by"
    BRIEFER = "briefer"
    ACCOMPANIED_BY = "accompanied_by"
    JUNIOR_HAS_SPECIALIST_KNOWLEDGE = "junior_has_specialist_knowledge"
    NOMINATED_BY_DIRECTOR = "nominated_by_director"
    REPRESENTATIVE = "representative"
    CHIEF_EXECUTIVE_ABSENT = "chief_executive_absent"
    DEEMED_UNREASONABLE = "deemed_unreasonable"
    ALREADY_BRIEFED = "already_briefed_another_group_on_this"
    RECOMMENDS = "recommends"
    OTHER_GROUPS = "other_groups"


class RequestedBy(StrEnum):
    """Who asks; a member asks on the group's behalf, or has no group at all."""

    GROUP_LEADER = "group-leader"
    GROUP_MEMBER = "group-member"
    MEMBER_WITHOUT_GROUP = "member-without-group"


class Organiser(StrEnum):
    """Whose meeting it is."""

    GROUP = "group"
    PARTY = "party"


class Speaker(StrEnum):
    """The grade of whoever speaks, or comes along, on the day; an «officer» is none of the senior ones."""

    SENIOR = "senior-officer"
    JUNIOR = "junior-officer"
    OFFICER = "officer"


@dataclass(frozen=True)
class Facts:
    """What is known of a request; what is not stands as unknown.

    `organised_by`, `briefer` and `accompanied_by` are None where there is no meeting, or nobody comes.
    `other_groups` is how many groups there are besides the one that asks, on the day of the answer.
    A page builds it from the case.
    """

    requested_by: RequestedBy | Unknown = UNKNOWN
    asked_of: Post | Unknown = UNKNOWN
    form: Form | Unknown = UNKNOWN
    council_business: bool | Unknown = UNKNOWN
    seeks_confidential: bool | Unknown = UNKNOWN
    party_political: bool | Unknown = UNKNOWN
    non_members_attending: bool | Unknown = UNKNOWN
    organised_by: Organiser | Unknown | None = UNKNOWN
    briefer: Speaker | Unknown | None = UNKNOWN
    accompanied_by: Speaker | Unknown | None = UNKNOWN
    junior_has_specialist_knowledge: bool | Unknown = UNKNOWN
    nominated_by_director: bool | Unknown = UNKNOWN
    representative: bool | Unknown = UNKNOWN
    chief_executive_absent: bool | Unknown = UNKNOWN
    deemed_unreasonable: bool | Unknown = UNKNOWN
    already_briefed_another_group_on_this: bool | Unknown = UNKNOWN
    recommends: bool | Unknown = UNKNOWN
    other_groups: int | Unknown = UNKNOWN


def known_facts(given: Given) -> Facts:
    """The facts of a scenario; `null` is no, none or nobody; raises FactFault."""
    only(given, [fact.value for fact in Fact])
    facts = Facts(
        requested_by=choice(given, Fact.REQUESTED_BY, RequestedBy),
        asked_of=choice(given, Fact.ASKED_OF, Post),
        form=choice(given, Fact.FORM, Form),
        council_business=_whether(given, Fact.COUNCIL_BUSINESS),
        seeks_confidential=_whether(given, Fact.SEEKS_CONFIDENTIAL),
        party_political=_whether(given, Fact.PARTY_POLITICAL),
        non_members_attending=_whether(given, Fact.NON_MEMBERS_ATTENDING),
        organised_by=None if _none(given, Fact.ORGANISED_BY) else choice(given, Fact.ORGANISED_BY, Organiser),
        briefer=_speaker(given, Fact.BRIEFER),
        accompanied_by=_speaker(given, Fact.ACCOMPANIED_BY),
        junior_has_specialist_knowledge=_whether(given, Fact.JUNIOR_HAS_SPECIALIST_KNOWLEDGE),
        nominated_by_director=_whether(given, Fact.NOMINATED_BY_DIRECTOR),
        representative=_whether(given, Fact.REPRESENTATIVE),
        chief_executive_absent=_whether(given, Fact.CHIEF_EXECUTIVE_ABSENT),
        deemed_unreasonable=_whether(given, Fact.DEEMED_UNREASONABLE),
        already_briefed_another_group_on_this=_whether(given, Fact.ALREADY_BRIEFED),
        recommends=_whether(given, Fact.RECOMMENDS),
        other_groups=_count(given, Fact.OTHER_GROUPS),
    )
    if facts.already_briefed_another_group_on_this is True and facts.other_groups == 0:
        raise FactFault(
            f"«{Fact.ALREADY_BRIEFED}» (true) and «{Fact.OTHER_GROUPS}» (0) contradict each other."
        )
    return facts


def _none(given: Given, fact: Fact) -> bool:
    return given.get(fact, UNKNOWN) is None


def _whether(given: Given, fact: Fact) -> bool | Unknown:
    value = truth(given, fact)
    return False if value is None else value


def _speaker(given: Given, fact: Fact) -> Speaker | Unknown | None:
    return None if _none(given, fact) else choice(given, fact, Speaker)


def _count(given: Given, fact: Fact) -> int | Unknown:
    value = given.get(fact, UNKNOWN)
    if isinstance(value, Unknown):
        return UNKNOWN
    if value is None:
        return 0
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise FactFault(f"«{fact}» is how many groups there are, a whole number from 0, not {value!r}.")
