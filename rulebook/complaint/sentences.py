"""The routes of a text as sentences that a monitoring officer can hold against the paragraphs."""

from collections.abc import Iterator
from enum import StrEnum

from rulebook.complaint.parties import OUTSIDE, Bearing, PartyKind, Step, another, any_other, called
from rulebook.complaint.route import Pairing, Route, Said
from rulebook.complaint.standing import STAND_IN_FIRST
from rulebook.complaint.wordings import Titles, condition, either, term
from rulebook.term import Term
from rulebook.wording import gettext_noop

# One template for each value that a route may give.
COPY = gettext_noop("{on}{when}, a copy goes to {who}.")
INVESTIGATES = gettext_noop("{on}{when}, {who} investigates{needed}.")
DECIDES = gettext_noop("{on}{when}, {who} decides what is done.")
PROGRESS = gettext_noop("{on}{when}, {who} is kept told of its progress.")
TOLD = gettext_noop("{on}{when}, the outcome is told to {who}.")
MAY_TELL = gettext_noop("{on}{when}, the complaint and the findings may in a suitable case be told to {who}.")
BEFORE = gettext_noop("{on}{when}, {who} is told before it is decided what is done.")
REFER = gettext_noop("{on}{when}, the matter may be referred to {who}.")
PRIVATE = gettext_noop("{on}, the matter is raised in private.")
INFORMAL = gettext_noop("{complaint} is first taken up informally{when}.")
INFORMAL_WITH = gettext_noop(
    "{complaint} is first taken up informally, with the help of {who}{needed}{when}."
)
NO_INFORMAL = gettext_noop(
    "The protocol gives no informal stage to {complainant} who complains about {subject}."
)
FORMAL = gettext_noop("{complaint} goes to {who}{when}.")
OPEN = gettext_noop("{complainant} who complains about {subject} may also use {who}{when}.")
LEADS = gettext_noop("{complaint} may lead to {who}{when}.")
WARNED = gettext_noop("{complainant} does not raise a complaint about {subject} in public.")
NEEDED = gettext_noop(", where that is needed")
SILENT = gettext_noop("{on}, the protocol does not say {what}.")
NOTHING = gettext_noop(
    "The protocol says nothing of a complaint by {complainant} about {subject}. "
    "Nobody receives it under the protocol; what is open is {who}."
)
NOTHING_WITHIN = gettext_noop(
    "The protocol says nothing of a complaint by {complainant} about {subject}. {who} receives it."
)
NO_OTHER_WITHIN = gettext_noop(
    "The protocol names nobody for any other complaint by {complainant} about {subject}. {who} receives it."
)
NO_OTHER = gettext_noop(
    "The protocol names nobody for any other complaint by {complainant} about {subject}. "
    "What is open is {who}."
)

BEARINGS = {
    Bearing.CONFIDENTIAL: gettext_noop(
        "{complainant} who complains about {subject} keeps the investigation and what follows confidential."
    ),
    Bearing.NO_INFLUENCE: gettext_noop(
        "{complainant} who complains about {subject} does not try improperly to influence what is done."
    ),
    Bearing.ACCEPT_DECISION: gettext_noop(
        "{complainant} who complains about {subject} accepts management’s decision."
    ),
    Bearing.REPORT_OR_WITNESS: gettext_noop(
        "In formal action about {subject}, or a grievance that involves one, {complainant} only reports to "
        "the manager or gives evidence, save for certain statutory posts."
    ),
    Bearing.PANEL_ONLY: gettext_noop(
        "{complainant} takes part in disciplinary or grievance matters of {subject} only as a member of a "
        "panel."
    ),
    Bearing.NO_ABUSE: gettext_noop(
        "{complainant} who complains about {subject} makes no personal attack and uses no abuse."
    ),
    Bearing.WELL_FOUNDED: gettext_noop(
        "{complainant} who criticises {subject} has good grounds and is constructive."
    ),
}
UNSAID = {
    "investigates": gettext_noop("who investigates"),
    "decided_by": gettext_noop("who decides what is done"),
    "tell": gettext_noop("who hears of the outcome"),
}


def silence_in_words(titles: Titles, complainant: PartyKind, subject: PartyKind) -> tuple[Term, ...]:
    """That the text says nothing of such a complaint, and what the general rule is then."""
    return (_nobody(titles, NOTHING, NOTHING_WITHIN, (complainant, subject)),)


def _nobody(titles: Titles, outside: str, within: str, pair: tuple[PartyKind, PartyKind]) -> Term:
    procedure = OUTSIDE.get(pair)
    if procedure is not None:
        return term(outside, **_parties(*pair), who=called(procedure))
    receives = titles.some(STAND_IN_FIRST)
    return term(within, **_parties(*pair), who=receives[:1].upper() + receives[1:])


def _parties(complainant: PartyKind, subject: PartyKind) -> dict[str, str]:
    like = complainant is subject
    return {
        "complainant": called(complainant),
        "subject": another(subject) if like else called(subject),
    }


def pairing_in_words(titles: Titles, pairing: Pairing) -> tuple[Term, ...]:
    """Each value of a pairing as a sentence, in the order in which a complaint goes."""
    pair = (pairing.complainant, pairing.subject)
    parties = _parties(*pair)
    complaint = gettext_noop("A complaint by {complainant} about {subject}").format(**parties)
    found = [] if pairing.has_informal_stage else [term(NO_INFORMAL, **parties)]
    found += _routes_in_words(titles, pairing)
    if all(route.about or route.when.alleges for route in pairing.routes if route.step is Step.FORMAL):
        found.append(_nobody(titles, NO_OTHER, NO_OTHER_WITHIN, pair))
    for value in pairing.also_open:
        words = {"who": titles.names(value), "when": condition(value.when)}
        found.append(term(OPEN, value.cites, **words, **parties))
    for value in pairing.may_lead_to:
        words = {"who": titles.names(value), "when": condition(value.when)}
        found.append(term(LEADS, value.cites, complaint=complaint, **words))
    found += [term(WARNED, warned.cites, **parties) for warned in pairing.warn]
    found += [
        term(BEARINGS[one], asked.cites, **parties) for asked in pairing.bearing for one in asked.values
    ]
    return tuple(found)


def _routes_in_words(titles: Titles, pairing: Pairing) -> Iterator[Term]:
    parties = _parties(pairing.complainant, pairing.subject)
    apart: set[Step] = set()
    for route in pairing.routes:
        if route.about:
            apart.add(route.step)
            about = either(map(titles.some, route.about))
        else:
            about = any_other(pairing.subject) if route.step in apart else parties["subject"]
        yield from _route_in_words(titles, route, {**parties, "subject": about})


def _route_in_words(titles: Titles, route: Route, words: dict[str, str]) -> Iterator[Term]:
    if route.step is Step.INFORMAL:
        yield _informal(
            titles, route, gettext_noop("A complaint by {complainant} about {subject}").format(**words)
        )
        return
    complaint = gettext_noop("A formal complaint by {complainant} about {subject}").format(**words)
    if route.to is not None:
        when = condition(route.when)
        yield term(FORMAL, route.to.cites, complaint=complaint, who=titles.names(route.to), when=when)
    on = gettext_noop("On a formal complaint by {complainant} about {subject}").format(**words)
    yield from _handling(titles, route, on)
    unsaid = [what for key, what in UNSAID.items() if not getattr(route, key)]
    if unsaid:
        yield term(SILENT, on=on, what=either(unsaid))


def _informal(titles: Titles, route: Route, complaint: str) -> Term:
    to = route.to
    helpers = list(map(titles.some, to.values)) if to is not None else []
    helpers += [called(PartyKind.MEMBER)] if route.members_help else []
    cites = tuple(dict.fromkeys((*route.cites, *(to.cites if to is not None else ()), *route.members_help)))
    words = {"complaint": complaint, "when": condition(route.when)}
    if not helpers:
        return term(INFORMAL, cites, **words)
    needed = NEEDED if to is not None and to.if_needed else ""
    return term(INFORMAL_WITH, cites, who=either(helpers), needed=needed, **words)


def _handling(titles: Titles, route: Route, on: str) -> Iterator[Term]:
    for template, value in _values(route):
        needed = NEEDED if value.if_needed else ""
        when = condition(value.when)
        yield term(template, value.cites, on=on, who=titles.names(value), needed=needed, when=when)
    if route.private:
        yield term(PRIVATE, route.private, on=on)


def _values(route: Route) -> Iterator[tuple[str, Said[StrEnum]]]:
    yield from ((COPY, value) for value in route.copy_to)
    singles: tuple[tuple[str, Said[StrEnum] | None], ...] = (
        (INVESTIGATES, route.investigates),
        (PROGRESS, route.progress_to),
    )
    yield from ((template, value) for template, value in singles if value is not None)
    yield from ((REFER, value) for value in route.may_refer_to)
    yield from ((BEFORE, value) for value in route.tell_before_decision)
    if route.decided_by is not None:
        yield DECIDES, route.decided_by
    yield from ((TOLD, value) for value in route.tell)
    yield from ((MAY_TELL, value) for value in route.may_tell)
