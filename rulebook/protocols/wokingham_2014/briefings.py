"""Briefings of political groups under the text of Wokingham (2014), each value with its paragraph."""

from rulebook.briefing import BriefingTerms
from rulebook.briefing import given as given
from rulebook.briefing import request as request
from rulebook.protocols.cites import wo_p
from rulebook.stated import SILENT, Stated

BRIEFINGS = BriefingTerms(
    forms={},
    requesters={},
    asked={},
    others_asked=SILENT,
    decided_by=SILENT,
    in_absence=SILENT,
    subject=SILENT,
    confidential={},
    unreasonable={},
    # Examples of what officers are not permitted to give, whoever asks for it.
    party_political=dict.fromkeys(request.Form, Stated(request.PartyPolitical.BARRED, wo_p("PR.6"))),
    political_talk=SILENT,
    non_members=SILENT,
    party_meetings=Stated(request.PartyMeetings.BARRED, wo_p("PR.6")),
    briefers={},
    senior=SILENT,
    content={},
    must_not={},
    equal_access={},
    second_group={},
    confidentiality=SILENT,
    safeguards={},
    routine={given.Routine.ADMINISTRATION_DIFFERS: wo_p("9.3.5b")},
)
