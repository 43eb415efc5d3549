"""The papers of the demonstration borough that are not closed: reports, minutes, a decision, a letter."""

from protocol_portal.demonstration.papers import PaperTold

_NO_COMMENT = (
    "The cost is within the budget that the Council set in February. No further comment.",
    "The report sets out the powers on which the decision rests. No further comment.",
)
BOROUGH_OPEN_PAPERS = (
    PaperTold(
        "maltings",
        "report",
        "26/0418: twelve flats at the Old Maltings, Ropewalk",
        18,
        pages=(
            """# Planning Committee
# 26/0418: twelve flats at the Old Maltings, Ropewalk
Report of the Head of Development Management

1. The application is to turn the maltings, empty since 2014 and listed at Grade II, into twelve flats,
four of them at a rent that people on a local income can pay.

2. Thirty-one neighbours wrote: nineteen in support, twelve against. Those against fear for parking on
Ropewalk, where there is room for twenty-two cars and permits for forty.

3. The conservation officer is content, so long as the kiln roofs are repaired and not replaced.

4. Recommendation: grant permission, with the conditions in the appendix, once an agreement for the four
affordable flats is signed.""",
            """# Appendix: conditions
1. The work begins within three years.
2. The kiln roofs are repaired in the slate that is there.
3. No flat is lived in until the cycle store is built.
4. No work on Sundays or bank holidays, and on other days from 8am to 6pm.""",
        ),
        meeting="planning-past",
        item=2,
        columns={"is_planning_application": True},
    ),
    PaperTold(
        "planning-minutes",
        "minutes",
        "Minutes of the Planning Committee",
        4,
        pages=(
            """# Planning Committee
# Minutes
Present: Councillors Clough (chair), Sangha (vice-chair), Asante-Boadu, Bilgrami, Saltmarsh, Thackray.

1. Declarations of interest. None.

2. 26/0418, the Old Maltings. The committee heard Ms Orla Fenning for the neighbours and Mr Tendai Moyo for
the applicant. Resolved, by five votes to one: to grant permission as recommended, and to ask officers for a
report on permits for Ropewalk.

3. 26/0397, 14 Claypit Street. Resolved unanimously: to grant permission.

4. Enforcement notice, land behind Potters Yard. The public left for this item (Schedule 12A, paragraph 6).
The minute is kept in the closed part.

5. Tree in danger of falling, Beechmast Way (urgent). Resolved unanimously: to let the owner take it down.""",
        ),
        meeting="planning-past",
    ),
    PaperTold(
        "school",
        "report",
        "26/0533: new classrooms at St Wilfrid’s School",
        7,
        pages=(
            """# Planning Committee
# 26/0533: new classrooms at St Wilfrid’s School
Report of the Head of Development Management

1. The school asks for four classrooms in place of the two cabins on the playing field. The number of pupils
does not grow.

2. Sport England has no objection: the pitch that is lost is marked out anew behind the hall.

3. Six letters came. Five ask that lorries stay away while children arrive and leave. A condition says so.

4. Recommendation: grant permission.""",
        ),
        meeting="planning-coming",
        item=2,
        columns={"is_planning_application": True},
    ),
    PaperTold(
        "tenants",
        "background-paper",
        "What tenants say of repairs: survey of 1,140 homes",
        24,
        pages=(
            """# What tenants say of repairs
Survey of 1,140 homes, spring and summer

Repair done at the first visit: 58 in every hundred.
Told when somebody would come: 71 in every hundred.
Had to report the same fault again: 23 in every hundred.

Those who had to report again name damp and mould first, then boilers, then windows.""",
        ),
        meeting="executive-past",
        item=2,
        team="Housing Repairs",
    ),
    PaperTold(
        "ferry-lane",
        "decision-record",
        "One-way working in Ferry Lane: decision of the portfolio holder",
        8,
        pages=(
            """# Record of a decision
Taken by the portfolio holder for highways, waste and parks

Decision: Ferry Lane is one-way for motor traffic from the toll house to the bridge, for eighteen months.
Reasons: two lorries cannot pass at the toll house, and the footway there is 70 centimetres wide.
Other courses that were looked at: traffic lights; a weight limit. Neither leaves room for people on foot.
Interests declared: none.""",
        ),
        columns={"decided_by": "executive-member"},
        body="Executive",
        team="Highways",
    ),
    PaperTold(
        "council-tax",
        "briefing",
        "Council tax for empty homes: briefing for the Residents’ Association Group",
        11,
        pages=(
            """# Council tax for empty homes
Briefing for the Residents’ Association Group

1. A home that is empty for a year pays double. There were 212 such homes in October, 40 fewer than the year
before.

2. A premium for second homes needs a resolution a year ahead. Nobody has proposed one yet.

The same briefing is open to every group that asks for it.""",
        ),
        group="Residents’ Association Group",
        team="Revenues and Benefits",
    ),
    PaperTold(
        "spending",
        "accounts",
        "Payments over £500 in October",
        9,
        body="Council",
    ),
    PaperTold(
        "keep-street-letter",
        "correspondence",
        "Letter to the county on lorries in Keep Street",
        13,
        author=1,
        columns={"is_private_letter": True},
        mark=None,
    ),
    PaperTold(
        "wall",
        "file",
        "Retaining wall in Keep Street: inspections since 2024",
        12,
        pages=(
            """# Retaining wall, Keep Street
March 2024. Bulge of 40 mm over three metres. Looked at by Elif Yurdakul.
October 2024. Bulge of 44 mm. Weep holes cleared.
May 2025. Bulge of 45 mm. No new cracks.
June 2026. Bulge of 61 mm. Barriers put up, and the structural engineer called.
Next look: every four weeks.""",
        ),
        team="Highways",
        mark=None,
    ),
    PaperTold(
        "roads-in-winter",
        "report",
        "Winter maintenance of roads: what is gritted, and what it costs",
        3,
        meeting="scrutiny-coming",
        item=2,
        mark=None,
        comments=_NO_COMMENT[:1],
        is_released=False,
    ),
    PaperTold(
        "repairs-twice",
        "report",
        "Repairs that were reported twice",
        2,
        meeting="scrutiny-coming",
        item=1,
        comments=_NO_COMMENT,
        withdrawn="The figures for August counted some homes twice. A new report follows before the meeting.",
    ),
)
