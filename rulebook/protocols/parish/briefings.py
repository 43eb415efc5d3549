"""Briefings of political groups under the text of a parish, each value with its paragraph."""

from rulebook.briefing import BriefingTerms
from rulebook.briefing import given as given
from rulebook.briefing import request as request
from rulebook.protocols.cites import pa
from rulebook.stated import SILENT, Stated

BRIEFINGS = BriefingTerms(
    forms={},
    requesters={},
    asked={},
    others_asked=SILENT,
    decided_by=SILENT,
    in_absence=SILENT,
    subject=Stated(request.Subject.OWN_BUSINESS, pa("PRI.5")),
    confidential={},
    unreasonable={},
    party_political=dict.fromkeys(request.Form, Stated(request.PartyPolitical.BARRED, pa("PRI.5"))),
    political_talk=Stated(request.PoliticalTalk.GOOD_PRACTICE, pa("PRI.6")),
    non_members=SILENT,
    party_meetings=SILENT,
    briefers={},
    senior=SILENT,
    content={given.Content.FACTS: pa("PRI.5"), given.Content.ADVICE: pa("PRI.5")},
    must_not={},
    equal_access={},
    second_group={},
    confidentiality=SILENT,
    safeguards={given.Safeguard.IMPARTIALITY: pa("PRI.2")},
    routine={},
)
