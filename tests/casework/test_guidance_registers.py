"""Addresses of companion documents and guidance in the admin, and what their tables refuse."""

import datetime

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from casework.actions.guiding import record_reading
from casework.models import CompanionDocument, Guidance, GuidanceReading
from casework.policies import may_say_it_is_read
from casework.queries import (
    companion_addresses,
    guidance_in_force,
    guidance_receipts,
    guidance_unread_by,
)
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.council import a_holder_of, a_member, an_officer

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
ADDRESS = "https://www.council.example/code"


@pytest.fixture
def keeper() -> Client:
    """Democratic services at the keyboard."""
    return signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))


def guidance(**more: object) -> Guidance:
    """Guidance that holds today."""
    given = {"title": "Gifts", "text": "Tell us.", "issued_by": "The monitoring officer", "issued_on": TODAY}
    return Guidance.objects.create(**{**given, **more})


@pytest.mark.parametrize("page", ["companiondocument", "guidance"])
def test_only_democratic_services_reach_the_registers(page: str, keeper: Client) -> None:
    assert keeper.get(f"/admin/casework/{page}/").status_code == 200
    assert keeper.get(f"/admin/casework/{page}/add/").status_code == 200
    for person in (a_member(), an_officer(), a_holder_of(Post.MONITORING_OFFICER)):
        assert signed_in(person).get(f"/admin/casework/{page}/").status_code in {302, 403, 404}


@pytest.mark.parametrize(
    ("page", "boxes"),
    [
        ("companiondocument", ["document", "url"]),
        ("guidance", ["title", "text", "issued_by", "issued_on", "withdrawn_on"]),
    ],
)
def test_every_box_has_its_help(keeper: Client, page: str, boxes: list[str]) -> None:
    shown = keeper.get(f"/admin/casework/{page}/add/").content.decode()
    for box in boxes:
        assert f'id="id_{box}_helptext"' in shown


def test_a_document_is_chosen_from_those_that_the_text_names(keeper: Client) -> None:
    shown = keeper.get("/admin/casework/companiondocument/add/").content.decode()
    assert "Framework for Managing People" in shown
    assert "Social media policy" not in shown
    keeper.post(
        "/admin/casework/companiondocument/add/", {"document": "haringey:social-media", "url": ADDRESS}
    )
    assert not CompanionDocument.objects.exists()
    given = {"document": "waltham-forest:members-code", "url": ADDRESS}
    assert keeper.post("/admin/casework/companiondocument/add/", given).status_code == 302
    assert str(CompanionDocument.objects.get()) == "The Code of Conduct – Part 9 of the Constitution"
    again = keeper.post("/admin/casework/companiondocument/add/", given)
    assert again.status_code == 200
    assert CompanionDocument.objects.count() == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "not an address", "ftp//x"])
def test_an_address_that_is_none_is_refused(keeper: Client, address: str) -> None:
    given = {"document": "waltham-forest:members-code", "url": address}
    assert keeper.post("/admin/casework/companiondocument/add/", given).status_code == 200
    assert not CompanionDocument.objects.exists()


def test_an_address_is_changed_or_taken_away_and_the_document_stays(keeper: Client) -> None:
    row = CompanionDocument.objects.create(document="waltham-forest:complaints", url=ADDRESS)
    assert companion_addresses() == {"waltham-forest:complaints": ADDRESS}
    path = f"/admin/casework/companiondocument/{row.pk}/change/"
    keeper.post(path, {"document": "waltham-forest:members-code", "url": ""})
    row.refresh_from_db()
    assert (row.document, row.url) == ("waltham-forest:complaints", "")
    assert companion_addresses() == {}
    assert keeper.post(f"/admin/casework/companiondocument/{row.pk}/delete/").status_code == 403
    history = keeper.get(f"/admin/casework/companiondocument/{row.pk}/history/").content.decode()
    assert ADDRESS in history


def test_guidance_is_entered_and_then_only_withdrawn(keeper: Client) -> None:
    given = {
        "title": "Gifts",
        "text": "Tell the monitoring officer.",
        "issued_by": "The monitoring officer",
        "issued_on": f"{TODAY:%d/%m/%Y}",
        "withdrawn_on": "",
    }
    assert keeper.post("/admin/casework/guidance/add/", given).status_code == 302
    piece = Guidance.objects.get()
    record_reading(guidance=piece, by=a_member(), at=timezone.now())
    changed = {"title": "Bribes", "text": "Keep it.", "withdrawn_on": f"{TODAY:%d/%m/%Y}"}
    keeper.post(f"/admin/casework/guidance/{piece.pk}/change/", changed)
    piece.refresh_from_db()
    assert (piece.title, piece.text, piece.withdrawn_on) == ("Gifts", given["text"], TODAY)
    assert keeper.post(f"/admin/casework/guidance/{piece.pk}/delete/", {"post": "yes"}).status_code == 403
    listed = keeper.get("/admin/casework/guidance/").content.decode()
    assert '<td class="field-receipts">1</td>' in listed


def test_guidance_withdrawn_before_it_was_issued_is_refused(keeper: Client) -> None:
    given = {"title": "x", "text": "x", "issued_by": "x", "issued_on": f"{TODAY:%d/%m/%Y}"}
    yesterday = TODAY - DAY
    answer = keeper.post("/admin/casework/guidance/add/", {**given, "withdrawn_on": f"{yesterday:%d/%m/%Y}"})
    assert "It cannot be withdrawn before it was issued." in answer.content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        guidance(withdrawn_on=yesterday)


def test_the_tables_refuse_to_lose_guidance_or_rewrite_a_receipt() -> None:
    piece = guidance()
    reading = record_reading(guidance=piece, by=a_member(), at=timezone.now())
    with pytest.raises(DatabaseError), transaction.atomic():
        GuidanceReading.objects.filter(pk=reading.pk).update(read_at=timezone.now())
    with pytest.raises(DatabaseError), transaction.atomic():
        GuidanceReading.objects.filter(pk=reading.pk).delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        Guidance.objects.filter(pk=guidance(title="Other").pk).delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        GuidanceReading.objects.create(guidance=piece, read_by=reading.read_by, read_at=timezone.now())


@pytest.mark.parametrize(
    ("issued", "withdrawn", "outcome"),
    [
        (-10, None, Outcome.ALLOWED),
        (0, None, Outcome.ALLOWED),
        (-10, 1, Outcome.ALLOWED),
        (1, None, Outcome.UNKNOWN),
        (-10, 0, Outcome.REFUSED),
        (-10, -1, Outcome.REFUSED),
    ],
)
def test_a_receipt_is_taken_from_the_day_of_issue_until_the_day_of_withdrawal(
    issued: int, withdrawn: int | None, outcome: Outcome
) -> None:
    piece = guidance(
        issued_on=TODAY + issued * DAY, withdrawn_on=None if withdrawn is None else TODAY + withdrawn * DAY
    )
    member = a_member()
    assert may_say_it_is_read(member, piece, on=TODAY).outcome is outcome
    holds = outcome is Outcome.ALLOWED
    assert guidance_in_force(on=TODAY).exists() is holds
    assert bool(guidance_unread_by(member, on=TODAY)) is holds


def test_nobody_out_of_post_may_give_a_receipt() -> None:
    left = an_officer(to_on=TODAY - DAY)
    piece = guidance()
    assert may_say_it_is_read(left, piece, on=TODAY).outcome is Outcome.REFUSED
    with pytest.raises(Refused):
        record_reading(guidance=piece, by=left, at=timezone.now())
    assert guidance_receipts(left) == {}
