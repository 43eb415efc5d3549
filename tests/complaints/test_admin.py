"""Complaints are in no page of the admin, by themselves or beside another row."""

from django.apps import apps
from django.contrib import admin

from casework.models import CaseEvent, Delivery
from council.models import Relationship


def test_no_complaint_and_no_relationship_stands_in_the_admin() -> None:
    models = list(apps.get_app_config("complaints").get_models())
    assert len(models) > 8
    for model in (*models, Relationship, CaseEvent, Delivery):
        assert model not in admin.site._registry, model
        for registered in admin.site._registry.values():
            assert model not in [inline.model for inline in registered.inlines], model
