"""Where a request goes at Wokingham by the existing text: Directors, procedures, third parties."""

from rulebook.post import Post
from rulebook.protocols.cites import wo_e
from rulebook.triage import (
    FROM_DIRECTOR,
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
                wo_e("PR.4", "PR.6", "9.3.16d"),
            ),
        ),
        Matter.ESTABLISHED_PROCEDURE: (
            Course(
                Handling.ESTABLISHED_PROCEDURE,
                gettext_noop(
                    "A Member who helps a constituent respects the Council’s procedures, and there is one "
                    "for this, so it goes through that. You can follow it there."
                ),
                wo_e("9.3.34.5a"),
                {Fact.FOR_CONSTITUENT: (True,)},
            ),
        ),
        Matter.CONSTITUENT_COMPLAINT: (
            Course(
                Handling.CORPORATE_COMPLAINT,
                gettext_noop(
                    "A Member who deals with a constituent’s concern respects the Council’s procedures, so a "
                    "complaint goes through the complaints procedure. You can follow it there."
                ),
                wo_e("9.3.34.5a"),
                {Fact.ASKED_BY: MEMBERS},
            ),
        ),
        Matter.SERVICE_REQUEST: (
            Course(
                Handling.SERVICE_REQUEST,
                gettext_noop(
                    "A Member who receives a service is served as anybody else is, so this goes to the "
                    "service as a service request. You can follow it there."
                ),
                wo_e("9.3.34.5c", "9.3.34.5a"),
                {Fact.ASKED_BY: MEMBERS, Fact.FOR_CONSTITUENT: (False,)},
            ),
            Course(
                Handling.SERVICE_REQUEST,
                gettext_noop(
                    "A Member who helps a constituent respects the Council’s procedures and levels of "
                    "service and jumps no queue, so this is a service request. You can follow it there."
                ),
                wo_e("9.3.34.5a"),
                {Fact.ASKED_BY: MEMBERS},
            ),
        ),
        Matter.WHICH_MEMBER: (),
        Matter.DISPUTE: (
            Course(
                Handling.REFER,
                gettext_noop(
                    "A dispute about a Member’s need to know is decided by the Monitoring Officer. You can "
                    "tell the Monitoring Officer why you need the information."
                ),
                wo_e("AI.5"),
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
                wo_e("AI.11"),
                {Fact.RIGHT_ARISES_UNDER: (Right.DPA,), Fact.FOR_CONSTITUENT: (False,)},
            ),
            Course(
                Handling.REFUSE,
                gettext_noop(
                    "Information for a third party is given only where it is in the public domain and data "
                    "protection law does not bar it, and here the law bars it. You can ask the Monitoring "
                    "Officer."
                ),
                wo_e("AI.2", "AI.6"),
                {Fact.FOR_CONSTITUENT: (True,), Fact.DATA_PROTECTION_BARS: (True,)},
            ),
            *left_with_information_law(
                {Fact.FOR_CONSTITUENT: (True,), Fact.IN_PUBLIC_DOMAIN: (False,)},
                gettext_noop(
                    "Information for a third party is given under the protocol only where it is in the "
                    "public domain. The right in information law is left, so it is handled as a request "
                    "under that law."
                ),
                wo_e("AI.2", "AI.11"),
            ),
            Course(
                Handling.REFUSE,
                gettext_noop(
                    "Information for a third party is given only where it is in the public domain, and this "
                    "is not. The person may ask the Council themselves, and you can ask the Monitoring "
                    "Officer."
                ),
                wo_e("AI.2"),
                {Fact.FOR_CONSTITUENT: (True,), Fact.IN_PUBLIC_DOMAIN: (False,)},
            ),
            Course(
                Handling.REFER,
                gettext_noop(
                    "A Member takes the Monitoring Officer’s advice before asking for what is likely to "
                    "breach data protection law. Ask the Monitoring Officer first."
                ),
                wo_e("AI.6"),
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
                wo_e("AI.2", "AI.5"),
            ),
        ),
        Matter.REDIRECT: (
            Course(
                Handling.REDIRECT,
                gettext_noop(
                    "Requests go to a Director in the first instance, save an enquiry for facts alone, so "
                    "this is handed on to the Director. You need not send it again."
                ),
                wo_e("9.3.17h2", "AI.2"),
                {
                    Fact.ADDRESSED_TO: other_than((Post.POLITICAL_ASSISTANT, *FROM_DIRECTOR)),
                    Fact.FACTUAL_ONLY: (False,),
                },
                presumed=(Fact.FACTUAL_ONLY,),
                to=(Post.DIRECTOR,),
            ),
        ),
        Matter.ENQUIRY: (
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "Members may instruct political assistants, so the assistant takes this on. You can "
                    "expect a timely response."
                ),
                wo_e("9.3.10", "9.3.17h"),
                {Fact.ASKS_FOR: (Asks.RESEARCH,), Fact.ADDRESSED_TO: (Post.POLITICAL_ASSISTANT,)},
            ),
            Course(
                Handling.MAY_DECLINE,
                gettext_noop(
                    "Members may instruct officers only in four cases, and officers’ priorities are set by "
                    "Directors, so research may be declined. You can ask for what is already held."
                ),
                wo_e("9.3.10", "9.3.17i"),
                {Fact.ASKS_FOR: (Asks.RESEARCH,)},
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "This is a Member’s enquiry. Officers do their best, but Directors set their priorities "
                    "and requests must be reasonable. You can agree another date or another reply with the "
                    "Director."
                ),
                wo_e("9.3.17i", "9.3.34.5b"),
                {Fact.DISPROPORTIONATE: (True,)},
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "This is an enquiry for facts alone, which may go to any officer. You can expect a "
                    "timely response."
                ),
                wo_e("9.3.17h2", "9.3.17i"),
                {Fact.FACTUAL_ONLY: (True,)},
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "This is a Member’s enquiry, and nobody may keep you from what the law entitles you to. "
                    "You need not make a formal request."
                ),
                wo_e("AI.2", "AI.11"),
                {Fact.RIGHT_ARISES_UNDER: tuple(Right)},
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "This is a Member’s enquiry: you may ask a Director for information, explanation and "
                    "advice that you reasonably need. You can expect a timely response."
                ),
                wo_e("AI.2", "9.3.17i", "9.3.17k"),
            ),
        ),
    },
    appeal=(Rung.MONITORING_OFFICER,),
    appeal_cites=wo_e("AI.5"),
    as_member={
        Asker.CO_OPTED_MEMBER: wo_e("9.3.2a"),
        Asker.POLITICAL_ASSISTANT: wo_e("9.3.33d"),
    },
    of_public=wo_e("AI.11"),
    unsettled=wo_e("9.3.35b"),
    no_instructions=wo_e("9.3.10", "9.3.17h", "9.3.22a", "9.3.30d"),
    unless={
        Ground.INSTRUCTION: (
            gettext_noop("It comes through the formal decision-making process."),
            gettext_noop("It asks for consumable resources that the Council provides for Members’ use."),
            gettext_noop("The officer is specifically allocated to support the Member or the group."),
            gettext_noop("The officer is a political assistant."),
        ),
    },
)
