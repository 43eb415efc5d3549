"""What Wokingham’s proposed text asks to be told and kept: visits, and updates for members."""

from rulebook.protocols.cites import wo_p
from rulebook.register import Says
from rulebook.register.parts import updates, visits
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
)
