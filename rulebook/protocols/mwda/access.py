"""Members' access to information under the text of Merseyside, each value with its paragraph."""

from rulebook.access import AccessTerms
from rulebook.access import duties as owed
from rulebook.access import papers as papers
from rulebook.access import rights as rights
from rulebook.protocols.cites import mw
from rulebook.stated import SILENT, Stated

ACCESS = AccessTerms(
    grounds={rights.Ground.LAW: mw("5.2a"), rights.Ground.PROCEDURE_RULES: mw("5.2a")},
    presumption=Stated(rights.Presumption.SUPPLY, mw("5.1a")),
    need_to_know={
        rights.NeedToKnow.REASONABLY_NEEDED: mw("5.2a"),
        rights.NeedToKnow.NO_FISHING: mw("5.2b"),
        rights.NeedToKnow.NO_RESEARCH: mw("5.3"),
    },
    own_body=SILENT,
    executive=SILENT,
    other_bodies=Stated(rights.OtherBodies.STATUTE_AND_CONSTITUTION, mw("5.2a")),
    inspection={},
    opened={},
    mode=Stated(rights.Mode.SUPPLY, mw("5.1a", "5.1b")),
    scrutiny={},
    co_opted=SILENT,
    independent=SILENT,
    assistants=SILENT,
    interests={},
    private_capacity={rights.PrivateCapacity.OWN_DATA: mw("5.4a")},
    constituents=Stated(papers.Constituents.WRITTEN_AUTHORITY, mw("5.4b")),
    third_parties={},
    group_papers={papers.GroupPapers.MEETING_KEPT: mw("12.3e")},
    correspondence={
        papers.Correspondence.PRIVATE_ON_REQUEST: mw("7.2"),
        papers.Correspondence.GENERAL_INTEREST: mw("7.3"),
        papers.Correspondence.NO_BLIND_COPIES: mw("7.3b"),
    },
    premises={
        papers.Premises.NO_GENERAL_RIGHT: mw("9.1"),
        papers.Premises.FOR_A_PURPOSE: mw("9.2a"),
        papers.Premises.MADE_KNOWN: mw("9.2b"),
    },
    public={papers.Public.PUBLICATION_SCHEME: mw("5.0"), papers.Public.MEMBERS_ALIKE: mw("5.4a")},
    information_law={papers.InformationLaw.AS_ANYBODY: mw("5.4a")},
    cost_limit=SILENT,
    exempt_law={},
    exempt={},
    confidential={
        papers.Confidential.MARKED: mw("6.2"),
        papers.Confidential.CIRCUMSTANCES: mw("6.2"),
        papers.Confidential.PRIVATE_AFFAIRS: mw("6.3"),
    },
    proper_officer=SILENT,
    circulation=SILENT,
    reasons=Stated(owed.Reasons.WRITTEN_AND_COPIED, mw("5.1a")),
    undertaking={
        owed.Undertaking.MAY_BE_REQUIRED: mw("5.5a"),
        owed.Undertaking.REASONS_WRITTEN: mw("5.5b"),
        owed.Undertaking.APPEAL: mw("5.5c"),
    },
    disputes=Stated(owed.Dispute.DIRECTOR, mw("5.7a")),
    challenge={
        owed.Challenge.DIRECTOR: mw("5.7a"),
        owed.Challenge.AUTHORITY: mw("5.7b"),
        owed.Challenge.DISTRICT_AUDITOR: mw("5.7b"),
    },
    advice={owed.Advice.MONITORING_OFFICER: mw("6.4b")},
    handling={
        owed.Handling.SHARED_WITH_NOBODY: mw("6.1"),
        owed.Handling.SAID_TO_BE_SO: mw("6.4a"),
        owed.Handling.HELD_WHILE_UNSURE: mw("6.4b"),
        owed.Handling.CHECKED_FIRST: mw("6.5"),
    },
    overtaken={
        owed.Overtaken.DATA_PROTECTION: mw("5.4a"),
        owed.Overtaken.CASEWORK: mw("5.4b"),
        owed.Overtaken.UNDERTAKING: mw("5.5a"),
        owed.Overtaken.AUDITOR: mw("5.7b"),
    },
)
