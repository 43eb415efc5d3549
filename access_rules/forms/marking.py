"""What is typed of a marking and of the public interest test; a slip is told at once, with its paragraph."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.models import Document
from access_rules.rules.marking import Marked, Weighed, faults, may_doubt
from access_rules.rules.schedule import called, choosable
from casework.forms import DateField, OnceForm
from casework.wording import plain_date
from rulebook.protocol import Protocol

DOUBT = gettext_lazy("In doubt: closed until the body has taken a view")


class MarkForm(OnceForm):
    """How a paper is marked, and what may undo the marking."""

    marking = forms.ChoiceField(
        label=gettext_lazy("How it is marked"),
        widget=forms.RadioSelect,
        choices=[one for one in Document.Marking.choices if one[0] != Document.Marking.UNCLASSIFIED],
        error_messages={"required": gettext_lazy("Choose how it is marked")},
    )
    sch12a = forms.MultipleChoiceField(
        label=gettext_lazy("If exempt, by which paragraphs of Schedule 12A"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    is_part_exempt = forms.BooleanField(
        label=gettext_lazy("Only part of it is exempt: the public is owed a redacted version"), required=False
    )
    has_contract_terms = forms.BooleanField(
        label=gettext_lazy("It holds terms that are proposed in negotiations for a contract"), required=False
    )
    is_registrable = forms.BooleanField(
        label=gettext_lazy("It must be registered, as with companies, societies and charities"),
        required=False,
    )
    is_own_development = forms.BooleanField(
        label=gettext_lazy("It is about development for which the council may grant itself permission"),
        required=False,
    )
    confidential_source = forms.ChoiceField(
        label=gettext_lazy("If confidential, why"), required=False, choices=Document.Source.choices
    )
    confidential_terms = forms.CharField(
        label=gettext_lazy("The terms, enactment or order that forbid it"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    political_adviser_advice = forms.ChoiceField(
        label=gettext_lazy("How much of it is advice of a political adviser or assistant"),
        required=False,
        choices=Document.Amount.choices,
    )
    is_about_constituent = forms.BooleanField(
        label=gettext_lazy("It holds personal information about a member’s constituent"), required=False
    )
    is_about_third_party = forms.BooleanField(
        label=gettext_lazy("It holds personal information about somebody else"), required=False
    )
    is_breach_likely = forms.BooleanField(
        label=gettext_lazy("To give it to a member would probably break data protection law"), required=False
    )

    def __init__(self, *args: Any, text: Protocol, is_executive: bool = False, **kwargs: Any) -> None:
        """`text` gives the words of the paragraphs; those that lapsed are not offered."""
        super().__init__(*args, **kwargs)
        self.text, self.is_executive = text, is_executive
        words = {one.number: _(called(text, one.number).words).removesuffix(".") for one in choosable()}
        self.fields["sch12a"].choices = [  # type: ignore[attr-defined]
            (number, _("Paragraph %(number)s. %(words)s") % {"number": number, "words": says})
            for number, says in words.items()
        ]

    def clean(self) -> dict[str, Any]:
        """Each fault beside its box (access_rules.rules.marking.faults)."""
        given = super().clean() or {}
        advice = given.get("political_adviser_advice") or Document.Amount.NONE
        given["political_adviser_advice"] = advice
        wrong = faults(
            self.text, self.marked(given), terms=given.get("confidential_terms", ""), advice=advice
        )
        for box, sentence in wrong.items():
            if box not in self.errors:
                self.add_error(box, _(sentence))
        return given

    def marked(self, given: dict[str, Any]) -> Marked:
        """What was typed, as the rules take it."""
        return Marked(
            marking=given.get("marking", ""),
            paragraphs=tuple(given.get("sch12a", ())),
            has_contract_terms=given.get("has_contract_terms", False),
            is_registrable=given.get("is_registrable", False),
            is_own_development=given.get("is_own_development", False),
            source=given.get("confidential_source", ""),
            is_executive=self.is_executive,
        )


class WeighForm(OnceForm):
    """What the public interest test came to, why, and when it is looked at again."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Which public interest is the greater"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Say which public interest is the greater")},
    )
    reasons = forms.CharField(
        label=gettext_lazy("Reasons"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("What speaks for opening it, what against, and what weighed more."),
        error_messages={"required": gettext_lazy("Give the reasons")},
    )
    review_on = DateField(
        label=gettext_lazy("Look at it again on"),
        required=False,
        help_text=gettext_lazy("A paper is exempt only while the reasons last."),
    )

    def __init__(self, *args: Any, text: Protocol, today: datetime.date, **kwargs: Any) -> None:
        """`text` may offer a third answer: that the body has to settle a doubt (Haringey 4.24)."""
        super().__init__(*args, **kwargs)
        self.today = today
        choices: list[tuple[str, Any]] = [
            (Weighed.MAINTAIN, Document.Weighed.MAINTAIN.label),
            (Weighed.DISCLOSE, Document.Weighed.DISCLOSE.label),
        ]
        if may_doubt(text):
            choices.append((Weighed.NOT_DONE, DOUBT))
        self.fields["outcome"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Whoever closes a paper says when that is looked at again, and not for a day that has passed."""
        given = super().clean() or {}
        day = given.get("review_on")
        closes = given.get("outcome") == Weighed.MAINTAIN
        if closes and day is None and "review_on" not in self.errors:
            self.add_error("review_on", _("Enter the day on which it is looked at again"))
        if day is not None and day <= self.today:
            words = _("The day must be after today, %(today)s")
            self.add_error("review_on", words % {"today": plain_date(self.today)})
        return given
