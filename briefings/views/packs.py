"""The pages on which a pack is added, certified, cleared, returned and released; and its file."""

from functools import partial

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from briefings.actions import packs as actions
from briefings.forms import packs as forms
from briefings.models import Pack
from briefings.policies import packs as policies
from briefings.queries.giving import pack_for
from briefings.queries.leads import who_may_lead
from briefings.rules.giving import statements
from briefings.screens.packs import said_of_content
from briefings.views.asking import briefing_of, matter_of
from briefings.views.matters import TEMPLATE, matter_frame, to_matter
from casework.actions.attaching import open_attachment
from casework.deciding import Deciding, decide
from casework.forms import OnceForm
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.decision import Refused
from rulebook.protocols import protocol


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: SignedInRequest, matter: str) -> HttpResponse:
    """The next version of the pack."""
    who = request.standing
    row = matter_of(who, matter)

    def act(form: forms.PackForm) -> str:
        given = form.cleaned_data
        actions.add_pack(
            who=who,
            matter=row,
            upload=given["upload"],
            seen_version=given["version"],
            at=timezone.now(),
        )
        return to_matter(row)

    page = Deciding(
        may=lambda: policies.may_add_pack(who, row),
        form=forms.PackForm,
        act=act,
        template=TEMPLATE,
        done=_("The pack was added. Its author certifies it next"),
        row=row,
        takes_files=True,
        context=matter_frame(row, _("Add a pack"), _("Add"), said_of_content(row)),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def certify(request: SignedInRequest, matter: str) -> HttpResponse:
    """Its author says that it keeps to what officers may give, and who reads it next."""
    who = request.standing
    row = matter_of(who, matter)

    def act(form: forms.CertifyForm) -> str:
        given = form.cleaned_data
        actions.certify_pack(
            who=who,
            matter=row,
            certified=form.certified(),
            reader=given["reader"],
            seen_version=given["version"],
            at=timezone.now(),
        )
        return to_matter(row)

    readers = who_may_lead(on=who.on) | type(who.person).objects.filter(pk=row.lead_id)
    page = Deciding(
        may=lambda: policies.may_certify(who, row),
        form=partial(
            forms.CertifyForm,
            statements=statements(protocol(row.protocol)),
            readers=readers.exclude(pk=who.person.pk).distinct(),
        ),
        act=act,
        template=TEMPLATE,
        done=_("Certified. A second reader is asked to read it"),
        row=row,
        context=matter_frame(row, _("Certify the pack"), _("Certify"), said_of_content(row)),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def clear(request: SignedInRequest, matter: str) -> HttpResponse:
    """A second reader found nothing in it that groups must not be given."""
    who = request.standing
    row = matter_of(who, matter)

    def act(form: OnceForm) -> str:
        actions.clear_pack(who=who, matter=row, seen_version=form.cleaned_data["version"], at=timezone.now())
        return to_matter(row)

    page = Deciding(
        may=lambda: policies.may_clear(who, row),
        form=OnceForm,
        act=act,
        template=TEMPLATE,
        done=_("Cleared. It can be released"),
        row=row,
        context=matter_frame(row, _("Clear the pack"), _("I read it: clear it"), said_of_content(row)),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def send_back(request: SignedInRequest, matter: str) -> HttpResponse:
    """A second reader found something in it."""
    who = request.standing
    row = matter_of(who, matter)

    def act(form: forms.ReturnForm) -> str:
        given = form.cleaned_data
        actions.return_pack(
            who=who, matter=row, because=given["because"], seen_version=given["version"], at=timezone.now()
        )
        return to_matter(row)

    page = Deciding(
        may=lambda: policies.may_return(who, row),
        form=forms.ReturnForm,
        act=act,
        template=TEMPLATE,
        done=_("Returned to its author"),
        row=row,
        context=matter_frame(row, _("Return the pack"), _("Return it"), said_of_content(row)),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def release(request: SignedInRequest, matter: str) -> HttpResponse:
    """Every group that took it up gets this very file."""
    who = request.standing
    row = matter_of(who, matter)

    def act(form: OnceForm) -> str:
        actions.release_pack(
            who=who, matter=row, seen_version=form.cleaned_data["version"], at=timezone.now()
        )
        return to_matter(row)

    page = Deciding(
        may=lambda: policies.may_release(who, row),
        form=OnceForm,
        act=act,
        template=TEMPLATE,
        done=_("Released. Every group that took it up has the same"),
        row=row,
        context=matter_frame(row, _("Release the pack"), _("Release it")),
    )
    return decide(request, page)


@sign_in_required
@require_safe
def file(request: SignedInRequest, matter: str, number: int) -> HttpResponseBase:
    """A version of the pack for officers who work on the matter."""
    row = matter_of(request.standing, matter)
    pack = Pack.objects.select_related("file").filter(matter=row, number=number).first()
    if pack is None:
        raise Http404
    return open_attachment(pack.file)


@sign_in_required
@require_safe
def group_file(request: SignedInRequest, briefing: str) -> HttpResponseBase:
    """What the group was given to read; before that there is nothing at this address."""
    who = request.standing
    row = briefing_of(who, briefing)
    decision = policies.may_read_pack(who, row)
    if not decision.allowed:
        raise Refused(decision)
    pack = pack_for(row, on=who.on)
    if pack is None:
        raise Http404
    actions.record_reading(who=who, row=row, pack=pack, at=timezone.now())
    return open_attachment(pack.file)
