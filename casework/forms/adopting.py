"""What is typed on an amendment’s way: whom to ask, what they say, the committee, the council; reviews."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.actions.consulting_on import Asked
from casework.forms import DateField, OnceForm
from casework.forms.amendments import SHORT, LineField, not_later
from casework.forms.disputes import WordsField
from casework.models import ProtocolReview
from council.models import Body
from council.queries import Standing, people_called

_CONFIRM, _RETURN = "confirm", "return"


class ConsultForm(OnceForm):
    """Whom to ask, until when."""

    bodies = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Committees and other bodies"),
        queryset=Body.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Their members get a letter."),
    )
    people = WordsField(
        label=gettext_lazy("Members and officers"),
        rows=3,
        required=False,
        help_text=gettext_lazy("Names or email addresses, one on each line. Each gets a letter."),
    )
    others = WordsField(
        label=gettext_lazy("Others"),
        rows=3,
        required=False,
        help_text=gettext_lazy("Who is not in the portal, one on each line. Write to them yourself."),
    )
    answer_by = DateField(
        label=gettext_lazy("Answer by"),
        error_messages={"required": gettext_lazy("Enter the day by which they answer")},
        help_text=gettext_lazy("Until then every member and officer can send words to it, too."),
    )

    def __init__(self, *given: Any, who: Standing, **options: Any) -> None:
        """`who` says which day is today."""
        super().__init__(*given, **options)
        self.who = who
        self.fields["bodies"].queryset = Body.objects.on(who.on).order_by("name")  # type: ignore[attr-defined]

    def clean_people(self) -> list[Any]:
        """The people of the lines; the first line that means nobody is told."""
        found = []
        for line in _lines(self.cleaned_data["people"]):
            called = list(people_called(line, on=self.who.on)[:2])
            if len(called) != 1:
                words = _("Nobody in office today is called %(name)s. Check how it is written.")
                if called:
                    words = _("More than one person is called %(name)s. Enter the email address.")
                raise forms.ValidationError(words % {"name": line})
            found.append(called[0])
        return list(dict.fromkeys(found))

    def clean_others(self) -> list[str]:
        """Each name once."""
        return [line[:SHORT] for line in _lines(self.cleaned_data["others"])]

    def clean_answer_by(self) -> Any:
        """A day that is to come."""
        day = self.cleaned_data["answer_by"]
        if day <= self.who.on:
            raise forms.ValidationError(_("Choose a day after today, so that they have time to answer"))
        return day

    def clean(self) -> dict[str, Any]:
        """Somebody must be asked."""
        given: dict[str, Any] = super().clean() or {}
        named = any(given.get(name) for name in ("bodies", "people", "others"))
        if not named and not self.errors:
            raise forms.ValidationError(_("Choose or name whoever is to be asked"))
        return given

    def asked(self) -> Asked:
        """Whom the valid form names."""
        given = self.cleaned_data
        return Asked(tuple(given["bodies"]), tuple(given["people"]), tuple(given["others"]))


class AnswerForm(OnceForm):
    """What somebody who was asked has answered."""

    answer = WordsField(
        label=gettext_lazy("What they answered"), rows=6, empty=gettext_lazy("Enter what they answered")
    )
    on = DateField(
        label=gettext_lazy("On which day?"),
        error_messages={"required": gettext_lazy("Enter the day of the answer")},
    )

    def __init__(self, *given: Any, who: Standing, **options: Any) -> None:
        """`who` says which day is today."""
        super().__init__(*given, **options)
        self.who = who

    def clean_on(self) -> Any:
        """An answer is not from a day to come."""
        return not_later(self.cleaned_data["on"], self.who)


class SayForm(OnceForm):
    """Words to it."""

    words = WordsField(
        label=gettext_lazy("What do you think of it?"),
        empty=gettext_lazy("Write what you think of it"),
        help_text=gettext_lazy("The monitoring officer and democratic services read this with your name."),
    )


class RecommendForm(OnceForm):
    """The committee that recommends it, and its minute."""

    committee = LineField(
        label=gettext_lazy("Committee"), empty=gettext_lazy("Enter the committee, or the council")
    )
    on = DateField(
        label=gettext_lazy("Day of the meeting"),
        error_messages={"required": gettext_lazy("Enter the day of the meeting")},
    )
    minute = LineField(label=gettext_lazy("Minute"), empty=gettext_lazy("Enter the number of the minute"))

    def __init__(self, *given: Any, who: Standing, **options: Any) -> None:
        """`who` says which day is today."""
        super().__init__(*given, **options)
        self.who = who

    def clean_on(self) -> Any:
        """The meeting was held."""
        return not_later(self.cleaned_data["on"], self.who)


class AdoptForm(OnceForm):
    """The council’s minute, and the first day."""

    minute = LineField(
        label=gettext_lazy("Minute of the council"),
        empty=gettext_lazy("Enter the council’s minute. Nothing is adopted without one"),
        help_text=gettext_lazy("For example: Council, minute 47 of 2026. Members see it."),
    )
    from_on = DateField(
        label=gettext_lazy("First day on which it holds"),
        error_messages={"required": gettext_lazy("Enter the day from which it holds")},
        help_text=gettext_lazy("A day after today. What is open before that day keeps its text."),
    )


class ConfirmForm(OnceForm):
    """A second person confirms what the first put on record, or says why not."""

    decision = forms.ChoiceField(
        label=gettext_lazy("Is it as the council resolved?"),
        choices=[
            (_CONFIRM, gettext_lazy("Yes, it holds from that day")),
            (_RETURN, gettext_lazy("No, it is put on record again")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose yes or no")},
    )
    words = WordsField(label=gettext_lazy("If not, what is wrong?"), rows=3, required=False, max_length=1000)

    @property
    def confirms(self) -> bool:
        """Is it confirmed?"""
        return bool(self.cleaned_data["decision"] == _CONFIRM)

    def clean(self) -> dict[str, Any]:
        """Whoever says no says why."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("decision") == _RETURN and not given.get("words", "").strip():
            self.add_error("words", _("Say what is wrong"))
        return given


class ReviewForm(RecommendForm):
    """A review that was held, or the adoption of the text as it came, and what came of it."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What is put on record?"),
        choices=ProtocolReview.Kind.choices,
        widget=forms.RadioSelect,
        initial=ProtocolReview.Kind.REVIEW,
        error_messages={"required": gettext_lazy("Choose what is put on record")},
    )
    outcome = WordsField(
        label=gettext_lazy("What came of it"),
        rows=4,
        empty=gettext_lazy("Say what came of it"),
        help_text=gettext_lazy("For example: no change is needed, or which paragraphs are to be amended."),
    )
    field_order = ("kind", "committee", "on", "minute", "outcome")


def _lines(words: str) -> list[str]:
    lines = (" ".join(line.split()) for line in words.splitlines())
    return list(dict.fromkeys(line for line in lines if line))
