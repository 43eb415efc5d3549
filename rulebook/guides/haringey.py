"""Where Haringey's text speaks of roles, expectations, limits on behaviour, and meetings."""

from rulebook.guide import Companion, Guide, Part, Prompt, anchors

HARINGEY = Guide(
    scope=("1.1",),
    law=("1.2", "note-1"),
    parts={
        Part.EACH_OTHER: anchors("3.1-: a b c d"),
        Part.OF_OFFICERS: anchors("3.2-: a b c d e f g h i", "4.1"),
        Part.OF_MEMBERS: anchors("3.3-: a b c d e f"),
        Part.LIMITS: anchors("1.3", "3.4", "3.4-: a b c"),
        Part.WHO_DOES_WHAT: ("2.1-b1",),
        Part.MEMBERS: anchors("2.2", "2.2-: a b c d", "2.3", "2.4"),
        Part.FURTHER_DUTIES: ("2.5", "4.2"),
        Part.OFFICERS: ("2.6", "2.10"),
        Part.BY_LAW: ("2.7", "2.9"),
        Part.EMPLOYER: ("2.1-b1", "2.3"),
        Part.CRITICISM: ("3.3-d",),
        Part.OFFICERS_THERE: ("3.3-e", "4.14", "4.15"),
    },
    companions=(
        Companion("members-code", "Members' Code of Conduct", "1.2"),
        Companion("officers-code", "Employee Code of Conduct", "1.2"),
        Companion("social-media", "Social media policy", "1.2"),
        Companion(
            "major-incidents",
            "The Role of Elected Members in Major Incidents Affecting the London Borough of Haringey",
            "4.5",
        ),
        Companion("enquiry-process", "Member Enquiry Process", "4.7"),
        Companion("access-rules", "Access to Information Procedure Rules (Part 4 Section D)", "4.21"),
        Companion("whistleblowing", "Whistleblowing Procedure", "5.2"),
    ),
    prompts={
        Prompt.BEFORE: ("4.1", "3.4-b", "4.25"),
        Prompt.INSTRUCTION: ("2.3",),
        Prompt.JUNIOR: ("3.3-b",),
    },
)
