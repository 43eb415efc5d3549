"""What a person can be in this council, and which posts open confidential matter. Plain Python."""

from enum import StrEnum

from rulebook.post import Post


class Role(StrEnum):
    """What a signed-in person does in the portal on a day; computed from terms, appointments and posts."""

    MEMBER = "member"
    ASSISTANT = "assistant"
    OFFICER = "officer"
    DIRECTOR = "director"
    DEMOCRATIC_SERVICES = "democratic-services"
    MONITORING_OFFICER = "monitoring-officer"


class Grade(StrEnum):
    """An officer's grade, from the lowest up; protocols name grades when they say who is addressed."""

    OFFICER = "officer"
    SENIOR_OFFICER = "senior-officer"
    HEAD_OF_SERVICE = "head-of-service"
    ASSISTANT_DIRECTOR = "assistant-director"
    DIRECTOR = "director"
    EXECUTIVE_DIRECTOR = "executive-director"
    CHIEF_EXECUTIVE = "chief-executive"

    @property
    def rank(self) -> int:
        """Its place in the order of grades, 0 for the lowest."""
        return list(Grade).index(self)


def choices(values: type[Grade] | type[Post]) -> list[tuple[str, str]]:
    """The enumeration as a choice list; labels are the words themselves."""
    return [(value.value, value.value.replace("-", " ").capitalize()) for value in values]


# These take effect when a second named person confirms them (docs/house.md, «Decisions»).
CONFIRMED_POSTS = frozenset(
    {
        Post.MONITORING_OFFICER,
        Post.DEPUTY_MONITORING_OFFICER,
        Post.PROPER_OFFICER,
        Post.SECTION_151_OFFICER,
        Post.HEAD_OF_PAID_SERVICE,
    }
)

# Who signs in with a second factor.
SECOND_FACTOR_POSTS = frozenset(
    {
        Post.MONITORING_OFFICER,
        Post.DEPUTY_MONITORING_OFFICER,
        Post.PROPER_OFFICER,
        Post.SECTION_151_OFFICER,
        Post.DEMOCRATIC_SERVICES,
    }
)
