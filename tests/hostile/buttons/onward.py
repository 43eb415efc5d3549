"""Buttons of access by name, of the list of who knows, and of questions before a disclosure."""

import datetime

from django.utils import timezone

from access_rules.models import Disclosure, DocumentGrant
from casework.wording import short_date
from rulebook.access.telling import Asked
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_grant
from tests.factories.onward import an_exempt_document, asked, named
from tests.hostile.buttons.press import Button, Scene, Second, each, press, turned

IN_A_WEEK = short_date(timezone.localdate() + datetime.timedelta(days=7))
CHANGED = "Somebody changed this while you were typing"
ENDED = "This question is answered or was taken back"
ANSWERED = ("disclosure.cleared", "disclosure.barred", "disclosure.withdrawn")


def giving() -> Scene:
    """Two keepers give the same member access."""
    document, member = an_exempt_document(), make.a_member()
    make.a_login(member)
    by = (make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_holder_of(Post.MONITORING_OFFICER))
    boxes = {"person": member.pk, "mode": "inspect", "ends_with": "term", "expires_on": IN_A_WEEK}
    return Scene(document, each(by, "document-grant", document, "purpose", **boxes))


def ending() -> Scene:
    """Two keepers end it."""
    document, member = an_exempt_document(), make.a_member()
    make.a_login(member)
    row: DocumentGrant = a_grant(document=document, to=member)
    keeper, olive = make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_holder_of(Post.MONITORING_OFFICER)
    one, other = (
        press(by, "document-grant-end", document, row.pk, because="No more") for by in (keeper, olive)
    )
    return Scene(document, (one, other))


def naming() -> Scene:
    """Two keepers name the same member as knowing it."""
    document, member = an_exempt_document(), make.a_member()
    by = (make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_holder_of(Post.MONITORING_OFFICER))
    return Scene(document, each(by, "document-privy-add", document, "because", person=member.pk))


def taking_off() -> Scene:
    """Two keepers take the same member off the list."""
    document, keeper = an_exempt_document(), make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    row, olive = named(document, make.a_member(), by=keeper), make.a_holder_of(Post.MONITORING_OFFICER)
    document = type(document).objects.get(pk=document.pk)
    one, other = (
        press(by, "document-privy-end", document, row.pk, because="By mistake") for by in (keeper, olive)
    )
    return Scene(document, (one, other))


def answering() -> Scene:
    """The monitoring officer says yes, and the deputy says no."""
    olive = make.a_holder_of(Post.MONITORING_OFFICER)
    deputy = make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    row = asked()
    one, other = each((olive, deputy), "disclosure-answer", row, "words")
    one.boxes.update(may="may", basis="law")
    other.boxes.update(may="may-not")
    return Scene(row, (one, other))


def withdrawing() -> Scene:
    """Whoever asked takes it back in the moment in which it is answered."""
    olive = make.a_holder_of(Post.MONITORING_OFFICER)
    row: Disclosure = asked()
    answer = press(olive, "disclosure-answer", row, may="may-not", words="It would harm us.")
    return Scene(row, (press(row.asked_by, "disclosure-withdraw", row), answer))


def recording() -> Scene:
    """Whoever asked the regulator records the answer at two windows."""
    row = asked(of=Asked.REGULATOR, regulator="Environment Agency")
    by = (row.asked_by, row.asked_by)
    return Scene(row, each(by, "disclosure-outside", row, "words", may="may", basis="law"))


TABLE = (
    Button("document-grant", giving, ("document.granted",), words="purpose", says=CHANGED),
    Button("document-grant-end", ending, ("document.grant_ended",), Second.LED),
    Button("document-privy-add", naming, ("document.privy_added",), words="because", says=CHANGED),
    Button("document-privy-end", taking_off, ("document.privy_ended",), Second.LED),
    Button("disclosure-answer", answering, ANSWERED, words="words", says=ENDED),
    Button("disclosure-answer", withdrawing, ANSWERED, words="words", says=ENDED, what="once taken back"),
    Button("disclosure-withdraw", lambda: turned(withdrawing), ANSWERED, says=ENDED, what="once answered"),
    Button("disclosure-outside", recording, ANSWERED, words="words", says=ENDED, text="mwda"),
)
