"""Places in Acts, statutory instruments and cases, cited by the names that scenario files use for them."""

import re
from functools import cache

from rulebook.citation import Citation, Source

# The longest name first where one begins another.
TITLES: tuple[tuple[str, str, Source], ...] = (
    ("Common law: need to know", "the common law’s need to know", Source.CASE_LAW),
    ("Common law", "", Source.CASE_LAW),
    (
        "R v Swansea City Council ex p Elitestone Ltd",
        "Elitestone (Court of Appeal, 1993)",
        Source.CASE_LAW,
    ),
    ("LGA 1972", "Local Government Act 1972", Source.ACT),
    ("LGA 1986", "Local Government Act 1986", Source.ACT),
    ("LGHA 1989", "Local Government and Housing Act 1989", Source.ACT),
    ("LGFA 1988", "Local Government Finance Act 1988", Source.ACT),
    ("Localism Act 2011", "Localism Act 2011", Source.ACT),
    ("FOIA 2000", "Freedom of Information Act 2000", Source.ACT),
    ("DPA 2018", "Data Protection Act 2018", Source.ACT),
    ("UK GDPR", "UK General Data Protection Regulation", Source.ACT),
    ("EIR 2004", "Environmental Information Regulations 2004", Source.STATUTORY_INSTRUMENT),
    (
        "Public Bodies (Admission to Meetings) Act 1960",
        "Public Bodies (Admission to Meetings) Act 1960",
        Source.ACT,
    ),
    (
        "Publicity Code 2011",
        "Code of Recommended Practice on Local Authority Publicity 2011",
        Source.STATUTORY_CODE,
    ),
    (
        "SI 2012/2089",
        "Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England)"
        " Regulations 2012",
        Source.STATUTORY_INSTRUMENT,
    ),
    ("SI 2014/2095", "Openness of Local Government Bodies Regulations 2014", Source.STATUTORY_INSTRUMENT),
    ("SI 2004/3244", "Fees Regulations 2004 (freedom of information)", Source.STATUTORY_INSTRUMENT),
    ("SI 2008/1085", "Standards Committee (England) Regulations 2008", Source.STATUTORY_INSTRUMENT),
    ("SI 1985/1884", "Waste Regulation and Disposal (Authorities) Order 1985", Source.STATUTORY_INSTRUMENT),
)
PLACES = (
    (r"\bSch ", "Schedule "),
    (r"\bpara ", "paragraph "),
    (r"\bparas ", "paragraphs "),
    (r"\breg ", "regulation "),
)


class NoSuchSource(ValueError):
    """A name that begins as no Act, instrument or case of this page does."""


def statute(*ids: str) -> tuple[Citation, ...]:
    """The places that the ids name, such as «LGA 1972 s100F(2A)(a)»; raises NoSuchSource."""
    return tuple(_cited(id_) for id_ in ids)


@cache
def _cited(id_: str) -> Citation:
    for name, title, source in TITLES:
        if id_.startswith(name):
            place = id_.removeprefix(name).strip(" :")
            return Citation(id_, source, title or place, _pinpoint(place) if title else "")
    raise NoSuchSource(f"«{id_}» begins as no source does that the rule book knows.")


def _pinpoint(place: str) -> str:
    spelled = re.sub(r"^s(?=[0-9])", "section ", place)
    spelled = re.sub(r"^Art ", "article ", spelled)
    for short, long in PLACES:
        spelled = re.sub(short, long, spelled)
    return spelled
