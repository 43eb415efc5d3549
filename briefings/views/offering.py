"""The page on which officers offer something to every political group of their own accord."""

from functools import partial

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from briefings.actions.offering import offer_to_every_group
from briefings.forms.offering import OfferForm
from briefings.policies.offering import may_offer
from briefings.queries.answering import groups_on
from briefings.queries.leads import who_may_lead
from briefings.views.matters import to_matter
from casework.deciding import Deciding, decide
from casework.screens.elections import caution
from council.queries import protocol_in_force
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.briefing.request import Form
from rulebook.pre_election import Matter


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: SignedInRequest) -> HttpResponse:
    """What is offered, and to which groups."""
    who, text = request.standing, protocol_in_force()

    def act(form: OfferForm) -> str:
        given = form.cleaned_data
        row = offer_to_every_group(
            who=who,
            form=Form(given["form"]),
            subject=given["subject"],
            lead=given["lead"],
            at=timezone.now(),
        )
        return to_matter(row)

    page = Deciding(
        may=lambda: may_offer(who),
        form=partial(OfferForm, text=text, leads=who_may_lead(on=who.on).exclude(pk=who.person.pk)),
        act=act,
        template="briefings/offer.html",
        done=_("Every group is offered it"),
        context={
            "section": "briefings",
            "heading": _("Offer something to every group"),
            "button": _("Offer it"),
            "back_url": reverse("briefings"),
            "back_text": _("Briefings"),
            "groups": [group.name for group in groups_on(who.on).order_by("name", "pk")],
            "caution": caution(Matter.GROUP_BRIEFING, who.on, text=text),
        },
    )
    return decide(request, page)
