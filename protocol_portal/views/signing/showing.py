"""A manager says on which day somebody from an agency was shown the protocol (WF-1.5)."""

from functools import partial

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.deciding import Deciding, decide
from council.actions.signing import show_protocol
from council.models import OfficerAppointment
from council.policies.signing import may_show
from council.sign_in import SignedInRequest, sign_in_required
from protocol_portal.signing.forms import ShownForm


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def shown(request: SignedInRequest, worker: int) -> HttpResponse:
    """For the line manager or the director of the person whose number the address has."""
    who = request.standing
    jobs = (
        OfficerAppointment.objects.on(who.on).filter(person=worker).select_related("person", "line_manager")
    )
    job = jobs.order_by("from_on", "pk").last()
    if job is None:
        raise Http404

    def act(form: ShownForm) -> str:
        show_protocol(who=who, job=job, shown_on=form.cleaned_data["shown_on"], at=timezone.now())
        return reverse("sign")

    page = Deciding(
        may=lambda: may_show(who, job, on=who.on),
        form=partial(ShownForm, today=who.on, begun_on=job.from_on),
        act=act,
        template="signing/shown.html",
        done=_("It is on record that you showed the protocol"),
        context={
            "job": job,
            "heading": _("Show the protocol"),
            "caption": job.person.name,
            "button": _("Record it"),
            "back_url": reverse("sign"),
            "back_text": _("Sign the protocol"),
        },
    )
    return decide(request, page)
