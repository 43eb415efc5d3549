"""Casework's own registers in the admin: documents that the text names, guidance."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from casework.models import CompanionDocument, Guidance
from council.admin import RegisterAdmin
from council.queries import protocol_in_force
from rulebook.guides import companions


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
