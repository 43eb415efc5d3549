"""What the figures on parity are called, and what each means: the page and the file say the same."""

from collections.abc import Mapping

from rulebook.wording import gettext_noop

# Of what groups asked for themselves, then of what they were offered because another group asked: the key,
# how a column is headed, what it means.
ASKED: Mapping[str, tuple[str, str]] = {
    "asked": (
        gettext_noop("Asked"),
        gettext_noop("What the group itself asked for in the period. The next five add up to it."),
    ),
    "given": (gettext_noop("Given"), gettext_noop("Agreed, and the group has it.")),
    "agreed": (gettext_noop("To be given"), gettext_noop("Agreed, and the group has it not yet.")),
    "declined": (
        gettext_noop("Declined"),
        gettext_noop("By whoever decides, or because the protocol itself bars it."),
    ),
    "waiting": (gettext_noop("Waiting"), gettext_noop("Not decided yet.")),
    "taken-back": (
        gettext_noop("Taken back"),
        gettext_noop("By the group, or ended because the group is no more."),
    ),
}
OFFERED: Mapping[str, tuple[str, str]] = {
    "offered": (
        gettext_noop("Offered what others had"),
        gettext_noop(
            "What the group was offered or told of because another group asked, of all that it should have "
            "been by now. The columns beside it add up to the first number."
        ),
    ),
    "taken-up": (gettext_noop("Taken up"), gettext_noop("The group wanted it.")),
    "not-taken": (gettext_noop("Not taken up"), gettext_noop("The group said that it does not want it.")),
    "silent": (
        gettext_noop("No answer"),
        gettext_noop("The day for the answer is over. The group can still take it up."),
    ),
    "to-answer": (gettext_noop("To be answered"), gettext_noop("The day for the answer is still to come.")),
    "told": (gettext_noop("Told"), gettext_noop("The group was told of it, and need not answer.")),
    "ended": (
        gettext_noop("Ended"),
        gettext_noop("The group asked for the same itself, or is no more."),
    ),
}
TYPICAL = (
    gettext_noop("Typical time to answer, working days"),
    gettext_noop(
        "The middle number of working days from the request to the decision, of those that somebody decided."
    ),
)
SEATS = (
    gettext_noop("Seats"),
    gettext_noop("Members of the group in office on the last day of the period."),
)
LACKING = (
    gettext_noop("Not offered yet"),
    gettext_noop(
        "What the group of today still lacks of what was opened in the period; every night it gets it."
    ),
)
MISSING = "missing"
WAITS = "waits"
# How a list behind a figure is headed, where the name of the column would say too little.
HEADINGS: Mapping[str, str] = {
    "answered": gettext_noop("Decided"),
    MISSING: LACKING[0],
    WAITS: gettext_noop("How long the group waits this quarter"),
}


def heading_of(what: str) -> str:
    """How the list behind a figure is headed, in the language of the source."""
    return HEADINGS.get(what) or {**ASKED, **OFFERED}[what][0]
