"""What the pages show on which a complaint is decided: who is told and why not, and where it may go on."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from complaints.models import Complaint, Side
from complaints.queries.hearing import Hearer, WhyNot, to_tell_before, to_tell_outcome
from complaints.queries.judging import Proposed
from complaints.queries.referring import Onward, onward
from council.queries import Standing
from rulebook.citation import Citation
from rulebook.complaint import Procedure
from rulebook.complaint.parties import called
from rulebook.overtaken import Overtaken
from rulebook.post import Post
from rulebook.protocols import protocol


@dataclass(frozen=True)
class Line:
    """A sentence, its paragraphs, and what has overtaken one of them."""

    says: str
    citations: tuple[Citation, ...] = ()
    overtaken: Overtaken | None = None


def title(complaint: Complaint, told_as: str) -> str:
    """What the text calls a post, with its article; a side in plain words."""
    if told_as in Side.values:
        return str(Side(told_as).label)
    return _("the %(post)s") % {"post": protocol(complaint.protocol).title_of(Post(told_as))}


def place(complaint: Complaint, to: str) -> str:
    """What a page calls the procedure, or the post, to which it goes."""
    return _(called(Procedure(to))) if to in list(Procedure) else title(complaint, to)


def decider_lines(complaint: Complaint, proposed: Proposed) -> list[Line]:
    """Who is to decide, and whether the text or the general rule says so."""
    if proposed.person is None or proposed.post is None:
        return []
    words = {"person": proposed.person.name, "post": title(complaint, proposed.post.value)}
    if proposed.by_rule:
        says = _("The protocol is silent on who decides. By the general rule %(post)s does: %(person)s.")
    else:
        says = _("The protocol has %(post)s decide: %(person)s.")
    return [Line(says % words, proposed.cites)]


def before_lines(who: Standing, complaint: Complaint) -> list[Line]:
    """Whom the text has told before the decision, one line each: also who is a side, or nobody."""
    return [_hearer(complaint, one) for one in to_tell_before(complaint, on=who.on)]


def outcome_lines(who: Standing, complaint: Complaint) -> list[Line]:
    """Who hears how it ended, one line each."""
    return [_hearer(complaint, one) for one in to_tell_outcome(complaint, on=who.on)]


def _hearer(complaint: Complaint, one: Hearer) -> Line:
    who = title(complaint, one.told_as)
    words = {"who": who[:1].upper() + who[1:], "person": one.person.name if one.person else ""}
    says = {
        None: _("%(who)s: %(person)s."),
        WhyNot.PARTY: _("%(who)s is a side of this complaint and is not told. It goes on without."),
        WhyNot.NOBODY: _("%(who)s: nobody holds this post today, so nobody is told. It goes on without."),
    }[one.why_not]
    return Line(says % words, one.cites)


def onward_lines(who: Standing, complaint: Complaint) -> list[Line]:
    """Where it may go on, with the paragraphs and what has overtaken them."""
    return [_onward(complaint, one) for one in onward(complaint, on=who.on)]


def _onward(complaint: Complaint, one: Onward) -> Line:
    words = place(complaint, one.to.value)
    return Line(f"{words[:1].upper()}{words[1:]}.", one.cites, one.overtaken)
