"""Where Wokingham's proposed text speaks of roles and expectations; of meetings it says nothing."""

from rulebook.guide import Companion, Guide, Part, Prompt, anchors

WOKINGHAM_2014 = Guide(
    scope=("9.3.1-p1",),
    law=("9.3.1-p2",),
    parts={
        Part.OF_OFFICERS: anchors("9.3.7-members-b: 1 2 3 4 5 6 7 8 9 10 11 12"),
        Part.OF_MEMBERS: anchors("9.3.7-officers-b: 1 2 3 4 5 6 7 8"),
        Part.WHO_DOES_WHAT: anchors("9.3.2-: p2 p3"),
        Part.MEMBERS: anchors("9.3.3-p1", "9.3.5-p1"),
        Part.FURTHER_DUTIES: ("9.3.4-p1",),
        Part.OFFICERS: ("9.3.6-p1",),
        Part.BY_LAW: ("9.3.6-p2",),
    },
    companions=(
        Companion("members-code", "Member's Code of Conduct", "9.3.1-p2"),
        Companion("officers-code", "Officer Code of Conduct", "9.3.1-p2"),
        Companion("whistleblowing", "Whistleblowing Policy and Guidance", "9.3.1-p2"),
        Companion("access-rules", "Access to Information Rules (Chapter 3.2 of the Constitution)", "ai-1"),
    ),
    prompts={Prompt.INSTRUCTION: ("9.3.3-p1",), Prompt.JUNIOR: ("9.3.7-officers-b6",)},
)
