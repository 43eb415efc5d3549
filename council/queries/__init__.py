"""Who was what on which day."""

from council.queries.absences import AwayLine, own_absences, standing_in_for
from council.queries.facts import Facts, Held, PortfolioHeld, SeatHeld, facts_of
from council.queries.groups import faults, faults_of_group
from council.queries.holdings import posts_in_effect
from council.queries.letters import (
    letters_to_send,
    live_letters,
    opens_confidential_matter,
    people_to_tell,
    unsent_letters,
)
from council.queries.merging import people_offered
from council.queries.names import people_called
from council.queries.offices import Offices, offices_on
from council.queries.people import (
    appointment_of,
    colleagues_in,
    jobs_of,
    members_assisted_by,
    members_on,
    officers_on,
    term_of,
)
from council.queries.posts import (
    Place,
    Resolved,
    directorates_led_by,
    holders_of,
    holders_of_each,
    holds_any,
    own_facts,
    resolve,
    resolve_all,
    who_act_in,
    who_covers,
    who_held,
    why_nobody,
    why_not,
)
from council.queries.reading import asked_once, one_reading
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
from council.queries.standing import (
    Standing,
    in_turn,
    roles_in_words,
    roles_of,
    standing_of,
    standings_of,
    words_of,
)
from council.queries.standing_in import bar_to

__all__ = [
    "AwayLine",
    "Facts",
    "Held",
    "LoginState",
    "Offices",
    "Place",
    "PortfolioHeld",
    "Resolved",
    "SeatHeld",
    "Standing",
    "appointment_of",
    "asked_once",
    "bar_to",
    "colleagues_in",
    "count_login_states",
    "current_code",
    "directorates_led_by",
    "facts_of",
    "faults",
    "faults_of_group",
    "has_second_factor",
    "holders_of",
    "holders_of_each",
    "holds_any",
    "in_turn",
    "invitations_to_send",
    "jobs_of",
    "letters_to_send",
    "live_letters",
    "members_assisted_by",
    "members_on",
    "needs_second_factor",
    "officers_on",
    "offices_on",
    "one_reading",
    "open_invitation",
    "opens_confidential_matter",
    "own_absences",
    "own_facts",
    "people_called",
    "people_offered",
    "people_to_tell",
    "posts_in_effect",
    "profile",
    "protocol_in_force",
    "resolve",
    "resolve_all",
    "roles_in_words",
    "roles_of",
    "sign_in_letters_to_send",
    "standing_in_for",
    "standing_of",
    "standings_of",
    "term_of",
    "unsent_letters",
    "who_act_in",
    "who_covers",
    "who_held",
    "why_nobody",
    "why_not",
    "with_login_state",
    "words_of",
]
