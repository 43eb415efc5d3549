"""A council made by chance, always the same: people and papers of every kind, and who was given what."""

import datetime
import random
from typing import Any

from django.utils import timezone

from access_rules.models import Document, Item, Meeting, Version
from casework.models import Attachment
from council.models import (
    GroupMembership,
    MemberTerm,
    Person,
    Portfolio,
    Seat,
)
from council.rules import BodyType
from rulebook.post import Post
from tests.access_rules.chance import LONG_AGO, PARAGRAPHS, TODAY, YESTERDAY, Town
from tests.access_rules.given import given, what_bears
from tests.factories.access import a_document, a_meeting, an_item
from tests.factories.council import (
    a_body,
    a_group,
    a_holding,
    a_member,
    a_political_assistant,
    a_seat,
    an_officer,
)


def a_town(*, papers: int, seed: int = 5) -> Town:
    """A council with so many papers."""
    town = Town(random.Random(seed))  # noqa: S311 no secret hangs on it
    _bodies(town)
    _members(town)
    _officers(town)
    meetings = _meetings(town)
    town.documents = [_paper(town, meetings) for _each in range(papers)]
    what_bears(town)
    given(town)
    return town


def _bodies(town: Town) -> None:
    kinds = {
        "council": BodyType.COUNCIL,
        "executive": BodyType.EXECUTIVE,
        "scrutiny": BodyType.SCRUTINY,
        "planning": BodyType.COMMITTEE,
        "joint": BodyType.JOINT,
    }
    town.bodies = {name: a_body(name=name.title(), kind=kind) for name, kind in kinds.items()}
    panel = a_body(name="Panel", kind=BodyType.SUB_COMMITTEE)
    panel.parent = town.bodies["planning"]
    panel.save()
    town.bodies["panel"] = panel
    town.groups = [a_group(name="Larch"), a_group(name="Heron")]


def _members(town: Town) -> None:
    larch, heron = town.groups
    people, bodies = town.people, town.bodies
    people["leader"] = a_member(group=larch, office=GroupMembership.Office.LEADER)
    people["executive"] = a_member(group=larch)
    people["deputy portfolio"] = a_member(group=larch)
    people["scrutiny"] = a_member(group=heron)
    people["planning"] = a_member(group=heron)
    people["chair"] = a_member(group=larch)
    people["substitute"] = a_member(group=heron)
    people["seat ended"] = a_member(group=larch)
    people["other"] = a_member(group=heron, office=GroupMembership.Office.LEADER)
    people["nominated"] = a_member(kind=MemberTerm.Kind.NOMINATED)
    people["co-opted"] = a_member(kind=MemberTerm.Kind.CO_OPTED)
    people["independent"] = a_member(kind=MemberTerm.Kind.INDEPENDENT)
    people["term ended"] = a_member(group=larch, to_on=YESTERDAY)
    people["term ends"] = a_member(group=larch, to_on=TODAY + datetime.timedelta(days=5))
    Portfolio.objects.create(person=people["leader"], title="Leader", from_on=LONG_AGO)
    Portfolio.objects.create(
        person=people["deputy portfolio"], title="Deputy", is_deputy=True, from_on=LONG_AGO
    )
    a_seat(bodies["executive"], people["executive"])
    a_seat(bodies["scrutiny"], people["scrutiny"])
    a_seat(bodies["scrutiny"], people["co-opted"])
    a_seat(bodies["planning"], people["planning"])
    a_seat(bodies["planning"], people["chair"], office=Seat.Office.CHAIR)
    a_seat(bodies["planning"], people["substitute"], office=Seat.Office.SUBSTITUTE)
    a_seat(bodies["planning"], people["seat ended"], to_on=YESTERDAY)
    a_seat(bodies["panel"], people["other"])
    a_seat(bodies["joint"], people["nominated"])
    a_seat(bodies["panel"], people["independent"])
    a_seat(bodies["planning"], people["term ended"])
    a_seat(bodies["council"], people["term ends"])


def _officers(town: Town) -> None:
    people = town.people
    people["officer"] = an_officer()
    people["assistant"] = a_political_assistant(town.groups[0])
    people["job ended"] = an_officer(to_on=YESTERDAY)
    for name, post in {
        "monitoring officer": Post.MONITORING_OFFICER,
        "section 151 officer": Post.SECTION_151_OFFICER,
        "proper officer": Post.PROPER_OFFICER,
        "democratic services": Post.DEMOCRATIC_SERVICES,
    }.items():
        people[name] = an_officer()
        a_holding(post, person=people[name])


def _meetings(town: Town) -> list[Meeting]:
    days = [TODAY + datetime.timedelta(days=days) for days in (-2500, -20, 0, 0, 3, 12, 30)]
    found = []
    for body in town.bodies.values():
        for day in days:
            called = min(TODAY - datetime.timedelta(days=9), day)
            meeting = a_meeting(body=body, on=day, called_on=called, is_private=town.likely(0.2))
            if (day < TODAY and town.likely(0.7)) or (day == TODAY and town.likely(0.5)):
                meeting.concluded_at = timezone.make_aware(datetime.datetime.combine(day, datetime.time(11)))
            meeting.cancelled_at = timezone.now() if town.likely(0.1) else None
            meeting.save()
            for number in range(2):
                an_item(
                    meeting=meeting,
                    title=f"Item {number}",
                    is_private=town.likely(0.3),
                    is_key_decision=town.likely(0.4),
                    withdrawn_at=timezone.now() if town.likely(0.1) else None,
                )
            found.append(meeting)
    return found


def _paper(town: Town, meetings: list[Meeting]) -> Document:
    kind = town.one([*Document.Kind.values, *[Document.Kind.REPORT.value] * 12])
    columns: dict[str, Any] = {"kind": kind, "made_on": TODAY - datetime.timedelta(days=town.one((1, 2600)))}
    columns |= _place(town, meetings, kind) | _marking(town) | _whose(town, kind)
    document = a_document(released=not town.likely(0.1), **columns)
    if town.likely(0.05):
        document.record_withdrawal(at=timezone.now(), because="An error in the figures")
        document.save()
    if town.likely(0.2):
        _redacted(document, by=town.people["democratic services"], ready=town.likely(0.8))
    return document


def _place(town: Town, meetings: list[Meeting], kind: str) -> dict[str, Any]:
    """At a meeting, by one person's decision, or nowhere."""
    if kind in ("group-paper", "briefing", "correspondence", "file", "accounts") and town.likely(0.8):
        return {"body": town.one([None, *town.bodies.values()])}
    if town.likely(0.2):
        decided = town.one([None, TODAY, YESTERDAY, TODAY + datetime.timedelta(days=4)])
        by = town.one([by for by in Document.DecidedBy.values if by])
        return {"decided_by": by, "decided_on": decided, "body": town.bodies["executive"]}
    meeting: Meeting = town.one(meetings)
    item: Item | None = town.one([None, *meeting.items.all()])
    return {"item": item} if item else {"meeting": meeting}


def _marking(town: Town) -> dict[str, Any]:
    marking = town.one(["public", "unclassified", "confidential", "exempt", "exempt", "exempt"])
    found: dict[str, Any] = {"marking": marking}
    if marking == "confidential":
        found["confidential_source"] = town.one(["government", "court"])
    if marking == "exempt":
        weighed = town.one(["maintain", "maintain", "maintain", "not_done", "disclose"])
        officer = town.people["proper officer"]
        found |= {
            "sch12a": town.one(
                [["3"], ["6"], ["3", "6"], town.chance.sample(PARAGRAPHS, 2), ["5"], ["1", "3"]]
            ),
            "public_interest": weighed,
            "public_interest_reasons": "" if weighed == "not_done" else "Weighed",
            "public_interest_by": None if weighed == "not_done" else officer,
            "has_contract_terms": town.likely(0.2),
            "is_registrable": town.likely(0.2),
            "is_own_development": town.likely(0.1),
        }
    return found


def _whose(town: Town, kind: str) -> dict[str, Any]:
    """Groups, authors, owners, and what else closes a paper."""
    people = list(town.people.values())
    found: dict[str, Any] = {
        "political_adviser_advice": town.one(["none"] * 12 + ["part", "whole"]),
        "is_held": not town.likely(0.04),
        "is_closed_minutes": kind == "minutes" and town.likely(0.4),
        "is_session_talk": town.likely(0.05),
        "is_breach_likely": town.likely(0.05),
        "is_report_or_background_paper": not town.likely(0.1),
        "about": town.one(people) if town.likely(0.06) else None,
        "is_about_constituent": town.likely(0.08),
        "is_about_third_party": town.likely(0.12),
    }
    if kind in ("group-paper", "briefing"):
        found["group"] = town.one(town.groups)
    if kind == "correspondence":
        found |= {
            "author": town.one([town.people["leader"], town.people["other"]]),
            "author_consents": town.likely(0.3),
            "is_private_letter": town.likely(0.3),
        }
    if town.likely(0.12):
        found |= {
            "owner_words": "A developer",
            "is_owner_confidential": town.likely(0.7),
            "owner_consent": town.one(["", "given", "not_given"]),
        }
    return found


def _redacted(document: Document, *, by: Person, ready: bool) -> Version:
    """A file without the closed part."""
    kept = Attachment.objects.create(
        stream=document.stream,
        file="redacted.pdf",
        name="redacted.pdf",
        size=4,
        content_type="application/pdf",
        sha256="0" * 64,
        uploaded_by=by,
        uploaded_at=timezone.now(),
    )
    return Version.objects.create(
        document=document,
        kind=Version.Kind.REDACTED,
        attachment=kept,
        stage=Version.Stage.READY if ready else Version.Stage.WAITING,
        made_by=by,
        made_at=timezone.now(),
    )
