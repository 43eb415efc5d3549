"""Why a file of a document could not be made ready to read, each with what its keeper can do about it."""

from enum import StrEnum

from rulebook.wording import gettext_noop


class Fault(StrEnum):
    """What was wrong with a file; the values are the words of the program that reads it (files/reader.py)."""

    BROKEN = "broken"
    LOCKED = "locked"
    EMPTY = "empty"
    TOO_LONG = "too-long"
    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"
    NO_WORD = "no-word"
    COVERED = "covered"
    MISSING = "missing"
    LEFT = "left"


SAYS: dict[Fault, str] = {
    Fault.BROKEN: gettext_noop(
        "The file is damaged, and no page of it can be shown. Save it again as PDF and add it again."
    ),
    Fault.LOCKED: gettext_noop(
        "The file is locked with a password. Save it as PDF without the password and add it again."
    ),
    Fault.EMPTY: gettext_noop("The file has no pages. Save it again as PDF and add it again."),
    Fault.TOO_LONG: gettext_noop(
        "The file has more than 1,000 pages. Cut it into parts and enter each part as a document."
    ),
    Fault.TOO_LARGE: gettext_noop(
        "The pages of the file are too large to be shown. Save it as PDF in a smaller size and add it again."
    ),
    Fault.TOO_SLOW: gettext_noop(
        "It took too long to make the pages. Save the file as PDF in a simpler form and add it again."
    ),
    Fault.NO_WORD: gettext_noop("Word files cannot be shown here. Save it as PDF and add it again."),
    Fault.COVERED: gettext_noop(
        "What is covered in this file can still be read behind its cover. Add the whole file, and take out "
        "what the public may not have with the portal’s own redaction."
    ),
    Fault.MISSING: gettext_noop("The file is not in its place any more. Add it again."),
    Fault.LEFT: gettext_noop(
        "Something of what was to be taken out was still in the new file, so nobody is shown it. Mark the "
        "words on that page with a box that is a little larger, and make it again."
    ),
}
