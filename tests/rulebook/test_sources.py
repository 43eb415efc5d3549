"""Places in Acts and regulations, by the names of scenario files; and which law reaches a kind of body."""

import pytest

from rulebook.body_law import BODY_LAW
from rulebook.citation import Source
from rulebook.protocol import BodyKind
from rulebook.sources import NoSuchSource, statute


@pytest.mark.parametrize(
    ("id_", "source", "label"),
    [
        ("LGA 1972 s100F(2A)(a)", Source.ACT, "Local Government Act 1972, section 100F(2A)(a)"),
        ("LGA 1972 Sch 12A para 3", Source.ACT, "Local Government Act 1972, Schedule 12A paragraph 3"),
        ("UK GDPR Art 15", Source.ACT, "UK General Data Protection Regulation, article 15"),
        (
            "EIR 2004 reg 5(2)",
            Source.STATUTORY_INSTRUMENT,
            "Environmental Information Regulations 2004, regulation 5(2)",
        ),
        (
            "SI 1985/1884 Sch 3 para 1(h)",
            Source.STATUTORY_INSTRUMENT,
            "Waste Regulation and Disposal (Authorities) Order 1985, Schedule 3 paragraph 1(h)",
        ),
        (
            "Public Bodies (Admission to Meetings) Act 1960 s1(2)",
            Source.ACT,
            "Public Bodies (Admission to Meetings) Act 1960, section 1(2)",
        ),
        ("Common law: need to know", Source.CASE_LAW, "the common law’s need to know"),
        (
            "Common law: R v Barnes BC ex p Conlan [1938]",
            Source.CASE_LAW,
            "R v Barnes BC ex p Conlan [1938]",
        ),
    ],
)
def test_a_source_is_cited_by_its_name_and_read_by_its_title(id_: str, source: Source, label: str) -> None:
    (citation,) = statute(id_)
    assert (citation.id, citation.source, citation.label) == (id_, source, label)


def test_a_name_that_no_source_has_is_refused() -> None:
    with pytest.raises(NoSuchSource, match="Magna Carta"):
        statute("Magna Carta 1215 ch 39")


def test_every_kind_of_body_has_its_law() -> None:
    assert set(BODY_LAW) == set(BodyKind)
    assert [kind for kind, law in BODY_LAW.items() if law.has_executive] == [BodyKind.COUNCIL]
    assert [kind for kind, law in BODY_LAW.items() if not law.has_part_va] == [BodyKind.PARISH]
    assert BODY_LAW[BodyKind.AUTHORITY].part_va[0].id == "SI 1985/1884 Sch 3 para 1(h)"
    assert all(law.accounts for law in BODY_LAW.values())
