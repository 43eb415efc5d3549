"""What members of the demonstration borough ask of its documents, and who knows what."""

from protocol_portal.demonstration.papers import (
    AdviceTold,
    AskTold,
    GrantTold,
    InterestTold,
    KnowerTold,
    Papers,
    TellingTold,
)
from protocol_portal.demonstration.texts.borough_closed_papers import BOROUGH_CLOSED_PAPERS
from protocol_portal.demonstration.texts.borough_meetings import BOROUGH_MEETINGS
from protocol_portal.demonstration.texts.borough_papers import BOROUGH_OPEN_PAPERS

_ASKS = (
    AskTold(1, 5, "To prepare what I say at the meeting.", "school"),
    AskTold(1, 9, "Tenants in my ward ask me who will do their repairs.", "repairs-contract"),
    AskTold(1, 7, "I want to know how the Executive decides on such grants.", "uniforms"),
    AskTold(
        1,
        6,
        "3 Keep Street is in my ward, and the neighbours ask what the council will do.",
        "counsel",
        found=(
            "need_to_know:not_shown",
            "You do not sit on the committee, and a ward alone does not show it.",
        ),
        ruling=(
            "no",
            "Not while the appeal runs. The committee decides on it without this paper leaving it.",
        ),
        disputed=(
            "The appeal is in my ward. I asked to read the opinion and would not take a copy away.",
            "The opinion is privileged. If it is read outside the committee while the appeal runs, the other "
            "side may ask for it. You are welcome to be told the outcome the same day.",
        ),
    ),
    AskTold(
        0,
        11,
        "Residents of Brook Avenue walk below the wall, and I want to know whether it is safe.",
        "wall",
        found=("need_to_know:accepted", "The wall stands over the school route from the member’s ward."),
        ruling=("yes", "You need the inspections for your work as a ward member. They name no resident."),
    ),
    AskTold(
        0,
        3,
        "The family asked me for help with their letter, and I want to see what was decided before.",
        "cloister-way",
        columns={"purpose": "constituent", "authority": "oral"},
    ),
    AskTold(
        1,
        2,
        "I am told that it was promised then that the pool would stay open.",
        described="The contract for the running of the leisure centre, signed in 2019 or 2020",
    ),
)
_GRANTS = (GrantTold("tollgate", 1, "To follow the lease for the Borough First Group"),)
_KNOWERS = (
    KnowerTold("tollgate", "Helena Adeyinka", "Spoke with the department in August"),
    KnowerTold("tollgate", "Patience Nkomo", "Finds homes for the families"),
    KnowerTold("tollgate", "Marguerite Doyle", "Of the department, who wrote the letter"),
)
_TELLINGS = (
    TellingTold(
        "counsel",
        0,
        "The neighbours at 5 Keep Street",
        "They ask me whether it is worth paying a lawyer of their own for the appeal.",
    ),
)
_ADVICE = (
    AdviceTold(
        0,
        15,
        "Do I show a need to know by sitting on the committee, or must I say what I want the paper for?",
        "A seat on the body that decides is enough for the papers of that body. For anything else say in a "
        "sentence what you will do with it.",
        "A member shows a need to know for papers of another body by saying in a sentence for which part of "
        "a member’s work the paper is wanted. A seat on the body that decides is enough for its own papers.",
    ),
    AdviceTold(1, 4, "May a member ask for a paper in order to answer a letter in the local newspaper?"),
)
_INTERESTS = (
    InterestTold(1, "dpi", "Director of Castle Hill Lettings Ltd"),
    InterestTold(
        0, "personal", "Member of the Thornmere Rowing Club, which has a mooring", "planning-coming", 3
    ),
)
BOROUGH_DOCUMENTS = Papers(
    meetings=BOROUGH_MEETINGS,
    papers=(*BOROUGH_OPEN_PAPERS, *BOROUGH_CLOSED_PAPERS),
    asks=_ASKS,
    grants=_GRANTS,
    knowers=_KNOWERS,
    tellings=_TELLINGS,
    advice=_ADVICE,
    interests=_INTERESTS,
)
