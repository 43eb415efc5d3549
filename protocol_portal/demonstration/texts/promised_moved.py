"""Enquiries that belong elsewhere: on their way, late there, and one whose outcome came back."""

from enquiries.rules import elsewhere
from protocol_portal.demonstration.lives import Line, Story, Verb
from rulebook.protocol import Protocol
from rulebook.triage import Asker, Asks, Fact, Handling, Right

_WORKS = ("Highways", "Recycling Centres", "Grounds")
_COMPLAINT = {Fact.ASKS_FOR.value: Asks.CONSTITUENT_COMPLAINT.value, Fact.FOR_CONSTITUENT.value: True}
_RECORDS = {Fact.RIGHT_ARISES_UNDER.value: Right.FOIA.value, Fact.FOR_CONSTITUENT.value: False}
_OWN = {Fact.RIGHT_ARISES_UNDER.value: Right.DPA.value, Fact.FOR_CONSTITUENT.value: False}


def sends_complaints_elsewhere(text: Protocol) -> bool:
    """Does a constituent's complaint go to a procedure of its own here?"""
    facts = {**_COMPLAINT, Fact.ASKED_BY.value: Asker.MEMBER.value}
    return elsewhere(text, facts).process is Handling.CORPORATE_COMPLAINT


def _keeps_complaints(text: Protocol) -> bool:
    return not sends_complaints_elsewhere(text)


MOVED = (
    Story(
        _WORKS,
        "Complaint about a call on {street} that was cut off",
        "A resident of {street} rang about a loose kerb and was kept waiting for forty minutes, then cut "
        "off. She wants to complain about how she was spoken to, and asks me to see that somebody looks "
        "into it.",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.REDIRECT,
                (
                    "Customer Relations",
                    "This is a complaint about how we dealt with a resident, so Customer Relations take it "
                    "on at the first stage. They write to her by the day below, and I tell you what they "
                    "find.",
                    "CC-2291",
                ),
            ),
        ),
        sends_complaints_elsewhere,
        facts=_COMPLAINT,
        process=Handling.CORPORATE_COMPLAINT,
        expects=12,
    ),
    Story(
        _WORKS,
        "Complaint about damage to a car on {street}",
        "The family say that a works vehicle scraped their parked car in {street} and that their claim form "
        "was lost twice. They want an apology and a decision on the claim.",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.REDIRECT,
                (
                    "Customer Relations, with Insurance",
                    "The way in which the claim was handled is a complaint, and Customer Relations look into "
                    "it together with Insurance. The family have been told who deals with it.",
                    "CC-2187",
                ),
            ),
        ),
        sends_complaints_elsewhere,
        days=34,
        within=4,
        facts=_COMPLAINT,
        process=Handling.CORPORATE_COMPLAINT,
        expects=20,
    ),
    Story(
        _WORKS,
        "Complaint about late notices of works on {street}",
        "Three households on {street} had the notice of the closure two days after it began. One of them "
        "missed a hospital appointment and has asked me to make a formal complaint for her.",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.REDIRECT,
                (
                    "Customer Relations",
                    "A formal complaint goes through the corporate complaints procedure. Customer Relations "
                    "answer the resident at the first stage, and I bring you what comes of it.",
                    "CC-2203",
                ),
            ),
            Line(
                Verb.BRING_OUTCOME,
                (
                    "The complaint was upheld. The notices were printed on the right day and posted a week "
                    "late. The resident has had an apology and her taxi fare, and notices are now delivered "
                    "by hand.",
                ),
            ),
            Line(Verb.CLOSE),
        ),
        sends_complaints_elsewhere,
        days=13,
        facts=_COMPLAINT,
        process=Handling.CORPORATE_COMPLAINT,
        expects=14,
    ),
    Story(
        _WORKS,
        "All inspection records for {street} since 2021",
        "Please send me every inspection sheet for {street} since January 2021. I do not need them for a "
        "meeting; I want to compare them with what residents photographed.",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.REFER,
                (
                    "This asks for every sheet of five years and for no business of a meeting. Is it an "
                    "enquiry or a request under the Freedom of Information Act?",
                ),
            ),
            Line(
                Verb.REDIRECT,
                (
                    "Information requests",
                    "The Freedom of Information Act gives you a right to these records, and it has its own "
                    "time limit. The request is taken as made on the day on which you sent it here.",
                    "FOI-0418",
                ),
            ),
        ),
        _keeps_complaints,
        facts=_RECORDS,
        process=Handling.FOI,
    ),
    Story(
        _WORKS,
        "Invoices for the winter works at {street}",
        "I should like copies of all invoices for last winter’s works at {street}, with the names of the "
        "firms.",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.REFER,
                ("Copies of all invoices, out of interest and for no meeting. Where does this belong?",),
            ),
            Line(
                Verb.REDIRECT,
                (
                    "Information requests",
                    "This is a request for records under the Freedom of Information Act. It is with those "
                    "who answer such requests; what may be published is published.",
                    "FOI-0397",
                ),
            ),
        ),
        _keeps_complaints,
        days=47,
        within=4,
        facts=_RECORDS,
        process=Handling.FOI,
    ),
    Story(
        _WORKS,
        "What is kept about my volunteering at {street}",
        "Before I was elected I volunteered at {street} for two years. Please tell me what is still kept "
        "about me from then.",
        (
            Line(Verb.ALLOCATE),
            Line(
                Verb.REDIRECT,
                (
                    "Data protection",
                    "You ask for information about yourself, so this is a subject access request, as anybody "
                    "may make. You need not ask again.",
                    "SAR-0052",
                ),
            ),
            Line(
                Verb.BRING_OUTCOME,
                (
                    "A card with your address of that time and two training certificates are kept. Copies "
                    "were posted to you on Monday; the card has since been destroyed.",
                ),
            ),
            Line(Verb.CLOSE),
        ),
        _keeps_complaints,
        days=16,
        facts=_OWN,
        process=Handling.SAR,
    ),
)
