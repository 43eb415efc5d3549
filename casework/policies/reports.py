"""Who has reports to a committee made, reads them, writes their foreword and gives them; and why not."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.models import Report
from casework.policies.asking import Question, answer, rule_of
from casework.queries.reports import UNDER_WAY, visible_to
from casework.rules.periods import Period
from casework.states import ReportState
from council.queries import Standing, protocol_in_force
from council.rules import Role
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty

_READABLE = (ReportState.MADE, ReportState.GIVEN)


def may_list_reports(who: Standing) -> Decision:
    """May the person open the list? Whoever makes reports, democratic services, and members."""
    rule = rule_of(Duty.REPORT, protocol_in_force().key)
    if who.in_post and who.has(Role.MONITORING_OFFICER, Role.DEMOCRATIC_SERVICES, Role.MEMBER):
        return allowed(rule)
    words = _("Members read reports that were given to a committee. Ask democratic services for a copy.")
    return refused(rule, words)


def may_have_reports_made(who: Standing) -> Decision:
    """May the person have any report made? The monitoring officer and the deputy."""
    rule = rule_of(Duty.REPORT, protocol_in_force().key)
    if who.in_post and who.has(Role.MONITORING_OFFICER):
        return allowed(rule)
    return refused(rule, _("The monitoring officer has reports made. Democratic services read them."))


def may_make_report(who: Standing, kind: str, period: Period) -> Decision:
    """May the person have this one made: has its period begun, and is it not being made already?"""
    decision = may_have_reports_made(who)
    if not decision.allowed:
        return decision
    rule = rule_of(Duty.REPORT, protocol_in_force().key)
    if period.first > who.on:
        return refused(rule, _("These days are still to come, so there is nothing to report on."))
    rows = Report.objects.filter(kind=kind, first_on=period.first)
    if rows.filter(state__in=UNDER_WAY).exists():
        return refused(rule, _("This report is being made already. It is on the list of reports."))
    if rows.filter(state=ReportState.GIVEN).exists():
        return refused(
            rule,
            _(
                "The report on these days was given to a committee. A second one beside it could give away "
                "small numbers."
            ),
        )
    return allowed(rule)


def _knows(who: Standing, report: Report) -> bool:
    return visible_to(who).filter(pk=report.pk).exists()


def _anyone(who: Standing, report: Report) -> bool:
    return True


def _makes(who: Standing, report: Report) -> bool:
    return who.has(Role.MONITORING_OFFICER)


_NOT_YOURS = gettext_lazy("The monitoring officer decides this.")
_SEE = Question[Report](Duty.REPORT, _anyone)
_TAKE_OUT = Question[Report](
    Duty.REPORT,
    _anyone,
    states=_READABLE,
    not_now=gettext_lazy("This report is not made yet, so there is no file of it."),
)
_FOREWORD = Question[Report](
    Duty.REPORT,
    _makes,
    _NOT_YOURS,
    (ReportState.MADE, ReportState.FAILED),
    gettext_lazy(
        "A foreword is written to a report that is made, or could not be made, and that no committee has yet."
    ),
)
_GIVE = Question[Report](
    Duty.REPORT,
    _makes,
    _NOT_YOURS,
    (ReportState.MADE,),
    gettext_lazy("Only a report that is made, and that no committee has yet, can be given to one."),
)
_STOP = Question[Report](
    Duty.REPORT, _makes, _NOT_YOURS, UNDER_WAY, gettext_lazy("This report is not being made any more.")
)
_AGAIN = Question[Report](
    Duty.REPORT,
    _makes,
    _NOT_YOURS,
    (ReportState.FAILED,),
    gettext_lazy("Only a report that could not be made is tried again."),
)


def _answer(question: Question[Report], who: Standing, report: Report) -> Decision:
    return answer(question, who, report, text=report.protocol, state=report.state, knows=_knows)


def may_see_report(who: Standing, report: Report) -> Decision:
    """May the person know of it? Seeing is the query."""
    return _answer(_SEE, who, report)


def may_take_out_report(who: Standing, report: Report) -> Decision:
    """May the person have a file of it?"""
    return _answer(_TAKE_OUT, who, report)


def may_write_foreword(who: Standing, report: Report) -> Decision:
    """May the person write the words that stand before it? Also where it failed, since they may be why."""
    return _answer(_FOREWORD, who, report)


def may_give_report(who: Standing, report: Report) -> Decision:
    """May the person give it to a committee? Once for a period, and only when the period is over."""
    decision = _answer(_GIVE, who, report)
    if not decision.allowed:
        return decision
    rule = rule_of(Duty.REPORT, report.protocol)
    if report.is_so_far:
        return refused(
            rule,
            _("Its period was not over when it was made. Make it again when it is, and give that one."),
        )
    if Report.objects.filter(kind=report.kind, first_on=report.first_on, state=ReportState.GIVEN).exists():
        return refused(rule, _("Another report on the same days was given to a committee already."))
    return allowed(rule)


def not_beside_others(report: Report) -> Decision:
    """Why a report that shows too much, beside those that were given since, is not given."""
    return refused(
        rule_of(Duty.REPORT, report.protocol),
        _(
            "Other reports were given since this one was made. Together with them it would give small "
            "numbers away. Make it anew, and give that one."
        ),
    )


def may_stop_report(who: Standing, report: Report) -> Decision:
    """May the person end its making?"""
    return _answer(_STOP, who, report)


def may_try_again(who: Standing, report: Report) -> Decision:
    """May the person have it tried again?"""
    return _answer(_AGAIN, who, report)
