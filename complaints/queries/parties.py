"""What a side of a complaint is in the eyes of the text: member, officer or the public, with every post."""

from complaints.rules.route import Party
from council.models import Body, MemberTerm, OfficerAppointment
from council.queries import Standing
from council.rules import BodyType
from rulebook.complaint import Employer, PartyKind
from rulebook.post import Post

# Seats give these posts; the texts mean those of the full body, not of each committee.
_SEATED = frozenset({Post.CHAIR, Post.CHAIRMAN, Post.DEPUTY_CHAIR})
# A school's staff have an employer of their own, as those of any other body outside.
_EMPLOYERS = {
    OfficerAppointment.Employer.COUNCIL.value: Employer.COUNCIL,
    OfficerAppointment.Employer.ARMS_LENGTH.value: Employer.ARMS_LENGTH,
    OfficerAppointment.Employer.AGENCY.value: Employer.AGENCY,
    OfficerAppointment.Employer.SCHOOL.value: Employer.ARMS_LENGTH,
}


def kind_of(who: Standing) -> PartyKind:
    """A member with a term, else an officer with a job or a post, else one of the public."""
    if who.term is not None and who.term.kind != MemberTerm.Kind.INDEPENDENT:
        return PartyKind.MEMBER
    return PartyKind.OFFICER if who.appointment is not None or who.posts else PartyKind.PUBLIC


def party_of(who: Standing | None, kind: PartyKind) -> Party:
    """The side with every post of the day, those of somebody away included for whom they stand in.

    `kind` is what they were when it was raised. Nobody, once who they were is erased, holds no post.
    """
    if who is None or kind is PartyKind.PUBLIC:
        return Party(kind)
    all_held = (*who.held, *(held for held, _holder in who.stands_in_for))
    seated = {held.body_id for held in all_held if held.post in _SEATED and held.body_id}
    full = set(Body.objects.filter(pk__in=seated, kind=BodyType.COUNCIL).values_list("pk", flat=True))
    posts = {held.post for held in all_held if held.post not in _SEATED or held.body_id in full}
    job = who.appointment
    employer = _EMPLOYERS[job.employer] if job is not None and kind is PartyKind.OFFICER else Employer.COUNCIL
    return Party(kind, frozenset(posts), employer)
