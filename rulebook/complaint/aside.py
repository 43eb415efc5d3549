"""What stands beside the routes: other procedures, advice, what is forbidden, handed on, or declared."""

from collections.abc import Iterator
from dataclasses import dataclass

from rulebook.complaint.parties import Handed, Part, PartyKind, Procedure, Tie, Wrong, called
from rulebook.complaint.route import Citations, Said
from rulebook.complaint.wordings import Titles, condition, either, term
from rulebook.post import Post
from rulebook.term import Term
from rulebook.wording import gettext_noop


@dataclass(frozen=True)
class Advice:
    """Whom a person who is unsure asks."""

    by: tuple[PartyKind, ...]
    of: Said[Post]


@dataclass(frozen=True)
class Forbidden:
    """What the text forbids to whom, and the code that it breaks where the text says so."""

    wrong: Wrong
    by: tuple[PartyKind, ...]
    cites: Citations
    breaks: Procedure | None = None


@dataclass(frozen=True)
class HandOn:
    """What somebody must hand on, and to whom."""

    what: Handed
    by: PartyKind
    to: Said[Post | Procedure]


@dataclass(frozen=True)
class Declaration:
    """A tie that is to be told (`must`), or may be; without `to`, one to be avoided, or only warned of."""

    tie: Tie
    by: tuple[PartyKind, ...]
    cites: Citations
    to: Said[Post] | None = None
    must: bool = True
    at_meetings: bool = False


OWN = gettext_noop("The protocol leaves {procedure} open, above all{when}.")
NO_OWN = gettext_noop(
    "The protocol names no procedure for fraud, a crime or harm to a child or an adult at risk; "
    "the procedure made for it comes first, and nobody is told to settle it quietly."
)
ASKS = gettext_noop("{by} who is unsure asks {who}.")
WRONGS = {
    Wrong.BULLYING: gettext_noop("Bullying by {by} is not accepted."),
    Wrong.HARASSMENT: gettext_noop("Harassment by {by} is not accepted."),
    Wrong.UNDUE_PRESSURE: gettext_noop("{by} does not put an officer under undue pressure."),
    Wrong.UNLAWFUL_INSTRUCTION: gettext_noop(
        "{by} does not tell an officer to do what the officer thinks unlawful, maladministration "
        "or against a code."
    ),
    Wrong.PRESSURE_ON_ADVICE: gettext_noop("{by} does not press an officer to change professional advice."),
    Wrong.BREACH_OF_CONFIDENCE: gettext_noop("{by} does not pass on what was given in confidence."),
    Wrong.PERSONAL_ATTACK: gettext_noop("{by} makes no personal attack; criticism is constructive."),
    Wrong.NO_RESPECT_AT_MEETINGS: gettext_noop("{by} does not undermine respect for the other at meetings."),
    Wrong.PERSONAL_ISSUES: gettext_noop(
        "{by} does not raise personal issues with a member outside the agreed procedures."
    ),
    Wrong.BACKING: gettext_noop(
        "{by} does not seek a member’s support in an employment or other dispute, an appointment or a "
        "promotion."
    ),
    Wrong.PERSONAL_MATTERS: gettext_noop(
        "{by} does not discuss personal matters, their own or another employee’s, with a member, save with "
        "their own ward member, personally and in their own time."
    ),
    Wrong.VICTIMISATION: gettext_noop(
        "{by} does not obstruct or victimise an officer for carrying out duties in law."
    ),
}
BREAKS = gettext_noop("Whoever does so may face {code}.")
HANDED = {
    Handed.WORDS_IN_GROUP_MEETING: gettext_noop(
        "{by} who is clerk to a political group’s meeting reports words or conduct without respect to {who}."
    ),
    Handed.DISCLOSURE: gettext_noop(
        "{by} who hears an employee’s disclosure of wrongdoing hands it on under {who}."
    ),
}
TIES = {
    Tie.PERSONAL: gettext_noop("a close personal relationship between a member and an officer"),
    Tie.FRIENDSHIP: gettext_noop(
        "a friendship or closer relationship, relatives included, between a member and an officer"
    ),
    Tie.INFLUENCE: gettext_noop("any relationship that might be seen to influence their work unduly"),
    Tie.ROLES: gettext_noop("a conflict between their own roles"),
}
MUST_TELL = gettext_noop("{by} tells {who} of {tie}.")
ASK_AND_DECLARE = gettext_noop(
    "{by} asks the advice of {who} on {tie} and, when in doubt, declares it at meetings."
)
MAY_ASK = gettext_noop("{by} may ask the advice of {who} on {tie}, and decides.")
AVOID = gettext_noop("{by} avoids {tie}; the protocol names nobody to whom it is declared.")
NO_DUTY = gettext_noop("The protocol warns of {tie}, and names nobody to whom it is declared.")
NO_TIE = gettext_noop("The protocol says nothing of relationships between members and officers.")
NO_ADVICE = gettext_noop("The protocol does not say whom to ask when unsure how to complain.")


def aside_in_words(
    titles: Titles,
    own: tuple[Said[Procedure], ...],
    advice: tuple[Advice, ...],
    forbids: tuple[Forbidden, ...],
    hand_on: tuple[HandOn, ...],
    declare: tuple[Declaration, ...],
) -> Iterator[Term]:
    """Each of them as a sentence, in that order; what a text is silent on is said first."""
    silent = ((own, NO_OWN), (advice, NO_ADVICE), (declare, NO_TIE))
    yield from (term(sentence) for values, sentence in silent if not values)
    for way in own:
        yield term(OWN, way.cites, procedure=titles.names(way), when=condition(way.when).removeprefix(","))
    yield from (term(ASKS, one.of.cites, by=_by(one.by), who=_asked(titles, one.of)) for one in advice)
    yield from map(_forbidden, forbids)
    for handed in hand_on:
        yield term(HANDED[handed.what], handed.to.cites, by=called(handed.by), who=titles.names(handed.to))
    yield from (tie_in_words(titles, tie) for tie in declare)


def _by(kinds: tuple[PartyKind, ...]) -> str:
    return either([called(kind) for kind in kinds])


def _asked(titles: Titles, value: Said[Post]) -> str:
    if value.of is Part.COMPLAINANT:
        return gettext_noop("their own {who}").format(who=either(map(titles.called, value.values)))
    return titles.names(value)


def _forbidden(wrong: Forbidden) -> Term:
    says = WRONGS[wrong.wrong]
    if wrong.breaks is None:
        return term(says, wrong.cites, by=_by(wrong.by))
    return term(f"{says} {BREAKS}", wrong.cites, by=_by(wrong.by), code=called(wrong.breaks))


def tie_in_words(titles: Titles, tie: Declaration) -> Term:
    """One of them: who tells whom of it, or that it is to be avoided; with its paragraphs."""
    words = {"by": _by(tie.by), "tie": TIES[tie.tie]}
    if tie.to is None:
        return term(AVOID if tie.must else NO_DUTY, tie.cites, **words)
    telling = ASK_AND_DECLARE if tie.at_meetings else MUST_TELL
    return term(telling if tie.must else MAY_ASK, tie.cites, who=_asked(titles, tie.to), **words)
