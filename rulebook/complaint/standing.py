"""What holds for every complaint under every text, and the words of the text that it is read with."""

from collections.abc import Mapping

from rulebook.complaint.parties import Employer
from rulebook.complaint.route import Said
from rulebook.complaint.wordings import Titles, term
from rulebook.post import Post
from rulebook.term import Term
from rulebook.wording import gettext_noop, listed

# The general rule: who takes a complaint that nobody else may take, the first who is not barred. Before the
# third stands the head of paid service of the text.
STAND_IN_FIRST = Post.MONITORING_OFFICER
STAND_IN_LAST = (Post.DEPUTY_MONITORING_OFFICER, Post.SECTION_151_OFFICER)

BARRED = gettext_noop(
    "Nobody handles a complaint of which they are the subject or the complainant, or one about somebody to "
    "whom they answer, and nobody is then copied into it or told of it because of their post, unless the "
    "protocol names them outright for it. The subject and the complainant may still hear the outcome."
)
STAND_IN = gettext_noop(
    "Where the protocol is silent or leaves nobody, {first} takes the complaint; where barred too, {head}, "
    "then {deputy}, then {last}."
)
ANSWER_TO = gettext_noop("Every officer answers in the end to {head}.")
ANSWER_UNSAID = gettext_noop(
    "The protocol does not say whom every officer answers to in the end; the portal takes it to be {head}."
)
ARE_OFFICERS = gettext_noop("Officers, about whom a complaint can be made, are {who}.")
OFFICERS_UNSAID = gettext_noop(
    "The protocol does not say who counts as an officer; the portal takes it to be {who}."
)
TAKES_IN = gettext_noop("What is said of {post} holds for {who} too.")


def standing_in_words(
    titles: Titles, head: Said[Post], officers: Said[Employer], takes_in: Mapping[Post, Said[Post]]
) -> tuple[Term, ...]:
    """The general rules, whom officers answer to, who is an officer, and which posts a name takes in."""
    order = {"first": STAND_IN_FIRST, "deputy": STAND_IN_LAST[0], "last": STAND_IN_LAST[1]}
    plain = {key: titles.some(post) for key, post in order.items()}
    last = titles.names(head)
    who = titles.names(officers)
    return (
        term(BARRED),
        term(STAND_IN, head=last, **plain),
        term(ANSWER_TO if head.cites else ANSWER_UNSAID, head.cites, head=last),
        term(ARE_OFFICERS if officers.cites else OFFICERS_UNSAID, officers.cites, who=who),
        *(
            term(
                TAKES_IN,
                taken.cites,
                post=titles.some(post),
                who=listed(list(map(titles.some, taken.values))),
            )
            for post, taken in takes_in.items()
        ),
    )
