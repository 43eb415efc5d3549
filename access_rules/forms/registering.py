"""What is typed of an entry in the register: each kind of document asks for its own."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.models import Document, Item, Meeting
from casework.forms import DateField, OnceForm
from casework.wording import plain_date
from council.models import Body, Person, PoliticalGroup, Service
from council.queries import members_on

Kind = Document.Kind
MEETING = ("meeting", "item")
# The boxes of each kind after its title and day; those of MUST have to be filled in.
BOXES: dict[str, tuple[str, ...]] = {
    Kind.AGENDA: ("meeting",),
    Kind.REPORT: (*MEETING, "body", "service", "is_planning_application"),
    Kind.MINUTES: ("meeting", "is_closed_minutes"),
    Kind.BACKGROUND_PAPER: (*MEETING, "service"),
    Kind.DECISION_RECORD: ("decided_by", "decided_on", "body", "service"),
    Kind.GROUP_PAPER: ("group",),
    Kind.BRIEFING: ("group", "service"),
    Kind.CORRESPONDENCE: ("author", "author_consents", "is_private_letter"),
    Kind.ACCOUNTS: ("body",),
    Kind.FILE: ("service", "is_held", "held_by", "is_session_talk"),
}
MUST: dict[str, frozenset[str]] = {
    Kind.AGENDA: frozenset({"meeting"}),
    Kind.MINUTES: frozenset({"meeting"}),
    Kind.DECISION_RECORD: frozenset({"decided_on"}),
    Kind.GROUP_PAPER: frozenset({"group"}),
    Kind.BRIEFING: frozenset({"group"}),
    Kind.CORRESPONDENCE: frozenset({"author"}),
    Kind.FILE: frozenset({"service"}),
}


class MeetingChoice(forms.ModelChoiceField[Meeting]):
    """Meetings by body and day."""

    def label_from_instance(self, obj: Meeting) -> str:
        """«Planning Committee, 5 December 2026 (MTG-7K4M-2)»."""
        return f"{obj.body.name}, {plain_date(obj.on)} ({obj.reference})"


class ItemChoice(forms.ModelChoiceField[Item]):
    """Items by meeting and number."""

    def label_from_instance(self, obj: Item) -> str:
        """«5 December 2026, item 4: Leisure centres»."""
        words = _("%(day)s, item %(number)d: %(title)s")
        return words % {"day": plain_date(obj.meeting.on), "number": obj.number, "title": obj.title}


class KindForm(OnceForm):
    """What it is, before anything else is asked."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What it is"),
        widget=forms.RadioSelect,
        choices=Kind.choices,
        error_messages={"required": gettext_lazy("Choose what it is")},
    )


class EntryForm(OnceForm):
    """The entry of one kind of document; boxes that the kind does not have are left out."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=200,
        help_text=gettext_lazy("Whoever may know of the document reads it, so it gives nothing away."),
    )
    made_on = DateField(label=gettext_lazy("Day on which it was written"))
    meeting = MeetingChoice(
        Meeting.objects.none(),
        label=gettext_lazy("Meeting"),
        required=False,
        empty_label=gettext_lazy("None yet"),
    )
    item = ItemChoice(
        Item.objects.none(),
        label=gettext_lazy("Item of its agenda"),
        required=False,
        empty_label=gettext_lazy("No item"),
    )
    body = forms.ModelChoiceField(
        Body.objects.none(),
        label=gettext_lazy("Body"),
        required=False,
        empty_label=gettext_lazy("No body"),
        help_text=gettext_lazy("Leave it empty where a meeting is chosen."),
    )
    decided_by = forms.ChoiceField(
        label=gettext_lazy("Who decided"), required=False, choices=Document.DecidedBy.choices
    )
    decided_on = DateField(label=gettext_lazy("Day of the decision"), required=False)
    service = forms.ModelChoiceField(
        Service.objects.none(),
        label=gettext_lazy("Service"),
        required=False,
        empty_label=gettext_lazy("No service"),
    )
    group = forms.ModelChoiceField(
        PoliticalGroup.objects.none(),
        label=gettext_lazy("Political group"),
        required=False,
        empty_label=gettext_lazy("Choose a group"),
    )
    author = forms.ModelChoiceField(
        Person.objects.none(),
        label=gettext_lazy("Member whose letter it is"),
        required=False,
        empty_label=gettext_lazy("Choose a member"),
    )
    author_consents = forms.BooleanField(
        label=gettext_lazy("The member agrees that other members may have it"), required=False
    )
    is_private_letter = forms.BooleanField(
        label=gettext_lazy("The member asked for it to be kept private"), required=False
    )
    is_planning_application = forms.BooleanField(
        label=gettext_lazy("It is on a planning application, for the Planning Committee"), required=False
    )
    is_closed_minutes = forms.BooleanField(
        label=gettext_lazy("They are minutes of a part that was closed to the public"), required=False
    )
    is_session_talk = forms.BooleanField(
        label=gettext_lazy("It tells what was said in a closed session or in a meeting of a group"),
        required=False,
    )
    is_held = forms.BooleanField(label=gettext_lazy("The council holds it"), required=False, initial=True)
    held_by = forms.CharField(label=gettext_lazy("If not, who may hold it"), required=False, max_length=160)

    def __init__(self, *args: Any, kind: str, on: datetime.date, **kwargs: Any) -> None:
        """`kind` says which boxes there are; `on` is the day whose bodies, groups and members are offered."""
        super().__init__(*args, **kwargs)
        self.kind = kind
        for name in self.fields.keys() - {"title", "made_on", "token", "version", *BOXES[kind]}:
            del self.fields[name]
        offered: dict[str, Any] = {
            "meeting": Meeting.objects.filter(cancelled_at__isnull=True).select_related("body"),
            "item": Item.objects.filter(withdrawn_at__isnull=True).select_related("meeting"),
            "body": Body.objects.on(on),
            "service": Service.objects.order_by("name"),
            "group": PoliticalGroup.objects.on(on),
            "author": members_on(on),
        }
        for name in self.fields.keys() & offered.keys():
            self.fields[name].queryset = offered[name]  # type: ignore[attr-defined]
        for name in self.fields.keys() & MUST.get(kind, frozenset()):
            self.fields[name].required = True

    def clean(self) -> dict[str, Any]:
        """An item is one of its meeting; who decided is named where no body did; a day is not ahead."""
        given = super().clean() or {}
        meeting, item = given.get("meeting"), given.get("item")
        if item and meeting and item.meeting_id != meeting.pk:
            self.add_error("item", _("Choose an item of the meeting that you chose"))
        if "decided_by" in self.fields and not given.get("decided_by") and not given.get("body"):
            self.add_error("body", _("Choose the body that decided"))
        if "is_held" in self.fields and not given.get("is_held") and not given.get("held_by"):
            self.add_error("held_by", _("Say who may hold it, or that nobody is known to"))
        return given


class ReasonForm(OnceForm):
    """Why it is withdrawn."""

    because = forms.CharField(
        label=gettext_lazy("Why it is withdrawn"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Whoever could read it reads this instead."),
        error_messages={"required": gettext_lazy("Say why it is withdrawn")},
    )
