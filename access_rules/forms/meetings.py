"""What keepers type of meetings: the call, a change, the end, an item of the agenda, a notice."""

import datetime
from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.actions.agenda import ItemEntry
from access_rules.actions.meetings import MeetingEntry
from access_rules.actions.notices import NoticeEntry
from access_rules.queries.meetings import NoticeOwed, bodies_that_meet
from access_rules.rules.meeting_notices import LateGround, NoticeKind
from access_rules.screens.notices import name_of
from casework.forms import DateField, OnceForm, PortalForm
from casework.forms.disputes import WordsField
from council.models import Body
from rulebook.access.papers import Exempt

TIMES = ("%H:%M", "%I:%M%p", "%I%p", "%H.%M", "%I.%M%p", "%I:%M %p", "%I %p")
# 7A to 7C were for standards hearings, which are gone.
PARAGRAPHS = tuple(one for one in Exempt if len(one.value) == 1)


class TimeField(forms.TimeField):
    """A time in one box, «19:30» or «7:30pm»."""

    widget = forms.TextInput
    default_error_messages = {"invalid": gettext_lazy("Enter a time, like 7:30pm or 19:30")}

    def __init__(self, **options: Any) -> None:
        """A short box."""
        box = forms.TextInput(attrs={"class": "govuk-input--width-5", "autocomplete": "off"})
        super().__init__(input_formats=TIMES, widget=box, **options)

    def prepare_value(self, value: Any) -> Any:
        """What the box shows: «19:30», or what was typed."""
        return f"{value:%H:%M}" if isinstance(value, datetime.time) else value


class _MeetingForm(OnceForm):
    """Day, time, place, whether it is private, and why it comes at shorter notice."""

    on = DateField(label=gettext_lazy("Day of the meeting"))
    at = TimeField(label=gettext_lazy("Time"), required=False)
    place = forms.CharField(label=gettext_lazy("Place"), max_length=160, required=False)
    is_private = forms.BooleanField(
        label=gettext_lazy("The whole meeting is held in private"),
        required=False,
        help_text=gettext_lazy("Only the executive may do so. Mark single items on the agenda."),
    )
    short_notice = WordsField(
        label=gettext_lazy("Why it is called at shorter notice"),
        rows=3,
        required=False,
        max_length=400,
        help_text=gettext_lazy("Only where less time is left than the law wants."),
    )

    def entry(self) -> MeetingEntry:
        """What the action takes."""
        given = self.cleaned_data
        return MeetingEntry(
            on=given["on"],
            at=given["at"],
            place=given["place"],
            is_private=given["is_private"],
            short_notice=given["short_notice"],
        )


class CallForm(_MeetingForm):
    """A new meeting."""

    body = forms.ModelChoiceField(
        label=gettext_lazy("Body"), queryset=Body.objects.none(), empty_label=gettext_lazy("Choose a body")
    )
    called_on = DateField(
        label=gettext_lazy("Day on which it was called"),
        help_text=gettext_lazy("The day on which notice of time and place was given."),
    )
    field_order = ("body", "on", "at", "place", "called_on", "is_private", "short_notice")

    def __init__(self, *given: Any, on: datetime.date, **named: Any) -> None:
        """The bodies of the day."""
        super().__init__(*given, **named)
        self.fields["body"].queryset = bodies_that_meet(on=on)  # type: ignore[attr-defined]


class ChangeForm(_MeetingForm):
    """What may change of a meeting."""


class BecauseForm(OnceForm):
    """Why a meeting is cancelled or an item withdrawn; members read it."""

    because = WordsField(
        label=gettext_lazy("Why"),
        rows=3,
        max_length=400,
        empty=gettext_lazy("Say why"),
        help_text=gettext_lazy("Everybody who may see the meeting reads this."),
    )


class ConcludeForm(OnceForm):
    """The moment in which the meeting concluded."""

    on = DateField(label=gettext_lazy("Day on which it concluded"))
    time = TimeField(
        label=gettext_lazy("Time at which it concluded"),
        error_messages={"required": gettext_lazy("Enter the time at which it concluded")},
    )

    def concluded_at(self) -> datetime.datetime:
        """The moment in the council’s own time."""
        given = self.cleaned_data
        return timezone.make_aware(datetime.datetime.combine(given["on"], given["time"]))


def no_caution(title: str) -> str:
    """Nothing is said of any title."""
    return ""


class ItemForm(OnceForm):
    """An item of the agenda."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=200,
        help_text=gettext_lazy("Everybody reads it: name nothing here that is exempt or confidential."),
    )
    is_private = forms.BooleanField(label=gettext_lazy("Taken in private"), required=False)
    private_under = forms.MultipleChoiceField(
        label=gettext_lazy("Paragraphs of Schedule 12A"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[],
        help_text=gettext_lazy("Choose none where the matter is confidential (LGA 1972 s100A(2))."),
    )
    is_key_decision = forms.BooleanField(label=gettext_lazy("A key decision"), required=False)
    urgent_because = WordsField(
        label=gettext_lazy("Why it is urgent"),
        rows=3,
        required=False,
        max_length=400,
        help_text=gettext_lazy("Only for an item that comes after the agenda had to be out."),
    )

    all_the_same = forms.BooleanField(
        label=gettext_lazy("I have read this: it stands on the agenda all the same"), required=False
    )

    def __init__(self, *given: Any, caution: Callable[[str], str] = no_caution, **named: Any) -> None:
        """The sentences of the paragraphs in the reader’s language.

        `caution` says of a title why it may not belong on an agenda; the box to go on all the same stands
        there only then.
        """
        super().__init__(*given, **named)
        self.caution = caution(self.data.get("title", "")) if self.is_bound else ""
        if not self.caution:
            del self.fields["all_the_same"]
        paragraphs = [(one.value, _(one.says).removesuffix(".")) for one in PARAGRAPHS]
        self.fields["private_under"].choices = paragraphs  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any] | None:
        """A caution is read once before the title goes out; it never bars it."""
        given = super().clean()
        if self.caution and not self.cleaned_data.get("all_the_same"):
            self.add_error("all_the_same", self.caution)
        return given

    def entry(self) -> ItemEntry:
        """What the action takes."""
        given = self.cleaned_data
        return ItemEntry(
            title=given["title"],
            is_private=given["is_private"],
            private_under=tuple(given["private_under"]),
            is_key_decision=given["is_key_decision"],
            urgent_because=given["urgent_because"],
        )


class NoticeForm(OnceForm):
    """A notice as it was published."""

    which = forms.ChoiceField(
        label=gettext_lazy("Which notice"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose the notice")},
    )
    published_on = DateField(label=gettext_lazy("Day on which it was published"))
    words = WordsField(
        label=gettext_lazy("What the notice says"),
        rows=5,
        empty=gettext_lazy("Enter what the notice says"),
        help_text=gettext_lazy(
            "For a private meeting or item: why it is private, in the words that are published."
        ),
    )
    representations = WordsField(
        label=gettext_lazy("What was said against meeting in private"),
        rows=3,
        required=False,
        help_text=gettext_lazy("For the second notice of a private meeting. Leave it empty if nobody did."),
    )
    answer = WordsField(label=gettext_lazy("The answer to it"), rows=3, required=False)
    exception_under = forms.ChoiceField(
        label=gettext_lazy("If it came late: by which exception"), required=False
    )
    exception = WordsField(
        label=gettext_lazy("If it came late: why there was no time, and who agreed"), rows=3, required=False
    )

    def __init__(self, *given: Any, owed: Iterable[NoticeOwed], **named: Any) -> None:
        """Only the notices that this meeting needs, and the exceptions that its law knows."""
        super().__init__(*given, **named)
        owed = list(owed)
        which = [(_value(one), _name(one)) for one in owed]
        self.fields["which"].choices = which  # type: ignore[attr-defined]
        grounds: dict[str, LateGround] = {ground.key: ground for one in owed for ground in one.due.grounds}
        under = [("", _("It was in time")), *((key, _(one.says)) for key, one in grounds.items())]
        self.fields["exception_under"].choices = under  # type: ignore[attr-defined]
        kinds = {one.due.kind for one in owed}
        if NoticeKind.PRIVATE_MEETING_SECOND not in kinds:
            del self.fields["representations"], self.fields["answer"]

    def entry(self) -> NoticeEntry:
        """What the action takes."""
        given = self.cleaned_data
        kind, _bar, key = given["which"].partition(":")
        return NoticeEntry(
            kind=NoticeKind(kind),
            published_on=given["published_on"],
            words=given["words"],
            item=int(key) if key else None,
            representations=given.get("representations", ""),
            answer=given.get("answer", ""),
            exception_under=given["exception_under"],
            exception=given["exception"],
        )


def _value(owed: NoticeOwed) -> str:
    return f"{owed.due.kind.value}:{owed.due.key or ''}"


def _name(owed: NoticeOwed) -> str:
    name = name_of(owed.due.kind, owed.item)
    return name[:1].upper() + name[1:]


class MeetingsFilter(PortalForm):
    """The list of one body alone."""

    body = forms.ModelChoiceField(
        label=gettext_lazy("Body"),
        queryset=Body.objects.order_by("name"),
        required=False,
        empty_label=gettext_lazy("Every body"),
    )
