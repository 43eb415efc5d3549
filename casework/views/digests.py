"""Published determinations: for everybody in post to read; published by the monitoring officer."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions.publishing import publish_determination
from casework.forms.disputes import PublishForm
from casework.models import Digest
from casework.paging import page_for
from casework.policies.digests import may_publish
from casework.screens import disputes as screens
from casework.views.asking import asked
from casework.views.disputes import Saying, say
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.pre_election import Matter

PUBLISH = Saying(
    may_publish,
    PublishForm,
    publish_determination,
    gettext_lazy("Publish to members"),
    gettext_lazy("Members read your words and the paragraphs. Nobody may be recognised in them."),
    gettext_lazy("Publish"),
    gettext_lazy("It is published to members"),
    Matter.PUBLISHING_HERE,
)


@sign_in_required
@require_safe
def digest(request: SignedInRequest) -> HttpResponse:
    """What was determined, newest first: title, words and paragraphs, no number and no name."""
    found = Digest.objects.select_related("determination__dispute")
    page = page_for(request, found, order=("-published_at", "-pk"))
    context = {"section": "disputes", "page": page, "digests": screens.digests(page.items)}
    return render(request, "disputes/digest.html", context)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: SignedInRequest, dispute: str) -> HttpResponse:
    """The monitoring officer writes it in general words."""
    return say(request, asked(request, dispute), PUBLISH)
