"""Members' access to information under the text of Wokingham (2014), each value with its paragraph."""

from rulebook.access import AccessTerms
from rulebook.access import duties as owed
from rulebook.access import papers as papers
from rulebook.access import rights as rights
from rulebook.protocols.cites import wo_p
from rulebook.stated import SILENT, Stated

ACCESS = AccessTerms(
    grounds={rights.Ground.PROCEDURE_RULES: wo_p("AI.1", "AI.4")},
    presumption=Stated(rights.Presumption.AS_NEEDED, wo_p("AI.2")),
    need_to_know={
        rights.NeedToKnow.REASONABLY_NEEDED: wo_p("AI.2"),
        rights.NeedToKnow.REASONABLE_REQUEST: wo_p("AI.5"),
    },
    own_body=Stated(rights.OwnBody.INSPECT, wo_p("AI.3")),
    executive=Stated(rights.Executive.AS_OWN_BODY, wo_p("AI.3")),
    other_bodies=Stated(rights.OtherBodies.PROCEDURE_RULES, wo_p("AI.4")),
    inspection={},
    opened={},
    mode=Stated(rights.Mode.INSPECT, wo_p("AI.3")),
    scrutiny={rights.Scrutiny.INSPECT_OWN: wo_p("AI.3")},
    co_opted=SILENT,
    independent=SILENT,
    assistants=SILENT,
    interests={rights.Interests.ADVICE_FIRST: wo_p("AI.6b")},
    private_capacity={},
    constituents=Stated(papers.Constituents.PUBLIC_AND_NOT_BARRED, wo_p("AI.2")),
    third_parties={papers.ThirdParties.ADVICE_FIRST: wo_p("AI.6a")},
    group_papers={papers.GroupPapers.WORKINGS_CLOSED: wo_p("AI.8")},
    correspondence={
        papers.Correspondence.AUTHORS_CONSENT: wo_p("CO.1"),
        papers.Correspondence.NO_BLIND_COPIES: wo_p("CO.1"),
    },
    premises={
        papers.Premises.RIGHT: wo_p("PR.2"),
        papers.Premises.ARRANGED_AHEAD: wo_p("PR.3a"),
        papers.Premises.SITE_RULES: wo_p("PR.3b"),
        papers.Premises.NO_INTERFERENCE: wo_p("PR.3c"),
        papers.Premises.WARD_MEMBERS_TOLD: wo_p("PR.3d"),
        papers.Premises.SPECIAL_CARE: wo_p("PR.3e"),
    },
    public={},
    information_law={papers.InformationLaw.NEVER_HINDERED: wo_p("AI.11")},
    cost_limit=SILENT,
    exempt_law={},
    exempt={},
    confidential={},
    proper_officer=SILENT,
    circulation=SILENT,
    reasons=SILENT,
    undertaking={},
    disputes=Stated(owed.Dispute.MONITORING_OFFICER, wo_p("AI.5")),
    challenge={owed.Challenge.MONITORING_OFFICER: wo_p("AI.5")},
    advice={owed.Advice.MONITORING_OFFICER: wo_p("AI.5")},
    handling={
        owed.Handling.PURPOSE_ONLY: wo_p("AI.7"),
        owed.Handling.CONSENT_OR_LAW: wo_p("AI.9"),
        owed.Handling.ADVICE_KEPT: wo_p("AI.10"),
    },
    overtaken={
        owed.Overtaken.CASEWORK: wo_p("AI.2"),
        owed.Overtaken.DATA_PROTECTION: wo_p("AI.2", "AI.6a"),
        owed.Overtaken.INTEREST_WORDS: wo_p("AI.6b"),
    },
)
