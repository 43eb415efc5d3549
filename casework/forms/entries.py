"""What is typed of an entry in a register: a form made from the register’s own description."""

import datetime
from collections.abc import Collection, Iterator
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.forms import DateField, OnceForm, PortalForm
from casework.forms.disputes import WordsField
from casework.models import RegisterEntry
from casework.policies.entries import REASON, Filled, before_election, faults_in
from casework.queries.entries import first_who_is_not, may_choose, people_in, register_of
from casework.rules.elections import Told, effect_of
from casework.screens.entries import Line, lines
from casework.states import ENTRY_FACES
from council.models import Person, Ward
from council.queries import Standing, people_called
from rulebook.pre_election import Effect
from rulebook.protocols import protocol
from rulebook.register import Field, Register, Takes, Wards, When
from rulebook.stated import Cites

NO_CONTENT = gettext_lazy(
    "In a few words. Name no resident, and write nothing of a complaint: others read this."
)
MOST = 200
FURTHEST = datetime.timedelta(days=731)


class PeopleField(forms.CharField):
    """Members or officers by name or address, one on each line; its value is a list of people."""

    widget = forms.Textarea

    def __init__(self, *, box: Field, on: datetime.date, **options: Any) -> None:
        """`box` says whom it takes."""
        super().__init__(**options)
        self.box, self.on = box, on
        self.widget.attrs["rows"] = 2

    def clean(self, value: Any) -> list[Person]:
        """The people of the lines, each once; the first line that means nobody is told."""
        lines = dict.fromkeys(" ".join(line.split()) for line in str(super().clean(value)).splitlines())
        people = list(dict.fromkeys(self._one(line) for line in lines if line))
        wrong = first_who_is_not(self.box.of, people, on=self.on)
        if wrong is not None:
            raise forms.ValidationError(_(self.box.of.says) % {"name": wrong.name})
        return people

    def _one(self, typed: str) -> Person:
        found = list(people_called(typed, on=self.on)[:2])
        if not found:
            sentence = _("Nobody in office today is called %(name)s. Check how it is written.")
            raise forms.ValidationError(sentence % {"name": typed})
        if len(found) > 1:
            sentence = _("More than one person is called %(name)s. Enter the email address.")
            raise forms.ValidationError(sentence % {"name": typed})
        return found[0]


class EntryForm(OnceForm):
    """A new entry; or, with `instead_of`, one that is put in the place of another."""

    def __init__(
        self,
        *given: Any,
        register: Register,
        text: str,
        who: Standing,
        instead_of: RegisterEntry | None = None,
        **options: Any,
    ) -> None:
        """A box for each of the register’s fields, and one to say that a caution was read."""
        super().__init__(*given, **options)
        self.register, self.text, self.who, self.instead_of = register, text, who, instead_of
        self.bars: tuple[Line, ...] = ()
        self.cautions = lines(register.cautions(self._chosen())) if self.is_bound else ()
        self.fields |= self._boxes()

    def _chosen(self) -> dict[str, object]:
        return {one.key: self.data.get(one.key, "") for one in self.register.fields}

    def _boxes(self) -> dict[str, forms.Field]:
        register = self.register
        boxes: dict[str, forms.Field] = {
            "about": forms.CharField(
                label=_(register.about),
                max_length=MOST,
                help_text=NO_CONTENT,
                error_messages=_missing(register.about),
            )
        }
        if register.day:
            label = register.day
            boxes["day"] = DateField(label=_(label), error_messages=_missing(label))
        if register.wards is not Wards.NONE:
            boxes["wards"] = self._wards()
        boxes |= {one.key: self._box(one) for one in register.fields}
        if register.matter and effect_of(register.matter, protocol(self.text)).effect is Effect.NEEDS_REASON:
            boxes[REASON] = forms.CharField(
                label=_("Why, if it is between a notice of election and the poll?"),
                help_text=_("Leave this empty at any other time."),
                max_length=MOST,
                required=False,
            )
        if self.instead_of is not None:
            boxes["because"] = WordsField(
                label=_("What was wrong?"), rows=2, empty=_("Say what was wrong"), max_length=1000
            )
        if self.cautions:
            words = " ".join(one.sentence for one in self.cautions)
            boxes["heeded"] = forms.BooleanField(label=_("I have read this"), help_text=words, required=False)
        return boxes

    def _wards(self) -> forms.Field:
        wards: QuerySet[Ward] = Ward.objects.order_by("name")
        return forms.ModelMultipleChoiceField(
            wards,
            label=_("Which wards does it affect?"),
            required=self.register.wards is Wards.MUST,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Choose the wards that it affects")},
        )

    def _hints(self, one: Field) -> Iterator[str]:
        """How it is filled in, and that an answer to another box may ask for it."""
        if one.hint:
            yield _(one.hint)
        if any(one.key in choice.needs for box in self.register.fields for choice in box.choices):
            yield _("Some of the answers to the other questions need this one.")

    def _box(self, one: Field) -> forms.Field:
        given: dict[str, Any] = {
            "label": _(one.label),
            "required": one.required,
            "help_text": " ".join(self._hints(one)),
            "error_messages": _missing(one.label),
        }
        if one.takes is Takes.CHOICE:
            own = (choice for choice in one.choices if may_choose(self.who, choice))
            choices = [(choice.value, _(choice.label)) for choice in own]
            return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **given)
        if one.takes is Takes.PEOPLE:
            return PeopleField(box=one, on=self.who.on, max_length=2000, **given)
        if one.takes is Takes.TEXT:
            widget = forms.Textarea(attrs={"rows": 3})
            return forms.CharField(max_length=1000, widget=widget, **given)
        return forms.CharField(max_length=MOST, **given)

    def clean_day(self) -> datetime.date:
        """Today or later where those concerned are told beforehand; within two years in any case."""
        day: datetime.date = self.cleaned_data["day"]
        kept = self.instead_of is not None and self.instead_of.happens_on == day
        if self.register.when is When.BEFORE and day < self.who.on and not kept:
            raise forms.ValidationError(
                _("Those concerned are told before the day: it must be today or later")
            )
        if self.register.when is When.AFTER and day > self.who.on:
            raise forms.ValidationError(_("It is entered once it has happened: it must be today or earlier"))
        if day - self.who.on > FURTHEST:
            raise forms.ValidationError(_("The day must be within two years"))
        return day

    def clean(self) -> dict[str, Any]:
        """An answer that the text bars is told beside its box, and what must be read is read first."""
        given = super().clean() or {}
        for key, says in self.register.barred(given):
            self._bar(key, says.sentence, says.cites)
        for key, sentence, cites in faults_in(self.who, self.register, self._answers(given)):
            if key not in self.errors:
                self._bar(key, sentence, cites if cites != self.register.cites else ())
        self._ask_of_elections(given)
        if self.cautions and not given.get("heeded"):
            self.add_error("heeded", _("Read what the protocol asks, then say that you have"))
        return given

    def _bar(self, key: str, sentence: str, cites: Cites) -> None:
        if cites:
            self.bars += (Line(_(sentence), cites),)
        self.add_error(key, _(sentence))

    def _answers(self, given: dict[str, Any]) -> dict[str, object]:
        """What was filled in, people by their numbers."""
        found: dict[str, object] = {}
        for one in self.register.fields:
            held = given.get(one.key)
            found[one.key] = [person.pk for person in held] if isinstance(held, list) else held
        return found

    def _ask_of_elections(self, given: dict[str, Any]) -> None:
        """Where an election stops it, that is told beside the day; where a reason is missing, beside that."""
        told = before_election(self.who, self.register, self.text, given.get("day"))
        if told is None or (told.effect is Effect.NEEDS_REASON and given.get(REASON)):
            return
        self.bars += (Line(_(told.sentence), told.citations),)
        self.add_error("day" if told.effect is Effect.STOPPED else REASON, _(told.sentence))

    def filled(self) -> Filled:
        """What the action takes."""
        answers = self._answers(self.cleaned_data)
        if self.cleaned_data.get(REASON):
            answers[REASON] = self.cleaned_data[REASON]
        return Filled(self.cleaned_data["about"], answers, self.cleaned_data.get("day"))

    def wards(self) -> Collection[Ward]:
        """The wards that were chosen."""
        return list(self.cleaned_data.get("wards", ()))


def _missing(label: str) -> dict[str, Any]:
    """What the page says beside an empty box: its own question."""
    return {
        "required": _("Answer this question: %(question)s") % {"question": _(label)},
        "max_length": _("This must be %(limit_value)d characters or fewer"),
    }


def initial_of(entry: RegisterEntry) -> dict[str, Any]:
    """What the boxes hold when an entry is put right: what it says now, people by address or name."""
    register = register_of(entry)
    people = Person.objects.in_bulk(people_in(register, entry.answers, ""))
    found: dict[str, Any] = {
        "about": entry.about,
        "day": entry.happens_on,
        "wards": [ward.pk for ward in entry.wards.all()],
        REASON: entry.answers.get(REASON, ""),
    }
    for one in register.fields:
        held = entry.answers.get(one.key)
        if isinstance(held, list):
            held = "\n".join(people[pk].email or people[pk].name for pk in held if pk in people)
        found[one.key] = held
    return found


class ReasonForm(OnceForm):
    """Why it is taken back, or not approved."""

    words = WordsField(label=gettext_lazy("Why?"), rows=3, empty=gettext_lazy("Say why"), max_length=1000)


class ApproveForm(OnceForm):
    """On which terms, if any."""

    words = WordsField(
        label=gettext_lazy("On which terms? You may leave this empty"),
        rows=2,
        required=False,
        max_length=1000,
    )

    def __init__(self, *given: Any, owed: Told | None = None, **options: Any) -> None:
        """Where an election asks a reason and none was given, it is owed here."""
        super().__init__(*given, **options)
        if owed is not None:
            box = self.fields["words"]
            box.required = True
            box.label = _(
                "Why does the officer attend, although an election is near? Add terms, if there are any"
            )
            box.error_messages["required"] = _(owed.sentence)


class EntryFilter(PortalForm):
    """What narrows the list of one register; it stands in the address."""

    ward = forms.ModelChoiceField(
        Ward.objects.order_by("name"),
        label=gettext_lazy("Ward"),
        required=False,
        empty_label=gettext_lazy("All wards"),
    )
    state = forms.ChoiceField(label=gettext_lazy("Status"), required=False)

    def __init__(self, *given: Any, register: Register, **options: Any) -> None:
        """A register that names no wards is not narrowed by them."""
        super().__init__(*given, **options)
        states = [(state.value, _(face[0])) for state, face in ENTRY_FACES.items()]
        self.fields["state"].choices = [("", _("All")), *states]  # type: ignore[attr-defined]
        if register.wards is Wards.NONE:
            del self.fields["ward"]
