"""What Wokingham’s text of 2007 asks of members in staffing: their six roles, panels, appeals."""

from rulebook.protocols.cites import wo_e
from rulebook.register import Choice, Enters, Field, Kind, Register, Says, Takes, Tells, When, Whom
from rulebook.register.parts import NAMES, barred, either, no_barred, yes_barred
from rulebook.wording import gettext_noop

_CLOSE = gettext_noop(
    "A close relationship between you and an officer whom it affects stands on record. Do not take part."
)
# Asked of whoever takes part in an appointment, and of nobody else.
_APPOINTING = ("friend", "canvassed", "merit", "informed")
_ROLES = (
    Choice("chief", gettext_noop("The appointment of the Chief Executive or a Director"), needs=_APPOINTING),
    Choice("policy", gettext_noop("Human resources policies and conditions of employment")),
    Choice("retirement", gettext_noop("A request for early retirement or redundancy pay")),
    Choice("assistants", gettext_noop("The appointment of a political assistant"), needs=_APPOINTING),
    barred(
        "appeal",
        gettext_noop("An appeal"),
        gettext_noop("Enter an appeal under «Members who hear appeals»."),
        wo_e("9.3.20"),
    ),
    Choice("unions", gettext_noop("Consultation with staff side and the trade unions")),
    barred(
        "other",
        gettext_noop("Something else"),
        gettext_noop("Members act in staffing in these six roles alone. Other appointments are officers’."),
        wo_e("9.3.19"),
    ),
)
_OFFICERS = Field(
    "officers",
    gettext_noop("Which officers does it concern personally, as candidates or otherwise?"),
    Takes.PEOPLE,
    NAMES,
    required=False,
    close=Says(_CLOSE, wo_e("9.3.17f", "9.3.19.1c")),
    concerns=True,
)

STAFFING = (
    Register(
        Kind.PANEL,
        wo_e("9.3.19"),
        enters=(Enters.MEMBERS,),
        tells=(Tells(Whom.DEMOCRATIC_SERVICES, ()),),
        when=When.BEFORE,
        about=gettext_noop("Which appointment or matter?"),
        notice=gettext_noop(
            "A member takes part in a staffing matter, and has declared what the protocol asks."
        ),
        day=gettext_noop("On which day?"),
        fields=(
            Field("role", gettext_noop("In which role?"), Takes.CHOICE, choices=_ROLES),
            _OFFICERS,
            either(
                "friend",
                gettext_noop("Is a candidate a close friend or a relative of yours?"),
                yes=yes_barred(
                    gettext_noop("Do not take part where a candidate is a close friend or a relative."),
                    wo_e("9.3.19.1c"),
                ),
                required=False,
            ),
            either(
                "canvassed",
                gettext_noop("Have you asked anybody to support a candidate?"),
                yes=yes_barred(gettext_noop("Members never canvass for a candidate."), wo_e("9.3.19.1b")),
                required=False,
            ),
            either(
                "merit",
                gettext_noop("Do you judge by merit alone, save where a political assistant is appointed?"),
                no=no_barred(gettext_noop("Merit is the only criterion."), wo_e("9.3.19.1a")),
                required=False,
            ),
            either(
                "informed",
                gettext_noop("Has a candidate information from you that others have not?"),
                yes=yes_barred(
                    gettext_noop("Give every candidate the same information before you sit."),
                    wo_e("9.3.19.1e"),
                ),
                required=False,
            ),
        ),
        cards=(Says(gettext_noop("Put personal preferences aside."), wo_e("9.3.19.1d")),),
    ),
    Register(
        Kind.APPEAL,
        wo_e("9.3.20"),
        enters=(Enters.MEMBERS,),
        tells=(Tells(Whom.DEMOCRATIC_SERVICES, ()),),
        when=When.BEFORE,
        about=gettext_noop("Which appeal?"),
        notice=gettext_noop("A member sits on an appeal, and has declared what the protocol asks."),
        day=gettext_noop("On which day is it heard?"),
        fields=(
            Field(
                "officers",
                gettext_noop("Who appeals?"),
                Takes.PEOPLE,
                gettext_noop("Names or email addresses. Leave it empty where they no longer work here."),
                required=False,
                concerns=True,
                close=Says(_CLOSE, wo_e("9.3.20", "9.3.17f")),
            ),
            either(
                "friend",
                gettext_noop("Is whoever appeals a friend or a relative of yours?"),
                yes=yes_barred(
                    gettext_noop("Do not hear the appeal of a friend or a relative."), wo_e("9.3.20")
                ),
            ),
            either(
                "worked",
                gettext_noop("Have you had a working relationship with them?"),
                yes=yes_barred(
                    gettext_noop("Do not hear the appeal of an officer with whom you worked."), wo_e("9.3.20")
                ),
            ),
        ),
    ),
)
