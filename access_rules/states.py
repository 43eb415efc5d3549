"""The states of documents, requests, disclosures and questions for advice: labels, and where each ends."""

from enum import StrEnum

from rulebook.wording import gettext_noop

Faces = dict[StrEnum, tuple[str, str, str]]


class DocumentState(StrEnum):
    """Where a document stands: a draft is with officers alone; released means that members have it."""

    DRAFT = "draft"
    RELEASED = "released"
    WITHDRAWN = "withdrawn"


class RequestState(StrEnum):
    """Where a request to see a document stands."""

    ASKED = "asked"
    ANSWERED = "answered"
    REFERRED = "referred"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


class DisclosureState(StrEnum):
    """Where a question stands whether somebody else may be told; held means: meanwhile, no."""

    HELD = "held"
    CLEARED = "cleared"
    BARRED = "barred"
    WITHDRAWN = "withdrawn"


class AdviceState(StrEnum):
    """Where a question to the monitoring officer stands."""

    ASKED = "asked"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"


# For staff, for members, colour.
DOCUMENT_FACES: Faces = {
    DocumentState.DRAFT: (gettext_noop("Draft"), gettext_noop("Draft"), "grey"),
    DocumentState.RELEASED: (gettext_noop("With members"), gettext_noop("Released"), "green"),
    DocumentState.WITHDRAWN: (gettext_noop("Withdrawn"), gettext_noop("Withdrawn"), "grey"),
}
REQUEST_FACES: Faces = {
    RequestState.ASKED: (gettext_noop("Asked"), gettext_noop("Asked"), "blue"),
    RequestState.ANSWERED: (
        gettext_noop("Answered by the rules"),
        gettext_noop("Answered"),
        "green",
    ),
    RequestState.REFERRED: (gettext_noop("To decide"), gettext_noop("Being decided"), "yellow"),
    RequestState.DECIDED: (gettext_noop("Decided"), gettext_noop("Decided"), "green"),
    RequestState.WITHDRAWN: (gettext_noop("Withdrawn"), gettext_noop("Withdrawn"), "grey"),
}
DISCLOSURE_FACES: Faces = {
    DisclosureState.HELD: (gettext_noop("To answer"), gettext_noop("Wait: tell nobody yet"), "yellow"),
    DisclosureState.CLEARED: (gettext_noop("May be told"), gettext_noop("May be told"), "green"),
    DisclosureState.BARRED: (gettext_noop("May not be told"), gettext_noop("May not be told"), "red"),
    DisclosureState.WITHDRAWN: (gettext_noop("Withdrawn"), gettext_noop("Withdrawn"), "grey"),
}
ADVICE_FACES: Faces = {
    AdviceState.ASKED: (gettext_noop("To answer"), gettext_noop("Asked"), "yellow"),
    AdviceState.ANSWERED: (gettext_noop("Answered"), gettext_noop("Answered"), "green"),
    AdviceState.WITHDRAWN: (gettext_noop("Withdrawn"), gettext_noop("Withdrawn"), "grey"),
}
