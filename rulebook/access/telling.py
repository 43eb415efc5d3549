"""Before a confidence is told: whom a text has asked, and on what the answer may rest."""

from collections.abc import Mapping
from enum import StrEnum

from rulebook.access import AccessTerms
from rulebook.access.duties import Advice, Handling
from rulebook.access.papers import ExemptLaw, ThirdParties
from rulebook.post import Post
from rulebook.stated import Cites
from rulebook.wording import gettext_noop


class Asked(StrEnum):
    """Who is asked: a post, or a regulator outside the council."""

    DIRECTOR = "director"
    MONITORING_OFFICER = "monitoring-officer"
    CLERK = "clerk"
    CHIEF_EXECUTIVE = "chief-executive"
    REGULATOR = "regulator"

    @property
    def post(self) -> Post | None:
        """The post; None for the regulator, who is no part of the council."""
        return None if self is Asked.REGULATOR else Post(self.value)


class Basis(StrEnum):
    """On what it rests that something may be told."""

    CONSENT = "consent"
    OWNER = "owner"
    AUTHORITY = "authority"
    CIRCLE = "circle"
    PUBLIC_INTEREST = "public-interest"
    LAW = "law"

    @property
    def says(self) -> str:
        """As the answer offers and shows it."""
        return BASES[self]


BASES = {
    Basis.CONSENT: gettext_noop("A person authorised to give it has consented"),
    Basis.OWNER: gettext_noop("The person whose information it is has consented"),
    Basis.AUTHORITY: gettext_noop("It is passed on with authority"),
    Basis.CIRCLE: gettext_noop(
        "It stays in private session, or in private with the members and officers concerned"
    ),
    Basis.PUBLIC_INTEREST: gettext_noop("The public interest outweighs the confidence"),
    Basis.LAW: gettext_noop("The law requires it"),
}
_ADVISERS = {
    Advice.MONITORING_OFFICER: Asked.MONITORING_OFFICER,
    Advice.CHIEF_EXECUTIVE: Asked.CHIEF_EXECUTIVE,
}
_CHECKED_WITH = (Asked.DIRECTOR, Asked.MONITORING_OFFICER, Asked.CLERK, Asked.REGULATOR)


def who_is_asked(terms: AccessTerms) -> Mapping[Asked, Cites]:
    """Whom the text has asked before something is told, with its paragraphs, in the order of the text.

    MW 6.5 names four. Where a text names nobody for it, it is whom the text has asked in doubt (WF 1.2,
    HA 1.2, WO AI.5, PA ATI.5).
    """
    if Handling.CHECKED_FIRST in terms.handling:
        return dict.fromkeys(_CHECKED_WITH, terms.handling[Handling.CHECKED_FIRST])
    return {_ADVISERS[one]: cites for one, cites in terms.advice.items() if one in _ADVISERS}


def may_rest_on(terms: AccessTerms) -> Mapping[Basis, Cites]:
    """On what the answer «may be told» can rest, with the paragraphs that say so.

    What the law requires may be told under every text; Wokingham’s says it (AI.9).
    """
    handling, others = terms.handling, terms.third_parties
    public = (*handling.get(Handling.MEMBER_SHOWS_INTEREST, ()), *handling.get(Handling.CHECKED_FIRST, ()))
    consent = handling.get(Handling.CONSENT_OR_LAW, ())
    found = {
        Basis.CONSENT: consent,
        Basis.OWNER: others.get(ThirdParties.OWNERS_CONSENT, ()),
        Basis.AUTHORITY: handling.get(Handling.NO_ONWARD, ()),
        Basis.CIRCLE: handling.get(Handling.PRIVATE_SESSION, ()),
        Basis.PUBLIC_INTEREST: public,
    }
    return {**{basis: cites for basis, cites in found.items() if cites}, Basis.LAW: consent}


def held_meanwhile(terms: AccessTerms) -> Cites:
    """The paragraphs by which it stays confidential until the answer is there (MW 6.4, HA 4.24); or none."""
    unsure = terms.handling.get(Handling.HELD_WHILE_UNSURE, ())
    return (*unsure, *terms.exempt_law.get(ExemptLaw.DOUBT_STAYS_CLOSED, ()))
