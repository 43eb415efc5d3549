"""What a group's request may turn on, as rules in the order in which they are tried."""

from enum import StrEnum

from rulebook.rule import Rule
from rulebook.wording import gettext_noop


class Outcome(StrEnum):
    """What becomes of a request."""

    ALLOW = "allow"
    MAY_DECLINE = "may-decline"
    DECLINE = "decline"
    REFER = "refer"
    MUST_ACCEPT = "must-accept"


class Trying(StrEnum):
    """A rule of the walk: first what bars the request, then who decides on it, then what it brings."""

    REQUESTER = "briefing-requester"
    COUNCIL_BUSINESS = "briefing-council-business"
    PARTY_POLITICAL = "briefing-party-political"
    PARTY_MEETING = "briefing-party-meeting"
    CONFIDENTIAL = "briefing-confidential-matter"
    NON_MEMBERS = "briefing-non-members"
    OTHER_OFFICERS = "briefing-other-officers"
    SPEAKER = "briefing-speaker"
    SILENT = "briefing-protocol-silent"
    SECOND_GROUP = "briefing-second-group"
    OTHER_POST = "briefing-another-is-asked"
    UNREASONABLE = "briefing-unreasonable"
    TOO_POLITICAL = "briefing-too-political"
    STRANGERS = "briefing-strangers"
    NOT_BARRED = "briefing-not-barred"
    EQUAL_ACCESS = "briefing-equal-access"
    CONTENT = "briefing-content"
    MUST_NOT = "briefing-must-not"
    CONFIDENCE = "briefing-confidence"


SENTENCES: dict[Trying, str] = {
    Trying.REQUESTER: gettext_noop(
        "Only those whom the text names ask for a political group; a member without a group asks for none."
    ),
    Trying.COUNCIL_BUSINESS: gettext_noop(
        "Officers help a political group with the authority’s own business and with nothing else."
    ),
    Trying.PARTY_POLITICAL: gettext_noop(
        "What is wholly party political is declined, in each form of help for which the text bars it."
    ),
    Trying.PARTY_MEETING: gettext_noop(
        "Officers go to no meeting that a party arranges, where the text says so."
    ),
    Trying.CONFIDENTIAL: gettext_noop(
        "A request for confidential or personal information is declined, in each form for which the text "
        "bars it."
    ),
    Trying.NON_MEMBERS: gettext_noop(
        "Where the text bars it, no officer attends a meeting at which anybody is present who is no member."
    ),
    Trying.OTHER_OFFICERS: gettext_noop(
        "Where the text bars it, no other officer is invited than those whom it names, unless a Director "
        "names one."
    ),
    Trying.SPEAKER: gettext_noop(
        "Where only senior officers speak to a group, another comes beside one of them with specialist "
        "knowledge, or in the place of a Director, as the text allows."
    ),
    Trying.SILENT: gettext_noop(
        "Where the text has no rule on what is asked for, the monitoring officer says what is done."
    ),
    Trying.SECOND_GROUP: gettext_noop(
        "Once one group was served, no discretion is left to refuse another on the same matter; what the "
        "text bars stays barred."
    ),
    Trying.OTHER_POST: gettext_noop(
        "A request that went to another officer goes on to the one whom the text names to decide it."
    ),
    Trying.UNREASONABLE: gettext_noop(
        "A request that an officer thinks unreasonable is decided by the officer whom the text names for it."
    ),
    Trying.TOO_POLITICAL: gettext_noop(
        "Where the text leaves it to them, officers may decline to attend on a matter that is too political."
    ),
    Trying.STRANGERS: gettext_noop(
        "Where the text leaves it to them, officers may decline a meeting at which anybody is present who is "
        "no member."
    ),
    Trying.NOT_BARRED: gettext_noop(
        "A request that nothing bars goes to the officer whom the text names, who may still decide on it."
    ),
    Trying.EQUAL_ACCESS: gettext_noop(
        "What one group is given, every other group is offered, told of or given on request, as the text has "
        "it for that form of help."
    ),
    Trying.CONTENT: gettext_noop("Officers give a group what the text names, such as facts and options."),
    Trying.MUST_NOT: gettext_noop(
        "Officers recommend nothing and deal with no political implications, where the text says so, even "
        "where a group asks for it."
    ),
    Trying.CONFIDENCE: gettext_noop(
        "What officers hear at a group’s meeting is kept confidential as the text has it."
    ),
}

REQUEST_RULES: tuple[Rule, ...] = tuple(Rule(one.value, SENTENCES[one]) for one in Trying)
