"""The states of disputes, reports, entries in registers, amendments: labels for staff and for members."""

from enum import StrEnum

from rulebook.wording import gettext_noop


class DisputeState(StrEnum):
    """Where a dispute stands."""

    OPENED = "opened"
    DETERMINED = "determined"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


DISPUTE_FACES: dict[DisputeState, tuple[str, str, str]] = {
    DisputeState.OPENED: (gettext_noop("To determine"), gettext_noop("Being decided"), "yellow"),
    DisputeState.DETERMINED: (gettext_noop("Determined"), gettext_noop("Decided"), "green"),
    DisputeState.ENDED: (gettext_noop("Ended"), gettext_noop("Ended"), "grey"),
    DisputeState.WITHDRAWN: (gettext_noop("Withdrawn"), gettext_noop("Withdrawn"), "grey"),
}


class ReportState(StrEnum):
    """Where a report to a committee stands."""

    ASKED = "asked"
    BEING_MADE = "being-made"
    MADE = "made"
    GIVEN = "given"
    FAILED = "failed"
    STOPPED = "stopped"


REPORT_FACES: dict[ReportState, tuple[str, str, str]] = {
    ReportState.ASKED: (gettext_noop("Asked for"), gettext_noop("Being made"), "yellow"),
    ReportState.BEING_MADE: (gettext_noop("Being made"), gettext_noop("Being made"), "yellow"),
    ReportState.MADE: (gettext_noop("Made"), gettext_noop("Made"), "blue"),
    ReportState.GIVEN: (gettext_noop("Given to the committee"), gettext_noop("Report"), "green"),
    ReportState.FAILED: (gettext_noop("Not made"), gettext_noop("Not made"), "red"),
    ReportState.STOPPED: (gettext_noop("Stopped"), gettext_noop("Stopped"), "grey"),
}


class EntryState(StrEnum):
    """Where an entry in one of the text’s registers stands."""

    PROPOSED = "proposed"
    STANDS = "stands"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"


ENTRY_FACES: dict[EntryState, tuple[str, str, str]] = {
    EntryState.PROPOSED: (gettext_noop("To approve"), gettext_noop("Waits for approval"), "yellow"),
    EntryState.STANDS: (gettext_noop("Stands"), gettext_noop("Stands"), "green"),
    EntryState.REFUSED: (gettext_noop("Not approved"), gettext_noop("Not approved"), "grey"),
    EntryState.WITHDRAWN: (gettext_noop("Withdrawn"), gettext_noop("Withdrawn"), "grey"),
    EntryState.CORRECTED: (gettext_noop("Replaced"), gettext_noop("Replaced"), "grey"),
}


class AmendmentState(StrEnum):
    """Where a change of the protocol stands."""

    DRAFTED = "drafted"
    CONSULTED = "consulted"
    RECOMMENDED = "recommended"
    MINUTED = "minuted"
    ADOPTED = "adopted"
    ABANDONED = "abandoned"


AMENDMENT_FACES: dict[AmendmentState, tuple[str, str, str]] = {
    AmendmentState.DRAFTED: (gettext_noop("Draft"), gettext_noop("Draft"), "grey"),
    AmendmentState.CONSULTED: (gettext_noop("Out to consultation"), gettext_noop("Have your say"), "blue"),
    AmendmentState.RECOMMENDED: (gettext_noop("Recommended"), gettext_noop("Recommended"), "yellow"),
    AmendmentState.MINUTED: (
        gettext_noop("Adoption to confirm"),
        gettext_noop("Adoption to confirm"),
        "orange",
    ),
    AmendmentState.ADOPTED: (gettext_noop("Adopted"), gettext_noop("Adopted"), "green"),
    AmendmentState.ABANDONED: (gettext_noop("Given up"), gettext_noop("Given up"), "grey"),
}
