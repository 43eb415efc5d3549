"""What the parish template asks to be said first: support, and what is published for the council."""

from rulebook.post import Post
from rulebook.protocols.cites import pa
from rulebook.register import Approval, Choice, Enters, Field, Says, Takes, Tells, Whom
from rulebook.register.media import release
from rulebook.register.parts import barred
from rulebook.register.resources import party, private, support
from rulebook.wording import gettext_noop

_ONLY = gettext_noop("Support services are only for the council’s business. Do not ask an officer for this.")
_NOT_OURS = gettext_noop(
    "A party political or private matter is no communication of the council. Send it yourself, as your own."
)
_TEAM = pa("LEG.5", "LEG.4")

REGISTERS = (
    support(
        pa("RES.2", "RES.3"),
        (party(_ONLY, pa("RES.2")), private(_ONLY, pa("RES.2"))),
        (
            Says(
                gettext_noop("The council may give such support only to help members in their duties."),
                pa("RES.1"),
            ),
            Says(
                gettext_noop(
                    "Members have a role as employer: have regard to it, take no unfair advantage of "
                    "each other, and "
                    "do not expose the council to a challenge under employment law."
                ),
                pa("EMP.1"),
            ),
        ),
    ),
    release(
        _TEAM,
        (
            Field("words", gettext_noop("How does it read?"), Takes.TEXT),
            Field(
                "whose",
                gettext_noop("Whose matter is it?"),
                Takes.CHOICE,
                choices=(
                    Choice("council", gettext_noop("The council’s")),
                    barred("own", gettext_noop("Party political, or private"), _NOT_OURS, pa("LEG.5")),
                ),
            ),
        ),
        (Tells(Whom.CLERK, pa("LEG.4")), Tells(Whom.CHAIRMAN, pa("LEG.4"))),
        enters=(Enters.MEMBERS, Enters.OFFICERS),
        cards=(
            Says(
                gettext_noop(
                    "The Chairman and the Clerk coordinate what the council says to the press. Send "
                    "them what "
                    "is to be published; one of them approves it."
                ),
                _TEAM,
            ),
        ),
        approval=Approval((Post.CLERK, Post.CHAIRMAN), pa("LEG.5", "LEG.4")),
    ),
)
