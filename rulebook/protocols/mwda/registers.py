"""What Merseyside asks to be told and kept: visits on need to know, officers at public meetings, updates."""

from rulebook.post import Post
from rulebook.pre_election import Matter
from rulebook.protocols.cites import mw
from rulebook.protocols.mwda.resources import RESOURCES
from rulebook.register import (
    Approval,
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
from rulebook.register.parts import NAMES, PLACE, named, officers, politics, updates
from rulebook.wording import gettext_noop

_DEBATE = gettext_noop("Will the officer have to take part in political debate?")
_NO_DEBATE = gettext_noop("Officers take no part in political debate, even where no Member is there.")
_FIELD = Says(
    gettext_noop("Officers explain proposals and issues; a technical officer keeps to their own field."),
    mw("10.1b"),
)
_WHY = (
    Choice("scrutiny", gettext_noop("Scrutiny")),
    Choice("need", gettext_noop("Another purpose for which I need to know what happens there")),
    Choice(
        "general",
        gettext_noop("A general interest"),
        bar=Says(
            gettext_noop(
                "Members have no general right to visit premises closed to the public. Say for which "
                "purpose you need to."
            ),
            mw("9.1", "9.2a"),
        ),
    ),
)
_TOLD = (
    Choice("named", gettext_noop("Those whom I name below")),
    Choice(
        "nobody",
        gettext_noop("Nobody"),
        caution=Says(
            gettext_noop("Consider whether any Members should be told, Ward Members above all."), mw("10.2")
        ),
    ),
)

REGISTERS = (
    updates(mw("3.1f")),
    Register(
        Kind.VISIT,
        mw("9.2a", "9.1"),
        enters=(Enters.MEMBERS,),
        tells=(named(mw("9.2b")),),
        when=When.BEFORE,
        about=gettext_noop("What do you visit?"),
        notice=gettext_noop("A Member is going to visit."),
        day=gettext_noop("On which day?"),
        fields=(
            Field("why", gettext_noop("What for?"), Takes.CHOICE, choices=_WHY),
            Field("need", gettext_noop("Why do you need to see it?"), Takes.TEXT),
            officers(gettext_noop("Who is in charge there?")),
        ),
        cards=(Says(gettext_noop("Make yourself known to the person in charge when you come."), mw("9.2b")),),
    ),
    Register(
        Kind.OFFICER_ATTENDS,
        mw("10.1d", "10.1b"),
        enters=(Enters.MEMBERS, Enters.OFFICERS),
        tells=(named(mw("10.1d")),),
        when=When.BEFORE,
        about=gettext_noop("Which public meeting?"),
        notice=gettext_noop("Your attendance at a public meeting is approved."),
        day=gettext_noop("On which day?"),
        fields=(
            PLACE,
            officers(gettext_noop("Which officer is to attend?")),
            politics(_DEBATE, _NO_DEBATE, mw("10.1a")),
        ),
        cards=(_FIELD,),
        approval=Approval((Post.DIRECTOR, Post.ASSISTANT_DIRECTOR), mw("10.1d"), "officer"),
        matter=Matter.OFFICER_AT_MEETING,
    ),
    Register(
        Kind.OFFICER_INVITED,
        mw("10.2"),
        enters=(Enters.OFFICERS,),
        tells=(named(mw("10.2"), "members"), Tells(Whom.WARD_MEMBERS, mw("10.2"))),
        when=When.BEFORE,
        about=gettext_noop("Which public meeting?"),
        notice=gettext_noop("An officer is invited to a public meeting."),
        day=gettext_noop("On which day?"),
        wards=Wards.MAY,
        fields=(
            PLACE,
            Field("told", gettext_noop("Which Members should know?"), Takes.CHOICE, choices=_TOLD),
            Field("members", gettext_noop("Members"), Takes.PEOPLE, NAMES, of=Of.MEMBERS, required=False),
            # Whom they tell does not hang on whether they can go.
            politics(_DEBATE, _NO_DEBATE, mw("10.1a"), bars=False),
        ),
        cards=(_FIELD,),
    ),
    *RESOURCES,
)
