"""The letters of the register: comments that are asked for or given, exemptions to be looked at again."""

import datetime
from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from access_rules import events
from access_rules.models import Clearance, Document
from access_rules.policies.clearing import own_clearances
from access_rules.policies.knowing import knows
from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.policies.asking import rule_of
from casework.subscribers.plan import Plan
from council.models import Person
from council.queries import protocol_in_force, standing_of, who_act_in
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.duty import Duty
from rulebook.post import Post

KEEPERS = (Post.PROPER_OFFICER, Post.DEMOCRATIC_SERVICES)


def document_of(event: CaseEvent) -> Document | None:
    """The document that the event tells of."""
    return Document.objects.filter(pk=event.facts.get("document")).first()


def holders(posts: Iterable[Post], on: datetime.date) -> list[Person]:
    """Who acts in any of the posts on the day, each once."""
    found = [person for post in posts for person in who_act_in(post, on=on)]
    return list({person.pk: person for person in found}.values())


def _commenting(event: CaseEvent) -> Iterable[Person]:
    posts = Clearance.objects.filter(document=event.facts.get("document"), given_at__isnull=True)
    return holders([Post(post) for post in posts.values_list("post", flat=True)], localdate(event.at))


def _asker(event: CaseEvent) -> Iterable[Person]:
    row = Clearance.objects.filter(pk=event.facts.get("clearance")).select_related("asked_by").first()
    return [row.asked_by] if row else []


def _keepers(event: CaseEvent) -> Iterable[Person]:
    return holders(KEEPERS, localdate(event.at))


def _may(person: Person, event: CaseEvent, day: datetime.date, duty: Duty) -> Decision:
    """Whoever is in post on the day of delivery, and may know of the document then."""
    document, who = document_of(event), standing_of(person, on=day)
    rule = rule_of(duty, protocol_in_force().key)
    if not who.in_post:
        return refused(rule)
    return allowed(rule) if document is not None and knows(who, document) else unknown()


def may_know(person: Person, event: CaseEvent, day: datetime.date) -> Decision:
    """Whether the person may still be told of it that day."""
    return _may(person, event, day, Duty.OPEN_PAPERS)


def may_still_comment(person: Person, event: CaseEvent, day: datetime.date) -> Decision:
    """The same for whoever is asked: not once the comments of the post are given."""
    decision = _may(person, event, day, Duty.CLEAR_REPORT)
    document = document_of(event)
    if decision.allowed and document and not own_clearances(standing_of(person, on=day), document):
        return refused(rule_of(Duty.CLEAR_REPORT, protocol_in_force().key))
    return decision


def says(
    subject: str | Promise, line: str | Promise, page: str = "document"
) -> Callable[[Person, CaseEvent], Letter]:
    """A letter of one line, in which the document’s number stands, and a link to its page."""

    def words(person: Person, event: CaseEvent) -> Letter:
        reference = event.stream.name.partition(":")[2]
        told = (str(line) % {"reference": reference},)
        return Letter(str(subject), told, reverse(page, args=[reference]))

    return words


PLANS: dict[EventKind, Plan] = {
    events.CLEARANCE_ASKED: Plan(
        _commenting,
        may_still_comment,
        says(
            _("Your comments on a report"),
            _("%(reference)s waits for your comments. Members have it once they are given."),
            "document-comment",
        ),
    ),
    events.CLEARANCE_GIVEN: Plan(
        _asker,
        may_know,
        says(_("Comments on a report"), _("Comments on %(reference)s were given.")),
    ),
    events.REVIEW_DUE: Plan(
        _keepers,
        may_know,
        says(
            _("An exemption to look at again"),
            _("The exemption of %(reference)s was to be looked at again by now."),
        ),
    ),
}
