"""The closed papers of the demonstration borough, each with its paragraph, and why it weighs more."""

from protocol_portal.demonstration.papers import MarkTold, PaperTold

_SEEN = (
    "The saving of £180,000 a year is in the medium term plan. The bond that is asked for is prudent.",
    "The contract was advertised as the regulations want. Paragraph 3 covers the prices and nothing else.",
)
_FACE = "Not for publication: paragraph {number} of Schedule 12A to the Local Government Act 1972"
_LATER = MarkTold(
    "exempt",
    ("3",),
    doubt="The owner says that the price is no secret any more. The Executive is to take a view whether the "
    "report is still exempt.",
)
BOROUGH_CLOSED_PAPERS = (
    PaperTold(
        "uniforms",
        "report",
        "Grants for school uniforms: three appeals",
        22,
        pages=(
            """Not for publication: paragraphs 1 and 2 of Schedule 12A
# Executive
# Grants for school uniforms: three appeals

1. Ms D of Glebe Avenue has three children at school and lost her work in May. Officers advise a grant.

2. Mr O of Signal Street had a grant in March. Officers advise none before spring.

3. Ms F of Orchard Rise sent no papers. Officers advise to ask once more.""",
        ),
        redacted=(
            """# Executive
# Grants for school uniforms: three appeals

1. Three families appealed. Who they are, and why they ask, is left out here (paragraphs 1 and 2).

2. Officers advise one grant, one refusal, and to ask once more for papers in the third case.""",
        ),
        meeting="executive-past",
        item=5,
        mark=MarkTold(
            "exempt",
            ("1", "2"),
            {"is_part_exempt": True},
            "maintain",
            "How grants are decided is of interest to all, and the redacted report tells it.",
        ),
        comments=_SEEN,
    ),
    PaperTold(
        "repairs-contract",
        "report",
        "Housing repairs: the bids for the contract from 2027",
        24,
        pages=(
            _FACE.format(number=3)
            + """
# Executive
# Housing repairs: the bids for the contract from 2027
Report of the Executive Director for Housing

1. Three firms sent a bid. Each was marked for quality, sixty, and for price, forty.

2. Harkness Building Services: £4.12 million a year; 87 marks.
Pell and Rowe: £3.98 million a year; 79 marks.
Thorn Valley Homes: £4.41 million a year; 84 marks.

3. Pell and Rowe leave out visits after six in the evening, which tenants asked for most.

4. Recommendation: to award the contract to Harkness Building Services for five years.""",
        ),
        redacted=(
            """# Executive
# Housing repairs: the bids for the contract from 2027
Report of the Executive Director for Housing

1. Three firms sent a bid. Each was marked for quality, sixty, and for price, forty.

2. Names, prices and marks are left out here (Schedule 12A, paragraph 3).

3. One bid left out visits after six in the evening, which tenants asked for most.

4. Recommendation: to award the contract for five years to the firm with the most marks.""",
        ),
        meeting="executive-past",
        item=3,
        mark=MarkTold(
            "exempt",
            ("3",),
            {"is_part_exempt": True},
            "maintain",
            "Residents should know how five million pounds a year are spent, and the redacted report tells "
            "them. To publish prices before the contract is signed would cost the council more next time.",
        ),
        comments=_SEEN,
    ),
    PaperTold(
        "tollgate",
        "report",
        "Temporary homes for families: what the department told us in confidence",
        22,
        pages=(
            """Not for publication: confidential information
# Executive
# Temporary homes for families: lease of Tollgate House

1. The department has told us, on terms that forbid us to disclose it, which families come first, and when.

2. The lease is for three years, with a break after two.""",
        ),
        meeting="executive-past",
        item=4,
        mark=MarkTold(
            "confidential",
            columns={
                "confidential_source": "government",
                "confidential_terms": "Letter of the department of 3 September: the list of families and its "
                "dates are given in confidence, and nothing of it may be published.",
            },
        ),
        comments=_SEEN,
    ),
    PaperTold(
        "potters-yard",
        "report",
        "Enforcement notice, land behind Potters Yard",
        17,
        meeting="planning-past",
        item=4,
        mark=MarkTold(
            "exempt",
            ("6",),
            {},
            "maintain",
            "Until the notice is served, to publish it would let the use go on or be moved. Afterwards the "
            "notice stands in a public register, so the interest in openness is served within weeks.",
        ),
        comments=_SEEN,
    ),
    PaperTold(
        "counsel",
        "report",
        "Appeal at 3 Keep Street: counsel’s opinion",
        7,
        pages=(
            _FACE.format(number=5)
            + """
# Planning Committee
# Appeal at 3 Keep Street: counsel’s opinion
Report of the monitoring officer

1. Counsel thinks that the second reason for refusal, loss of light, can be defended, and the first, parking,
hardly.

2. If the first reason is given up before the hearing, costs against the council become unlikely.""",
        ),
        meeting="planning-coming",
        item=4,
        mark=MarkTold(
            "exempt",
            ("5",),
            {},
            "maintain",
            "The council must be able to ask its lawyers plainly while the appeal runs. The interest in "
            "knowing what they said is real, and weighs less until the inspector has decided.",
        ),
        comments=_SEEN,
    ),
    PaperTold(
        "cloister-way",
        "file",
        "Housing options: the file of a family in Cloister Way",
        21,
        team="Housing Options",
        mark=MarkTold(
            "exempt",
            ("1", "2"),
            {"is_about_constituent": True},
            "maintain",
            "It tells of the health and money of one family, and is for those who help them.",
        ),
    ),
    PaperTold(
        "station-approach",
        "report",
        "Purchase of land at Station Approach",
        2,
        meeting="executive-coming",
        item=1,
        mark=_LATER,
        comments=_SEEN[:1],
        is_released=False,
    ),
)
