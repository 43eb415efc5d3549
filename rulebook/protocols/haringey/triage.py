"""Where a request goes at Haringey: to the Director, a procedure, a service, or the member who is named."""

from rulebook.post import Post
from rulebook.protocols.cites import ha
from rulebook.triage import (
    FROM_ASSISTANT_DIRECTOR,
    MEMBERS,
    Asker,
    Asks,
    Course,
    Fact,
    Ground,
    Handling,
    Matter,
    Right,
    Rung,
    TriageTerms,
    other_than,
)
from rulebook.wording import gettext_noop

TRIAGE = TriageTerms(
    courses={
        Matter.PARTY_POLITICAL: (
            Course(
                Handling.REFUSE,
                gettext_noop(
                    "Officers must not be asked for party political work or for what could prejudice their "
                    "impartiality, so they cannot do this. You can ask about Council business instead."
                ),
                ha("2.5b", "3.4b", "3.3e"),
            ),
        ),
        Matter.ESTABLISHED_PROCEDURE: (
            Course(
                Handling.ESTABLISHED_PROCEDURE,
                gettext_noop(
                    "There is an established procedure for this, so it goes through that and not through the "
                    "Member Enquiry Process. You can follow it there."
                ),
                ha("4.7b"),
            ),
        ),
        Matter.CONSTITUENT_COMPLAINT: (
            Course(
                Handling.CORPORATE_COMPLAINT,
                gettext_noop(
                    "Complaints are answered in time under the agreed procedures, so a constituent’s "
                    "complaint goes through the Council’s complaints procedure. You can follow it there."
                ),
                ha("3.2b"),
                {Fact.ASKED_BY: MEMBERS},
            ),
        ),
        Matter.SERVICE_REQUEST: (
            Course(
                Handling.SERVICE_REQUEST,
                gettext_noop(
                    "This is a service for the person who asks, who is treated like any other customer. It "
                    "goes to the service team. You can follow it there."
                ),
                ha("4.25a", "4.8"),
                {Fact.FOR_CONSTITUENT: (False,)},
            ),
            Course(
                Handling.SERVICE_REQUEST,
                gettext_noop(
                    "A service that is asked for on a constituent’s behalf is dealt with as a service "
                    "request by the appropriate service team. You can follow it there."
                ),
                ha("4.8"),
            ),
        ),
        Matter.WHICH_MEMBER: (
            Course(
                Handling.ASK_WHICH_MEMBER,
                gettext_noop(
                    "A political group assistant asks on a member’s behalf and says which member it is. Say "
                    "for which member you ask; the request is then treated as the member’s own."
                ),
                ha("4.9"),
                {Fact.ON_BEHALF_OF_NAMED_MEMBER: (False,)},
                presumed=(Fact.ON_BEHALF_OF_NAMED_MEMBER,),
            ),
        ),
        Matter.DISPUTE: (
            Course(
                Handling.REFER,
                gettext_noop(
                    "The protocol names nobody who decides a dispute about access; questions about it go to "
                    "the Chief Executive or the Monitoring Officer. Ask the Monitoring Officer."
                ),
                ha("1.2b"),
                {Fact.ASKED_BY: MEMBERS},
                to=(Post.MONITORING_OFFICER,),
                gap=True,
            ),
        ),
        Matter.REMIT: (),
        Matter.AUTHORITY: (
            Course(
                Handling.REFUSE,
                gettext_noop(
                    "A request is met where the member has a legal right to the information, and data "
                    "protection law bars this. You can ask the Monitoring Officer for advice."
                ),
                ha("4.6b", "4.23"),
                {Fact.DATA_PROTECTION_BARS: (True,)},
            ),
            Course(
                Handling.REFER,
                gettext_noop(
                    "The protocol does not say how a constituent’s authority is shown, and none is shown in "
                    "writing. The Monitoring Officer decides. You can send the constituent’s written "
                    "authority."
                ),
                ha("4.6b", "1.2b"),
                {
                    Fact.FOR_CONSTITUENT: (True,),
                    Fact.PERSONAL_DATA: (True,),
                    Fact.IN_PUBLIC_DOMAIN: (False,),
                    Fact.WRITTEN_AUTHORITY: (False,),
                },
                presumed=(Fact.IN_PUBLIC_DOMAIN,),
                to=(Post.MONITORING_OFFICER,),
                gap=True,
            ),
        ),
        Matter.WITHHELD: (
            Course(
                Handling.REFUSE,
                gettext_noop(
                    "The information is withheld. A request is met where the member has a legal right to the "
                    "information. You can ask the Monitoring Officer for advice on yours."
                ),
                ha("4.6b"),
            ),
        ),
        Matter.REDIRECT: (
            Course(
                Handling.REDIRECT,
                gettext_noop(
                    "A member asks the relevant Director (an Assistant Director will do), so it is handed on "
                    "to the Director. You need not send it again."
                ),
                ha("4.6a", "4.6n"),
                {Fact.ADDRESSED_TO: other_than(FROM_ASSISTANT_DIRECTOR)},
                to=(Post.DIRECTOR,),
            ),
        ),
        Matter.ENQUIRY: (
            Course(
                Handling.MAY_DECLINE,
                gettext_noop(
                    "Members do not direct officers’ work, and what is reasonable depends on the officer; "
                    "research may be declined. You can ask for facts, explanation and advice that you "
                    "reasonably need."
                ),
                ha("2.3", "3.3b", "4.6a"),
                {Fact.ASKS_FOR: (Asks.RESEARCH,)},
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "This is a member’s enquiry. The protocol does not say what happens where one is too "
                    "great a burden. You can agree another date or another reply with the Director."
                ),
                ha("4.6a", "4.7a", "3.3b"),
                {Fact.DISPROPORTIONATE: (True,)},
                gap=True,
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "You have a legal right to the information, so the request is met as a member’s enquiry. "
                    "You need not make a formal request under the Freedom of Information Act."
                ),
                ha("4.6b", "4.7a"),
                {Fact.RIGHT_ARISES_UNDER: tuple(Right)},
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "This is a member’s enquiry: you may ask the Director for facts, explanation and advice "
                    "that you reasonably need. It is answered under the Member Enquiry Process."
                ),
                ha("4.6a", "4.7a"),
            ),
        ),
    },
    appeal=(Rung.MONITORING_OFFICER,),
    appeal_cites=ha("1.2b"),
    as_member={Asker.POLITICAL_ASSISTANT: ha("4.9")},
    of_public=ha("4.18"),
    unsettled=ha("1.2b"),
    no_instructions=ha("2.3"),
    unless={
        Ground.INSTRUCTION: (
            gettext_noop(
                "It is within the member’s area of responsibility, or the terms of reference of the member’s "
                "committee."
            ),
        ),
    },
)
