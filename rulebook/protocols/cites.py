"""The titles of the six texts, and for each the function that cites its paragraphs."""

from rulebook.citation import Citation, Source
from rulebook.protocol import paragraphs_of

WF_TITLE = "London Borough of Waltham Forest Member/Officer Protocol"
HA_TITLE = "Haringey Protocol on Member-Officer Relations"
MW_TITLE = "Merseyside Waste Disposal Authority Protocol on Member/Officer Relations"
PA_TITLE = "Protocol on Member/Officer Relations (parish council template)"
WO_E_TITLE = "Wokingham Borough Council Member/Officer Protocol (2007)"
WO_P_TITLE = "Wokingham Borough Council Member/Officer Protocol (proposed 2014)"

wf = paragraphs_of("WF", WF_TITLE)
ha = paragraphs_of("HA", HA_TITLE)
mw = paragraphs_of("MW", MW_TITLE)
pa = paragraphs_of("PA", PA_TITLE)
wo_e = paragraphs_of("WO-E", WO_E_TITLE)
wo_p = paragraphs_of("WO-P", WO_P_TITLE)

_BY_PREFIX = {"WF": wf, "HA": ha, "MW": mw, "PA": pa, "WO-E": wo_e, "WO-P": wo_p}


def cited(id_: str) -> Citation:
    """The source that an id stands for, as cases keep it: a paragraph of a text, or a statute by its name."""
    for prefix, cite in _BY_PREFIX.items():
        if id_.startswith(f"{prefix}-"):
            return cite(id_.removeprefix(f"{prefix}-"))[0]
    return Citation(id_, Source.ACT, id_, "")
