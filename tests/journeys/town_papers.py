"""Documents, meetings, requests, disclosures, advice and interests of a town, for the gates on pages."""

import datetime
from dataclasses import dataclass, field

from django.test import override_settings
from django.utils import timezone

from access_rules.actions import advising
from access_rules.actions.clearing import ask_for_comments
from access_rules.actions.deciding_requests import ask_for_promise
from access_rules.actions.requesting import withdraw_request
from access_rules.actions.telling import Verdict, answer_question
from access_rules.models import Document, Item
from casework.actions.entering import correct_entry, withdraw_entry
from casework.policies.entries import Filled
from casework.states import AmendmentState
from council.models import Body, Person
from rulebook.access.telling import Asked
from tests.factories import council as make
from tests.factories.access import a_document, a_grant, a_meeting, an_item
from tests.factories.advice import a_question, a_reading, an_answered, an_interest
from tests.factories.amendments import Keepers, in_state, sent_out
from tests.factories.asking import a_referred_request, asked_for, decided, find
from tests.factories.documents import a_draft, exempt, weighed
from tests.factories.enquiries import on_day
from tests.factories.entries import a_visit, an_attendance
from tests.factories.onward import asked, named, reported
from tests.factories.reading import a_version
from tests.factories.redacting import marked

BIDS = "The bids for the market"


@dataclass
class Papers:
    """What stands in the addresses of access: numbers by name, under the word that the address uses."""

    numbers: dict[str, dict[str, str]] = field(default_factory=dict)
    rows: dict[str, dict[str, str]] = field(default_factory=dict)

    def samples(self, takes: tuple[str, ...], name: str) -> list[dict[str, object]]:
        """What an address is tried with; nothing for an address of something else, or of an empty town."""
        if name in self.rows:
            return [dict(self.rows[name])]
        kind = next((one for one in takes if one in KINDS), "")
        return [{kind: number, "number": 1, "pk": 1} for number in self.numbers.get(kind, {}).values()]

    def keep(self, kind: str, **rows: object) -> None:
        """More of a kind."""
        of_kind = self.numbers.setdefault(kind, {})
        of_kind |= {name: str(getattr(row, "reference", row)) for name, row in rows.items()}

    def names(self) -> dict[str, str]:
        """As scenes name them: «ref granted», «case referred»; the rows by what they are."""
        found = {f"{kind} {name}": one for kind, of in self.numbers.items() for name, one in of.items()}
        places = (
            ("item", "meeting-item-change"),
            ("grant", "document-grant-end"),
            ("privy", "document-privy-end"),
        )
        return found | {what: list(self.rows.get(name, {"": ""}).values())[-1] for what, name in places}


KINDS = ("ref", "case", "meeting", "disclosure", "advice", "breach", "interest", "entry", "amendment")


def papers_of_a_town(people: dict[str, Person]) -> Papers:
    """Something for each page of access, in each state that differs for somebody."""
    papers, body = Papers(), make.a_body(name="Planning Committee")
    make.a_seat(body, people["member"])
    item = _meetings(papers, body)
    _documents(papers, people, item)
    _requests(papers, people)
    _disclosures(papers, people)
    _advice(papers, people)
    interest = an_interest(person=people["member"], matter="A share in the market")
    papers.keep("interest", own=interest.pk)
    _entries(papers, people)
    _amendments(papers, people)
    return papers


def _meetings(papers: Papers, body: Body) -> Item:
    today = timezone.localdate()
    ahead = a_meeting(body=body, on=today + datetime.timedelta(days=20), place="Council chamber")
    item = an_item(meeting=ahead, title="The market", is_private=True, private_under=["3"])
    an_item(meeting=ahead, title="A fair", withdrawn_at=timezone.now(), withdrawn_because="No time")
    past = a_meeting(body=body, on=today - datetime.timedelta(days=3))
    over = a_meeting(body=body, on=today - datetime.timedelta(days=40), concluded_at=timezone.now())
    called_off = a_meeting(body=body, cancelled_at=timezone.now(), cancelled_because="No business")
    papers.keep("meeting", ahead=ahead, past=past, over=over, cancelled=called_off)
    for name in ("meeting-item-change", "meeting-item-withdraw"):
        papers.rows[name] = {"meeting": ahead.reference, "item": str(item.pk)}
    return item


def _documents(papers: Papers, people: dict[str, Person], item: Item) -> None:
    member, keeper, officer = people["member"], people["democratic services"], people["officer"]
    closed = {"marking": Document.Marking.EXEMPT, "sch12a": ["3"]}
    closed |= {"public_interest": Document.Weighed.MAINTAIN, "public_interest_reasons": "Prices would rise."}
    by = {"public_interest_by": people["monitoring officer"]}
    opened = a_document(title="A plan of the market", item=item)
    bids = a_document(title=BIDS, item=item, **closed, **by)
    given = a_document(title="The lease of the market", body=make.a_body(), **closed, **by)
    for one in (opened, bids, given):
        a_version(one, "The words of the first page", "and of the second", by=keeper)
    grant = a_grant(document=given, to=member, by=keeper)
    privy = named(given, member, by=keeper)
    marked(given, "second", by=keeper)
    withdrawn = a_document(title="An old report", body=make.a_body())
    withdrawn.record_withdrawal(at=timezone.now(), because="An error in the figures")
    withdrawn.save()
    others = a_draft(title="A valuation", ownership=Document.Ownership.OTHERS, owner_words="The club")
    talk = a_document(
        title="Talk of the market", kind=Document.Kind.FILE, is_session_talk=True, body=make.a_body()
    )
    named(talk, officer, by=keeper)
    papers.keep("ref", open=opened, bids=bids, granted=given, withdrawn=withdrawn, others=others, talk=talk)
    papers.keep(
        "ref",
        draft=a_draft(title="A draft", marking=Document.Marking.PUBLIC),
        exempt=exempt("3", title="Not weighed yet"),
        weighed=weighed("3", by=people["monitoring officer"], title="Weighed"),
    )
    with override_settings(PROTOCOL="wokingham-2007"):
        commented = a_draft(title="To be commented on", marking=Document.Marking.PUBLIC)
        ask_for_comments(who=on_day(keeper), document=commented, at=timezone.now())
    papers.keep("ref", commented=commented)
    numbered = {"ref": given.reference}
    papers.rows["document-grant-end"] = {**numbered, "pk": str(grant.pk)}
    papers.rows["document-privy-end"] = {**numbered, "pk": str(privy.pk)}


def _requests(papers: Papers, people: dict[str, Person]) -> None:
    member, judge = people["member"], people["monitoring officer"]
    papers.keep(
        "case",
        answered=asked_for(a_document(title="An open report", body=make.a_body()), by=member),
        referred=find(a_referred_request(by=member), "good_faith:true", by=judge),
        described=asked_for(None, by=member),
        refused=decided(a_referred_request(by=member), "no", by=judge),
        given=decided(a_referred_request(by=member), "yes", by=judge),
    )
    back = a_referred_request(by=member)
    papers.keep(
        "case", withdrawn=withdraw_request(who=on_day(member), row=back, seen_version=None, at=timezone.now())
    )
    with override_settings(PROTOCOL="mwda"):
        papers.keep("case", unpromised=a_referred_request(by=member))
        wanted = a_referred_request(by=member)
        wanted = ask_for_promise(
            who=on_day(judge), row=wanted, reasons="Prices.", seen_version=None, at=timezone.now()
        )
    papers.keep("case", promise=wanted)


def _disclosures(papers: Papers, people: dict[str, Person]) -> None:
    member, judge = people["member"], people["monitoring officer"]
    answered = asked(member, described="The rent of the hall")
    verdict = Verdict(False, "It would harm the council’s bargain.")
    answer_question(who=on_day(judge), row=answered, verdict=verdict, seen_version=None, at=timezone.now())
    papers.keep("disclosure", held=asked(member, described=BIDS), answered=answered)
    with override_settings(PROTOCOL="mwda"):
        regulator = asked(member, of=Asked.REGULATOR, regulator="Environment Agency", described="The tip")
    papers.keep("disclosure", regulator=regulator)
    papers.keep("breach", told=reported(member))


def _entries(papers: Papers, people: dict[str, Person]) -> None:
    """A visit that stands, one that was taken back, one that was put right, and what waits for approval."""
    member, officer = people["member"], people["officer"]
    stands, back, wrong = (a_visit(member, officer) for _each in range(3))
    withdraw_entry(who=on_day(member), entry=back, words="Called off", at=timezone.now())
    given = Filled("The other depot", wrong.answers, wrong.happens_on)
    right = correct_entry(
        who=on_day(member), entry=wrong, filled=given, because="The wrong depot", at=timezone.now()
    )
    waits = an_attendance(member, officer)
    papers.keep("entry", stands=stands, back=back, wrong=wrong, right=right, waits=waits)


def _amendments(papers: Papers, people: dict[str, Person]) -> None:
    """One in each state; of one that is out, somebody who has not answered."""
    who = Keepers(people["monitoring officer"], people["democratic services"])
    # First, because what the adopted one changes cannot be changed to the same words again.
    waits = sent_out(who, in_state(who, AmendmentState.DRAFTED), people["member"], answers=False)
    # The one whose minute can be put on record changes a paragraph that the adopted one leaves alone.
    words = {AmendmentState.RECOMMENDED: {"1-purpose-p2": "A third paragraph is weighed."}}
    for state in AmendmentState:
        given = {"words": words[state]} if state in words else {}
        papers.keep("amendment", **{state.value: in_state(who, state, **given)})
    papers.keep("amendment", waits=waits)
    asked_of = waits.consulted.order_by("pk")[0]
    papers.rows["amendment-answer"] = {"amendment": waits.reference, "consulted": str(asked_of.pk)}


def _advice(papers: Papers, people: dict[str, Person]) -> None:
    member, judge = people["member"], people["monitoring officer"]
    written = an_answered(by=judge, asked_by=member)
    words = "A member may sit in where the officer in charge agrees."
    advising.write_reading(
        who=on_day(judge), advice=written, words=words, anchor="1-purpose-p3", at=timezone.now()
    )
    papers.keep(
        "advice",
        asked=a_question(by=member),
        private=a_question(by=member, is_private=True),
        answered=an_answered(by=judge, asked_by=member),
        written=written,
        published=a_reading(by=judge, asked_by=member),
    )
