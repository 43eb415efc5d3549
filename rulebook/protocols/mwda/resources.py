"""What the waste authority’s text asks of support, training, expenses, panels and published material."""

from rulebook.protocols.cites import mw
from rulebook.register import Choice, Enters, Field, Kind, Register, Says, Takes, Tells, When, Whom
from rulebook.register.media import release
from rulebook.register.parts import NAMES, NO, barred, cautioned, either, no_barred, yes_barred
from rulebook.register.resources import party, support, training
from rulebook.wording import gettext_noop

_EMPHASIS = Field(
    "emphasis",
    gettext_noop("Does it name a member’s political group or party?"),
    Takes.CHOICE,
    choices=(
        Choice("no", NO),
        cautioned(
            "once",
            gettext_noop("Once, in passing"),
            gettext_noop("One low-key mention may be permissible. Anything more is not."),
            mw("11.3"),
        ),
        barred(
            "more",
            gettext_noop("More than once, in large type or by its design"),
            gettext_noop("Take the emphasis out: the group or party of a member is not emphasised."),
            mw("11.3"),
        ),
    ),
)
_INFORMS = Field(
    "purpose",
    gettext_noop("What is it for?"),
    Takes.CHOICE,
    choices=(
        Choice("informs", gettext_noop("It informs")),
        cautioned(
            "function",
            gettext_noop("It asks people to do what belongs to the Authority’s work"),
            gettext_noop("That is acceptable only where it is a lawful function of the Authority."),
            mw("11.6"),
        ),
        barred(
            "campaign",
            gettext_noop("It campaigns or persuades"),
            gettext_noop("Material informs. It does not campaign or persuade."),
            mw("11.6"),
        ),
    ),
)
_QUOTES = Field(
    "quotes",
    gettext_noop("Does it quote or picture a member?"),
    Takes.CHOICE,
    choices=(
        Choice("no", NO),
        Choice(
            "office", gettext_noop("The Chair, Deputy Chair, a group leader or a spokesperson, in that role")
        ),
        Choice("role", gettext_noop("Another member, on what belongs to the member’s own role")),
        barred(
            "other",
            gettext_noop("A member, on something else"),
            gettext_noop("Quotes and pictures of members stand only where they belong to the member’s role."),
            mw("11.7"),
        ),
    ),
)

RESOURCES = (
    support(
        mw("2.3b", "3.3b"),
        (
            party(
                gettext_noop("Officers are impartial, and are not asked for party political work."),
                mw("2.3b", "3.3b"),
            ),
        ),
        (
            Says(
                gettext_noop(
                    "Support with District matters, as a constituent’s complaint or a local waste "
                    "problem, is "
                    "normally no difficulty."
                ),
                mw("11.8"),
            ),
        ),
    ),
    training(
        mw("3.1i", "4.1"),
        (Choice("ict", gettext_noop("Supplementary ICT support, coordinated with the member’s District")),),
    ),
    Register(
        Kind.EXPENSES,
        mw("4.2"),
        enters=(Enters.MEMBERS,),
        tells=(Tells(Whom.CLERK, ()),),
        when=When.AFTER,
        about=gettext_noop("What were the expenses for?"),
        notice=gettext_noop("A member declares expenses."),
        day=gettext_noop("On which day did you incur them?"),
        fields=(
            Field("amount", gettext_noop("How much, and for what?")),
            either(
                "incurred",
                gettext_noop("Have you actually incurred them?"),
                no=no_barred(gettext_noop("Only what was actually incurred is claimed."), mw("4.2")),
            ),
            either(
                "needed",
                gettext_noop("Did you need to, for the Authority’s activities?"),
                no=no_barred(
                    gettext_noop("Only what the Authority’s activities required is claimed."), mw("4.2")
                ),
            ),
        ),
    ),
    Register(
        Kind.PANEL,
        mw("8.1a"),
        enters=(Enters.MEMBERS,),
        tells=(Tells(Whom.CLERK, ()),),
        when=When.BEFORE,
        about=gettext_noop("Which panel do you sit on?"),
        notice=gettext_noop("A member sits on a panel."),
        day=gettext_noop("On which day does it sit?"),
        fields=(
            Field(
                "role",
                gettext_noop("What does the panel deal with?"),
                Takes.CHOICE,
                choices=(
                    Choice("recruitment", gettext_noop("Recruitment")),
                    Choice("discipline", gettext_noop("A disciplinary matter")),
                    Choice("grievance", gettext_noop("A grievance")),
                    barred(
                        "none",
                        gettext_noop("It is no panel: I was asked for help"),
                        gettext_noop("Outside a panel, members do not become involved in such matters."),
                        mw("8.1a"),
                    ),
                ),
            ),
            Field(
                "officers",
                gettext_noop("Which officers does it concern personally?"),
                Takes.PEOPLE,
                NAMES,
                required=False,
                concerns=True,
            ),
        ),
    ),
    release(
        mw("11.0"),
        (
            either(
                "party",
                gettext_noop("Does it promote or run down a political party?"),
                yes=yes_barred(gettext_noop("Material neither promotes nor runs down a party."), mw("11.1")),
            ),
            either(
                "policies",
                gettext_noop("Does it promote or run down policies that are clearly a party’s own?"),
                yes=yes_barred(
                    gettext_noop("Material neither promotes nor runs down the policies of a party."),
                    mw("11.2"),
                ),
            ),
            _EMPHASIS,
            either(
                "slogans",
                gettext_noop("Has it a slogan, logo or design that belongs to a party?"),
                yes=yes_barred(
                    gettext_noop("Take it out: no slogan, logo or design of a party stands in it."),
                    mw("11.4"),
                ),
            ),
            either(
                "balanced",
                gettext_noop("Is it objective, balanced, informative and accurate?"),
                no=no_barred(
                    gettext_noop(
                        "Material is objective, balanced, informative and accurate, without slogans."
                    ),
                    mw("11.5"),
                ),
            ),
            _INFORMS,
            _QUOTES,
        ),
        (Tells(Whom.CLERK, ()),),
        enters=(Enters.OFFICERS, Enters.MEMBERS),
    ),
)
