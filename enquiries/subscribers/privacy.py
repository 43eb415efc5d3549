"""The letters on who may read it: privacy, copies, sharing, notes of talks; never a word of the text."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casework.events import EventKind
from casework.models import CaseEvent
from council.queries import Standing
from enquiries import events
from enquiries.models import Enquiry
from enquiries.policies.privacy import may_read_copy, may_still_use
from enquiries.subscribers import recipients as to
from enquiries.subscribers.plan import Plan
from enquiries.subscribers.words import says
from rulebook.decision import Decision


def _to_the_copy(enquiry: Enquiry, event: CaseEvent) -> str:
    return reverse("enquiry-copied", args=[event.facts["copy"]])


def _may_read_it(who: Standing, enquiry: Enquiry, event: CaseEvent) -> Decision:
    return may_read_copy(who, enquiry, int(str(event.facts["copy"])))


def _to_the_list(enquiry: Enquiry, event: CaseEvent) -> str:
    return reverse("enquiry-copies")


def _is_in_post(who: Standing, enquiry: Enquiry, event: CaseEvent) -> Decision:
    return may_still_use(who, enquiry)


PLANS: dict[EventKind, tuple[Plan, ...]] = {
    events.PRIVACY_ASKED: (
        Plan(
            to.addressed,
            says(
                _("Privacy is asked for"),
                _("Say first whether you can keep %(reference)s private. Nobody reads it before that."),
            ),
        ),
    ),
    events.PRIVACY_KEPT: (
        Plan(to.member, says(_("Kept private"), _("%(reference)s is kept private, as you asked."))),
    ),
    events.PRIVACY_DECLINED: (
        Plan(
            to.member,
            says(
                _("It cannot be kept private"),
                _("%(reference)s cannot be kept private. Nobody has read it. Say whether it goes on."),
            ),
        ),
    ),
    events.PRIVACY_GIVEN_UP: (
        Plan(
            to.addressed,
            says(
                _("It goes on as an ordinary enquiry"),
                _("The member lets %(reference)s go on. You can read it now."),
                with_date=True,
            ),
        ),
    ),
    events.COPIED: (
        Plan(
            to.named,
            says(_("A copy of a letter"), _("A letter in %(reference)s was copied to you.")),
            to_actor=True,
            link=_to_the_copy,
            may=_may_read_it,
        ),
        Plan(
            to.everybody,
            says(
                _("A letter was copied"),
                _("A letter in %(reference)s was copied to somebody. The page says to whom."),
            ),
        ),
    ),
    events.CONSENT_ASKED: (
        Plan(
            to.member,
            says(
                _("A copy for another member"),
                _("An officer asks whether a letter in %(reference)s may be copied. Only you can say so."),
            ),
        ),
    ),
    events.CONSENT_ANSWERED: (
        Plan(
            to.officer,
            says(
                _("The member has answered about the copy"),
                _("The member has said whether the letter in %(reference)s may be copied."),
            ),
        ),
    ),
    events.SHARED: (
        Plan(
            to.named,
            says(_("An enquiry is shared with you"), _("A colleague lets you read %(reference)s.")),
        ),
    ),
    events.SHARE_ENDED: (
        Plan(
            to.named,
            says(_("Sharing has ended"), _("%(reference)s is not shared with you any more.")),
            link=_to_the_list,
            may=_is_in_post,
        ),
    ),
    events.TALK_NOTED: (
        Plan(
            to.member,
            says(
                _("A note of your talk"),
                _("An officer has written down what you talked about in %(reference)s."),
            ),
        ),
    ),
}
