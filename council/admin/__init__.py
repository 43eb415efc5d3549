"""The registers in Django's admin, kept by democratic services; other apps base theirs on RegisterAdmin."""

from council.admin.bodies import BodyAdmin
from council.admin.logins import UserAdmin
from council.admin.members import MemberTermAdmin
from council.admin.officers import OfficerAppointmentAdmin
from council.admin.people import PersonAdmin
from council.admin.posts import PostHoldingAdmin
from council.admin.register import DatedAdmin, HoldsFilter, RegisterAdmin
from council.admin.signing import CodeToSignAdmin

__all__ = [
    "BodyAdmin",
    "CodeToSignAdmin",
    "DatedAdmin",
    "HoldsFilter",
    "MemberTermAdmin",
    "OfficerAppointmentAdmin",
    "PersonAdmin",
    "PostHoldingAdmin",
    "RegisterAdmin",
    "UserAdmin",
]
