"""Briefings of political groups under the text of Merseyside, each value with its paragraph."""

from rulebook.briefing import BriefingTerms
from rulebook.briefing import given as given
from rulebook.briefing import request as request
from rulebook.protocols.cites import mw
from rulebook.stated import SILENT, Stated

BRIEFINGS = BriefingTerms(
    forms={request.Form.REPORT: mw("12.2a"), request.Form.ATTENDANCE: mw("12.3a")},
    requesters={
        request.Requester.GROUP_LEADER: mw("12.2a", "12.3a"),
        request.Requester.GROUP_MEMBER: mw("12.2a", "12.3a"),
    },
    asked={request.Asked.CLERK: mw("12.2a", "12.3a")},
    others_asked=SILENT,
    decided_by=Stated(request.Decider.CLERK, mw("12.2a", "12.3b")),
    in_absence=SILENT,
    subject=Stated(request.Subject.OWN_BUSINESS, mw("12.2a", "12.3a")),
    confidential={},
    unreasonable={},
    party_political={
        request.Form.REPORT: Stated(request.PartyPolitical.NO_REPORT, mw("12.2b", "2.3b")),
        request.Form.ATTENDANCE: Stated(request.PartyPolitical.MAY_DECLINE, mw("12.3b")),
    },
    political_talk=SILENT,
    non_members=SILENT,
    party_meetings=SILENT,
    briefers={given.Briefer.REPRESENTATIVE: mw("12.3b")},
    senior=SILENT,
    content={given.Content.FACTS: mw("12.2b", "12.3c"), given.Content.OPTIONS: mw("12.2b", "12.3c")},
    must_not={
        given.MustNot.RECOMMENDATION: mw("12.2b", "12.3c"),
        given.MustNot.POLITICAL_IMPLICATIONS: mw("12.2b", "12.3c"),
    },
    equal_access={
        request.Form.REPORT: Stated(given.EqualAccess.INFORM_ALL_COPY_ON_REQUEST, mw("12.2c")),
        request.Form.ATTENDANCE: Stated(given.EqualAccess.INFORM_ALL, mw("12.3d")),
    },
    second_group={request.Form.REPORT: Stated(given.SecondGroup.COPY_GIVEN, mw("12.2c"))},
    confidentiality=Stated(given.Confidentiality.OFFICERS_RESPECT, mw("12.3e")),
    safeguards={given.Safeguard.GROUPS_SUPPORTED: mw("12.1")},
    routine={given.Routine.ADMINISTRATION_DIFFERS: mw("2.4")},
)
