"""Complaints of the demonstration borough, in every stage; under a text without an informal stage, fewer."""

from complaints.policies.raising import has_informal_stage
from council.models import Relationship
from protocol_portal.demonstration.grievances import (
    Act,
    ComplaintTold,
    Done,
    Grievances,
    HandedTold,
    TieTold,
)
from rulebook.complaint import Allegation, Handed, PartyKind
from rulebook.protocol import Protocol

_SPOKEN = "We spoke on the telephone and once in person. Neither of us has moved."


def _members_settle(text: Protocol) -> bool:
    return has_informal_stage(text.key, PartyKind.MEMBER, PartyKind.OFFICER)


def _officers_settle(text: Protocol) -> bool:
    return has_informal_stage(text.key, PartyKind.OFFICER, PartyKind.MEMBER)


_UPHELD = ComplaintTold(
    "Piotr Zielonka",
    "Rupert Endicott",
    190,
    "At the tenants’ evening Councillor Endicott said before forty people that I had lied about the roof.",
    "That he says to the same tenants that the dates I gave were right.",
    (
        Done(Act.SEND, 189),
        Done(Act.ACKNOWLEDGE, 187, ("I have your complaint and read it today.",)),
        Done(Act.TELL, 186),
        Done(Act.ASSESS, 185, ("investigate", "Forty people were there. It should be heard what was said.")),
        Done(Act.INVESTIGATE, 183),
        Done(
            Act.REPLY,
            182,
            (
                "What did you say of the dates of the repair?",
                "I was angry for the tenants. I had not seen the second order then.",
            ),
        ),
        Done(Act.PROGRESS, 175, ("Four tenants were asked. The draft follows in about a week.",)),
        Done(
            Act.DRAFT,
            168,
            (
                "The words were said, and the dates that the officer gave were right.",
                "I have nothing to add.",
                "I accept that. I would have asked before, had I known of the second order.",
            ),
        ),
        Done(
            Act.FIND, 160, ("The words were said. The dates were right. No excuse was given that evening.",)
        ),
        Done(Act.DECIDE, 155, ("upheld", "A remark about somebody’s honesty before tenants is personal.")),
        Done(Act.HEAR, 155),
        Done(
            Act.REMEDY,
            154,
            ("A note to all who were at the tenants’ evening, with the right dates.", "Judith Lavenham"),
        ),
        Done(Act.DONE, 146),
        Done(Act.CLOSE, 145, ("Dates of repairs are sent to ward members before tenants’ evenings.",)),
    ),
    tried=_SPOKEN,
)
_NOT_UPHELD = ComplaintTold(
    "Marjorie Bickerstaff",
    "Bronwen Ellacott",
    112,
    "Three letters about the bus to the school in North Common were answered with one line each.",
    "An answer to what the parents asked.",
    (
        Done(Act.SEND, 112),
        Done(Act.ACKNOWLEDGE, 110),
        Done(Act.TELL, 108),
        Done(Act.ASSESS, 107, ("decide", "All the letters are on the file.")),
        Done(
            Act.DECIDE,
            100,
            ("not-upheld", "An appeal was running, and nothing else could be said while it ran."),
        ),
        Done(Act.HEAR, 100),
        Done(Act.CLOSE, 98, ("While an appeal runs, letters say so.",)),
    ),
    tried=_SPOKEN,
    alleges=(Allegation.PERFORMANCE,),
)
_SETTLED = ComplaintTold(
    "Piotr Zielonka",
    "Manjit Sangha",
    76,
    "Councillor Sangha rang me on a Sunday at home, where my children answered.",
    "That calls come to the office.",
    (
        Done(Act.SEND, 76),
        Done(Act.HELP, 75),
        Done(Act.SHOW, 75),
        Done(Act.TRY, 72, ("We met with a cup of tea. Calls come to the team’s number from now on.",)),
        Done(Act.AGREE, 71),
    ),
    texts=_officers_settle,
)
_PARTLY = ComplaintTold(
    "Kwabena Asante-Boadu",
    "Vanessa Crombie",
    52,
    "A resident of Eastbrook was told by telephone that I had asked for the parking zone. I had not.",
    "A letter to the resident that says who decided, and when.",
    (
        Done(Act.SEND, 52),
        Done(Act.ACKNOWLEDGE, 50),
        Done(Act.TELL, 47),
        Done(Act.ASSESS, 46, ("decide", "The call was noted in the system the same day.")),
        Done(Act.DECIDE, 34, ("partly", "The call was wrong in one point. It was corrected the next week.")),
        Done(Act.HEAR, 34),
        Done(
            Act.REMEDY,
            33,
            ("A letter to the resident that says who decided on the zone, and when.", "Gareth Penrose"),
        ),
    ),
    tried=_SPOKEN,
)
_REFERRED = ComplaintTold(
    "Gareth Penrose",
    "Verity Saltmarsh",
    44,
    "The list of roads to be resurfaced was in the local newspaper before the committee had it. I sent it to "
    "Councillor Saltmarsh alone, marked confidential.",
    "That it is found out how it came there.",
    (
        Done(Act.SEND, 44),
        Done(Act.ACKNOWLEDGE, 42),
        Done(Act.TELL, 41),
        Done(Act.ASSESS, 40, ("refer", "If it is so, it is a matter of the members’ code of conduct.")),
        Done(Act.REFER, 39, ("The code of conduct forbids to disclose what was given in confidence.",)),
    ),
    tried=_SPOKEN,
    alleges=(Allegation.CONDUCT, Allegation.CODE_OF_CONDUCT),
)
_TAKEN_BACK = ComplaintTold(
    "Alun Prosser",
    "Harpreet Kalsi",
    31,
    "I was not told of the inspection at the market in Eastbrook, and read of it in a trader’s letter.",
    "To be told before such an inspection.",
    (
        Done(Act.SEND, 31),
        Done(Act.STAND_ASIDE, 30, ("I planned the inspection myself.",)),
        Done(Act.ACKNOWLEDGE, 28),
        Done(Act.TAKE_BACK, 25, ("I was told why on the telephone, and that is enough for me.",)),
    ),
    tried=_SPOKEN,
)
_INVESTIGATED = ComplaintTold(
    "Clarissa Hodgetts",
    "Elif Yurdakul",
    26,
    "At the site meeting in Keep Street Ms Yurdakul said that she would not take orders from politicians.",
    "An apology, and that members are welcome at site meetings.",
    (
        Done(Act.SEND, 26),
        Done(Act.ACKNOWLEDGE, 24),
        Done(Act.TELL, 22),
        Done(Act.ASSESS, 21, ("investigate", "Two people of the contractor were there and can be asked.")),
        Done(Act.INVESTIGATE, 19),
        Done(
            Act.REPLY,
            18,
            (
                "What did you say at the site meeting in Keep Street?",
                "I said that the order of works is set by the engineers. I did not mean it as an affront.",
            ),
        ),
        Done(Act.AIR, 13, ("It was told at the Castle Hill ward forum, with my name.",)),
        Done(Act.PROGRESS, 12, ("Both people of the contractor were asked.",)),
        Done(Act.DRAFT, 4, ("Words of that kind were said. What was meant is told differently.",)),
    ),
    tried=_SPOKEN,
)
_LATE = ComplaintTold(
    "Elif Yurdakul",
    "Kwabena Asante-Boadu",
    15,
    "Councillor Asante-Boadu came to my desk four times last week and stood there until I had looked it up.",
    "That questions come by the portal, as they do from everybody else.",
    (Done(Act.SEND, 15),),
    tried=_SPOKEN,
)
_BEING_SETTLED = ComplaintTold(
    "Kwabena Asante-Boadu",
    "Colm Haddigan",
    7,
    "Mr Haddigan left our meeting about the flats in Millrace Road after five minutes, without a word.",
    "That we meet again and go through the list to its end.",
    (
        Done(Act.SEND, 7),
        Done(Act.HELP, 6),
        Done(Act.SHOW, 6),
        Done(Act.TRY, 2, ("We met for half an hour. A second day is to be found for the rest of the list.",)),
    ),
    texts=_members_settle,
)
_ERASED = ComplaintTold(
    "Teodor Iliescu",
    "Graham Ollerton",
    424,
    "A letter to a widow in Signal Street was sent twice.",
    "An apology to her.",
    (
        Done(Act.SEND, 424),
        Done(Act.ACKNOWLEDGE, 422),
        Done(Act.TAKE_BACK, 410, ("She had the apology before I asked.",)),
    ),
    tried=_SPOKEN,
    alleges=(Allegation.PERFORMANCE,),
)
_NOTE = ComplaintTold(
    "Kwabena Asante-Boadu",
    "Samuel Ikpe",
    2,
    "Mr Ikpe told a family that members have no say in who gets a flat, in a tone that hurt them.",
    "That he speaks with the family again.",
)
BOROUGH_COMPLAINTS = Grievances(
    complaints=(
        _ERASED,
        _UPHELD,
        _NOT_UPHELD,
        _SETTLED,
        _PARTLY,
        _REFERRED,
        _TAKEN_BACK,
        _INVESTIGATED,
        _LATE,
        _BEING_SETTLED,
        _NOTE,
    ),
    ties=(
        TieTold(
            "Gareth Penrose", "Fergus MacAskill", Relationship.Tie.FRIENDSHIP, "We row in the same boat.", 60
        ),
    ),
    handed=(
        HandedTold(
            "Gareth Penrose",
            Handed.WORDS_IN_GROUP_MEETING,
            "I told a group of the new parking zones. Somebody called an engineer a fool. Others laughed.",
            9,
        ),
    ),
)
