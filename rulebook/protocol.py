"""What differs from council to council: one `Protocol` value for each text as adopted."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from rulebook.access import AccessTerms
from rulebook.briefing import BriefingTerms
from rulebook.citation import Citation, Source
from rulebook.complaint import ComplaintTerms
from rulebook.correspondence import CorrespondenceTerms
from rulebook.duty import Duty
from rulebook.period import Period
from rulebook.post import Post
from rulebook.pre_election import PreElectionTerms
from rulebook.register import Register
from rulebook.signing import SigningTerms
from rulebook.triage import TriageTerms


class BodyKind(StrEnum):
    """What kind of body adopted the text."""

    COUNCIL = "council"
    AUTHORITY = "authority"
    PARISH = "parish"


class EnquiryKind(StrEnum):
    """What a member or anybody else may ask under; the first two by a protocol, the rest by statute."""

    MEMBER_ENQUIRY = "member-enquiry"
    CORRESPONDENCE = "correspondence"
    FOI = "foi"
    EIR = "eir"
    SAR = "sar"


@dataclass(frozen=True)
class PostTitle:
    """What this text calls the holder of a post, and where it does."""

    title: str
    cites: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Words:
    """The words of this text for things that every council has."""

    member: str
    members: str
    body: str
    enquiry: str
    reply: str


@dataclass(frozen=True)
class EnquiryTerms:
    """What the text says of members' enquiries; None is «the text gives none», for a local term to fill.

    `kind` is what the portal's enquiries are under this text. `addressed_from` is the lowest post that they
    are addressed to; `to_liaison_officers`: or, whatever their grade, the officers named for it.
    `other_cites` holds what the text says of the kinds that are not its own.
    """

    kind: EnquiryKind
    reply: Period | None
    addressed_from: Post | None
    holding_reply: bool
    other_cites: Mapping[EnquiryKind, tuple[Citation, ...]]
    to_liaison_officers: bool = False


@dataclass(frozen=True)
class Protocol:
    """One text as adopted: whose it is, its words and posts, its terms, and its paragraph for each duty.

    `registers` are those that the text asks for, in the order of the index; a text may ask for none.
    `accountable` are the posts that the text makes answer for the protocol itself, where it names any.
    """

    key: str
    prefix: str
    authority: str
    name: str
    body: BodyKind
    words: Words
    posts: Mapping[Post, PostTitle]
    enquiries: EnquiryTerms
    triage: TriageTerms
    duties: Mapping[Duty, tuple[Citation, ...]]
    complaints: ComplaintTerms
    briefings: BriefingTerms
    elections: PreElectionTerms
    access: AccessTerms
    correspondence: CorrespondenceTerms
    signing: SigningTerms
    registers: tuple[Register, ...] = ()
    accountable: tuple[Post, ...] = ()
    accountable_cites: tuple[Citation, ...] = ()

    def __post_init__(self) -> None:
        """Lets the sentences on complaints call each post as this text does."""
        titles = {post: titled.title for post, titled in self.posts.items()}
        object.__setattr__(self, "complaints", replace(self.complaints, titles=titles))

    def cite(self, duty: Duty) -> tuple[Citation, ...]:
        """The paragraphs that the duty rests on here; empty where the text is silent."""
        return self.duties[duty]

    def register(self, kind: str) -> Register | None:
        """The register of that kind; None where the text asks for none, and for a kind that never was."""
        return next((one for one in self.registers if one.kind == kind), None)

    def is_silent_on(self, duty: Duty) -> bool:
        """Whether the text says nothing of the duty."""
        return not self.duties[duty]

    def title_of(self, post: Post) -> str:
        """What this text calls the post; the post's plain name where it does not name it."""
        titled = self.posts.get(post)
        return titled.title if titled is not None else post.value.replace("-", " ")


def paragraphs_of(prefix: str, title: str) -> Callable[..., tuple[Citation, ...]]:
    """A function that cites paragraphs of one text by the end of their ids: `wf("6.9", "6.1")`.

    The pinpoint is the section that the id names: `WF-6.9` is in section 6, `HA-3.2b` is paragraph 3.2(b).
    """

    def cite(*ends: str) -> tuple[Citation, ...]:
        return tuple(
            Citation(f"{prefix}-{end}", Source.PROTOCOL, title, PINPOINTS[prefix](end)) for end in ends
        )

    return cite


def _section(end: str) -> str:
    if end.startswith("S12A."):
        return f"schedule 12A summary, {end[5:]}"
    return f"appendix A, {end[1:]}" if end.startswith("A") else f"section {end.partition('.')[0]}"


def _paragraph(end: str) -> str:
    if end == "4.6n":
        return "note 2"
    number = re.match(r"[0-9.]*[0-9]", end)
    return f"paragraph {number.group() if number else end}"


GUIDANCE = {"AI": "access guidance", "MR": "media guidance", "CO": "correspondence guidance"}
GUIDANCE |= {"PR": "premises and resources guidance", "REP": "covering report"}
HEADINGS = {
    "INT": "Introduction",
    "PRI": "Principles",
    "LEG": "Legal issues",
    "EMP": "Employer/employee issues",
}
HEADINGS |= {
    "EQ": "Equalities issues",
    "OCC": "Officer conduct or capability",
    "RES": "Use of council resources",
}
HEADINGS |= {"ATI": "Access to information", "SIG": "Signature"}


def _chapter(end: str) -> str:
    part, _, number = end.partition(".")
    return f"{GUIDANCE[part]}, {_paragraph(number)}" if part in GUIDANCE else _paragraph(end)


def _heading(end: str) -> str:
    return f"«{HEADINGS[end.partition('.')[0]]}»"


PINPOINTS: Mapping[str, Callable[[str], str]] = {
    "WF": _section,
    "HA": _paragraph,
    "WO-E": _chapter,
    "WO-P": _chapter,
    "MW": _paragraph,
    "PA": _heading,
}
