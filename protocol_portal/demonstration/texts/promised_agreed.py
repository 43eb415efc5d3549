"""Enquiries on which something is agreed: another date, privacy, copies, a colleague, a talk."""

from protocol_portal.demonstration.lives import Line, Story, Verb

_WORKS = ("Highways", "Recycling Centres", "Grounds")
_HOMES = ("Housing Repairs", "Recycling Centres", "Grounds")

AGREED = (
    Story(
        _WORKS,
        "Every defect at {street} in ten years",
        "For the ward plan I should like a list of every defect that was reported at {street} in the last "
        "ten years, with the date, what was done and what it cost.",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.OFFER,
                (
                    "Before 2020 the reports are on paper, some four thousand sheets in the archive. To go "
                    "through them takes one officer six days.",
                    "The list since 2020 comes out of the system and can be with you this week, whatever we "
                    "agree on the rest.",
                ),
            ),
            Line(Verb.AGREE_AS_MANAGER, ("Six days is what it takes. The later date is right.",)),
        ),
    ),
    Story(
        _HOMES,
        "Cost of call-outs to {street}, month by month",
        "Please let me have the number and the cost of call-outs to {street} for each month of the last five "
        "years, by day and by night.",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.OFFER,
                (
                    "The contractor’s bills do not tell day from night. Each of about nine hundred has to be "
                    "matched with the call log.",
                    "",
                ),
            ),
            Line(
                Verb.AGREE_AS_MANAGER,
                ("Agreed. The matching begins on Monday, beside the usual inspections.",),
            ),
            Line(Verb.AGREE_AS_MEMBER, ("That will do. I need it for the budget meeting, not before.",)),
        ),
        by=1,
    ),
    Story(
        _WORKS,
        "Told to me in confidence about {street}",
        "Somebody who works at {street} told me that timesheets are filled in for shifts that nobody worked. "
        "They fear for their job if it is known that they came to me.",
        (),
        asks_privacy=True,
    ),
    Story(
        _WORKS,
        "A threat that was made to me at {street}",
        "On Saturday a man whom I know threatened me at {street} over the works there. I have told the "
        "police. I write so that your staff are careful; I do not want it talked about.",
        (
            Line(Verb.KEEP_PRIVATE),
            Line(Verb.ALLOCATE),
            Line(
                Verb.NOTE_TALK,
                (
                    "You rang me this morning. We agreed that inspections at {street} are made by two people "
                    "until the police have spoken to him, that the crews are told «as a precaution» and "
                    "nothing more, and that you ring me if anything else happens.",
                ),
            ),
        ),
        asks_privacy=True,
    ),
    Story(
        _HOMES,
        "A neighbour’s tenancy near {street}",
        "I write as a neighbour as much as a member, and should like this kept between us. The house next to "
        "ours near {street} seems to be let by the night.",
        (
            Line(
                Verb.DECLINE_PRIVACY,
                ("Whether a house is let by the night has to be looked into by the team that enforces it.",),
            ),
        ),
        by=1,
        asks_privacy=True,
    ),
    Story(
        _WORKS,
        "Drainage at {street} after the new surface",
        "Since the new surface was laid at {street}, rain runs towards the houses instead of the gully. Who "
        "checked the levels?",
        (
            Line(Verb.ALLOCATE),
            Line(Verb.REPLY),
            Line(Verb.COPY, ("So that the levels are checked on the next two sites as well.",)),
            Line(Verb.ASK_TO_COPY, ("The same contractor laid the surface in the next ward.",)),
        ),
        reply="The levels were checked by the contractor alone. I measured them myself on Thursday: the "
        "fall is the wrong way over eleven metres. The contractor takes that stretch up again at their own "
        "cost within three weeks.",
        forward="The surface falls the wrong way over eleven metres at {street}. The contractor takes it up "
        "again within three weeks.",
    ),
    Story(
        _WORKS,
        "Opening of the new path at {street}",
        "When will the new path at {street} be open, and will there be a gate for wheelchairs? It begins "
        "in my patch and ends in a colleague’s.",
        (Line(Verb.ALLOCATE), Line(Verb.SHARE)),
    ),
    Story(
        _HOMES,
        "Scaffolding that is still up at {street}",
        "The scaffolding at {street} has been up since June and no work has been seen since August. What "
        "is it waiting for?",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.NOTE_TALK,
                (
                    "We spoke by telephone today. I told you that the firm stopped work over an unpaid bill, "
                    "that the bill was paid on Friday, and that I will write when the firm has given a day. "
                    "You asked for the lowest lift to be boarded up meanwhile; I have ordered that.",
                ),
            ),
        ),
        by=1,
    ),
)
