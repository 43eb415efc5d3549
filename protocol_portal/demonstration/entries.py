"""What a demonstration council is made of, as plain values: people, posts, services, and what they write."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from council.models import GroupMembership, MemberTerm, OfficerAppointment, Seat
from council.rules import BodyType, Grade
from protocol_portal.demonstration.grievances import Grievances
from protocol_portal.demonstration.groups_told import BriefingTold
from protocol_portal.demonstration.notices_told import EntryTold
from protocol_portal.demonstration.papers import Papers
from rulebook.post import Post

Office = GroupMembership.Office
Kind = MemberTerm.Kind
Employer = OfficerAppointment.Employer


class Serves(Enum):
    """Since when, or until when, a member sits."""

    RE_ELECTED = auto()
    NEWLY_ELECTED = auto()
    FORMER = auto()


@dataclass(frozen=True)
class MemberEntry:
    """A member: the ward and group they sit for, their office in the group, and since when."""

    name: str
    ward: str = ""
    group: str = ""
    serves: Serves = Serves.RE_ELECTED
    office: Office = Office.MEMBER
    kind: Kind = Kind.ELECTED
    remit: str = ""


@dataclass(frozen=True)
class OfficerEntry:
    """An officer: job, grade, where, and who manages them; `restriction` where the grade does not say it."""

    name: str
    job: str
    grade: Grade
    directorate: str
    team: str = ""
    manager: str = ""
    is_liaison: bool = False
    is_former: bool = False
    restriction: str = ""
    statutory_post: str = ""
    employer: Employer = Employer.COUNCIL


@dataclass(frozen=True)
class PostEntry:
    """Who holds a post; a director's in a directorate."""

    post: Post
    name: str
    directorate: str = ""
    from_outside: bool = False


@dataclass(frozen=True)
class SeatEntry:
    """Who sits on a body, and as what."""

    name: str
    office: Seat.Office = Seat.Office.MEMBER
    may_vote: bool = True


@dataclass(frozen=True)
class BodyEntry:
    """A body with its seats."""

    name: str
    kind: BodyType
    seats: tuple[SeatEntry, ...]
    remit: str = ""
    parent: str = ""


@dataclass(frozen=True)
class PortfolioEntry:
    """An executive portfolio, its holder, and the directorate that it covers most."""

    title: str
    name: str
    directorate: str = ""
    is_deputy: bool = False


@dataclass(frozen=True)
class ProgrammeEntry:
    """What a scrutiny body has in its programme of work."""

    body: str
    title: str
    about: str


@dataclass(frozen=True)
class ServiceEntry:
    """A service, the team that answers for it, and where a new report goes instead."""

    name: str
    team: str
    addressee: str
    report_title: str = ""
    hint: str = ""
    label: str = ""
    path: str = ""


@dataclass(frozen=True)
class SignIn:
    """Somebody who can sign in to the demonstration, and as what."""

    role: str
    name: str


@dataclass(frozen=True)
class Matter:
    """What an enquiry is about, with all that is written in it. `{street}` stands for the place."""

    service: str
    subject: str
    details: str
    why: str
    doing: str
    reply: str
    forward: str
    question: str = ""
    answer: str = ""
    note: str = ""
    file: str = ""
    is_confidential: bool = False


@dataclass(frozen=True)
class Council:
    """One demonstration council, whole; `streets` stand by ward, `teams` by directorate.

    `group_assistants` names a group by its political assistant, `away` a substitute by who is away.
    """

    name: str
    domain: str
    streets: Mapping[str, tuple[str, ...]]
    groups: tuple[str, ...]
    teams: Mapping[str, tuple[str, ...]]
    members: tuple[MemberEntry, ...]
    officers: tuple[OfficerEntry, ...]
    outsiders: tuple[str, ...]
    posts: tuple[PostEntry, ...]
    assistants: Mapping[str, tuple[str, ...]]
    services: tuple[ServiceEntry, ...]
    matters: tuple[Matter, ...]
    sign_ins: tuple[SignIn, ...]
    history: int
    bodies: tuple[BodyEntry, ...] = ()
    portfolios: tuple[PortfolioEntry, ...] = ()
    programme: tuple[ProgrammeEntry, ...] = ()
    administration: tuple[str, ...] = ()
    group_assistants: Mapping[str, str] = field(default_factory=dict)
    away: Mapping[str, str] = field(default_factory=dict)
    approving: str = ""
    papers: Papers = field(default_factory=Papers)
    grievances: Grievances = field(default_factory=Grievances)
    briefings: tuple[BriefingTold, ...] = ()
    notices: tuple[EntryTold, ...] = ()
