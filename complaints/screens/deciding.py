"""What is shown where a complaint is decided: who is told and why not, where it may go on, what was done."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.screens.panels import Panel, Way
from casework.wording import date_time, long_date
from complaints.models import Complaint, Remedy, Side, Told
from complaints.policies import consulting, deciding, ending, referring, telling
from complaints.policies.parts import KEEPERS, parts_of
from complaints.policies.seeing import may_read
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
from rulebook.protocols.cites import cited

# «What you can do»: the steps from findings to the end, in their order.
WAYS = (
    Way(gettext_lazy("Read the outcome"), "complaint-outcome", telling.may_read_outcome),
    Way(gettext_lazy("Say who decides"), "complaint-decider", deciding.may_name_decider),
    Way(gettext_lazy("Tell before the decision"), "complaint-before", deciding.may_tell_before),
    Way(gettext_lazy("Decide"), "complaint-decide", deciding.may_decide),
    Way(gettext_lazy("Tell the outcome"), "complaint-tell", telling.may_tell_outcome),
    Way(
        gettext_lazy("Say whether the group leader is told"),
        "complaint-leader",
        telling.may_leave_leader_untold,
    ),
    Way(gettext_lazy("Send it to another procedure"), "complaint-refer", referring.may_refer),
    Way(gettext_lazy("Ask the Independent Person"), "complaint-consult", consulting.may_ask_independent),
    Way(
        gettext_lazy("Enter the Independent Person’s view"),
        "complaint-views",
        consulting.may_enter_views,
    ),
    Way(gettext_lazy("Say what came of it"), "complaint-came", referring.may_bring_back),
    Way(gettext_lazy("Say what is put right"), "complaint-set-remedy", ending.may_set_remedy),
    Way(gettext_lazy("Close the complaint"), "complaint-close", ending.may_close),
)


@dataclass(frozen=True)
class ToldLine:
    """Who was told what, when, and by which paragraphs."""

    who: str
    what: str
    when: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True)
class RemedyLine:
    """What is put right, by whom, by which day, and when it was done."""

    words: str
    owner: str
    due: str
    done: str
    url: str


@dataclass(frozen=True)
class Line:
    """A sentence, its paragraphs, and what has overtaken one of them."""

    says: str
    citations: tuple[Citation, ...] = ()
    overtaken: Overtaken | None = None


def ending_panel(who: Standing, complaint: Complaint) -> Panel | None:
    """Where it went, who was told, and what is put right: for those who deal with it alone."""
    if not parts_of(who, complaint) & KEEPERS or not may_read(who, complaint).allowed:
        return None
    given = {
        "place": place(complaint, complaint.referred_to) if complaint.referred_to else "",
        "told": [_told(complaint, one) for one in complaint.told.exclude(what=Told.What.PROGRESS)],
        "leader_url": _leader_url(who, complaint),
        "remedies": [_remedy(one) for one in complaint.remedies.select_related("writing", "owner")],
    }
    return Panel("complaints/ending_panel.html", given) if any(given.values()) else None


def _leader_url(who: Standing, complaint: Complaint) -> str:
    """The way to telling the group leader after all, for whoever decided that they are not told."""
    left = telling.leader_is_left_untold(complaint)
    is_open = left and telling.may_write_for_leader(who, complaint).allowed
    return reverse("complaint-leader", args=[complaint.reference]) if is_open else ""


def _told(complaint: Complaint, one: Told) -> ToldLine:
    who = one.person.name if one.person else title(complaint, one.told_as)
    cites = tuple(cited(name) for name in one.cites.split())
    what = str(Told.What(one.what).label)
    if one.what == Told.What.NOT_TOLD and one.by:
        what = _("Not told, as %(name)s decided") % {"name": one.by.name}
    return ToldLine(who, what, date_time(one.at), cites)


def _remedy(one: Remedy) -> RemedyLine:
    return RemedyLine(
        words=one.writing.text,
        owner=one.owner.name if one.owner else "",
        due=long_date(one.due_on),
        done=long_date(one.done_on) if one.done_on else "",
        url=reverse("complaint-remedy", args=[one.pk]),
    )


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
