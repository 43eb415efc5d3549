"""Buttons of what belongs elsewhere, what is declined and what is withheld, pressed by two officers."""

import datetime

from django.utils import timezone

from enquiries.actions.redirecting import put_facts_right
from enquiries.models import Enquiry
from enquiries.policies.redirecting import open_processes
from enquiries.rules.conditions import grounds
from enquiries.states import State
from rulebook.declining import ways_to_decline
from rulebook.post import Post
from rulebook.protocols import protocol
from tests.factories.council import a_holder_of
from tests.factories.enquiries import COMPLAINT, PLACE, on_day
from tests.factories.repairs import Council, a_case, the_repairs_team
from tests.hostile.buttons.press import Button, Scene, each, press


def in_days(days: int) -> str:
    """A day as a person types it."""
    return (timezone.localdate() + datetime.timedelta(days=days)).isoformat()


def a_complaint() -> tuple[Council, Enquiry]:
    """A case that is known to be a resident's complaint."""
    council = the_repairs_team()
    case = a_case(council)
    return council, put_facts_right(
        who=on_day(council.officer), enquiry=case, facts=COMPLAINT, at=timezone.now()
    )


def redirecting() -> Scene:
    """Two officers move it."""
    council, case = a_complaint()
    [process] = open_processes(on_day(council.officer), case)
    boxes = {"process": process.value, "place": PLACE, "expected_on": in_days(28), "send": "1"}
    return Scene(
        case, each((council.officer, council.colleague), "enquiry-redirect-check", case, "text", **boxes)
    )


def facts() -> Scene:
    """Two officers put right what is known of it."""
    council = the_repairs_team()
    case = a_case(council)
    by = (council.officer, council.colleague)
    boxes = {"asks_for": "service"}
    return Scene(case, each(by, "enquiry-facts", case, "established_procedure", **boxes))


def referring() -> Scene:
    """Two officers ask the monitoring officer."""
    a_holder_of(Post.MONITORING_OFFICER)
    council = the_repairs_team()
    case = a_case(council)
    return Scene(case, each((council.officer, council.colleague), "enquiry-refer", case, "note"))


def knowing_and(name: str, words: str, **boxes: object) -> Scene:
    """One officer puts right what is known of it, so that the other’s form fits no more."""
    a_holder_of(Post.MONITORING_OFFICER)
    council, case = (the_repairs_team(), None) if name == "enquiry-refer" else a_complaint()
    case = case or a_case(council)
    asks = "constituent-complaint" if name == "enquiry-refer" else "information"
    know = press(council.colleague, "enquiry-facts", case, asks_for=asks, for_constituent="yes")
    theirs = press(council.officer, name, case, **{words: "These are the words.", **boxes})
    return Scene(case, (know, theirs))


def elsewhere(name: str, words: str, **boxes: object) -> Scene:
    """Two officers of a case that is handled elsewhere."""
    council = the_repairs_team()
    case = a_case(council, State.REDIRECTED)
    return Scene(case, each((council.officer, council.colleague), name, case, words, **boxes))


def there() -> Scene:
    """Each enters another number there."""
    return elsewhere("enquiry-redirection", "their_reference", expected_on=in_days(30), reason="They say so.")


def declining() -> Scene:
    """Two officers decline it."""
    council = the_repairs_team()
    case = a_case(council)
    way = ways_to_decline(protocol(case.protocol).triage)[0]
    boxes = {"ground": way.ground.value, "no_exception": "on", "instead": "Ask the library.", "send": "1"}
    return Scene(case, each((council.officer, council.colleague), "enquiry-decline", case, "reason", **boxes))


def withholding() -> Scene:
    """Two officers withhold something in their reply."""
    council = the_repairs_team()
    case = a_case(council)
    rules = [grounds(protocol(case.protocol))[0].id]
    boxes = {"what": "The prices.", "rules": rules, "send": "1"}
    return Scene(
        case, each((council.officer, council.colleague), "enquiry-withhold", case, "reason", **boxes)
    )


MOVES = {"process": "corporate-complaint", "place": PLACE, "expected_on": in_days(28), "send": "1"}
TABLE = (
    Button(
        "enquiry-refer",
        lambda: knowing_and("enquiry-refer", "note"),
        ("enquiry.referred", "enquiry.facts_corrected"),
        words="note",
        what="once it is put right",
    ),
    Button(
        "enquiry-redirect-check",
        lambda: knowing_and("enquiry-redirect-check", "text", **MOVES),
        ("enquiry.redirected", "enquiry.facts_corrected"),
        words="text",
        what="once it is put right",
    ),
    Button("enquiry-redirect-check", redirecting, ("enquiry.redirected",), words="text"),
    Button("enquiry-facts", facts, ("enquiry.facts_corrected",), words="established_procedure"),
    Button("enquiry-refer", referring, ("enquiry.referred",), words="note"),
    Button("enquiry-redirection", there, ("enquiry.redirection_updated",), words="their_reference"),
    Button(
        "enquiry-outcome",
        lambda: elsewhere("enquiry-outcome", "text"),
        ("enquiry.outcome_recorded",),
        words="text",
    ),
    Button(
        "enquiry-bring-back",
        lambda: elsewhere("enquiry-bring-back", "reason"),
        ("enquiry.brought_back",),
        words="reason",
    ),
    Button("enquiry-decline", declining, ("enquiry.declined",), words="reason", text="wokingham-2007"),
    Button("enquiry-withhold", withholding, ("enquiry.withheld",), words="reason"),
)
