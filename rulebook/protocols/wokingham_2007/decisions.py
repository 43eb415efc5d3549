"""What Wokingham’s text of 2007 asks of decisions: advice, consultation, reasons, who decides."""

from rulebook.protocols.cites import wo_e
from rulebook.register import Choice, Enters, Field, Kind, Of, Register, Says, Takes, When
from rulebook.register.parts import NAMES, NO, YES, barred, cautioned, either, named, no_barred, yes_barred
from rulebook.wording import gettext_noop

_FOLLOWED = gettext_noop(
    "Advice that the Monitoring Officer or the Section 151 Officer gives under a statutory function must "
    "always be followed."
)
_CONTRACT = Field(
    "contract",
    gettext_noop("Does it need a payment or a contract?"),
    Takes.CHOICE,
    choices=(
        Choice("no", NO),
        Choice("officer", gettext_noop("Yes, and an officer who may makes it")),
        barred(
            "member",
            gettext_noop("Yes, and a member makes or certifies it"),
            gettext_noop("Members do not start or certify payments and make no contract for the council."),
            wo_e("9.3.11"),
        ),
    ),
)
_STATUTORY = Field(
    "statutory",
    gettext_noop("Has either of them given advice under a statutory function?"),
    Takes.CHOICE,
    choices=(
        Choice("no", NO),
        Choice("followed", gettext_noop("Yes, and it is followed")),
        barred("not", gettext_noop("Yes, and it is not followed"), _FOLLOWED, wo_e("9.3.15b", "9.3.30c")),
    ),
)
_FINANCE = Field(
    "finance",
    gettext_noop("Does it have financial implications?"),
    Takes.CHOICE,
    choices=(
        Choice("no", NO),
        Choice(
            "consulted",
            gettext_noop("Yes, and the Section 151 Officer and the Directors concerned were consulted"),
        ),
        barred(
            "not",
            gettext_noop("Yes, and they were not consulted yet"),
            gettext_noop(
                "Consult the Section 151 Officer and the Directors concerned first, so that "
                "budget holders know "
                "of it, can advise and can authorise it."
            ),
            wo_e("9.3.22e"),
        ),
    ),
)
_ACROSS = Field(
    "across",
    gettext_noop("Does it touch another portfolio?"),
    Takes.CHOICE,
    choices=(
        Choice("no", NO),
        Choice("involved", gettext_noop("Yes, and its holder is involved")),
        barred(
            "not",
            gettext_noop("Yes, and its holder is not involved yet"),
            gettext_noop("Involve the other executive members whose portfolios it touches first."),
            wo_e("9.3.23b"),
        ),
    ),
)
_DECISION = Register(
    Kind.DECISION,
    wo_e("9.3.22d", "9.3.23a"),
    enters=(Enters.EXECUTIVE,),
    tells=(named(wo_e("9.3.23a"), "told"),),
    when=When.BEFORE,
    about=gettext_noop("What is to be decided?"),
    notice=gettext_noop("An executive member is minded to decide, or to have a report written."),
    day=gettext_noop("On which day is it decided?"),
    fields=(
        Field("told", gettext_noop("Who needs to know of it?"), Takes.PEOPLE, NAMES, of=Of.ANYBODY),
        Field("monitoring", gettext_noop("What does the Monitoring Officer advise?"), Takes.TEXT),
        Field("finances", gettext_noop("What does the Section 151 Officer advise?"), Takes.TEXT),
        _STATUTORY,
        _FINANCE,
        _ACROSS,
        either(
            "framed",
            gettext_noop("Was an officer told what to recommend?"),
            yes=yes_barred(
                gettext_noop("The executive does not direct officers in what they recommend."),
                wo_e("9.3.22d"),
            ),
        ),
        _CONTRACT,
        Field("reasons", gettext_noop("For what reasons is it decided so?"), Takes.TEXT),
    ),
    cards=(
        Says(
            gettext_noop(
                "Ask for professional advice before a formal decision, without exception the Monitoring "
                "Officer’s and the Section 151 Officer’s, and have regard to it."
            ),
            wo_e("9.3.22d", "9.3.12b"),
        ),
        Says(
            gettext_noop("Everybody who needs to know of it is told before you write, commission or decide."),
            wo_e("9.3.23a"),
        ),
        Says(gettext_noop("The written record of a decision has its reasons."), wo_e("9.3.23c")),
    ),
)
_DELEGATED = Register(
    Kind.DELEGATED,
    wo_e("9.3.24", "9.3.31a"),
    enters=(Enters.OFFICERS,),
    tells=(named(wo_e("9.3.24", "9.3.31a"), "consulted"),),
    when=When.AT_ONCE,
    about=gettext_noop("What do you decide?"),
    notice=gettext_noop("An officer decides under delegated powers, and consults you."),
    day=gettext_noop("On which day?"),
    fields=(
        Field(
            "powers",
            gettext_noop("By what power?"),
            Takes.CHOICE,
            choices=(
                Choice("scheme", gettext_noop("Powers that are delegated to me")),
                Choice("resolution", gettext_noop("A resolution that names me, between two meetings")),
            ),
        ),
        Field(
            "sensitive",
            gettext_noop("Is it sensitive or contentious, or has it wider implications for policy?"),
            Takes.CHOICE,
            choices=(
                Choice("no", NO),
                Choice("consulted", gettext_noop("Yes, and the executive members concerned were consulted")),
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
            of=Of.MEMBERS,
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
        either(
            "pressure",
            gettext_noop("Has a member put inappropriate pressure on you?"),
            yes=cautioned(
                "yes",
                YES,
                gettext_noop("A member must not. You can raise it as a concern, under «Complaints»."),
                wo_e("9.3.31b"),
            ),
        ),
    ),
)
_CARRYING_OUT = Register(
    Kind.CARRYING_OUT,
    wo_e("9.3.16"),
    enters=(Enters.OFFICERS,),
    tells=(named(wo_e("9.3.16"), "told"),),
    when=When.AT_ONCE,
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

DECISIONS = (_DECISION, _DELEGATED, _PAPER, _CARRYING_OUT)
