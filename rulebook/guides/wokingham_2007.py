"""Where Wokingham's text of 2007 speaks of roles, duties, respect, and meetings of every kind."""

from rulebook.guide import Companion, Guide, Part, Prompt, anchors

WOKINGHAM_2007 = Guide(
    scope=anchors("9.3.1-: p3 a b c d p4", "9.3.3-: p1 b"),
    law=("9.3.1-c",),
    parts={
        Part.EACH_OTHER: anchors("9.3.4-p1", "9.3.17-: p1 a k m"),
        Part.OF_OFFICERS: anchors("9.3.15-: p1 p2", "9.3.16-: p1 a b c", "9.3.17-: g i"),
        Part.OF_MEMBERS: anchors("9.3.9-p1", "9.3.13-p1", "9.3.14-: p1 a b", "9.3.14.1-: p1 a b"),
        Part.LIMITS: anchors("9.3.10-: p1 a b c d", "9.3.11-p1", "9.3.12-p1", "9.3.16-d", "9.3.17-: d e f"),
        Part.WHO_DOES_WHAT: ("9.3.5-p1",),
        Part.MEMBERS: anchors("9.3.8-: p1 a b c d e f g h", "9.3.9-p1"),
        Part.FURTHER_DUTIES: anchors("9.3.8-: e f g h", "9.3.21-p1", "9.3.22-p1"),
        Part.OFFICERS: anchors("9.3.15-: p1 p2", "9.3.16-p1"),
        Part.BY_LAW: anchors("9.3.2-: f g", "9.3.12-p1"),
        Part.EMPLOYER: anchors("9.3.18-p1", "9.3.17-h", "9.3.19-: p1 a b c d e f p2"),
        Part.LEGAL_POSITION: anchors("9.3.6-p1", "9.3.7-p1", "9.3.12-p1"),
        Part.FORMAL: anchors("9.3.28-: p1 p2 p3"),
        Part.INFORMAL: anchors("9.3.17-d"),
        Part.CRITICISM: anchors("9.3.17-: b c"),
        Part.OFFICERS_THERE: anchors("9.3.26-p3", "9.3.27-p4", "9.3.32-: a b", "9.3.34.3-p2"),
    },
    companions=(
        Companion("members-code", "Members' code of conduct (Chapter 9.2)", "9.3.6-p1"),
        Companion("officers-code", "Officer Code of Conduct (Chapter 11.4)", "9.3.6-p1"),
        Companion("whistleblowing", '"whistle-blowing" policy (Chapter 9.5)', "9.3.35-p1"),
        Companion("access-rules", "Access to Information Rules (Chapter 3.2 of the Constitution)", "ai-1"),
    ),
    prompts={
        Prompt.BEFORE: anchors("9.3.17-: h i j", "9.3.34.5-: p1 p2"),
        Prompt.INSTRUCTION: anchors("9.3.10-: p1 a b c d"),
        Prompt.FREE_TIME: ("9.3.17-m",),
        Prompt.EXECUTIVE: ("9.3.22-p1",),
        Prompt.COMMITTEE: ("9.3.30-p3",),
    },
)
