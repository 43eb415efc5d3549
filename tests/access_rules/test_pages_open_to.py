"""The words of papers are searched in the file that the rule shows, and in no other."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from pytest_django import DjangoDbBlocker, Settings

from access_rules.models import Document, Page, Version
from access_rules.policies.seeing import openings
from access_rules.queries.beside import beside_the_rules
from access_rules.queries.facts import with_facts
from access_rules.queries.reading import files_shown, pages_shown
from access_rules.queries.visible import in_place_of_members, visible_to
from council.queries import standing_of
from tests.access_rules.chance import TODAY, Town
from tests.access_rules.town import a_town

pytestmark = pytest.mark.django_db

PAPERS = 90
KINDS = ("whole", "redacted", "summary")


@pytest.fixture(scope="module")
def town(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Town]:
    """A council made by chance; each paper has a file of each kind that it could have, of one page."""
    kept = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("kept"))
    with django_db_blocker.unblock(), kept, transaction.atomic():
        made = a_town(papers=PAPERS)
        keeper = next(iter(made.people.values()))
        for document in Document.objects.prefetch_related("versions"):
            there = {one.kind for one in document.versions.all()}
            # A redacted file is a fact of the question: whoever has none keeps none.
            for kind in {"whole", "summary"} - there:
                _version(document, kind, keeper)
        for version in Version.objects.filter(stage=Version.Stage.READY, pages__isnull=True):
            _page(version)
        yield made
        transaction.set_rollback(True)


def _version(document: Document, kind: str, by: object) -> None:
    Version.objects.create(
        document=document, kind=kind, stage=Version.Stage.READY, made_by=by, made_at=timezone.now()
    )


def _page(version: Version) -> None:
    Page.objects.create(version=version, number=1, width=1, height=1, text="Words")


@pytest.mark.parametrize("text", ["waltham-forest", "haringey", "wokingham-2007"])
def test_no_words_are_searched_in_a_file_that_is_not_shown(text: str, town: Town, settings: Settings) -> None:
    settings.PROTOCOL = text
    documents, searched, shown = list(with_facts(Document.objects.all())), 0, 0
    for name, person in town.people.items():
        who = standing_of(person, on=TODAY)
        right = openings(who, documents) if who.in_post else {}
        opened = {(pk, one.version_kind) for pk, one in right.items() if one.allowed}
        ready = set(Version.objects.filter(stage="ready", is_current=True).values_list("document", "kind"))
        beside = beside_the_rules(who)
        in_place = in_place_of_members(who, beside) if who.in_post else []
        may_open = visible_to(who, beside).values_list("pk", flat=True)
        files = files_shown(who, may_open, beside=beside, in_place=in_place)
        found = set(pages_shown(files).values_list("version__document", "version__kind"))
        assert set().union(*files.values()) <= {pk for pk, one in right.items() if one.allowed}
        leaked = {one for one in found - opened if not (one[1] == "redacted" and (one[0], "whole") in opened)}
        assert not leaked, (name, leaked)
        searched, shown = searched + len(found & opened), shown + len(opened & ready)
    # The query may be the narrower, and is nearly as wide.
    assert searched > 0.85 * shown, (searched, shown)
