"""What Wokingham’s proposed text asks to be told and kept: visits, and updates for members."""

from rulebook.protocols.cites import wo_p
from rulebook.register import Says
from rulebook.register.guidance import equipment_of, release_of, support_of, words_of
from rulebook.register.media import answers, interest
from rulebook.register.parts import updates, visits
from rulebook.register.resources import training
from rulebook.wording import gettext_noop

REGISTERS = (
    visits(
        wo_p("PR.2", "PR.3a"),
        wo_p("PR.3a"),
        wo_p("PR.3d"),
        wo_p("PR.3e"),
        (
            Says(
                gettext_noop("Members may enter the council’s land and premises for their duties."),
                wo_p("PR.2"),
            ),
            Says(
                gettext_noop("Keep to the rules on health, safety, security and the workplace."),
                wo_p("PR.3b"),
            ),
            Says(gettext_noop("Do not interfere with what is going on there."), wo_p("PR.3c")),
            Says(
                gettext_noop("Officers may enter the council’s land for their work, and need no entry here."),
                wo_p("PR.1"),
            ),
        ),
    ),
    updates(wo_p("9.3.7Mf")),
    support_of(wo_p("PR.4", "PR.6"), wo_p("PR.4"), wo_p("PR.6")),
    equipment_of(wo_p("PR.5")),
    training(wo_p("9.3.7Mi")),
    words_of(
        wo_p("MR.1"),
        wo_p("MR.6a"),
        wo_p("MR.6c"),
        wo_p("MR.6e"),
        wo_p("MR.6f"),
        (
            Says(gettext_noop("Be sure of what you want to say, and of what not to say."), wo_p("MR.6b")),
            Says(gettext_noop("Think of what your words may mean for the council."), wo_p("MR.6d")),
            Says(
                gettext_noop(
                    "Take particular care of what you say between a notice of election and the poll, "
                    "unless you "
                    "were asked as a candidate or party activist."
                ),
                wo_p("MR.6g"),
            ),
            Says(gettext_noop("Consider whether to consult other members whom it concerns."), wo_p("MR.6f")),
        ),
    ),
    release_of(wo_p("MR.1"), wo_p("MR.2")),
    interest(wo_p("MR.3"), wo_p("MR.5")),
    answers(wo_p("MR.4")),
)
