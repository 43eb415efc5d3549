"""What is typed by whoever deals with a complaint, from the acknowledgement to the report of how it goes."""

import re
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import DateField, OnceForm
from casework.forms.disputes import WordsField
from complaints.models import Writing
from complaints.policies.naming import Offered
from council.models import Person
from rulebook.complaint import Severity

NOW, WAIT = "now", "wait"
# So much of a writing tells which it is.
LONG = 80
SPACES = re.compile(r"[ \t\r\n]+")
_OUTSIDE = gettext_lazy("Choose one of them")


class WritingsField(forms.ModelMultipleChoiceField[Writing]):
    """Writings of the file, each by its kind, its author and how it begins."""

    def label_from_instance(self, obj: Writing) -> str:
        """«What happened, Priya Nair: He shouted at me …»."""
        kind, name = Writing.Kind(obj.kind).label, obj.said_by or (obj.by.name if obj.by else "")
        # Spaces that hold a date together stay as they are.
        words = SPACES.sub(" ", obj.text).strip() if obj.text else (obj.file.name if obj.file else "")
        begins = words.rstrip(".") if len(words) <= LONG else _("%(words)s …") % {"words": words[:LONG]}
        return _("%(kind)s, %(name)s: %(begins)s") % {"kind": kind, "name": name, "begins": begins}


class _NextForm(OnceForm):
    """A form that says when whoever complains hears again."""

    next_on = DateField(
        label=gettext_lazy("When they hear again"),
        help_text=gettext_lazy("The latest day by the council’s interval stands in the box."),
    )

    def clean_next_on(self) -> Any:
        """A day to come, and no later than the interval gives."""
        day, latest = self.cleaned_data["next_on"], self.initial.get("next_on")
        if day <= timezone.localdate():
            raise forms.ValidationError(_("The day must be in the future"))
        if latest and day > latest:
            raise forms.ValidationError(_("The day must be no later than the interval gives"))
        return day


class AcknowledgeForm(_NextForm):
    """When they hear again, and a word where there is one to say."""

    words = WordsField(
        label=gettext_lazy("What you want to tell whoever complains (optional)"),
        rows=4,
        required=False,
        help_text=gettext_lazy("They hear who has it and when they hear again without it."),
    )


class ProgressForm(_NextForm):
    """How it goes."""

    words = WordsField(
        label=gettext_lazy("How it goes"),
        empty=gettext_lazy("Say how it goes"),
        help_text=gettext_lazy("Whoever complains reads this; the other side does not."),
    )
    field_order = ("token", "version", "words", "next_on")


class TellSubjectForm(OnceForm):
    """Now, with what they can read; or not yet, and why."""

    when = forms.ChoiceField(
        label=gettext_lazy("When is the other side told?"),
        choices=(
            (NOW, gettext_lazy("Now")),
            (
                WAIT,
                gettext_lazy("Not yet: it would harm somebody, or the investigation"),
            ),
        ),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose when the other side is told")},
    )
    writings = WritingsField(
        label=gettext_lazy("What they can read"),
        queryset=Writing.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("They can reply only to what they know. What is not chosen stays hidden."),
        error_messages={"invalid_choice": _OUTSIDE},
    )
    reason = WordsField(
        label=gettext_lazy("Why it waits"),
        rows=4,
        required=False,
        help_text=gettext_lazy("Only where it waits. Those who deal with the complaint read this."),
    )

    def __init__(self, *given: Any, writings: QuerySet[Writing], **options: Any) -> None:
        """`writings` are those that can be shown to them."""
        super().__init__(*given, **options)
        self.fields["writings"].queryset = writings  # type: ignore[attr-defined]
        self.fields["reason"].widget.attrs["sometimes"] = True

    def clean(self) -> dict[str, Any]:
        """A reason where it waits."""
        given = super().clean() or {}
        if given.get("when") == WAIT and not given.get("reason", "").strip():
            self.add_error("reason", _("Say why it waits"))
        return given


class AssessForm(OnceForm):
    """How grave, what follows, and why."""

    severity = forms.ChoiceField(
        label=gettext_lazy("How grave is it?"),
        choices=((Severity.MINOR, gettext_lazy("Minor")), (Severity.SERIOUS, gettext_lazy("Serious"))),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose how grave it is")},
        help_text=gettext_lazy("The protocol makes it hang on this what may follow."),
    )
    follows = forms.ChoiceField(
        label=gettext_lazy("What happens with it?"),
        choices=(
            ("investigate", gettext_lazy("Somebody looks into it")),
            ("decide", gettext_lazy("It can be decided at once, on what is on the file")),
            ("refer", gettext_lazy("It belongs to another procedure")),
        ),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what happens with it")},
    )
    words = WordsField(
        label=gettext_lazy("Why"),
        empty=gettext_lazy("Say why"),
        help_text=gettext_lazy("Those who deal with the complaint read this."),
    )

    def __init__(self, *given: Any, asks_how_grave: bool, **options: Any) -> None:
        """`asks_how_grave`: whether the text makes anything hang on it."""
        super().__init__(*given, **options)
        if not asks_how_grave:
            del self.fields["severity"]


def _called(person: Person, offered: Offered) -> str:
    """The name; with a warning where whoever chooses may know of a tie."""
    if person.pk not in offered.tied:
        return person.name
    warned = _("%(name)s (the register of relationships has a tie with one of the two sides)")
    return warned % {"name": person.name}


class InvestigatorForm(OnceForm):
    """Who investigates."""

    person = forms.ModelChoiceField(
        label=gettext_lazy("Who looks into it?"),
        queryset=Person.objects.none(),
        empty_label=gettext_lazy("Choose somebody"),
        error_messages={"required": gettext_lazy("Choose who looks into it")},
        help_text=gettext_lazy("Nobody who has a part in it, or answers to the person it is about."),
    )

    def __init__(self, *given: Any, offered: Offered | None, **options: Any) -> None:
        """`offered` are those who may be chosen: those proposed stand first; none where nobody may choose."""
        super().__init__(*given, **options)
        if offered is None:
            return
        box: Any = self.fields["person"]
        box.queryset = Person.objects.filter(pk__in=[one.pk for one in (*offered.everybody, *offered.barred)])
        groups = ((_("Proposed"), offered.proposed), (_("Others"), offered.others))
        named = [(name, [(one.pk, _called(one, offered)) for one in some]) for name, some in groups if some]
        box.choices = [("", box.empty_label), *named]


class BeginForm(OnceForm):
    """One press."""
