"""What each duty of handling means for whoever holds a paper: you can, you must, you must not."""

from dataclasses import dataclass
from enum import StrEnum

from rulebook.access.duties import Handling
from rulebook.wording import gettext_noop


class Voice(StrEnum):
    """How a line begins; the headings of the page, in their order."""

    MAY = "may"
    MUST = "must"
    MUST_NOT = "must-not"
    BEFORE = "before"
    OTHERWISE = "otherwise"

    @property
    def heading(self) -> str:
        """The words above the lines."""
        return HEADINGS[self]


HEADINGS = {
    Voice.MAY: gettext_noop("You can"),
    Voice.MUST: gettext_noop("You must"),
    Voice.MUST_NOT: gettext_noop("You must not"),
    Voice.BEFORE: gettext_noop("Before you tell anybody"),
    Voice.OTHERWISE: gettext_noop("If a confidence is broken"),
}


class Holder(StrEnum):
    """To whom a line speaks."""

    MEMBER = "member"
    OFFICER = "officer"


@dataclass(frozen=True)
class Care:
    """One line under a heading, and to whom it speaks."""

    voice: Voice
    says: str
    to: frozenset[Holder] = frozenset(Holder)


_MEMBERS = frozenset({Holder.MEMBER})
_OFFICERS = frozenset({Holder.OFFICER})

CARE: dict[Handling, tuple[Care, ...]] = {
    Handling.NO_ONWARD: (
        Care(Voice.MUST_NOT, gettext_noop("pass it on, in writing or in talk, without authority")),
    ),
    Handling.DUTIES_ONLY: (
        Care(Voice.MAY, gettext_noop("use it yourself, for your duties as a member"), _MEMBERS),
    ),
    Handling.PURPOSE_ONLY: (
        Care(Voice.MAY, gettext_noop("use it for the purpose for which you asked for it or were given it")),
        Care(Voice.MUST_NOT, gettext_noop("use it for anything else")),
    ),
    Handling.PRIVATE_SESSION: (
        Care(
            Voice.MAY,
            gettext_noop(
                "discuss it in private session, or privately with the members and officers concerned"
            ),
        ),
        Care(Voice.MUST_NOT, gettext_noop("discuss it with anybody else, or give it to them")),
    ),
    Handling.MARKED: (
        Care(Voice.MUST, gettext_noop("mark it clearly as confidential before you release it"), _OFFICERS),
    ),
    Handling.PRIVY_ONLY: (
        Care(
            Voice.MUST_NOT,
            gettext_noop(
                "tell what you learn in an exempt session, an informal briefing or a group meeting to anybody"
                " who does not know it already"
            ),
        ),
    ),
    Handling.SHARED_WITH_NOBODY: (Care(Voice.MUST_NOT, gettext_noop("share it with anybody")),),
    Handling.SAID_TO_BE_SO: (
        Care(Voice.MUST, gettext_noop("say clearly that it is confidential when you give it"), _OFFICERS),
    ),
    Handling.HELD_WHILE_UNSURE: (
        Care(
            Voice.MUST,
            gettext_noop("treat it as confidential while you are unsure, and ask the monitoring officer"),
            _MEMBERS,
        ),
    ),
    Handling.CONSENT_OR_LAW: (
        Care(
            Voice.MUST_NOT,
            gettext_noop(
                "disclose what was given in confidence without the consent of a person authorised to give it,"
                " unless the law requires it"
            ),
        ),
    ),
    # Of a question for advice, not of a paper.
    Handling.ADVICE_KEPT: (),
    Handling.MEMBER_SHOWS_INTEREST: (
        Care(
            Voice.BEFORE,
            gettext_noop("be able to show that the public interest in telling outweighs the confidence"),
            _MEMBERS,
        ),
    ),
    Handling.LEGAL_ADVICE_FIRST: (
        Care(Voice.BEFORE, gettext_noop("take legal advice: you are strongly advised to"), _MEMBERS),
    ),
    Handling.CHECKED_FIRST: (
        Care(
            Voice.BEFORE,
            gettext_noop(
                "check with the Director, the monitoring officer, the Clerk or the outside regulator, however"
                " strong the public interest seems to you"
            ),
            _MEMBERS,
        ),
    ),
    Handling.BREACH: (
        Care(
            Voice.OTHERWISE,
            gettext_noop("abuse of this trust may be a breach of the members’ code of conduct"),
            _MEMBERS,
        ),
    ),
    Handling.OFFICERS_CONTRACT: (
        Care(
            Voice.OTHERWISE,
            gettext_noop("a breach of confidentiality will almost certainly lead to disciplinary action"),
            _OFFICERS,
        ),
    ),
}
