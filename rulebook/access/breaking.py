"""A confidence was broken: the procedure to which a text sends it, by whether a member or an officer did."""

from enum import StrEnum

from rulebook.access import AccessTerms
from rulebook.access.duties import Handling
from rulebook.stated import Cites
from rulebook.wording import gettext_noop


class ByWhom(StrEnum):
    """Who is said to have broken it."""

    MEMBER = "member"
    OFFICER = "officer"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """As the form offers it."""
        return WHO[self]


class Procedure(StrEnum):
    """Where a report goes."""

    STANDARDS = "standards"
    DISCIPLINE = "discipline"
    FIND_OUT = "find-out"

    @property
    def says(self) -> str:
        """In one sentence."""
        return PROCEDURES[self]


WHO = {
    ByWhom.MEMBER: gettext_noop("A member"),
    ByWhom.OFFICER: gettext_noop("An officer"),
    ByWhom.UNKNOWN: gettext_noop("I do not know"),
}
PROCEDURES = {
    Procedure.STANDARDS: gettext_noop(
        "A complaint under the members’ code of conduct. The monitoring officer takes it up."
    ),
    Procedure.DISCIPLINE: gettext_noop("The council’s disciplinary procedure for officers."),
    Procedure.FIND_OUT: gettext_noop("The monitoring officer finds out first by whom it was broken."),
}


def procedure_for(terms: AccessTerms, by: ByWhom) -> tuple[Procedure, Cites]:
    """The procedure and the paragraphs that it rests on: none where the text does not speak of a breach.

    Members: HA 4.27, WF A1.3 and A4.2; officers: HA 4.25.
    """
    if by is ByWhom.MEMBER:
        return Procedure.STANDARDS, terms.handling.get(Handling.BREACH, ())
    if by is ByWhom.OFFICER:
        return Procedure.DISCIPLINE, terms.handling.get(Handling.OFFICERS_CONTRACT, ())
    return Procedure.FIND_OUT, ()
