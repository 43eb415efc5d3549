"""Every register of every app, with every role: list, search, new row, row, history, removal, actions.

The table is made from the admin itself, so that a new register is tried without anyone remembering it.
"""

import datetime
from collections.abc import Callable

import pytest
from django.contrib import admin
from django.db import models
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.models import BankHoliday, ClosureDay, Election, LocalTerm
from council.admin import RegisterAdmin
from council.models import Absence, Person, User
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in

pytestmark = pytest.mark.django_db
REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)
REGISTERS = [model for model in REGISTERED if isinstance(admin.site._registry[model], RegisterAdmin)]
# What other packages register of themselves opens to nobody, because nobody has Django's own permissions.
CLOSED = [model for model in REGISTERED if model not in REGISTERS]
# A closed day that was entered by mistake may go; nothing else is ever removed.
MAY_GO = (BankHoliday, ClosureDay)


def yesterday() -> datetime.date:
    return timezone.localdate() - datetime.timedelta(days=1)


def tomorrow() -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=1)


def a_merged_keeper() -> Person:
    """Whose post went to the entry that was kept."""
    kept = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    merged = make.a_person()
    Person.objects.filter(pk=merged.pk).update(merged_into=kept)
    merged.refresh_from_db()
    return merged


def away_keeper() -> Person:
    """A member who is named to stand in for everything that a keeper does, without a second person's word."""
    keeper, other = make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_member()
    Absence.objects.create(person=keeper, substitute=other, from_on=yesterday(), to_on=yesterday())
    return other


NEARLY: dict[str, Callable[[], Person]] = {
    "member": make.a_member,
    "officer": make.an_officer,
    "assistant": lambda: make.an_assistant_to(make.a_member()),
    "monitoring officer": lambda: make.a_holder_of(Post.MONITORING_OFFICER),
    "deputy monitoring officer": lambda: make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER),
    "monitoring officer, not confirmed": lambda: make.a_holder_of(Post.MONITORING_OFFICER, confirmed=False),
    "head of paid service": lambda: make.a_holder_of(Post.HEAD_OF_PAID_SERVICE),
    "keeper until yesterday": lambda: make.a_holder_of(Post.DEMOCRATIC_SERVICES, to_on=yesterday()),
    "keeper from tomorrow": lambda: make.a_holder_of(Post.DEMOCRATIC_SERVICES, from_on=tomorrow()),
    "stood in for a keeper until yesterday": away_keeper,
    "entry that was merged into a keeper's": a_merged_keeper,
    "nobody in the registers": make.a_person,
}


def pages(model: type[models.Model]) -> dict[str, Callable[[Client], HttpResponse]]:
    """Whatever can be asked of a register."""
    app, register_name = model._meta.app_label, model._meta.model_name
    name = f"admin:{app}_{register_name}"
    row = model._default_manager.first()
    key = row.pk if row else 1
    people = [field.name for field in model._meta.fields if field.related_model is Person]
    register = admin.site._registry[model]
    found: dict[str, Callable[[Client], HttpResponse]] = {
        "list": lambda client: client.get(reverse(f"{name}_changelist")),
        "search": lambda client: client.get(reverse(f"{name}_changelist"), {"q": "nair"}),
        "new row": lambda client: client.get(reverse(f"{name}_add")),
        "row": lambda client: client.get(reverse(f"{name}_change", args=[key])),
        "save": lambda client: client.post(reverse(f"{name}_change", args=[key]), {}),
        "history": lambda client: client.get(reverse(f"{name}_history", args=[key])),
        "removal": lambda client: client.post(reverse(f"{name}_delete", args=[key]), {"post": "yes"}),
    }
    for action in register.actions or ():
        words = action if isinstance(action, str) else action.__name__
        sent = {"action": words, "_selected_action": [key]}
        found[f"action {words}"] = lambda client, sent=sent: client.post(reverse(f"{name}_changelist"), sent)
    for field in people:
        asked = {
            "app_label": model._meta.app_label,
            "model_name": model._meta.model_name,
            "field_name": field,
        }
        found[f"names for {field}"] = lambda client, asked=asked: client.get(
            reverse("admin:autocomplete"), {**asked, "term": "a"}
        )
    return found


@pytest.fixture
def filled() -> None:
    """A row at least in the registers of the first days."""
    member = make.a_member(group=make.a_group(), name="Priya Nair")
    make.an_assistant_to(member)
    make.a_service()
    make.a_holding(Post.PROPER_OFFICER, confirmed=False)
    BankHoliday.objects.get_or_create(
        on=datetime.date(2026, 12, 25), region="england-and-wales", defaults={"name": "Christmas Day"}
    )
    ClosureDay.objects.create(on=datetime.date(2026, 12, 29), name="Christmas closure")
    Election.objects.create(
        name="By-election",
        kind="by-election",
        notice_on=make.LONG_AGO,
        poll_on=make.LONG_AGO + datetime.timedelta(30),
    )
    LocalTerm.objects.create(
        duty="close", value=2, unit="working-days", paragraph="Minute 14", from_on=make.LONG_AGO
    )


@pytest.mark.parametrize("role", sorted(NEARLY))
def test_whoever_is_no_keeper_today_gets_nothing_from_any_register(role: str, filled: None) -> None:
    client = signed_in(NEARLY[role]())
    before = {model: list(model._default_manager.values()) for model in REGISTERS}
    for model in REGISTERS:
        for asked, ask in pages(model).items():
            answer = ask(client)
            assert answer.status_code in (302, 403), f"{role}: {model._meta.label}, {asked}"
            assert b"Nair" not in answer.content, f"{role}: {model._meta.label}, {asked}"
            if answer.status_code == 302:
                assert "/accounts/" in answer["Location"] or "/admin/login/" in answer["Location"]
    untold = {"last_login"}
    for model, rows in before.items():
        now = list(model._default_manager.values())
        assert [{k: v for k, v in row.items() if k not in untold} for row in now] == [
            {k: v for k, v in row.items() if k not in untold} for row in rows
        ], model


@pytest.mark.parametrize("model", CLOSED, ids=lambda model: model._meta.label)
def test_what_packages_register_of_themselves_opens_to_nobody(model: type[models.Model]) -> None:
    keeper = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    client = signed_in(keeper)
    User.objects.filter(person=keeper).update(is_superuser=True)
    for asked, ask in pages(model).items():
        if asked not in ("row", "save", "history", "removal") or model._default_manager.exists():
            assert ask(client).status_code == 403, asked


def test_whoever_is_signed_out_is_sent_to_sign_in(filled: None) -> None:
    for model in REGISTERS:
        for asked, ask in pages(model).items():
            answer = ask(Client())
            assert answer.status_code == 302, f"{model._meta.label}, {asked}"


@pytest.mark.parametrize("model", REGISTERS, ids=lambda model: model._meta.label)
def test_a_keeper_opens_each_register_and_removes_nothing_that_has_a_history(
    model: type[models.Model], filled: None
) -> None:
    client = signed_in(make.a_holder_of(Post.DEMOCRATIC_SERVICES))
    row = model._default_manager.first()
    for asked, ask in pages(model).items():
        if asked == "removal" or asked.startswith("action") or (row is None and asked in ("row", "history")):
            continue
        answer = ask(client)
        register = admin.site._registry[model]
        may_not = {
            "new row": not register.has_add_permission(answer.wsgi_request),
            "save": row is None or not register.has_change_permission(answer.wsgi_request, row),
        }
        good = (403, 302) if may_not.get(asked) else (200, 302)
        assert answer.status_code in good, f"{model._meta.label}, {asked}: {answer.status_code}"
    if row is not None:
        removed = pages(model)["removal"](client)
        assert removed.status_code == (302 if model in MAY_GO else 403)
        assert model._default_manager.filter(pk=row.pk).exists() is (model not in MAY_GO)


@pytest.mark.parametrize("model", REGISTERS, ids=lambda model: model._meta.label)
def test_no_register_offers_to_remove_many_at_once(model: type[models.Model], filled: None) -> None:
    client = signed_in(make.a_holder_of(Post.DEMOCRATIC_SERVICES))
    row = model._default_manager.first()
    if row is None:
        return
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    sent = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    client.post(address, sent, follow=True)
    assert model._default_manager.filter(pk=row.pk).exists()
