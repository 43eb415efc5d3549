"""Why somebody should not deal with a complaint: what bars them, and what is for a person to judge."""

from enum import StrEnum

from rulebook.wording import gettext_noop


class Conflict(StrEnum):
    """What stands between a person and a complaint."""

    SUBJECT = "subject"
    COMPLAINANT = "complainant"
    ANSWERS = "answers"
    IN_PLACE = "in-place"
    RELATIONSHIP = "relationship"
    WITNESS = "witness"
    SAME_GROUP = "same-group"
    LED_BY = "led-by"
    MANAGES = "manages"
    STANDS_IN = "stands-in"
    CROSSES = "crosses"

    @property
    def sentence(self) -> str:
        """What it is, said to whoever deals with the complaint; `name` is the person’s."""
        return SENTENCES[self]


# Whom these concern has no part any more, whatever anybody says; the rest is for a person to judge.
BARS = frozenset({Conflict.SUBJECT, Conflict.COMPLAINANT, Conflict.ANSWERS, Conflict.IN_PLACE})
# Known from the register of relationships alone, which nobody reads but the two and whoever was told.
REGISTER_ONLY = frozenset({Conflict.RELATIONSHIP})
# Known from a complaint of which nobody else who deals with this one need know.
OWN_ONLY = frozenset({Conflict.CROSSES})

SENTENCES = {
    Conflict.SUBJECT: gettext_noop("It is about %(name)s."),
    Conflict.COMPLAINANT: gettext_noop("%(name)s raised it, or wrote it down for somebody."),
    Conflict.ANSWERS: gettext_noop("%(name)s answers to the person whom it is about."),
    Conflict.IN_PLACE: gettext_noop("%(name)s acts in the place of somebody who has a part in it."),
    Conflict.RELATIONSHIP: gettext_noop(
        "The register of relationships has a tie between %(name)s and one of the two sides."
    ),
    Conflict.WITNESS: gettext_noop("A statement or a note of an interview names %(name)s."),
    Conflict.SAME_GROUP: gettext_noop("%(name)s is in the same political group as one of the two sides."),
    Conflict.LED_BY: gettext_noop("One of the two sides leads the political group of %(name)s."),
    Conflict.MANAGES: gettext_noop("%(name)s manages the person who complains."),
    Conflict.STANDS_IN: gettext_noop(
        "%(name)s and one of the two sides stand in for each other when one is away."
    ),
    Conflict.CROSSES: gettext_noop("Another complaint stands between %(name)s and one of the two sides."),
}
NOTHING_FOUND = gettext_noop("The portal found nothing that would keep %(name)s from dealing with it.")
NEVER_THE_SUBSTITUTE = gettext_noop(
    "Whoever stands in for somebody never sees their complaints: while they are away, nobody deals with it."
)
