"""Briefings of political groups under the text of Waltham Forest, each value with its paragraph."""

from rulebook.briefing import BriefingTerms
from rulebook.briefing import given as given
from rulebook.briefing import request as request
from rulebook.protocols.cites import wf
from rulebook.stated import SILENT, Stated

BRIEFINGS = BriefingTerms(
    # A briefing is given at the group's meeting: the text's one form is briefing and attendance here.
    forms={request.Form.BRIEFING: wf("4.1"), request.Form.ATTENDANCE: wf("4.5", "4.6")},
    requesters={
        request.Requester.GROUP_LEADER: wf("4.1", "4.8"),
        request.Requester.GROUP_MEMBER: wf("4.1", "4.8"),
    },
    asked={request.Asked.CHIEF_EXECUTIVE: wf("4.1")},
    others_asked=SILENT,
    decided_by=Stated(request.Decider.CHIEF_EXECUTIVE, wf("4.1")),
    in_absence=Stated(request.Substitute.EXECUTIVE_DIRECTOR, wf("4.1")),
    subject=Stated(request.Subject.OWN_BUSINESS, wf("4.1", "4.3")),
    confidential={},
    unreasonable={},
    party_political=dict.fromkeys(request.Form, Stated(request.PartyPolitical.BARRED, wf("4.3", "4.12"))),
    political_talk=Stated(request.PoliticalTalk.KEPT_OUT, wf("4.3")),
    non_members=Stated(request.NonMembers.MAY_DECLINE, wf("4.6")),
    party_meetings=Stated(request.PartyMeetings.BARRED, wf("4.6", "4.8")),
    briefers={given.Briefer.SENIOR: wf("4.2"), given.Briefer.JUNIOR_BESIDE: wf("4.2")},
    senior=SILENT,
    content={},
    must_not={},
    equal_access=dict.fromkeys(
        (request.Form.BRIEFING, request.Form.ATTENDANCE), Stated(given.EqualAccess.ON_REQUEST, wf("4.4"))
    ),
    second_group=dict.fromkeys(
        (request.Form.BRIEFING, request.Form.ATTENDANCE), Stated(given.SecondGroup.MUST_ACCEPT, wf("4.4"))
    ),
    confidentiality=Stated(given.Confidentiality.OFFICERS_RESPECT, wf("4.5")),
    safeguards={given.Safeguard.NOT_INSTEAD: wf("4.7")},
    routine={},
)
