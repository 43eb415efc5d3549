"""Everything that changes people, posts and logins."""

from council.actions.electing import carry_out_election, keep_election, plan_of_election
from council.actions.importing import ChangedSince, RowsRefused, keep_file, make_changes, plan_of
from council.actions.inviting import (
    accept_invitation,
    invite,
    invite_first_keeper,
    make_login,
    record_attempt,
)
from council.actions.letters import keep_letter, record_letter_attempt, send_password_letter
from council.actions.logins import change_login
from council.actions.merging import OutOfDate, merge_people
from council.actions.posts import confirm_post, enter_post
from council.actions.second_factors import enrol_demonstration_factor, remove_second_factors

__all__ = [
    "ChangedSince",
    "OutOfDate",
    "RowsRefused",
    "accept_invitation",
    "carry_out_election",
    "change_login",
    "confirm_post",
    "enrol_demonstration_factor",
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
    "record_letter_attempt",
    "remove_second_factors",
    "send_password_letter",
]
