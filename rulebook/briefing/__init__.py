"""What a text says of help for political groups: who asks, who decides, who hears, what every group gets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from rulebook.briefing import given, request
from rulebook.stated import WHEN_SILENT, Cites, Stated, Terms
from rulebook.term import Topic
from rulebook.wording import gettext_noop


@dataclass(frozen=True)
class BriefingTerms(Terms):
    """What one text says of help for political groups, each value beside its paragraphs.

    Where a text's answer depends on the form of help, the field holds one for each form that has an answer.
    `requesters`, where there are any, are all who may ask; `asked` bars other posts only with `others_asked`.
    """

    topic: ClassVar[Topic] = Topic.BRIEFINGS

    forms: Mapping[request.Form, Cites] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol does not say what a political group may ask of officers.")
        }
    )
    requesters: Mapping[request.Requester, Cites] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol does not say who may ask for a political group.")}
    )
    asked: Mapping[request.Asked, Cites] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol does not say which officer a political group asks.")
        }
    )
    others_asked: Stated[request.OthersAsked] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol bars no officer from being asked.")}
    )
    decided_by: Stated[request.Decider] = field(
        metadata={
            WHEN_SILENT: gettext_noop(
                "The protocol names nobody who decides; the Monitoring Officer is asked."
            )
        }
    )
    in_absence: Stated[request.Substitute] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol does not say who decides while that officer is absent.")
        }
    )
    subject: Stated[request.Subject] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol does not say what a political group may ask about.")
        }
    )
    confidential: Mapping[request.Form, Stated[request.ConfidentialMatter]] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol does not bar asking for confidential information.")}
    )
    unreasonable: Mapping[request.Form, Stated[request.Unreasonable]] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol names nobody who decides on an unreasonable request.")
        }
    )
    party_political: Mapping[request.Form, Stated[request.PartyPolitical]] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol does not speak of requests that are party political.")
        }
    )
    political_talk: Stated[request.PoliticalTalk] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol does not say what officers do when talk turns political.")
        }
    )
    non_members: Stated[request.NonMembers] = field(
        metadata={
            WHEN_SILENT: gettext_noop(
                "The protocol does not say what follows where others than members attend."
            )
        }
    )
    party_meetings: Stated[request.PartyMeetings] = field(
        metadata={
            WHEN_SILENT: gettext_noop(
                "The protocol does not speak of meetings that a political party arranges."
            )
        }
    )
    briefers: Mapping[given.Briefer, Cites] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol does not say which officers may speak to a group.")}
    )
    senior: Stated[given.Senior] = field(
        metadata={
            WHEN_SILENT: gettext_noop(
                "The protocol does not say who is a senior officer; the portal takes heads of service and"
                " those above them."
            )
        }
    )
    content: Mapping[given.Content, Cites] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol does not say what officers may give a group.")}
    )
    must_not: Mapping[given.MustNot, Cites] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol does not bar recommendations or political implications.")
        }
    )
    equal_access: Mapping[request.Form, Stated[given.EqualAccess]] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol does not say what the other groups are offered or told.")
        }
    )
    second_group: Mapping[request.Form, Stated[given.SecondGroup]] = field(
        metadata={WHEN_SILENT: gettext_noop("The protocol does not say that a second group must be served.")}
    )
    confidentiality: Stated[given.Confidentiality] = field(
        metadata={
            WHEN_SILENT: gettext_noop(
                "The protocol does not say what becomes of what officers hear at a meeting."
            )
        }
    )
    safeguards: Mapping[given.Safeguard, Cites] = field(metadata={WHEN_SILENT: ""})
    routine: Mapping[given.Routine, Cites] = field(
        metadata={
            WHEN_SILENT: gettext_noop("The protocol has no regular briefings of those who hold office.")
        }
    )
