"""Codes of conduct that the council adds, to be signed beside the protocol."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from council.admin.register import DatedAdmin, HoldsFilter
from council.models import CodeToSign

# What may still be said of a version that somebody has signed: that it ends.
_STAYS_OPEN = ("to_on",)


@admin.register(CodeToSign)
class CodeToSignAdmin(DatedAdmin):
    """Codes to sign. What somebody has signed is not written anew: end it, and enter another version."""

    list_display = ("title", "version", "for_members", "for_officers", "for_engaged", "from_on", "to_on")
    list_filter = (HoldsFilter,)
    search_fields = ("title", "version")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Everything but the last day, once the version bears a signature."""
        if obj is None or obj.pk is None or not obj.sign_offs.exists():
            return super().get_readonly_fields(request, obj)
        return tuple(one.name for one in self.opts.fields if one.name not in (*_STAYS_OPEN, "id"))
