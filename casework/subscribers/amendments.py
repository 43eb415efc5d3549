"""Who hears of an amendment and of a review: its number and what is asked; the words stand on its page."""

import datetime
from collections.abc import Callable

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.events import (
    ADOPTION_RECORDED,
    ADOPTION_RETURNED,
    AMENDMENT_ADOPTED,
    AMENDMENT_COMMENTED,
    AMENDMENT_KINDS,
    AMENDMENT_SENT_OUT,
    REVIEW_DUE,
    EventKind,
    Letter,
)
from casework.models import Amendment, CaseEvent
from casework.policies import amendments as policies
from casework.queries.amendments import asked_at
from casework.subscribers.plan import Plan, register_all
from casework.wording import long_date
from council.models import Person
from council.queries import protocol_in_force, standing_of, who_act_in
from rulebook.decision import Decision
from rulebook.post import Post

Words = Callable[[Person, CaseEvent], Letter]
_OFFICERS = (Post.MONITORING_OFFICER, Post.DEPUTY_MONITORING_OFFICER)
_CONFIRM = (*_OFFICERS, Post.PROPER_OFFICER, Post.DEMOCRATIC_SERVICES)


def amendment_of(event: CaseEvent) -> Amendment:
    """The amendment that the event is about."""
    return Amendment.objects.select_related("drafted_by", "minuted_by").get(stream=event.stream_id)


def _holding(posts: tuple[Post, ...], event: CaseEvent) -> list[Person]:
    on = timezone.localdate(event.at)
    return list(dict.fromkeys(one for post in posts for one in who_act_in(post, on=on)))


def asked(event: CaseEvent) -> list[Person]:
    """Those who were asked by name, and the members of bodies that were."""
    return asked_at(amendment_of(event), event.at)


def confirming(event: CaseEvent) -> list[Person]:
    """Those who may confirm what another put on record."""
    return _holding(_CONFIRM, event)


def recorders(event: CaseEvent) -> list[Person]:
    """The monitoring officer, who puts it on record again, and whoever began the amendment."""
    return list(dict.fromkeys([amendment_of(event).drafted_by, *_holding(_OFFICERS, event)]))


def drafter(event: CaseEvent) -> list[Person]:
    """Whoever began it."""
    return [amendment_of(event).drafted_by]


def monitoring_officers(event: CaseEvent) -> list[Person]:
    """Who answers for the review."""
    return _holding(_OFFICERS, event)


def may_receive(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    """Asked again on the day of delivery."""
    return policies.may_see_amendment(standing_of(person, on=on), amendment_of(event))


def may_confirm(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    """Whether it still waits for somebody like them."""
    return policies.may_confirm_adoption(standing_of(person, on=on), amendment_of(event))


def may_review(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    """Whether reviews are still theirs to put on record."""
    return policies.may_review(standing_of(person, on=on))


def _letter(amendment: Amendment, *lines: str) -> Letter:
    subject = _("Amendment of the protocol: %(number)s") % {"number": amendment.reference}
    return Letter(subject, lines, reverse("amendment", args=[amendment.reference]))


def _please_answer(person: Person, event: CaseEvent) -> Letter:
    amendment = amendment_of(event)
    rows = amendment.consulted.filter(asked_at=event.at).order_by("answer_by")
    day = rows.values_list("answer_by", flat=True).first() or amendment.answer_by or event.at.date()
    return _letter(
        amendment,
        _("You are asked what you think of a change of the protocol."),
        _("Its page shows each paragraph before and after. Answer by %(day)s.") % {"day": long_date(day)},
    )


def _please_confirm(person: Person, event: CaseEvent) -> Letter:
    words = _("The council’s minute was put on record. It holds once a second person has confirmed it.")
    return _letter(amendment_of(event), words)


def _returned(person: Person, event: CaseEvent) -> Letter:
    return _letter(
        amendment_of(event), _("The adoption that was put on record was not confirmed. Its page says why.")
    )


def _adopted(person: Person, event: CaseEvent) -> Letter:
    amendment = amendment_of(event)
    day = long_date(amendment.from_on or event.at.date())
    return _letter(
        amendment,
        _("It is adopted and holds from %(day)s. What is open then keeps the text it was opened under.")
        % {"day": day},
    )


def _commented(person: Person, event: CaseEvent) -> Letter:
    return _letter(amendment_of(event), _("Somebody sent words to it. You read them on its page."))


def _review(person: Person, event: CaseEvent) -> Letter:
    text = protocol_in_force()
    lines = (
        _("It is time for the protocol to be reviewed (%(name)s).") % {"name": text.name},
        _("When the review was held, put its day, its minute and its outcome on record."),
    )
    return Letter(_("Review of the protocol"), lines, reverse("protocol-review"))


PLANS: dict[EventKind, Plan] = {
    AMENDMENT_SENT_OUT: Plan(asked, may_receive, _please_answer),
    AMENDMENT_COMMENTED: Plan(drafter, may_receive, _commented),
    ADOPTION_RECORDED: Plan(confirming, may_confirm, _please_confirm),
    ADOPTION_RETURNED: Plan(recorders, may_receive, _returned),
    AMENDMENT_ADOPTED: Plan(recorders, may_receive, _adopted),
    REVIEW_DUE: Plan(monitoring_officers, may_review, _review),
}


def wire() -> None:
    """Registers every kind of event of amendments and reviews, and its letters."""
    register_all(AMENDMENT_KINDS, PLANS)
