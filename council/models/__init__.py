"""Who is who, each fact from a day to a day; a person is not a login."""

from council.models.absences import Absence
from council.models.bodies import Administration, Body, Portfolio, Seat, WorkProgrammeItem
from council.models.dated import Dated, DatedQuerySet
from council.models.imports import RegisterFile
from council.models.interests import Interest
from council.models.letters import HolderLetter
from council.models.members import (
    GroupAssistant,
    GroupMembership,
    MemberAssistant,
    MemberTerm,
    PoliticalGroup,
    Ward,
)
from council.models.officers import Directorate, OfficerAppointment, Service, Team
from council.models.people import Person
from council.models.posts import PostHolding
from council.models.profile import CouncilProfile
from council.models.relationships import Relationship
from council.models.sign_in import Invitation, SignInLetter, User, UserManager
from council.models.signing import CodeToSign, Showing, SigningLetter, SignOff
from council.models.versions import Adopted

__all__ = [
    "Absence",
    "Administration",
    "Adopted",
    "Body",
    "CodeToSign",
    "CouncilProfile",
    "Dated",
    "DatedQuerySet",
    "Directorate",
    "GroupAssistant",
    "GroupMembership",
    "HolderLetter",
    "Interest",
    "Invitation",
    "MemberAssistant",
    "MemberTerm",
    "OfficerAppointment",
    "Person",
    "PoliticalGroup",
    "Portfolio",
    "PostHolding",
    "RegisterFile",
    "Relationship",
    "Seat",
    "Service",
    "Showing",
    "SignInLetter",
    "SignOff",
    "SigningLetter",
    "Team",
    "User",
    "UserManager",
    "Ward",
    "WorkProgrammeItem",
]
