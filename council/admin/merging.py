"""The page on which two entries of one person are reviewed and merged."""

from django.contrib import messages
from django.db import IntegrityError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from council.actions import OutOfDate, merge_people
from council.models import Person
from council.policies import may_merge
from council.queries.merge_plan import plan_merge
from council.screens import merging as screen
from rulebook.decision import Decision, Refused


def review(request: HttpRequest, *, kept: int, merged: int, keeper: Person) -> HttpResponse:
    """Both entries and what a merge would do; sent, it is done, unless the registers changed meanwhile."""
    people = _both(kept, merged)
    if request.method == "POST":
        try:
            merge_people(
                kept=people[kept],
                merged=people[merged],
                by=keeper,
                at=timezone.now(),
                seen_state=request.POST.get("state", ""),
            )
        except Refused as refusal:
            if _both(kept, merged)[merged].merged_into_id == kept:
                # Pressed twice: the first press did it.
                return redirect("admin:council_person_change", kept)
            return _page(request, _both(kept, merged), (kept, merged), refusal.decision, status=403)
        except OutOfDate:
            said = _("The registers changed after this page was opened. Nothing was merged: read it again.")
        except (IntegrityError, OperationalError):
            said = _("Somebody changed one of these rows at the same moment. Nothing was merged: try again.")
        else:
            done = _("Merged: everything that named either entry names %(name)s now.")
            messages.success(request, done % {"name": people[kept].name})
            return redirect("admin:council_person_change", kept)
        messages.error(request, said)
    return _page(request, _both(kept, merged), (kept, merged), keeper)


def _both(kept: int, merged: int) -> dict[int, Person]:
    """The two entries as they are now. Raises Http404 where one of them never was."""
    people = Person.objects.select_related("merged_into").in_bulk({kept, merged})
    if not {kept, merged} <= people.keys():
        raise Http404
    return people


def _page(
    request: HttpRequest,
    people: dict[int, Person],
    asked: tuple[int, int],
    who: Person | Decision,
    *,
    status: int = 200,
) -> HttpResponse:
    """The review as it stands now; `who` asks, or was told already that it may not be."""
    kept, merged = people[asked[0]], people[asked[1]]
    today = timezone.localdate()
    plan = plan_merge(kept, merged, on=today)
    decision = who if isinstance(who, Decision) else may_merge(who, kept, merged, plan, on=today)
    context = {
        "kept": kept,
        "merged": merged,
        "plan": plan,
        "decision": decision,
        "lines": screen.lines(plan),
        "obstacles": screen.obstacles(plan),
        "moving": screen.how_many_move(plan),
        "login": screen.login_sentence(plan),
        "stays": screen.what_stays(),
        "taken_out": screen.rows_in_words(plan.taken_out),
        "confirmed_anew": screen.rows_in_words(plan.confirmed_anew),
    }
    return TemplateResponse(request, "council/merge.html", context, status=status)
