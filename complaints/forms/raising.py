"""What somebody types who raises a concern: about whom, of what, what happened, what was tried."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import OnceForm, PortalForm
from casework.forms.disputes import WordsField
from complaints.actions.raising import BETWEEN_THEM, Concern
from complaints.rules.raising import ALLEGATIONS, WRONGS, at_once
from rulebook.complaint import Allegation, Wrong

YES, NO = "yes", "no"
TRIED, FIRST, SKIP = "tried", "first", "skip"
# Needed with some answers, so that the label does not call them optional.
_SOMETIMES = {"sometimes": True}
_EITHER = [(YES, gettext_lazy("Yes")), (NO, gettext_lazy("No"))]
# A wrong of the same name stands among what the text forbids, with its paragraph.
_SAME = {Allegation.BULLYING: (Wrong.BULLYING, Wrong.HARASSMENT)}


class WhoForm(PortalForm):
    """Part of a name."""

    q = forms.CharField(label=gettext_lazy("Name, or part of it"), max_length=60, required=False)


class ConcernForm(OnceForm):
    """The concern itself."""

    about = forms.MultipleChoiceField(
        label=gettext_lazy("What is it about?"),
        widget=forms.CheckboxSelectMultiple(attrs=_SOMETIMES),
        required=False,
        help_text=gettext_lazy("Choose all that fit."),
    )
    wrongs = forms.MultipleChoiceField(
        label=gettext_lazy("Is it something that the protocol forbids?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    toward_officers = forms.ChoiceField(
        label=gettext_lazy("Is it about how the member deals with officers?"),
        widget=forms.RadioSelect,
        choices=_EITHER,
        error_messages={
            "required": gettext_lazy("Say whether it is about how the member deals with officers")
        },
    )
    what = WordsField(
        label=gettext_lazy("What happened"),
        rows=8,
        empty=gettext_lazy("Say what happened"),
        help_text=gettext_lazy(
            "Say what was said or done, when and where, and who was there. Say it of what they did, not of "
            "what they are."
        ),
    )
    wanted = WordsField(
        label=gettext_lazy("What would put it right"),
        rows=4,
        empty=gettext_lazy("Say what would put it right"),
    )
    in_public = forms.ChoiceField(
        label=gettext_lazy("Was it raised in public, or will it be, at a meeting or elsewhere?"),
        widget=forms.RadioSelect,
        choices=_EITHER,
        error_messages={"required": gettext_lazy("Say whether it was or will be raised in public")},
    )
    tried = forms.ChoiceField(
        label=gettext_lazy("Did you try to settle it informally?"),
        widget=forms.RadioSelect(attrs=_SOMETIMES),
        required=False,
        choices=[
            (TRIED, gettext_lazy("Yes, and it is not settled")),
            (FIRST, gettext_lazy("Not yet. I want to try that first")),
            (SKIP, gettext_lazy("No, and I want to complain formally at once")),
        ],
        help_text=gettext_lazy(
            "Bullying, fraud, a crime or harm to a child or an adult at risk need not be settled informally."
        ),
    )
    tried_words = WordsField(
        label=gettext_lazy("What you tried, or why you cannot"),
        help_text=gettext_lazy("Not where you want to try that first."),
        rows=4,
        required=False,
    )

    def __init__(
        self,
        *given: Any,
        wrongs: list[Wrong],
        has_code: bool,
        asks_toward_officers: bool,
        has_informal_stage: bool,
        **options: Any,
    ) -> None:
        """`wrongs` are those that the text forbids the other; boxes for which it has no use are left out."""
        super().__init__(*given, **options)
        self.fields["tried_words"].widget.attrs |= _SOMETIMES
        left_out = {one for one, same in _SAME.items() if set(same) & set(wrongs)}
        left_out |= set() if has_code else {Allegation.CODE_OF_CONDUCT}
        self.fields["about"].choices = [  # type: ignore[attr-defined]
            (one.value, _(words)) for one, words in ALLEGATIONS.items() if one not in left_out
        ]
        self.fields["wrongs"].choices = [(one.value, _(WRONGS[one])) for one in wrongs]  # type: ignore[attr-defined]
        for name, is_asked in (
            ("wrongs", bool(wrongs)),
            ("toward_officers", asks_toward_officers),
            ("tried", has_informal_stage),
            ("tried_words", has_informal_stage),
        ):
            if not is_asked:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Something is alleged; what was tried, or why not, is said, save where no reason is needed."""
        given = super().clean() or {}
        if not given.get("about") and not given.get("wrongs"):
            self.add_error("about", _("Choose what it is about"))
        if "tried" in self.fields and not self._is_at_once():
            self._clean_tried(given)
        return given

    def _clean_tried(self, given: dict[str, Any]) -> None:
        tried = given.get("tried")
        if not tried:
            self.add_error("tried", _("Say whether you tried to settle it informally"))
        elif tried != FIRST and not given.get("tried_words", "").strip():
            self.add_error("tried_words", _("Say what you have tried, or why you cannot"))

    def _is_at_once(self) -> bool:
        alleged = self._alleged()
        wrongs = self._wrongs()
        return at_once(alleged) or bool({Wrong.BULLYING, Wrong.HARASSMENT} & wrongs)

    def _alleged(self) -> frozenset[Allegation]:
        return frozenset(Allegation(one) for one in self.cleaned_data.get("about", ()))

    def _wrongs(self) -> frozenset[Wrong]:
        return frozenset(Wrong(one) for one in self.cleaned_data.get("wrongs", ()))

    def concern(self) -> Concern:
        """As the action takes it."""
        given = self.cleaned_data
        tried, words = given.get("tried", ""), given.get("tried_words", "")
        toward = given.get("toward_officers", "")
        return Concern(
            what=given["what"],
            wanted=given["wanted"],
            alleges=self._alleged(),
            wrongs=self._wrongs(),
            in_public=given["in_public"] == YES,
            toward_officers=toward == YES if toward else None,
            tried=words if tried == TRIED else "",
            skipped=words if tried == SKIP else "",
        )


class SendForm(OnceForm):
    """To whom it goes, where there is a choice."""

    choice = forms.ChoiceField(
        label=gettext_lazy("Who receives it?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose who receives it")},
    )

    def __init__(
        self, *given: Any, offered: list[tuple[int, str]], is_informal: bool, **options: Any
    ) -> None:
        """`offered` are those who can receive it, or help; nobody needs to help at first."""
        super().__init__(*given, **options)
        choices = [(str(number), name) for number, name in offered]
        if is_informal:
            nobody = (str(BETWEEN_THEM), _("Nobody yet. I first speak to the other person myself"))
            self.fields["choice"].label = _("Who helps to settle it?")
            self.fields["choice"].error_messages["required"] = _("Choose who helps, or nobody yet")
            choices.append(nobody)
        self.fields["choice"].choices = choices  # type: ignore[attr-defined]
        if not is_informal and len(choices) < 2:
            del self.fields["choice"]

    def choice_made(self) -> int | None:
        """The number of the person who was chosen; None where there was nothing to choose."""
        chosen = self.cleaned_data.get("choice")
        return int(chosen) if chosen else None
