"""The meetings of the demonstration borough: what lies behind, what is coming, and what is to be private."""

from protocol_portal.demonstration.papers import ItemTold, MeetingTold

_HALL = "Council Chamber, Town Hall"
_ROOM = "Committee Room 2, Town Hall"
BOROUGH_MEETINGS = (
    MeetingTold(
        "executive-past",
        "Executive",
        -16,
        (18, 30),
        _HALL,
        (
            ItemTold("Minutes of the last meeting"),
            ItemTold("Housing repairs: the contract from 2027", is_key=True),
            ItemTold("Housing repairs: the bids", under=("3",)),
            ItemTold(
                "Temporary homes for families: lease of Tollgate House",
                is_key=True,
                exception="The lease was offered after the forward plan was out. Councillor Endicott, who "
                "chairs the Overview and Scrutiny Committee, was told in writing.",
            ),
            ItemTold("Grants for school uniforms: three appeals", under=("1", "2")),
        ),
    ),
    MeetingTold(
        "planning-past",
        "Planning Committee",
        -9,
        (19, 0),
        _HALL,
        (
            ItemTold("Declarations of interest"),
            ItemTold("26/0418: twelve flats at the Old Maltings, Ropewalk"),
            ItemTold("26/0397: rear extension at 14 Claypit Street"),
            ItemTold("Enforcement notice, land behind Potters Yard", under=("6",)),
            ItemTold(
                "Tree in danger of falling, Beechmast Way",
                urgent="The storm of last week left the tree leaning over the footway. The chair agrees that "
                "the order cannot wait for the next meeting.",
            ),
        ),
    ),
    MeetingTold(
        "planning-coming",
        "Planning Committee",
        4,
        (19, 0),
        _HALL,
        (
            ItemTold("Minutes of the last meeting"),
            ItemTold("26/0533: new classrooms at St Wilfrid’s School"),
            ItemTold("26/0461: boatyard and six moorings, Chandlers Wharf"),
            ItemTold("Appeal at 3 Keep Street: counsel’s opinion", under=("5",)),
        ),
    ),
    MeetingTold(
        "scrutiny-coming",
        "Overview and Scrutiny Committee",
        10,
        (18, 30),
        _ROOM,
        (
            ItemTold("Repairs that were reported twice"),
            ItemTold("Winter maintenance of roads"),
        ),
    ),
    MeetingTold(
        "standards-cancelled",
        "Standards Committee",
        14,
        (17, 0),
        _ROOM,
        (ItemTold("Training of members after the election"),),
        cancelled="There is no business that cannot wait until February.",
    ),
    MeetingTold(
        "executive-coming",
        "Executive",
        20,
        (18, 30),
        _ROOM,
        (
            ItemTold("Purchase of land at Station Approach", under=("3",), is_key=True),
            ItemTold("Settlement with the contractor for the leisure centre roof", under=("3", "5")),
        ),
        is_private=True,
    ),
    MeetingTold(
        "council-coming",
        "Council",
        27,
        (19, 30),
        _HALL,
        (ItemTold("Petition: a crossing on Brook Avenue"), ItemTold("Members’ allowances for next year")),
    ),
)
