"""Support for members: what is asked of staff and for what, equipment and its rules, training."""

from rulebook.register import Choice, Enters, Field, Kind, Of, Register, Says, Takes, Tells, When, Whom
from rulebook.register.parts import NAMES, PLACE, barred, either, named, no_barred, officers
from rulebook.stated import Cites
from rulebook.wording import gettext_noop

# What every text allows.
OWN_WORK = Choice("role", gettext_noop("My work as a member of this council"))


def party(sentence: str, cites: Cites) -> Choice:
    """Party political work, which no text allows."""
    return barred("party", gettext_noop("The work of a political party, or campaigning"), sentence, cites)


def private(sentence: str, cites: Cites) -> Choice:
    """A private purpose."""
    return barred(
        "private",
        gettext_noop("A private purpose, as my own letters, that no arrangement of the council allows"),
        sentence,
        cites,
    )


def support(cites: Cites, purposes: tuple[Choice, ...], cards: tuple[Says, ...] = ()) -> Register:
    """What a member asks of staff, with the purpose declared: a barred one is refused before it is asked."""
    return Register(
        Kind.SUPPORT,
        cites,
        enters=(Enters.MEMBERS,),
        tells=(named(()),),
        when=When.AT_ONCE,
        about=gettext_noop("What support do you ask for?"),
        notice=gettext_noop("A member asks you for support, and has said what it is for."),
        fields=(
            Field("purpose", gettext_noop("What is it for?"), Takes.CHOICE, choices=(OWN_WORK, *purposes)),
            officers(gettext_noop("Which officer do you ask?")),
        ),
        cards=cards,
    )


def equipment(cites: Cites, rules: str, cards: tuple[Says, ...] = ()) -> Register:
    """What the council provides to a member, who has read the rules for it."""
    return Register(
        Kind.EQUIPMENT,
        cites,
        enters=(Enters.MEMBERS,),
        tells=(Tells(Whom.DEMOCRATIC_SERVICES, ()),),
        when=When.AFTER,
        about=gettext_noop("What equipment or facility do you have from the council?"),
        notice=gettext_noop("A member has said which equipment they have, and that they read its rules."),
        day=gettext_noop("Since which day?"),
        fields=(
            Field(
                "where",
                gettext_noop("Where do you use it?"),
                Takes.CHOICE,
                choices=(
                    Choice("premises", gettext_noop("In council premises")),
                    Choice("home", gettext_noop("At home, at the council’s expense")),
                    Choice("both", gettext_noop("In both, or on the way")),
                ),
            ),
            either("read", rules, no=no_barred(gettext_noop("Read the rules first, then enter it."), cites)),
        ),
        cards=cards,
    )


def training(cites: Cites, kinds: tuple[Choice, ...] = ()) -> Register:
    """What is offered to members so that they can carry out their roles, and to whom."""
    every = (
        Choice("training", gettext_noop("Training")),
        Choice("development", gettext_noop("Development, as coaching or a visit to another council")),
        *kinds,
    )
    return Register(
        Kind.TRAINING,
        cites,
        enters=(Enters.OFFICERS,),
        tells=(named(cites, "members"),),
        when=When.AT_ONCE,
        about=gettext_noop("What is it about?"),
        notice=gettext_noop("Training or other support for your role is offered to you."),
        day=gettext_noop("On which day?"),
        fields=(
            Field("what", gettext_noop("What is offered?"), Takes.CHOICE, choices=every),
            PLACE,
            Field("members", gettext_noop("To which members?"), Takes.PEOPLE, NAMES, of=Of.MEMBERS),
        ),
    )
