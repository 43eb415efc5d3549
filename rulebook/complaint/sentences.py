"""The routes of a text as sentences that a monitoring officer can hold against the paragraphs."""

from collections.abc import Iterator
from enum import StrEnum

from rulebook.complaint.parties import OUTSIDE, Bearing, PartyKind, Step, called, some
from rulebook.complaint.route import Pairing, Route, Said
from rulebook.complaint.wordings import condition, either, names, term
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
    "The protocol says nothing of a complaint by {complainant} about {subject}. "
    "The monitoring officer receives it."
)
NO_OTHER_WITHIN = gettext_noop(
    "The protocol names nobody for any other complaint by {complainant} about {subject}. "
    "The monitoring officer receives it."
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
        "{complainant} who complains about {subject} does not try to sway what is done."
    ),
    Bearing.ACCEPT_DECISION: gettext_noop(
        "{complainant} who complains about {subject} accepts the decision."
    ),
    Bearing.REPORT_OR_WITNESS: gettext_noop(
        "In formal action about {subject}, {complainant} only reports to the manager or gives evidence, "
        "save for some posts of statute."
    ),
    Bearing.PANEL_ONLY: gettext_noop(
        "{complainant} takes part in discipline or a grievance of {subject} only as a member of a panel."
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


def silence_in_words(complainant: PartyKind, subject: PartyKind) -> tuple[Term, ...]:
    """That the text says nothing of such a complaint, and what the general rule is then."""
    return (_nobody(NOTHING, NOTHING_WITHIN, complainant, subject),)


def _nobody(outside: str, within: str, complainant: PartyKind, subject: PartyKind) -> Term:
    words = {"complainant": called(complainant), "subject": called(subject)}
    procedure = OUTSIDE.get((complainant, subject))
    return term(outside, **words, who=called(procedure)) if procedure is not None else term(within, **words)


def pairing_in_words(pairing: Pairing) -> tuple[Term, ...]:
    """Each value of a pairing as a sentence, in the order in which a complaint goes."""
    parties = {"complainant": called(pairing.complainant), "subject": called(pairing.subject)}
    complaint = gettext_noop("A complaint by {complainant} about {subject}").format(**parties)
    found = [] if pairing.has_informal_stage else [term(NO_INFORMAL, **parties)]
    for route in pairing.routes:
        found += _route_in_words(pairing, route)
    if all(route.about or route.when.alleges for route in pairing.routes if route.step is Step.FORMAL):
        found.append(_nobody(NO_OTHER, NO_OTHER_WITHIN, pairing.complainant, pairing.subject))
    for value in pairing.also_open:
        found.append(term(OPEN, value.cites, who=names(value), when=condition(value.when), **parties))
    for value in pairing.may_lead_to:
        found.append(
            term(LEADS, value.cites, complaint=complaint, who=names(value), when=condition(value.when))
        )
    found += [term(WARNED, warned.cites, **parties) for warned in pairing.warn]
    found += [
        term(BEARINGS[one], asked.cites, **parties) for asked in pairing.bearing for one in asked.values
    ]
    return tuple(found)


def _route_in_words(pairing: Pairing, route: Route) -> Iterator[Term]:
    subject = either([some(post) for post in route.about]) if route.about else called(pairing.subject)
    words = {"complainant": called(pairing.complainant), "subject": subject}
    if route.step is Step.INFORMAL:
        yield _informal(route, gettext_noop("A complaint by {complainant} about {subject}").format(**words))
        return
    complaint = gettext_noop("A formal complaint by {complainant} about {subject}").format(**words)
    if route.to is not None:
        when = condition(route.when)
        yield term(FORMAL, route.to.cites, complaint=complaint, who=names(route.to), when=when)
    on = gettext_noop("On a formal complaint by {complainant} about {subject}").format(**words)
    yield from _handling(route, on)
    unsaid = [what for key, what in UNSAID.items() if not getattr(route, key)]
    if unsaid:
        yield term(SILENT, on=on, what=either(unsaid))


def _informal(route: Route, complaint: str) -> Term:
    to = route.to
    helpers = [some(post) for post in to.values] if to is not None else []
    helpers += [called(PartyKind.MEMBER)] if route.members_help else []
    cites = tuple(dict.fromkeys((*route.cites, *(to.cites if to is not None else ()), *route.members_help)))
    words = {"complaint": complaint, "when": condition(route.when)}
    if not helpers:
        return term(INFORMAL, cites, **words)
    needed = NEEDED if to is not None and to.if_needed else ""
    return term(INFORMAL_WITH, cites, who=either(helpers), needed=needed, **words)


def _handling(route: Route, on: str) -> Iterator[Term]:
    for template, value in _values(route):
        needed = NEEDED if value.if_needed else ""
        when = condition(value.when)
        yield term(template, value.cites, on=on, who=names(value), needed=needed, when=when)
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
