"""Finds the way of a complaint through a text: outside it, informal first, or the first route that fits."""

from dataclasses import dataclass, field

from complaints.rules.route.parties import counts_as_officer
from complaints.rules.route.rules import Trying
from complaints.rules.route.settled import Settled
from rulebook.complaint import OUTSIDE, ComplaintTerms, Pairing, PartyKind, Procedure, Route, Step
from rulebook.decision import Tried


@dataclass(frozen=True)
class Way:
    """What was found: the stage, what the text says of the pairing, and the route, none where it names none.

    `outside`: the text does not cover the complaint; `procedure` is the one open then, where there is one.
    """

    step: Step
    pairing: Pairing | None
    route: Route | None
    outside: bool = False
    procedure: Procedure | None = None
    tried: tuple[Tried, ...] = field(default=(), compare=False)


def find(terms: ComplaintTerms, case: Settled) -> Way:
    """The way of a complaint, and every step that was tried on it."""
    pair = case.pair(terms)
    pairing = terms.pairing(*pair)
    tried = [_own_procedure(case)]
    if pairing is None and _is_outside(pair):
        why = f"the text says nothing of a complaint by kind «{pair[0]}» about kind «{pair[1]}»"
        tried.append(Tried(Trying.OUTSIDE, True, why))
        return _outside(terms, case, None, tried)
    tried.append(Tried(Trying.OUTSIDE, False, "the text covers the pairing"))
    step, why = _step(terms, case, pairing)
    tried.append(Tried(Trying.INFORMAL, step is Step.INFORMAL, why))
    route = _route(terms, case, pairing, step, tried)
    if route is None and _is_outside(pair):
        tried.append(Tried(Trying.OUTSIDE, True, "the text names nobody for any other such complaint"))
        return _outside(terms, case, pairing, tried)
    return Way(step, pairing, route, tried=tuple(tried))


def _own_procedure(case: Settled) -> Tried:
    why = "alleged: " + (", ".join(sorted(case.alleges)) or "nothing that has a name")
    return Tried(Trying.OWN_PROCEDURE, case.has_own_procedure, why)


def _is_outside(pair: tuple[PartyKind, PartyKind]) -> bool:
    """Whether what a text says nothing of is outside it; between members and officers it has a gap."""
    return pair in OUTSIDE or pair[1] is PartyKind.PUBLIC


def _outside(terms: ComplaintTerms, case: Settled, pairing: Pairing | None, tried: list[Tried]) -> Way:
    procedure = OUTSIDE.get(case.pair(terms))
    if not counts_as_officer(terms, case.subject):
        # Whoever works for the authority under another employer is complained about as a service is.
        procedure = Procedure.CORPORATE_COMPLAINTS
    return Way(Step.FORMAL, pairing, None, outside=True, procedure=procedure, tried=tuple(tried))


def _step(terms: ComplaintTerms, case: Settled, pairing: Pairing | None) -> tuple[Step, str]:
    """The stage, and why it is that one."""
    informal = [route for route in pairing.routes if route.step is Step.INFORMAL] if pairing else []
    if not any(_why_not(terms, case, route) is None for route in informal):
        return Step.FORMAL, "the text gives no informal stage here"
    if case.has_own_procedure:
        return Step.FORMAL, "nobody is told to settle quietly what has a procedure made for it"
    if case.informal_tried:
        return Step.FORMAL, "the informal stage was tried"
    if case.passed_over:
        return Step.FORMAL, "the informal stage was passed over, with a reason"
    return Step.INFORMAL, "the text gives an informal stage, and it was not tried"


def _route(
    terms: ComplaintTerms, case: Settled, pairing: Pairing | None, step: Step, tried: list[Tried]
) -> Route | None:
    routes = [route for route in pairing.routes if route.step is step] if pairing else []
    for route in routes:
        places = ", ".join(cite.id for cite in route.cites)
        why_not = _why_not(terms, case, route)
        tried.append(Tried(Trying.ROUTE, why_not is None, f"{places}: {why_not or 'it is made for this'}"))
        if why_not is None:
            return route
    if not routes:
        tried.append(Tried(Trying.ROUTE, False, "the text names nobody"))
    return None


def _why_not(terms: ComplaintTerms, case: Settled, route: Route) -> str | None:
    """Why a route is not the one for this complaint; None where it is."""
    if not route.is_about(case.about(terms)):
        return f"it is about {', '.join(route.about)} only"
    if not case.fits(route.when):
        kept = (
            f"where {', '.join(route.when.alleges)} is alleged" if route.when.alleges else "toward officers"
        )
        return f"it is for conduct {kept} only"
    return None
