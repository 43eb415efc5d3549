"""The officers of the demonstration borough: directorates, teams, directors, heads of service, staff."""

from council.rules import Grade
from protocol_portal.demonstration.entries import Employer, OfficerEntry

CHIEF, NEIGHBOURHOODS, HOUSING, PLANNING, FAMILIES, RESOURCES = (
    "Chief Executive’s Office",
    "Neighbourhoods",
    "Housing",
    "Planning and Regeneration",
    "Children and Adults",
    "Resources and Governance",
)
TEAMS = {
    CHIEF: ("Policy and Communications",),
    NEIGHBOURHOODS: ("Highways", "Waste and Street Scene", "Parks and Trees", "Parking"),
    HOUSING: ("Housing Repairs", "Housing Options"),
    PLANNING: ("Development Management", "Regulatory Services"),
    FAMILIES: ("Schools and Transport",),
    RESOURCES: ("Revenues and Benefits", "Democratic Services", "Legal Services", "Finance"),
}
_OFFICER, _SENIOR, _HEAD = Grade.OFFICER, Grade.SENIOR_OFFICER, Grade.HEAD_OF_SERVICE
DIRECTORS = {
    NEIGHBOURHOODS: "Adrian Loxley",
    HOUSING: "Ngozi Umeadi",
    PLANNING: "Frances Thirkell",
    FAMILIES: "Balraj Gahunia",
    RESOURCES: "Miriam Castellan",
}
CHIEF_EXECUTIVE = "Dorothea Wainscott"
HEADS = (
    OfficerEntry("Gareth Penrose", "Head of Highways and Parking", _HEAD, NEIGHBOURHOODS, "Highways"),
    OfficerEntry("Ayesha Tarrant", "Head of Environment", _HEAD, NEIGHBOURHOODS, "Waste and Street Scene"),
    OfficerEntry("Colm Haddigan", "Head of Housing Repairs", _HEAD, HOUSING, "Housing Repairs"),
    OfficerEntry("Patience Nkomo", "Head of Housing Options", _HEAD, HOUSING, "Housing Options"),
    OfficerEntry(
        "Lucian Averill", "Head of Development Management", _HEAD, PLANNING, "Development Management"
    ),
    OfficerEntry("Harpreet Kalsi", "Head of Regulatory Services", _HEAD, PLANNING, "Regulatory Services"),
    OfficerEntry(
        "Imogen Scarsdale", "Head of Schools and Transport", _HEAD, FAMILIES, "Schools and Transport"
    ),
    OfficerEntry(
        "Douglas Kinnaird", "Head of Revenues and Benefits", _HEAD, RESOURCES, "Revenues and Benefits"
    ),
    OfficerEntry("Judith Lavenham", "Head of Democratic Services", _HEAD, RESOURCES, "Democratic Services"),
)
STAFF = (
    OfficerEntry(
        "Marcus Dunmore", "Senior highways engineer", _SENIOR, NEIGHBOURHOODS, "Highways", "Gareth Penrose"
    ),
    OfficerEntry(
        "Elif Yurdakul", "Highways inspector", _OFFICER, NEIGHBOURHOODS, "Highways", "Gareth Penrose"
    ),
    OfficerEntry(
        "Shaun Birtwhistle",
        "Waste contract manager",
        _SENIOR,
        NEIGHBOURHOODS,
        "Waste and Street Scene",
        "Ayesha Tarrant",
    ),
    OfficerEntry(
        "Chidi Onwuka",
        "Street scene officer",
        _OFFICER,
        NEIGHBOURHOODS,
        "Waste and Street Scene",
        "Ayesha Tarrant",
    ),
    OfficerEntry(
        "Rowan Kettlewell",
        "Tree and open spaces officer",
        _OFFICER,
        NEIGHBOURHOODS,
        "Parks and Trees",
        "Ayesha Tarrant",
    ),
    OfficerEntry(
        "Vanessa Crombie", "Parking services manager", _SENIOR, NEIGHBOURHOODS, "Parking", "Gareth Penrose"
    ),
    OfficerEntry(
        "Piotr Zielonka", "Repairs team leader", _SENIOR, HOUSING, "Housing Repairs", "Colm Haddigan"
    ),
    OfficerEntry(
        "Denise Rowbotham",
        "Repairs surveyor",
        _OFFICER,
        HOUSING,
        "Housing Repairs",
        "Colm Haddigan",
        employer=Employer.ARMS_LENGTH,
    ),
    OfficerEntry(
        "Samuel Ikpe", "Housing options officer", _OFFICER, HOUSING, "Housing Options", "Patience Nkomo"
    ),
    OfficerEntry(
        "Tamsin Wolstencroft",
        "Principal planning officer",
        _SENIOR,
        PLANNING,
        "Development Management",
        "Lucian Averill",
    ),
    OfficerEntry(
        "Kiran Bhogal",
        "Planning enforcement officer",
        _OFFICER,
        PLANNING,
        "Development Management",
        "Lucian Averill",
    ),
    OfficerEntry(
        "Oluwaseun Adebanjo",
        "Licensing and health officer",
        _OFFICER,
        PLANNING,
        "Regulatory Services",
        "Harpreet Kalsi",
    ),
    OfficerEntry(
        "Bronwen Ellacott",
        "School transport manager",
        _SENIOR,
        FAMILIES,
        "Schools and Transport",
        "Imogen Scarsdale",
    ),
    OfficerEntry(
        "Graham Ollerton",
        "Council tax team leader",
        _SENIOR,
        RESOURCES,
        "Revenues and Benefits",
        "Douglas Kinnaird",
    ),
    OfficerEntry(
        "Nadia Rahimzadeh",
        "Senior democratic services officer",
        _SENIOR,
        RESOURCES,
        "Democratic Services",
        "Judith Lavenham",
    ),
    OfficerEntry(
        "Patrick Osgathorpe",
        "Democratic services officer",
        _OFFICER,
        RESOURCES,
        "Democratic Services",
        "Judith Lavenham",
    ),
    OfficerEntry(
        "Hazel Fenwicke",
        "Member liaison officer",
        _OFFICER,
        RESOURCES,
        "Democratic Services",
        "Judith Lavenham",
        is_liaison=True,
    ),
    OfficerEntry(
        "Simon Dellaway", "Principal solicitor", _SENIOR, RESOURCES, "Legal Services", "Eleanor Quarshie"
    ),
    OfficerEntry(
        "Ravi Thiruchelvam",
        "Policy and communications manager",
        _SENIOR,
        CHIEF,
        "Policy and Communications",
        CHIEF_EXECUTIVE,
    ),
    OfficerEntry(
        "Margaret Sowden",
        "Highways inspector",
        _OFFICER,
        NEIGHBOURHOODS,
        "Highways",
        "Gareth Penrose",
        is_former=True,
    ),
)
