"""What Wokingham’s text of 2007 asks of officers: delegated decisions, papers and advice, carrying out."""

from rulebook.protocols.cites import wo_e
from rulebook.register import Choice, Enters, Field, Kind, Of, Register, Says, Takes, When
from rulebook.register.parts import NAMES, NO, YES, barred, cautioned, either, named, no_barred
from rulebook.wording import gettext_noop

_DELEGATED = Register(
    Kind.DELEGATED,
    wo_e("9.3.24", "9.3.31a"),
    enters=(Enters.OFFICERS,),
    tells=(named(wo_e("9.3.24", "9.3.31a"), "consulted"),),
    when=When.BEFORE,
    about=gettext_noop("What are you to decide?"),
    notice=gettext_noop("An officer means to decide under delegated powers, and consults you."),
    day=gettext_noop("On which day?"),
    fields=(
        Field(
            "powers",
            gettext_noop("By what power?"),
            Takes.CHOICE,
            choices=(
                Choice("scheme", gettext_noop("Powers that are delegated to me")),
                Choice(
                    "resolution",
                    gettext_noop("A resolution that names me, between two meetings"),
                    needs=("consulted",),
                ),
            ),
        ),
        Field(
            "sensitive",
            gettext_noop("Is it sensitive or contentious, or has it wider implications for policy?"),
            Takes.CHOICE,
            choices=(
                Choice("no", NO),
                Choice(
                    "consulted",
                    gettext_noop("Yes, and the executive members concerned are consulted"),
                    needs=("consulted",),
                ),
                barred(
                    "not",
                    gettext_noop("Yes, and they were not consulted yet"),
                    gettext_noop("Consult the executive members concerned before you decide."),
                    wo_e("9.3.24"),
                ),
            ),
        ),
        Field(
            "consulted",
            gettext_noop("Which chairman or executive members do you consult?"),
            Takes.PEOPLE,
            NAMES,
            of=Of.OFFICE_HOLDERS,
            required=False,
        ),
        Field("said", gettext_noop("What did they say?"), Takes.TEXT, required=False),
        Field(
            "decides",
            gettext_noop("Who decides?"),
            Takes.CHOICE,
            choices=(
                Choice("officer", gettext_noop("I do, and I answer for it")),
                barred(
                    "member",
                    gettext_noop("The member who is consulted"),
                    gettext_noop(
                        "A member who is consulted has no power to decide: you do, and you answer for it."
                    ),
                    wo_e("9.3.31b", "9.3.31a"),
                ),
            ),
        ),
    ),
    cards=(
        Says(
            gettext_noop(
                "A member who is consulted has no power to decide, and must not press the "
                "officer. What goes too "
                "far is raised under «Complaints»."
            ),
            wo_e("9.3.31b"),
        ),
    ),
)
_CARRYING_OUT = Register(
    Kind.CARRYING_OUT,
    wo_e("9.3.16"),
    enters=(Enters.OFFICERS,),
    tells=(named(wo_e("9.3.16"), "told"),),
    when=When.AFTER,
    about=gettext_noop("Which decision?"),
    notice=gettext_noop("It is on record how far a decision is carried out."),
    day=gettext_noop("On which day was it minuted?"),
    fields=(
        Field("body", gettext_noop("Who took it?")),
        either(
            "lawful",
            gettext_noop("Is it lawful, properly approved and minuted?"),
            no=no_barred(
                gettext_noop(
                    "Officers carry out what is lawful, properly approved and minuted. Ask the "
                    "monitoring officer "
                    "first."
                ),
                wo_e("9.3.16"),
            ),
        ),
        Field(
            "stands",
            gettext_noop("How far is it carried out?"),
            Takes.CHOICE,
            choices=(
                Choice("begun", gettext_noop("It is begun")),
                Choice("done", gettext_noop("It is done")),
                Choice("waits", gettext_noop("It waits")),
            ),
        ),
        Field("told", gettext_noop("Who should know?"), Takes.PEOPLE, NAMES, of=Of.ANYBODY),
    ),
)
_PAPER = Register(
    Kind.PAPER,
    wo_e("9.3.22b", "9.3.30b"),
    enters=(Enters.CHIEF_OFFICERS,),
    tells=(named(wo_e("9.3.22b", "9.3.30b"), "told"),),
    when=When.BEFORE,
    about=gettext_noop("Which paper or advice?"),
    notice=gettext_noop("An officer submits a paper to you, or gives advice."),
    day=gettext_noop("For which day?"),
    fields=(
        Field(
            "to",
            gettext_noop("To whom?"),
            Takes.CHOICE,
            choices=(
                Choice("executive", gettext_noop("The executive as a whole")),
                Choice("member", gettext_noop("An executive member")),
                Choice("committee", gettext_noop("A committee or sub-committee")),
            ),
        ),
        Field("told", gettext_noop("Which members get it?"), Takes.PEOPLE, NAMES, of=Of.MEMBERS),
        either(
            "statutory",
            gettext_noop("Is it advice under a statutory function?"),
            yes=cautioned(
                "yes",
                YES,
                gettext_noop("Say so in the paper: such advice must always be followed."),
                wo_e("9.3.30c", "9.3.15b"),
            ),
        ),
    ),
    cards=(
        Says(
            gettext_noop(
                "Directors and the monitoring officer may submit papers to the executive and its "
                "members, and "
                "reports and advice to committees."
            ),
            wo_e("9.3.22b", "9.3.30b"),
        ),
    ),
)

OFFICERS_PART = (_DELEGATED, _PAPER, _CARRYING_OUT)
