"""Where a request goes at Merseyside: supplied, unless there is a reason in writing; written authority."""

from rulebook.post import Post
from rulebook.protocols.cites import mw
from rulebook.triage import (
    MEMBERS,
    Asks,
    Channel,
    Course,
    Fact,
    Ground,
    Handling,
    Matter,
    Right,
    Rung,
    TriageTerms,
)
from rulebook.wording import gettext_noop

TRIAGE = TriageTerms(
    courses={
        Matter.PARTY_POLITICAL: (
            Course(
                Handling.REFUSE,
                gettext_noop(
                    "Officers are impartial and must not be asked for work of a party political nature, so "
                    "they cannot do this. You can ask about the Authority’s business instead."
                ),
                mw("2.3b", "3.3b"),
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
                    "You dispute a decision to withhold information: its reasons are given to you in writing "
                    "and copied to the Monitoring Officer. Complain to the Director; if you disagree with "
                    "the Director, go to the Authority or the District Auditor (now the appointed auditor)."
                ),
                mw("5.7a", "5.7b", "5.1a"),
                {Fact.ASKED_BY: MEMBERS, Fact.INFORMATION_WITHHELD: (True,)},
                to=(Post.DIRECTOR,),
                reasons_in_writing=True,
                copy_to=(Post.MONITORING_OFFICER,),
            ),
            Course(
                Handling.REFER,
                gettext_noop(
                    "A Member who is dissatisfied with a decision to withhold information complains to the "
                    "Director, who may take legal advice. If you disagree with the Director, you can put the "
                    "matter before the Authority or raise it with the District Auditor (now the appointed "
                    "auditor)."
                ),
                mw("5.7a", "5.7b"),
                {Fact.ASKED_BY: MEMBERS},
                to=(Post.DIRECTOR,),
            ),
        ),
        Matter.REMIT: (
            Course(
                Handling.REFER,
                gettext_noop(
                    "A Member is a councillor whom a district council nominated, and the protocol has no "
                    "rule on others. Ask the Monitoring Officer, who says what you may ask for."
                ),
                mw("1.4"),
                to=(Post.MONITORING_OFFICER,),
                gap=True,
            ),
        ),
        Matter.AUTHORITY: (
            Course(
                Handling.SAR,
                gettext_noop(
                    "You ask for personal information about yourself, as any member of the public may, so it "
                    "is handled as a subject access request. You can ask when the reply is due."
                ),
                mw("5.4a"),
                {Fact.RIGHT_ARISES_UNDER: (Right.DPA,), Fact.FOR_CONSTITUENT: (False,)},
            ),
            Course(
                Handling.REFUSE,
                gettext_noop(
                    "Data protection law bars giving you this, so it is withheld. The reasons are given to "
                    "you in writing and copied to the Monitoring Officer. You can complain to the Director."
                ),
                mw("5.1a", "6.3"),
                {Fact.DATA_PROTECTION_BARS: (True,)},
                reasons_in_writing=True,
                copy_to=(Post.MONITORING_OFFICER,),
            ),
            Course(
                Handling.ASK_FOR_AUTHORITY,
                gettext_noop(
                    "A Member may be given information on behalf of a member of the public with that "
                    "person’s authority, in writing, clear and explicit. Send that authority, and the "
                    "request goes on."
                ),
                mw("5.4b"),
                {
                    Fact.FOR_CONSTITUENT: (True,),
                    Fact.PERSONAL_DATA: (True,),
                    Fact.IN_PUBLIC_DOMAIN: (False,),
                    Fact.WRITTEN_AUTHORITY: (False,),
                },
                presumed=(Fact.PERSONAL_DATA, Fact.IN_PUBLIC_DOMAIN, Fact.WRITTEN_AUTHORITY),
            ),
        ),
        Matter.WITHHELD: (
            Course(
                Handling.REFUSE,
                gettext_noop(
                    "The information is withheld. The reasons are given to you in writing and copied to the "
                    "Monitoring Officer. You can complain to the Director; if you disagree with the "
                    "Director, go to the Authority or the District Auditor (now the appointed auditor)."
                ),
                mw("5.1a"),
                reasons_in_writing=True,
                copy_to=(Post.MONITORING_OFFICER,),
            ),
        ),
        Matter.REDIRECT: (),
        Matter.ENQUIRY: (
            Course(
                Handling.MAY_DECLINE,
                gettext_noop(
                    "Members have no general right to require research or administrative work to provide "
                    "information, so an officer may decline it. You can ask for what is already held, or say "
                    "what authority your role gives you."
                ),
                mw("5.3"),
                {Fact.ASKS_FOR: (Asks.RESEARCH,)},
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "Support with district matters (a constituent’s complaint or enquiry, a person’s "
                    "problem, local waste) is normally given. You can expect a timely answer."
                ),
                mw("11.8", "3.1d"),
                {Fact.ASKS_FOR: (Asks.SERVICE, Asks.CONSTITUENT_COMPLAINT)},
            ),
            Course(
                Handling.MAY_DECLINE,
                gettext_noop(
                    "Members cannot require resources to be moved to the work that a request needs, so an "
                    "officer may decline one that is too great a burden. You can narrow it, and ask again."
                ),
                mw("5.3", "5.2b"),
                {Fact.DISPROPORTIONATE: (True,)},
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "A member of the public authorised you in writing, so the information is supplied to you "
                    "on that person’s behalf. You can expect a timely answer."
                ),
                mw("5.4b", "5.1a", "5.1b"),
                {Fact.FOR_CONSTITUENT: (True,), Fact.WRITTEN_AUTHORITY: (True,)},
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "Information that you have a right to is supplied to you as a Member, as it would be to "
                    "any member of the public. You need not make a formal request."
                ),
                mw("5.1a", "5.1b", "5.2a", "5.4a"),
                {Fact.RIGHT_ARISES_UNDER: tuple(Right)},
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "Information that a Member asks for is supplied unless there is good reason to withhold "
                    "it. A letter or an e-mail is answered within five working days."
                ),
                mw("5.1a", "5.1b", "7.6", "7.7"),
                {Fact.CHANNEL: (Channel.EMAIL, Channel.LETTER)},
            ),
            Course(
                Handling.MEMBER_ENQUIRY,
                gettext_noop(
                    "Information that a Member asks for is supplied, accurately and quickly, unless there is "
                    "good reason to withhold it. You can expect a timely answer."
                ),
                mw("5.1a", "5.1b", "5.2a"),
            ),
        ),
    },
    appeal=(Rung.DIRECTOR, Rung.AUTHORITY, Rung.DISTRICT_AUDITOR),
    appeal_cites=mw("5.7a", "5.7b"),
    appeal_undertaking=mw("5.5c"),
    as_enquiry=(Asks.SERVICE, Asks.CONSTITUENT_COMPLAINT),
    of_public=mw("5.4a"),
    unless={
        Ground.RESEARCH: (
            gettext_noop("It is asked of an officer whose job is to provide such support to Members."),
            gettext_noop("The Member’s specific role gives authority to require it."),
        ),
    },
)
