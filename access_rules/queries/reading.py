"""Which file of which paper a person is shown, for many papers at once: what words of pages are searched in.

`policies.seeing.may_open` says it of one document, with its reasons; where the two could differ, this is the
narrower: then the paper is opened, and no word of its pages is searched.
"""

from collections.abc import Collection, Mapping

from django.db.models import Q, QuerySet

from access_rules.models import AccessRequest, Document, Page, Version
from access_rules.queries.beside import DECIDED, GIVEN
from access_rules.queries.columns import EMPTY
from access_rules.queries.facts import redacted
from access_rules.queries.grants import grants_in_force
from access_rules.queries.opening import OPENED, WHOLE
from access_rules.queries.requests import determined_for
from access_rules.queries.ruled import answers_for
from access_rules.queries.seers import DETERMINERS, kind_of, person_before_papers
from access_rules.queries.visible import reads_as_keeper
from access_rules.states import DocumentState
from council.queries import Standing

Kind = Version.Kind
NARROWER = frozenset({Kind.REDACTED.value, Kind.SUMMARY.value})
# It is opened, and which file is shown is worked out on its page alone.
UNSAID = ""
_COLUMNS = (
    *("kind", "state", "about", "author", "is_held"),
    *("is_closed_minutes", "political_adviser_advice"),
)


def files_shown(
    who: Standing, opened: Collection[int], *, beside: frozenset[str], in_place: Collection[int]
) -> dict[str, set[int]]:
    """Documents that the person may open, by the kind of file that is shown: five queries at most.

    Whoever was given less than the whole by name is shown that, whatever else opens it. What somebody asked
    in a member’s place (`in_place`) stands under `UNSAID`: its form is worked out anew each time.
    """
    found: dict[str, set[int]] = {}
    if not opened:
        return found
    documents = list(Document.objects.filter(pk__in=opened).only(*_COLUMNS))
    given = _given(who, opened) if beside & {GIVEN, DECIDED} else {}
    answers = _answers(who, documents, given)
    apart = set(in_place)
    for one in documents:
        said = "" if one.pk in apart else answers.get(one.pk, WHOLE[0])
        found.setdefault(_kind_of(who, one, given.get(one.pk, set()), said), set()).add(one.pk)
    return found


def _given(who: Standing, keys: Collection[int]) -> dict[int, set[str]]:
    """What opens each of these documents by name: a kind of file, or that somebody decided so, or in part."""
    found: dict[int, set[str]] = {}
    grants = grants_in_force(who, who.on).filter(content_object__in=keys)
    for pk, kind in grants.values_list("content_object", "version_kind"):
        found.setdefault(pk, set()).add(kind or Kind.WHOLE.value)
    decided = determined_for(who, who.on).filter(document__in=keys)
    for pk, outcome in decided.values_list("document", "outcome"):
        part = outcome == AccessRequest.Outcome.PARTLY
        found.setdefault(pk or 0, set()).add("decided in part" if part else "decided")
    return found


def _answers(who: Standing, opened: Collection[Document], given: Mapping[int, set[str]]) -> dict[int, str]:
    """What the rules answer under both lenses, where it is not sure that they open the whole: of papers that
    are closed in part, and of those that somebody decided to open in part, which no rule may open at all.

    The rules are a long question to answer, so that it is asked once more of those alone.
    """
    keys = {one.pk for one in opened}
    part = set(redacted().filter(document__in=keys).values_list("document", flat=True))
    part |= {one.pk for one in opened if one.is_closed_minutes or given.get(one.pk)}
    seer = person_before_papers(who)
    if not part or seer.kind in DETERMINERS:
        return {}
    return answers_for(seer, part)


def pages_shown(shown: Mapping[str, Collection[int]]) -> QuerySet[Page]:
    """The pages of these documents, by the kind of file that is shown, where that file is ready."""
    files: Q = EMPTY
    for kind in Kind.values:
        files |= Q(version__kind=kind, version__document__in=shown.get(kind, ()))
    return Page.objects.filter(files, version__is_current=True, version__stage=Version.Stage.READY)


def _kind_of(who: Standing, document: Document, given: set[str], said: str) -> str:
    narrower = given & NARROWER
    if narrower:
        return narrower.pop() if len(narrower) == 1 else UNSAID
    if given & {Kind.WHOLE.value, "decided"} or _whole_by_office(who, document):
        return Kind.WHOLE.value
    by_rule = _by_rule(document, said)
    if by_rule != Kind.WHOLE.value and "decided in part" in given:
        return Kind.REDACTED.value
    return by_rule


def _whole_by_office(who: Standing, document: Document) -> bool:
    """A keeper, a statutory officer, an author."""
    me = who.person.pk
    office = kind_of(who) in DETERMINERS and document.is_held and document.about_id != me
    return reads_as_keeper(who, document) or office or document.author_id == me


def _by_rule(document: Document, said: str) -> str:
    """What the rules open: the whole, or a part or a summary (A6); less where advice is kept back (S1)."""
    if document.state != DocumentState.RELEASED or said not in OPENED:
        return UNSAID
    no_advice = document.political_adviser_advice == Document.Amount.NONE
    if said in WHOLE and no_advice:
        return Kind.WHOLE.value
    if not document.is_closed_minutes:
        return Kind.REDACTED.value
    return Kind.SUMMARY.value if no_advice else UNSAID
