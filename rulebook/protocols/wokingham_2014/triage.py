"""Where a request goes at Wokingham by the proposed text: Directors, third parties, and more silence."""

from rulebook.post import Post
from rulebook.protocols.cites import wo_p
from rulebook.triage import (
    FROM_DIRECTOR,
    MEMBERS,
    Asks,
    Course,
    Fact,
    Handling,
    Matter,
    Right,
    Rung,
    TriageTerms,
    left_with_information_law,
    other_than,
)
from rulebook.wording import gettext_noop

TRIAGE = TriageTerms(
    courses={
        Matter.PARTY_POLITICAL: (
            Course(
                Handling.REFUSE,
                gettext_noop(
                    "Support that officers are not permitted to give, party political business above all, "
                    "must not be asked of them, so they cannot do this. You can ask about Council business "
                    "instead."
                ),
                wo_p("PR.4", "PR.6"),
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
                    "A dispute about a Member’s need to know is decided by the Monitoring Officer. You can "
                    "tell the Monitoring Officer why you need the information."
                ),
                wo_p("AI.5"),
                {Fact.ASKED_BY: MEMBERS},
                to=(Post.MONITORING_OFFICER,),
            ),
        ),
        Matter.REMIT: (),
        Matter.AUTHORITY: (
            Course(
                Handling.SAR,
                gettext_noop(
                    "You ask for personal information about yourself, which the law entitles you to, so it "
                    "is handled as a subject access request. You can ask when the reply is due."
                ),
                wo_p("AI.11"),
                {Fact.RIGHT_ARISES_UNDER: (Right.DPA,), Fact.FOR_CONSTITUENT: (False,)},
            ),
            Course(
                Handling.REFUSE,
                gettext_noop(
                    "Information for a third party is given only where it is in the public domain and data "
                    "protection law does not bar it, and here the law bars it. You can ask the Monitoring "
                    "Officer."
                ),
                wo_p("AI.2", "AI.6a"),
                {Fact.FOR_CONSTITUENT: (True,), Fact.DATA_PROTECTION_BARS: (True,)},
            ),
            *left_with_information_law(
                {Fact.FOR_CONSTITUENT: (True,), Fact.IN_PUBLIC_DOMAIN: (False,)},
                gettext_noop(
                    "Information for a third party is given under the protocol only where it is in the "
                    "public domain. The right in information law is left, so it is handled as a request "
                    "under that law."
                ),
                wo_p("AI.2", "AI.11"),
            ),
            Course(
                Handling.REFUSE,
                gettext_noop(
                    "Information for a third party is given only where it is in the public domain, and this "
                    "is not. The person may ask the Council themselves, and you can ask the Monitoring "
                    "Officer."
                ),
                wo_p("AI.2"),
                {Fact.FOR_CONSTITUENT: (True,), Fact.IN_PUBLIC_DOMAIN: (False,)},
            ),
            Course(
                Handling.REFER,
                gettext_noop(
                    "A Member takes the Monitoring Officer’s advice before asking for what is likely to "
                    "breach data protection law. Ask the Monitoring Officer first."
                ),
                wo_p("AI.6a"),
                {Fact.DATA_PROTECTION_BARS: (True,)},
                to=(Post.MONITORING_OFFICER,),
            ),
        ),
        Matter.WITHHELD: (
            Course(
                Handling.REFUSE,
                gettext_noop(
                    "The information is withheld. Members are given what they reasonably need for their "
                    "role. You can have the Monitoring Officer decide whether you need to know."
                ),
                wo_p("AI.2", "AI.5"),
            ),
        ),
        Matter.REDIRECT: (
            Course(
                Handling.REDIRECT,
                gettext_noop(
                    "Members ask a Director, so this is handed on to the Director. You need not send it "
                    "again."
                ),
                wo_p("AI.2"),
                {Fact.ADDRESSED_TO: other_than(FROM_DIRECTOR)},
                to=(Post.DIRECTOR,),
            ),
        ),
        Matter.ENQUIRY: (
            Course(
                Handling.REFER,
                gettext_noop(
                    "The protocol has no rule on research for a Member; an officer in doubt whether a "
                    "request is reasonable asks the Monitoring Officer. You can ask for what is already "
                    "held."
                ),
                wo_p("AI.5"),
                {Fact.ASKS_FOR: (Asks.RESEARCH,)},
                to=(Post.MONITORING_OFFICER,),
                gap=True,
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "Members can expect a timely response to enquiries and complaints, so a constituent’s "
                    "complaint that you bring is answered as an enquiry."
                ),
                wo_p("9.3.7Md"),
                {Fact.ASKS_FOR: (Asks.CONSTITUENT_COMPLAINT,)},
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "This is a Member’s enquiry. The protocol does not say what happens where one is too "
                    "great a burden. You can agree another date or another reply with the Director."
                ),
                wo_p("AI.2", "9.3.7Of"),
                {Fact.DISPROPORTIONATE: (True,)},
                gap=True,
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "This is a Member’s enquiry, and nobody may keep you from what the law entitles you to. "
                    "You need not make a formal request."
                ),
                wo_p("AI.2", "AI.11"),
                {Fact.RIGHT_ARISES_UNDER: tuple(Right)},
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "This is a Member’s enquiry: you may ask a Director for information, explanation and "
                    "advice that you reasonably need. You can expect a timely response."
                ),
                wo_p("AI.2", "9.3.5a", "9.3.7Md"),
            ),
        ),
    },
    appeal=(Rung.MONITORING_OFFICER,),
    appeal_cites=wo_p("AI.5"),
    as_enquiry=(Asks.CONSTITUENT_COMPLAINT,),
    of_public=wo_p("AI.11"),
    unsettled=wo_p("AI.5"),
)
