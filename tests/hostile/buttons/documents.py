"""Buttons of the register of documents, pressed by two at the same moment."""

from access_rules.actions.clearing import ask_for_comments
from access_rules.models import Document
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.documents import NOW, a_draft, a_keeper, again, exempt, on_day
from tests.hostile.buttons.press import Button, Scene, each

CHANGED = "Somebody changed this while you were typing."
WOKINGHAM = "wokingham-2007"


def keepers() -> tuple[Person, Person]:
    """Two of democratic services."""
    return a_keeper(), a_keeper()


def proper_officers() -> tuple[Person, Person]:
    """The proper officer and the monitoring officer: either may weigh."""
    return make.a_holder_of(Post.PROPER_OFFICER), make.a_holder_of(Post.MONITORING_OFFICER)


def editing() -> Scene:
    """Each gives it a title of their own."""
    draft = a_draft()
    return Scene(draft, each(keepers(), "document-edit", draft, "title", made_on="25/11/2026"))


def marking() -> Scene:
    """Each marks it; what each typed of the terms stays."""
    draft = a_draft()
    boxes = {"marking": "confidential", "confidential_source": "court"}
    return Scene(draft, each(keepers(), "document-mark", draft, "confidential_terms", **boxes))


def weighing() -> Scene:
    """Each weighs it, with their own reasons."""
    draft = exempt("3")
    boxes = {"outcome": "maintain", "review_on": "1/12/2030"}
    return Scene(draft, each(proper_officers(), "document-weigh", draft, "reasons", **boxes))


def asking() -> Scene:
    """Each sends it to the statutory officers."""
    draft = a_draft(marking="public")
    return Scene(draft, each(keepers(), "document-ask-comments", draft, "said"))


def commenting() -> Scene:
    """The monitoring officer and the deputy comment for one post."""
    draft = a_draft(marking="public")
    ask_for_comments(who=on_day(a_keeper()), document=draft, at=NOW)
    by = make.a_holder_of(Post.MONITORING_OFFICER), make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    return Scene(again(draft), each(by, "document-comment", again(draft), "comments"))


def owning() -> Scene:
    """Each names another owner."""
    draft = a_draft()
    return Scene(draft, each(keepers(), "document-owner", draft, "owner", ownership="others"))


def consenting() -> Scene:
    """Each records what the owner said."""
    draft = a_draft(ownership=Document.Ownership.OTHERS, owner_words="The club")
    return Scene(draft, each(keepers(), "document-consent", draft, "words", consent="given"))


def releasing() -> Scene:
    """Each releases it."""
    draft = a_draft(marking="public")
    return Scene(draft, each(keepers(), "document-release", draft, "said"))


def withdrawing() -> Scene:
    """Each withdraws it, for a reason of their own."""
    draft = a_draft()
    return Scene(draft, each(keepers(), "document-withdraw", draft, "because"))


TABLE = (
    Button("document-edit", editing, ("document.changed",), words="title", says=CHANGED),
    Button("document-mark", marking, ("document.marked",), words="confidential_terms", says=CHANGED),
    Button("document-weigh", weighing, ("document.public_interest_weighed",), words="reasons", says=CHANGED),
    Button(
        "document-ask-comments",
        asking,
        ("document.clearance_asked",),
        says="The statutory officers were asked for their comments already.",
        text=WOKINGHAM,
    ),
    Button(
        "document-comment",
        commenting,
        ("document.clearance_given",),
        words="comments",
        says="Nothing is asked of your post, or its comments are given already.",
        text=WOKINGHAM,
    ),
    Button("document-owner", owning, ("document.ownership_settled",), words="owner", says=CHANGED),
    Button("document-consent", consenting, ("document.consent_recorded",), words="words", says=CHANGED),
    Button(
        "document-release",
        releasing,
        ("document.released",),
        says="Members have it already, or it was withdrawn.",
    ),
    Button(
        "document-withdraw",
        withdrawing,
        ("document.withdrawn",),
        words="because",
        says="It was withdrawn already.",
    ),
)
