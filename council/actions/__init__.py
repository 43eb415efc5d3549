"""Everything that changes people, posts and logins."""

from council.actions.absences import confirm_absence, end_absence, enter_absence, withdraw_absence
from council.actions.electing import carry_out_election, keep_election, plan_of_election
from council.actions.importing import ChangedSince, RowsRefused, keep_file, make_changes, plan_of
from council.actions.inviting import (
    accept_invitation,
    invite,
    invite_first_keeper,
    make_login,
)
from council.actions.letters import keep_letter, send_password_letter
from council.actions.logins import change_login
from council.actions.merging import OutOfDate, merge_people
from council.actions.posts import confirm_post, enter_post
from council.actions.second_factors import enrol_demonstration_factor, remove_second_factors
from council.actions.telling import record_attempt, write_letters

__all__ = [
    "ChangedSince",
    "OutOfDate",
    "RowsRefused",
    "accept_invitation",
    "carry_out_election",
    "change_login",
    "confirm_absence",
    "confirm_post",
    "end_absence",
    "enrol_demonstration_factor",
    "enter_absence",
    "enter_post",
    "invite",
    "invite_first_keeper",
    "keep_election",
    "keep_file",
    "keep_letter",
    "make_changes",
    "make_login",
    "merge_people",
    "plan_of",
    "plan_of_election",
    "record_attempt",
    "remove_second_factors",
    "send_password_letter",
    "withdraw_absence",
    "write_letters",
]
