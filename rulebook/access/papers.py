"""What a text can say of what is open and what is closed: papers, other people’s, groups’, premises."""

from rulebook.stated import Worded
from rulebook.wording import gettext_noop


class Constituents(Worded):
    """When information about somebody is given to the member who asks for them."""

    WITHIN_LIMITS = (
        "within-limits",
        gettext_noop("Members may ask, within limits, for personal information on those they represent."),
    )
    PUBLIC_AND_NOT_BARRED = (
        "public-and-not-barred",
        gettext_noop("For somebody else only what is public and not barred by data protection is given."),
    )
    WRITTEN_AUTHORITY = (
        "written-authority",
        gettext_noop(
            "A member who asks for one of the public needs that person’s authority, in writing, clear and"
            " explicit."
        ),
    )
    SERVICE_REQUEST = (
        "service-request",
        gettext_noop("A service asked for on a constituent’s behalf is dealt with as a service request."),
    )


class ThirdParties(Worded):
    """What protects other people's information."""

    NOT_REPRESENTED = (
        "not-represented",
        gettext_noop("Personal information about people whom the member does not represent may be closed."),
    )
    ADVICE_FIRST = (
        "advice-first",
        gettext_noop(
            "Where data protection would probably be breached, the member asks the Monitoring Officer first."
        ),
    )
    OWNERSHIP_FIRST = (
        "ownership-first",
        gettext_noop("Officers settle first whether information is the council’s own or another’s."),
    )
    OWNERS_CONSENT = (
        "owners-consent",
        gettext_noop("Another’s confidential information is released only once its owner consents."),
    )


class GroupPapers(Worded):
    """What stays with a political group."""

    MEETING_KEPT = (
        "meeting-kept",
        gettext_noop("What officers learn at a group’s meeting is not told to others."),
    )
    WORKINGS_CLOSED = (
        "workings-closed",
        gettext_noop("By convention nobody needs to know another group’s internal workings."),
    )


class Correspondence(Worded):
    """What becomes of members' correspondence."""

    WITH_AUTHORISATION = (
        "with-authorisation",
        gettext_noop("A member’s correspondence is shown to no other member without authorisation."),
    )
    AUTHORS_CONSENT = (
        "authors-consent",
        gettext_noop("A letter is copied to another member only if its author says so or consents."),
    )
    NO_BLIND_COPIES = "no-blind-copies", gettext_noop("Copying is always open: there are no blind copies.")
    PRIVATE_ON_REQUEST = (
        "private-on-request",
        gettext_noop("A member may ask for privacy; an officer who cannot keep it says so at once."),
    )
    GENERAL_INTEREST = (
        "general-interest",
        gettext_noop(
            "Letters of general interest may be copied to the executive member or chair, unless private."
        ),
    )


class Premises(Worded):
    """Whether members may enter premises."""

    RIGHT = "right", gettext_noop("Members may enter the council’s land and premises to fulfil their duties.")
    NO_GENERAL_RIGHT = (
        "no-general-right",
        gettext_noop("Members have no general right to visit premises that are not open to the public."),
    )
    FOR_A_PURPOSE = (
        "for-a-purpose",
        gettext_noop("A visit for a specific purpose is open to members who need to know."),
    )
    ARRANGED_AHEAD = (
        "arranged-ahead",
        gettext_noop("Visits are notified and arranged ahead with whoever is in charge, where practicable."),
    )
    SITE_RULES = (
        "site-rules",
        gettext_noop("Visitors keep the rules of the place on health, safety and security."),
    )
    NO_INTERFERENCE = (
        "no-interference",
        gettext_noop("Visitors do not interfere with the work that is going on."),
    )
    MADE_KNOWN = (
        "made-known",
        gettext_noop("Visitors normally make themselves known to the person in charge."),
    )
    WARD_MEMBERS_TOLD = (
        "ward-members-told",
        gettext_noop("Ward members are told before a visit by a member from outside the ward."),
    )
    SPECIAL_CARE = (
        "special-care",
        gettext_noop("Members take special care at schools and with vulnerable people."),
    )


class Public(Worded):
    """What everybody sees, and members with them."""

    OPEN_PAPERS = (
        "open-papers",
        gettext_noop("Everybody sees agendas, reports and minutes that are not exempt."),
    )
    FORWARD_PLAN = "forward-plan", gettext_noop("Everybody sees the forward plan of key decisions.")
    PUBLICATION_SCHEME = (
        "publication-scheme",
        gettext_noop("The publication scheme presumes that information is disclosed."),
    )
    EXECUTIVE_AGENDAS = (
        "executive-agendas",
        gettext_noop("Executive agendas are public unless Schedule 12A applies."),
    )
    CABINET_IN_PUBLIC = "cabinet-in-public", gettext_noop("All Cabinet meetings are held in public.")
    MEMBERS_ALIKE = "members-alike", gettext_noop("Members have the public’s rights to public information.")
    NOT_CLOSED_MATTER = (
        "not-closed-matter",
        gettext_noop("The public’s rights do not reach exempt or confidential information."),
    )


class InformationLaw(Worded):
    """The route under information law."""

    FOI = (
        "foi",
        gettext_noop("Anyone may ask under freedom of information and is answered in 20 working days."),
    )
    EIR = "eir", gettext_noop("Environmental information is given in 20 working days; a fee may be charged.")
    NO_FORM = (
        "no-form",
        gettext_noop("A member who has a right under freedom of information need not make a formal request."),
    )
    AS_ANYBODY = "as-anybody", gettext_noop("Members may ask under information law as anybody may.")
    INSTEAD_OF_NEED = (
        "instead-of-need",
        gettext_noop("Members who show no need to know may ask under freedom of information."),
    )
    NEVER_HINDERED = (
        "never-hindered",
        gettext_noop("Nobody prevents another from getting what the law entitles them to."),
    )


class CostLimit(Worded):
    """Above how many hours of work the text lets a request be charged for; the value is the figure."""

    HOURS_18_5 = "18.5", gettext_noop("Fees are payable for a request that takes over 18½ hours.")


class ExemptLaw(Worded):
    """How information comes to be exempt."""

    SCHEDULE_12A = "schedule-12a", gettext_noop("What is exempt follows from the Local Government Act 1972.")
    PUBLIC_INTEREST = (
        "public-interest",
        gettext_noop(
            "An exemption holds only while the public interest in closing outweighs that in opening."
        ),
    )
    MAY_STILL_BE_DISCLOSED = (
        "may-still-be-disclosed",
        gettext_noop("Exempt information may still be disclosed where that is in the public interest."),
    )
    DOUBT_STAYS_CLOSED = (
        "doubt-stays-closed",
        gettext_noop("In doubt a paper is kept confidential until the body has taken a view."),
    )
    REGISTRABLE = (
        "registrable",
        gettext_noop("Paragraph 3 does not cover what must be registered as a company, society or charity."),
    )


class Exempt(Worded):
    """The paragraphs of Schedule 12A as a text of our six writes them out."""

    PARAGRAPH_1 = "1", gettext_noop("Exempt by paragraph 1: about any individual.")
    PARAGRAPH_2 = "2", gettext_noop("Exempt by paragraph 2: likely to reveal who an individual is.")
    PARAGRAPH_3 = "3", gettext_noop("Exempt by paragraph 3: anybody’s financial or business affairs.")
    PARAGRAPH_4 = (
        "4",
        gettext_noop("Exempt by paragraph 4: consultations or negotiations on labour relations."),
    )
    PARAGRAPH_5 = "5", gettext_noop("Exempt by paragraph 5: legal professional privilege.")
    PARAGRAPH_6 = "6", gettext_noop("Exempt by paragraph 6: a proposed notice, order or direction.")
    PARAGRAPH_7 = "7", gettext_noop("Exempt by paragraph 7: preventing, investigating or prosecuting crime.")
    PARAGRAPH_7A = "7A", gettext_noop("Exempt by paragraph 7A, in standards hearings only: confidences.")
    PARAGRAPH_7B = (
        "7B",
        gettext_noop("Exempt by paragraph 7B, in standards hearings only: national security."),
    )
    PARAGRAPH_7C = "7C", gettext_noop("Exempt by paragraph 7C, in standards hearings only: deliberations.")


class Confidential(Worded):
    """What counts as confidential."""

    NEVER_PUBLIC = (
        "never-public",
        gettext_noop("Some kinds of information must never be disclosed to the public."),
    )

    GOVERNMENT = (
        "government",
        gettext_noop("Confidential is what a government department gave on terms that forbid disclosure."),
    )
    ENACTMENT_OR_COURT = (
        "enactment-or-court",
        gettext_noop("Confidential is what an enactment or a court order forbids to disclose."),
    )
    MARKED = "marked", gettext_noop("Papers marked exempt or confidential are treated as confidential.")
    CIRCUMSTANCES = (
        "circumstances",
        gettext_noop("Other information may be confidential for the public interest or how it was obtained."),
    )
    PRIVATE_AFFAIRS = (
        "private-affairs",
        gettext_noop("Somebody’s private or business affairs, and their letters, are normally confidential."),
    )


class ProperOfficer(Worded):
    """The proper officer's part."""

    MAY_WITHHOLD = (
        "may-withhold",
        gettext_noop("The proper officer may withhold confidential or exempt information."),
    )
