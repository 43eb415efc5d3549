"""The guidance on resources and the media that both of Wokingham’s texts have, each by its own paragraphs."""

from dataclasses import replace

from rulebook.register import Choice, Enters, Field, Of, Register, Says, Takes, Tells, Unless
from rulebook.register.media import COMMUNICATIONS, release, words
from rulebook.register.parts import NAMES, NO, barred, cautioned, either, named, no_barred, officers
from rulebook.register.resources import equipment, party, private, support
from rulebook.stated import Cites
from rulebook.wording import gettext_noop


def support_of(cites: Cites, role: Cites, examples: Cites, cards: tuple[Says, ...] = ()) -> Register:
    """What members ask of staff: for the role alone, and nothing that officers are not permitted to give."""
    not_permitted = gettext_noop("Officers are not permitted to give support for this, so do not ask for it.")
    return support(
        cites,
        (
            party(
                gettext_noop("What the public pays for is not used for party political or campaigning work."),
                (*role, *examples),
            ),
            private(
                gettext_noop("What the public pays for is not used for private purposes."), (*role, *examples)
            ),
            barred(
                "event",
                gettext_noop("An event that I attend in another capacity"),
                not_permitted,
                examples,
            ),
            barred(
                "body",
                gettext_noop("Another body or organisation, where I am not the council’s member"),
                not_permitted,
                examples,
            ),
            barred(
                "authority",
                gettext_noop("My work as a councillor of another authority"),
                not_permitted,
                examples,
            ),
        ),
        cards,
    )


def equipment_of(cites: Cites) -> Register:
    """What a member has from the council, and that they know its rules."""
    return equipment(
        cites,
        gettext_noop(
            "Have you read the rules on such resources: facilities at home, what is paid for privately, and "
            "ICT security?"
        ),
    )


_BY = (Enters.MEMBERS,)
_CAPACITIES = (
    Choice("ward", gettext_noop("As a member for my ward"), by=_BY),
    Choice("executive", gettext_noop("As a member of the executive"), by=_BY),
    Choice("council", gettext_noop("On behalf of the council"), by=_BY),
    Choice("group", gettext_noop("On behalf of a political group"), by=_BY),
    Choice("candidate", gettext_noop("As an election candidate or party activist"), by=_BY),
    Choice("personal", gettext_noop("In a personal capacity"), by=_BY),
)
# In these somebody may issue a party political statement.
_PARTY = ("group", "candidate", "personal", "assistant")


def _wanted(cites: Cites) -> Field:
    """Whether a release is wanted, and with whose help."""
    help_first = gettext_noop(
        "Always seek help from Communications or the Director for a press release that "
        "is not party political."
    )
    return Field(
        "release",
        gettext_noop("Would you like a press release to be issued?"),
        Takes.CHOICE,
        choices=(
            Choice("no", NO),
            Choice(
                "helped",
                gettext_noop("Yes, with the help of Communications or the Director"),
                needs=("helper",),
            ),
            Choice(
                "party",
                gettext_noop("Yes, a party political statement that I issue myself"),
                unless=Unless("capacity", _PARTY, Says(help_first, cites)),
            ),
            barred("alone", gettext_noop("Yes, without their help"), help_first, cites),
        ),
    )


def _claim(cites: Cites) -> Field:
    """Whether there may be a claim, on which nobody gives a commitment."""
    never = gettext_noop("Never give a commitment where there may be a claim or the insurance is touched.")
    return Field(
        "claim",
        gettext_noop("Might somebody claim against the council in this matter, or its insurance be touched?"),
        Takes.CHOICE,
        choices=(
            Choice("no", NO),
            cautioned("careful", gettext_noop("Yes, and I give no commitment on it"), never, cites),
            barred("commits", gettext_noop("Yes, and I give a commitment on it"), never, cites),
        ),
    )


def words_of(
    cites: Cites,
    capacity: Cites,
    help_cites: Cites,
    claims: Cites,
    others: Cites,
    cards: tuple[Says, ...],
    *,
    more: tuple[Choice, ...] = (),
    enters: tuple[Enters, ...] = _BY,
) -> Register:
    """A member and the media: in which capacity, with whose help, without a commitment on a claim."""
    helper = officers(gettext_noop("Who of Communications, or which Director, helps you?"), key="helper")
    consulted = gettext_noop("Which other members do you consult, or should know?")
    return words(
        (*cites, *capacity),
        (*_CAPACITIES, *more),
        (
            _wanted(help_cites),
            replace(helper, required=False),
            _claim(claims),
            Field("members", consulted, Takes.PEOPLE, NAMES, of=Of.MEMBERS, required=False),
        ),
        (named(help_cites, "helper"), named(others, "members")),
        cards=cards,
        enters=enters,
    )


def release_of(procedures: Cites, content: Cites) -> Register:
    """What officers release: within the procedures and the law, factual, and never for a group."""
    tells: tuple[Tells, ...] = (named(procedures, "communications"),)
    return release(
        (*procedures, *content),
        (
            Field(
                "purpose",
                gettext_noop("What is it for?"),
                Takes.CHOICE,
                choices=(
                    Choice(
                        "informs", gettext_noop("It promotes or explains the council’s policy or services")
                    ),
                    barred(
                        "group",
                        gettext_noop("It promotes a political group"),
                        gettext_noop("A release by officers never promotes a political group."),
                        content,
                    ),
                ),
            ),
            either(
                "factual",
                gettext_noop("Is it factual, and consistent with the council’s policy?"),
                no=no_barred(
                    gettext_noop("A release is factual and consistent with the council’s policy."), content
                ),
            ),
            either(
                "procedures",
                gettext_noop("Does it follow the agreed procedures and the law on publicity?"),
                no=no_barred(
                    gettext_noop(
                        "Follow the agreed procedures and the law on publicity first. Ask Communications."
                    ),
                    procedures,
                ),
            ),
            COMMUNICATIONS,
        ),
        tells,
        enters=(Enters.OFFICERS,),
    )
