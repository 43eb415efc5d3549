"""What a text can say of what is owed on release or refusal, and of who settles a dispute."""

from rulebook.stated import Worded
from rulebook.wording import gettext_noop


class Circulation(Worded):
    """Who sees a report before members do."""

    STATUTORY_OFFICERS = (
        "statutory-officers",
        gettext_noop(
            "Reports for members go to the Section 151 Officer and the Monitoring Officer for comment, save"
            " planning reports for the Planning Committee."
        ),
    )


class Reasons(Worded):
    """What a refusal must say, and to whom."""

    GOOD_REASON = "good-reason", gettext_noop("A refusal needs a good reason.")
    WRITTEN_AND_COPIED = (
        "written-and-copied",
        gettext_noop("Reasons are given in writing and copied to the Monitoring Officer."),
    )


class Undertaking(Worded):
    """Whether a member may be asked to promise confidentiality."""

    MAY_BE_REQUIRED = (
        "may-be-required",
        gettext_noop("An officer may ask for an undertaking of confidentiality and refuse without it."),
    )
    REASONS_WRITTEN = (
        "reasons-written",
        gettext_noop("The officer gives the reasons for confidentiality in writing."),
    )
    APPEAL = "appeal", gettext_noop("A member may appeal against those reasons to the Monitoring Officer.")


class Dispute(Worded):
    """Who settles a dispute about access; the value is a post."""

    MONITORING_OFFICER = (
        "monitoring-officer",
        gettext_noop("The Monitoring Officer determines a dispute about access."),
    )
    DIRECTOR = "director", gettext_noop("The Director decides on a complaint that information was withheld.")


class Challenge(Worded):
    """The steps of challenge, in the order in which a text has them."""

    MONITORING_OFFICER = (
        "monitoring-officer",
        gettext_noop("Challenge: ask the Monitoring Officer to determine."),
    )
    ADVICE = (
        "advice",
        gettext_noop("Challenge: ask the Chief Executive or the Monitoring Officer for advice."),
    )
    DIRECTOR = "director", gettext_noop("Challenge: complain to the Director, who may take legal advice.")
    AUTHORITY = (
        "authority",
        gettext_noop("Challenge: after that the matter may be put to the Authority itself."),
    )
    DISTRICT_AUDITOR = (
        "district-auditor",
        gettext_noop("Challenge: or it may be raised with the District Auditor."),
    )
    COURT = "court", gettext_noop("Challenge: a refusal can be attacked in court only as irrational.")
    FREEDOM_OF_INFORMATION = "foi", gettext_noop("Challenge: ask under freedom of information instead.")
    INTERPRETATION = (
        "interpretation",
        gettext_noop("Challenge: on what the protocol means, the Monitoring Officer’s opinion prevails."),
    )


class Advice(Worded):
    """Who is asked in doubt."""

    MONITORING_OFFICER = "monitoring-officer", gettext_noop("In doubt the Monitoring Officer is asked.")
    CHIEF_EXECUTIVE = "chief-executive", gettext_noop("In doubt the Chief Executive may be asked instead.")
    GROUP_DIFFICULTY = (
        "group-difficulty",
        gettext_noop(
            "A difficulty about political groups is raised with the Monitoring Officer or the Chief"
            " Executive, and with the leader of that group."
        ),
    )
    PREVAILS = (
        "prevails",
        gettext_noop("Where readings of the protocol differ, the Monitoring Officer’s prevails."),
    )


class Handling(Worded):
    """What whoever holds the information owes."""

    NO_ONWARD = (
        "no-onward-disclosure",
        gettext_noop(
            "Confidential, personal or sensitive information is passed on to nobody without authority."
        ),
    )
    DUTIES_ONLY = "duties-only", gettext_noop("Access is for the member alone and for official duties.")
    PURPOSE_ONLY = (
        "purpose-only",
        gettext_noop("Information is used only for the purpose for which it was asked or given."),
    )
    PRIVATE_SESSION = (
        "private-session",
        gettext_noop(
            "What is exempt or confidential is discussed in private session or with appropriate members"
            " and officers only."
        ),
    )
    MARKED = "marked", gettext_noop("Information is clearly marked as confidential before it is released.")
    PRIVY_ONLY = (
        "privy-only",
        gettext_noop(
            "What is learned in exempt sessions, informal briefings or group meetings stays with those"
            " who know it already."
        ),
    )
    SHARED_WITH_NOBODY = (
        "shared-with-nobody",
        gettext_noop("Confidential information and papers are shared with nobody."),
    )
    SAID_TO_BE_SO = "said-to-be-so", gettext_noop("Officers say clearly when what they give is confidential.")
    HELD_WHILE_UNSURE = (
        "held-while-unsure",
        gettext_noop(
            "A member who is unsure asks the Monitoring Officer and meanwhile treats it as confidential."
        ),
    )
    CONSENT_OR_LAW = (
        "consent-or-law",
        gettext_noop("A confidence is disclosed only with authorised consent or where the law requires it."),
    )
    ADVICE_KEPT = (
        "advice-kept",
        gettext_noop("Advice that a member asked for is kept from other members if the member wishes."),
    )
    MEMBER_SHOWS_INTEREST = (
        "member-shows-interest",
        gettext_noop(
            "A member who discloses a confidence has to show that the public interest outweighs it."
        ),
    )
    LEGAL_ADVICE_FIRST = (
        "legal-advice-first",
        gettext_noop(
            "Members are strongly advised to take legal advice before they disclose anything restricted."
        ),
    )
    CHECKED_FIRST = (
        "checked-first",
        gettext_noop(
            "Before a release in the public interest the member checks with the Director, the monitoring"
            " officer, the Clerk or the outside regulator."
        ),
    )
    BREACH = "breach", gettext_noop("Abuse may be a breach of the members’ code of conduct.")
    OFFICERS_CONTRACT = (
        "officers-contract",
        gettext_noop(
            "An officer’s breach of confidentiality will almost certainly be a disciplinary matter."
        ),
    )


class Overtaken(Worded):
    """Where the law has moved on since the text was adopted, or never was as the text has it."""

    COPY_ON_PAYMENT = (
        "copy-on-payment",
        gettext_noop("Law now: who may inspect may have a copy on payment (LGA 1972 s100H(2))."),
    )
    PARAGRAPHS_3_AND_6 = (
        "paragraphs-3-and-6",
        gettext_noop("Law now: paragraphs 3 and 6 stay open to any member beforehand (LGA 1972 s100F(2A))."),
    )
    KEY_DECISIONS = (
        "key-decisions",
        gettext_noop("Law now: key decisions are announced 28 clear days ahead (SI 2012/2089 reg 9)."),
    )
    OFFICER_DECISIONS = (
        "officer-decisions",
        gettext_noop(
            "Law now: scrutiny sees officers’ executive decisions of any kind (SI 2012/2089 reg 17(1))."
        ),
    )
    CONFIDENCE = (
        "confidence",
        gettext_noop("Law now: scrutiny gets no copy in breach of confidence (SI 2012/2089 reg 20(1))."),
    )
    REVIEW_OR_PROGRAMME = (
        "review-or-programme",
        gettext_noop("Law now: a review is enough, even outside the programme (SI 2012/2089 reg 17(3)(a))."),
    )
    STANDARDS = (
        "standards-hearings",
        gettext_noop("Law now: paragraphs 7A to 7C and the hearings that they served are gone."),
    )
    SCHEDULE = (
        "schedule",
        gettext_noop("Law now: Schedule 12A paragraph 8 names newer Acts, and paragraph 9 is missing here."),
    )
    FOI_LIMIT = (
        "foi-limit",
        gettext_noop(
            "Law now: the limit is 18 hours, and above it a request may be refused (FOIA 2000 s12)."
        ),
    )
    EIR_YEAR = (
        "eir-year",
        gettext_noop("Law now: the Environmental Information Regulations are those of 2004."),
    )
    DATA_PROTECTION = (
        "data-protection",
        gettext_noop(
            "Law now: the UK GDPR and the Data Protection Act 2018 stand in place of the earlier Act."
        ),
    )
    CASEWORK = (
        "casework",
        gettext_noop("Law now: a constituent’s request need not be in writing (DPA 2018 Sch 1 para 24)."),
    )
    INTEREST = (
        "interest",
        gettext_noop("Law now: an interest bars taking part, not reading (Localism Act 2011 s31(4))."),
    )
    INTEREST_WORDS = (
        "interest-words",
        gettext_noop("Law now: disclosable pecuniary interests; others are a matter of the local code."),
    )
    UNDERTAKING = (
        "undertaking",
        gettext_noop("Law now: what LGA 1972 s100F opens does not depend on an undertaking."),
    )
    AUDITOR = (
        "auditor",
        gettext_noop("Law now: the appointed external auditor stands in place of the District Auditor."),
    )
    PARISHES = (
        "parishes",
        gettext_noop(
            "In law LGA 1972 s100F does not reach parishes: the right is this council’s own promise."
        ),
    )
