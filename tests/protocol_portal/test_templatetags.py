"""Filters write days as casework does, and link a paragraph of a protocol to its text."""

import datetime

from django.template import Context, Template
from django.urls import reverse

from protocol_portal.figures.showing import ShownCell, ShownRow
from protocol_portal.templatetags.figures import lines_of
from protocol_portal.templatetags.portal import each_once, paragraph_address
from rulebook.citation import Citation, Source
from rulebook.protocols.cites import cited

DAY = datetime.date(2026, 12, 1)
MOMENT = datetime.datetime(2026, 11, 14, 11, 20, tzinfo=datetime.UTC)


def written(template: str, **variables: object) -> str:
    """What the template prints, its spaces made ordinary."""
    page = Template("{% load portal %}" + template).render(Context(variables))
    return page.replace("\N{NO-BREAK SPACE}", " ")


def test_days_and_times_are_written_as_everywhere() -> None:
    assert written("{{ day|longdate }}", day=DAY) == "Tuesday 1 December 2026"
    assert written("{{ day|plaindate }}, {{ day|shortdate }}", day=DAY) == "1 December 2026, 1/12/2026"
    assert written("{{ moment|datetime_words }}", moment=MOMENT) == "14 November 2026 at 11:20am"
    assert written("{{ 2|days:'working days' }}, {{ 1|days }}") == "2 working days, 1 day"


def test_a_day_that_there_is_not_is_nothing() -> None:
    nothing = "[{{ day|longdate }}{{ day|plaindate }}{{ day|shortdate }}{{ day|datetime_words }}]"
    assert written(nothing, day=None) == "[]"


def test_a_paragraph_of_a_protocol_has_an_address_and_a_statute_has_none() -> None:
    paragraph = Citation("WF-6.10", Source.PROTOCOL, "Member/Officer Protocol", "section 6")
    act = Citation("LGA 1972 s100F", Source.ACT, "Local Government Act 1972", "section 100F")
    assert paragraph_address(paragraph) == reverse("protocol-paragraph", args=["WF-6.10"])
    assert paragraph_address(act) == ""


def test_why_not_is_a_sentence_with_its_paragraph_as_a_link() -> None:
    paragraph = Citation("WF-6.10", Source.PROTOCOL, "Member/Officer Protocol", "section 6")
    page = Template('{% include "components/why.html" with sentence="The reply has not been sent" %}')
    said = page.render(Context({"citations": [paragraph]}))
    address = reverse("protocol-paragraph", args=["WF-6.10"])
    link = f'<a class="govuk-link" href="{address}">protocol, section 6</a>'
    assert f"The reply has not been sent ({link})" in said


def test_what_reads_alike_is_said_once_and_leads_to_the_first_of_them() -> None:
    eight, again, two = (cited(f"WF-{place}") for place in ("8.1", "8.5", "2.3"))
    assert eight.label == again.label
    assert each_once([eight, two, again]) == [eight, two]
    assert each_once([]) == []


def test_lines_of_figures_say_nothing_that_a_page_would_take_for_its_own() -> None:
    cells = (ShownCell("<i>", "<b>", '/?a="1"&b=2', True, 40, "red"), ShownCell("Of", "2 of 3", ""))
    written_out = lines_of([ShownRow("<script>", cells, is_sum=True)])
    for said in ("<i>", "<b>", "<script>", '"1"'):
        assert said not in written_out
    assert "&lt;b&gt;<span> &lt;i&gt;, &lt;script&gt;</span>" in written_out
    assert '<td data-label="Of">2 of 3</td>' in written_out
