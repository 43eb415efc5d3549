"""Members' access to information under the text of Waltham Forest, each value with its paragraph."""

from rulebook.access import AccessTerms
from rulebook.access import duties as owed
from rulebook.access import papers as papers
from rulebook.access import rights as rights
from rulebook.protocols.cites import wf
from rulebook.stated import SILENT, Stated

ACCESS = AccessTerms(
    grounds={rights.Ground.LAW: wf("6.2"), rights.Ground.ENQUIRIES_ADD: wf("6.13")},
    presumption=Stated(rights.Presumption.GOOD_REASON_TO_WITHHOLD, wf("6.3")),
    need_to_know={
        rights.NeedToKnow.REASONABLY_NEEDED: wf("A1.1", "A0.4"),
        rights.NeedToKnow.MEMBER_SHOWS_IT: wf("A1.1"),
        rights.NeedToKnow.NO_ROVING: wf("A1.1"),
        rights.NeedToKnow.GOOD_FAITH: wf("A1.2"),
        rights.NeedToKnow.THIRD_PARTIES: wf("A1.2"),
    },
    own_body=Stated(rights.OwnBody.BEYOND_PAPERS, wf("A1.1")),
    executive=Stated(rights.Executive.FULL, wf("A0.6")),
    other_bodies=Stated(rights.OtherBodies.INSPECT, wf("A2.1.4", "A0.4")),
    inspection={
        rights.Inspection.HELD_OR_CONTROLLED: wf("A2.1.4"),
        rights.Inspection.NOT_A_COPY: wf("A2.1.5"),
        rights.Inspection.BEFORE_ONLY: wf("A2.1.5"),
        rights.Inspection.HELD_THEN: wf("A2.1.5"),
        rights.Inspection.EXEMPT_CLOSED: wf("A2.1.6"),
        rights.Inspection.EXECUTIVE_ALIKE: wf("A2.2.1", "A2.2.2"),
        rights.Inspection.PRIVATE_MEETINGS: wf("A2.2.5"),
    },
    opened={
        rights.Opened.PARAGRAPH_3: wf("A2.1.6"),
        rights.Opened.PARAGRAPH_6: wf("A2.1.6"),
    },
    mode=Stated(rights.Mode.INSPECT, wf("A2.1.5")),
    scrutiny={
        rights.Scrutiny.ALL_AND_MORE: wf("A0.5"),
        rights.Scrutiny.COPIES: wf("A2.2.6", "A2.3"),
        rights.Scrutiny.RELEVANT: wf("A2.2.7", "A2.3"),
        rights.Scrutiny.NO_POLITICAL_ADVICE: wf("A2.2.7"),
    },
    co_opted=Stated(rights.CoOpted.REMIT_ONLY, wf("6.14")),
    independent=Stated(rights.Independent.HEARINGS, wf("A0.3")),
    assistants=SILENT,
    interests={},
    private_capacity={rights.PrivateCapacity.OWN_DATA: wf("A3.3")},
    constituents=Stated(papers.Constituents.WITHIN_LIMITS, wf("A3.3")),
    third_parties={papers.ThirdParties.NOT_REPRESENTED: wf("A3.3")},
    group_papers={papers.GroupPapers.MEETING_KEPT: wf("4.5")},
    correspondence={papers.Correspondence.WITH_AUTHORISATION: wf("4.13")},
    premises={},
    public={
        papers.Public.OPEN_PAPERS: wf("A0.2", "A2.1.2"),
        papers.Public.FORWARD_PLAN: wf("A2.2.3", "A0.2"),
        papers.Public.EXECUTIVE_AGENDAS: wf("A2.2.2"),
        papers.Public.CABINET_IN_PUBLIC: wf("A2.2.4"),
        papers.Public.MEMBERS_ALIKE: wf("A2.1.1", "A0.4"),
    },
    information_law={papers.InformationLaw.FOI: wf("A3.1"), papers.InformationLaw.EIR: wf("A3.2")},
    cost_limit=Stated(papers.CostLimit.HOURS_18_5, wf("A3.1")),
    exempt_law={
        papers.ExemptLaw.SCHEDULE_12A: wf("A2.1.2"),
        papers.ExemptLaw.PUBLIC_INTEREST: wf("A2.1.3", "S12A.Q1"),
        papers.ExemptLaw.REGISTRABLE: wf("S12A.Q2"),
    },
    exempt={paragraph: wf(f"S12A.{paragraph}") for paragraph in papers.Exempt},
    confidential={papers.Confidential.NEVER_PUBLIC: wf("A2.1.2")},
    proper_officer=SILENT,
    circulation=SILENT,
    reasons=Stated(owed.Reasons.GOOD_REASON, wf("6.3")),
    undertaking={},
    disputes=Stated(owed.Dispute.MONITORING_OFFICER, wf("6.7")),
    challenge={owed.Challenge.MONITORING_OFFICER: wf("6.7"), owed.Challenge.COURT: wf("A1.2")},
    advice={owed.Advice.MONITORING_OFFICER: wf("1.2", "A0.1")},
    handling={
        owed.Handling.NO_ONWARD: wf("6.4", "A4.1"),
        owed.Handling.DUTIES_ONLY: wf("A1.3"),
        owed.Handling.MEMBER_SHOWS_INTEREST: wf("A4.2", "A4.3"),
        owed.Handling.LEGAL_ADVICE_FIRST: wf("A4.3"),
        owed.Handling.BREACH: wf("A1.3", "A4.2"),
    },
    overtaken={
        owed.Overtaken.COPY_ON_PAYMENT: wf("A2.1.5"),
        owed.Overtaken.KEY_DECISIONS: wf("A2.2.3"),
        owed.Overtaken.OFFICER_DECISIONS: wf("A2.2.6"),
        owed.Overtaken.CONFIDENCE: wf("A2.2.7"),
        owed.Overtaken.STANDARDS: wf("A0.3", "S12A.7A", "S12A.7B", "S12A.7C"),
        owed.Overtaken.SCHEDULE: wf("S12A.Q2"),
        owed.Overtaken.FOI_LIMIT: wf("A3.1"),
        owed.Overtaken.EIR_YEAR: wf("A3.2"),
        owed.Overtaken.DATA_PROTECTION: wf("A0.2", "A3.3"),
    },
)
