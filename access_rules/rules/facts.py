"""The facts of a question about a document: who asks, for what, and how; each must fit its kind."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from access_rules.rules import words as of
from rulebook.facts import UNKNOWN, FactFault, Facts, Unknown, choice, only, text, truth

Truth = bool | Unknown


@dataclass(frozen=True)
class Person:
    """Who asks; a fact that was left out is UNKNOWN, and None stands for none."""

    kind: of.Kind | Unknown = UNKNOWN
    capacity: of.Capacity | Unknown | None = UNKNOWN
    on_deciding_body: Truth = UNKNOWN
    interest: of.Interest | Unknown | None = UNKNOWN
    need_to_know: of.Need | Unknown | None = UNKNOWN
    remit: of.Remit | Unknown | None = UNKNOWN
    scrutiny_link: of.Link | Unknown | None = UNKNOWN
    group: str | Unknown | None = UNKNOWN
    on_behalf_of: of.Kind | Unknown | None = UNKNOWN
    privy: Truth = UNKNOWN
    is_chair: Truth = UNKNOWN
    interpretation_dispute: Truth = UNKNOWN
    parish_vacancy_co_option: Truth = UNKNOWN


@dataclass(frozen=True)
class Document:
    """What is asked for."""

    title: str | Unknown | None = UNKNOWN
    body: of.Body | Unknown = UNKNOWN
    stage: of.Stage | Unknown | None = UNKNOWN
    meeting: of.Meeting | Unknown | None = UNKNOWN
    status: of.Status | Unknown = UNKNOWN
    held: Truth = UNKNOWN
    report_or_background_paper: Truth = UNKNOWN
    age_years: float | Unknown | None = UNKNOWN
    sch12a: tuple[of.Paragraph, ...] | Unknown = UNKNOWN
    public_interest: of.PublicInterest | Unknown | None = UNKNOWN
    contract_terms: Truth = UNKNOWN
    registrable: Truth = UNKNOWN
    own_development: Truth = UNKNOWN
    political_adviser_advice: of.Advice | Unknown | None = UNKNOWN
    key_decision: Truth = UNKNOWN
    confidential_source: of.ConfidentialSource | Unknown | None = UNKNOWN
    background_paper: Truth = UNKNOWN
    group_internal: of.GroupInternal | Unknown | None = UNKNOWN
    group_report: Truth = UNKNOWN
    group_request: Truth = UNKNOWN
    unreasonable: Truth = UNKNOWN
    author_consents: Truth = UNKNOWN
    private_letter: Truth = UNKNOWN
    personal_data: of.PersonalData | Unknown | None = UNKNOWN
    part_exempt: Truth = UNKNOWN
    closed_minutes: Truth = UNKNOWN
    session_talk: Truth = UNKNOWN
    dp_breach_likely: Truth = UNKNOWN
    accounts: Truth = UNKNOWN
    third_party_owned: Truth = UNKNOWN
    third_party_confidential: Truth = UNKNOWN
    consent: of.Consent | Unknown | None = UNKNOWN


@dataclass(frozen=True)
class Request:
    """How it is asked for, and what was found about the asking."""

    purpose: of.Purpose | Unknown | None = UNKNOWN
    scope: of.Scope | Unknown | None = UNKNOWN
    good_faith: Truth = UNKNOWN
    wants: of.Wants | Unknown | None = UNKNOWN
    regime: of.Regime | Unknown | None = UNKNOWN
    hours: float | Unknown | None = UNKNOWN
    authority: of.Authority | Unknown | None = UNKNOWN
    undertaking: of.Undertaking | Unknown | None = UNKNOWN


@dataclass(frozen=True)
class Asked:
    """The whole question: person, document and request; `lens` is None where both are wanted."""

    person: Person
    document: Document
    request: Request
    lens: of.Lens | None = None


# Where `null` says nothing: they hold unless somebody says otherwise.
TRUE_UNLESS_SAID = frozenset({"held", "report_or_background_paper", "good_faith"})
NO_NONE = frozenset({"kind", "body", "status"})
CHOICES: Mapping[str, Any] = {
    "kind": of.Kind,
    "capacity": of.Capacity,
    "interest": of.Interest,
    "need_to_know": of.Need,
    "remit": of.Remit,
    "scrutiny_link": of.Link,
    "on_behalf_of": of.Kind,
    "body": of.Body,
    "stage": of.Stage,
    "meeting": of.Meeting,
    "status": of.Status,
    "public_interest": of.PublicInterest,
    "political_adviser_advice": of.Advice,
    "confidential_source": of.ConfidentialSource,
    "group_internal": of.GroupInternal,
    "personal_data": of.PersonalData,
    "consent": of.Consent,
    "purpose": of.Purpose,
    "scope": of.Scope,
    "wants": of.Wants,
    "regime": of.Regime,
    "authority": of.Authority,
    "undertaking": of.Undertaking,
}


def known_facts(facts: Facts) -> Asked:
    """The facts of a question, each read by its kind; raises FactFault for what does not fit."""
    only(facts, ("lens", "person", "document", "request"))
    lens = None
    if facts.get("lens") is not None:
        read = choice(facts, "lens", of.Lens)
        lens = None if isinstance(read, Unknown) else read
    asked = Asked(
        Person(**_read(facts, "person", Person)),
        Document(**_read(facts, "document", Document)),
        Request(**_read(facts, "request", Request)),
        lens,
    )
    agree(asked)
    return asked


def _read(facts: Facts, name: str, kind: type) -> dict[str, Any]:
    given = facts.get(name, {})
    if given is None:
        given = {}
    if not isinstance(given, Mapping):
        raise FactFault(f"«{name}» is a JSON object, not {given!r}.")
    names = [field.name for field in fields(kind)]
    only(given, names)
    return {key: _value(given, key) for key in given}


def _value(given: Facts, key: str) -> object:
    if key in CHOICES:
        return None if given[key] is None and key not in NO_NONE else choice(given, key, CHOICES[key])
    reader = OTHERS.get(key)
    if reader is not None:
        return reader(given, key)
    value = truth(given, key)
    if value is None:
        return UNKNOWN if key in TRUE_UNLESS_SAID else False
    return value


def _number(given: Facts, key: str) -> float | None:
    value = given[key]
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or value < 0:
        raise FactFault(f"«{key}» is a number, zero or more, not {value!r}.")
    return value


def _paragraphs(given: Facts, key: str) -> tuple[of.Paragraph, ...]:
    value = given[key]
    if value is None:
        return ()
    allowed = list(of.Paragraph)
    if not isinstance(value, list | tuple) or not all(isinstance(p, str) and p in allowed for p in value):
        raise FactFault(f"«{key}» is a list of {', '.join(allowed)}, not {value!r}.")
    return tuple(dict.fromkeys(of.Paragraph(p) for p in value))


OTHERS: Mapping[str, Callable[[Facts, str], object]] = {
    "title": text,
    "group": text,
    "age_years": _number,
    "hours": _number,
    "sch12a": _paragraphs,
}


def agree(asked: Asked) -> None:
    """Refuses facts that cannot be so together; raises FactFault."""
    person, document = asked.person, asked.document
    contradictions = {
        "A public paper is exempt under no paragraph: «status» and «sch12a» contradict each other.": (
            document.status is of.Status.PUBLIC
            and not isinstance(document.sch12a, Unknown)
            and bool(document.sch12a)
        ),
        "Only a confidential paper has a «confidential_source»: it and «status» contradict each other.": (
            isinstance(document.confidential_source, of.ConfidentialSource)
            and document.status in (of.Status.PUBLIC, of.Status.UNCLASSIFIED)
        ),
        "Nobody from the public sits on the body: «kind» and «on_deciding_body» contradict each other.": (
            person.kind in of.EVERYBODY and person.on_deciding_body is True
        ),
        "«third_party_confidential» is somebody else’s information: «third_party_owned» contradicts it.": (
            document.third_party_confidential is True and document.third_party_owned is False
        ),
    }
    for sentence, there in contradictions.items():
        if there:
            raise FactFault(sentence)
