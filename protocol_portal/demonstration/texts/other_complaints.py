"""Complaints of the demonstration waste authority and of the demonstration parish."""

from council.models import Relationship
from protocol_portal.demonstration.grievances import (
    Act,
    ComplaintTold,
    Done,
    Grievances,
    HandedTold,
    TieTold,
)
from rulebook.complaint import Allegation, Handed

_SPOKEN = "We spoke on the telephone and once in person. Neither of us has moved."

AUTHORITY_COMPLAINTS = Grievances(
    complaints=(
        ComplaintTold(
            "Ashok Bharadwaj",
            "Dev Mistry-Cole",
            424,
            "The papers for the forum came on the day before it.",
            "Papers in time.",
            (
                Done(Act.SEND, 424),
                Done(Act.ACKNOWLEDGE, 422),
                Done(Act.TAKE_BACK, 410, ("They come in time now.",)),
            ),
            tried=_SPOKEN,
            alleges=(Allegation.PERFORMANCE,),
        ),
        ComplaintTold(
            "Amir Sadeghi",
            "Roland Fewtrell",
            150,
            "At the gate of the centre Mr Fewtrell told me before a queue that I would not last long.",
            "That he takes it back.",
            (
                Done(Act.SEND, 150),
                Done(Act.ACKNOWLEDGE, 148),
                Done(Act.TELL, 147),
                Done(Act.ASSESS, 146, ("decide", "Three drivers wrote to us of it on the same day.")),
                Done(Act.DECIDE, 136, ("upheld", "No member says such a thing to an officer at work.")),
                Done(Act.HEAR, 136),
                Done(
                    Act.REMEDY, 135, ("A letter of apology, which the officer may keep.", "Bertrand Hollis")
                ),
                Done(Act.DONE, 126),
                Done(Act.CLOSE, 125, ("Visits of members to a centre are announced to its manager.",)),
            ),
            tried=_SPOKEN,
        ),
        ComplaintTold(
            "Owen Brisco",
            "Beverley Stainton",
            52,
            "I asked three times why the Breakwater Road depot was shut, and heard that it was none of mine.",
            "The reason, in writing.",
            (
                Done(Act.SEND, 52),
                Done(Act.ACKNOWLEDGE, 50),
                Done(Act.TELL, 48),
                Done(Act.ASSESS, 47, ("decide", "The letters are on the file.")),
                Done(
                    Act.DECIDE, 34, ("partly", "The reason could have been given. The tone was not as told.")
                ),
                Done(Act.HEAR, 34),
                Done(Act.REMEDY, 33, ("The reason for the closure, in a letter.", "Ifeanyi Okwuosa")),
            ),
            tried=_SPOKEN,
        ),
        ComplaintTold(
            "Muriel Threadgold",
            "Jamal Overbury",
            40,
            "Mr Overbury gave the list of schools that had refused a visit to a newspaper.",
            "That it is found out why.",
            (
                Done(Act.SEND, 40),
                Done(Act.ACKNOWLEDGE, 38),
                Done(Act.ASSESS, 36, ("refer", "If it is so, it is a matter between him and his employer.")),
                Done(Act.REFER, 35, ("The disciplinary procedure is made for this.",)),
            ),
            tried=_SPOKEN,
        ),
        ComplaintTold(
            "Zbigniew Kaminsky-Hale",
            "Hyacinth Daley",
            31,
            "A question on the contract of the transfer station was answered to another member, not to me.",
            "The answer.",
            (
                Done(Act.SEND, 31),
                Done(Act.STAND_ASIDE, 30, ("I signed the answer myself.",)),
                Done(Act.ACKNOWLEDGE, 28),
                Done(Act.TAKE_BACK, 25, ("I have the answer now.",)),
            ),
            tried=_SPOKEN,
        ),
        ComplaintTold(
            "Farida Haroon",
            "Conrad Whitlow",
            26,
            "At the depot in Old Gasworks Mr Whitlow said that members should keep to cutting ribbons.",
            "An apology.",
            (
                Done(Act.SEND, 26),
                Done(Act.ACKNOWLEDGE, 24),
                Done(Act.TELL, 22),
                Done(Act.ASSESS, 21, ("investigate", "Two drivers were there and can be asked.")),
                Done(Act.INVESTIGATE, 19),
                Done(Act.REPLY, 18, ("What did you say at the depot?", "It was a joke, and a bad one.")),
                Done(Act.AIR, 13, ("It was told at the forum, before the districts’ officers.",)),
                Done(Act.DRAFT, 4, ("The words were said. Nobody took them for a joke.",)),
            ),
            tried=_SPOKEN,
        ),
        ComplaintTold(
            "Rosheen Tallentire",
            "Lowri Pugh-Ennis",
            15,
            "The visit of the Chair to Tannery Lane was cancelled on the morning, without a word why.",
            "To be told why, and a new day.",
            (Done(Act.SEND, 15),),
            tried=_SPOKEN,
        ),
        ComplaintTold(
            "Amir Sadeghi",
            "Geoffrey Stallwood",
            7,
            "Mr Stallwood films my team at work and sends it to his group.",
            "That he asks first.",
            (
                Done(Act.SEND, 7),
                Done(Act.HELP, 6),
                Done(Act.SHOW, 6),
                Done(Act.TRY, 2, ("We met at the gate. He thinks about it until next week.",)),
            ),
        ),
        ComplaintTold(
            "Farida Haroon",
            "Winifred Abara",
            2,
            "My expenses of September were asked about in front of other members.",
            "That such things are asked in private.",
        ),
    ),
    ties=(
        TieTold("Conrad Whitlow", "Nkechi Obiora", Relationship.Tie.FRIENDSHIP, "We sing in a choir.", 60),
    ),
    handed=(
        HandedTold(
            "Farida Haroon",
            Handed.DISCLOSURE,
            "A driver told me that loads are weighed twice at one station. He does not want to be named.",
            9,
        ),
    ),
)

PARISH_COMPLAINTS = Grievances(
    complaints=(
        ComplaintTold(
            "Lionel Cuthbertson",
            "Wendy Prideaux",
            424,
            "The hall was locked when the playgroup came.",
            "A second key for the playgroup.",
            (
                Done(Act.SEND, 424),
                Done(Act.ACKNOWLEDGE, 422),
                Done(Act.TAKE_BACK, 410, ("They have a key.",)),
            ),
            alleges=(Allegation.PERFORMANCE,),
        ),
        ComplaintTold(
            "Vijay Ramanathan",
            "Raymond Kitto",
            92,
            "The minutes of the Staffing Committee left out what I said about the clerk’s hours.",
            "That the minutes are put right at the next meeting.",
            (
                Done(Act.SEND, 92),
                Done(Act.ACKNOWLEDGE, 90),
                Done(Act.TELL, 88),
                Done(Act.ASSESS, 87, ("decide", "The draft minutes and my notes are on the file.")),
                Done(
                    Act.DECIDE, 80, ("partly", "It was left out by mistake, and nobody was asked about it.")
                ),
                Done(Act.HEAR, 80),
                Done(Act.REMEDY, 79, ("The minutes are put right.", "Annabel Threlfall")),
                Done(Act.DONE, 70),
                Done(Act.CLOSE, 69, ("Draft minutes go to all who were there.",)),
            ),
        ),
        ComplaintTold(
            "Chloe Mbatha",
            "Terence Widdup",
            44,
            "Mr Widdup asked me to pay his brother’s bill before the council had seen it.",
            "That somebody looks at it who is not of our council.",
            (
                Done(Act.SEND, 44),
                Done(Act.ACKNOWLEDGE, 42),
                Done(Act.ASSESS, 40, ("refer", "If it is so, it is a matter of the code of conduct.")),
                Done(Act.REFER, 39, ("The code of conduct is made for this.",)),
            ),
            alleges=(Allegation.CODE_OF_CONDUCT,),
        ),
        ComplaintTold(
            "Barney Stokoe",
            "Constance Applegarth",
            15,
            "The Chairman gives me orders on the green, past the Clerk, and was loud when I asked her first.",
            "That orders come from the Clerk.",
            (Done(Act.SEND, 15),),
        ),
        ComplaintTold(
            "Vijay Ramanathan",
            "Chloe Mbatha",
            2,
            "I have asked twice for the list of payments of the summer.",
            "The list.",
            alleges=(Allegation.PERFORMANCE,),
        ),
    ),
)
