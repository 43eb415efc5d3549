"""Where a request goes at Waltham Forest: complaints, remits, burdens and disputes have their places."""

from rulebook.post import Post
from rulebook.protocols.cites import wf
from rulebook.triage import (
    FROM_HEAD_OF_SERVICE,
    Asker,
    Asks,
    Course,
    Fact,
    Handling,
    Matter,
    NextStep,
    Right,
    Rung,
    TriageTerms,
    left_with_statute,
    other_than,
)
from rulebook.wording import gettext_noop

TRIAGE = TriageTerms(
    courses={
        Matter.PARTY_POLITICAL: (
            Course(
                Handling.REFUSE,
                gettext_noop(
                    "Officers’ support and the Council’s resources cannot be used for party political work, "
                    "so officers cannot do this. You can ask about Council business instead."
                ),
                wf("4.12"),
            ),
        ),
        Matter.ESTABLISHED_PROCEDURE: (),
        Matter.CONSTITUENT_COMPLAINT: (
            Course(
                Handling.CORPORATE_COMPLAINT,
                gettext_noop(
                    "This is a constituent’s complaint, so it is handled under the Council’s Corporate "
                    "Complaints Procedure and not as a members’ enquiry. You can follow it there."
                ),
                wf("6.5"),
            ),
        ),
        Matter.SERVICE_REQUEST: (),
        Matter.WHICH_MEMBER: (),
        Matter.DISPUTE: (
            Course(
                Handling.REFER,
                gettext_noop(
                    "A dispute about access to information is decided by the Monitoring Officer. You can "
                    "tell the Monitoring Officer why you should have the information."
                ),
                wf("6.7"),
                to=(Post.MONITORING_OFFICER,),
            ),
        ),
        Matter.REMIT: (
            *left_with_statute(
                {Fact.WITHIN_REMIT: (False,)},
                gettext_noop(
                    "A co-opted or independent member’s access is limited to the remit of the body that they "
                    "are appointed to, and to their statutory rights. This is outside the remit, so it is "
                    "handled as a request under the law that gives everybody a right to information. You "
                    "need not ask again."
                ),
                wf("6.14", "A0.2", "A3.1"),
            ),
        ),
        Matter.AUTHORITY: (
            Course(
                Handling.SAR,
                gettext_noop(
                    "You ask for personal information about yourself, so it is handled as a subject access "
                    "request. You can ask when the reply is due."
                ),
                wf("A3.3"),
                {Fact.RIGHT_ARISES_UNDER: (Right.DPA,), Fact.FOR_CONSTITUENT: (False,)},
            ),
            Course(
                Handling.REFUSE,
                gettext_noop(
                    "Data protection law bars giving you this personal information. You can ask the "
                    "Monitoring Officer to decide whether that is right."
                ),
                wf("A3.3"),
                {Fact.DATA_PROTECTION_BARS: (True,)},
            ),
            Course(
                Handling.REFER,
                gettext_noop(
                    "You may ask for a constituent’s personal information within limits, but the protocol "
                    "does not say how the constituent’s authority is shown, and none is shown in writing. "
                    "The Monitoring Officer decides. You can send the constituent’s written authority."
                ),
                wf("A3.3", "1.2"),
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
                    "The information is withheld. Officers need a good reason to withhold what a member is "
                    "entitled to. You can ask for the reason, and have the Monitoring Officer decide a "
                    "dispute."
                ),
                wf("6.3"),
            ),
        ),
        Matter.REDIRECT: (
            Course(
                Handling.REDIRECT,
                gettext_noop(
                    "A members’ enquiry goes to the Head of Service or above, or to an officer for liaison "
                    "with members, so it is handed on to the Head of Service. You need not send it again."
                ),
                wf("6.6"),
                {Fact.ADDRESSED_TO: other_than((Post.DEMOCRATIC_SERVICES, *FROM_HEAD_OF_SERVICE))},
                to=(Post.HEAD_OF_SERVICE,),
            ),
        ),
        Matter.ENQUIRY: (
            Course(
                Handling.MAY_DECLINE,
                gettext_noop(
                    "Officers comply with reasonable requests, but a member cannot require them to do "
                    "research, and this would be a disproportionate burden. Another deadline or reply is "
                    "agreed with you and senior management."
                ),
                wf("5.2", "6.12"),
                {Fact.ASKS_FOR: (Asks.RESEARCH,), Fact.DISPROPORTIONATE: (True,)},
                next_step=NextStep.AGREE_ALTERNATIVE,
            ),
            Course(
                Handling.MAY_DECLINE,
                gettext_noop(
                    "Officers comply with reasonable requests, but a member cannot require them to do "
                    "research; they may decline it. You can say why you need it, or ask for what is already "
                    "held."
                ),
                wf("5.2"),
                {Fact.ASKS_FOR: (Asks.RESEARCH,)},
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "This is a members’ enquiry that would be a disproportionate burden on officers’ work. "
                    "It is discussed with you and senior management, to agree another deadline or reply."
                ),
                wf("6.12", "6.1"),
                {Fact.DISPROPORTIONATE: (True,)},
                next_step=NextStep.AGREE_ALTERNATIVE,
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "You may ask, within limits, for personal information about a constituent whom you "
                    "represent, so this is a members’ enquiry. You can expect a substantive response within "
                    "ten calendar days."
                ),
                wf("A3.3", "6.1", "6.9"),
                {Fact.FOR_CONSTITUENT: (True,), Fact.PERSONAL_DATA: (True,)},
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "This is a members’ enquiry. Personal information about people whom you do not represent "
                    "may be restricted. You can say for whom you ask."
                ),
                wf("6.1", "A3.3"),
                {Fact.PERSONAL_DATA: (True,)},
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "This is handled as a members’ enquiry, which adds to your legal rights to information "
                    "and takes none of them away. You need not make a formal request."
                ),
                wf("6.1", "6.9", "6.13", "A3.4"),
                {Fact.RIGHT_ARISES_UNDER: tuple(Right)},
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "This is a members’ enquiry, by whatever means it came. You can expect a substantive "
                    "response within ten calendar days."
                ),
                wf("6.1", "6.6", "6.8", "6.9"),
            ),
        ),
    },
    appeal=(Rung.MONITORING_OFFICER,),
    appeal_cites=wf("6.7"),
    as_member={Asker.CO_OPTED_MEMBER: wf("6.14")},
    of_public=wf("A0.2", "A3.1"),
    unsettled=wf("1.2"),
    no_instructions=wf("5.2"),
)
