"""What is typed about who may read a letter: privacy, copies, sharing with a colleague, notes of talks."""

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import DateField, PortalForm
from casework.wording import long_date, short_date
from council.models import Person
from council.queries import people_called
from enquiries.actions.copying import CopyWish
from enquiries.actions.privacy import PrivacyAnswer
from enquiries.forms.answering import AnswerForm, LongText
from enquiries.models import Message
from enquiries.rules.privacy import decline_is_reasoned, privacy_grounds
from enquiries.rules.sharing import latest_last_day, may_last_until, usual_last_day
from rulebook.protocol import Protocol

KEEP, CANNOT = "keep", "cannot"


class SettleForm(AnswerForm):
    """Can it be kept private? If not, on which ground of the text, or why."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Can you keep it private?"),
        choices=[(KEEP, gettext_lazy("Yes, I keep it private")), (CANNOT, gettext_lazy("No, I cannot"))],
        widget=forms.RadioSelect(
            attrs={
                "hints": {
                    KEEP: gettext_lazy("Then you read it. It is never copied or shown to another member."),
                    CANNOT: gettext_lazy(
                        "The member is told at once, and nobody reads it unless the member lets it go on."
                    ),
                }
            }
        ),
        error_messages={"required": gettext_lazy("Say whether you can keep it private")},
    )
    ground = forms.ChoiceField(
        label=gettext_lazy("If you cannot, why"),
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": gettext_lazy("Choose one of the reasons")},
    )
    words = LongText(
        label=gettext_lazy("If you cannot, why"),
        rows=3,
        max_length=2000,
        required=False,
        help_text=gettext_lazy("The member reads this."),
    )

    def __init__(self, *args: Any, text: Protocol, **kwargs: Any) -> None:
        """The reasons are those of the enquiry's own text; where it lists none, the officer's own words."""
        super().__init__(*args, **kwargs)
        self._text = text
        grounds = privacy_grounds(text)
        self.fields["ground"].choices = [(one.value, _(one.sentence)) for one in grounds]  # type: ignore[attr-defined]
        if grounds:
            self.fields["words"].label = _("Anything that the member should know about it")
        else:
            del self.fields["ground"]
            self.fields["words"].required = True  # asked for by `clean`, of whoever cannot

    def add_error(self, field: str | None, error: Any) -> None:
        """Whoever keeps it private gives no reason; of whoever cannot, `clean` asks it."""
        if field in ("ground", "words") and getattr(error, "code", "") == "required":
            return
        super().add_error(field, error)

    def clean(self) -> dict[str, Any]:
        """A decline has its reason."""
        given = super().clean() or {}
        if given.get("answer") == CANNOT and not self.errors:
            reasoned = decline_is_reasoned(
                self._text, ground=given.get("ground", ""), words=given.get("words", "")
            )
            if not reasoned:
                field = "ground" if "ground" in self.fields else "words"
                self.add_error(field, _("Say why it cannot be kept private"))
        return given

    def given(self) -> PrivacyAnswer:
        """What the action takes."""
        keeps = self.cleaned_data["answer"] == KEEP
        if keeps:
            return PrivacyAnswer(True)
        return PrivacyAnswer(False, self.cleaned_data.get("ground", ""), self.cleaned_data.get("words", ""))


class TalkForm(AnswerForm):
    """What was said in a talk with the member."""

    text = LongText(
        label=gettext_lazy("What was said"),
        empty=gettext_lazy("Enter what was said"),
        help_text=gettext_lazy("The member reads exactly this."),
    )


class CopyForm(AnswerForm):
    """Which letter goes to whom, and why."""

    letter = forms.ChoiceField(
        label=gettext_lazy("Which letter"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose a letter"),
            "invalid_choice": gettext_lazy("Choose a letter"),
        },
    )
    person = forms.CharField(
        label=gettext_lazy("To whom"),
        max_length=120,
        help_text=gettext_lazy("The name or email address of an officer or a member."),
        error_messages={"required": gettext_lazy("Enter the name of the person")},
    )
    reason = LongText(
        label=gettext_lazy("Why they should have a copy"),
        rows=3,
        max_length=1000,
        empty=gettext_lazy("Say why they should have a copy"),
        help_text=gettext_lazy("Where the member is asked first, the member reads this."),
    )
    of_general_interest = forms.BooleanField(
        label=gettext_lazy("It is of general interest to the executive member or chair responsible"),
        required=False,
        help_text=gettext_lazy("Then that member may have it without the author being asked."),
    )

    def __init__(
        self,
        *args: Any,
        letters: Iterable[tuple[Message, str]],
        today: datetime.date,
        text: Protocol,
        **kwargs: Any,
    ) -> None:
        """`letters`: each that may be copied, with its words; the last box only where the text allows it."""
        super().__init__(*args, **kwargs)
        self._letters = {str(message.pk): message for message, _words in letters}
        self._today = today
        choices = [(str(message.pk), words) for message, words in letters]
        self.fields["letter"].choices = choices  # type: ignore[attr-defined]
        if not text.correspondence.general_interest:
            del self.fields["of_general_interest"]

    def clean_person(self) -> Person:
        """The one person in office whom the words mean."""
        found = list(people_called(self.cleaned_data["person"].strip(), on=self._today)[:2])
        if not found:
            raise forms.ValidationError(
                _("Nobody in office today has this name or email address. Check how it is written.")
            )
        if len(found) > 1:
            raise forms.ValidationError(_("More than one person is called that. Enter the email address."))
        return found[0]

    def wish(self) -> CopyWish:
        """What the action takes."""
        given = self.cleaned_data
        return CopyWish(
            self._letters[given["letter"]],
            given["person"],
            given["reason"],
            given.get("of_general_interest", False),
        )


class ShareForm(PortalForm):
    """With which colleague, and until when."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    person = forms.ChoiceField(
        label=gettext_lazy("Which colleague"),
        error_messages={
            "required": gettext_lazy("Choose a colleague"),
            "invalid_choice": gettext_lazy("Choose a colleague"),
        },
    )
    until = DateField(
        label=gettext_lazy("Until which day"),
        error_messages={"required": gettext_lazy("Enter the last day")},
    )

    def __init__(
        self, *args: Any, colleagues: Iterable[tuple[str, str]], today: datetime.date, **kwargs: Any
    ) -> None:
        """`colleagues`: each one's number, and name with ward; the day offered is a month from today."""
        super().__init__(*args, **kwargs)
        self._today = today
        self.fields["person"].choices = [("", _("Choose a colleague")), *colleagues]  # type: ignore[attr-defined]
        self.fields["until"].initial = short_date(usual_last_day(today))
        self.fields["until"].help_text = _("It ends by itself at the end of that day. At most %(day)s.") % {
            "day": long_date(latest_last_day(today))
        }

    def clean_until(self) -> datetime.date | None:
        """From today, for as long as the rule lets it."""
        day: datetime.date | None = self.cleaned_data["until"]
        if day and not may_last_until(day, today=self._today):
            latest = long_date(latest_last_day(self._today))
            raise forms.ValidationError(_("The day must be from today to %(latest)s") % {"latest": latest})
        return day
