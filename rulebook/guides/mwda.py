"""Where the waste disposal authority's text speaks of roles, expectations, limits and public meetings."""

from rulebook.guide import Companion, Guide, Part, Prompt, anchors

MWDA = Guide(
    scope=("1.1",),
    law=("1.2",),
    parts={
        Part.OF_OFFICERS: anchors("3.1-: a b c d e f g h i j k l m n"),
        Part.OF_MEMBERS: anchors("3.2-: a b c d e f g h"),
        Part.LIMITS: anchors("3.3-: p1 a b c"),
        Part.WHO_DOES_WHAT: ("2.3-p1",),
        Part.MEMBERS: anchors("2.2-: p1 a b c d p2", "2.4-p1"),
        Part.FURTHER_DUTIES: ("2.3-p2",),
        Part.OFFICERS: anchors("2.5-: p1 p2"),
        Part.BY_LAW: ("2.5-p3",),
        Part.EMPLOYER: ("8.1",),
        Part.CRITICISM: ("13.1-p1", "13.3-p1"),
        Part.OFFICERS_THERE: anchors("10.1", "10.1-: b1 b2 b3 b4", "10.2"),
    },
    companions=(
        Companion("codes-of-conduct", "National and local codes of conduct", "1.2"),
        Companion("officers-code", "Employees Code of Conduct", "10.1"),
        Companion("publication-scheme", "Publication Scheme", "5-p1"),
        Companion("whistleblowing", "Whistle Blowing Policy", "8.2"),
        Companion("grievances", "Grievance Procedure", "13.2-p1"),
        Companion("disciplinary", "Disciplinary Procedure", "13.3-p2"),
    ),
    prompts={
        Prompt.BEFORE: ("3.3-b", "5.3"),
        Prompt.INSTRUCTION: ("2.2-p2",),
        Prompt.JUNIOR: ("3.2-f",),
    },
)
