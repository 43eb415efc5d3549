"""GOV.UK markup: any component by name, and every form, from the port of the official macros."""

import functools
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import jinja2
from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

Parameters = dict[str, Any]
_PACKAGE = "govuk_frontend_jinja"
# Widget attributes that say how a field is drawn, and are not attributes of its element.
_DRAWING = frozenset(
    {"class", "label_class", "legend_class", "hints", "sometimes"}
    | {"rows", "cols", "threshold", "placeholder", "multiple"}
)


@functools.cache
def _macros() -> jinja2.Environment:
    """The macros' own environment; templates are compiled once in a process."""
    return jinja2.Environment(
        loader=jinja2.PrefixLoader({_PACKAGE: jinja2.PackageLoader(_PACKAGE)}),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.ChainableUndefined,
        # They belong to a package: nobody changes them while we run.
        auto_reload=False,
    )


@functools.cache
def _macro(name: str) -> Callable[[Parameters], str]:
    """The macro of a component: `summary-list` is `govukSummaryList`."""
    template = _macros().get_template(f"{_PACKAGE}/components/{name}/macro.html")
    words = "".join(word.capitalize() for word in name.split("-"))
    macro: Callable[[Parameters], str] = getattr(template.module, f"govuk{words}")
    return macro


def component(name: str, /, **parameters: Any) -> SafeString:
    """The markup of a GOV.UK component, with the parameters of the official macro (`text`, `classes` …).

    An unknown name raises `jinja2.TemplateNotFound`. Text is escaped; only parameters named `html` are not.
    """
    # The macros escape what they are given.
    return mark_safe(str(_macro(name)(parameters)).strip())  # noqa: S308


def error_summary(*given: forms.BaseForm) -> SafeString:
    """The list of what to mend, each line linked to its field; nothing when there is nothing to mend."""
    lines = [line for form in given for line in _lines(form)]
    if not lines:
        return SafeString("")
    return component("error-summary", titleText=_("There is a problem"), errorList=lines)


def _lines(form: forms.BaseForm) -> Iterator[dict[str, str]]:
    """Each field's first fault in the order of the page, after those of the whole form."""
    for message in form.non_field_errors():
        yield {"text": str(message)}
    for field in form:
        if field.errors:
            line = {"text": str(field.errors[0])}
            if not field.is_hidden:
                line["href"] = f"#{field.auto_id}"
            yield line


def _password_words() -> dict[str, str]:
    """What the box says of showing a password; the macro's own words cannot be translated."""
    return {
        "showPasswordText": _("Show"),
        "hidePasswordText": _("Hide"),
        "showPasswordAriaLabelText": _("Show password"),
        "hidePasswordAriaLabelText": _("Hide password"),
        "passwordShownAnnouncementText": _("Your password is visible"),
        "passwordHiddenAnnouncementText": _("Your password is hidden"),
    }


class GovukBoundField(BoundField):
    """A field as GOV.UK draws it: label, hint, fault and box, each tied to the others."""

    def as_field_group(self) -> SafeString:
        """The whole form group. A checkbox list is tried before radios: Django's is a kind of the other."""
        widget = self.field.widget
        if isinstance(widget, forms.CheckboxSelectMultiple):
            return self._choices("checkboxes")
        if isinstance(widget, forms.RadioSelect):
            return self._choices("radios")
        if isinstance(widget, forms.CheckboxInput):
            return self._checkbox()
        if isinstance(widget, forms.Select):
            return self._select()
        if isinstance(widget, forms.FileInput):
            multiple = getattr(widget, "allow_multiple_selected", False)
            return component("file-upload", multiple=multiple, **self._parameters())
        if isinstance(widget, forms.Textarea):
            return self._textarea()
        return self._input()

    def render(self, *_args: Any, **_options: Any) -> SafeString:
        """What `{{ field.as_field_group }}` and `{{ form }}` print."""
        return self.as_field_group()

    def _words(self) -> str:
        """The label; what may be left out says so, because required is the rule.

        It says nothing where one of several is chosen beforehand, or where the attribute `sometimes` says
        that another answer makes this one needed: there the hint says when.
        """
        label, widget = str(self.label), self.field.widget
        chosen = isinstance(widget, forms.RadioSelect) and bool(self.initial)
        is_said = isinstance(widget, forms.CheckboxInput) or chosen or widget.attrs.get("sometimes")
        return label if self.field.required or is_said else _("%(label)s (optional)") % {"label": label}

    def _parameters(self) -> Parameters:
        """What every component is told."""
        attributes = dict(self.field.widget.attrs)
        parameters: Parameters = {
            "id": self.auto_id,
            "name": self.html_name,
            "label": {"text": self._words(), "classes": attributes.get("label_class", "govuk-label--s")},
            "classes": attributes.get("class", ""),
            "disabled": self.field.disabled or None,
            "attributes": self._attributes(attributes),
        }
        if self.help_text:
            parameters["hint"] = _prose(self.help_text)
        if self.errors:
            parameters["errorMessage"] = {
                "text": str(self.errors[0]),
                "visuallyHiddenText": _("Error"),
            }
        return parameters

    def _attributes(self, attributes: dict[str, Any]) -> dict[str, str]:
        """What stands on the element itself: `autocomplete`, `inputmode`, `enterkeyhint`, `accept` …"""
        kept = {
            name: "" if value is True else str(value)
            for name, value in attributes.items()
            if name not in _DRAWING and value is not False and value is not None
        }
        kept.pop("required", None)
        return kept

    def _options(self) -> Iterator[tuple[str, str]]:
        """The choices, groups opened."""
        choices: Iterable[tuple[Any, Any]] = self.field.choices  # type: ignore[attr-defined]
        for value, words in choices:
            if isinstance(words, list | tuple):
                yield from ((str(inner), str(label)) for inner, label in words)
            else:
                yield ("" if value is None else str(value), str(words))

    def _chosen(self) -> set[str]:
        """What is chosen now, as the page's text."""
        value = self.value()
        many = value if isinstance(value, list | tuple | set) else [value]
        return {"" if one is None else str(one) for one in many}

    def _choices(self, name: str) -> SafeString:
        """Radios or checkboxes in a fieldset; `hints` among the widget's attributes explains a choice."""
        parameters = self._parameters()
        label = parameters.pop("label")
        parameters["idPrefix"] = parameters.pop("id")
        parameters.pop("disabled")
        attributes = self.field.widget.attrs
        legend = attributes.get("legend_class", "govuk-fieldset__legend--s")
        parameters["fieldset"] = {"legend": {"text": label["text"], "classes": legend}}
        hints, chosen = attributes.get("hints", {}), self._chosen()
        parameters["attributes"].pop("id", None)
        parameters["items"] = [
            {
                "value": value,
                **_prose(words),
                "checked": value in chosen,
                "disabled": self.field.disabled,
                **({"hint": _prose(hints[value])} if value in hints else {}),
            }
            for value, words in self._options()
            if value
        ]
        return component(name, **parameters)

    def _checkbox(self) -> SafeString:
        """One box to tick, its hint beside it."""
        parameters = self._parameters()
        item: Parameters = {
            "value": "on",
            "text": self._words(),
            "checked": bool(self.value()),
            "disabled": self.field.disabled,
            "attributes": parameters.pop("attributes"),
        }
        if "hint" in parameters:
            item["hint"] = parameters.pop("hint")
        del parameters["label"], parameters["disabled"]
        return component("checkboxes", idPrefix=parameters.pop("id"), items=[item], **parameters)

    def _select(self) -> SafeString:
        """A list to choose one of."""
        chosen = self._chosen()
        items = [
            {"value": value, "text": words, "selected": value in chosen} for value, words in self._options()
        ]
        return component("select", items=items, **self._parameters())

    def _textarea(self) -> SafeString:
        """A large box; with a longest length it counts what is left."""
        attributes = self.field.widget.attrs
        parameters = self._parameters() | {
            "value": self._typed(),
            "rows": attributes.get("rows") if attributes.get("rows") != "10" else "5",
        }
        longest = getattr(self.field, "max_length", None)
        if not longest:
            return component("textarea", **parameters)
        parameters["attributes"].pop("maxlength", None)
        return component(
            "character-count",
            maxlength=longest,
            threshold=attributes.get("threshold", 75),
            textareaDescriptionText=_("You can enter up to %(number)s characters")
            % {"number": f"{longest:,}"},
            **parameters,
        )

    def _input(self) -> SafeString:
        """A one-line box of the widget's kind; a password can be shown, and is never sent back."""
        kind = getattr(self.field.widget, "input_type", "text")
        parameters = self._parameters()
        attributes = parameters["attributes"]
        parameters["autocomplete"] = attributes.pop("autocomplete", None)
        if isinstance(self.field.widget, forms.PasswordInput):
            return component("password-input", **_password_words(), **parameters)
        parameters["value"] = self._typed()
        if kind == "number":
            attributes.setdefault("inputmode", "numeric")
            kind = "text"
            for name in ("min", "max", "step"):
                attributes.pop(name, None)
        if kind == "email":
            attributes.setdefault("spellcheck", "false")
        return component("input", type=kind, **parameters)

    def _typed(self) -> str:
        """The value as text."""
        value = self.value()
        return "" if value is None else str(value)


def _prose(words: Any) -> dict[str, str]:
    """Words for a macro: marked-up ones as they are, all others escaped by it."""
    return {"html": str(words)} if hasattr(words, "__html__") else {"text": str(words)}


class GovukRenderer(TemplatesSetting):
    """Django's form renderer: `{{ form }}` draws every field as GOV.UK does."""

    bound_field_class = GovukBoundField
    form_template_name = "components/form.html"
