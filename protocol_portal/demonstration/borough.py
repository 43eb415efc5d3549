"""The demonstration borough council, under any of the four council texts: officers, posts, services."""

from council.rules import Grade
from protocol_portal.demonstration.borough_members import GROUPS, MEMBER_POSTS, MEMBERS, STREETS
from protocol_portal.demonstration.borough_services import services
from protocol_portal.demonstration.entries import Council, OfficerEntry, PostEntry, SignIn
from protocol_portal.demonstration.texts import BOROUGH_MATTERS
from rulebook.post import Post
from rulebook.protocol import Protocol

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
        "Denise Rowbotham", "Repairs surveyor", _OFFICER, HOUSING, "Housing Repairs", "Colm Haddigan"
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
ASSISTANT, POLITICAL_ASSISTANT = "Esme Harcastle", "Joel Vanterpool"


def capitalised(title: str) -> str:
    """A title of the text as a job title begins: «chief finance officer» is «Chief finance officer»."""
    return title[:1].upper() + title[1:]


def _leading_post(text: Protocol) -> Post:
    return Post.EXECUTIVE_DIRECTOR if Post.EXECUTIVE_DIRECTOR in text.posts else Post.DIRECTOR


def _officers(text: Protocol) -> tuple[OfficerEntry, ...]:
    """Everybody on the staff, with the text's own titles for those whom it names."""
    leading = _leading_post(text)
    chief = OfficerEntry(CHIEF_EXECUTIVE, text.title_of(Post.CHIEF_EXECUTIVE), Grade.CHIEF_EXECUTIVE, CHIEF)
    directors = (
        OfficerEntry(
            name, f"{text.title_of(leading)} of {where}", Grade(leading.value), where, "", chief.name
        )
        for where, name in DIRECTORS.items()
    )
    lawyer = OfficerEntry(
        "Eleanor Quarshie",
        f"Director of Law and {capitalised(text.title_of(Post.MONITORING_OFFICER))}",
        Grade.ASSISTANT_DIRECTOR,
        RESOURCES,
        "Legal Services",
        chief.name,
    )
    treasurer = OfficerEntry(
        "Leonard Abiodun",
        capitalised(text.title_of(Post.SECTION_151_OFFICER)),
        Grade.HEAD_OF_SERVICE,
        RESOURCES,
        "Finance",
        DIRECTORS[RESOURCES],
    )
    political = OfficerEntry(
        POLITICAL_ASSISTANT,
        capitalised(text.title_of(Post.POLITICAL_ASSISTANT)),
        Grade.OFFICER,
        RESOURCES,
        "",
        "Judith Lavenham",
    )
    return (chief, *directors, lawyer, treasurer, *HEADS, *STAFF, political)


def _posts(text: Protocol) -> tuple[PostEntry, ...]:
    """The posts that the law or the portal needs, and those that this text names."""
    leading = _leading_post(text)
    named = tuple(held for held in MEMBER_POSTS if held.post in text.posts)
    return (
        PostEntry(Post.DEMOCRATIC_SERVICES, "Judith Lavenham"),
        PostEntry(Post.DEMOCRATIC_SERVICES, "Nadia Rahimzadeh"),
        PostEntry(Post.DEMOCRATIC_SERVICES, "Patrick Osgathorpe"),
        PostEntry(Post.CHIEF_EXECUTIVE, CHIEF_EXECUTIVE),
        PostEntry(Post.HEAD_OF_PAID_SERVICE, CHIEF_EXECUTIVE),
        PostEntry(Post.MONITORING_OFFICER, "Eleanor Quarshie"),
        PostEntry(Post.DEPUTY_MONITORING_OFFICER, "Simon Dellaway"),
        PostEntry(Post.SECTION_151_OFFICER, "Leonard Abiodun"),
        PostEntry(Post.PROPER_OFFICER, "Judith Lavenham"),
        PostEntry(Post.POLITICAL_ASSISTANT, POLITICAL_ASSISTANT),
        *(PostEntry(leading, name, where) for where, name in DIRECTORS.items()),
        *named,
    )


def borough(text: Protocol) -> Council:
    """The borough council with this text's titles, and its services addressed to the grade that it names."""
    return Council(
        name="Thornmere Borough Council",
        domain="thornmere.example",
        streets=STREETS,
        groups=GROUPS,
        teams=TEAMS,
        members=MEMBERS,
        officers=_officers(text),
        outsiders=(ASSISTANT,),
        posts=_posts(text),
        assistants={
            ASSISTANT: ("Kwabena Asante-Boadu", "Nasreen Kazmi"),
            POLITICAL_ASSISTANT: ("Clarissa Hodgetts",),
        },
        services=services(
            to_directors=text.enquiries.addressed_from in (Post.DIRECTOR, Post.ASSISTANT_DIRECTOR)
        ),
        matters=BOROUGH_MATTERS,
        sign_ins=(
            SignIn("Councillor", "Kwabena Asante-Boadu"),
            SignIn("Councillor, group leader", "Clarissa Hodgetts"),
            SignIn("Assistant to a councillor", ASSISTANT),
            SignIn("Officer, highways", "Elif Yurdakul"),
            SignIn("Officer, housing repairs", "Piotr Zielonka"),
            SignIn("Head of highways and parking", "Gareth Penrose"),
            SignIn(f"{text.title_of(_leading_post(text))}, neighbourhoods", DIRECTORS[NEIGHBOURHOODS]),
            SignIn(text.title_of(Post.CHIEF_EXECUTIVE), CHIEF_EXECUTIVE),
            SignIn("Democratic services", "Nadia Rahimzadeh"),
            SignIn("Democratic services, proper officer", "Judith Lavenham"),
            SignIn(text.title_of(Post.MONITORING_OFFICER), "Eleanor Quarshie"),
            SignIn(capitalised(text.title_of(Post.SECTION_151_OFFICER)), "Leonard Abiodun"),
        ),
        history=235,
    )
