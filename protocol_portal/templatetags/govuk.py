"""`{% govuk "tag" text=… %}` prints any GOV.UK component; `{% error_summary form %}` what to mend."""

from typing import Any

from django import forms, template
from django.utils.safestring import SafeString

from protocol_portal.govuk import component
from protocol_portal.govuk import error_summary as summary_of

register = template.Library()


@register.simple_tag
def govuk(name: str, **parameters: Any) -> SafeString:
    """A component by its name, with the parameters of the official macro.

    Lists and dictionaries (rows, items) are prepared by the view. Rows of long lists are plain includes
    instead: a macro takes a fraction of a millisecond, and a page of rows would feel it.
    """
    return component(name, **parameters)


@register.simple_tag
def error_summary(*given: forms.BaseForm) -> SafeString:
    """The error summary of one form or several; nothing without a fault."""
    return summary_of(*given)
