"""Those to whom a complaint goes in turn, and who deals with one, for tests of standing aside."""

from complaints.models import Complaint
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import a_complaint


def the_line() -> dict[str, Person]:
    """Everybody to whom the general rule gives a complaint, in its order."""
    return {
        "monitoring officer": make.a_holder_of(Post.MONITORING_OFFICER),
        "chief executive": make.a_holder_of(Post.CHIEF_EXECUTIVE),
        "deputy": make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER),
        "section 151 officer": make.a_holder_of(Post.SECTION_151_OFFICER),
    }


def by_an_officer(**given: object) -> Complaint:
    """An officer’s complaint about a member."""
    kinds = {"complainant_kind": "officer", "subject_kind": "member"}
    sides = {"complainant": make.an_officer(), "subject": make.a_member(), **kinds}
    return a_complaint(**{**sides, **given})  # type: ignore[arg-type]


def open_of(row: Complaint) -> set[tuple[str, int]]:
    """Who deals with it: part and person."""
    return set(row.handlers.filter(ended_at=None).values_list("part", "person"))
