"""Says in sentences what becomes of a complaint, each with the paragraphs that it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from complaints.rules.route import wordings as say
from complaints.rules.route.outcome import Given, Outcome, words_of
from complaints.rules.route.parties import counts_as_officer, posts_of
from complaints.rules.route.settled import OWN_PROCEDURE, Why
from rulebook.citation import Citation
from rulebook.complaint import (
    ONE_OF_A_KIND,
    Allegation,
    Choose,
    ComplaintTerms,
    Part,
    PartyKind,
    Procedure,
    Step,
)
from rulebook.complaint.parties import another, called
from rulebook.complaint.wordings import Titles, either
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.wording import listed

Citations = tuple[Citation, ...]


@dataclass(frozen=True)
class Sentence:
    """One sentence of a reason."""

    says: str
    cites: Citations = ()


def sentence(template: str, cites: Citations = (), /, **words: str) -> Sentence:
    """A sentence made from a template with its words; it begins with a capital."""
    says = template.format(**words)
    return Sentence(says[:1].upper() + says[1:], cites)


def reason_of(protocol: Protocol, found: Outcome) -> tuple[Sentence, ...]:
    """Every sentence of the reason, in the order in which whoever asks needs them."""
    terms = protocol.complaints
    titles = Titles(terms.titles, ONE_OF_A_KIND | set(terms.only_one))
    return (
        *_own_procedure(terms, found),
        *(_outside(terms, titles, found) if found.way.outside else _within(terms, titles, found)),
        *_beside(titles, found),
    )


def _own_procedure(terms: ComplaintTerms, found: Outcome) -> Iterator[Sentence]:
    case = found.case
    for alleged in OWN_PROCEDURE:
        if alleged not in case.alleges:
            continue
        cites = _whistleblowing(terms, found, alleged) if alleged in say.WHISTLEBLOWING_FIRST else ()
        yield sentence(say.WHISTLEBLOWING_FIRST[alleged] if cites else say.OWN_FIRST[alleged], cites)
    if (
        case.has_own_procedure
        and not case.informal_tried
        and _informal_cites(found)
        and not found.way.outside
    ):
        yield sentence(say.NOT_QUIETLY)


def _whistleblowing(terms: ComplaintTerms, found: Outcome, alleged: Allegation) -> Citations:
    """Where the text leaves whistleblowing open for what is alleged; none where it does not."""
    opened = (given.said for given in found.given.get("also_open", ()))
    cites = [said.cites for said in opened if Procedure.WHISTLEBLOWING in said.values]
    above_all = [own.cites for own in terms.own_procedures if alleged in own.when.alleges]
    return tuple(cite for one in (*cites, *above_all) for cite in one) if cites else ()


def _informal_cites(found: Outcome) -> Citations:
    """What gives whoever complains an informal stage; none where the text gives none."""
    routes = found.way.pairing.routes if found.way.pairing is not None else ()
    return tuple(cite for one in routes if one.step is Step.INFORMAL for cite in one.cites)


def _outside(terms: ComplaintTerms, titles: Titles, found: Outcome) -> Iterator[Sentence]:
    case, way = found.case, found.way
    template = say.OUTSIDE if way.pairing is None else say.OUTSIDE_OTHER
    for party, part in ((case.complainant, Part.COMPLAINANT), (case.subject, Part.SUBJECT)):
        if not counts_as_officer(terms, party):
            template = say.OUTSIDE_SUCH
            words = {"part": called(part), "is_one": called(party.employer)}
            counts = say.NOT_COUNTED if terms.officers.cites else say.NOT_COUNTED_UNSAID
            yield sentence(counts, terms.officers.cites, who=titles.names(terms.officers), **words)
    yield sentence(template, complainant=called(case.complainant.kind), subject=_subject(found))
    if way.procedure is not None:
        yield sentence(say.OPEN_OUTSIDE, who=called(way.procedure))
    elif case.subject.kind is PartyKind.PUBLIC:
        yield sentence(say.ABOUT_PUBLIC)


def _subject(found: Outcome) -> str:
    kind = found.case.subject.kind
    return another(kind) if found.case.complainant.kind is kind is not PartyKind.PUBLIC else called(kind)


def _within(terms: ComplaintTerms, titles: Titles, found: Outcome) -> Iterator[Sentence]:
    yield from _stage(found)
    yield from _recipients(titles, found)
    yield from _taken_in(terms, titles, found)
    yield from _left_out(terms, titles, found)
    yield from _standing_in(terms, titles, found)
    yield from _handling(titles, found)
    route = found.way.route
    if route is not None and route.step is Step.FORMAL:
        unsaid = [what for key, what in say.UNSAID.items() if not getattr(route, key)]
        if unsaid:
            yield sentence(say.SILENT, what=either(unsaid))


def _stage(found: Outcome) -> Iterator[Sentence]:
    route, cites = found.way.route, _informal_cites(found)
    if found.way.step is Step.INFORMAL:
        yield sentence(say.INFORMAL, route.cites if route is not None else cites)
        if route is not None and route.members_help:
            yield sentence(say.MEMBERS_HELP, route.members_help)
    elif not cites:
        yield sentence(say.NO_INFORMAL)
    elif found.case.informal_tried:
        yield sentence(say.TRIED, cites)
    elif found.case.passed_over and not found.case.has_own_procedure:
        yield sentence(say.PASSED_OVER, cites)


def _recipients(titles: Titles, found: Outcome) -> Iterator[Sentence]:
    template = say.HELPS if found.way.step is Step.INFORMAL else say.GOES
    cites = found.way.route.cites if found.way.route is not None else ()
    for given in found.given.get("to", ()):
        if given.left:
            yield sentence(template, (*cites, *given.said.cites), who=titles.names(words_of(given)))
        if len(given.left) > 1:
            yield sentence(say.ALL_OF if given.said.choose is Choose.ALL else say.ONE_OF)


def _taken_in(terms: ComplaintTerms, titles: Titles, found: Outcome) -> Iterator[Sentence]:
    """That a post is meant by the name of another, where the way or a bar turns on it."""
    subject = found.case.subject
    about = found.way.route.about if found.way.route is not None else ()
    turned_on = {*about, *(one.post for one in found.left_out)}
    for name, taken in terms.takes_in.items():
        meant = [post for post in subject.posts if post in taken.values]
        if meant and name in turned_on:
            words = {"who": titles.some(meant[0]), "name": titles.some(name)}
            yield sentence(say.TAKEN_IN, taken.cites, **words)


def _left_out(terms: ComplaintTerms, titles: Titles, found: Outcome) -> Iterator[Sentence]:
    said = {
        value: given.said.cites
        for values in found.given.values()
        for given in values
        for value in given.said.values
    }
    head = terms.head_of_paid_service
    for one in found.left_out:
        cites = said[one.post]
        if one.why is Why.ANSWERS and head.values[0] in posts_of(terms, found.case.subject):
            cites = (*cites, *head.cites)
        yield sentence(say.LEFT_OUT[one.why], cites, who=f"the {titles.called(one.post)}")


def _standing_in(terms: ComplaintTerms, titles: Titles, found: Outcome) -> Iterator[Sentence]:
    by_post: dict[Post | None, list[str]] = {}
    for key, post in found.stands_in.items():
        helps = key == "to" and found.way.step is Step.INFORMAL
        by_post.setdefault(post, []).append(say.TAKES["help" if helps else key])
    template = say.STANDS_IN if found.left_out else say.NAMES_NOBODY
    for post, parts in by_post.items():
        if post is None:
            yield sentence(say.NOBODY_LEFT)
            continue
        cites = terms.head_of_paid_service.cites if post in terms.head_of_paid_service.values else ()
        yield sentence(template, cites, who=f"the {titles.called(post)}", does=listed(parts))


def _handling(titles: Titles, found: Outcome) -> Iterator[Sentence]:
    for key, template in say.HANDLING.items():
        left = [] if key in found.stands_in else list(_parts(found, key))
        if left:
            needed = say.NEEDED if any(one.said.if_needed for one in left) else ""
            yield sentence(template, _cites_of(left), who=_names(titles, left), needed=needed)
        if left and key == "decided_by" and _is_above_management(found):
            yield sentence(say.MANAGEMENT_APART)


def _is_above_management(found: Outcome) -> bool:
    """Whether management decides about somebody to whom part of it answers."""
    decides = Part.MANAGEMENT in found.named("decided_by")
    return decides and any(one.why is Why.ANSWERS for one in found.left_out)


def _parts(found: Outcome, key: str) -> Iterator[Given]:
    """What is left under a key; whoever receives it has no copy besides."""
    to = found.named("to") if key == "copy_to" else ()
    for given in found.given.get(key, ()):
        left = tuple(one for one in given.left if one not in to)
        if left:
            yield Given(given.said, left)


def _names(titles: Titles, parts: list[Given]) -> str:
    return listed([titles.names(words_of(one)) for one in parts])


def _cites_of(parts: list[Given]) -> Citations:
    return tuple(cite for one in parts for cite in one.said.cites)


def _beside(titles: Titles, found: Outcome) -> Iterator[Sentence]:
    for key, template in (("also_open", say.ALSO_OPEN), ("may_lead_to", say.MAY_LEAD)):
        parts = list(_parts(found, key))
        if parts:
            yield sentence(template, _cites_of(parts), who=_names(titles, parts))
    for given in found.given.get("warn", ()):
        yield sentence(say.NEVER_IN_PUBLIC, given.said.cites)
    if found.way.route is not None and found.way.route.private:
        yield sentence(say.PRIVATE, found.way.route.private)
