"""What Haringey’s text asks of support for members, their training, and the council’s spokespeople."""

from rulebook.protocols.cites import ha
from rulebook.register import Choice, Enters, Field, Of, Says, Takes
from rulebook.register.media import COMMUNICATIONS, release
from rulebook.register.parts import NAMES, barred, either, named, no_barred
from rulebook.register.resources import party, support, training
from rulebook.wording import gettext_noop

_IMPARTIAL = gettext_noop(
    "Officers are impartial. They are not asked for party political work, nor for anything that could put "
    "that in doubt."
)
_SPOKESPEOPLE = gettext_noop(
    "Communications supports members of the Cabinet and chairs of committees and panels when they speak for "
    "the council. Ask one of them, or speak for yourself without that support."
)

RESOURCES = (
    support(
        ha("2.5b", "3.4b"),
        (
            party(_IMPARTIAL, ha("2.5b", "3.4b")),
            barred(
                "side",
                gettext_noop("Something that would have the officer take a political side"),
                _IMPARTIAL,
                ha("2.5b", "3.4b"),
            ),
        ),
    ),
    training(ha("3.2f")),
    release(
        ha("2.8"),
        (
            Field(
                "speaks",
                gettext_noop("Who speaks for the council?"),
                Takes.CHOICE,
                choices=(
                    Choice("officer", gettext_noop("An officer")),
                    Choice(
                        "member",
                        gettext_noop(
                            "A member of the Cabinet, or the chair of a committee or scrutiny panel"
                        ),
                        needs=("speaker",),
                    ),
                    barred("other", gettext_noop("Another member"), _SPOKESPEOPLE, ha("2.8")),
                ),
            ),
            Field(
                "speaker",
                gettext_noop("Which member speaks?"),
                Takes.PEOPLE,
                NAMES,
                of=Of.OFFICE_HOLDERS,
                required=False,
            ),
            either(
                "lawful",
                gettext_noop("Does it keep to the law on the council’s publicity?"),
                no=no_barred(
                    gettext_noop(
                        "Public money is not spent on what the law on publicity forbids. Ask Communications "
                        "what may be said."
                    ),
                    ha("2.8"),
                ),
            ),
            COMMUNICATIONS,
        ),
        (named(ha("2.8"), "communications"),),
        enters=(Enters.MEMBERS, Enters.OFFICERS),
        cards=(
            Says(
                gettext_noop(
                    "The law restricts publicity at public expense; officers follow it, members respect it."
                ),
                ha("2.8"),
            ),
        ),
    ),
)
