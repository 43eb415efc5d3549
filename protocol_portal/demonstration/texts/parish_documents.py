"""The meetings and documents of the demonstration parish, and what its members ask of them."""

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

_HALL = "Hensby Village Hall"
_MEETINGS = (
    MeetingTold(
        "council-past",
        "Parish Council",
        -12,
        (19, 30),
        _HALL,
        (
            ItemTold("Minutes of the last meeting"),
            ItemTold("Hire of the village hall: charges for next year"),
            ItemTold("Lease of the allotments in Warren Lane", under=("3",)),
        ),
    ),
    MeetingTold(
        "staffing-coming",
        "Staffing Committee",
        4,
        (18, 0),
        _HALL,
        (ItemTold("Pay of the groundsman", under=("1",)),),
    ),
    MeetingTold(
        "spaces-coming",
        "Open Spaces Committee",
        9,
        (19, 0),
        _HALL,
        (
            ItemTold("Inspection of the play area on The Green"),
            ItemTold("Footpath 7: the stile at Long Acre"),
        ),
    ),
    MeetingTold(
        "council-coming",
        "Parish Council",
        24,
        (19, 30),
        _HALL,
        (ItemTold("Budget and precept for next year"),),
    ),
)
_PAPERS = (
    PaperTold(
        "charges",
        "report",
        "Hire of the village hall: charges for next year",
        17,
        pages=(
            """# Parish Council
# Hire of the village hall: charges for next year
Report of the clerk

1. An hour in the main hall costs £14, and £9 for those who live in the parish.

2. Heating cost £1,900 more than last year. To cover it, an hour would have to cost £15.50 and £10.

3. The playgroup asks that its price stays as it is until the summer.""",
        ),
        meeting="council-past",
        item=2,
    ),
    PaperTold(
        "minutes",
        "minutes",
        "Minutes of the Parish Council",
        5,
        pages=(
            """# Parish Council
# Minutes
1. The minutes of the last meeting were signed.

2. Charges. Resolved: £15.50 and £10 from April; the playgroup pays as before until July.

3. Allotments. The public left for this item. Resolved: as recommended.""",
        ),
        meeting="council-past",
    ),
    PaperTold(
        "lease",
        "report",
        "Lease of the allotments in Warren Lane",
        17,
        pages=(
            """In confidence
# Parish Council
# Lease of the allotments in Warren Lane
Report of the clerk

1. The estate offers a lease of twenty-one years at £420 a year, and asks that the sum stays between us.

2. The valuer thinks £350 right.""",
        ),
        redacted=(
            """# Parish Council
# Lease of the allotments in Warren Lane
Report of the clerk

1. The estate offers a lease of twenty-one years. The rent is left out here.""",
        ),
        meeting="council-past",
        item=3,
        owner="The Hensby Estate",
        consent="given",
        mark=MarkTold(
            "exempt",
            ("3",),
            {"is_part_exempt": True},
            "maintain",
            "The rent is not agreed yet. Once it is, it stands in the accounts for everybody to read.",
        ),
    ),
    PaperTold(
        "pay",
        "report",
        "Pay of the groundsman",
        6,
        meeting="staffing-coming",
        item=1,
        mark=MarkTold(
            "exempt",
            ("1",),
            {"is_about_third_party": True},
            "maintain",
            "It is about one person’s pay and hours, and the committee alone decides on them.",
        ),
    ),
    PaperTold(
        "play-area",
        "background-paper",
        "Play area on The Green: the inspector’s report",
        3,
        pages=(
            """# Play area on The Green
Inspection of the year

Swings: chains worn to two thirds. Replace within six months.
Slide: sound.
Surface under the climbing frame: lifts at the edge. Make good within a month.""",
        ),
        meeting="spaces-coming",
        item=1,
        team="Grounds",
    ),
    PaperTold("accounts", "accounts", "Payments of the council since April", 8, body="Parish Council"),
    PaperTold(
        "hall-file",
        "file",
        "Village hall: complaints about late music",
        14,
        pages=(
            """# Village hall
Complaints about late music

12 September. Music until half past twelve. The hirer lost the deposit.
3 October. Doors were left open. The caretaker closed them at eleven.""",
        ),
        team="Village Hall",
        mark=None,
    ),
    PaperTold(
        "footpath",
        "file",
        "Footpath 7: letters to and from the county",
        13,
        team="Grounds",
        mark=None,
    ),
    PaperTold(
        "oak",
        "file",
        "The oak on Heath Road: survey of a neighbour’s expert",
        10,
        team="Grounds",
        owner="The owner of Oak Cottage",
        mark=None,
        is_released=False,
    ),
)
_ASKS = (
    AskTold(0, 6, "To answer the playgroup.", "charges"),
    AskTold(0, 9, "I want to compare it with the lease of the hall.", "lease", columns={"wants": "copy"}),
    AskTold(
        1,
        5,
        "I chair the council, and the precept depends on it.",
        "pay",
        disputed=(
            "I cannot put a budget to the council when I do not know what is in it.",
            "The budget has one line for wages. What one person earns does not change it before April.",
        ),
    ),
    AskTold(
        0,
        11,
        "A neighbour asks me what was done about the party in September.",
        "hall-file",
        found=("need_to_know:accepted", "The member answers for the hall at the next meeting."),
        ruling=("yes", "You need it to answer the neighbour. It names nobody."),
    ),
    AskTold(0, 3, "Walkers ask me when the stile comes back.", "footpath"),
    AskTold(1, 2, "For the anniversary.", described="The deed by which The Green was given to the parish"),
)
PARISH_DOCUMENTS = Papers(
    meetings=_MEETINGS,
    papers=_PAPERS,
    asks=_ASKS,
    grants=(GrantTold("lease", 1, "To speak with the estate for the council"),),
    knowers=(
        KnowerTold("lease", "Raymond Kitto", "Wrote to the estate"),
        KnowerTold("lease", "Marguerite Doyle", "The valuer"),
    ),
    tellings=(
        TellingTold(
            "lease",
            0,
            "The allotment society",
            "Its members pay the rent in the end, and ask me what it will be.",
        ),
    ),
    advice=(
        AdviceTold(
            0,
            15,
            "What makes a request for a document reasonable?",
            "That you need it for something that the council does, and that you ask for one thing at a time.",
            "A request is reasonable where a member needs the document for something that the council does, "
            "and names what is wanted.",
        ),
        AdviceTold(1, 4, "May a member pass a paper on to the parish council next door?"),
    ),
    interests=(
        InterestTold(1, "dpi", "Owner of the field behind Mill Street"),
        InterestTold(0, "personal", "Member of the walkers’ club that mends stiles", "spaces-coming", 2),
    ),
)
