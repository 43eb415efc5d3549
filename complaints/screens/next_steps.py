"""What happens next in each stage of a complaint, told to each of its three kinds of reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from complaints.states import ComplaintState
from rulebook.duty import Duty
from rulebook.wording import gettext_noop


class Reader(StrEnum):
    """Who reads: those who deal with it or have a copy, whoever complains, whoever it is about."""

    KEEPERS = "keepers"
    COMPLAINANT = "complainant"
    SUBJECT = "subject"


@dataclass(frozen=True)
class Step:
    """What comes next: its duty, the field that holds its day, and a sentence for each reader."""

    duty: Duty
    says: Mapping[Reader, str]
    day: str = ""


def _step(duty: Duty, keepers: str, complainant: str, subject: str, *, day: str = "") -> Step:
    says = {Reader.KEEPERS: keepers, Reader.COMPLAINANT: complainant, Reader.SUBJECT: subject}
    return Step(duty, says, day)


NEXT: dict[ComplaintState, Step] = {
    ComplaintState.RAISED: _step(
        Duty.RAISE_CONCERN,
        "",
        gettext_noop("Nobody but you reads it yet. Settle it informally, or send it."),
        "",
    ),
    ComplaintState.INFORMAL: _step(
        Duty.SETTLE_INFORMALLY,
        gettext_noop("The two sides try to settle it, with help where they want it."),
        gettext_noop("The two of you try to settle it, with help where you want it."),
        gettext_noop("The two of you try to settle it, with help where you want it."),
    ),
    ComplaintState.RECEIVED: _step(
        Duty.ACKNOWLEDGE_COMPLAINT,
        gettext_noop("It is acknowledged: whoever complains hears who has it, and when they hear again."),
        gettext_noop("You hear who has it, and when you hear again."),
        gettext_noop("Whoever received it reads it, and says what happens with it."),
        day="acknowledge_by",
    ),
    ComplaintState.ACKNOWLEDGED: _step(
        Duty.ASSESS_COMPLAINT,
        gettext_noop("It is assessed: somebody says what happens with it. Whoever complains hears again."),
        gettext_noop("It is read, and somebody says what happens with it. You hear again."),
        gettext_noop("It is read, and somebody says what happens with it."),
        day="progress_on",
    ),
    ComplaintState.ASSESSED: _step(
        Duty.INVESTIGATE,
        gettext_noop("Somebody looks into it, or it is decided at once. Whoever complains hears again."),
        gettext_noop("Somebody looks into it, or it is decided at once. You hear again."),
        gettext_noop("Somebody looks into it, or it is decided at once."),
        day="progress_on",
    ),
    ComplaintState.INVESTIGATING: _step(
        Duty.INVESTIGATE,
        gettext_noop(
            "Both sides are heard and read the draft of the findings. Whoever complains hears again."
        ),
        gettext_noop("Both sides are heard and read the draft of the findings. You hear again."),
        gettext_noop("Both sides are heard and read the draft of the findings."),
        day="progress_on",
    ),
    ComplaintState.DECIDED: _step(
        Duty.TELL_OUTCOME,
        gettext_noop("Those who are to hear of it are told. Then what was decided is carried out."),
        gettext_noop("What was decided is carried out. Then it is closed."),
        gettext_noop("What was decided is carried out. Then it is closed."),
    ),
    ComplaintState.REFERRED: _step(
        Duty.REFER_COMPLAINT,
        gettext_noop("It waits for what comes of it in the other procedure."),
        gettext_noop("It waits for what comes of it in the other procedure. You hear of that."),
        gettext_noop("It waits for what comes of it in the other procedure."),
    ),
}
