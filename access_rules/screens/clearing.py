"""What stands above the forms before a release: who comments, whose it is, what members will have."""

from django.utils.translation import gettext as _

from access_rules.models import Document
from access_rules.policies.clearing import COMMENTING, asked_of, titles_of
from access_rules.policies.keeping import determines, keeps_papers
from access_rules.policies.marking import marked_of
from access_rules.rules.marking import face
from access_rules.screens.panel import Panel
from access_rules.screens.saying import Sentence, sentence
from casework.wording import date_time
from council.queries import Standing, protocol_in_force
from rulebook.access.papers import ThirdParties
from rulebook.duty import Duty
from rulebook.post import Post


def about_asking(document: Document) -> list[Sentence]:
    """Who is asked, and by which paragraph."""
    text = protocol_in_force()
    words = _("It goes to: %(posts)s. Members have it once both have commented.")
    return [Sentence(words % {"posts": titles_of(COMMENTING)}, text.cite(Duty.CLEAR_REPORT))]


def about_commenting(document: Document) -> list[Sentence]:
    """What the officer comments on."""
    words = _("%(title)s (%(reference)s). Members do not have it yet.")
    named = {"title": document.title, "reference": document.reference}
    return [Sentence(words % named, protocol_in_force().cite(Duty.CLEAR_REPORT))]


def about_release(document: Document) -> list[Sentence]:
    """What stands on its face once members have it."""
    on_face = face(protocol_in_force(), marked_of(document))
    if on_face is None:
        open_to_all = _("It is open: members have it, and so has everybody once its meeting is called.")
        return [Sentence(open_to_all, protocol_in_force().cite(Duty.OPEN_PAPERS))]
    stands = sentence(on_face)
    words = _("Members who may see it find on its face: %(face)s") % {"face": stands.sentence}
    return [Sentence(words, stands.citations)]


def about_owner(document: Document) -> list[Sentence]:
    """What the text says of other people’s information, where it says something."""
    terms = protocol_in_force().access.third_parties
    own = (ThirdParties.OWNERSHIP_FIRST, ThirdParties.OWNERS_CONSENT)
    said = [Sentence(_(term.says), terms[term]) for term in own if term in terms]
    if document.owner_words:
        said.append(Sentence(_("The owner is: %(owner)s.") % {"owner": document.owner_words}))
    return said


def comments_panel(who: Standing, document: Document) -> Panel | None:
    """Who was asked for comments, and what they said; for whoever keeps the register or was asked."""
    if not (keeps_papers(who) or determines(who)):
        return None
    text = protocol_in_force()
    asked = asked_of(document)
    lines = [
        {
            "post": text.title_of(Post(one.post)),
            "by": one.given_by.name if one.given_by else "",
            "when": date_time(one.given_at) if one.given_at else "",
            "comments": one.comments,
        }
        for one in asked
    ]
    return Panel("access_rules/comments.html", {"lines": lines}) if lines else None
