"""Members' access to information under the text of a parish, each value with its paragraph."""

from rulebook.access import AccessTerms
from rulebook.access import duties as owed
from rulebook.access import papers as papers
from rulebook.access import rights as rights
from rulebook.protocols.cites import pa
from rulebook.stated import SILENT, Stated

ACCESS = AccessTerms(
    grounds={rights.Ground.LAW: pa("ATI.1")},
    presumption=Stated(rights.Presumption.CAUTION, pa("ATI.5")),
    need_to_know={rights.NeedToKnow.REASONABLE_REQUEST: pa("ATI.5")},
    own_body=SILENT,
    executive=SILENT,
    other_bodies=Stated(rights.OtherBodies.INSPECT, pa("ATI.1")),
    inspection={
        rights.Inspection.HELD_OR_CONTROLLED: pa("ATI.1", "ATI.3"),
        rights.Inspection.CONFIDENTIALITY: pa("ATI.1", "ATI.2"),
    },
    opened={},
    mode=Stated(rights.Mode.INSPECT, pa("ATI.1")),
    scrutiny={},
    co_opted=SILENT,
    independent=SILENT,
    assistants=SILENT,
    interests={},
    private_capacity={},
    constituents=SILENT,
    third_parties={
        papers.ThirdParties.OWNERSHIP_FIRST: pa("ATI.3"),
        papers.ThirdParties.OWNERS_CONSENT: pa("ATI.4"),
    },
    group_papers={},
    correspondence={},
    premises={},
    public={},
    information_law={},
    cost_limit=SILENT,
    exempt_law={papers.ExemptLaw.SCHEDULE_12A: pa("ATI.2")},
    exempt={},
    confidential={},
    proper_officer=Stated(papers.ProperOfficer.MAY_WITHHOLD, pa("ATI.2")),
    circulation=SILENT,
    reasons=SILENT,
    undertaking={},
    disputes=SILENT,
    challenge={owed.Challenge.INTERPRETATION: pa("INT.3")},
    advice={
        owed.Advice.MONITORING_OFFICER: pa("INT.2", "ATI.5"),
        owed.Advice.PREVAILS: pa("INT.3"),
    },
    handling={},
    overtaken={owed.Overtaken.PARISHES: pa("ATI.1", "ATI.2")},
)
