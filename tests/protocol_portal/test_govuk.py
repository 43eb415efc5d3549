"""Forms and components come out as GOV.UK markup: each fault beside its box, each link to a box there is."""

import re

import jinja2
import pytest
from django import forms
from django.template import Context, Template
from django.utils.safestring import mark_safe

from casework.forms import DateField, MultipleFileField, PortalForm
from protocol_portal.govuk import component, error_summary


class Enquiry(PortalForm):
    """One field of each kind."""

    service = forms.ChoiceField(
        label="Which service is it about?",
        choices=[("", "Choose a service"), ("housing", "Housing"), ("More", [("parks", "Parks")])],
        error_messages={"required": "Choose a service"},
    )
    subject = forms.CharField(help_text="A few words.", error_messages={"required": "Enter a subject"})
    details = forms.CharField(widget=forms.Textarea, max_length=4000)
    promised_on = DateField(label="When you will send the full reply")
    email = forms.EmailField(required=False)
    telephone = forms.CharField(widget=forms.TextInput(attrs={"type": "tel"}), required=False)
    password = forms.CharField(widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}))
    number = forms.IntegerField(min_value=1)
    files = MultipleFileField(required=False)
    answer = forms.ChoiceField(
        choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect(attrs={"hints": {"no": "Say why"}})
    )
    topics = forms.MultipleChoiceField(
        choices=[("a", "Damp"), ("b", "Mould")], widget=forms.CheckboxSelectMultiple, required=False
    )
    confidential = forms.BooleanField(required=False, help_text="For sensitive matters.")
    token = forms.CharField(widget=forms.HiddenInput)


def ids(html: str) -> list[str]:
    """Every id on the page."""
    return re.findall(r'\bid="([^"]+)"', html)


def test_a_component_escapes_what_it_is_told() -> None:
    assert component("tag", text="<b>Overdue</b>", classes="govuk-tag--red") == (
        '<strong class="govuk-tag govuk-tag--red">\n  &lt;b&gt;Overdue&lt;/b&gt;\n</strong>'
    )


def test_a_component_that_there_is_not_is_named() -> None:
    with pytest.raises(jinja2.TemplateNotFound, match="no-such"):
        component("no-such")


def test_the_tag_prints_any_component() -> None:
    page = Template('{% load govuk %}{% govuk "inset-text" text="Day 9 of 10" %}').render(Context())
    assert page == '<div class="govuk-inset-text">\n  Day 9 of 10\n</div>'


def test_a_summary_list_takes_the_official_parameters() -> None:
    rows = [{"key": {"text": "From"}, "value": {"text": "Councillor Nair"}}]
    made = component("summary-list", rows=rows)
    assert '<dt class="govuk-summary-list__key">' in made
    assert "Councillor Nair" in made


def test_every_link_of_the_error_summary_leads_to_a_box_of_the_form() -> None:
    form = Enquiry({"promised_on": "31/2/2026"})
    links = re.findall(r'href="#([^"]+)"', error_summary(form))
    assert links
    assert set(links) <= set(ids(str(form)))


def test_a_fault_of_a_hidden_field_is_told_without_a_link() -> None:
    summary = error_summary(Enquiry({}))
    assert summary.count("<li>") == summary.count('href="#') + 1


def test_there_is_no_summary_without_a_fault() -> None:
    assert error_summary(Enquiry()) == ""


def test_each_fault_is_tied_to_its_box() -> None:
    form = Enquiry({"subject": ""})
    subject = form["subject"].as_field_group()
    assert 'aria-describedby="id_subject-hint id_subject-error"' in subject
    assert "govuk-input--error" in subject
    assert "Enter a subject" in subject
    assert "govuk-select--error" in form["service"].as_field_group()


def test_no_id_stands_twice_and_nothing_is_required_of_the_browser() -> None:
    page = str(Enquiry({"subject": "x"}))
    assert len(ids(page)) == len(set(ids(page)))
    assert not re.search(r"<(input|select|textarea)[^>]* required", page)
    assert " style=" not in page


def test_what_may_be_left_out_says_so() -> None:
    form = Enquiry()
    assert "Email (optional)" in form["email"].as_field_group()
    assert "(optional)" not in form["subject"].as_field_group()
    assert "(optional)" not in form["confidential"].as_field_group()


class Proposal(PortalForm):
    """Something is chosen beforehand; of two boxes one is needed."""

    kind = forms.ChoiceField(choices=[("a", "Advice")], initial="a", widget=forms.RadioSelect, required=False)
    colour = forms.ChoiceField(choices=[("b", "Blue")], widget=forms.RadioSelect, required=False)
    date = DateField(required=False, widget=forms.TextInput(attrs={"sometimes": True}))


def test_nothing_is_called_optional_that_is_chosen_already_or_needed_at_times() -> None:
    form = Proposal()
    assert "(optional)" not in form["kind"].as_field_group()
    assert "(optional)" not in form["date"].as_field_group()
    assert "sometimes" not in form["date"].as_field_group()
    assert "Colour (optional)" in form["colour"].as_field_group()


def test_what_was_typed_is_kept_and_escaped() -> None:
    form = Enquiry(
        {
            "subject": '"<script>',
            "details": "</textarea>x",
            "service": "parks",
            "answer": "no",
            "topics": ["b"],
        }
    )
    page = str(form)
    assert 'value="&#34;&lt;script&gt;"' in page
    assert "&lt;/textarea&gt;x" in page
    assert '<option value="parks" selected>' in page
    assert re.search(r'value="no" checked', page)
    assert re.search(r'value="b" checked', page)
    assert not re.search(r'value="a" checked', page)


def test_a_password_is_never_sent_back() -> None:
    assert "hunter2" not in str(Enquiry({"password": "hunter2"}))


def test_boxes_say_what_a_telephone_needs_to_know() -> None:
    form = Enquiry()
    assert 'type="tel"' in form["telephone"].as_field_group()
    assert 'type="email"' in form["email"].as_field_group()
    assert 'inputmode="numeric"' in form["number"].as_field_group()
    assert 'autocomplete="new-password"' in form["password"].as_field_group()
    assert " multiple" in form["files"].as_field_group()


def test_a_long_text_counts_what_is_left() -> None:
    details = Enquiry()["details"].as_field_group()
    assert 'data-maxlength="4000"' in details
    assert "You can enter up to 4,000 characters" in details


def test_a_choice_can_be_explained() -> None:
    assert re.search(r'id="id_answer-2-item-hint"[^>]*>\s*Say why', Enquiry()["answer"].as_field_group())


def test_a_hint_with_marks_of_its_own_keeps_them() -> None:
    class Hinted(PortalForm):
        one = forms.CharField(help_text=mark_safe("<em>this</em>"))

    assert "<em>this</em>" in str(Hinted())


def test_a_fault_of_the_whole_form_comes_first() -> None:
    form = Enquiry({})
    form.full_clean()
    form.add_error(None, "This case was answered at 10:40am")
    assert error_summary(form).index("10:40am") < error_summary(form).index("Choose a service")
