"""Where Waltham Forest's text speaks of roles (its table), expectations and the forms of meetings."""

from rulebook.guide import Companion, Guide, Part, Prompt, anchors

WALTHAM_FOREST = Guide(
    scope=("1-purpose-p3",),
    law=("1-purpose-p3",),
    parts={
        Part.EACH_OTHER: anchors("2-: b1 b2 b3"),
        Part.OF_OFFICERS: anchors("2-p2", "5-: b2 b3", "6-b1", "6-enquiries-: b2 b4"),
        Part.OF_MEMBERS: anchors("2-p3", "5-: b2 b6", "4-individual-b5"),
        Part.LIMITS: anchors("3-formal-b3", "3-personal-: p1 b1 b2", "4-individual-b3"),
        Part.MEMBERS: anchors("1-purpose-: p1 p2"),
        Part.OFFICERS: anchors("2-p2", "5-p1"),
        Part.BY_LAW: anchors("2-p3"),
        Part.EMPLOYER: anchors("5-: b1 b2 b4 b5 b6"),
        Part.FORMAL: anchors("3-formal-: p1 b1 b2 b3"),
        Part.INFORMAL: anchors("3-informal-p1"),
        Part.CRITICISM: anchors("3-formal-b4"),
        Part.OFFICERS_THERE: anchors("3-formal-b5", "4-groups-: b2 b5"),
    },
    companions=(
        Companion(
            "employment-rules", "Officer Employment Procedure Rules – Part 8 of the Constitution", "10-p5"
        ),
        Companion("members-code", "The Code of Conduct – Part 9 of the Constitution", "10-p5"),
        Companion("officers-code", "Code of Conduct for Officers", "10-p5"),
        Companion("managing-people", "Framework for Managing People", "10-p5"),
        Companion("media-protocols", "Media Protocols and Code of Guidance", "10-p5"),
        Companion(
            "publicity-code",
            "Statutory Recommended Code of Practice on Local Authority Publicity",
            "10-p5",
        ),
        Companion("complaints", "Corporate Complaints homepage", "10-p5"),
        Companion("whistleblowing", "Whistleblowing Policy and anti-fraud", "10-p5"),
        Companion(
            "access-rules", "Access to Information Procedure Rules – Part 8 of the Constitution", "10-p5"
        ),
        Companion("freedom-of-information", "LBWF Freedom of Information homepage", "10-p5"),
        Companion("data-protection", "LBWF Data Protection homepage", "10-p5"),
    ),
    compared=tuple((f"2-roles-t{left}", f"2-roles-t{left + 1}") for left in range(1, 14, 2)),
    prompts={Prompt.INSTRUCTION: ("5-b2",)},
)
