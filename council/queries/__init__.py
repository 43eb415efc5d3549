"""Who was what on which day."""

from council.queries.merging import people_offered
from council.queries.people import (
    appointment_of,
    colleagues_in,
    members_assisted_by,
    members_on,
    officers_on,
    term_of,
)
from council.queries.posts import directorates_led_by, holders_of, posts_in_effect, who_held
from council.queries.settings import profile, protocol_in_force
from council.queries.sign_in import (
    LoginState,
    count_login_states,
    current_code,
    has_second_factor,
    invitations_to_send,
    needs_second_factor,
    open_invitation,
    sign_in_letters_to_send,
    with_login_state,
)
from council.queries.standing import Standing, roles_in_words, roles_of, standing_of

__all__ = [
    "LoginState",
    "Standing",
    "appointment_of",
    "colleagues_in",
    "count_login_states",
    "current_code",
    "directorates_led_by",
    "has_second_factor",
    "holders_of",
    "invitations_to_send",
    "members_assisted_by",
    "members_on",
    "needs_second_factor",
    "officers_on",
    "open_invitation",
    "people_offered",
    "posts_in_effect",
    "profile",
    "protocol_in_force",
    "roles_in_words",
    "roles_of",
    "sign_in_letters_to_send",
    "standing_of",
    "term_of",
    "who_held",
    "with_login_state",
]
