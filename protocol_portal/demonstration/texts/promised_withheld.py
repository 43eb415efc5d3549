"""Enquiries that are declined, withheld in part, given on a condition, or disputed."""

from enquiries.rules.conditions import on_authority, undertaking_cites
from protocol_portal.demonstration.lives import Line, Story, Verb
from rulebook.declining import ways_to_decline
from rulebook.protocol import Protocol
from rulebook.triage import Ground

_WORKS = ("Highways", "Recycling Centres", "Grounds")
_HOMES = ("Housing Repairs", "Recycling Centres", "Grounds")


def _declines_research(text: Protocol) -> bool:
    return any(way.ground is Ground.RESEARCH for way in ways_to_decline(text.triage))


def _declines_no_research(text: Protocol) -> bool:
    return not _declines_research(text)


def _asks_for_authority(text: Protocol) -> bool:
    return on_authority(text).may_ask


def _asks_for_promises(text: Protocol) -> bool:
    return bool(undertaking_cites(text))


_PRICES = Line(
    Verb.WITHHOLD,
    (
        "The price of each item in the contractor’s tender.",
        "The next lot is out to tender until the end of next month. If one firm’s prices were known now, the "
        "others would bid to them and the public would pay more.",
        "The works at {street} cost £41,600 in all, which was £2,300 below the estimate. Four firms tendered "
        "and the lowest won.",
        "The works at {street} cost £41,600. Four firms tendered, and the lowest price won.",
        "Schedule 12A, paragraph 3",
    ),
)

WITHHELD = (
    Story(
        _WORKS,
        "How twelve neighbours keep places like {street}",
        "Please find out from our twelve neighbours how often they inspect places like {street}, what it "
        "costs them a year and how many claims they had, and put it in a table for me.",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.DECLINE,
                (
                    "We do not hold these figures. To collect them from twelve authorities would take an "
                    "officer about two weeks, which I cannot take from inspections in winter.",
                    "I can send you our own figures for five years by return, and the yearly benchmarking "
                    "report, which covers seven of the twelve. You can also put this forward as a topic "
                    "for a committee.",
                ),
            ),
        ),
        _declines_research,
        by=1,
    ),
    Story(
        _WORKS,
        "Figures on {street} for our spring leaflet",
        "Our group is preparing its spring leaflet. Please let me have the figures for {street} under both "
        "administrations, set out so that the difference can be seen at once.",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.DECLINE,
                (
                    "Officers cannot prepare material for a leaflet of a political group, whichever group "
                    "asks.",
                    "The yearly figures for {street} are on the website, where you can use them as you like. "
                    "If you need them for business of the council, tell me which, and I send them.",
                ),
            ),
        ),
        _declines_no_research,
        ground=Ground.PARTY_POLITICAL,
    ),
    Story(
        _WORKS,
        "What the works at {street} cost, item by item",
        "Residents ask what the works at {street} cost. Please give me the price of each item as it stood in "
        "the tender.",
        (Line(Verb.ALLOCATE), _PRICES),
    ),
    Story(
        _HOMES,
        "Who reported the damage at {street}",
        "I was told that the damage at {street} was reported by somebody who was never there. Who reported "
        "it, and in what words?",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.WITHHOLD,
                (
                    "The name of whoever reported the damage, and their own words.",
                    "The person was told that the name would not be passed on, and could be recognised by "
                    "the words.",
                    "The report came by telephone on a Tuesday morning. It was checked on the spot the same "
                    "day and was right: two panels were broken.",
                    "The report was checked the same day, and two panels were found broken.",
                    "Schedule 12A, paragraph 2",
                ),
            ),
            Line(
                Verb.DISPUTE,
                (
                    "I do not ask for the name any more. The words can be given with what would identify "
                    "the person left out. Without them I cannot tell my resident that this was looked at "
                    "fairly.",
                ),
            ),
            Line(
                Verb.ANSWER_DISPUTE,
                (
                    "I looked at leaving parts out. The report is four sentences long, and three of them say "
                    "where the person lives or works. What is left says no more than my reply does.",
                ),
            ),
        ),
    ),
    Story(
        _WORKS,
        "The safety report on {street}",
        "There was a safety report on {street} in the summer. Please let me have it: the ward meeting "
        "will ask.",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.WITHHOLD,
                (
                    "The safety report on {street}.",
                    "It says how the place can be entered at night, and was written on the understanding "
                    "that it would not leave the team.",
                    "The report has nine recommendations. Six are carried out; the other three are in the "
                    "programme for the spring.",
                    "A safety report was made in the summer. Six of its nine recommendations are carried "
                    "out.",
                    "Schedule 12A, paragraph 7",
                ),
            ),
            Line(
                Verb.DISPUTE,
                (
                    "I accept that a page on locks and cameras should stay where it is. That is no reason to "
                    "withhold the other eleven.",
                ),
            ),
            Line(
                Verb.DETERMINE,
                (
                    "The pages on locks, cameras and the times of the patrol are rightly withheld: they help "
                    "whoever wants to break in. The rest describes the surface, the lighting and the fences, "
                    "which anybody can see. No good reason was given for withholding that.",
                    "Give the member the report without pages 4 and 7.",
                ),
            ),
        ),
    ),
    Story(
        _WORKS,
        "The offers for the land beside {street}",
        "I hear that two firms have made offers for the land beside {street}. I sit on the body that will "
        "decide, and should like to see both before the papers come out.",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.ASK_PROMISE,
                (
                    "The offers are open until the fifteenth of next month, and both firms may still better "
                    "them. If either heard of the other’s figure, the Authority would lose money.",
                    "I will not tell anybody the figures or the names of the two firms before the decision "
                    "is published.",
                ),
            ),
        ),
        _asks_for_promises,
    ),
    Story(
        _HOMES,
        "Why a resident near {street} was turned down",
        "A resident near {street} applied for help with access and was turned down by telephone. He asks "
        "me to find out why. Please send me what is on his file.",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.ASK_AUTHORITY,
                (
                    "The file holds medical details, so I need the resident’s own authority before I can "
                    "tell you what is in it. A short signed letter is enough.",
                ),
            ),
        ),
        _asks_for_authority,
        by=1,
    ),
    Story(
        _HOMES,
        "Letters that nobody answered, {street}",
        "A resident at {street} tells me that she has written five times since the spring. Please let me see "
        "her letters and what was done about each.",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.ASK_AUTHORITY,
                (
                    "Her letters speak of her health and of a neighbour. Please send me her authority, and I "
                    "answer in full.",
                ),
            ),
            Line(
                Verb.SHOW_AUTHORITY,
                ("She signed this yesterday at my surgery. She is content for me to see all five letters.",),
            ),
        ),
        _asks_for_authority,
    ),
)
