"""What stands on the pages on which a concern is raised: about whom, where it goes, what else is open."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from complaints.models import Complaint, Writing
from complaints.queries.people import Named, NotNamed, People
from complaints.queries.subjects import MOST, subjects_called
from complaints.rules.raising import EXAMPLES, OWN_JOB, Example, cites_of, forbidden, harsh_words
from council.models import Person
from council.queries import Standing, standings_of, words_of
from rulebook.citation import Citation
from rulebook.complaint import Part, PartyKind, Procedure, Step, Wrong
from rulebook.complaint.parties import another, called
from rulebook.complaint.sentences import BEARINGS
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.protocols import protocol

Citations = tuple[Citation, ...]


@dataclass(frozen=True)
class Sentence:
    """One sentence with the paragraphs that it rests on."""

    sentence: str
    citations: Citations = ()


@dataclass(frozen=True)
class Found:
    """Somebody whom a concern can be about, as a list shows them."""

    person: Person
    lines: tuple[str, ...]


def people_found(who: Standing, typed: str) -> tuple[list[Found], bool]:
    """Those whose name has what was typed, and whether there are more than are shown."""
    rows = list(subjects_called(typed, on=who.on, besides=who.person)[: MOST + 1])
    standings = standings_of(rows[:MOST], on=who.on)
    found = [Found(person, tuple(words_of(standings[person.pk]))) for person in rows[:MOST]]
    return found, len(rows) > MOST


@dataclass(frozen=True)
class Recipient:
    """Somebody with a part in it, as the page before sending names them."""

    number: int
    name: str
    title: str
    in_place_of: str = ""


@dataclass(frozen=True)
class WhereItGoes:
    """The page before sending. `parts` are headings with people; `reason` the whole answer of the text."""

    is_informal: bool
    choose_one: bool
    to: tuple[Recipient, ...]
    parts: tuple[tuple[str, tuple[Recipient, ...]], ...]
    left_out: tuple[str, ...]
    reason: str
    citations: Citations
    is_silent: bool
    also_open: tuple[str, ...]
    never_in_public: bool
    forbids: Citations
    asked_of_you: tuple[Sentence, ...]
    at_once: bool
    harsh: tuple[str, ...]
    examples: tuple[Example, ...]
    nobody_left: bool


# The parts besides whoever receives it, in the order in which a complaint goes.
_HEADINGS = ("copy_to", "investigates", "decided_by")


def _heading(key: str) -> str:
    return {
        "copy_to": _("Has a copy"),
        "investigates": _("Investigates"),
        "decided_by": _("Decides what is done"),
    }[key]


def where_it_goes(row: Complaint, people: People) -> WhereItGoes:
    """What whoever complains reads before it is sent."""
    text = protocol(row.protocol)
    kind = PartyKind(row.subject_kind)
    wrongs = [Wrong(one) for one in row.wrongs]
    values = people.answer.values
    words = " ".join(one.text for one in row.writings.filter(kind__in=_READ))
    harsh = harsh_words(words)
    parts = ((key, people.parts.get(key, ())) for key in _HEADINGS)
    return WhereItGoes(
        is_informal=people.plan.step is Step.INFORMAL,
        choose_one=people.plan.choose_one,
        to=_recipients(text, people.parts.get("to", ())),
        parts=tuple((_heading(key), _recipients(text, named)) for key, named in parts if named),
        left_out=left_out_in_words(text, people.left_out),
        reason=people.answer.reason,
        citations=people.answer.cite,
        is_silent=people.answer.gap or bool(people.plan.by_rule),
        also_open=tuple(_(called(one)) for one in _procedures(values.get("also_open"))),
        never_in_public=bool(values.get("warn")),
        forbids=cites_of(text.complaints, kind, wrongs),
        asked_of_you=bearings(text, row),
        at_once=people.plan.step is Step.FORMAL and not row.informal_tried,
        harsh=harsh,
        examples=EXAMPLES if harsh else (),
        nobody_left=people.nobody_left,
    )


_READ = (Writing.Kind.CONCERN, Writing.Kind.WANTED)


def _procedures(value: object) -> list[Procedure]:
    return [one for one in value if isinstance(one, Procedure)] if isinstance(value, tuple) else []


def _recipients(text: Protocol, named: Iterable[Named]) -> tuple[Recipient, ...]:
    return tuple(
        Recipient(
            one.person.pk, one.person.name, text.title_of(one.post), one.holder.name if one.stands_in else ""
        )
        for one in named
    )


def left_out_in_words(text: Protocol, left_out: Iterable[NotNamed]) -> tuple[str, ...]:
    """A sentence for each person who is left out, and for each post in which nobody acts."""
    return tuple(
        _(one.bar.sentence)
        % {"name": one.person.name if one.person is not None else "", "title": text.title_of(one.post)}
        for one in left_out
    )


def bearings(text: Protocol, row: Complaint) -> tuple[Sentence, ...]:
    """What the text asks of whoever complains so, while it is dealt with (WF-5.6, WF-8.6, MW-8.1b)."""
    kinds = PartyKind(row.complainant_kind), PartyKind(row.subject_kind)
    pairing = text.complaints.pairing(*kinds)
    if pairing is None:
        return ()
    subject = another(kinds[1]) if kinds[0] is kinds[1] else called(kinds[1])
    words = {"complainant": called(kinds[0]), "subject": subject}
    return tuple(
        Sentence(_capital(_(BEARINGS[one]).format(**words)), asked.cites)
        for asked in pairing.bearing
        for one in asked.values
    )


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


@dataclass(frozen=True)
class Beside:
    """What stands beside the boxes: whom to ask when unsure, what officers keep out of a member’s way."""

    whip: tuple[Recipient, ...]
    whip_citations: Citations
    asks: Citations
    own_job: Citations
    never_in_public: Citations
    constructive: Citations


def beside(text: Protocol, who: PartyKind, subject: PartyKind, whips: Iterable[Named]) -> Beside:
    """Help for whoever writes: the whip (HA-5.3b), the monitoring officer’s advice, own job matters."""
    terms = text.complaints
    advice = [one.of for one in terms.advice if who in one.by]
    whip = [one for one in advice if Post.GROUP_WHIP in one.values and one.of is Part.COMPLAINANT]
    pairing = terms.pairing(who, subject)
    own = [one.wrong for one in forbidden(terms, who) if one.wrong in OWN_JOB]
    return Beside(
        whip=_recipients(text, whips) if whip else (),
        whip_citations=tuple(cite for one in whip for cite in one.cites),
        asks=tuple(cite for one in advice if one not in whip for cite in one.cites),
        own_job=cites_of(terms, who, own) if who is PartyKind.OFFICER else (),
        never_in_public=tuple(cite for one in (pairing.warn if pairing else ()) for cite in one.cites),
        constructive=cites_of(terms, who, [Wrong.PERSONAL_ATTACK, Wrong.NO_RESPECT_AT_MEETINGS]),
    )
