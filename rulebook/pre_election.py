"""What a text says of the days from the notice of election to the poll; silence is said as such."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import ClassVar, Final

from rulebook.stated import WHEN_SILENT, Stated, Terms, Worded
from rulebook.term import Term, Topic
from rulebook.wording import gettext_noop


class Matter(StrEnum):
    """What somebody means to do while an election is near; in the order of the page."""

    MEMBERS_MEETING = "members-public-meeting"
    OFFICER_AT_MEETING = "officer-at-public-meeting"
    PUBLICITY = "publicity"
    PUBLISHING_HERE = "publishing-here"
    MEMBERS_WORDS = "members-words-to-media"
    GROUP_BRIEFING = "group-briefing"
    INFORMATION = "access-to-information"

    @property
    def label(self) -> str:
        """Its name in plain English."""
        return MATTER_LABELS[self]


MATTER_LABELS: Mapping[Matter, str] = {
    Matter.MEMBERS_MEETING: gettext_noop("A public meeting that a member arranges"),
    Matter.OFFICER_AT_MEETING: gettext_noop("An officer at a public meeting"),
    Matter.PUBLICITY: gettext_noop("What is published to the public"),
    Matter.PUBLISHING_HERE: gettext_noop("What is published here to members and officers"),
    Matter.MEMBERS_WORDS: gettext_noop("What a member says to the media"),
    Matter.GROUP_BRIEFING: gettext_noop("A briefing, a report or an officer for a political group"),
    Matter.INFORMATION: gettext_noop("Access to information, enquiries and complaints"),
}


class Effect(StrEnum):
    """What becomes of a matter from the notice of election to the poll."""

    STOPPED = "stopped"
    NEEDS_REASON = "needs-reason"
    WITH_CARE = "with-care"
    GOES_ON = "goes-on"

    @property
    def label(self) -> str:
        """Its name in plain English."""
        return EFFECT_LABELS[self]


EFFECT_LABELS: Mapping[Effect, str] = {
    Effect.STOPPED: gettext_noop("Stopped"),
    Effect.NEEDS_REASON: gettext_noop("Needs a reason"),
    Effect.WITH_CARE: gettext_noop("With care"),
    Effect.GOES_ON: gettext_noop("Goes on"),
}


class MembersMeetings(Worded):
    """What becomes of the public meetings that members arrange on the authority's work."""

    NONE = (
        "none",
        gettext_noop(
            "From the notice of election to the poll, members arrange and hold no public meeting on the "
            "council’s work."
        ),
    )


class OfficersAttending(Worded):
    """Whether officers attend public meetings."""

    NOT_NORMALLY = (
        "not-normally",
        gettext_noop(
            "Once the notice of election is published, officers do not normally attend public meetings."
        ),
    )


class Publicity(Worded):
    """What the text says of publicity."""

    MORATORIUM = (
        "moratorium",
        gettext_noop("The protocol speaks of a moratorium on publicity in the run-up to an election."),
    )


class Media(Worded):
    """What the text says of members' words to the media."""

    PARTICULAR_CARE = (
        "particular-care",
        gettext_noop(
            "In the run-up to local or national elections, members take particular care not to seem to be "
            "electioneering in what they say to the media, unless they are asked as a candidate or as an "
            "activist of a party."
        ),
    )


# No text has a value for it, so that there is no field; that a text stops none is said all the same.
BRIEFINGS_GO_ON: Final = gettext_noop(
    "The protocol stops no briefing of a political group before an election."
)
APPLIED_BY: Final = "applied by"
MEETINGS: Final = "pre-election-meetings"
CARE: Final = "pre-election-publicity"
BRIEFINGS: Final = "briefings-before-an-election"


@dataclass(frozen=True)
class PreElectionTerms(Terms):
    """What one text says of the days before an election, each value beside its paragraphs."""

    topic: ClassVar[Topic] = Topic.ELECTIONS

    members_meetings: Stated[MembersMeetings] = field(
        metadata={
            APPLIED_BY: MEETINGS,
            WHEN_SILENT: gettext_noop(
                "The protocol does not speak of members’ public meetings before an election."
            ),
        }
    )
    officers_attending: Stated[OfficersAttending] = field(
        metadata={
            APPLIED_BY: MEETINGS,
            WHEN_SILENT: gettext_noop(
                "The protocol does not speak of officers at public meetings before an election."
            ),
        }
    )
    publicity: Stated[Publicity] = field(
        metadata={
            APPLIED_BY: CARE,
            WHEN_SILENT: gettext_noop(
                "The protocol does not speak of publicity before an election. The law does."
            ),
        }
    )
    media: Stated[Media] = field(
        metadata={
            APPLIED_BY: CARE,
            WHEN_SILENT: gettext_noop(
                "The protocol does not speak of what members say to the media before an election."
            ),
        }
    )

    def in_words(self) -> tuple[Term, ...]:
        """Every value with the rule that applies it, each silence, and that no briefing is stopped."""
        said = (
            replace(term, by=one.metadata[APPLIED_BY] if term.cites else "")
            for one in fields(self)
            for term in self._of(one)
        )
        return (*said, Term(self.topic, BRIEFINGS_GO_ON, by=BRIEFINGS))

    def of(self, name: str) -> Term:
        """What is said of one field, or the sentence for silence; the first where there are several."""
        one = next(one for one in fields(self) if one.name == name)
        return self._of(one)[0]
