"""Where a complaint goes under each of the six texts: a table for each, with the nearly barred person."""

import pytest

from tests.complaints.complaining import answer, holds

Row = tuple[str, str, dict[str, object], dict[str, object]]
MO, CE, DIRECTOR = "monitoring-officer", "chief-executive", "director"
INFORMAL: dict[str, object] = {"informal_tried": False}


def gone_to(*posts: str, **more: object) -> dict[str, object]:
    """Who receives it, with nobody left out and nothing that the text is silent on."""
    return {"to": list(posts), "withheld": [], "gap": False} | more


WALTHAM_FOREST: list[Row] = [
    ("member", "officer", INFORMAL, gone_to("line-manager", step="informal", choose=None, copy_to=[])),
    (
        "member",
        "officer",
        {},
        gone_to(
            "executive-director",
            CE,
            choose="one",
            copy_to=[MO],
            investigates=None,
            decided_by="management",
            tell=["complainant"],
            also_open=["whistleblowing"],
            may_lead_to=["disciplinary"],
        ),
    ),
    ("member", "officer director", {}, gone_to("executive-director", CE, copy_to=[MO])),
    (
        "member",
        "officer executive-director",
        {},
        {
            "to": [CE],
            "choose": None,
            "copy_to": [MO],
            "investigates": CE,
            "withheld": ["executive-director"],
            "gap": False,
        },
    ),
    ("member", "officer deputy-chief-executive", {}, {"to": [CE], "withheld": ["executive-director"]}),
    (
        "member",
        "officer head-of-paid-service",
        {},
        {
            "to": [MO],
            "copy_to": [],
            "investigates": MO,
            "decided_by": MO,
            "withheld": ["executive-director", CE],
            "gap": True,
        },
    ),
    ("member", "officer monitoring-officer", {}, {"copy_to": [], "withheld": [MO], "gap": False}),
    ("member", "officer deputy-monitoring-officer", {}, gone_to("executive-director", CE, copy_to=[MO])),
    ("member", "officer section-151-officer", {}, gone_to("executive-director", CE, copy_to=[MO])),
    ("member", "officer agency", {}, gone_to("executive-director", CE)),
    (
        "member",
        "officer arms-length",
        {},
        {"to": [], "gap": True, "also_open": ["corporate-complaints"], "step": "formal", "may_lead_to": []},
    ),
    ("officer", "member", INFORMAL, gone_to("line-manager", step="informal", investigates=None)),
    (
        "officer",
        "member",
        {},
        gone_to(
            CE,
            copy_to=[MO, "head-of-service"],
            investigates=MO,
            decided_by=None,
            tell=["complainant", "subject"],
            may_tell=["group-leader"],
            also_open=["code-of-conduct", "whistleblowing"],
        ),
    ),
    (
        "officer head-of-service",
        "member",
        {},
        {"to": [CE], "copy_to": [MO], "withheld": ["head-of-service"], "gap": False},
    ),
    (
        "officer chief-executive",
        "member",
        {},
        {"to": [MO], "copy_to": ["head-of-service"], "investigates": MO, "withheld": [CE], "gap": True},
    ),
    (
        "officer monitoring-officer",
        "member",
        {},
        {"to": [CE], "copy_to": ["head-of-service"], "investigates": CE, "withheld": [MO], "gap": True},
    ),
    ("officer", "member leader", {}, gone_to(CE, may_tell=["group-leader"])),
    ("officer", "member group-leader", {}, {"to": [CE], "may_tell": [], "withheld": ["group-leader"]}),
    ("officer arms-length", "member", {}, {"to": [], "gap": True, "also_open": ["code-of-conduct"]}),
    ("member", "member", {}, {"to": [], "gap": True, "also_open": ["code-of-conduct"]}),
    ("officer", "officer", {}, {"to": [], "gap": True, "also_open": ["grievance"]}),
    ("public", "officer", {}, {"to": [], "gap": True, "also_open": ["corporate-complaints"]}),
    ("public", "member", {}, {"to": [], "gap": True, "also_open": ["code-of-conduct"]}),
    ("member", "public", {}, {"to": [], "gap": True, "also_open": []}),
]
HARINGEY: list[Row] = [
    (
        "member",
        "officer",
        INFORMAL,
        gone_to("senior-manager", "group-leader", "group-whip", choose="one", step="informal"),
    ),
    (
        "member group-leader",
        "officer",
        INFORMAL,
        {"to": ["senior-manager", "group-whip"], "withheld": ["group-leader"], "gap": False},
    ),
    (
        "member",
        "officer chief-executive",
        INFORMAL,
        {"to": ["group-leader", "group-whip"], "withheld": ["senior-manager"], "gap": False},
    ),
    ("member", "officer", {}, gone_to(DIRECTOR, investigates=None, decided_by=None, tell=[])),
    ("member", "officer head-of-service", {}, gone_to(DIRECTOR)),
    ("member", "officer director", {}, gone_to(CE)),
    ("member", "officer assistant-director", {}, gone_to(CE)),
    ("member", "officer deputy-chief-executive", {}, gone_to(CE)),
    ("member", "officer head-of-paid-service", {}, gone_to(MO)),
    ("member", "officer monitoring-officer", {}, gone_to(DIRECTOR)),
    ("member", "officer arms-length", {}, gone_to(DIRECTOR)),
    ("member", "officer agency", {}, {"to": [], "gap": True, "also_open": ["corporate-complaints"]}),
    ("member", "officer", {"in_public": True}, gone_to(DIRECTOR, warn=["never-in-public"])),
    ("officer", "member", {}, gone_to(CE, also_open=["whistleblowing", "code-of-conduct"])),
    ("officer", "member", {"in_public": True}, gone_to(CE, warn=[])),
    ("officer chief-executive", "member", {}, {"to": [MO], "withheld": [CE], "gap": True}),
    ("member", "member", INFORMAL, gone_to("group-whip", step="informal", also_open=["code-of-conduct"])),
    ("member", "member", {}, gone_to("group-whip", step="formal")),
    ("member group-whip", "member", {}, {"to": [MO], "withheld": ["group-whip"], "gap": True}),
]
WOKINGHAM_2007: list[Row] = [
    ("member", "officer", INFORMAL, gone_to("line-manager", DIRECTOR, step="formal", choose="one")),
    (
        "member",
        "officer",
        {"in_public": True, "severity": "serious"},
        gone_to(
            "line-manager",
            DIRECTOR,
            warn=["never-in-public"],
            may_lead_to=["disciplinary"],
            also_open=["whistleblowing"],
        ),
    ),
    ("member", "officer head-of-service", {}, gone_to("line-manager", DIRECTOR)),
    ("member", "officer director", {}, {"to": ["line-manager"], "withheld": [DIRECTOR], "choose": None}),
    ("member", "officer section-151-officer", {}, {"to": ["line-manager"], "withheld": [DIRECTOR]}),
    ("member", "officer director-finance-resources", {}, {"to": ["line-manager"], "withheld": [DIRECTOR]}),
    ("member", "officer chief-executive", {}, {"withheld": ["line-manager", DIRECTOR], "gap": True}),
    ("member", "officer agency", {}, gone_to("line-manager", DIRECTOR)),
    (
        "officer",
        "member",
        {"severity": "minor"},
        gone_to(MO, decided_by=MO, may_refer_to=["group-leader"], tell=["complainant"]),
    ),
    ("officer", "member", {"severity": "serious"}, gone_to(MO, may_refer_to=["code-of-conduct"])),
    ("officer", "member", {}, gone_to(MO, may_refer_to=[])),
    (
        "officer",
        "member group-leader",
        {"severity": "minor"},
        {"to": [MO], "may_refer_to": [], "withheld": ["group-leader"], "gap": False},
    ),
    (
        "officer monitoring-officer",
        "member",
        {"severity": "minor"},
        {"to": [CE], "decided_by": CE, "withheld": [MO], "gap": True, "may_refer_to": ["group-leader"]},
    ),
]
WOKINGHAM_2014: list[Row] = [
    ("member", "officer", INFORMAL, gone_to("line-manager", DIRECTOR, step="formal", choose="one")),
    ("member", "officer director", {}, gone_to(CE)),
    ("member", "officer director-finance-resources", {}, gone_to(CE)),
    ("member", "officer section-151-officer", {}, gone_to("line-manager", DIRECTOR)),
    (
        "member",
        "officer chief-executive",
        {},
        gone_to("director-finance-resources", "leader", choose="one"),
    ),
    (
        "member leader",
        "officer chief-executive",
        {},
        {"to": ["director-finance-resources"], "choose": None, "withheld": ["leader"], "gap": False},
    ),
    ("member", "officer", {"in_public": True}, gone_to("line-manager", DIRECTOR, warn=[])),
    ("officer", "member", INFORMAL, gone_to("senior-manager", step="informal")),
    (
        "officer",
        "member",
        {"severity": "minor"},
        gone_to(MO, decided_by=MO, may_refer_to=["group-leader"]),
    ),
    (
        "officer",
        "member",
        {"severity": "serious"},
        gone_to(MO, may_refer_to=["code-of-conduct"], also_open=["code-of-conduct", "whistleblowing"]),
    ),
    ("officer monitoring-officer", "member", {}, {"to": [CE], "decided_by": CE, "gap": True}),
]
MWDA: list[Row] = [
    ("member", "officer", INFORMAL, gone_to(DIRECTOR, step="informal", may_lead_to=["disciplinary"])),
    ("member", "officer", {"in_public": True}, gone_to(DIRECTOR, warn=["never-in-public"])),
    ("member", "officer assistant-director", {}, gone_to(DIRECTOR)),
    ("member", "officer director", {}, gone_to("clerk")),
    ("member", "officer clerk", {}, {"to": [MO], "withheld": [DIRECTOR], "gap": True}),
    ("member", "officer head-of-paid-service", {}, {"to": [MO], "withheld": [DIRECTOR], "gap": True}),
    ("officer", "member", INFORMAL, gone_to("senior-manager", step="informal")),
    ("officer", "member", {}, gone_to(MO, decided_by=None, tell_before_decision=[], also_open=["grievance"])),
    ("officer", "member", {"in_public": True}, gone_to(MO, warn=["never-in-public"])),
    (
        "officer",
        "member",
        {"upheld": True},
        gone_to(MO, decided_by="clerk", tell_before_decision=["chair", "group-leader"]),
    ),
    (
        "officer",
        "member chair",
        {"upheld": True},
        {"decided_by": "clerk", "tell_before_decision": ["group-leader"], "withheld": ["chair"]},
    ),
    ("officer clerk", "member", {}, gone_to(MO)),
    (
        "officer clerk",
        "member",
        {"upheld": True},
        {"to": [MO], "decided_by": MO, "withheld": ["clerk"], "gap": True},
    ),
    ("officer monitoring-officer", "member", {}, {"to": ["clerk"], "withheld": [MO], "gap": True}),
    ("officer agency", "member", {}, {"to": [], "gap": True, "also_open": ["code-of-conduct"]}),
]
CODE: dict[str, object] = {"alleges": ["code-of-conduct"]}
PARISH: list[Row] = [
    ("member", "officer", INFORMAL, gone_to("chairman", step="formal", private=True)),
    ("member", "officer clerk", {"in_public": True}, gone_to("chairman", warn=["never-in-public"])),
    ("member chairman", "officer clerk", {}, {"to": [MO], "withheld": ["chairman"], "gap": True}),
    ("member", "member chairman", {}, gone_to("clerk", MO, choose="all", private=True)),
    ("officer", "member chairman", CODE, gone_to("clerk", MO, choose="all")),
    (
        "officer clerk",
        "member chairman",
        {},
        {"to": [MO], "choose": None, "withheld": ["clerk"], "gap": False, "private": True},
    ),
    ("officer", "member", {}, {"to": [MO], "gap": True, "private": False, "also_open": ["code-of-conduct"]}),
    ("officer monitoring-officer", "member", {}, {"to": ["clerk"], "gap": True}),
    ("officer", "member", CODE, gone_to(MO)),
    ("officer monitoring-officer", "member", CODE, {"to": ["clerk"], "withheld": [MO], "gap": True}),
    ("member", "member", {}, {"to": [], "gap": True, "also_open": ["code-of-conduct"]}),
    ("member", "member", CODE, gone_to(MO)),
    ("public", "member", CODE, gone_to(MO, private=False)),
    ("public", "member", {}, {"to": [], "gap": True, "also_open": ["code-of-conduct"]}),
    ("officer agency", "member", CODE, gone_to(MO)),
]
TABLES = {
    "waltham-forest": WALTHAM_FOREST,
    "haringey": HARINGEY,
    "wokingham-2007": WOKINGHAM_2007,
    "wokingham-2014": WOKINGHAM_2014,
    "mwda": MWDA,
    "parish": PARISH,
}


@pytest.mark.parametrize(
    ("key", "by", "about", "changed", "expected"),
    [(key, *row) for key, table in TABLES.items() for row in table],
)
def test_a_complaint_goes_where_its_text_sends_it(
    key: str, by: str, about: str, changed: dict[str, object], expected: dict[str, object]
) -> None:
    assert holds(answer(key, by, about, **changed), expected) == {}
