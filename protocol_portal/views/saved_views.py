"""«Saved views»: a person’s own lists under names; saved, renamed, removed, and opened anew each time."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions.saved_views import remove_view, rename_view, save_view
from casework.deciding import Deciding, decide
from casework.forms import OnceForm
from casework.forms.saved_views import ViewNameForm
from casework.models import SavedView
from casework.policies.saved_views import may_change_view, may_save_view
from casework.queries.saved_views import saved_by
from council.sign_in import SignedInRequest, sign_in_required
from protocol_portal.saved_lists import LISTS, address_of, kept_of, saved_row, too_long

_TEMPLATE = "deciding.html"
_VERBS = ["GET", "HEAD", "POST"]


@sign_in_required
@require_safe
def saved_views(request: SignedInRequest) -> HttpResponse:
    """The person’s own, by name."""
    rows = [saved_row(request.standing, view) for view in saved_by(request.person)]
    return render(request, "pages/saved_views.html", {"section": "search", "rows": rows})


@sign_in_required
@require_http_methods(_VERBS)
def new(request: SignedInRequest) -> HttpResponse:
    """Keeps the list that the address names, as it stands. Of a list that is not known: not found."""
    who, shows = request.standing, request.GET.get("shows", "")
    if shows not in LISTS:
        raise Http404
    query = kept_of(shows, QueryDict(request.GET.get("query", "")))

    def act(form: ViewNameForm) -> str:
        if why := too_long(query):
            raise ValidationError(why, code="query")
        save_view(who=who, name=form.cleaned_data["name"], shows=shows, query=query, at=timezone.now())
        return reverse("saved-views")

    page = Deciding(
        may=lambda: may_save_view(who),
        form=ViewNameForm,
        act=act,
        template=_TEMPLATE,
        done=_("The view is saved"),
        file_box="name",
        context={
            **_frame(_("Save this view"), _("Save")),
            "caption": str(LISTS[shows].title),
            "back_url": address_of(shows, query),
            "back_text": str(LISTS[shows].title),
        },
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(_VERBS)
def rename(request: SignedInRequest, view: int) -> HttpResponse:
    """Another name for it."""
    who, row = request.standing, _own(request, view)

    def act(form: ViewNameForm) -> str:
        rename_view(who=who, view=row, name=form.cleaned_data["name"])
        return reverse("saved-views")

    page = Deciding(
        may=lambda: may_change_view(who, row),
        form=ViewNameForm,
        act=act,
        template=_TEMPLATE,
        done=_("The view has its new name"),
        initial={"name": row.name},
        file_box="name",
        context={**_frame(_("Rename a saved view"), _("Save")), "caption": row.name},
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(_VERBS)
def remove(request: SignedInRequest, view: int) -> HttpResponse:
    """Forgets it. Removed in another window meanwhile, it is gone as it was meant to be."""
    who, row = request.standing, _own(request, view)

    def act(_form: OnceForm) -> str:
        remove_view(who=who, view=row)
        return reverse("saved-views")

    page = Deciding(
        may=lambda: may_change_view(who, row),
        form=OnceForm,
        act=act,
        template=_TEMPLATE,
        done=_("The view is removed"),
        context={**_frame(_("Remove a saved view"), _("Remove")), "caption": row.name},
    )
    return decide(request, page)


def _own(request: SignedInRequest, pk: int) -> SavedView:
    """The person’s own view of that key; anybody else’s is as one that never was."""
    found = saved_by(request.person).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _frame(heading: str, button: str) -> dict[str, str]:
    return {
        "section": "search",
        "heading": heading,
        "button": button,
        "back_url": reverse("saved-views"),
        "back_text": _("Saved views"),
    }
