"""What Wokingham’s text of 2007 asks to be told and kept: wards, meetings, surgeries, visits, contacts."""

from rulebook.pre_election import Matter
from rulebook.protocols.cites import wo_e
from rulebook.protocols.wokingham_2007.decisions import DECISIONS
from rulebook.protocols.wokingham_2007.guidance import GUIDANCE
from rulebook.protocols.wokingham_2007.scrutiny import SCRUTINY
from rulebook.protocols.wokingham_2007.staffing import STAFFING
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
from rulebook.register.parts import NAMES, NO, PLACE, YES, named, officers, politics, visits
from rulebook.wording import gettext_noop

_WARD = (Tells(Whom.WARD_MEMBERS, wo_e("9.3.34", "9.3.34c")),)
_OCCASIONS = (
    Choice("policy", gettext_noop("Policy is being formed")),
    Choice("operations", gettext_noop("A significant or sensitive operation")),
    Choice("consultation", gettext_noop("A public consultation")),
    Choice("scrutiny", gettext_noop("Scrutiny looks into it")),
    Choice("other", gettext_noop("Another matter that affects the ward")),
)
_SENSITIVE = Choice(
    "yes",
    YES,
    caution=Says(
        gettext_noop("Think of what it means for members, the press and the public before you send this."),
        wo_e("9.3.16c"),
    ),
)
_CARE = Says(gettext_noop("Take care before you ask staff to come to a ward surgery."), wo_e("9.3.34.3a"))
_OPEN = Choice(
    "no",
    NO,
    bar=Says(
        gettext_noop("An officer comes only to a surgery that is open to the general public."),
        wo_e("9.3.34.3b"),
    ),
)
_PARTY_PREMISES = Choice(
    "party",
    gettext_noop("In the offices or premises of a political party"),
    bar=Says(
        gettext_noop("Officers are not asked to a surgery in the offices or premises of a political party."),
        wo_e("9.3.34.3c"),
    ),
)

REGISTERS = (
    Register(
        Kind.WARD_NOTICE,
        wo_e("9.3.34", "9.3.34b", "9.3.34c"),
        enters=(Enters.OFFICERS,),
        tells=_WARD,
        when=When.AT_ONCE,
        about=gettext_noop("What is happening?"),
        notice=gettext_noop("Something is happening in your ward."),
        wards=Wards.MUST,
        fields=(
            Field("occasion", gettext_noop("What kind of thing is it?"), Takes.CHOICE, choices=_OCCASIONS),
            Field(
                "sensitive",
                gettext_noop("Is it contentious or politically sensitive, or may it become so?"),
                Takes.CHOICE,
                choices=(Choice("no", NO), _SENSITIVE),
            ),
            Field("where", gettext_noop("Where can they read more?"), required=False),
        ),
        cards=(
            Says(
                gettext_noop("Members need to know of what affects their ward, so that they can contribute."),
                wo_e("9.3.34"),
            ),
            Says(gettext_noop("Name every ward that it affects, not only the nearest."), wo_e("9.3.34c")),
        ),
    ),
    Register(
        Kind.COUNCIL_MEETING,
        wo_e("9.3.34.1"),
        enters=(Enters.OFFICERS,),
        tells=(Tells(Whom.WARD_MEMBERS, wo_e("9.3.34.1")),),
        when=When.BEFORE,
        about=gettext_noop("Which local issue is it about?"),
        notice=gettext_noop("You are invited to a public meeting on an issue in your ward."),
        day=gettext_noop("On which day?"),
        wards=Wards.MUST,
        fields=(PLACE,),
    ),
    Register(
        Kind.MEMBERS_MEETING,
        wo_e("9.3.34.2a"),
        enters=(Enters.MEMBERS,),
        tells=(named(wo_e("9.3.34.2a")),),
        when=When.BEFORE,
        about=gettext_noop("What is the meeting about?"),
        notice=gettext_noop("A member is going to hold a public meeting on the council’s work."),
        day=gettext_noop("On which day?"),
        fields=(
            PLACE,
            officers(gettext_noop("Which officer does it concern?")),
            politics(
                gettext_noop("Is it arranged on a party political basis?"),
                gettext_noop(
                    "No officer attends a meeting that is arranged on a party political basis, and it is not "
                    "held in council premises. The officer concerned is told of it all the same."
                ),
                wo_e("9.3.34.2a", "9.3.34.2b"),
                bars=False,
            ),
        ),
        cards=(
            Says(
                gettext_noop(
                    "Where the meeting is not arranged on a party political basis, the officer may attend "
                    "but need not."
                ),
                wo_e("9.3.34.2b"),
            ),
            Says(
                gettext_noop(
                    "Where the meeting is not arranged on a party political basis, it may be held in council "
                    "premises."
                ),
                wo_e("9.3.34.2b"),
            ),
        ),
        matter=Matter.MEMBERS_MEETING,
    ),
    Register(
        Kind.SURGERY,
        wo_e("9.3.34.3a"),
        enters=(Enters.MEMBERS,),
        tells=(named(wo_e("9.3.34.3a")),),
        when=When.BEFORE,
        about=gettext_noop("Which surgery?"),
        notice=gettext_noop("A member asks you to come to a ward surgery."),
        day=gettext_noop("On which day?"),
        fields=(
            officers(gettext_noop("Which officer do you ask?")),
            Field(
                "open",
                gettext_noop("Is it open to the general public?"),
                Takes.CHOICE,
                choices=(Choice("yes", YES), _OPEN),
            ),
            Field(
                "premises",
                gettext_noop("Where is it held?"),
                Takes.CHOICE,
                choices=(
                    Choice("council", gettext_noop("In council premises")),
                    Choice("other", gettext_noop("Somewhere else that belongs to no party")),
                    _PARTY_PREMISES,
                ),
            ),
            politics(
                gettext_noop("Is it a ward or constituency meeting of a political party?"),
                gettext_noop("Officers must never be asked to a ward or constituency meeting of a party."),
                wo_e("9.3.34.3d"),
            ),
        ),
        cards=(_CARE,),
    ),
    visits(
        wo_e("PR.3", "PR.1"),
        wo_e("PR.3"),
        wo_e("PR.3"),
        wo_e("PR.3"),
        (
            Says(
                gettext_noop("Members may enter the council’s land and premises for their duties."),
                wo_e("PR.1"),
            ),
            Says(
                gettext_noop("Keep to the rules on health, safety, security and the workplace."), wo_e("PR.3")
            ),
            Says(gettext_noop("Do not interfere with what is going on there."), wo_e("PR.3")),
        ),
    ),
    Register(
        Kind.REGULAR_CONTACT,
        wo_e("9.3.22c"),
        enters=(Enters.OFFICERS,),
        tells=(named(wo_e("9.3.22c"), "holder"),),
        when=When.AT_ONCE,
        about=gettext_noop("How do you keep in contact?"),
        notice=gettext_noop("It is on record how a Director keeps in contact with you."),
        day=gettext_noop("From which day?"),
        fields=(
            Field(
                "holder",
                gettext_noop("Which executive member?"),
                Takes.PEOPLE,
                NAMES,
                of=Of.PORTFOLIO_HOLDERS,
            ),
        ),
    ),
    Register(
        Kind.CHAIR_BRIEFING,
        wo_e("9.3.30a"),
        enters=(Enters.OFFICERS,),
        tells=(named(wo_e("9.3.30a"), "chair"), named(wo_e("9.3.30a"), "spokesmen")),
        when=When.AT_ONCE,
        about=gettext_noop("What do you offer?"),
        notice=gettext_noop("Regular informal meetings are offered to you."),
        day=gettext_noop("From which day?"),
        fields=(
            Field(
                "chair", gettext_noop("Which chairman or vice-chairman?"), Takes.PEOPLE, NAMES, of=Of.CHAIRS
            ),
            Field(
                "spokesmen",
                gettext_noop("Which spokesmen?"),
                Takes.PEOPLE,
                NAMES,
                of=Of.MEMBERS,
                required=False,
            ),
        ),
    ),
    *SCRUTINY,
    *DECISIONS,
    *STAFFING,
    *GUIDANCE,
)
