"""What a text can say of who sees what: members, scrutiny, assistants, and those with an interest."""

from rulebook.stated import Worded
from rulebook.wording import gettext_noop


class Ground(Worded):
    """What access rests on beside the text itself."""

    LAW = "law", gettext_noop("Access follows members’ rights in statute and case law.")
    PROCEDURE_RULES = (
        "procedure-rules",
        gettext_noop("The constitution’s own rules on access apply beside the protocol."),
    )
    ENQUIRIES_ADD = (
        "enquiries-add",
        gettext_noop("A member’s enquiry adds to the legal rights of access and never replaces them."),
    )


class Presumption(Worded):
    """What officers start from."""

    GOOD_REASON_TO_WITHHOLD = (
        "good-reason-to-withhold",
        gettext_noop("Nothing that a member is entitled to is withheld without good reason."),
    )
    SUPPLY = (
        "supply-unless-good-reason",
        gettext_noop("What members ask for is supplied unless there is good reason to withhold it."),
    )
    LEGAL_RIGHT = "legal-right-is-met", gettext_noop("A request is met where the member has a legal right.")
    AS_NEEDED = "as-needed", gettext_noop("Members are given what they may reasonably need for their role.")
    CAUTION = (
        "caution",
        gettext_noop(
            "Officers hand over no file before it is clear that the request is reasonable and may be met."
        ),
    )


class NeedToKnow(Worded):
    """The tests of a need to know."""

    REASONABLY_NEEDED = (
        "reasonably-needed",
        gettext_noop("Members see what they reasonably need to carry out their duties."),
    )
    MEMBER_SHOWS_IT = "member-shows-it", gettext_noop("The member has to show the need to know.")
    NO_ROVING = "no-roving-commission", gettext_noop("There is no roving commission to see any document.")
    NO_FISHING = "no-fishing", gettext_noop("There are no fishing expeditions through the files.")
    NO_RESEARCH = (
        "no-research",
        gettext_noop(
            "Members cannot require research, unless their role or the officer’s job provides for it."
        ),
    )
    GOOD_FAITH = "good-faith", gettext_noop("The need to know must be in good faith.")
    THIRD_PARTIES = (
        "third-parties-weighed",
        gettext_noop("The effect of disclosure on other people may be weighed."),
    )
    REASONABLE_REQUEST = (
        "reasonable-request",
        gettext_noop("Officers consider whether the request is reasonable, and ask where they doubt it."),
    )


class OwnBody(Worded):
    """What the members of a body see of its papers."""

    BEYOND_PAPERS = (
        "beyond-formal-papers",
        gettext_noop(
            "Members of a committee generally need to know its matters and those of its sub-committees,"
            " beyond the formal papers."
        ),
    )
    GOOD_REASON = (
        "good-reason",
        gettext_noop("Members of a body have good reason to see every exempt item on its agenda."),
    )
    INSPECT = "inspect", gettext_noop("Members of a body may inspect documents about its business.")


class Executive(Worded):
    """What members of the executive see of the executive's papers."""

    FULL = "full", gettext_noop("Executive members have full access to executive reports.")
    AS_OWN_BODY = (
        "as-own-body",
        gettext_noop("Executive members see the executive’s papers as members of any body see its papers."),
    )


class OtherBodies(Worded):
    """What members see of the papers of a body on which they do not sit."""

    INSPECT = (
        "inspect-business-to-be-transacted",
        gettext_noop("Any member may inspect documents on business to be transacted at a meeting."),
    )
    FOI_OR_NEED = (
        "foi-or-need-to-know",
        gettext_noop(
            "For exempt or confidential papers, other members ask under freedom of information or show a"
            " need to know."
        ),
    )
    PROCEDURE_RULES = (
        "procedure-rules",
        gettext_noop(
            "Members who are not on the body have the rights in the constitution’s rules on access"
            " (chapter 3.2)."
        ),
    )
    STATUTE_AND_CONSTITUTION = (
        "statute-and-constitution",
        gettext_noop("Members may see certain documents by statute and the constitution."),
    )


class Inspection(Worded):
    """The limits of inspecting business to be transacted."""

    NOT_A_COPY = "not-a-copy", gettext_noop("The right is to inspect, not to be given a copy.")
    BEFORE_ONLY = "before-only", gettext_noop("The right to inspect ends with the meeting.")
    HELD_THEN = "held-then", gettext_noop("The right to inspect covers only what is held at the time.")
    EXEMPT_CLOSED = "exempt-closed", gettext_noop("The right to inspect does not reach an exempt report.")
    HELD_OR_CONTROLLED = (
        "held",
        gettext_noop("The right to inspect reaches what the council holds or controls."),
    )
    CONFIDENTIALITY = "confidentiality", gettext_noop("The right to inspect is subject to confidentiality.")
    EXECUTIVE_ALIKE = (
        "executive-alike",
        gettext_noop("The right to inspect holds likewise for business to be transacted by the executive."),
    )
    PRIVATE_MEETINGS = (
        "private-meetings",
        gettext_noop(
            "There are rights to papers of private executive meetings; the protocol says that none are held."
        ),
    )


class Opened(Worded):
    """Paragraphs of Schedule 12A that the text leaves open, before the meeting, to members off the body."""

    PARAGRAPH_3 = (
        "3",
        gettext_noop(
            "Financial or business affairs (paragraph 3) stay open to members before the meeting,"
            " but not terms proposed in negotiating a contract."
        ),
    )
    PARAGRAPH_6 = (
        "6",
        gettext_noop("Proposed notices, directions and orders (paragraph 6) stay open before the meeting."),
    )


class Mode(Worded):
    """How a paper that a member may see is given."""

    INSPECT = "inspect", gettext_noop("Members are given papers to inspect.")
    MARKED_COPY = "marked-copy", gettext_noop("What is released to members is given marked as confidential.")
    SUPPLY = "copy", gettext_noop("Members are supplied with the information itself.")


class Scrutiny(Worded):
    """What members of scrutiny committees have beyond other members."""

    ALL_AND_MORE = (
        "all-and-more",
        gettext_noop("Scrutiny members have every member’s rights and more to executive papers."),
    )
    COPIES = (
        "copies",
        gettext_noop(
            "Scrutiny members get copies on business transacted by a decision-making body, decisions of one"
            " Cabinet member and key decisions of officers."
        ),
    )
    RELEVANT = (
        "relevant-to-review-or-programme",
        gettext_noop(
            "Scrutiny gets exempt or confidential matter only if relevant to a review or the work programme."
        ),
    )
    NO_POLITICAL_ADVICE = (
        "no-political-advice",
        gettext_noop("Scrutiny members get no advice of a political adviser or assistant."),
    )
    PRIMA_FACIE = (
        "prima-facie",
        gettext_noop(
            "Scrutiny members have a prima facie need to know of exempt Cabinet items on what they review"
            " within the agreed work programme."
        ),
    )
    INSPECT_OWN = "inspect-own", gettext_noop("Scrutiny members may inspect documents about their business.")


class CoOpted(Worded):
    """What co-opted and independent members see."""

    REMIT_ONLY = (
        "remit-only",
        gettext_noop(
            "Co-opted and independent members see what falls in their body’s remit, and by statute."
        ),
    )
    AS_MEMBERS = "as-members", gettext_noop("Co-opted members count as members.")


class Independent(Worded):
    """What independent members of a standards committee see."""

    HEARINGS = (
        "hearings",
        gettext_noop(
            "Independent standards members see the public’s papers and reports for hearings, exempt too."
        ),
    )


class Assistants(Worded):
    """What political assistants see."""

    AS_NAMED_MEMBER = (
        "as-named-member",
        gettext_noop(
            "An assistant’s request counts as that of the member on whose behalf it is, and names them."
        ),
    )
    AS_MEMBERS = "as-members", gettext_noop("Political assistants have the access that members have.")


class Interests(Worded):
    """What an interest in the matter changes."""

    PRIVATE_PERSON = (
        "private-person",
        gettext_noop(
            "A member with a disclosable pecuniary, or a personal and prejudicial, interest sees only the"
            " public part, as a private person does."
        ),
    )
    SAYS_PRIVATE = (
        "says-private",
        gettext_noop("A member with such an interest must make clear that the request is a private one."),
    )
    ADVICE_FIRST = (
        "advice-first",
        gettext_noop("A member with a personal or prejudicial interest asks the Monitoring Officer first."),
    )


class PrivateCapacity(Worded):
    """What members see as private people."""

    AS_CUSTOMER = (
        "as-customer",
        gettext_noop("A member who comes as a customer is treated as anyone else is."),
    )
    OWN_DATA = "own-data", gettext_noop("Members may see the personal information held about themselves.")
