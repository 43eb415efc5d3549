"""Buttons of reading: a file that is added, and the word of whoever opens a paper that is kept close."""

from access_rules.models import Document
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_grant
from tests.factories.onward import an_exempt_document, with_login
from tests.factories.reading import a_pdf, a_version, an_upload
from tests.hostile.buttons.press import Button, Scene, Second, press

CHANGED = "Somebody changed this while you were typing"


def adding() -> Scene:
    """Two keepers add a file to the same document."""
    document = an_exempt_document()
    by = (make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_holder_of(Post.DEMOCRATIC_SERVICES))
    one, other = (
        press(person, "document-file", document, kind="whole", upload=an_upload(a_pdf())) for person in by
    )
    return Scene(document, (one, other))


def accepting() -> Scene:
    """A reader says at two windows that they know how to handle it."""
    document, member = an_exempt_document(), with_login(make.a_member())
    a_version(document)
    a_grant(document=document, to=member)
    document = Document.objects.get(pk=document.pk)
    one, other = (press(member, "document-accept", document) for _window in range(2))
    return Scene(document, (one, other))


TABLE = (
    Button("document-file", adding, ("document.version_added",), says=CHANGED),
    Button("document-accept", accepting, ("document.handling_accepted",), Second.LED),
)
