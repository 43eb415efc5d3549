"""Who may have a letter go in another name, who may sign it by the text, and who writes to a resident."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _

from council.models import Person, Seat
from council.models.titles import title_of
from council.queries import Standing, members_on, standings_of
from council.rules import BodyType
from enquiries.models import Enquiry, IssuedLetter, Message, Privacy
from enquiries.policies.asking import answer, rule_of
from enquiries.rules import may_member_sign
from rulebook.correspondence import Signatory
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocols import protocol


@dataclass(frozen=True)
class Signer:
    """A member who may sign by an office that the text names; `title` stands under the name."""

    person: Person
    office: Signatory
    title: str

    @property
    def key(self) -> str:
        """How a form names the choice."""
        return f"{self.person.pk}:{self.office.value}"


def offices_of(standing: Standing) -> dict[Signatory, str]:
    """The offices by which texts let members sign that the person holds on the day, with their titles."""
    found: dict[Signatory, str] = {}
    held = {one.post for one in standing.held}
    if Post.MAYOR in held:
        found[Signatory.MAYOR] = title_of(Post.MAYOR)
    portfolios = [one.title for one in standing.portfolios if not one.is_deputy]
    if portfolios:
        found[Signatory.EXECUTIVE_MEMBER] = ", ".join(portfolios)
    elif Post.LEADER in held:
        found[Signatory.EXECUTIVE_MEMBER] = title_of(Post.LEADER)
    for seat in standing.seats:
        office = _SEATS.get((seat.kind, seat.office))
        if office is Signatory.SCRUTINY_CHAIR:
            found[office] = _("Chair, %(body)s") % {"body": seat.body}
        elif office:
            found[office] = title_of(_POSTS[office])
    return found


_SEATS = {
    (BodyType.SCRUTINY.value, Seat.Office.CHAIR.value): Signatory.SCRUTINY_CHAIR,
    (BodyType.COUNCIL.value, Seat.Office.CHAIR.value): Signatory.CHAIR,
    (BodyType.COUNCIL.value, Seat.Office.VICE_CHAIR.value): Signatory.DEPUTY_CHAIR,
}
_POSTS = {Signatory.CHAIR: Post.CHAIR, Signatory.DEPUTY_CHAIR: Post.DEPUTY_CHAIR}


def signers(enquiry: Enquiry, *, on: datetime.date) -> tuple[Signer, ...]:
    """The members who may sign a letter in this enquiry on the day, by name; never whom it is written to."""
    terms = protocol(enquiry.protocol).correspondence
    if not terms.members_may_sign and not terms.in_own_name:
        return ()
    standings = standings_of(members_on(on).exclude(pk=enquiry.member_id), on=on).values()
    found = [
        Signer(one.person, office, title)
        for one in standings
        for office, title in offices_of(one).items()
        if may_member_sign(terms, office, undertakes=False).allowed
    ]
    return tuple(sorted(found, key=lambda one: (one.person.last_name, one.person.pk, one.office)))


def may_choose_signatory(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person have a letter of this enquiry go out in another name than its writer's?

    Never where only its readers may know of the enquiry: whoever signed would have to read it.
    """
    decision = answer("sign_letter", who, enquiry)
    if decision.allowed and (enquiry.is_confidential or enquiry.privacy != Privacy.ORDINARY):
        duty = Duty.KEEP_CONFIDENTIAL if enquiry.is_confidential else Duty.KEEP_PRIVATE
        sentence = _("This enquiry is confidential or private. The officer who wrote the letter signs it.")
        return refused(rule_of(duty, enquiry.protocol), sentence)
    return decision


def may_issue_letter(who: Standing, enquiry: Enquiry, message: Message) -> Decision:
    """May the person still choose who signs this letter? It is issued once."""
    decision = may_choose_signatory(who, enquiry)
    if decision.allowed and IssuedLetter.objects.filter(message=message).exists():
        return refused(
            rule_of(Duty.SIGN_LETTER, enquiry.protocol),
            _("This letter has been issued. Who signed it does not change any more."),
        )
    return decision


def may_sign(enquiry: Enquiry, signer: Signer | None, *, undertakes: bool) -> Decision:
    """May this member's name stand under a letter of the enquiry? None: nobody who holds such an office."""
    terms = protocol(enquiry.protocol).correspondence
    decision = may_member_sign(terms, signer.office if signer else None, undertakes=undertakes)
    rule = rule_of(Duty.SIGN_LETTER, enquiry.protocol)
    make = allowed if decision.allowed else refused
    return make(rule, _(decision.sentence), decision.citations)


def may_write_own_letter(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person make the letter to a resident that goes in the member's own name?"""
    return answer("own_letter", who, enquiry)
