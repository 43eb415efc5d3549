"""What a text can say of help given to a group: who speaks, what is said, what the other groups get."""

from rulebook.stated import Worded
from rulebook.wording import gettext_noop


class Briefer(Worded):
    """Who may speak to a group."""

    SENIOR = "senior-officer", gettext_noop("Only senior officers speak to a group.")
    JUNIOR_BESIDE = (
        "junior-beside-senior",
        gettext_noop("A junior officer with specialist knowledge may come with a senior officer."),
    )
    NOMINEE = "nominated-by-director", gettext_noop("A Director may name another officer to attend instead.")
    REPRESENTATIVE = (
        "representative",
        gettext_noop("The officer who was asked to attend may send a representative."),
    )


class Senior(Worded):
    """Who counts as a senior officer."""

    DIRECTORS = "directors", gettext_noop("Senior officers are the Chief Executive and the Directors.")


class EqualAccess(Worded):
    """What every other group gets."""

    ON_REQUEST = "on-request", gettext_noop("What one group is given, any other group gets that asks.")
    OFFER_ALL = (
        "offer-all",
        gettext_noop("What one group is offered or asks for is offered to every other group."),
    )
    INFORM_ALL = (
        "inform-all",
        gettext_noop("All other groups are told that an officer attended, and on what subject."),
    )
    INFORM_ALL_COPY_ON_REQUEST = (
        "inform-all-copy-on-request",
        gettext_noop("All other groups are told that a report was prepared; one that asks gets a copy."),
    )
    SAME_ADVICE_ON_REQUEST = (
        "same-advice-on-request",
        gettext_noop("Another group that asks on the same matter gets substantially the same advice."),
    )


class SecondGroup(Worded):
    """That no discretion is left once one group was served, and over what."""

    MUST_ACCEPT = (
        "must-accept",
        gettext_noop("Once one group was served, another that asks on the same matter is not refused."),
    )
    COPY_GIVEN = (
        "copy-given",
        gettext_noop("A report prepared for one group is refused to no other group that asks for it."),
    )


class Content(Worded):
    """What officers may give a group."""

    FACTS = "facts", gettext_noop("Officers give factual information.")
    OPTIONS = "options", gettext_noop("Officers set out the options with their merits and demerits.")
    ADVICE = "advice", gettext_noop("Officers give advice on the authority’s business.")


class MustNot(Worded):
    """What officers must not give a group."""

    RECOMMENDATION = "recommendation", gettext_noop("Officers recommend nothing to a group.")
    POLITICAL_IMPLICATIONS = (
        "political-implications",
        gettext_noop("Officers do not deal with political implications."),
    )


class Confidentiality(Worded):
    """What becomes of what officers hear at a group's meeting."""

    OFFICERS_RESPECT = (
        "officers-respect",
        gettext_noop("Officers keep what they hear at a group’s meeting confidential."),
    )
    OFFICERS_REQUEST = (
        "officers-request",
        gettext_noop("Officers ask for confidentiality of what they learn at a group’s meeting."),
    )


class Safeguard(Worded):
    """What else a text has to keep officers impartial and groups equal."""

    JOINT = "joint", gettext_noop("Where possible one briefing serves all groups, or several of them.")
    EVEN_HANDED = "even-handed", gettext_noop("Every group is dealt with on equal terms.")
    FACTUAL_SUPPORT = (
        "factual-support",
        gettext_noop("Officers bear in mind that members need to be supported with facts."),
    )
    GROUPS_SUPPORTED = (
        "groups-supported",
        gettext_noop("The authority supports political groups with an eye to officers’ impartiality."),
    )
    NOT_INSTEAD = (
        "not-instead-of-formal-advice",
        gettext_noop("Help for a group does not stand in for information and advice at formal meetings."),
    )
    NO_STATUS = (
        "no-formal-status",
        gettext_noop("A group decides nothing for the council, and an officer’s presence lends no status."),
    )
    NO_SUPPORT = "no-support", gettext_noop("An officer’s presence does not mean support for a view.")
    IMPARTIALITY = "impartiality", gettext_noop("Members do nothing that compromises officers’ impartiality.")
    RELAYED_IF_ASKED = (
        "relayed-if-asked",
        gettext_noop("What is said at a group’s meeting goes to others only if the group asks for it."),
    )
    DIRECTORS_TOLD = (
        "directors-told",
        gettext_noop("The Chief Executive or a Director may tell other Directors who need to know."),
    )
    INCIDENTS = (
        "incidents-reported",
        gettext_noop(
            "The clerk to the meeting reports disrespect to the Chief Executive and Monitoring Officer."
        ),
    )
    VERIFIED = (
        "comments-verified",
        gettext_noop("An officer may check comments and advice put under their name in a group’s record."),
    )
    NOT_QUOTED = (
        "not-quoted",
        gettext_noop(
            "Advice to a group is not quoted in public or at Council, nor its talk in public reports."
        ),
    )
    DIFFICULT_CASES = (
        "difficult-cases",
        gettext_noop(
            "Difficult cases go to the Monitoring Officer or Chief Executive and the group’s leader."
        ),
    )


class Routine(Worded):
    """Briefings of those who hold office, which no group asks for."""

    PORTFOLIO_HOLDERS = (
        "portfolio-holders",
        gettext_noop("Directors brief portfolio holders on services, proposals and policy."),
    )
    REGULAR_CONTACT = (
        "regular-contact",
        gettext_noop("Directors and executive members agree how they keep in regular contact."),
    )
    CHAIRS = "chairs", gettext_noop("Directors may brief committee chairs on the committee’s matters.")
    CHAIRS_OFFERED = (
        "chairs-offered",
        gettext_noop(
            "Lead officers offer regular informal meetings to chairmen, vice-chairmen and spokesmen."
        ),
    )
    LEAD_MEMBER = (
        "lead-member",
        gettext_noop("The Director of Children’s Services reports regularly to the lead member."),
    )
    SCRUTINY_CHAIRS = (
        "scrutiny-chairs",
        gettext_noop("Scrutiny chairmen keep in regular contact with the officers who support them."),
    )
    ADMINISTRATION_DIFFERS = (
        "administration-differs",
        gettext_noop(
            "Senior officers’ dealings with the administration differ from those with opposition groups."
        ),
    )
