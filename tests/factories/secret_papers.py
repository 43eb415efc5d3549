"""Papers full of words that few may read, one word for each thing: for tests of who is shown none of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from access_rules.models import AccessRequest, Advice, Breach, Disclosure, Document, Item
from access_rules.policies.granting import may_see_grants
from access_rules.policies.interests import keeps_interests
from access_rules.policies.privy import may_see_privy
from access_rules.queries.advice import visible_to as advice_visible_to
from access_rules.queries.asked import visible_requests
from access_rules.queries.breaches import breaches_for
from access_rules.queries.grants import grants_in_force
from access_rules.queries.telling import disclosures_of
from access_rules.queries.visible import known_to, visible_to
from council.models import Interest, Person
from council.queries import Standing
from tests.factories.access import a_grant, an_item
from tests.factories.advice import a_question, an_interest
from tests.factories.asking import an_exempt_report, asked_for, find
from tests.factories.onward import asked, named, reported
from tests.factories.reading import a_version

TITLE, TEXT, REQUEST, FINDING = "Wyndlestraw", "Skirret", "Cogglestone", "Haverbread"
DISCLOSURE, ADVICE, BREACH = "Tansyfield", "Mugwortham", "Bellbind"
GRANT, PRIVY, INTEREST = "Sorrelgate", "Yarrowby", "Teaselmere"
Knows = Callable[[Standing], bool]


@dataclass(frozen=True)
class Papers:
    """An exempt report and all that hangs on it; what one member asked, reported and declared."""

    document: Document
    item: Item
    request: AccessRequest
    disclosure: Disclosure
    advice: Advice
    breach: Breach
    interest: Interest
    numbers: dict[str, int]

    def knows(self) -> dict[str, tuple[str, Knows]]:
        """By the name that addresses use: the number of each, and whether somebody may know of it."""
        document = self.document
        return {
            "ref": (document.reference, lambda who: known_to(who).filter(pk=document.pk).exists()),
            "case": (
                self.request.reference,
                lambda who: visible_requests(who).filter(pk=self.request.pk).exists(),
            ),
            "disclosure": (
                self.disclosure.reference,
                lambda who: disclosures_of(who).filter(pk=self.disclosure.pk).exists(),
            ),
            "advice": (
                self.advice.reference,
                lambda who: advice_visible_to(who).filter(pk=self.advice.pk).exists(),
            ),
            "breach": (
                self.breach.reference,
                lambda who: breaches_for(who).filter(pk=self.breach.pk).exists(),
            ),
        }

    def words(self) -> Iterator[tuple[str, Knows]]:
        """Each word, with the question whether somebody may read it."""
        knows = {name: one for name, (_number, one) in self.knows().items()}
        document, member = self.document, self.interest.person
        yield TITLE, knows["ref"]
        yield TEXT, lambda who: visible_to(who).filter(pk=document.pk).exists()
        yield REQUEST, knows["case"]
        yield FINDING, knows["case"]
        yield DISCLOSURE, knows["disclosure"]
        yield ADVICE, knows["advice"]
        yield BREACH, knows["breach"]
        # Whoever was given access by name reads what it is for.
        yield (
            GRANT,
            lambda who: may_see_grants(who, document).allowed or grants_in_force(who, who.on).exists(),
        )
        yield PRIVY, lambda who: may_see_privy(who, document).allowed
        yield INTEREST, lambda who: who.person == member or keeps_interests(who)


def secret_papers(people: dict[str, Person]) -> Papers:
    """All of it, by the member; access by name is the director’s, who is named as knowing it too."""
    member, director = people["member"], people["director"]
    keeper, monitoring = people["democratic services"], people["monitoring officer"]
    document = an_exempt_report(title=f"The lease of {TITLE} Hall", public_interest_by=monitoring)
    a_version(document, f"The rent of {TEXT} is low", by=keeper)
    request = asked_for(document, by=member, described=f"The report on {REQUEST}")
    find(request, "need_to_know:accepted", by=monitoring, reasons=f"They speak for {FINDING}.")
    return Papers(
        document=document,
        item=an_item(),
        request=request,
        disclosure=asked(member, described=f"The {DISCLOSURE} bids"),
        advice=a_question(by=member, words=f"May I speak of {ADVICE}?", is_private=True),
        breach=reported(member, words=f"It was told in {BREACH}."),
        interest=an_interest(person=member, matter=f"A share in {INTEREST}", is_sensitive=True),
        numbers={
            "document-grant-end": a_grant(document=document, to=director, by=keeper, purpose=GRANT).pk,
            "document-privy-end": named(document, director, by=keeper, because=f"Sat in {PRIVY}").pk,
        },
    )
