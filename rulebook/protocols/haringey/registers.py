"""What Haringey asks to be told and kept: wards, updates, briefings of those who hold office."""

from rulebook.protocols.cites import ha
from rulebook.protocols.haringey.resources import RESOURCES
from rulebook.register import (
    Choice,
    Enters,
    Field,
    Kind,
    Of,
    Register,
    Says,
    Takes,
    Tells,
    Wards,
    When,
    Whom,
)
from rulebook.register.parts import NAMES, NO, YES, named, updates
from rulebook.wording import gettext_noop

_RHYTHM = Field(
    "rhythm",
    gettext_noop("Once or regularly?"),
    Takes.CHOICE,
    choices=(Choice("once", gettext_noop("Once")), Choice("regular", gettext_noop("Regularly"))),
)
_OTHERS = Field(
    "officer",
    gettext_noop("Which other officers does the Director name to come?"),
    Takes.PEOPLE,
    NAMES,
    required=False,
)
_OCCASIONS = (
    Choice("policy", gettext_noop("A major policy development")),
    Choice("consultation", gettext_noop("A public consultation")),
    Choice("service", gettext_noop("A proposed change to a service")),
    Choice("other", gettext_noop("Another development in the ward")),
)
_REMIT = Choice(
    "no",
    NO,
    bar=Says(gettext_noop("Directors brief a chair on matters in the committee’s remit alone."), ha("4.3b")),
)

REGISTERS = (
    Register(
        Kind.WARD_NOTICE,
        ha("4.4"),
        enters=(Enters.OFFICERS,),
        tells=(Tells(Whom.WARD_MEMBERS, ha("4.4")),),
        when=When.AT_ONCE,
        about=gettext_noop("What is happening?"),
        notice=gettext_noop("Something is happening in your ward."),
        wards=Wards.MUST,
        fields=(
            Field("occasion", gettext_noop("What kind of thing is it?"), Takes.CHOICE, choices=_OCCASIONS),
            Field("where", gettext_noop("Where can they read more?"), required=False),
        ),
    ),
    updates(ha("3.2d", "4.1a")),
    Register(
        Kind.PORTFOLIO_BRIEFING,
        ha("4.3a"),
        enters=(Enters.OFFICERS,),
        tells=(named(ha("4.3a"), "holder"), named(ha("4.3a"))),
        when=When.AT_ONCE,
        about=gettext_noop("What is it about?"),
        notice=gettext_noop("A briefing with you is on record."),
        day=gettext_noop("On which day?"),
        fields=(
            Field(
                "holder",
                gettext_noop("Which portfolio holder?"),
                Takes.PEOPLE,
                NAMES,
                of=Of.PORTFOLIO_HOLDERS,
            ),
            _OTHERS,
            _RHYTHM,
        ),
    ),
    Register(
        Kind.CHAIR_BRIEFING,
        ha("4.3b"),
        enters=(Enters.OFFICERS,),
        tells=(named(ha("4.3b"), "chair"), named(ha("4.3a"))),
        when=When.AT_ONCE,
        about=gettext_noop("What is it about?"),
        notice=gettext_noop("A briefing with you is on record."),
        day=gettext_noop("On which day?"),
        fields=(
            Field("chair", gettext_noop("Which chair?"), Takes.PEOPLE, NAMES, of=Of.CHAIRS),
            Field(
                "remit",
                gettext_noop("Is it in the committee’s remit?"),
                Takes.CHOICE,
                choices=(Choice("yes", YES), _REMIT),
            ),
            _OTHERS,
            _RHYTHM,
        ),
        cards=(
            Says(
                gettext_noop(
                    "Whoever chairs a meeting does what they can so that the public does not bully or harass "
                    "officers there."
                ),
                ha("3.3d2"),
            ),
        ),
    ),
    Register(
        Kind.LEAD_MEMBER,
        ha("2.9"),
        enters=(Enters.OFFICERS,),
        tells=(named(ha("2.9"), "lead"),),
        when=When.AT_ONCE,
        about=gettext_noop("What is reported?"),
        notice=gettext_noop("A report to you as lead member is on record."),
        day=gettext_noop("On which day?"),
        fields=(
            Field(
                "lead", gettext_noop("Who is the lead member?"), Takes.PEOPLE, NAMES, of=Of.PORTFOLIO_HOLDERS
            ),
        ),
        cards=(
            Says(
                gettext_noop(
                    "The Director and the lead member work together, so that it is clear who answers locally."
                ),
                ha("2.9"),
            ),
        ),
    ),
    *RESOURCES,
)
