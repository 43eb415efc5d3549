"""Members' access to information under the text of Wokingham (2007), each value with its paragraph."""

from rulebook.access import AccessTerms
from rulebook.access import duties as owed
from rulebook.access import papers as papers
from rulebook.access import rights as rights
from rulebook.protocols.cites import wo_e
from rulebook.stated import SILENT, Stated

ACCESS = AccessTerms(
    grounds={rights.Ground.PROCEDURE_RULES: wo_e("AI.1", "AI.4")},
    presumption=Stated(rights.Presumption.AS_NEEDED, wo_e("AI.2")),
    need_to_know={
        rights.NeedToKnow.REASONABLY_NEEDED: wo_e("AI.2"),
        rights.NeedToKnow.REASONABLE_REQUEST: wo_e("AI.5"),
    },
    own_body=Stated(rights.OwnBody.INSPECT, wo_e("AI.3")),
    executive=Stated(rights.Executive.AS_OWN_BODY, wo_e("AI.3")),
    other_bodies=Stated(rights.OtherBodies.PROCEDURE_RULES, wo_e("AI.4")),
    inspection={},
    opened={},
    mode=Stated(rights.Mode.INSPECT, wo_e("AI.3")),
    scrutiny={rights.Scrutiny.INSPECT_OWN: wo_e("AI.3")},
    co_opted=Stated(rights.CoOpted.AS_MEMBERS, wo_e("9.3.2a")),
    independent=SILENT,
    assistants=Stated(rights.Assistants.AS_MEMBERS, wo_e("9.3.33d")),
    interests={rights.Interests.ADVICE_FIRST: wo_e("AI.6")},
    private_capacity={},
    constituents=Stated(papers.Constituents.PUBLIC_AND_NOT_BARRED, wo_e("AI.2")),
    third_parties={papers.ThirdParties.ADVICE_FIRST: wo_e("AI.6")},
    group_papers={
        papers.GroupPapers.MEETING_KEPT: wo_e("9.3.32f"),
        papers.GroupPapers.WORKINGS_CLOSED: wo_e("AI.8"),
    },
    correspondence={
        papers.Correspondence.AUTHORS_CONSENT: wo_e("CO.1"),
        papers.Correspondence.NO_BLIND_COPIES: wo_e("CO.1"),
    },
    premises={
        papers.Premises.RIGHT: wo_e("PR.1"),
        papers.Premises.ARRANGED_AHEAD: wo_e("PR.3"),
        papers.Premises.SITE_RULES: wo_e("PR.3"),
        papers.Premises.NO_INTERFERENCE: wo_e("PR.3"),
        papers.Premises.WARD_MEMBERS_TOLD: wo_e("PR.3"),
        papers.Premises.SPECIAL_CARE: wo_e("PR.3"),
    },
    public={},
    information_law={papers.InformationLaw.NEVER_HINDERED: wo_e("AI.11")},
    cost_limit=SILENT,
    exempt_law={},
    exempt={},
    confidential={},
    proper_officer=SILENT,
    circulation=Stated(owed.Circulation.STATUTORY_OFFICERS, wo_e("9.3.15c")),
    reasons=SILENT,
    undertaking={},
    disputes=Stated(owed.Dispute.MONITORING_OFFICER, wo_e("AI.5")),
    challenge={owed.Challenge.MONITORING_OFFICER: wo_e("AI.5")},
    advice={
        owed.Advice.MONITORING_OFFICER: wo_e("9.3.35b", "AI.5"),
        owed.Advice.GROUP_DIFFICULTY: wo_e("9.3.32n"),
    },
    handling={
        owed.Handling.PURPOSE_ONLY: wo_e("AI.7"),
        owed.Handling.CONSENT_OR_LAW: wo_e("AI.9"),
        owed.Handling.ADVICE_KEPT: wo_e("AI.10"),
    },
    overtaken={
        owed.Overtaken.CASEWORK: wo_e("AI.2"),
        owed.Overtaken.DATA_PROTECTION: wo_e("AI.2", "AI.6"),
        owed.Overtaken.INTEREST_WORDS: wo_e("AI.6"),
    },
)
