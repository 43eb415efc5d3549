"""Everything that changes people, posts and logins."""

from council.actions.absences import confirm_absence, end_absence, enter_absence, withdraw_absence
from council.actions.inviting import accept_invitation, invite, make_login
from council.actions.logins import change_login
from council.actions.posts import confirm_post, enter_post
from council.actions.second_factors import enrol_demonstration_factor, remove_second_factors
from council.actions.telling import record_attempt, write_letters

__all__ = [
    "accept_invitation",
    "change_login",
    "confirm_absence",
    "confirm_post",
    "end_absence",
    "enrol_demonstration_factor",
    "enter_absence",
    "enter_post",
    "invite",
    "make_login",
    "record_attempt",
    "remove_second_factors",
    "withdraw_absence",
    "write_letters",
]
