"""Marking a document, and weighing the public interest in closing it."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from access_rules.actions.marking import COLUMNS, mark, weigh
from access_rules.forms.marking import MarkForm, WeighForm
from access_rules.models import Document
from access_rules.policies.closing import may_mark, may_weigh
from access_rules.policies.marking import is_executive
from access_rules.screens.marking import about_marking, about_weighing
from access_rules.views.asking import document_for, standing
from access_rules.views.registering import address, words_for
from casework.deciding import Deciding, decide
from council.queries import protocol_in_force
from council.sign_in import SignedInRequest, sign_in_required

TEMPLATE = "access_rules/marking.html"


def _initial(document: Document) -> dict[str, object]:
    given = {name: getattr(document, name) for name in COLUMNS}
    if document.marking == Document.Marking.UNCLASSIFIED:
        del given["marking"]
    return given


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def marking(request: SignedInRequest, ref: str) -> HttpResponse:
    """Open, exempt by which paragraphs, or confidential by what; and what undoes it."""
    who = standing(request)
    found = document_for(who, ref)
    text = protocol_in_force()

    def act(form: MarkForm) -> str:
        given = form.cleaned_data
        done = mark(who=who, document=found, columns=given, at=timezone.now(), seen_version=given["version"])
        return address(done)

    return decide(
        request,
        Deciding(
            may=lambda: may_mark(who, found),
            form=lambda *given, **named: MarkForm(
                *given, text=text, is_executive=is_executive(found), **named
            ),
            act=act,
            template=TEMPLATE,
            done=gettext_lazy("The document is marked."),
            row=found,
            initial=_initial(found),
            context={
                **words_for(found, _("Mark this document"), _("Mark it")),
                "about": about_marking(found),
            },
        ),
    )


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def weighing(request: SignedInRequest, ref: str) -> HttpResponse:
    """The public interest test, with its reasons and the day on which it is looked at again."""
    who = standing(request)
    found = document_for(who, ref)
    text = protocol_in_force()

    def act(form: WeighForm) -> str:
        given = form.cleaned_data
        done = weigh(
            who=who,
            document=found,
            outcome=given["outcome"],
            reasons=given["reasons"],
            review_on=given["review_on"],
            at=timezone.now(),
            seen_version=given["version"],
        )
        return address(done)

    return decide(
        request,
        Deciding(
            may=lambda: may_weigh(who, found),
            form=lambda *given, **named: WeighForm(*given, text=text, today=who.on, **named),
            act=act,
            template=TEMPLATE,
            done=gettext_lazy("The public interest test is on record."),
            row=found,
            context={
                **words_for(found, _("Weigh the public interest"), _("Record it")),
                "about": about_weighing(found),
            },
        ),
    )
