"""Scrutiny and officers in Wokingham’s text of 2007: who is required or invited, asked what, and told."""

from rulebook.protocols.cites import wo_e
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
    When,
    Whom,
)
from rulebook.register.parts import NAMES, NO, YES, named, officers
from rulebook.wording import gettext_noop

_EXPLAIN = Field(
    "explain",
    gettext_noop("What is the officer asked to explain?"),
    Takes.CHOICE,
    choices=(
        Choice("decisions", gettext_noop("A decision or a series of decisions")),
        Choice("policy", gettext_noop("How far what was done puts policy into effect")),
        Choice(
            "performance",
            gettext_noop("Performance"),
            caution=Says(
                gettext_noop(
                    "Review the policies and the performance of the council and its services. To appraise an "
                    "officer’s own performance is not a matter for scrutiny."
                ),
                wo_e("9.3.28d"),
            ),
        ),
        Choice(
            "politics",
            gettext_noop("Political views"),
            bar=Says(gettext_noop("Officers must not be asked for political views."), wo_e("9.3.27d")),
        ),
        Choice(
            "discipline",
            gettext_noop("A disciplinary matter"),
            bar=Says(
                gettext_noop(
                    "Officers are not asked of disciplinary matters, nor in a way that could seem harassment."
                ),
                wo_e("9.3.28b"),
            ),
        ),
        Choice(
            "capability",
            gettext_noop("An officer’s capability or competence"),
            bar=Says(
                gettext_noop("Scrutiny must not be used to question an officer’s capability or competence."),
                wo_e("9.3.28c"),
            ),
        ),
    ),
)
_WORKLOAD = Field(
    "workload",
    gettext_noop("Have you considered the officer’s workload?"),
    Takes.CHOICE,
    choices=(
        Choice("yes", YES),
        Choice(
            "no",
            NO,
            caution=Says(
                gettext_noop("Consider the workload of officers before you ask for their attendance."),
                wo_e("9.3.26d"),
            ),
        ),
    ),
)
_DECIDED = Field(
    "decided",
    gettext_noop("Has the committee decided to invite?"),
    Takes.CHOICE,
    choices=(
        Choice("yes", YES),
        Choice(
            "no",
            NO,
            bar=Says(
                gettext_noop(
                    "The committee invites an officer. Its chairman acts in its place only to require one."
                ),
                wo_e("9.3.26a", "9.3.26b"),
            ),
        ),
    ),
)
_IN_ITS_PLACE = Says(
    gettext_noop("A chairman who requires an officer to attend acts on the committee’s behalf."),
    wo_e("9.3.26a"),
)
_WITNESS = (
    Says(
        gettext_noop(
            "Officers justify what they recommended, and are not made to argue for what they think wrong."
        ),
        wo_e("9.3.27a"),
    ),
    Says(gettext_noop("Officers justify their advice where it was not taken, too."), wo_e("9.3.27b")),
    Says(gettext_noop("Officers justify decisions that they took under delegated powers."), wo_e("9.3.27c")),
    Says(gettext_noop("Officers answer members’ questions with respect."), wo_e("9.3.28a")),
    Says(gettext_noop("Nobody asks an officer in a way that could seem harassment."), wo_e("9.3.28b")),
)
_GROUNDS = Field(
    "ground",
    gettext_noop("What do you think of the decision?"),
    Takes.CHOICE,
    choices=(
        Choice("unlawful", gettext_noop("It seems unlawful")),
        Choice("policy", gettext_noop("It seems contrary to the council’s plans, policies or frameworks")),
    ),
)

SCRUTINY = (
    Register(
        Kind.SCRUTINY_CONTACT,
        wo_e("9.3.25a"),
        enters=(Enters.SCRUTINY_CHAIRS, Enters.OFFICERS),
        tells=(named(wo_e("9.3.25a")), named(wo_e("9.3.25a"), "chair")),
        when=When.AT_ONCE,
        about=gettext_noop("What was the contact about?"),
        notice=gettext_noop("A contact between scrutiny and its officers is on record."),
        day=gettext_noop("On which day?"),
        fields=(
            officers(gettext_noop("Which officer supports scrutiny?")),
            Field("chair", gettext_noop("Which chairman?"), Takes.PEOPLE, NAMES, of=Of.CHAIRS),
        ),
    ),
    Register(
        Kind.SCRUTINY_MATTER,
        wo_e("9.3.25b"),
        enters=(Enters.OFFICERS,),
        tells=(named(wo_e("9.3.25b"), "members"), named(wo_e("9.3.25b"))),
        when=When.AT_ONCE,
        about=gettext_noop("Which matter is considered, or may be?"),
        notice=gettext_noop("A matter of which you need to know is before scrutiny, or may be."),
        fields=(
            Field(
                "members",
                gettext_noop("Which members need to know?"),
                Takes.PEOPLE,
                NAMES,
                of=Of.MEMBERS,
                required=False,
            ),
            Field(
                "officer", gettext_noop("Which officers need to know?"), Takes.PEOPLE, NAMES, required=False
            ),
        ),
        cards=(Says(gettext_noop("Ask the chairman who needs to know."), wo_e("9.3.25b")),),
    ),
    Register(
        Kind.SUMMONS,
        wo_e("9.3.26a"),
        enters=(Enters.SCRUTINY_CHAIR, Enters.DEMOCRATIC_SERVICES),
        tells=(named(wo_e("9.3.26a")),),
        when=When.BEFORE,
        about=gettext_noop("Which matter is it about?"),
        notice=gettext_noop("Scrutiny requires you to attend, and it is your duty to come."),
        day=gettext_noop("On which day?"),
        fields=(
            officers(gettext_noop("Who must attend?"), of=Of.CHIEF_OFFICERS),
            _EXPLAIN,
            _WORKLOAD,
        ),
        cards=(_IN_ITS_PLACE, *_WITNESS),
    ),
    Register(
        Kind.INVITATION,
        wo_e("9.3.26b", "9.3.26c"),
        enters=(Enters.SCRUTINY_CHAIRS, Enters.DEMOCRATIC_SERVICES),
        tells=(named(wo_e("9.3.26b")), Tells(Whom.MANAGERS, wo_e("9.3.26c"), "officer")),
        when=When.BEFORE,
        about=gettext_noop("Which matter is it about?"),
        notice=gettext_noop(
            "Scrutiny invites an officer, who is entitled to have their manager there: this is for both."
        ),
        day=gettext_noop("On which day?"),
        fields=(_DECIDED, officers(gettext_noop("Who is invited?")), _EXPLAIN, _WORKLOAD),
        cards=_WITNESS,
    ),
    Register(
        Kind.CALL_IN,
        wo_e("9.3.29"),
        enters=(Enters.SCRUTINY_MEMBERS,),
        tells=(named(wo_e("9.3.29")),),
        when=When.BEFORE,
        about=gettext_noop("Which decision is it about?"),
        notice=gettext_noop("Your advice is asked for before a call-in."),
        day=gettext_noop("By which day do you need the advice?"),
        fields=(_GROUNDS, officers(gettext_noop("Whose advice do you ask for?"))),
    ),
)
