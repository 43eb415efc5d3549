"""Where the parish councils' template speaks of principles, the law, employment and criticism in public."""

from rulebook.guide import Companion, Guide, Part, Prompt

PARISH = Guide(
    scope=("int-1",),
    law=("leg-1",),
    parts={
        Part.EACH_OTHER: ("int-3", "pri-1", "emp-1", "eq-1"),
        Part.OF_OFFICERS: ("pri-3",),
        Part.OF_MEMBERS: ("pri-2", "emp-2", "emp-3"),
        Part.LIMITS: ("pri-3", "emp-1", "res-1"),
        Part.OFFICERS: ("pri-3",),
        Part.EMPLOYER: ("emp-1", "emp-3"),
        Part.LEGAL_POSITION: ("leg-1", "leg-2", "eq-1"),
        Part.CRITICISM: ("occ-1",),
    },
    companions=(Companion("members-code", "Members’ Code of Conduct", "leg-1"),),
    prompts={
        Prompt.BEFORE: ("emp-2",),
        Prompt.INSTRUCTION: ("emp-3",),
        Prompt.JUNIOR: ("emp-3",),
    },
)
