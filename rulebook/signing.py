"""What a text says of reading it, showing it and signing it, and of the codes signed beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import ClassVar, Final

from rulebook.period import Months, Period
from rulebook.stated import WHEN_SILENT, Cites, Stated, Terms, Worded
from rulebook.term import Term, Topic
from rulebook.wording import gettext_noop


class Signer(StrEnum):
    """As what somebody signs; in the order of the pages."""

    MEMBER = "member"
    OFFICER = "officer"
    ENGAGED = "engaged"
    ASSISTANT = "assistant"

    @property
    def label(self) -> str:
        """Its name in plain English."""
        return SIGNER_LABELS[self]


SIGNER_LABELS: Mapping[Signer, str] = {
    Signer.MEMBER: gettext_noop("Elected and co-opted members"),
    Signer.OFFICER: gettext_noop("Officers"),
    Signer.ENGAGED: gettext_noop("Agency staff and contractors"),
    Signer.ASSISTANT: gettext_noop("Political assistants"),
}


class Bound(Worded):
    """Whom the text binds from the day they begin, so that they read and sign it."""

    ALL = "all", gettext_noop("All members and officers keep to the protocol.")
    ENGAGED_TOO = (
        "engaged-too",
        gettext_noop(
            "The protocol applies to all elected and co-opted members and all officers employed or engaged, "
            "consultants, contractors and agency staff among them."
        ),
    )


class Block(Worded):
    """How the text itself has it signed."""

    READ = "read", gettext_noop("Each person signs that the protocol was read, prints the name and dates it.")


class Again(Worded):
    """How often somebody signs again without a new version."""

    EACH_YEAR = (
        "each-year",
        gettext_noop(
            "All members and officers should abide by the protocol as long as they serve. "
            "The portal asks them to accept it again each year."
        ),
    )


class Shown(Worded):
    """Who shows the protocol to somebody who is engaged and not employed."""

    BY_MANAGER = (
        "by-manager",
        gettext_noop(
            "Managers bring the protocol to the attention of consultants, contractors and agency staff as "
            "soon as they commence work."
        ),
    )


class Code(Worded):
    """A code of conduct that the text has signed or agreed to beside it."""

    MEMBERS = "members", gettext_noop("Each member signs, on taking office, to abide by the members’ code.")
    OFFICERS = "officers", gettext_noop("Officers agree to the officers’ code when they begin.")
    ASSISTANTS = (
        "assistants",
        gettext_noop("Political assistants observe the codes that the council’s staff observe."),
    )


AS_READ: Final = "council.signed-as-read"
BY_MANAGER: Final = "council.shown-by-manager"
CODES: Final = "council.code-signed"
APPLIED_BY: Final = "applied by"
AGAIN_AFTER: Mapping[Again, Period] = {Again.EACH_YEAR: Months(12)}
# Who signs which code, where the text has it signed.
CODE_OF: Mapping[Code, Signer] = {
    Code.MEMBERS: Signer.MEMBER,
    Code.OFFICERS: Signer.OFFICER,
    Code.ASSISTANTS: Signer.ASSISTANT,
}
# No text lets anybody off, and most name no signature: the portal asks everybody all the same.
ASKED_ANYWAY: Final = gettext_noop(
    "The protocol does not speak of signing it. The portal asks everybody whom it binds to sign that they "
    "have read it, from the day on which they begin."
)


@dataclass(frozen=True)
class SigningTerms(Terms):
    """What one text says of being read and signed, each value beside its paragraphs."""

    topic: ClassVar[Topic] = Topic.SIGNING

    bound: Stated[Bound] = field(
        metadata={
            APPLIED_BY: AS_READ,
            WHEN_SILENT: gettext_noop("The protocol does not say in one sentence whom it binds."),
        }
    )
    block: Stated[Block] = field(metadata={APPLIED_BY: AS_READ, WHEN_SILENT: ASKED_ANYWAY})
    again: Stated[Again] = field(
        metadata={
            APPLIED_BY: AS_READ,
            WHEN_SILENT: gettext_noop("Nothing is signed again until a new version is in force."),
        }
    )
    shown: Stated[Shown] = field(
        metadata={
            APPLIED_BY: BY_MANAGER,
            WHEN_SILENT: gettext_noop(
                "The protocol does not say who shows it to agency staff and contractors."
            ),
        }
    )
    codes: Mapping[Code, Cites] = field(
        metadata={
            APPLIED_BY: CODES,
            WHEN_SILENT: gettext_noop("The protocol has no code of conduct signed beside it."),
        }
    )

    @property
    def again_after(self) -> Period | None:
        """After how long a signature no longer stands; None where only a new version asks again."""
        return AGAIN_AFTER[self.again.value] if self.again.value is not None else None

    @property
    def cites(self) -> Cites:
        """Where the text says that it is signed, or else whom it binds; empty where it says neither."""
        return self.block.cites or self.bound.cites

    def in_words(self) -> tuple[Term, ...]:
        """Every value with the rule that applies it, and each silence."""
        return tuple(
            replace(term, by=one.metadata[APPLIED_BY] if term.cites else "")
            for one in fields(self)
            for term in self._of(one)
        )
