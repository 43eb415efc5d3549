"""What a text can say of a group's request: who asks for what, of whom, who decides, and what bars it."""

from rulebook.stated import Worded
from rulebook.wording import gettext_noop


class Form(Worded):
    """The forms of help that a group may ask for."""

    BRIEFING = "briefing", gettext_noop("A political group may ask for a briefing.")
    REPORT = "report", gettext_noop("A political group may ask for a written report.")
    ATTENDANCE = "attendance", gettext_noop("A political group may ask an officer to its meeting to advise.")


class Requester(Worded):
    """Who may ask; a member without a group stands in no text."""

    GROUP_LEADER = "group-leader", gettext_noop("The leader of a political group may ask.")
    COUNCIL_LEADER = "council-leader", gettext_noop("The Leader of the Council may ask for their own group.")
    GROUP_MEMBER = "group-member", gettext_noop("A member may ask on the group’s behalf.")


class Asked(Worded):
    """Whom a group asks; each value is a post."""

    CHIEF_EXECUTIVE = "chief-executive", gettext_noop("The Chief Executive may be asked.")
    DIRECTOR = "director", gettext_noop("The Director concerned may be asked.")
    CLERK = "clerk", gettext_noop("The Clerk may be asked.")


class OthersAsked(Worded):
    """Whether officers in other posts may be asked."""

    BARRED = (
        "barred",
        gettext_noop(
            "An officer who is neither the Chief Executive nor a Director is not invited to a group’s"
            " meeting."
        ),
    )


class Decider(Worded):
    """Who decides whether the request is met; the values but one are posts."""

    CHIEF_EXECUTIVE = (
        "chief-executive",
        gettext_noop("The Chief Executive decides whether the request is met."),
    )
    CLERK = "clerk", gettext_noop("The Clerk decides whether the request is met.")
    WHO_IS_ASKED = (
        "who-is-asked",
        gettext_noop("The officer who was asked decides whether the request is met."),
    )


class Substitute(Worded):
    """Who decides while that officer is absent."""

    EXECUTIVE_DIRECTOR = (
        "executive-director",
        gettext_noop(
            "While the Chief Executive is absent, the Executive Director concerned is asked instead."
        ),
    )


class Subject(Worded):
    """What the request may be about."""

    OWN_BUSINESS = "own-business", gettext_noop("The request must concern the authority’s own business.")


class ConfidentialMatter(Worded):
    """Whether confidential or personal information may be asked for."""

    BARRED = (
        "barred",
        gettext_noop("A briefing or report must not be asked for confidential or personal information."),
    )


class Unreasonable(Worded):
    """Who determines a request that an officer thinks unreasonable; the value is a post."""

    CHIEF_EXECUTIVE = (
        "chief-executive",
        gettext_noop(
            "The Chief Executive decides on a request for a briefing or report that an officer thinks"
            " unreasonable, where necessary with the group leaders."
        ),
    )


class PartyPolitical(Worded):
    """What follows where the matter is wholly party political: all but one bar the help."""

    BARRED = "barred", gettext_noop("Officers give no help with a matter that is wholly party political.")
    NO_REPORT = (
        "no-report",
        gettext_noop("Officers prepare no briefing or report on a matter that is wholly party political."),
    )
    MAY_DECLINE = (
        "may-decline",
        gettext_noop(
            "The officer may decline to attend where the matter is so political that attending would be"
            " inappropriate."
        ),
    )


class PoliticalTalk(Worded):
    """Where officers stand when a meeting turns to politics."""

    KEPT_OUT = "kept-out", gettext_noop("Officers are kept out of political discussion.")
    ABSENT = (
        "absent",
        gettext_noop("Officers are not present at the parts of a meeting that are wholly political."),
    )
    GOOD_PRACTICE = (
        "good-practice",
        gettext_noop("It is good practice to discuss and decide party matters without officers."),
    )


class NonMembers(Worded):
    """What follows where people attend who are neither members nor officers."""

    BARRED = (
        "barred",
        gettext_noop("No officer attends a group meeting at which people are present who are not members."),
    )
    MAY_DECLINE = (
        "may-decline",
        gettext_noop(
            "Only members and officers attend; officers may refuse to brief a meeting where anybody else is."
        ),
    )
    NOT_EXPECTED = (
        "not-expected",
        gettext_noop(
            "Officers are not normally expected to attend where some of those present are not members,"
            " above all on confidential or political matters."
        ),
    )


class PartyMeetings(Worded):
    """Whether officers go to meetings that a party arranges."""

    BARRED = "barred", gettext_noop("Officers do not go to meetings that a political party arranges.")
