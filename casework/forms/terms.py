"""Whether value and unit of a local term fit what it is about: a share for a target, a time for the rest."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from rulebook.local_term import PER_CENT, SHARES


def faults_of_amount(duty: str, value: int, unit: str) -> Mapping[str, str]:
    """The sentence for each box that does not fit; nothing where all do."""
    if duty not in SHARES:
        words = _("Choose calendar days, working days or months: per cent is for a target alone")
        return {"unit": words} if unit == PER_CENT else {}
    found = {} if unit == PER_CENT else {"unit": _("Choose per cent: a target is a share")}
    return found if value <= 100 else {**found, "value": _("Enter a whole number from 1 to 100")}
