"""The demonstration borough council, under any of the four council texts: officers, posts, services."""

from council.rules import Grade, PoliticalRestriction, StatutoryPost
from protocol_portal.demonstration.borough_bodies import ADMINISTRATION, BODIES, PORTFOLIOS, PROGRAMME
from protocol_portal.demonstration.borough_members import (
    BOROUGH,
    GROUPS,
    MEMBER_POSTS,
    MEMBERS,
    PROGRESS,
    RESIDENTS,
    STREETS,
)
from protocol_portal.demonstration.borough_officers import (
    CHIEF,
    CHIEF_EXECUTIVE,
    DIRECTORS,
    FAMILIES,
    HEADS,
    HOUSING,
    NEIGHBOURHOODS,
    PLANNING,
    RESOURCES,
    STAFF,
    TEAMS,
)
from protocol_portal.demonstration.borough_services import services
from protocol_portal.demonstration.entries import Council, OfficerEntry, PostEntry, SignIn
from protocol_portal.demonstration.groups_told import Officers
from protocol_portal.demonstration.texts import BOROUGH_MATTERS
from protocol_portal.demonstration.texts.borough_asks import BOROUGH_DOCUMENTS
from protocol_portal.demonstration.texts.borough_complaints import BOROUGH_COMPLAINTS
from protocol_portal.demonstration.texts.borough_notices import BOROUGH_NOTICES
from protocol_portal.demonstration.texts.group_briefings import briefings_of
from rulebook.post import Post
from rulebook.protocol import Protocol

ASSISTANT, POLITICAL_ASSISTANT = "Esme Harcastle", "Joel Vanterpool"
_GIVE = Officers("Leonard Abiodun", "Ayesha Tarrant", DIRECTORS[NEIGHBOURHOODS], "Gareth Penrose")


def capitalised(title: str) -> str:
    """A title of the text as a job title begins: «chief finance officer» is «Chief finance officer»."""
    return title[:1].upper() + title[1:]


def _leading_post(text: Protocol) -> Post:
    return Post.EXECUTIVE_DIRECTOR if Post.EXECUTIVE_DIRECTOR in text.posts else Post.DIRECTOR


def _knows(text: Protocol) -> bool:
    """Does the text know political assistants?"""
    return Post.POLITICAL_ASSISTANT in text.posts


def _officers(text: Protocol) -> tuple[OfficerEntry, ...]:
    """Everybody on the staff, with the text's own titles for those whom it names."""
    leading = _leading_post(text)
    chief = OfficerEntry(CHIEF_EXECUTIVE, text.title_of(Post.CHIEF_EXECUTIVE), Grade.CHIEF_EXECUTIVE, CHIEF)
    directors = (
        OfficerEntry(
            name,
            f"{text.title_of(leading)} of {where}",
            Grade(leading.value),
            where,
            "",
            chief.name,
            statutory_post=StatutoryPost.CHILDRENS_SERVICES if where == FAMILIES else "",
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
        restriction=PoliticalRestriction.SPECIFIED,
    )
    political = OfficerEntry(
        POLITICAL_ASSISTANT,
        capitalised(text.title_of(Post.POLITICAL_ASSISTANT)) if _knows(text) else "Member support officer",
        Grade.OFFICER,
        RESOURCES,
        "",
        "Judith Lavenham",
        restriction=PoliticalRestriction.SPECIFIED if _knows(text) else "",
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
            SignIn("Head of housing repairs", "Colm Haddigan"),
            SignIn(f"{text.title_of(_leading_post(text))}, neighbourhoods", DIRECTORS[NEIGHBOURHOODS]),
            SignIn(text.title_of(Post.CHIEF_EXECUTIVE), CHIEF_EXECUTIVE),
            SignIn("Democratic services", "Nadia Rahimzadeh"),
            SignIn("Democratic services, proper officer", "Judith Lavenham"),
            SignIn(text.title_of(Post.MONITORING_OFFICER), "Eleanor Quarshie"),
            SignIn(capitalised(text.title_of(Post.SECTION_151_OFFICER)), "Leonard Abiodun"),
        ),
        history=235,
        bodies=BODIES,
        portfolios=PORTFOLIOS,
        programme=PROGRAMME,
        administration=ADMINISTRATION,
        group_assistants={POLITICAL_ASSISTANT: BOROUGH} if _knows(text) else {},
        away={DIRECTORS[PLANNING]: "Lucian Averill"},
        approving=HOUSING,
        papers=BOROUGH_DOCUMENTS,
        grievances=BOROUGH_COMPLAINTS,
        briefings=briefings_of((BOROUGH, PROGRESS, RESIDENTS), (NEIGHBOURHOODS,), _GIVE),
        notices=BOROUGH_NOTICES,
    )
