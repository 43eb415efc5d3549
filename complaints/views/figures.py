"""Figures on complaints for the Standards Committee: counts by quarter, as a page and as a file."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions.locking import demand
from casework.deciding import Deciding, decide
from casework.rules.periods import financial_year, year_in_words
from casework.screens.elections import caution
from complaints.actions.exporting import record_figures
from complaints.actions.lessons import publish_lesson, take_out_lesson
from complaints.forms.lessons import LessonForm, TakeOutForm
from complaints.models import Lesson
from complaints.policies.figures import may_publish_lesson, may_see_figures, may_take_out_lesson
from complaints.queries.lessons import offered
from complaints.screens.figures import as_csv
from complaints.screens.figures import figures as figures_of
from council.queries import Standing, protocol_in_force
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.pre_election import Matter

# Years that are offered besides this one.
YEARS_BACK = 4


@sign_in_required
@require_safe
def figures(request: SignedInRequest) -> HttpResponse:
    """The tables of one financial year."""
    demand(may_see_figures(request.standing))
    today = request.standing.on
    shown = figures_of(_year(request), today=today)
    this = financial_year(today)
    years = [(year, year_in_words(year)) for year in range(this, this - YEARS_BACK - 1, -1)]
    publishes = may_publish_lesson(request.standing, shown.year).allowed
    return render(
        request, "complaints/figures.html", {"figures": shown, "years": years, "publishes": publishes}
    )


@sign_in_required
@require_safe
def figures_csv(request: SignedInRequest) -> HttpResponse:
    """The same as a file for a spreadsheet; that it was taken out is recorded."""
    demand(may_see_figures(request.standing))
    year = _year(request)
    text, rows = as_csv(figures_of(year, today=request.standing.on))
    record_figures(who=request.standing, year=year, rows=rows, at=timezone.now())
    response = HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="complaints-{year}.csv"'
    return response


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: SignedInRequest, year: int) -> HttpResponse:
    """What was learned in a year, as those wrote it who closed complaints, and the words to be published."""
    who = request.standing
    if year not in _offered(who):
        raise Http404

    def send(form: LessonForm) -> str:
        publish_lesson(who=who, year=year, words=form.cleaned_data["words"], at=timezone.now())
        return _page_of(year)

    may = may_publish_lesson(who, year)
    page = Deciding(
        may=lambda: may_publish_lesson(who, year),
        form=LessonForm,
        act=send,
        template="complaints/lesson.html",
        done=_("It stands in the figures"),
        context={
            **_around(year, _("Publish what was learned"), _("Publish")),
            "sentences": offered(who, year) if may.allowed else [],
            "caution": caution(Matter.PUBLISHING_HERE, who.on, text=protocol_in_force()),
        },
        file_box="words",
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def take_out(request: SignedInRequest, lesson: int) -> HttpResponse:
    """Takes what was published out of the figures again."""
    who = request.standing
    demand(may_see_figures(who))
    row = get_object_or_404(Lesson, pk=lesson)

    def send(form: TakeOutForm) -> str:
        take_out_lesson(who=who, lesson=row, at=timezone.now())
        return _page_of(row.year)

    page = Deciding(
        may=lambda: may_take_out_lesson(who, Lesson.objects.get(pk=row.pk)),
        form=TakeOutForm,
        act=send,
        template="complaints/lesson_out.html",
        done=_("It is taken out of the figures"),
        context={**_around(row.year, _("Take it out of the figures"), _("Take it out")), "lesson": row},
    )
    return decide(request, page)


def _page_of(year: int) -> str:
    return f"{reverse('complaint-figures')}?year={year}"


def _around(year: int, heading: str, button: str) -> dict[str, object]:
    around = {"heading": heading, "button": button, "back_url": _page_of(year)}
    return {"section": "complaints", **around, "back_text": _("Figures on complaints")}


def _offered(who: Standing) -> range:
    this = financial_year(who.on)
    return range(this - YEARS_BACK, this + 1)


def _year(request: SignedInRequest) -> int:
    """The financial year that was asked for, if it is one of those offered; else the one that goes on."""
    offered_years = {str(year): year for year in _offered(request.standing)}
    return offered_years.get(request.GET.get("year", ""), financial_year(request.standing.on))
