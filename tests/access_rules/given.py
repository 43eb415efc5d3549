"""What bears on the papers of a council made by chance, and what was given to its people."""

import datetime

from django.utils import timezone

from access_rules.models import AccessRequest, Document, Finding, InterestBears, Privy
from casework.actions.announcing import open_case
from council.models import (
    Interest,
    Person,
)
from tests.access_rules.chance import LONG_AGO, TODAY, YESTERDAY, Town
from tests.factories.access import a_grant
from tests.factories.council import (
    a_login,
)


def what_bears(town: Town) -> None:
    """Interests, some of them ended, in papers and in items; and who is privy to what."""
    members = [town.people[name] for name in ("scrutiny", "planning", "executive", "co-opted", "independent")]
    clerk = town.people["democratic services"]
    for member in members:
        for standing in Interest.Standing.values:
            interest = Interest.objects.create(
                person=member,
                standing=standing,
                matter="Land",
                declared_on=LONG_AGO,
                from_on=LONG_AGO,
                to_on=town.one([None, YESTERDAY, TODAY + datetime.timedelta(days=3)]),
            )
            for document in town.chance.sample(town.documents, len(town.documents) // 15):
                on_item = document.item is not None and town.likely(0.5)
                InterestBears.objects.create(
                    interest=interest,
                    item=document.item if on_item else None,
                    document=None if on_item else document,
                    by=clerk,
                    at=timezone.now(),
                )
    for document in town.chance.sample(town.documents, len(town.documents) // 8):
        ended = timezone.now() if town.likely(0.3) else None
        person = town.one(list(town.people.values()))
        Privy.objects.create(
            document=document, person=person, because="Sat in", by=clerk, at=timezone.now(), ended_at=ended
        )


def given(town: Town) -> None:
    """Access by name, some of it over; and what was decided on request."""
    clerk = town.people["democratic services"]
    for person in town.people.values():
        a_login(person)
        for document in town.chance.sample(town.documents, 4):
            until = TODAY + datetime.timedelta(days=town.one((-3, 2, 30)))
            a_grant(
                document=document,
                to=person,
                by=clerk,
                until=until,
                ends_with=town.one(["purpose", "term", "seat"]),
                body=town.bodies["planning"],
            )
        for document in town.chance.sample(town.documents, 3):
            _decided(town, person, document)


def _decided(town: Town, person: Person, document: Document) -> AccessRequest:
    reference, stream = open_case("access", "ACC")
    asked = AccessRequest.objects.create(
        reference=reference,
        stream=stream,
        protocol="waltham-forest",
        asked_by=person,
        asked_at=timezone.now(),
        document=document,
        described="The report",
        capacity=town.one(["member", "officer", "private"]),
        purpose="duties",
    )
    asked.record_referral(to="monitoring-officer", by=TODAY)
    asked.save()
    if town.likely(0.9):
        Finding.objects.create(
            request=asked,
            kind=Finding.Kind.NEED_TO_KNOW,
            value="accepted",
            reasons="Shown",
            by=town.people["monitoring officer"],
            at=timezone.now(),
        )
        asked.record_decision(
            outcome=town.one(["yes", "partly", "no"]),
            reasons="Needed",
            by=town.people["monitoring officer"],
            at=timezone.now(),
        )
        asked.until = town.one([None, YESTERDAY, TODAY + datetime.timedelta(days=7)])
    asked.save()
    return asked
