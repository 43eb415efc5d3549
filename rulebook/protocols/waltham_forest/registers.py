"""What Waltham Forest’s text asks to be said or read first: support, equipment, words to the media."""

from dataclasses import replace

from rulebook.protocols.cites import wf
from rulebook.register import Choice, Enters, Kind, Register, Says, Tells, When, Whom
from rulebook.register.media import COMMUNICATIONS, words
from rulebook.register.parts import barred, cautioned, either, named, no_barred
from rulebook.register.resources import equipment, party, support
from rulebook.wording import gettext_noop

_EMPLOYER = Register(
    Kind.PANEL,
    wf("5.7"),
    enters=(Enters.MEMBERS,),
    tells=(Tells(Whom.DEMOCRATIC_SERVICES, ()),),
    when=When.BEFORE,
    about=gettext_noop("Which matter of industrial relations is discussed or decided?"),
    notice=gettext_noop("A member takes part in a staffing matter, and has declared what the protocol asks."),
    day=gettext_noop("On which day?"),
    fields=(
        either(
            "employer",
            gettext_noop("Can you act for the council as the employer in it?"),
            no=no_barred(gettext_noop("Then withdraw: leave this matter to other members."), wf("5.7")),
        ),
    ),
    cards=(
        Says(
            gettext_noop(
                "On industrial relations members represent the council as an employer. They do not represent "
                "the employees."
            ),
            wf("5.7"),
        ),
    ),
)

REGISTERS = (
    _EMPLOYER,
    support(
        wf("4.12", "4.14"),
        (
            party(
                gettext_noop(
                    "Officers’ support and other resources cannot be used for party political work."
                ),
                wf("4.12"),
            ),
            barred(
                "benefit",
                gettext_noop("To benefit myself or somebody else improperly, or to harm somebody"),
                gettext_noop("The council’s resources are not used to benefit or harm anybody improperly."),
                wf("4.14"),
            ),
        ),
        (
            Says(
                gettext_noop("Members’ Services give every member secretarial and other support."), wf("4.9")
            ),
        ),
    ),
    equipment(
        wf("4.10"), gettext_noop("Have you read the council’s protocols on the use of IT and equipment?")
    ),
    words(
        wf("7.2", "7.3"),
        (
            Choice("ward", gettext_noop("For myself, or as a member for my ward"), by=(Enters.MEMBERS,)),
            cautioned(
                "council",
                gettext_noop("For the council, or on its behalf"),
                gettext_noop("Whoever speaks for the council keeps to its Media and Publicity Protocol."),
                wf("7.2", "7.1"),
                needs=("communications",),
            ),
            cautioned(
                "party",
                gettext_noop("For a political party"),
                gettext_noop("You are free to. Say in the statement that you speak for the party."),
                wf("7.3"),
                by=(Enters.MEMBERS,),
            ),
            cautioned(
                "officer",
                gettext_noop("As an officer, about the council"),
                gettext_noop("An officer who speaks in public keeps to the employees’ code of conduct."),
                wf("7.4"),
                by=(Enters.OFFICERS,),
            ),
        ),
        (replace(COMMUNICATIONS, required=False),),
        (named(wf("7.1"), "communications"),),
        cards=(
            Says(
                gettext_noop("Corporate Communications leads on everything that is said to the media."),
                wf("7.1"),
            ),
        ),
        enters=(Enters.MEMBERS, Enters.OFFICERS),
    ),
)
