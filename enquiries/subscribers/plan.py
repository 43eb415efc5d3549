"""One letter about an enquiry: to whom, in which words, where it leads, and whether they may have it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from casework.models import CaseEvent
from council.queries import Standing
from enquiries import policies
from enquiries.models import Enquiry
from enquiries.policies.asking import rule_of
from enquiries.subscribers import recipients as to
from enquiries.subscribers.words import Words
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty


def to_the_case(enquiry: Enquiry, event: CaseEvent) -> str:
    """The page of the case."""
    return reverse("enquiry", args=[enquiry.reference])


def whoever_may_see(who: Standing, enquiry: Enquiry, event: CaseEvent) -> Decision:
    """Whoever may know of the case on the day of delivery."""
    return policies.may_see(who, enquiry)


def nowhere(enquiry: Enquiry, event: CaseEvent) -> str:
    """No page: whoever is told may not open the case any more."""
    return ""


def whoever_loses_it(who: Standing, enquiry: Enquiry, event: CaseEvent) -> Decision:
    """Whoever loses the case by what happened is told so all the same, while they are in post."""
    rule = rule_of(Duty.CORRECT, enquiry.protocol)
    return allowed(rule) if who.in_post else refused(rule)


@dataclass(frozen=True)
class Plan:
    """One letter: to whom, its subject and first line, and whether whoever did it hears of it too.

    `link` and `may` differ for somebody who is told of one letter in a case that they may not open.
    """

    to: to.Recipients
    words: Words
    to_actor: bool = False
    link: Callable[[Enquiry, CaseEvent], str] = to_the_case
    may: Callable[[Standing, Enquiry, CaseEvent], Decision] = whoever_may_see
