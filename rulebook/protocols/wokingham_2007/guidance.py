"""What Wokingham’s text of 2007 asks of resources and of words to the media."""

from rulebook.protocols.cites import wo_e
from rulebook.register import Choice, Enters, Says
from rulebook.register.guidance import equipment_of, release_of, support_of, words_of
from rulebook.register.media import answers, interest
from rulebook.register.parts import barred
from rulebook.wording import gettext_noop

GUIDANCE = (
    support_of(
        wo_e("PR.4", "PR.6"),
        wo_e("PR.4"),
        wo_e("PR.6"),
        (
            Says(
                gettext_noop(
                    "Officers need not support a member outside the role of member, do nothing that "
                    "goes against "
                    "the protocol, and are limited by law in what is political."
                ),
                wo_e("9.3.16d"),
            ),
            Says(
                gettext_noop(
                    "Staff who take messages on other topics, as for a diary, guard against private "
                    "or party use."
                ),
                wo_e("9.3.34.4"),
            ),
        ),
    ),
    equipment_of(wo_e("PR.5")),
    words_of(
        wo_e("MR.1"),
        wo_e("MR.6"),
        wo_e("MR.6"),
        wo_e("MR.6"),
        wo_e("MR.6"),
        (
            Says(
                gettext_noop(
                    "Be sure of what you want to say and not to say, and think of what it may mean "
                    "for the council."
                ),
                wo_e("MR.6"),
            ),
            Says(gettext_noop("Consider whether to consult other members whom it concerns."), wo_e("MR.6")),
        ),
        more=(
            Choice(
                "assistant",
                gettext_noop("As a political assistant, for the group"),
                by=(Enters.ASSISTANTS,),
            ),
            barred(
                "assistant-council",
                gettext_noop("As a political assistant, for the council"),
                gettext_noop(
                    "Political assistants comment for their group, never for the council, and commit it to "
                    "nothing."
                ),
                wo_e("9.3.33c"),
                by=(Enters.ASSISTANTS,),
            ),
        ),
        enters=(Enters.MEMBERS, Enters.ASSISTANTS),
    ),
    release_of(wo_e("MR.1"), wo_e("MR.2")),
    interest(wo_e("MR.3"), wo_e("MR.3")),
    answers(wo_e("MR.4")),
)
