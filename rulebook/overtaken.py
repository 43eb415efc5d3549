"""Law that a text names and that has moved on: the sentence that stands beside the paragraph today.

A text stays as the council adopted it, so that only a note can say it. What the portal does goes by the law
in force (docs/house.md, «Rules»: two lenses where law has moved on).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from rulebook.citation import Citation, Source
from rulebook.wording import gettext_noop


@dataclass(frozen=True)
class Overtaken:
    """What holds today instead of what the paragraph says, and where that stands."""

    says: str
    cites: tuple[Citation, ...] = ()


def _act(id_: str, title: str, pinpoint: str) -> Citation:
    return Citation(id_, Source.ACT, title, pinpoint)


_CODES = _act("LA 2011 s28", "Localism Act 2011", "section 28")

OWN_CODE = Overtaken(
    gettext_noop(
        "Since 2012 there is no national code for members: each council adopts its own. "
        "The council’s own code of conduct applies."
    ),
    (_CODES,),
)
NO_OFFICER_CODE = Overtaken(
    gettext_noop(
        "No statutory code for officers ever came into force. "
        "The contract of employment and the council’s own code apply."
    ),
)
NO_STANDARDS_BOARD = Overtaken(
    gettext_noop(
        "The national standards body was abolished in 2012. A complaint that a member broke the code goes to "
        "the council’s monitoring officer, under the council’s own arrangements."
    ),
    (_CODES,),
)
DATA_PROTECTION = Overtaken(
    gettext_noop("The Data Protection Act 1998 is repealed. The UK GDPR and the Act of 2018 apply."),
    (_act("DPA 2018", "Data Protection Act 2018", ""),),
)
EQUALITY = Overtaken(
    gettext_noop(
        "The Human Rights Act 1998 still applies. The main duty on equality is now in the Equality Act 2010."
    ),
    (_act("EqA 2010 s149", "Equality Act 2010", "section 149"),),
)
EXTERNAL_AUDITOR = Overtaken(
    gettext_noop(
        "There is no District Auditor today. The authority’s appointed external auditor stands there."
    ),
    (_act("LAAA 2014", "Local Audit and Accountability Act 2014", ""),),
)
KEY_DECISIONS = Overtaken(
    gettext_noop(
        "There is no forward plan by law today. A key decision is announced 28 clear days before it is taken."
    ),
    (
        Citation(
            "SI 2012/2089 reg 9",
            Source.STATUTORY_INSTRUMENT,
            "Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) "
            "Regulations 2012",
            "regulation 9",
        ),
    ),
)
INTERESTS = Overtaken(
    gettext_noop(
        "Since 2012 the law speaks of disclosable pecuniary interests. "
        "Other interests are those that the council’s own code names."
    ),
    (_act("LA 2011 s31", "Localism Act 2011", "sections 29 to 31"),),
)

# By text and anchor.
_NOTES: Mapping[tuple[str, str], Overtaken] = {
    ("waltham-forest", "2-roles-t11"): OWN_CODE,
    ("waltham-forest", "2-roles-t12"): NO_OFFICER_CODE,
    ("waltham-forest", "10-t6"): NO_STANDARDS_BOARD,
    ("waltham-forest", "a0-p3"): KEY_DECISIONS,
    ("waltham-forest", "a0-p4"): DATA_PROTECTION,
    ("waltham-forest", "a2.2.3"): KEY_DECISIONS,
    ("waltham-forest", "a3.3"): DATA_PROTECTION,
    ("haringey", "4.20"): INTERESTS,
    ("wokingham-2007", "9.3.6-p1"): OWN_CODE,
    ("wokingham-2007", "9.3.7-p1"): NO_STANDARDS_BOARD,
    ("wokingham-2007", "9.3.35-p5"): NO_STANDARDS_BOARD,
    ("wokingham-2007", "ai-2-b"): DATA_PROTECTION,
    ("wokingham-2007", "ai-6-a"): DATA_PROTECTION,
    ("wokingham-2007", "ai-6-b"): INTERESTS,
    ("wokingham-2014", "ai-2-b"): DATA_PROTECTION,
    ("wokingham-2014", "ai-6-a"): DATA_PROTECTION,
    ("wokingham-2014", "ai-6-b"): INTERESTS,
    ("mwda", "5.4"): DATA_PROTECTION,
    ("mwda", "5.7"): EXTERNAL_AUDITOR,
    ("parish", "eq-1"): EQUALITY,
}


def overtaken(key: str, anchor: str) -> Overtaken | None:
    """What has overtaken that paragraph of a text; None where the law it names still stands."""
    return _NOTES.get((key, anchor))


def all_overtaken() -> Mapping[tuple[str, str], Overtaken]:
    """Every note, by text and anchor."""
    return _NOTES
