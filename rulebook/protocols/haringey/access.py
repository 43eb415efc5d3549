"""Members' access to information under the text of Haringey, each value with its paragraph."""

from rulebook.access import AccessTerms
from rulebook.access import duties as owed
from rulebook.access import papers as papers
from rulebook.access import rights as rights
from rulebook.protocols.cites import ha
from rulebook.stated import SILENT, Stated

ACCESS = AccessTerms(
    grounds={rights.Ground.LAW: ha("4.18"), rights.Ground.PROCEDURE_RULES: ha("4.18", "4.21")},
    presumption=Stated(rights.Presumption.LEGAL_RIGHT, ha("4.6b")),
    need_to_know={
        rights.NeedToKnow.REASONABLY_NEEDED: ha("4.6a"),
        rights.NeedToKnow.MEMBER_SHOWS_IT: ha("4.19d"),
    },
    own_body=Stated(rights.OwnBody.GOOD_REASON, ha("4.19b")),
    executive=Stated(rights.Executive.AS_OWN_BODY, ha("4.19b")),
    other_bodies=Stated(rights.OtherBodies.FOI_OR_NEED, ha("4.19d")),
    inspection={},
    opened={},
    mode=Stated(rights.Mode.MARKED_COPY, ha("4.26c")),
    scrutiny={rights.Scrutiny.PRIMA_FACIE: ha("4.19c")},
    co_opted=SILENT,
    independent=SILENT,
    assistants=Stated(rights.Assistants.AS_NAMED_MEMBER, ha("4.9")),
    interests={
        rights.Interests.PRIVATE_PERSON: ha("4.20a"),
        rights.Interests.SAYS_PRIVATE: ha("4.20b"),
    },
    private_capacity={rights.PrivateCapacity.AS_CUSTOMER: ha("4.25a")},
    constituents=Stated(papers.Constituents.SERVICE_REQUEST, ha("4.8")),
    third_parties={},
    group_papers={papers.GroupPapers.MEETING_KEPT: ha("4.28", "4.17")},
    correspondence={},
    premises={},
    public={
        papers.Public.MEMBERS_ALIKE: ha("4.19a", "4.22"),
        papers.Public.NOT_CLOSED_MATTER: ha("4.22"),
    },
    information_law={
        papers.InformationLaw.NO_FORM: ha("4.6b"),
        papers.InformationLaw.AS_ANYBODY: ha("4.22"),
        papers.InformationLaw.INSTEAD_OF_NEED: ha("4.19d"),
    },
    cost_limit=SILENT,
    exempt_law={
        papers.ExemptLaw.SCHEDULE_12A: ha("4.18", "4.24a"),
        papers.ExemptLaw.MAY_STILL_BE_DISCLOSED: ha("4.24a"),
        papers.ExemptLaw.DOUBT_STAYS_CLOSED: ha("4.24b"),
    },
    exempt={},
    confidential={
        papers.Confidential.GOVERNMENT: ha("4.23"),
        papers.Confidential.ENACTMENT_OR_COURT: ha("4.23"),
    },
    proper_officer=SILENT,
    circulation=SILENT,
    reasons=SILENT,
    undertaking={},
    disputes=SILENT,
    challenge={
        owed.Challenge.ADVICE: ha("1.2b"),
        owed.Challenge.FREEDOM_OF_INFORMATION: ha("4.19d"),
    },
    advice={
        owed.Advice.MONITORING_OFFICER: ha("1.2b"),
        owed.Advice.CHIEF_EXECUTIVE: ha("1.2b"),
    },
    handling={
        owed.Handling.PURPOSE_ONLY: ha("4.26a"),
        owed.Handling.PRIVATE_SESSION: ha("4.26b"),
        owed.Handling.MARKED: ha("4.26c"),
        owed.Handling.PRIVY_ONLY: ha("4.28"),
        owed.Handling.BREACH: ha("4.27"),
        owed.Handling.OFFICERS_CONTRACT: ha("4.25b"),
    },
    overtaken={
        owed.Overtaken.REVIEW_OR_PROGRAMME: ha("4.19c"),
        owed.Overtaken.PARAGRAPHS_3_AND_6: ha("4.19d"),
        owed.Overtaken.INTEREST: ha("4.20a"),
        owed.Overtaken.INTEREST_WORDS: ha("4.20a"),
    },
)
