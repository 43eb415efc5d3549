"""The pages on which an answer becomes a published reading, and on which privacy is given up."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from access_rules.actions import advising
from access_rules.forms.advice import PressForm, ReadingForm, TakeBackForm
from access_rules.models import Advice
from access_rules.policies import advice as policies
from access_rules.screens import advice as screens
from access_rules.views.advice import frame, question_of
from casework.deciding import Deciding, decide
from casework.screens.elections import caution
from council.queries import protocol_in_force
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.advice import prevails
from rulebook.pre_election import Matter
from rulebook.protocols import protocol

_READS = ("GET", "HEAD", "POST")


def _to(row: Advice, name: str = "advice-question") -> str:
    return reverse(name, args=[row.reference])


@sign_in_required
@require_http_methods(_READS)
def write(request: SignedInRequest, advice: str) -> HttpResponse:
    """The reading in general words; it leads to the page that shows how it will stand."""
    who, row = request.standing, question_of(advice)

    def form(**given: Any) -> ReadingForm:
        return ReadingForm(paragraphs=screens.paragraphs_offered(row), **given)

    def act(sent: ReadingForm) -> str:
        advising.write_reading(
            who=who,
            advice=row,
            words=sent.cleaned_data["reading"],
            anchor=sent.cleaned_data["reading_of"],
            at=timezone.now(),
            seen_version=sent.cleaned_data["version"],
        )
        return _to(row, "advice-publish")

    near = screens.anchors_near(row)
    page = Deciding(
        may=lambda: policies.may_write_reading(who, row),
        form=form,
        act=act,
        template="access_rules/advice/write.html",
        row=row,
        initial={
            "reading": row.reading or row.answer,
            "reading_of": row.reading_of or (near[0] if near else ""),
        },
        context=frame(
            row,
            heading=_("Write the reading"),
            button=_("Go on: see how it will stand"),
            prevails=prevails(protocol(row.protocol)),
        ),
        file_box="reading",
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(_READS)
def publish(request: SignedInRequest, advice: str) -> HttpResponse:
    """The reading as everybody will read it, and the button; nothing is published that was not read here."""
    row = question_of(advice)
    text = protocol(row.protocol)
    return _press(
        request,
        row,
        may=lambda: policies.may_publish_reading(request.standing, row),
        act=lambda version: advising.publish_reading(
            who=request.standing, advice=row, at=timezone.now(), seen_version=version
        ),
        template="access_rules/advice/publish.html",
        done=gettext_lazy("The reading is published"),
        heading=_("Publish the reading"),
        button=_("Publish it"),
        # Asked for when the page is drawn: after somebody else's change it is the changed reading.
        reading=lambda: screens.reading(row) if row.reading else None,
        prevails=prevails(text),
        caution=caution(Matter.PUBLISHING_HERE, request.standing.on, text=protocol_in_force()),
    )


@sign_in_required
@require_http_methods(_READS)
def lift(request: SignedInRequest, advice: str) -> HttpResponse:
    """Whoever asked does not want it kept from other members any more."""
    row = question_of(advice)
    return _press(
        request,
        row,
        may=lambda: policies.may_lift_privacy(request.standing, row),
        act=lambda version: advising.lift_privacy(
            who=request.standing, advice=row, at=timezone.now(), seen_version=version
        ),
        template="access_rules/advice/press.html",
        done=gettext_lazy("The question is not private any more"),
        heading=_("It need not be kept private any more"),
        button=_("Give up privacy"),
        says=_(
            "Your assistants and the monitoring officer can then see it, and a reading in general words,"
            " which names nobody, may be published."
        ),
    )


@sign_in_required
@require_http_methods(_READS)
def take_back(request: SignedInRequest, advice: str) -> HttpResponse:
    """The published reading does not stand any more, and why."""
    who, row = request.standing, question_of(advice)

    def act(sent: TakeBackForm) -> str:
        advising.take_back_reading(
            who=who,
            advice=row,
            reason=sent.cleaned_data["reason"],
            at=timezone.now(),
            seen_version=sent.cleaned_data["version"],
        )
        return _to(row)

    page = Deciding(
        may=lambda: policies.may_take_back_reading(who, row),
        form=TakeBackForm,
        act=act,
        template="access_rules/advice/take_back.html",
        done=gettext_lazy("The reading is taken back"),
        row=row,
        context=frame(
            row,
            heading=_("Take the reading back"),
            button=_("Take it back"),
            reading=lambda: screens.reading(row) if row.reading else None,
        ),
    )
    return decide(request, page)


def _press(
    request: SignedInRequest,
    row: Advice,
    *,
    may: Callable[[], Any],
    act: Callable[[int | None], Advice],
    template: str,
    done: Any,
    **context: Any,
) -> HttpResponse:
    """A page with one button."""

    def carry_out(sent: PressForm) -> str:
        act(sent.cleaned_data["version"])
        return _to(row)

    page = Deciding(
        may=may,
        form=PressForm,
        act=carry_out,
        template=template,
        done=done,
        row=row,
        context=frame(row, **context),
    )
    return decide(request, page)
