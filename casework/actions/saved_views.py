"""A view is saved, renamed or removed. It concerns nobody else and no case, so no event tells of it."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.locking import demand
from casework.models import SavedView
from casework.policies.saved_views import may_change_view, may_save_view
from casework.queries.saved_views import saved_by
from council.models import Person
from council.queries import Standing


@transaction.atomic
def save_view(*, who: Standing, name: str, shows: str, query: str, at: datetime.datetime) -> SavedView:
    """Keeps the list under the name. Raises Refused, and ValidationError where another has the name."""
    _lock(who)
    demand(may_save_view(who))
    _demand_new(who, name)
    return SavedView.objects.create(person=who.person, name=name, shows=shows, query=query, made_at=at)


@transaction.atomic
def rename_view(*, who: Standing, view: SavedView, name: str) -> None:
    """Gives it another name. Raises Refused, and ValidationError where another has the name."""
    _lock(who)
    demand(may_change_view(who, view))
    _demand_new(who, name, besides=view)
    saved_by(who.person).filter(pk=view.pk).update(name=name)


@transaction.atomic
def remove_view(*, who: Standing, view: SavedView) -> None:
    """Forgets it; the list itself stands. Raises Refused."""
    _lock(who)
    demand(may_change_view(who, view))
    saved_by(who.person).filter(pk=view.pk).delete()


def _lock(who: Standing) -> None:
    """One press after the other, so that their number and their names are counted once."""
    Person.objects.select_for_update(of=("self",)).values_list("pk").get(pk=who.person.pk)


def _demand_new(who: Standing, name: str, *, besides: SavedView | None = None) -> None:
    others = saved_by(who.person).filter(name=name)
    if besides is not None:
        others = others.exclude(pk=besides.pk)
    if others.exists():
        raise ValidationError(_("You have a saved view of this name. Choose another"), code="name")
