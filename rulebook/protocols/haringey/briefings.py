"""Briefings of political groups under the text of Haringey, each value with its paragraph."""

from rulebook.briefing import BriefingTerms
from rulebook.briefing import given as given
from rulebook.briefing import request as request
from rulebook.protocols.cites import ha
from rulebook.stated import SILENT, Stated

BRIEFINGS = BriefingTerms(
    forms={
        request.Form.BRIEFING: ha("4.10a"),
        request.Form.REPORT: ha("4.10a"),
        request.Form.ATTENDANCE: ha("4.13"),
    },
    # «The Leader of the Council or the Leader of any other political group».
    requesters=dict.fromkeys(
        (request.Requester.GROUP_LEADER, request.Requester.COUNCIL_LEADER), ha("4.10a", "4.13")
    ),
    asked={
        request.Asked.CHIEF_EXECUTIVE: ha("4.10a", "4.13"),
        # «Director» takes in assistant directors (note 2).
        request.Asked.DIRECTOR: ha("4.10a", "4.13", "4.6n"),
    },
    others_asked=SILENT,
    decided_by=Stated(request.Decider.WHO_IS_ASKED, ha("4.10a", "4.10c", "4.14a")),
    in_absence=SILENT,
    subject=Stated(request.Subject.OWN_BUSINESS, ha("4.10a", "4.13")),
    confidential=dict.fromkeys(
        (request.Form.BRIEFING, request.Form.REPORT),
        Stated(request.ConfidentialMatter.BARRED, ha("4.10b")),
    ),
    unreasonable=dict.fromkeys(
        (request.Form.BRIEFING, request.Form.REPORT),
        Stated(request.Unreasonable.CHIEF_EXECUTIVE, ha("4.10b", "4.10c")),
    ),
    # «Will not deal with any political implications»; nor is work of a party political nature asked for.
    party_political={
        **dict.fromkeys(
            (request.Form.BRIEFING, request.Form.REPORT),
            Stated(request.PartyPolitical.NO_REPORT, ha("4.11", "2.5b")),
        ),
        request.Form.ATTENDANCE: Stated(request.PartyPolitical.MAY_DECLINE, ha("4.14a")),
    },
    political_talk=Stated(request.PoliticalTalk.KEPT_OUT, ha("4.14b", "3.3e")),
    non_members=Stated(request.NonMembers.BARRED, ha("4.15b")),
    party_meetings=SILENT,
    # 4.14 lets officers decline «to attend or provide a representative»: so one may be sent.
    briefers={given.Briefer.REPRESENTATIVE: ha("4.14a")},
    senior=SILENT,
    content={given.Content.FACTS: ha("4.11", "4.16"), given.Content.OPTIONS: ha("4.11", "4.16")},
    must_not={
        given.MustNot.RECOMMENDATION: ha("4.11", "4.16"),
        given.MustNot.POLITICAL_IMPLICATIONS: ha("4.11", "4.16"),
    },
    equal_access=dict.fromkeys(
        request.Form, Stated(given.EqualAccess.OFFER_ALL, ha("4.12", "4.14a", "4.15a"))
    ),
    second_group=dict.fromkeys(request.Form, Stated(given.SecondGroup.MUST_ACCEPT, ha("4.12", "4.15a"))),
    confidentiality=Stated(given.Confidentiality.OFFICERS_REQUEST, ha("4.17")),
    safeguards={
        given.Safeguard.JOINT: ha("4.12", "4.15a"),
        given.Safeguard.EVEN_HANDED: ha("4.14a"),
        given.Safeguard.FACTUAL_SUPPORT: ha("4.10d"),
    },
    routine={
        given.Routine.PORTFOLIO_HOLDERS: ha("4.3a"),
        given.Routine.CHAIRS: ha("4.3b"),
        given.Routine.LEAD_MEMBER: ha("2.9"),
    },
)
