"""An election in both apps that it touches: the registers, and the open enquiries of those who leave.

Here, because no counter's actions may be called from below, and no counter may change the registers; each
app's own action asks its own policy.
"""

import datetime
from collections.abc import Mapping

from django.db import transaction

from casework.actions.registering import record_register_import
from council.actions import carry_out_election
from council.actions.electing import ELECTION
from council.files.election import ElectionPlan
from council.models import Person, RegisterFile
from council.queries import Standing
from enquiries.actions.succeeding import Choice, decide_succession

KEEP, END = "keep", "end"
ROW, PERSON = "row-", "person-"


@transaction.atomic
def hold_election(
    *, who: Standing, kept: RegisterFile, seen: str, choices: Mapping[int, str], at: datetime.datetime
) -> RegisterFile:
    """The list carried out, and what was chosen for the enquiries of each leaver, by the leaver's key.

    A choice is «keep», «end», or the row of the list whose member goes on. A second press changes nothing.
    Raises Refused, ChangedSince, RowsRefused; then nothing at all is done.
    """
    done, plan = carry_out_election(kept=kept, seen=seen, by=who.person, at=at)
    if plan is None:
        return done
    counts = {**done.outcome["counts"], "elected": len(plan.elected), "leavers": len(plan.leavers)}
    record_register_import(register=ELECTION, counts=counts, by=who.person, at=at)
    for leaver in Person.objects.filter(pk__in=[one.pk for one in plan.leavers]).order_by("pk"):
        choice = _chosen(choices.get(leaver.pk, KEEP), plan)
        decide_succession(who=who, left=leaver, choice=choice, on=kept.from_on, at=at)
    return done


def _chosen(word: str, plan: ElectionPlan) -> Choice:
    """The choice that the form's word means; what means nothing decides nothing."""
    people = {f"{ROW}{one.row}": one.person.pk or 0 for one in plan.elected}
    if word in people:
        return Choice(member=Person.objects.get(pk=people[word]))
    return Choice(ends=word == END)


def choice_of(word: str) -> Choice:
    """The same for a member who is in office already."""
    if word.startswith(PERSON):
        return Choice(member=Person.objects.get(pk=word.removeprefix(PERSON)))
    return Choice(ends=word == END)
