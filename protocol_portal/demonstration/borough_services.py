"""The services of the demonstration borough: who answers for each, and where a new report goes instead."""

from protocol_portal.demonstration.entries import ServiceEntry

_NEIGHBOURHOODS, _HOUSING, _PLANNING, _FAMILIES, _RESOURCES = (
    "Adrian Loxley",
    "Ngozi Umeadi",
    "Frances Thirkell",
    "Balraj Gahunia",
    "Miriam Castellan",
)
# Each service: its name, its team, its head of service, its director, and the hint about new reports.
_ROWS = (
    (
        "Highways and street lighting",
        "Highways",
        "Gareth Penrose",
        _NEIGHBOURHOODS,
        "Is this a new pothole or a lamp that is out?",
        "Inspectors see new reports the same day. Chasing an earlier report is an enquiry: send it here.",
        "Report a road or street light problem",
        "report/roads",
    ),
    (
        "Waste, recycling and street cleaning",
        "Waste and Street Scene",
        "Ayesha Tarrant",
        _NEIGHBOURHOODS,
        "Is this a missed bin or new fly-tipping?",
        "A missed bin that is reported within two working days is collected without an enquiry.",
        "Report a missed bin or fly-tipping",
        "report/waste",
    ),
    (
        "Parks, trees and open spaces",
        "Parks and Trees",
        "Ayesha Tarrant",
        _NEIGHBOURHOODS,
        "Is a tree or a piece of play equipment dangerous now?",
        "Anything that could fall or cut somebody goes to the duty officer straight away.",
        "Report a danger in a park",
        "report/parks",
    ),
    (
        "Parking and permits",
        "Parking",
        "Gareth Penrose",
        _NEIGHBOURHOODS,
        "Does a resident want to contest a penalty charge?",
        "A challenge has to come from the driver or owner. Ask here about zones, signs and permits.",
        "Challenge a penalty charge notice",
        "parking/challenge",
    ),
    (
        "Housing repairs",
        "Housing Repairs",
        "Colm Haddigan",
        _HOUSING,
        "Is this a new repair?",
        "Tenants who report it get a visit at once. Ask here about a repair that is late or went wrong.",
        "Report a repair",
        "housing/repairs",
    ),
    ("Housing options and allocations", "Housing Options", "Patience Nkomo", _HOUSING, "", "", "", ""),
    (
        "Planning and enforcement",
        "Development Management",
        "Lucian Averill",
        _PLANNING,
        "Does a resident want to comment on an application?",
        "Comments count when they are made on the application itself before it is decided.",
        "Comment on a planning application",
        "planning/comment",
    ),
    (
        "Licensing and environmental health",
        "Regulatory Services",
        "Harpreet Kalsi",
        _PLANNING,
        "Is there noise at this moment?",
        "The night team can only witness noise while it lasts.",
        "Report noise",
        "report/noise",
    ),
    (
        "Schools and school transport",
        "Schools and Transport",
        "Imogen Scarsdale",
        _FAMILIES,
        "",
        "",
        "",
        "",
    ),
    (
        "Council tax and benefits",
        "Revenues and Benefits",
        "Douglas Kinnaird",
        _RESOURCES,
        "Has a resident moved or changed their details?",
        "The form takes five minutes and changes the next bill.",
        "Tell us about a change",
        "council-tax/change",
    ),
)


def services(*, to_directors: bool) -> tuple[ServiceEntry, ...]:
    """All ten, addressed to heads of service, or to directors where the text says so."""
    return tuple(
        ServiceEntry(name, team, director if to_directors else head, *report)
        for name, team, head, director, *report in _ROWS
    )
