"""The question of the open enquiries of those who leave: who may go on with them, and who is proposed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casework.forms import PortalForm
from council.files.election import ElectionPlan
from council.files.matching import shown
from council.files.wording import name_of
from council.models import GroupMembership, MemberTerm
from council.queries import Standing
from protocol_portal.electing import END, KEEP, PERSON, ROW

PREFIX = "leaver-"


@dataclass(frozen=True, slots=True)
class Heir:
    """Somebody who may go on with a leaver's enquiries."""

    word: str
    name: str
    ward: str
    group: str


@dataclass(frozen=True, slots=True)
class Leaver:
    """Somebody who leaves, or left, with open enquiries."""

    key: int
    name: str
    ward: str
    group: str
    open: int
    chosen: str = ""


class LeaversForm(PortalForm):
    """A choice for each leaver: somebody of the same ward is proposed, of the same group if there is one."""

    def __init__(
        self, *args: Any, leavers: Sequence[Leaver], heirs: Sequence[Heir], proposes: bool, **kwargs: Any
    ) -> None:
        """With `proposes`, a choice stands there already; else they are kept until somebody chooses."""
        super().__init__(*args, **kwargs)
        for leaver in leavers:
            proposal = _proposal(leaver, heirs) if proposes else KEEP
            self.fields[f"{PREFIX}{leaver.key}"] = forms.ChoiceField(
                label=_label(leaver),
                choices=_choices(leaver, heirs),
                initial=leaver.chosen or proposal,
                error_messages={"invalid_choice": _("Choose one of the members in the list")},
            )

    def choices(self) -> dict[int, str]:
        """What was chosen, by the leaver's key."""
        return {int(name.removeprefix(PREFIX)): str(word) for name, word in self.cleaned_data.items()}


def _label(leaver: Leaver) -> str:
    words = ngettext("%(name)s: 1 open enquiry", "%(name)s: %(number)s open enquiries", leaver.open)
    return words % {"name": leaver.name, "number": leaver.open}


def _proposal(leaver: Leaver, heirs: Iterable[Heir]) -> str:
    same = [heir for heir in heirs if heir.ward == leaver.ward]
    same.sort(key=lambda heir: heir.group != leaver.group)
    return same[0].word if leaver.ward and same else KEEP


def _choices(leaver: Leaver, heirs: Iterable[Heir]) -> list[tuple[str, str]]:
    """Those of the same ward first; then the two answers that name nobody; then everybody else."""

    def to(heir: Heir) -> tuple[str, str]:
        return heir.word, _("Pass on to %(name)s (%(ward)s)") % {"name": heir.name, "ward": heir.ward or "–"}

    listed = list(heirs)
    return [
        *(to(heir) for heir in listed if leaver.ward and heir.ward == leaver.ward),
        (KEEP, _("Keep open, and decide later")),
        (END, _("End them: nobody need reply")),
        *(to(heir) for heir in listed if not leaver.ward or heir.ward != leaver.ward),
    ]


def heirs_elected(plan: ElectionPlan) -> list[Heir]:
    """Those whom the list names."""
    return [
        Heir(f"{ROW}{one.row}", shown(one.person), name_of(one.ward), _group(plan, one.person))
        for one in plan.elected
    ]


def leavers_of(plan: ElectionPlan, counts: Mapping[int, int]) -> list[Leaver]:
    """Those who leave and have open enquiries, in the order of the registers."""
    found = []
    for person in plan.leavers:
        ward = plan.ward_of(person)
        if person.pk and counts.get(person.pk):
            where = name_of(ward) if ward else ""
            found.append(Leaver(person.pk, shown(person), where, _group(plan, person), counts[person.pk]))
    return found


def _group(plan: ElectionPlan, person: Any) -> str:
    group = plan.group_of(person)
    return name_of(group) if group else ""


def heirs_in_office(who: Standing) -> list[Heir]:
    """Everybody who is a member today."""
    groups = dict(GroupMembership.objects.on(who.on).values_list("person_id", "group__name"))
    terms = MemberTerm.objects.on(who.on).select_related("person", "ward").order_by("ward__name", "person")
    return [
        Heir(
            f"{PERSON}{term.person_id}",
            term.person.name,
            term.ward.name if term.ward else "",
            groups.get(term.person_id, ""),
        )
        for term in terms
    ]


def leavers_before(who: Standing, counts: Mapping[int, int], chosen: Mapping[int, str]) -> list[Leaver]:
    """Those who left with open enquiries, with what was decided for a day to come."""
    terms = MemberTerm.objects.filter(person__in=list(counts)).select_related("person", "ward")
    newest = {term.person_id: term for term in terms.order_by("from_on", "pk")}
    return [
        Leaver(
            key,
            term.person.name,
            term.ward.name if term.ward else "",
            "",
            counts[key],
            chosen.get(key, ""),
        )
        for key, term in sorted(newest.items(), key=lambda found: found[1].person.last_name)
    ]
