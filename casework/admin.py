"""Casework's own registers in the admin: elections, documents the text names, guidance, texts for replies."""

import datetime
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminDateWidget
from django.db import models
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from casework.actions.entering import enter_election
from casework.forms import DateField, PortalModelForm
from casework.letters.fields import FIELDS, unknown_fields
from casework.models import CompanionDocument, Election, Guidance, ReplyTemplate, StandingParagraph
from council.admin import HoldsFilter, RegisterAdmin
from council.queries import protocol_in_force
from rulebook.guides import companions

LONGEST_PERIOD = datetime.timedelta(weeks=12)


@admin.register(CompanionDocument)
class CompanionDocumentAdmin(RegisterAdmin):
    """Where this council publishes the codes and policies that its text names."""

    list_display = ("__str__", "url")
    search_fields = ("document", "url")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The document is chosen once; of a row that stands only the address is changed."""
        return ("document", "url") if obj is None else ("__str__", "url")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """As above."""
        return () if obj is None else ("__str__",)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """A document is chosen from those that the protocol in force names."""
        if db_field.name != "document":
            return super().formfield_for_dbfield(db_field, request, **options)
        named = companions(protocol_in_force().key)
        return forms.ChoiceField(
            choices=[(name, one.title) for name, one in named.items()],
            label=db_field.verbose_name.capitalize(),
            help_text=db_field.help_text,
        )


@admin.register(Guidance)
class GuidanceAdmin(RegisterAdmin):
    """Guidance on the codes of conduct, as it was issued; how many have said that they read it."""

    list_display = ("title", "issued_by", "issued_on", "withdrawn_on", "receipts")
    list_filter = ("issued_by",)
    search_fields = ("title", "text")
    date_hierarchy = "issued_on"
    fields = ("title", "text", "issued_by", "issued_on", "withdrawn_on")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Guidance]:
        """With the number of receipts, counted at once."""
        found: QuerySet[Guidance] = super().get_queryset(request).annotate(readers=Count("readings"))
        return found

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """What somebody may have read already is not rewritten: it is withdrawn and followed by another."""
        return () if obj is None else ("title", "text", "issued_by", "issued_on")

    @admin.display(description=gettext_lazy("read by"))
    def receipts(self, guidance: Any) -> int:
        """How many people."""
        return int(guidance.readers)


class TextForm(forms.ModelForm):  # type: ignore[type-arg]
    """A text that officers put into replies: no case could fill in a field that nobody knows."""

    def clean_text(self) -> str:
        """Refuses words in braces that are no field, each by its name."""
        text: str = self.cleaned_data["text"]
        named = ", ".join(f"{{{name}}}" for name in FIELDS)
        unknown = [
            gettext("{%(field)s} is no field. The fields are %(fields)s.") % {"field": name, "fields": named}
            for name in unknown_fields(text)
        ]
        if unknown:
            raise forms.ValidationError(unknown)
        return text


@admin.register(ReplyTemplate)
class ReplyTemplateAdmin(RegisterAdmin):
    """Templates that replies begin with; withdrawn, never deleted."""

    form = TextForm
    list_display = ("name", "service", "withdrawn_on")
    list_filter = ("service",)
    list_select_related = ("service",)
    search_fields = ("name", "text", "service__name")
    fields = ("name", "service", "text", "withdrawn_on")


@admin.register(StandingParagraph)
class StandingParagraphAdmin(RegisterAdmin):
    """Paragraphs that were approved until a day; their words are followed by others, never rewritten."""

    form = TextForm
    list_display = ("name", "approved_by", "from_on", "to_on")
    list_filter = (HoldsFilter,)
    search_fields = ("name", "text", "approved_by")
    fields = ("name", "text", "approved_by", "from_on", "to_on")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Of a paragraph that stands only the name and the last day change."""
        return () if obj is None else ("text", "approved_by", "from_on")


class ElectionForm(PortalModelForm):
    """The dates of an election; a correction says why, each time anew."""

    def __init__(self, *given: Any, **named: Any) -> None:
        """The last reason is history: the box for this one is empty, and must be filled."""
        super().__init__(*given, **named)
        if "correction" in self.fields:
            self.initial["correction"] = ""
            self.fields["correction"].required = True
            self.fields["correction"].error_messages["required"] = gettext(
                "Say in one sentence why it is corrected. The sentence is kept with the change"
            )

    def clean(self) -> dict[str, Any]:
        """A poll comes within weeks of its notice: a longer time is a slip in one of the years."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        notice, poll = given.get("notice_on"), given.get("poll_on")
        if notice and poll and poll - notice > LONGEST_PERIOD:
            said = gettext("The poll is more than 12 weeks after the notice. Check both dates")
            self.add_error("poll_on", said)
        return given


@admin.register(Election)
class ElectionAdmin(RegisterAdmin):
    """Elections and referendums: entered once, corrected with a reason, called off, never deleted."""

    form = ElectionForm
    # Dates are typed as on every other page.
    formfield_overrides: ClassVar = {models.DateField: {"form_class": DateField, "widget": AdminDateWidget}}
    list_display = ("name", "kind", "ward", "notice_on", "poll_on", "called_off_on")
    list_filter = ("kind",)
    list_select_related = ("ward",)
    search_fields = ("name", "ward__name")
    date_hierarchy = "poll_on"
    entered: ClassVar[tuple[str, ...]] = ("name", "kind", "ward", "notice_on", "poll_on", "called_off_on")

    def save_model(self, request: HttpRequest, obj: Election, form: Any, change: bool) -> None:
        """Through the action: whoever entered a meeting that it touches is told."""
        enter_election(election=obj, by=self.keeper(request), at=timezone.now())

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A new one has nothing to correct."""
        return self.entered if obj is None else (*self.entered, "correction")
