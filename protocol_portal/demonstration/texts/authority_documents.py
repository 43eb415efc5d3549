"""The meetings and documents of the demonstration waste authority, and what its members ask of them."""

from protocol_portal.demonstration.papers import (
    AdviceTold,
    AskTold,
    GrantTold,
    InterestTold,
    ItemTold,
    KnowerTold,
    MarkTold,
    MeetingTold,
    Papers,
    PaperTold,
    TellingTold,
)

_OFFICES = "Authority Offices, Quay House"
_MEETINGS = (
    MeetingTold(
        "authority-past",
        "The Authority",
        -13,
        (13, 0),
        _OFFICES,
        (
            ItemTold("Minutes of the last meeting"),
            ItemTold("Opening hours of recycling centres in winter"),
            ItemTold("Grievance of an employee", under=("1",)),
        ),
    ),
    MeetingTold(
        "forum-past",
        "Waste Strategy Forum",
        -11,
        (14, 0),
        "Wexcombe Civic Centre",
        (ItemTold("Transfer stations: price of the new contract", under=("3",)),),
    ),
    MeetingTold(
        "audit-coming",
        "Audit and Governance Committee",
        5,
        (10, 30),
        _OFFICES,
        (
            ItemTold("Statement of accounts: what the auditor found"),
            ItemTold("Claim of the former contractor: legal advice", under=("5",)),
        ),
    ),
    MeetingTold(
        "forum-coming",
        "Waste Strategy Forum",
        16,
        (14, 0),
        "Wexcombe Civic Centre",
        (ItemTold("Collecting food waste: the districts’ plans"),),
    ),
    MeetingTold(
        "authority-coming",
        "The Authority",
        29,
        (13, 0),
        _OFFICES,
        (ItemTold("Levy on the districts for next year"),),
    ),
)
_PAPERS = (
    PaperTold(
        "hours",
        "report",
        "Opening hours of recycling centres in winter",
        20,
        pages=(
            """# The Authority
# Opening hours of recycling centres in winter
Report of the recycling centres manager

1. From November to February the centres close at 8pm. After 5pm fewer than four cars an hour come.

2. To close at 5.30pm saves £64,000. Brackwater Quay stays open until 8pm on Thursdays.

3. The districts were asked. Linley and Porthaven agree; Estham asks that Saturdays stay as they are.

4. Recommendation: to close at 5.30pm from Monday to Friday.""",
        ),
        meeting="authority-past",
        item=2,
    ),
    PaperTold(
        "minutes",
        "minutes",
        "Minutes of the Authority",
        5,
        pages=(
            """# The Authority
# Minutes
1. The minutes of the last meeting were agreed.

2. Opening hours. Resolved: to close at 5.30pm from Monday to Friday, and to look at it again in March.

3. Grievance of an employee. The public left for this item (paragraph 1).

4. The meeting ended at ten to three.""",
        ),
        meeting="authority-past",
    ),
    PaperTold(
        "transfer",
        "report",
        "Transfer stations: price of the new contract",
        20,
        pages=(
            """Not for publication: paragraph 3 of Schedule 12A
# Waste Strategy Forum
# Transfer stations: price of the new contract
Report of the Director

1. The contractor asks for £31.40 a tonne, and for £29.90 if the term is ten years.

2. We think that £30.20 for seven years can be had. The Treasurer agrees.""",
        ),
        redacted=(
            """# Waste Strategy Forum
# Transfer stations: price of the new contract
Report of the Director

1. The contractor has named a price for seven and for ten years. Prices are left out here (paragraph 3).

2. The report says which term the Director recommends, and why.""",
        ),
        meeting="forum-past",
        item=1,
        mark=MarkTold(
            "exempt",
            ("3",),
            {"is_part_exempt": True},
            "maintain",
            "Districts pay for the contract and may know how it is chosen; the redacted report says so. The "
            "price is still being negotiated, and to publish it would raise it.",
        ),
    ),
    PaperTold(
        "grievance",
        "report",
        "Grievance of an employee",
        20,
        meeting="authority-past",
        item=3,
        mark=MarkTold(
            "exempt",
            ("1",),
            {"is_about_third_party": True},
            "maintain",
            "It tells of one person’s health and pay. Nobody outside needs to know it.",
        ),
    ),
    PaperTold(
        "claim",
        "report",
        "Claim of the former contractor: legal advice",
        8,
        pages=(
            """Not for publication: paragraph 5 of Schedule 12A
# Audit and Governance Committee
# Claim of the former contractor: legal advice

1. The claim is for £410,000. Counsel thinks that £90,000 of it is owed at most.

2. An offer should not be made before the expert’s report in January.""",
        ),
        meeting="audit-coming",
        item=2,
        mark=MarkTold(
            "exempt",
            ("5",),
            {},
            "maintain",
            "While the claim runs the Authority must be able to ask its lawyers plainly.",
        ),
    ),
    PaperTold(
        "accounts",
        "accounts",
        "Statement of accounts for last year",
        8,
        body="The Authority",
    ),
    PaperTold(
        "tannery",
        "file",
        "Complaints about noise at Tannery Lane: file of the site",
        14,
        pages=(
            """# Tannery Lane Recycling Centre
Noise, as it was noted by the site

2 September. Glass is emptied before eight. The gate now stays shut until eight.
21 September. The crusher is heard across the lane. Rubber mats are laid.
14 October. No more calls since the mats were laid.""",
        ),
        team="Recycling Centres",
        mark=None,
    ),
    PaperTold(
        "hauliers",
        "file",
        "Hauliers: complaints and warnings since April",
        9,
        team="Contracts",
        mark=None,
    ),
    PaperTold(
        "trader",
        "correspondence",
        "Letter on the charges for traders’ vans",
        12,
        author=1,
        columns={"is_private_letter": True},
        mark=None,
    ),
    PaperTold(
        "food-waste",
        "report",
        "Collecting food waste: the districts’ plans",
        2,
        meeting="forum-coming",
        item=1,
        mark=None,
        is_released=False,
    ),
)
_ASKS = (
    AskTold(1, 6, "To prepare my questions to the committee.", "hours"),
    AskTold(0, 9, "My district pays a part of it.", "transfer"),
    AskTold(
        1,
        7,
        "I chair the Authority, and should know what may be claimed from it.",
        "claim",
        found=("need_to_know:not_shown", "The committee has it first. The Authority decides in January."),
        ruling=("no", "It is read by those who decide on it now. Ask again when it comes to the Authority."),
        disputed=(
            "I am asked about the claim every week, and cannot answer without having read it.",
            "Until the expert has reported, every reader more is a risk. The chair knows the sum.",
        ),
    ),
    AskTold(
        0,
        11,
        "Residents of Tannery Lane ask me what was done since September.",
        "tannery",
        found=("need_to_know:accepted", "The centre is in the member’s district, and the file names nobody."),
        ruling=("yes", "You need it to answer the residents. Please read it here."),
    ),
    AskTold(
        0,
        3,
        "Lorries park in Estham Road at night, and I want to know whether they were warned.",
        "hauliers",
    ),
    AskTold(
        0,
        2,
        "The district auditor mentioned it to me.",
        described="The report on the fire at Colliery Way, some ten years ago",
    ),
)
AUTHORITY_DOCUMENTS = Papers(
    meetings=_MEETINGS,
    papers=_PAPERS,
    asks=_ASKS,
    grants=(GrantTold("transfer", 0, "To explain the contract to Estham’s finance committee"),),
    knowers=(
        KnowerTold("transfer", "Conrad Whitlow", "Negotiates the contract"),
        KnowerTold("transfer", "Marguerite Doyle", "Surveyor, who priced the two sites"),
    ),
    tellings=(
        TellingTold(
            "claim",
            0,
            "The finance committee of Estham",
            "Estham pays a fifth of what the Authority pays, and asks me whether to put money aside.",
        ),
    ),
    advice=(
        AdviceTold(
            0,
            15,
            "How much must I say of why I need a paper?",
            "A sentence is enough: which part of your work it is for. Nobody asks for more.",
            "A member says in a sentence for which part of a member’s work a paper is needed. Research on a "
            "subject at large is not part of it.",
        ),
        AdviceTold(1, 4, "May papers of the Authority be shown to the cabinet of a member’s own district?"),
    ),
    interests=(
        InterestTold(1, "dpi", "Employed by Carrow Skips Ltd"),
        InterestTold(0, "personal", "A cousin works for the auditor", "audit-coming", 1),
    ),
)
