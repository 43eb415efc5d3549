"""What Wokingham’s text of 2007 asks of decisions: advice, consultation, reasons, who decides."""

from rulebook.protocols.cites import wo_e
from rulebook.protocols.wokingham_2007.officers_part import OFFICERS_PART
from rulebook.register import Choice, Enters, Field, Kind, Of, Register, Says, Takes, Tells, When, Whom
from rulebook.register.parts import NAMES, NO, barred, either, named, yes_barred
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
    required=False,
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
    required=False,
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
    required=False,
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
    required=False,
)
_DECISION = Register(
    Kind.DECISION,
    wo_e("9.3.22d", "9.3.23a"),
    enters=(Enters.EXECUTIVE,),
    tells=(
        named(wo_e("9.3.23a"), "told"),
        Tells(Whom.MONITORING_OFFICER, wo_e("9.3.22d")),
        Tells(Whom.FINANCE_OFFICER, wo_e("9.3.22d", "9.3.22e")),
    ),
    when=When.AT_ONCE,
    about=gettext_noop("What is it about?"),
    notice=gettext_noop(
        "A member of the executive is minded to decide, to have a report written, or has decided."
    ),
    day=gettext_noop("On which day is it decided, or was it?"),
    fields=(
        Field(
            "stage",
            gettext_noop("How far is it?"),
            Takes.CHOICE,
            choices=(
                Choice("minded", gettext_noop("I am minded to decide, or to write or commission a report")),
                Choice(
                    "decided",
                    gettext_noop("It is decided"),
                    needs=(
                        "monitoring",
                        "finances",
                        "statutory",
                        "finance",
                        "across",
                        "framed",
                        "contract",
                        "reasons",
                    ),
                ),
            ),
        ),
        Field("told", gettext_noop("Who needs to know of it?"), Takes.PEOPLE, NAMES, of=Of.ANYBODY),
        Field(
            "monitoring", gettext_noop("What does the Monitoring Officer advise?"), Takes.TEXT, required=False
        ),
        Field(
            "finances", gettext_noop("What does the Section 151 Officer advise?"), Takes.TEXT, required=False
        ),
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
            required=False,
        ),
        _CONTRACT,
        Field("reasons", gettext_noop("For what reasons is it decided so?"), Takes.TEXT, required=False),
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
DECISIONS = (_DECISION, *OFFICERS_PART)
