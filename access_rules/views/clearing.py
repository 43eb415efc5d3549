"""Before members have a document: comments of the statutory officers, its owner, and the release itself."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from access_rules.actions.clearing import ask_for_comments, give_comments
from access_rules.actions.releasing import record_consent, release, settle_ownership
from access_rules.forms.clearing import CommentsForm, ConsentForm, OwnershipForm, PressForm
from access_rules.models import Document
from access_rules.policies.clearing import may_ask_for_comments, may_comment
from access_rules.policies.registering import may_record_consent, may_settle_ownership
from access_rules.policies.releasing import may_release
from access_rules.screens.clearing import about_asking, about_commenting, about_owner, about_release
from access_rules.views.asking import document_for, standing
from access_rules.views.registering import address, words_for
from casework.deciding import Deciding, decide
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.decision import Decision

TEMPLATE = "access_rules/marking.html"


def _page(
    request: SignedInRequest,
    ref: str,
    *,
    may: Callable[[Standing, Document], Decision],
    form: Callable[..., Any],
    act: Callable[[Standing, Document, dict[str, Any]], Document],
    done: Any,
    words: Callable[[Document], dict[str, Any]],
    initial: Callable[[Document], dict[str, Any]] = lambda document: {},
) -> HttpResponse:
    """One of the pages below: all of them change one document and lead back to it."""
    who = standing(request)
    found = document_for(who, ref)
    page = Deciding(
        may=lambda: may(who, found),
        form=form,
        act=lambda given: address(act(who, found, given.cleaned_data)),
        template=TEMPLATE,
        done=done,
        row=found,
        initial=initial(found),
        context=words(found),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def asking(request: SignedInRequest, ref: str) -> HttpResponse:
    """Sends a report to the statutory officers for their comments."""
    return _page(
        request,
        ref,
        may=may_ask_for_comments,
        form=PressForm,
        act=lambda who, document, given: ask_for_comments(
            who=who, document=document, at=timezone.now(), seen_version=given["version"]
        ),
        done=gettext_lazy("The statutory officers were asked for their comments."),
        words=lambda document: {
            **words_for(document, _("Ask for comments"), _("Ask them")),
            "about": about_asking(document),
        },
    )


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def commenting(request: SignedInRequest, ref: str) -> HttpResponse:
    """The statutory officer’s own page."""
    return _page(
        request,
        ref,
        may=may_comment,
        form=CommentsForm,
        act=lambda who, document, given: give_comments(
            who=who,
            document=document,
            comments=given["comments"],
            at=timezone.now(),
            seen_version=given["version"],
        ),
        done=gettext_lazy("Your comments are with the report."),
        words=lambda document: {
            **words_for(document, _("Comment on this report"), _("Give the comments")),
            "about": about_commenting(document),
        },
    )


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def releasing(request: SignedInRequest, ref: str) -> HttpResponse:
    """Gives it to members; or says what is missing, with its paragraph."""
    return _page(
        request,
        ref,
        may=may_release,
        form=PressForm,
        act=lambda who, document, given: release(
            who=who, document=document, at=timezone.now(), seen_version=given["version"]
        ),
        done=gettext_lazy("Members have the document now."),
        words=lambda document: {
            **words_for(document, _("Release to members"), _("Release it")),
            "about": about_release(document),
        },
    )


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def owning(request: SignedInRequest, ref: str) -> HttpResponse:
    """Whose information it is."""
    return _page(
        request,
        ref,
        may=may_settle_ownership,
        form=OwnershipForm,
        act=lambda who, document, given: settle_ownership(
            who=who,
            document=document,
            ownership=given["ownership"],
            owner=given["owner"],
            is_confidential=given["is_confidential"],
            at=timezone.now(),
            seen_version=given["version"],
        ),
        done=gettext_lazy("It is on record whose information it is."),
        words=lambda document: {
            **words_for(document, _("Whose information is it?"), _("Record it")),
            "about": about_owner(document),
        },
        initial=lambda document: {
            "ownership": document.ownership,
            "owner": document.owner_words,
            "is_confidential": document.is_owner_confidential,
        },
    )


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def consenting(request: SignedInRequest, ref: str) -> HttpResponse:
    """How the owner was asked, and what they said; without a yes it stays held."""
    return _page(
        request,
        ref,
        may=may_record_consent,
        form=ConsentForm,
        act=lambda who, document, given: record_consent(
            who=who,
            document=document,
            consent=given["consent"],
            words=given["words"],
            at=timezone.now(),
            seen_version=given["version"],
        ),
        done=gettext_lazy("The owner’s answer is on record."),
        words=lambda document: {
            **words_for(document, _("The owner’s consent"), _("Record it")),
            "about": about_owner(document),
        },
        initial=lambda document: {
            "consent": document.owner_consent,
            "words": document.owner_consent_words,
        },
    )
