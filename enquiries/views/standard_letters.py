"""A template or a standing paragraph is put into the reply that somebody writes; nothing is sent by it."""

from django.http import HttpRequest

from enquiries.forms.answering import AnswerForm
from enquiries.screens.standard_letters import Group, chosen, offered
from enquiries.views.asking import Asked

# The button beside the choice, and the choice.
PUT_IN, CHOICE = "put_in", "standard"


def groups(found: Asked) -> tuple[Group, ...]:
    """What the page offers."""
    return offered(found.who, found.enquiry)


def put_in(request: HttpRequest, found: Asked, form: AnswerForm) -> AnswerForm:
    """The new form with everything that was typed, and below the typed reply the text that was chosen."""
    for name, field in form.fields.items():
        if not field.widget.needs_multipart_form:
            form.initial[name] = field.widget.value_from_datadict(request.POST, {}, name)
    typed = (request.POST.get("text") or "").rstrip()
    text = chosen(found.who, found.enquiry, request.POST.get(CHOICE, ""))
    form.initial["text"] = "\n\n".join(part for part in (typed, text) if part)
    return form
