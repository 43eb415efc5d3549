"""The pages of questions on the protocol: lists, asking, one question, answering, withdrawing, finding."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from access_rules.actions import advising
from access_rules.forms.advice import NONE_FITS, AnswerForm, AskForm, FoundForm, PressForm
from access_rules.models import Advice
from access_rules.policies import advice as policies
from access_rules.queries import advice as queries
from access_rules.queries.asked import visible_requests
from access_rules.screens import advice as screens
from access_rules.screens.advice_found import hits
from access_rules.screens.saying import of_text
from casework.deciding import Deciding, decide
from casework.paging import page_for
from council.queries import Standing, protocol_in_force
from council.rules import Role
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.access.duties import Advice as Advises
from rulebook.advice import prevails
from rulebook.decision import Refused, unknown
from rulebook.obligations import obligation
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.protocols import protocol

GROUPS = Advises.GROUP_DIFFICULTY
_READS = ("GET", "HEAD", "POST")


def question_of(reference: str) -> Advice:
    """The question of that number; raises Refused (unknown) where there is none."""
    rows = Advice.objects.select_related("asked_by", "answered_by", "stream", "follows", "request")
    found = rows.filter(reference=reference.replace("\x00", "")).first()
    if found is None:
        raise Refused(unknown())
    return found


def theirs(who: Standing) -> frozenset[int]:
    """The keys of all questions that the person may see."""
    return frozenset(queries.visible_to(who).values_list("pk", flat=True))


@sign_in_required
@require_safe
def advice(request: SignedInRequest) -> HttpResponse:
    """What waits for the person’s answer, their own questions, and for the monitoring officer all of them."""
    who = request.standing
    decision = policies.may_ask_advice(who)
    if not decision.allowed:
        raise Refused(decision)
    waiting = queries.to_answer(who).select_related("asked_by").order_by("answer_by", "asked_at", "pk")
    mine = queries.asked_by(who).select_related("asked_by").order_by("-asked_at", "-pk")
    context: dict[str, Any] = {
        "section": "advice",
        "waiting": screens.rows(waiting, today=who.on, for_staff=True),
        "mine": screens.rows(mine, today=who.on, for_staff=False),
        "asks": screens.asks(protocol_in_force()),
        "answers": who.has(Role.MONITORING_OFFICER) or bool(waiting),
    }
    if who.has(Role.MONITORING_OFFICER):
        others = queries.visible_to(who).exclude(asked_by=who.person).select_related("asked_by")
        page = page_for(request, others, order=("-asked_at", "-pk"))
        context |= {"page": page, "others": screens.rows(page.items, today=who.on, for_staff=True)}
    return render(request, "access_rules/advice/list.html", context)


@sign_in_required
@require_http_methods(_READS)
def ask(request: SignedInRequest) -> HttpResponse:
    """The question, about a paragraph or an answer on access where the link that led here names one."""
    who, text = request.standing, protocol_in_force()
    anchor = _anchor(text, request.GET.get("paragraph", ""))
    about = screens.about(text, anchor)
    of_request = queries.request_of(who, request.GET.get("request", ""))
    posts = screens.posts_offered(text)

    def form(**given: Any) -> AskForm:
        return AskForm(posts=posts, **given)

    def act(sent: AskForm) -> str:
        asked = advising.Asked(
            question=sent.cleaned_data["question"],
            paragraph=anchor if about else "",
            post=Post(sent.cleaned_data.get("post") or posts[0][0]),
            is_private=sent.cleaned_data["is_private"],
            request=of_request,
        )
        made = advising.ask(who=who, asked=asked, at=timezone.now())
        return reverse("advice-question", args=[made.reference])

    context = {
        "heading": _("Ask about the protocol"),
        "button": _("Send the question"),
        "back_url": reverse("advice"),
        "back_text": _("Questions on the protocol"),
        "about_paragraph": about,
        "of_request": of_request,
        "readings": screens.readings_beside(text).get(anchor, []) if about else [],
        "asks": screens.asks(text),
        "about_groups": of_text(GROUPS, text.access.advice.get(GROUPS, ())),
        "only_one": posts[0][1] if len(posts) == 1 else "",
    }
    page = Deciding(
        may=lambda: policies.may_ask_advice(who),
        form=form,
        act=act,
        template="access_rules/advice/ask.html",
        done=gettext_lazy("Your question is sent"),
        initial={"post": posts[0][0]},
        context=context,
    )
    return decide(request, page)


def _anchor(text: Protocol, given: str) -> str:
    """The anchor that a link names, by itself or by the number of a rule («WF-6.9»); none of another text."""
    row = obligation(given)
    if row is None:
        return given
    return row.anchor if row.protocol == text.key else ""


@sign_in_required
@require_safe
def question(request: SignedInRequest, advice: str) -> HttpResponse:
    """One question: what was asked, the answer with its paragraphs, the reading, and what can be done."""
    who, row = request.standing, question_of(advice)
    decision = policies.may_see_advice(who, row)
    if not decision.allowed:
        raise Refused(decision)
    for_staff = not policies.speaks_for_asker(who, row)
    status, colour = screens.status_of(row, today=who.on, for_staff=for_staff)
    publishes = who.has(Role.MONITORING_OFFICER)
    context = {
        "section": "advice",
        "advice": row,
        "shown": screens.shown(row, who=who, drafts=publishes, open_to=theirs(who)),
        "status": status,
        "colour": colour,
        "publishes": publishes,
        "sees_request": row.request is not None and visible_requests(who).filter(pk=row.request.pk).exists(),
        "may": {
            "answer": policies.may_answer_advice(who, row),
            "withdraw": policies.may_withdraw_advice(who, row),
            "lift": policies.may_lift_privacy(who, row),
            "write": policies.may_write_reading(who, row),
            "publish": policies.may_publish_reading(who, row),
            "take_back": policies.may_take_back_reading(who, row),
        },
    }
    return render(request, "access_rules/advice/question.html", context)


def frame(row: Advice, *, heading: str, button: str, **more: Any) -> dict[str, Any]:
    """What a page shows on which one thing is done with a question."""
    return {
        "heading": heading,
        "button": button,
        "back_url": reverse("advice-question", args=[row.reference]),
        "back_text": row.reference,
        "advice": row,
        **more,
    }


@sign_in_required
@require_http_methods(_READS)
def answer(request: SignedInRequest, advice: str) -> HttpResponse:
    """The answer, its paragraphs, and where the text lets readings prevail, the one that it follows."""
    who, row = request.standing, question_of(advice)
    offered = screens.readings_offered(row)

    def form(**given: Any) -> AnswerForm:
        binds = bool(prevails(protocol(row.protocol)))
        return AnswerForm(paragraphs=screens.sources_offered(row), readings=offered, binds=binds, **given)

    def act(sent: AnswerForm) -> str:
        chosen = sent.cleaned_data.get("follows") or NONE_FITS
        advising.answer_question(
            who=who,
            advice=row,
            words=sent.cleaned_data["answer"],
            cites=sent.cites,
            follows=queries.readings().filter(reference=chosen).first(),
            at=timezone.now(),
            seen_version=sent.cleaned_data["version"],
        )
        return reverse("advice-question", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_answer_advice(who, row),
        form=form,
        act=act,
        template="access_rules/advice/answer.html",
        done=gettext_lazy("The answer is sent"),
        row=row,
        context=frame(
            row,
            heading=_("Answer the question"),
            button=_("Send the answer"),
            shown=screens.shown(row, who=who, drafts=False, open_to=frozenset()),
        ),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(_READS)
def withdraw(request: SignedInRequest, advice: str) -> HttpResponse:
    """Whoever asked takes it back."""
    who, row = request.standing, question_of(advice)

    def act(sent: PressForm) -> str:
        version = sent.cleaned_data["version"]
        advising.withdraw_question(who=who, advice=row, at=timezone.now(), seen_version=version)
        return reverse("advice-question", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_withdraw_advice(who, row),
        form=PressForm,
        act=act,
        template="access_rules/advice/press.html",
        done=gettext_lazy("The question is withdrawn"),
        row=row,
        context=frame(
            row,
            heading=_("Withdraw the question"),
            button=_("Withdraw it"),
            says=_("Nobody answers it then. Your question stays on record."),
        ),
    )
    return decide(request, page)


@sign_in_required
@require_safe
def found(request: SignedInRequest) -> HttpResponse:
    """Published readings for everybody in post, and whatever else of the search is the person’s to see."""
    who = request.standing
    decision = policies.may_ask_advice(who)
    if not decision.allowed:
        raise Refused(decision)
    form = FoundForm(request.GET)
    given = form.cleaned_data if form.is_valid() else {}
    rows = queries.found(who, words=given.get("q", ""), paragraph=given.get("paragraph", ""))
    page = page_for(request, rows if form.is_valid() else rows.none(), order=("-asked_at", "-pk"))
    context = {
        "section": "advice",
        "form": form,
        "page": page,
        "hits": hits(page.items, open_to=theirs(who)),
        "asked": any(given.values()),
    }
    return render(request, "access_rules/advice/found.html", context)
