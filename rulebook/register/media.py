"""The media: who speaks in which capacity, what is released, who is told, who may answer."""

from dataclasses import replace

from rulebook.pre_election import Matter
from rulebook.register import Approval, Choice, Enters, Field, Kind, Of, Register, Says, Takes, Tells, When
from rulebook.register.parts import NAMES, either, named, no_barred, officers
from rulebook.stated import Cites
from rulebook.wording import gettext_noop

COMMUNICATIONS = officers(gettext_noop("Which officer of Communications?"), key="communications")


def words(
    cites: Cites,
    capacities: tuple[Choice, ...],
    fields: tuple[Field, ...],
    tells: tuple[Tells, ...],
    *,
    cards: tuple[Says, ...] = (),
    enters: tuple[Enters, ...] = (Enters.MEMBERS,),
) -> Register:
    """What somebody says to the media, and as whom they speak."""
    capacity = Field(
        "capacity", gettext_noop("In what capacity do you speak?"), Takes.CHOICE, choices=capacities
    )
    return Register(
        Kind.MEDIA_WORDS,
        cites,
        enters=enters,
        tells=tells,
        when=When.AT_ONCE,
        about=gettext_noop("What do you speak about?"),
        notice=gettext_noop("Somebody speaks to the media on a matter that concerns you."),
        fields=(capacity, *fields),
        cards=cards,
        matter=Matter.MEMBERS_WORDS,
    )


def interest(interest_cites: Cites, warned: Cites) -> Register:
    """What the media are interested in: the members concerned, and Communications, are told."""
    contentious = either("contentious", gettext_noop("Is it a strategic or contentious matter?"))
    return Register(
        Kind.MEDIA_INTEREST,
        (*interest_cites, *warned),
        enters=(Enters.OFFICERS,),
        tells=(named(interest_cites, "members"), named(warned, "communications")),
        when=When.AT_ONCE,
        about=gettext_noop("What are the media interested in, or likely to be?"),
        notice=gettext_noop("The media are interested in a matter that concerns you, or are likely to be."),
        fields=(
            contentious,
            Field(
                "members",
                gettext_noop("Which members does it concern?"),
                Takes.PEOPLE,
                NAMES,
                of=Of.MEMBERS,
            ),
            COMMUNICATIONS,
        ),
    )


def answers(cites: Cites) -> Register:
    """That whoever answers the media is authorised to."""
    return Register(
        Kind.MEDIA_ANSWER,
        cites,
        enters=(Enters.OFFICERS,),
        tells=(named(cites, "by"),),
        when=When.AT_ONCE,
        about=gettext_noop("What do the media ask?"),
        notice=gettext_noop("An officer answers the media, and says that you authorised it."),
        fields=(
            either(
                "authorised",
                gettext_noop("Are you authorised to answer?"),
                no=no_barred(
                    gettext_noop(
                        "Do not answer before you are authorised. Ask Communications or your director."
                    ),
                    cites,
                ),
            ),
            replace(officers(gettext_noop("Who authorised you?"), key="by"), others=True),
        ),
    )


def release(
    cites: Cites,
    fields: tuple[Field, ...],
    tells: tuple[Tells, ...],
    *,
    enters: tuple[Enters, ...],
    cards: tuple[Says, ...] = (),
    approval: Approval | None = None,
) -> Register:
    """What is published for the council, held against what the text asks of it."""
    return Register(
        Kind.RELEASE,
        cites,
        enters=enters,
        tells=tells,
        when=When.AT_ONCE,
        about=gettext_noop("What is to be published?"),
        notice=gettext_noop("Something is to be published for the council."),
        fields=fields,
        cards=cards,
        approval=approval,
        matter=Matter.PUBLICITY,
    )
