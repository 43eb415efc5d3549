"""Texts that the demonstration council's officers put into replies: templates, and paragraphs that expire."""

import datetime

from casework.models import ReplyTemplate, StandingParagraph

_BEGINS = "Thank you for your enquiry {reference}, which we received on {received}."
_TEMPLATES = (
    (
        "Work booked",
        "The work is booked. Our contractor tells the resident the day and the time before they come.",
    ),
    (
        "Visit made, no work needed",
        "We have visited and found that no work is needed. What we found is set out below.",
    ),
    (
        "We need more time",
        "We cannot answer in full by {due}. Below is why, what we are doing, and when we will write again.",
    ),
    (
        "For another authority",
        "This is not the council’s to decide. We have sent your enquiry to the authority that does.",
    ),
    (
        "What the policy says",
        "{service} decides such requests under a published policy. What it means here is set out below.",
    ),
)
_ENDS = "If this does not answer you, say so on the enquiry’s page and it comes back to {officer}."
_PARAGRAPHS = (
    (
        "Winter gritting",
        "Between November and March we grit main roads and bus routes first. The list of roads is on the "
        "council’s website.",
        "Director, 1 October",
        180,
    ),
    (
        "Summer works",
        "Resurfacing goes on until the end of September. No road is closed for longer than one day.",
        "Director, 1 April",
        -40,
    ),
)


def write_standard_letters(*, today: datetime.date) -> None:
    """Five templates for every service, and two paragraphs, of which one has expired."""
    ReplyTemplate.objects.bulk_create(
        ReplyTemplate(name=name, text=f"{_BEGINS}\n\n{text}\n\n{_ENDS}") for name, text in _TEMPLATES
    )
    StandingParagraph.objects.bulk_create(
        StandingParagraph(
            name=name,
            text=text,
            approved_by=approved,
            from_on=today - datetime.timedelta(days=200),
            to_on=today + datetime.timedelta(days=days),
        )
        for name, text, approved, days in _PARAGRAPHS
    )
