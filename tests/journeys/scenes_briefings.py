"""Pages of briefings that come when a form is sent: with a fault, too late, or for a last look."""

from tests.journeys.scenes import OLD, PROBLEM, Scene
from tests.journeys.scenes_complaints import CHANGED


def _empty(role: str, *pages: tuple[str, str]) -> tuple[Scene, ...]:
    """Each form sent as it comes, with nothing typed into it."""
    return tuple(Scene(role, f"/briefings/{path}", press, PROBLEM) for path, press in pages)


MEMBERS = _empty("member", ("ask/", "Send request"))
THE_REST = (
    *_empty("monitoring officer", ("offer/", "Offer it")),
    *_empty("director", ("{briefing asked}/decline/", "Decline")),
    Scene(
        "director",
        "/briefings/{briefing asked}/decline/",
        "Decline",
        CHANGED,
        {"reasons": "Not now.", **OLD},
    ),
)
