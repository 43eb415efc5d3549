"""Registers and boxes that several texts have alike, each on its own paragraphs."""

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
from rulebook.stated import Cites
from rulebook.wording import gettext_noop

NAMES = gettext_noop("Names or email addresses, one on each line.")
PLACE = Field("place", gettext_noop("Where?"))
YES, NO = gettext_noop("Yes"), gettext_noop("No")


def officers(label: str, *, key: str = "officer", of: Of = Of.OFFICERS) -> Field:
    """A box for officers by name."""
    return Field(key, label, Takes.PEOPLE, NAMES, of=of)


def named(cites: Cites, key: str = "officer") -> Tells:
    """Whoever is named in that box is told."""
    return Tells(Whom.NAMED, cites, key)


def politics(label: str, sentence: str, cites: Cites, *, bars: bool = True) -> Field:
    """Whether it is party political: a bar, or a caution where the text has others told all the same."""
    says = Says(sentence, cites)
    yes = Choice("yes", YES, bar=says) if bars else Choice("yes", YES, caution=says)
    return Field("politics", label, Takes.CHOICE, choices=(Choice("no", NO), yes))


def barred(value: str, label: str, sentence: str, cites: Cites, *, by: tuple[Enters, ...] = ()) -> Choice:
    """An answer with which the entry is refused."""
    return Choice(value, label, bar=Says(sentence, cites), by=by)


def cautioned(
    value: str,
    label: str,
    sentence: str,
    cites: Cites,
    *,
    needs: tuple[str, ...] = (),
    by: tuple[Enters, ...] = (),
) -> Choice:
    """An answer with which something must be read first."""
    return Choice(value, label, caution=Says(sentence, cites), needs=needs, by=by)


def either(
    key: str, label: str, yes: Choice | None = None, no: Choice | None = None, *, required: bool = True
) -> Field:
    """Yes or no, where one of the two may be barred or need care; the harmless one comes first."""
    plain_yes, plain_no = Choice("yes", YES), Choice("no", NO)
    choices = (plain_no, yes) if yes else (plain_yes, no or plain_no)
    return Field(key, label, Takes.CHOICE, choices=choices, required=required)


def yes_barred(sentence: str, cites: Cites) -> Choice:
    """«Yes», which is refused."""
    return barred("yes", YES, sentence, cites)


def no_barred(sentence: str, cites: Cites) -> Choice:
    """«No», which is refused."""
    return barred("no", NO, sentence, cites)


def updates(cites: Cites) -> Register:
    """Regular information for members, by their role and post."""
    why = (
        Choice("decide", gettext_noop("They may have to decide on it")),
        Choice("scrutinise", gettext_noop("They may have to scrutinise it")),
        Choice("constituents", gettext_noop("It affects their constituents")),
        Choice("post", gettext_noop("It belongs to a post that they hold")),
    )
    return Register(
        Kind.UPDATE,
        cites,
        enters=(Enters.OFFICERS,),
        tells=(Tells(Whom.NAMED, cites, "members"), Tells(Whom.WARD_MEMBERS, cites)),
        when=When.AT_ONCE,
        about=gettext_noop("What is new?"),
        notice=gettext_noop("There is an update that may bear on your role."),
        wards=Wards.MAY,
        fields=(
            Field("why", gettext_noop("Why does it bear on their role?"), Takes.CHOICE, choices=why),
            Field(
                "members",
                gettext_noop("Which members should know?"),
                Takes.PEOPLE,
                NAMES,
                of=Of.MEMBERS,
                required=False,
            ),
            Field("where", gettext_noop("Where can they read it?")),
        ),
    )


def visits(cites: Cites, beforehand: Cites, ward: Cites, care: Cites, cards: tuple[Says, ...]) -> Register:
    """A visit by right: the manager is told, and the ward members where it is no ward of one’s own."""
    sensitive = Says(
        gettext_noop(
            "Take special care, so that nothing you do there can seem improper. Stay with the staff."
        ),
        care,
    )
    places = (
        Choice("other", gettext_noop("Other land or premises of the council")),
        Choice(
            "sensitive", gettext_noop("A school, or a place that serves vulnerable people"), None, sensitive
        ),
    )
    return Register(
        Kind.VISIT,
        cites,
        enters=(Enters.MEMBERS,),
        tells=(named(beforehand), Tells(Whom.WARD_MEMBERS_ELSEWHERE, ward)),
        when=When.BEFORE,
        about=gettext_noop("What do you visit?"),
        notice=gettext_noop("A member is going to visit."),
        day=gettext_noop("On which day?"),
        wards=Wards.MUST,
        fields=(
            Field("kind", gettext_noop("What kind of place is it?"), Takes.CHOICE, choices=places),
            officers(gettext_noop("Which manager or officer is in charge there?")),
        ),
        cards=cards,
    )
