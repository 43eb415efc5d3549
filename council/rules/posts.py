"""Posts: which register says who holds them, whose they are, which one person holds, which exclude others."""

from collections.abc import Mapping
from enum import StrEnum

from rulebook.post import Post
from rulebook.wording import gettext_noop


class Follows(StrEnum):
    """The register that says who holds a post, where that is not the register of posts."""

    APPOINTMENTS = "appointments"
    GROUPS = "groups"
    SEATS = "seats"
    ASSISTANTS = "assistants"

    @property
    def label(self) -> str:
        """The register, as a sentence names it."""
        return FOLLOWS_LABELS[self]


FOLLOWS_LABELS = {
    Follows.APPOINTMENTS: gettext_noop("officers’ appointments"),
    Follows.GROUPS: gettext_noop("group memberships"),
    Follows.SEATS: gettext_noop("seats"),
    Follows.ASSISTANTS: gettext_noop("political assistants"),
}

# Who holds one of these is never entered as a post: another register says it already.
FOLLOWING_POSTS: Mapping[Post, Follows] = {
    Post.OFFICER: Follows.APPOINTMENTS,
    Post.LINE_MANAGER: Follows.APPOINTMENTS,
    Post.SENIOR_MANAGER: Follows.APPOINTMENTS,
    Post.HEAD_OF_SERVICE: Follows.APPOINTMENTS,
    Post.ASSISTANT_DIRECTOR: Follows.APPOINTMENTS,
    Post.POLITICAL_ASSISTANT: Follows.ASSISTANTS,
    Post.GROUP_LEADER: Follows.GROUPS,
    Post.GROUP_WHIP: Follows.GROUPS,
    Post.CHAIR: Follows.SEATS,
    Post.CHAIRMAN: Follows.SEATS,
    Post.DEPUTY_CHAIR: Follows.SEATS,
}

# Posts of members; every other post is an officer's.
MEMBERS_POSTS = frozenset(
    {
        Post.MAYOR,
        Post.LEADER,
        Post.DEPUTY_LEADER,
        Post.GROUP_LEADER,
        Post.GROUP_WHIP,
        Post.CHAIR,
        Post.CHAIRMAN,
        Post.DEPUTY_CHAIR,
    }
)

# Posts of a group's own member: nobody of another group stands in.
GROUP_POSTS = frozenset({Post.GROUP_LEADER, Post.GROUP_WHIP})

# One person holds each of these on a day; a director's, one person in a directorate.
SINGLE_POSTS = frozenset(
    {
        Post.MONITORING_OFFICER,
        Post.CHIEF_EXECUTIVE,
        Post.HEAD_OF_PAID_SERVICE,
        Post.SECTION_151_OFFICER,
        Post.CLERK,
        Post.MAYOR,
        Post.LEADER,
        Post.DIRECTOR,
        Post.EXECUTIVE_DIRECTOR,
        Post.DIRECTOR_FINANCE_RESOURCES,
    }
)

# Local Government and Housing Act 1989, section 5(1A): the monitoring officer may be neither of the others.
BARRED_TO_MONITORING_OFFICER = frozenset({Post.HEAD_OF_PAID_SERVICE, Post.SECTION_151_OFFICER})

# Who is named to act for the holder of a post, as the law or the text has it.
DEPUTIES: Mapping[Post, Post] = {Post.MONITORING_OFFICER: Post.DEPUTY_MONITORING_OFFICER}

# Posts whose holders the law itself gives duties; pages mark them.
STATUTORY_POSTS = frozenset({Post.HEAD_OF_PAID_SERVICE, Post.MONITORING_OFFICER, Post.SECTION_151_OFFICER})

# Posts whose holders answer for a directorate.
LEADING_POSTS = frozenset({Post.ASSISTANT_DIRECTOR, Post.DIRECTOR, Post.EXECUTIVE_DIRECTOR})


class Bar(StrEnum):
    """Why somebody does not stand in for a post on a day, or may not."""

    VACANT = "vacant"
    NO_OFFICER = "no-officer"
    NO_MEMBER = "no-member"
    ANOTHER_GROUP = "another-group"
    POLITICAL_ASSISTANT = "political-assistant"
    ASSISTANTS_POST = "assistants-post"
    INCOMPATIBLE = "incompatible"
    UNCONFIRMED = "unconfirmed"
    AWAY_TOO = "away-too"
    LOOP = "loop"

    @property
    def sentence(self) -> str:
        """The reason, with `name` for the person whom it is about."""
        return BAR_SENTENCES[self]


BAR_SENTENCES = {
    Bar.VACANT: gettext_noop("Nobody holds this post."),
    Bar.NO_OFFICER: gettext_noop("%(name)s is no officer on that day, so cannot stand in for an officer."),
    Bar.NO_MEMBER: gettext_noop("%(name)s is no member on that day, so cannot stand in for a member."),
    Bar.ANOTHER_GROUP: gettext_noop(
        "%(name)s is not in the same political group, so cannot stand in for its leader or whip."
    ),
    Bar.POLITICAL_ASSISTANT: gettext_noop(
        "%(name)s is a political assistant, who supports one group and takes no other post."
    ),
    Bar.ASSISTANTS_POST: gettext_noop(
        "A political assistant is appointed to one group, so %(name)s cannot stand in."
    ),
    Bar.INCOMPATIBLE: gettext_noop(
        "%(name)s cannot stand in: the monitoring officer can be neither the head of paid service nor the "
        "section 151 officer (Local Government and Housing Act 1989, section 5(1A))."
    ),
    Bar.UNCONFIRMED: gettext_noop(
        "%(name)s stands in for a post that opens confidential matter, which nobody has confirmed yet."
    ),
    Bar.AWAY_TOO: gettext_noop("%(name)s is away too, and nobody stands in."),
    Bar.LOOP: gettext_noop("The absences lead back to %(name)s, who is away."),
}
