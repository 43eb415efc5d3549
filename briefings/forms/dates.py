"""What is typed for dates: when and where, which one suits, who speaks, who is in the room."""

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings.actions.dates import Slot
from briefings.models import Attendee, Session
from casework.forms import DateField, OnceForm
from casework.forms.disputes import WordsField
from casework.wording import clock_time, long_date
from council.models import Person

SLOTS = (1, 2, 3)
LONGEST_NAME = 150


class TimeField(forms.TimeField):
    """A time of day in one box."""

    def __init__(self, **options: Any) -> None:
        """As Django’s own; «18:30», «6.30pm» and «6pm» are times."""
        formats = ["%H:%M", "%H.%M", "%I:%M%p", "%I.%M%p", "%I%p", "%I:%M %p", "%I %p", "%H%M"]
        widget = forms.TextInput(attrs={"class": "govuk-input--width-5", "autocomplete": "off"})
        messages = {"invalid": gettext_lazy("Enter a real time, like 6:30pm")}
        super().__init__(input_formats=formats, widget=widget, error_messages=messages, **options)


class DatesForm(OnceForm):
    """Up to three dates in one place."""

    place = forms.CharField(
        label=gettext_lazy("Place, or how to join"),
        help_text=gettext_lazy("It stands in the invitation that is sent by email."),
        max_length=200,
        error_messages={"required": gettext_lazy("Enter the place, or how to join")},
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("How many minutes it takes"),
        min_value=5,
        max_value=480,
        initial=60,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-3", "inputmode": "numeric"}),
        error_messages={
            "invalid": gettext_lazy("Enter a number of minutes, like 60"),
            "min_value": gettext_lazy("It must take 5 minutes or more"),
            "max_value": gettext_lazy("It must take 480 minutes or less"),
        },
    )

    def __init__(self, *given: Any, **named: Any) -> None:
        """A day and a time for each date; the first is wanted."""
        super().__init__(*given, **named)
        for one in SLOTS:
            words = {"number": one}
            self.fields[f"day_{one}"] = DateField(
                label=_("Date %(number)s") % words,
                required=one == 1,
                help_text=_("For example, 25/11/2026") if one == 1 else "",
            )
            self.fields[f"time_{one}"] = TimeField(
                label=_("Time of date %(number)s") % words,
                required=one == 1,
                help_text=_("For example, 6:30pm") if one == 1 else "",
            )
        self.fields["day_1"].error_messages["required"] = _("Enter a date")
        self.fields["time_1"].error_messages["required"] = _("Enter a time")
        self.order_fields(
            ["token", "version", *(f"{what}_{one}" for one in SLOTS for what in ("day", "time"))]
        )

    def clean(self) -> dict[str, Any]:
        """Each date has a time, and lies ahead."""
        given = super().clean() or {}
        for one in SLOTS:
            day, time = given.get(f"day_{one}"), given.get(f"time_{one}")
            if bool(day) != bool(time) and not self.errors.keys() & {f"day_{one}", f"time_{one}"}:
                self.add_error(f"time_{one}" if day else f"day_{one}", _("Enter both the date and the time"))
            elif day and time and _moment(day, time) <= timezone.now():
                self.add_error(f"day_{one}", _("The date must be in the future"))
        return given

    def slots(self) -> list[Slot]:
        """The dates that were typed."""
        given = self.cleaned_data
        typed = [(given.get(f"day_{one}"), given.get(f"time_{one}")) for one in SLOTS]
        return [
            Slot(_moment(day, time), given["minutes"], given["place"]) for day, time in typed if day and time
        ]


def _moment(day: datetime.date, time: datetime.time) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, time))


class SessionField(forms.ModelChoiceField[Session]):
    """A date: day, time and place."""

    def label_from_instance(self, obj: Session) -> str:
        """«Tuesday 1 December 2026, 6:30pm, Committee room 2»; a joint one says that it is."""
        day = long_date(timezone.localdate(obj.starts_at))
        words = {"day": day, "time": clock_time(obj.starts_at), "place": obj.place}
        if getattr(obj, "is_taken", False):
            return _("%(day)s, %(time)s, %(place)s, together with other groups") % words
        return _("%(day)s, %(time)s, %(place)s") % words


class ChooseForm(OnceForm):
    """One of the dates that are offered."""

    session = SessionField(
        queryset=Session.objects.none(),
        label=gettext_lazy("Which date suits your group?"),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={
            "required": gettext_lazy("Choose a date"),
            "invalid_choice": gettext_lazy("This date is not offered any more. Choose another"),
        },
    )

    def __init__(self, *given: Any, dates: QuerySet[Session], **named: Any) -> None:
        """`dates` are those that the group may choose."""
        super().__init__(*given, **named)
        self.fields["session"].queryset = dates  # type: ignore[attr-defined]


class CancelForm(OnceForm):
    """Why it does not take place."""

    because = WordsField(
        label=gettext_lazy("Why it does not take place"),
        rows=3,
        empty=gettext_lazy("Say why it does not take place"),
        help_text=gettext_lazy("Every group that chose it reads this. Name no group."),
    )


class HoldForm(OnceForm):
    """Who of the lists was there."""

    there = forms.ModelMultipleChoiceField(
        queryset=Attendee.objects.none(),
        label=gettext_lazy("Who was there?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("Untick whoever did not come."),
    )

    def __init__(self, *given: Any, listed: QuerySet[Attendee], **named: Any) -> None:
        """`listed` are those on the lists of the groups that chose the date."""
        super().__init__(*given, **named)
        field = self.fields["there"]
        field.queryset = listed  # type: ignore[attr-defined]
        field.label_from_instance = _attends  # type: ignore[attr-defined]
        if not listed.exists():
            del self.fields["there"]

    def came(self) -> list[int]:
        """Those who came."""
        return [one.pk for one in self.cleaned_data.get("there") or ()]


def _attends(obj: Attendee) -> str:
    words = {"name": obj.name, "kind": obj.get_kind_display(), "group": obj.briefing.group.name}
    return _("%(name)s (%(group)s: %(kind)s)") % words


class LeavingForm(OnceForm):
    """When the officer left and came back, by the clock of that day."""

    left = TimeField(label=gettext_lazy("When did you leave?"), help_text=gettext_lazy("For example, 6:30pm"))
    back = TimeField(label=gettext_lazy("When did you come back, if you did?"), required=False)

    def __init__(self, *given: Any, **named: Any) -> None:
        """Says in words what is missing."""
        super().__init__(*given, **named)
        self.fields["left"].error_messages["required"] = _("Enter when you left")

    def clean(self) -> dict[str, Any]:
        """Nobody comes back before they left."""
        given = super().clean() or {}
        left, back = given.get("left"), given.get("back")
        if left and back and back < left:
            self.add_error("back", _("The time must be after the one at which you left"))
        return given


class SpeakerForm(OnceForm):
    """Who speaks, and what they know of it."""

    person = forms.ModelChoiceField(
        queryset=Person.objects.none(),
        label=gettext_lazy("Who speaks?"),
        empty_label=gettext_lazy("Choose an officer"),
        error_messages={"required": gettext_lazy("Choose who speaks")},
    )
    specialism = forms.CharField(
        label=gettext_lazy("Specialist knowledge, where it is why they come"),
        max_length=200,
        required=False,
    )

    def __init__(self, *given: Any, officers: QuerySet[Person], **named: Any) -> None:
        """`officers` are those of the day."""
        super().__init__(*given, **named)
        self.fields["person"].queryset = officers  # type: ignore[attr-defined]


class RoomForm(OnceForm):
    """Who of the group will be there, and who else."""

    people = forms.ModelMultipleChoiceField(
        queryset=Person.objects.none(),
        label=gettext_lazy("Who will be there?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose who will be there")},
    )
    others = WordsField(
        label=gettext_lazy("Anybody who is neither a member nor an officer"),
        rows=3,
        required=False,
        max_length=2000,
        help_text=gettext_lazy("One name on each line. Leave it empty where there is nobody."),
    )

    def __init__(self, *given: Any, people: QuerySet[Person], **named: Any) -> None:
        """`people` are those whom the group may tick."""
        super().__init__(*given, **named)
        self.fields["people"].queryset = people  # type: ignore[attr-defined]

    def clean_others(self) -> list[str]:
        """The names, one a line."""
        return names_in(str(self.cleaned_data["others"]).splitlines())


def names_in(lines: Iterable[str]) -> list[str]:
    """Each name once, in order; raises ValidationError for one that is too long."""
    names = [" ".join(line.split()) for line in lines]
    if any(len(name) > LONGEST_NAME for name in names):
        raise forms.ValidationError(_("Each name must be 150 characters or fewer"))
    return [name for name in dict.fromkeys(names) if name]


class RefuseRoomForm(OnceForm):
    """Why officers do not come."""

    because = WordsField(
        label=gettext_lazy("Why officers do not come"),
        rows=3,
        empty=gettext_lazy("Say why officers do not come"),
        help_text=gettext_lazy("The group reads this."),
    )
