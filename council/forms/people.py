"""What may be typed about people: a day to look at, a search, when somebody is away and who stands in."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from council.models import Absence, Person
from council.queries import Standing, people_called, protocol_in_force
from council.rules import CONFIRMED_POSTS
from rulebook.post import Post

_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y"]


def _day_field(label: Any, *, missing: Any = "", hint: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=bool(missing),
        help_text=hint,
        input_formats=_FORMATS,
        widget=forms.DateInput(attrs={"class": "govuk-input--width-10"}, format="%d/%m/%Y"),
        error_messages={
            "required": missing,
            "invalid": gettext_lazy("Enter a date in the correct format, like 25/11/2026"),
        },
    )


class DayForm(forms.Form):
    """A day, and words to search for; both may be left out."""

    q = forms.CharField(
        label=gettext_lazy("Search for a name, job, ward or group"), required=False, max_length=80
    )
    on = _day_field(gettext_lazy("On which day"), hint=gettext_lazy("For example 25/11/2026."))


class AwayForm(forms.Form):
    """From when to when, and who stands in for what; for whoever is signed in."""

    from_on = _day_field(
        gettext_lazy("First day away"),
        missing=gettext_lazy("Enter the first day away"),
        hint=gettext_lazy("For example 25/11/2026."),
    )
    to_on = _day_field(gettext_lazy("Last day away"), missing=gettext_lazy("Enter the last day away"))
    post = forms.ChoiceField(label=gettext_lazy("Which of your posts"), required=False)
    substitute = forms.CharField(
        label=gettext_lazy("Who stands in"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("The name or email address. Leave empty if nobody stands in."),
    )

    def __init__(self, *args: Any, standing: Standing, **kwargs: Any) -> None:
        """The posts to choose from are the person's own that need no second person."""
        super().__init__(*args, **kwargs)
        self._standing = standing
        own = sorted({held.post for held in standing.held if not held.by_grade} - CONFIRMED_POSTS)
        choices = [("", _("All of them"))]
        choices += [(post.value, _title(post)) for post in own if _is_titled(post)]
        self.fields["post"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            del self.fields["post"]

    def clean_substitute(self) -> Person | None:
        """The one person in office whom the words mean."""
        typed = str(self.cleaned_data["substitute"]).strip()
        if not typed:
            return None
        found = list(people_called(typed, on=self._standing.on)[:2])
        if not found:
            raise forms.ValidationError(
                _("Nobody in office today has this name or email address. Check how it is written.")
            )
        if len(found) > 1:
            raise forms.ValidationError(_("More than one person is called that. Enter the email address."))
        return found[0]

    def absence(self) -> Absence:
        """The row as it was typed, not saved."""
        return Absence(
            person=self._standing.person,
            from_on=self.cleaned_data["from_on"],
            to_on=self.cleaned_data["to_on"],
            post=self.cleaned_data.get("post", ""),
            substitute=self.cleaned_data["substitute"],
        )

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        cleaned: dict[str, Any] = super().clean() or {}
        first, last = cleaned.get("from_on"), cleaned.get("to_on")
        if first and last and last < first:
            self.add_error("to_on", _("The last day must be on or after the first day"))
        return cleaned


def _title(post: Post) -> str:
    title = protocol_in_force().title_of(post)
    return f"{title[:1].upper()}{title[1:]}"


def _is_titled(post: Post) -> bool:
    """The chair of a body is «chair» or «chairman», as the text in force has it."""
    return post not in (Post.CHAIR, Post.CHAIRMAN) or post in protocol_in_force().posts
