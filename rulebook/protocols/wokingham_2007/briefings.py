"""Briefings of political groups under the text of Wokingham (2007), each value with its paragraph."""

from rulebook.briefing import BriefingTerms
from rulebook.briefing import given as given
from rulebook.briefing import request as request
from rulebook.protocols.cites import wo_e
from rulebook.stated import SILENT, Stated

BRIEFINGS = BriefingTerms(
    # The text's one form, to contribute to a group's deliberations, is briefing and attendance here.
    forms={
        request.Form.BRIEFING: wo_e("9.3.32", "9.3.32d"),
        request.Form.ATTENDANCE: wo_e("9.3.32", "9.3.32k"),
    },
    requesters={
        request.Requester.GROUP_LEADER: wo_e("9.3.32"),
        request.Requester.GROUP_MEMBER: wo_e("9.3.32"),
    },
    asked={
        request.Asked.CHIEF_EXECUTIVE: wo_e("9.3.32"),
        request.Asked.DIRECTOR: wo_e("9.3.32", "9.3.32k"),
    },
    others_asked=Stated(request.OthersAsked.BARRED, wo_e("9.3.32k")),
    decided_by=Stated(request.Decider.WHO_IS_ASKED, wo_e("9.3.32", "9.3.32j")),
    in_absence=SILENT,
    subject=Stated(request.Subject.OWN_BUSINESS, wo_e("9.3.32", "9.3.32b")),
    confidential={},
    unreasonable={},
    party_political=dict.fromkeys(
        request.Form, Stated(request.PartyPolitical.BARRED, wo_e("9.3.32b", "PR.6"))
    ),
    political_talk=Stated(request.PoliticalTalk.ABSENT, wo_e("9.3.32b")),
    non_members=Stated(request.NonMembers.NOT_EXPECTED, wo_e("9.3.32a")),
    party_meetings=Stated(request.PartyMeetings.BARRED, wo_e("9.3.34.3d", "PR.6")),
    briefers={
        given.Briefer.SENIOR: wo_e("9.3.32", "9.3.2c"),
        given.Briefer.NOMINEE: wo_e("9.3.32k"),
    },
    senior=Stated(given.Senior.DIRECTORS, wo_e("9.3.2c")),
    content={given.Content.FACTS: wo_e("9.3.32b"), given.Content.ADVICE: wo_e("9.3.32b")},
    must_not={},
    equal_access=dict.fromkeys(
        (request.Form.BRIEFING, request.Form.ATTENDANCE),
        Stated(given.EqualAccess.SAME_ADVICE_ON_REQUEST, wo_e("9.3.32j")),
    ),
    second_group=dict.fromkeys(
        (request.Form.BRIEFING, request.Form.ATTENDANCE),
        Stated(given.SecondGroup.MUST_ACCEPT, wo_e("9.3.32j")),
    ),
    confidentiality=Stated(given.Confidentiality.OFFICERS_RESPECT, wo_e("9.3.32f")),
    safeguards={
        given.Safeguard.EVEN_HANDED: wo_e("9.3.32g"),
        given.Safeguard.NO_STATUS: wo_e("9.3.32c"),
        given.Safeguard.NOT_INSTEAD: wo_e("9.3.32d"),
        given.Safeguard.NO_SUPPORT: wo_e("9.3.32e"),
        given.Safeguard.RELAYED_IF_ASKED: wo_e("9.3.32f"),
        given.Safeguard.DIRECTORS_TOLD: wo_e("9.3.32f"),
        given.Safeguard.IMPARTIALITY: wo_e("9.3.32h"),
        given.Safeguard.INCIDENTS: wo_e("9.3.32i"),
        given.Safeguard.VERIFIED: wo_e("9.3.32l"),
        given.Safeguard.NOT_QUOTED: wo_e("9.3.32m"),
        given.Safeguard.DIFFICULT_CASES: wo_e("9.3.32n"),
    },
    routine={
        given.Routine.REGULAR_CONTACT: wo_e("9.3.22c"),
        given.Routine.CHAIRS_OFFERED: wo_e("9.3.30a"),
        given.Routine.SCRUTINY_CHAIRS: wo_e("9.3.25a"),
    },
)
