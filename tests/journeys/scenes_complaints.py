"""Pages of complaints that come when a form is sent: with a fault, too late, or for a last look."""

from tests.journeys.scenes import OLD, PROBLEM, Scene

CHANGED = "changed this while you were typing"
FIRST = {"version": "0"}

CONCERN = {"what": "He shouted.", "wanted": "An apology.", "in_public": "no", "tried": "first"}


def _empty(role: str, *pages: tuple[str, str]) -> tuple[Scene, ...]:
    """Each form sent as it comes, with nothing typed into it."""
    return tuple(Scene(role, f"/complaints/{path}", press, PROBLEM) for path, press in pages)


MEMBERS = (
    *_empty(
        "member",
        ("raise/{complained about}/", "Go on"),
        ("{complaint note}/where/", "Send"),
        ("{complaint fresh}/help/ask/", "Ask them"),
        ("{complaint fresh}/show/", "Send"),
        ("{complaint tried}/tried/", "Write it down"),
        ("{complaint fresh}/go-formal/", "Send it formally"),
        ("{complaint fresh}/more/", "Send it formally"),
        ("{complaint looked into}/add/", "Add"),
        ("{complaint acknowledged}/ask-aside/", "Ask"),
        ("{complaint received}/raised-in-public/", "Send the report"),
        ("relationships/declare/", "Declare"),
    ),
    Scene("member", "/complaints/{complaint note}/change/", "Go on", CHANGED, {**CONCERN, **OLD}),
)
OFFICERS = (
    *_empty(
        "head",
        ("{complaint asked}/help/", "Send"),
        ("{complaint helped}/tried/", "Write it down"),
    ),
    *_empty("another officer", ("{complaint looked into}/disclose/", "Show them")),
)
THE_REST = (
    *_empty(
        "monitoring officer",
        ("{complaint received}/tell-other-side/", "Save"),
        ("{complaint acknowledged}/assess/", "Save the assessment"),
        ("{complaint assessed}/investigator/", "Choose"),
        ("{complaint assessed}/decide/", "Decide"),
        ("{complaint assessed}/refer/", "Send"),
        ("{complaint acknowledged}/progress/", "Send"),
        ("{complaint not shown yet}/interview/", "Save"),
        ("{complaint told}/remedy/", "Record"),
        ("{complaint findings on a member}/leader/", "Save"),
        ("{complaint with the code}/independent/", "Ask"),
        ("{complaint with the code}/came/", "Record"),
        ("{complaint closed}/keep/", "Keep it"),
        ("{complaint kept}/let-go/", "Let it go"),
        ("{complaint received}/stand-aside/", "Stand aside"),
        ("{complaint shut}/open/", "Open it for two hours"),
    ),
    Scene(
        "monitoring officer",
        "/complaints/{complaint acknowledged}/progress/",
        "Send",
        CHANGED,
        {"words": "It goes on.", **FIRST},
    ),
    *_empty("director", ("{complaint Clerk named}/before/", "Tell")),
)
