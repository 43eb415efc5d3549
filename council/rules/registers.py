"""The rules of the registers of people and posts, as the register of obligations names them."""

from rulebook.citation import Citation, Source
from rulebook.rule import Rule
from rulebook.wording import gettext_noop


def _act(id_: str, title: str, pinpoint: str) -> tuple[Citation, ...]:
    return (Citation(id_, Source.ACT, title, pinpoint),)


_ACT_1989 = "Local Government and Housing Act 1989"
NEVER_TWO_HOLDERS = Rule("council.never-two-holders", gettext_noop("A post has one holder on a day."))
HELD_IN_OFFICE = Rule(
    "council.held-in-office",
    gettext_noop(
        "A member’s post is held only by a member, an officer’s only by an officer or by somebody from "
        "outside."
    ),
)
FOLLOWS_ANOTHER = Rule(
    "council.follows-another", gettext_noop("Who holds the post follows from another register.")
)
INCOMPATIBLE = Rule(
    "council.incompatible",
    gettext_noop("The monitoring officer is neither the head of paid service nor the section 151 officer."),
    _act("LGHA 1989 s5(1A)", _ACT_1989, "section 5(1A)"),
)
HOLDER_IS_TOLD = Rule(
    "council.holder-is-told",
    gettext_noop("The holder hears before somebody else takes a post that opens confidential matter."),
)
STANDS_IN = Rule(
    "council.stands-in",
    gettext_noop("Whoever stands in gets no power that they could not hold themselves, and no loop is made."),
)
POLITICALLY_RESTRICTED = Rule(
    "council.politically-restricted",
    gettext_noop("The register says which posts the law keeps from party activity beyond membership."),
    _act("LGHA 1989 s2", _ACT_1989, "section 2"),
)
POLITICAL_ASSISTANTS = Rule(
    "council.political-assistants",
    gettext_noop("A political assistant supports one group and nobody else; a group has one."),
    _act("LGHA 1989 s9", _ACT_1989, "section 9"),
)
NO_DIRECTION = Rule(
    "council.no-direction",
    gettext_noop("A political assistant manages nobody but their own secretarial and clerical support."),
)
OFFICERS_HERE = Rule(
    "council.officers-here",
    gettext_noop(
        "Whoever works for the council counts as an officer, whoever employs them: an arm’s-length body, an "
        "agency, a contractor or a school."
    ),
)
MEMBERS_HERE = Rule("council.members-here", gettext_noop("Co-opted members are members."))
NOMINATING_DISTRICT = Rule(
    "council.nominating-district",
    gettext_noop("The register says which district council nominated a member."),
)
ANSWERS_FOR_PROTOCOL = Rule(
    "council.answers-for-protocol",
    gettext_noop("The register says who answers for the protocol, as the text names them."),
)
GROUP_IS_NOTIFIED = Rule(
    "council.group-is-notified",
    gettext_noop("A political group is two or more members who have told the proper officer so in writing."),
    (
        Citation(
            "LG(CPG)R 1990 reg 8",
            Source.STATUTORY_INSTRUMENT,
            "Local Government (Committees and Political Groups) Regulations 1990",
            "regulation 8",
        ),
    ),
)

# Those that the register of obligations names.
RULES = (
    POLITICALLY_RESTRICTED,
    POLITICAL_ASSISTANTS,
    NO_DIRECTION,
    OFFICERS_HERE,
    MEMBERS_HERE,
    NOMINATING_DISTRICT,
    ANSWERS_FOR_PROTOCOL,
    INCOMPATIBLE,
    NEVER_TWO_HOLDERS,
    HELD_IN_OFFICE,
    FOLLOWS_ANOTHER,
    HOLDER_IS_TOLD,
    STANDS_IN,
    GROUP_IS_NOTIFIED,
)
