"""The same questions under all six texts, asked on the real page: the first word, and what opens by it."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from access_rules.models import AccessRequest, Document, InterestBears
from access_rules.policies.seeing import may_open
from council.models import Interest, Person
from council.rules import BodyType
from rulebook.post import Post
from tests.access_rules.browsing import TODAY, ask, now_as, text_of, word_of
from tests.factories import council as make
from tests.factories.access import a_body, a_document, a_meeting, an_item
from tests.factories.asking import an_exempt_report, the_monitoring_officer
from tests.factories.browsers import signed_in

pytestmark = pytest.mark.django_db
SIX = ("waltham-forest", "haringey", "wokingham-2007", "wokingham-2014", "mwda", "parish")


@dataclass(frozen=True)
class Asked:
    """Who asks for what, and what they say of it."""

    by: Person
    document: Document
    boxes: dict[str, str] = field(default_factory=dict)


def an_open_report() -> Asked:
    """Anybody may have it."""
    return Asked(make.a_member(), a_document(item=an_item()))


def not_held() -> Asked:
    """On the agenda, and not with the authority."""
    return Asked(make.a_member(), a_document(item=an_item(), is_held=False))


def of_ones_own_committee() -> Asked:
    """An exempt report for the committee on which the member sits."""
    document, member = an_exempt_report(), make.a_member()
    assert document.body is not None
    make.a_seat(document.body, member)
    return Asked(member, document)


def with_a_pecuniary_interest() -> Asked:
    """The same member declared an interest in the matter, and says nothing of it."""
    asked = of_ones_own_committee()
    bears(asked.by, asked.document)
    return asked


def bears(member: Person, document: Document) -> None:
    """A disclosable pecuniary interest of the member in the document."""
    interest = Interest.objects.create(
        person=member, standing=Interest.Standing.DPI, matter="My shop", declared_on=TODAY(), from_on=TODAY()
    )
    InterestBears.objects.create(
        interest=interest, document=document, by=make.an_officer(), at=timezone.now()
    )


def needed_for_the_ward() -> Asked:
    """An exempt report for another committee; a need to know is claimed."""
    return Asked(make.a_member(), an_exempt_report())


def privately() -> Asked:
    """The same, as a private person."""
    return Asked(make.a_member(), an_exempt_report(), {"capacity": "private", "purpose": "private"})


def for_research() -> Asked:
    """The same, as work on a subject."""
    return Asked(make.a_member(), an_exempt_report(), {"scope": "research"})


def business_without_terms_of_a_contract() -> Asked:
    """Exempt by paragraph 3 alone, which the statute opens to any member of a principal council."""
    return Asked(make.a_member(), an_exempt_report(has_contract_terms=False))


def a_copy_of_it() -> Asked:
    """The same, to have a copy."""
    return Asked(make.a_member(), an_exempt_report(has_contract_terms=False), {"wants": "copy"})


def by_freedom_of_information() -> Asked:
    """A paper of a group’s own that is not marked at all: no right opens it before somebody looked."""
    unmarked = a_document(item=an_item(), marking=Document.Marking.UNCLASSIFIED)
    return Asked(make.a_member(), unmarked, {"regime": "FOI", "capacity": "private", "purpose": "private"})


def a_summary() -> Asked:
    """Minutes of a closed session, asked for privately."""
    minutes = an_exempt_report(is_closed_minutes=True, kind=Document.Kind.MINUTES)
    return Asked(make.a_member(), minutes, {"capacity": "private", "purpose": "private"})


def in_a_members_place() -> Asked:
    """A political assistant asks for a member of the committee."""
    group = make.a_group()
    member, assistant = make.a_member(group=group), make.a_political_assistant(group)
    document = an_exempt_report()
    assert document.body is not None
    make.a_seat(document.body, member)
    return Asked(assistant, document, {"capacity": "assistant", "on_behalf_of": str(member.pk)})


def in_the_place_of_a_barred_member() -> Asked:
    """The same, and the member has a pecuniary interest in the matter."""
    asked = in_a_members_place()
    bears(Person.objects.get(pk=int(asked.boxes["on_behalf_of"])), asked.document)
    return asked


def about_oneself() -> Asked:
    """One’s own data in an open report: somebody makes the copy."""
    member = make.a_member()
    document = a_document(item=an_item(), about=member)
    return Asked(member, document, {"regime": "SAR", "purpose": "private"})


def before_scrutiny() -> Asked:
    """A member of a scrutiny body, for an exempt report to the executive."""
    member, executive = make.a_member(), a_body(kind=BodyType.EXECUTIVE)
    make.a_seat(a_body(kind=BodyType.SCRUTINY), member)
    item = an_item(meeting=a_meeting(body=executive))
    return Asked(member, an_exempt_report(item=item))


YES, PARTLY, NO, WAITS = "Yes", "Partly", "No", "Being decided"
TABLE: dict[Callable[[], Asked], tuple[str, ...]] = {
    an_open_report: (YES,) * 6,
    not_held: (NO,) * 6,
    of_ones_own_committee: (YES, YES, YES, YES, YES, WAITS),
    with_a_pecuniary_interest: (WAITS, NO, WAITS, WAITS, WAITS, WAITS),
    needed_for_the_ward: (WAITS,) * 6,
    privately: (NO,) * 6,
    for_research: (WAITS, WAITS, WAITS, WAITS, NO, WAITS),
    business_without_terms_of_a_contract: (YES, YES, YES, YES, YES, WAITS),
    a_copy_of_it: (YES, YES, YES, YES, YES, WAITS),
    by_freedom_of_information: (WAITS,) * 6,
    a_summary: (PARTLY,) * 6,
    in_a_members_place: (WAITS, YES, WAITS, WAITS, WAITS, WAITS),
    in_the_place_of_a_barred_member: (WAITS, NO, WAITS, WAITS, WAITS, WAITS),
    about_oneself: (WAITS,) * 6,
    before_scrutiny: (WAITS,) * 6,
}


@pytest.mark.parametrize("place", range(6), ids=SIX)
def test_the_page_answers_each_question_as_the_text_does(settings: Settings, place: int) -> None:
    settings.PROTOCOL = SIX[place]
    the_monitoring_officer()
    make.a_holder_of(Post.PROPER_OFFICER)
    wrong = []
    for make_one, words in TABLE.items():
        asked = make_one()
        page = ask(
            signed_in(asked.by), document=asked.document.reference, token=make_one.__name__, **asked.boxes
        )
        row, shown = AccessRequest.objects.get(document=asked.document), text_of(page)
        said, opens = word_of(page), may_open(now_as(asked.by), asked.document).allowed
        right = (
            said == words[place]
            and "The rule we used" in shown
            and f"{reverse('advice-ask')}?request={row.reference}" in page.content.decode()
            and ("If you do not agree" in shown) == (said != WAITS)
            and ("You will have an answer by" in shown) == (said == WAITS)
            and (opens or said not in (YES, PARTLY))
        )
        if not right:
            wrong.append(f"{make_one.__name__}: {said} {opens} {row.answer['enforced']['rule']}\n{shown}")
    assert not wrong, "\n\n".join(wrong)
    assert signed_in(make.a_member()).get(reverse("access-request", args=[row.reference])).status_code == 404
