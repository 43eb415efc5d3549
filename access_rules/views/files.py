"""A keeper adds a file to a document."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from access_rules.actions.adding_files import add_file
from access_rules.forms.reading import AddFileForm
from access_rules.policies.reading import may_add_file
from access_rules.views.asking import document_for, standing
from casework.deciding import Deciding, decide
from council.sign_in import SignedInRequest, sign_in_required


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: SignedInRequest, ref: str) -> HttpResponse:
    """The file and which version it is; readers have it once its pages are made."""
    who = standing(request)
    document = document_for(who, ref)
    url = reverse("document", args=[ref])

    def act(form: AddFileForm) -> str:
        add_file(
            who=who,
            document=document,
            upload=form.cleaned_data["upload"],
            kind=form.cleaned_data["kind"],
            at=timezone.now(),
            seen_version=form.cleaned_data["version"],
        )
        return url

    deciding = Deciding(
        may=lambda: may_add_file(who, document),
        form=AddFileForm,
        act=act,
        template="access_rules/add_file.html",
        done=_("The file is added. Its pages are being made ready to read."),
        row=document,
        takes_files=True,
        context={
            "heading": _("Add a file to %(reference)s") % {"reference": document.reference},
            "button": _("Add the file"),
            "back_url": url,
            "back_text": document.reference,
        },
    )
    return decide(request, deciding)
