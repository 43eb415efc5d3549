"""An undertaking of confidentiality, where the text lets an officer ask for one."""

from access_rules.rules import words as of
from access_rules.rules.case import Case
from access_rules.rules.verdict import Cites, Regard, Verdict, refer, refuse
from rulebook.access import duties as owed
from rulebook.sources import statute
from rulebook.wording import gettext_noop

REFUSED = gettext_noop(
    "An officer may ask for an undertaking of confidentiality, with written reasons, and refuse the paper"
    " without it. The undertaking was refused."
)
CONTESTED = gettext_noop(
    "The undertaking of confidentiality is contested. A member may appeal to the Monitoring Officer against"
    " the reasons for it."
)
NO_POWER = gettext_noop(
    "The protocol gives no power to ask for an undertaking of confidentiality, and the one that was asked for"
    " is {what}."
)
GIVEN = gettext_noop("You have given an undertaking of confidentiality.")
NOT_NEEDED = gettext_noop(
    "The undertaking of confidentiality was refused; a right of statute does not hang on an undertaking."
)
WHAT = {of.Undertaking.REFUSED: gettext_noop("refused"), of.Undertaking.CONTESTED: gettext_noop("contested")}


def without_undertaking(case: Case, rule: str, *, opened_by_statute: bool) -> Verdict | None:
    """What follows where an undertaking that the text knows is refused or contested; None where nothing does.

    Under current law what section 100F opens hangs on no undertaking.
    """
    power = case.terms.undertaking.get(owed.Undertaking.MAY_BE_REQUIRED, ())
    if not power:
        return None
    if case.request.undertaking is of.Undertaking.CONTESTED:
        appeal = case.terms.undertaking.get(owed.Undertaking.APPEAL, ())
        return refer(rule, CONTESTED, cites=(*power, *appeal), regard=Regard.UNDERTAKING)
    if case.request.undertaking is not of.Undertaking.REFUSED or (opened_by_statute and not case.as_adopted):
        return None
    reasons = case.terms.undertaking.get(owed.Undertaking.REASONS_WRITTEN, ())
    return refuse(rule, REFUSED, cites=(*power, *reasons), regard=Regard.UNDERTAKING)


def no_power(case: Case, rule: str) -> Verdict | None:
    """Where the text knows no undertaking, one that is refused or contested is referred; else None."""
    what = case.request.undertaking
    if not isinstance(what, of.Undertaking) or what not in WHAT or case.terms.undertaking:
        return None
    asked = case.terms.advice.get(owed.Advice.MONITORING_OFFICER, ())
    cites = (*asked, *statute("Common law: need to know"))
    return refer(rule, NO_POWER.format(what=WHAT[what]), cites=cites, gap=True)


def given(case: Case) -> tuple[tuple[str, ...], Cites]:
    """What a grant says where the text’s undertaking was given, and its paragraphs."""
    power = case.terms.undertaking.get(owed.Undertaking.MAY_BE_REQUIRED, ())
    if not power or case.request.undertaking is not of.Undertaking.GIVEN:
        return (), ()
    return (GIVEN,), power


def not_needed(case: Case) -> tuple[tuple[str, ...], Cites]:
    """What a statutory right says where the text’s undertaking was refused, and its paragraphs."""
    power = case.terms.undertaking.get(owed.Undertaking.MAY_BE_REQUIRED, ())
    if not power or case.as_adopted or case.request.undertaking is not of.Undertaking.REFUSED:
        return (), ()
    return (NOT_NEEDED,), power
