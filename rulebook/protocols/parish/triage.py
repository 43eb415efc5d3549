"""Where a request goes in a parish: what is reasonable, the owner’s consent, and silence on most else."""

from rulebook.citation import Citation, Source
from rulebook.post import Post
from rulebook.protocols.cites import pa
from rulebook.triage import (
    MEMBERS,
    OWN_DATA,
    Asker,
    Asks,
    Course,
    Fact,
    Handling,
    Matter,
    Right,
    Rung,
    TriageTerms,
    left_with_information_law,
)
from rulebook.wording import gettext_noop

# A councillor who is co-opted to a vacancy of a parish council is a member like any other.
CO_OPTION = Citation("LGA 1972 s89(6)", Source.ACT, "Local Government Act 1972", "section 89(6)")

TRIAGE = TriageTerms(
    courses={
        Matter.PARTY_POLITICAL: (
            Course(
                Handling.REFUSE,
                gettext_noop(
                    "The Council’s support is for Council business only, never for party political or "
                    "campaigning work, so officers cannot do this. You can ask about Council business "
                    "instead."
                ),
                pa("RES.2", "RES.3", "PRI.5"),
            ),
        ),
        Matter.ESTABLISHED_PROCEDURE: (),
        Matter.CONSTITUENT_COMPLAINT: (),
        Matter.SERVICE_REQUEST: (),
        Matter.WHICH_MEMBER: (),
        Matter.DISPUTE: (
            Course(
                Handling.REFER,
                gettext_noop(
                    "An officer who is unsure about a request discusses it with the Monitoring Officer, "
                    "whose opinion on the protocol prevails. You can tell the Monitoring Officer why you "
                    "need this."
                ),
                pa("ATI.5", "INT.3"),
                {Fact.ASKED_BY: MEMBERS},
                to=(Post.MONITORING_OFFICER,),
            ),
        ),
        Matter.REMIT: (),
        Matter.AUTHORITY: (
            Course(
                Handling.REFUSE,
                gettext_noop(
                    "An officer gives only what may be shared, and data protection law bars this. You can "
                    "ask the Monitoring Officer for advice."
                ),
                pa("ATI.5"),
                {Fact.DATA_PROTECTION_BARS: (True,)},
            ),
            Course(
                Handling.SAR,
                gettext_noop(
                    "You ask for personal information about yourself, so it is handled as a subject access "
                    "request. You can ask when the reply is due."
                ),
                (OWN_DATA,),
                {Fact.RIGHT_ARISES_UNDER: (Right.DPA,), Fact.FOR_CONSTITUENT: (False,)},
            ),
            Course(
                Handling.ASK_FOR_AUTHORITY,
                gettext_noop(
                    "Confidential information that belongs to another person is released only with that "
                    "person’s consent. Send the consent in writing, and the request goes on."
                ),
                pa("ATI.4"),
                {
                    Fact.FOR_CONSTITUENT: (True,),
                    Fact.PERSONAL_DATA: (True,),
                    Fact.IN_PUBLIC_DOMAIN: (False,),
                    Fact.WRITTEN_AUTHORITY: (False,),
                },
                presumed=(Fact.IN_PUBLIC_DOMAIN, Fact.WRITTEN_AUTHORITY),
            ),
        ),
        Matter.WITHHELD: (
            Course(
                Handling.REFUSE,
                gettext_noop(
                    "The information is withheld: the proper officer may withhold what is confidential or "
                    "exempt. You can ask the Monitoring Officer, whose opinion on the protocol prevails."
                ),
                pa("ATI.2"),
            ),
        ),
        Matter.REDIRECT: (),
        Matter.ENQUIRY: (
            Course(
                Handling.MAY_DECLINE,
                gettext_noop(
                    "Members give staff no direct instructions, so an officer may decline research. You can "
                    "ask the Clerk for what is already held."
                ),
                pa("EMP.4", "ATI.5"),
                {Fact.ASKS_FOR: (Asks.RESEARCH,)},
            ),
            Course(
                Handling.REFER,
                gettext_noop(
                    "A request must be reasonable, and an officer who is unsure discusses it with the "
                    "Monitoring Officer. You can narrow the request, or agree another date or reply."
                ),
                pa("ATI.5"),
                {Fact.DISPROPORTIONATE: (True,)},
                to=(Post.MONITORING_OFFICER,),
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "The person whom the information belongs to consents in writing, so this is a member’s "
                    "enquiry. An officer gives what is reasonable and may be shared."
                ),
                pa("ATI.4", "ATI.5"),
                {
                    Fact.FOR_CONSTITUENT: (True,),
                    Fact.PERSONAL_DATA: (True,),
                    Fact.WRITTEN_AUTHORITY: (True,),
                },
            ),
            *left_with_information_law(
                {},
                gettext_noop(
                    "The protocol has no procedure for members’ enquiries, so this is handled as a request "
                    "under the law that gives you the right. You can ask when the reply is due."
                ),
                (),
            ),
            Course(
                Handling.REFER,
                gettext_noop(
                    "The protocol has no procedure for members’ enquiries. Ask the Monitoring Officer, who "
                    "says where this goes; documents on business of a coming meeting are open to you all "
                    "the same."
                ),
                pa("INT.2", "ATI.1", "ATI.5"),
                to=(Post.MONITORING_OFFICER,),
                gap=True,
            ),
        ),
    },
    by_local_term=(
        Course(
            Handling.MEMBER_ENQUIRY,
            gettext_noop(
                "This is a member’s enquiry: the council has set a time for replies. An officer gives what "
                "is reasonable and may be shared."
            ),
            pa("ATI.1", "ATI.5"),
        ),
    ),
    appeal=(Rung.MONITORING_OFFICER,),
    appeal_cites=pa("INT.3"),
    as_member={Asker.CO_OPTED_MEMBER: (CO_OPTION,)},
    unsettled=pa("INT.2"),
    no_instructions=pa("EMP.4"),
)
