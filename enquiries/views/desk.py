"""Where an enquiry is written: by whom, for whom, on which form, and into which draft."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from council.models import MemberTerm, OfficerAppointment, Person, Service
from council.queries import Standing, members_on, officers_on, protocol_in_force
from council.rules import Role
from enquiries import policies
from enquiries.actions.handing_in import Handed, hand_in
from enquiries.actions.logging import Draft
from enquiries.clock import Clock
from enquiries.forms.logging import LoggedForMemberForm, Officers
from enquiries.forms.writing import NOTHING_MORE, Besides, EnquiryForm
from enquiries.models import Enquiry
from enquiries.policies.triage import askers_of, which_member
from enquiries.queries import asked_for_in_group, visible_to, with_names
from enquiries.rules.stating import asks_factual, asks_remit
from enquiries.states import State
from rulebook.decision import Refused
from rulebook.triage import Asker

_DRAFTS = "enquiries.drafts"
_REMEMBERED = 20


@dataclass(frozen=True)
class Desk:
    """Who writes, for whom they may, on which kind of form, and the draft that it goes into."""

    who: Standing
    members: list[Person]
    services: list[Service]
    form: type[EnquiryForm]
    kept: Enquiry | None = None
    besides: Besides = NOTHING_MORE
    askers: Mapping[int, Asker] = field(default_factory=dict)
    officers: Officers = ()

    @property
    def for_others(self) -> bool:
        """Is it democratic services' own?"""
        return self.form is LoggedForMemberForm

    @property
    def address(self) -> str:
        """Where the form is sent."""
        if self.kept:
            return reverse("enquiry-draft", args=[self.kept.reference])
        return reverse("enquiry-log" if self.for_others else "enquiry-new")

    def fields(self) -> dict[str, Any]:
        """What every form of this desk is given."""
        given = {"members": self.members, "services": self.services, "today": self.who.on}
        if self.for_others:
            given["officers"] = self.officers
        return {**given, "besides": self.besides}

    def with_draft(self, kept: Enquiry) -> "Desk":
        """The same desk once a draft lies on it."""
        return replace(self, kept=kept)

    def draft(self) -> Draft:
        """What was kept so far."""
        if self.kept is None:
            return Draft()
        return Draft(**{name: getattr(self.kept, name) for name in Draft.__dataclass_fields__})

    def hand_in(
        self, form: EnquiryForm, *, send: bool, files: bool = True, clock: Clock | None = None
    ) -> Handed:
        """What the form holds, kept as a draft or sent. Raises Refused, and AlreadyUsed."""
        member = form.member_chosen
        if member is None:
            raise Http404
        return hand_in(
            who=self.who,
            member=member,
            draft=form.draft(self.draft()),
            files=form.cleaned_data.get("uploads", []) if files else [],
            enquiry=self.kept,
            send=send,
            clock=clock,
            token=form.cleaned_data.get("token", ""),
            at=timezone.now(),
        )


def _services() -> list[Service]:
    """Those that take new enquiries."""
    return list(Service.objects.filter(is_open=True).select_related("addressee"))


def own_desk(who: Standing, kept: Enquiry | None = None) -> Desk:
    """A member's, an assistant's or a political assistant's. Raises Refused for whoever is none of them."""
    ids = set(who.assisted) | ({who.person.pk} if who.has(Role.MEMBER) else set())
    ids |= set(asked_for_in_group(who).values_list("pk", flat=True))
    if not ids:
        raise Refused(policies.may_write(who))
    found = [who.person] if ids == {who.person.pk} else Person.objects.filter(pk__in=ids)
    members = sorted(found, key=lambda one: (one.pk != who.person.pk, one.last_name, one.first_name, one.pk))
    return _desk(who, members, EnquiryForm, kept)


def others_desk(who: Standing, kept: Enquiry | None = None) -> Desk:
    """Democratic services', for any member in post. Raises Refused for everybody else."""
    decision = policies.may_log_for_members(who)
    if not decision.allowed:
        raise Refused(decision)
    jobs = dict(OfficerAppointment.objects.on(who.on).values_list("person_id", "job_title"))
    officers = [
        (one, jobs.get(one.pk, "")) for one in officers_on(who.on).order_by("last_name", "first_name")
    ]
    return replace(_desk(who, list(members_on(who.on)), LoggedForMemberForm, kept), officers=officers)


def _desk(who: Standing, members: list[Person], form: type[EnquiryForm], kept: Enquiry | None) -> Desk:
    """A desk with what the text in force makes the form ask besides."""
    text, askers = protocol_in_force(), askers_of(who, members)
    assists = Asker.POLITICAL_ASSISTANT in askers.values()
    besides = Besides(
        which_member=_(which_member(text)) if assists else "",
        remit=_remit(who, askers) if any(asks_remit(text, one) for one in askers.values()) else None,
        factual=asks_factual(text),
    )
    return Desk(who, members, _services(), form, kept, besides, askers)


def _remit(who: Standing, askers: Mapping[int, Asker]) -> str:
    """The remit of the only member asked about; empty where there are several, or it is not entered."""
    if len(askers) != 1:
        return ""
    term = MemberTerm.objects.on(who.on).filter(person__in=askers).first()
    return term.remit if term else ""


def desk_of(who: Standing, kept: Enquiry) -> Desk:
    """The desk that a draft was written at."""
    theirs = who.assists_group_id is not None and not who.has(Role.DEMOCRATIC_SERVICES)
    if kept.member_id == who.person.pk or kept.member_id in who.assisted or theirs:
        return own_desk(who, kept)
    return others_desk(who, kept)


def draft_called(who: Standing, reference: str) -> Enquiry | None:
    """The person's own draft of that number."""
    drafts = with_names(visible_to(who)).select_related("stream").filter(state=State.DRAFT)
    return drafts.filter(reference=reference).first()


def saved_by_itself(request: HttpRequest, who: Standing) -> Enquiry | None:
    """The draft into which the page saved itself before it was sent."""
    reference = request.session.get(_DRAFTS, {}).get(request.POST.get("token", ""))
    return draft_called(who, reference) if reference else None


def remember_saved(request: HttpRequest, token: str, enquiry: Enquiry) -> None:
    """Have the page's next word go into the same draft."""
    drafts = {**request.session.get(_DRAFTS, {}), token: enquiry.reference}
    request.session[_DRAFTS] = dict(list(drafts.items())[-_REMEMBERED:])
