"""Enquiries on which several work: approval, parts of other teams, links, corrections, letters in other "
"names."""

from protocol_portal.demonstration.lives import Line, Story, Verb
from rulebook.protocol import BodyKind, Protocol

_WORKS = ("Highways", "Recycling Centres", "Grounds")
_OTHERS = ("Parks and Trees", "Contracts", "Village Hall")
_APPROVED = ("Housing Repairs", "Education and Communications")


def _has_directorates(text: Protocol) -> bool:
    """A parish has one office, so that nobody there reads the others' replies first."""
    return text.body is not BodyKind.PARISH


def _lets_members_sign(text: Protocol) -> bool:
    return bool(text.correspondence.members_may_sign or text.correspondence.in_own_name)


JOINED = (
    Story(
        _APPROVED,
        "Deposits that were not paid back at {street}",
        "Four people at {street} paid a deposit for keys and have waited since September to have it back. "
        "How many more are there?",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.ASK_APPROVAL,
                (
                    "There are nineteen. The refunds stopped in September when the form was changed and the "
                    "new one did not reach the cashiers. All nineteen are paid this Friday, and each person "
                    "has a letter.",
                    "Your deposit is paid back this Friday. We are sorry that you waited.",
                ),
            ),
        ),
        _has_directorates,
    ),
    Story(
        _WORKS,
        "The fence between {street} and the play area",
        "The fence between {street} and the play area is down in two places, and children run through. "
        "Nobody seems to know whose fence it is.",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.ASK_PART,
                (
                    "Is the fence on your side of the boundary, and is it in your inspections? When was "
                    "the last?",
                ),
            ),
        ),
        others=_OTHERS,
    ),
    Story(
        _WORKS,
        "Hedge that hides the sign at {street}",
        "Drivers cannot see the sign at {street} because of the hedge. It was cut last year after I asked. "
        "Can it be cut every year without my asking?",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.ASK_PART,
                ("Can this hedge go on your yearly list, and in which month would you cut it?",),
            ),
            Line(
                Verb.GIVE_PART,
                ("Yes. It is on the list from now on, for the second week of September, after nesting.",),
            ),
        ),
        others=_OTHERS,
        by=1,
    ),
    Story(
        _WORKS,
        "Lorries waiting at {street} from five o’clock",
        "Lorries wait at {street} with their engines running from five in the morning. Residents cannot "
        "sleep. Who may tell them to move?",
        (Line(Verb.ALLOCATE), Line(Verb.LINK)),
        key="lorries",
    ),
    Story(
        _WORKS,
        "Early morning lorries near {street}",
        "For two weeks lorries have been parked near {street} before six, with engines and radios on. Has "
        "something changed in the delivery times?",
        (Line(Verb.ALLOCATE), Line(Verb.LINK)),
        by=1,
        key="lorries",
    ),
    Story(
        _WORKS,
        "Bench at {street} that was taken away",
        "The bench at {street} was taken away in October and the bolts were left standing up. When does it "
        "come back, and can the bolts be covered today?",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.CORRECT_SERVICE,
                ("The asset register has the bench as this team’s.",),
            ),
            Line(Verb.ALLOCATE),
        ),
        others=_OTHERS,
        by=1,
    ),
    Story(
        _WORKS,
        "Thanks to children who planted bulbs at {street}",
        "Thirty children planted bulbs at {street} last week. It would mean much to them to have a letter "
        "with a name under it that they know.",
        (Line(Verb.ALLOCATE), Line(Verb.REPLY), Line(Verb.ISSUE)),
        _lets_members_sign,
        reply="What a good idea. The bulbs are marked so that nobody mows them before they have flowered, "
        "and the school has a letter of thanks.",
        forward="Thank you for the bulbs at {street}. They will not be mown before they have flowered.",
    ),
)
