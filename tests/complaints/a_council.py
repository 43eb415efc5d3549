"""A council in which every text finds those whom it names, for tests of complaints."""

from council.models import GroupMembership, Person, Seat
from council.rules import BodyType, Grade
from rulebook.post import Post
from tests.factories import council as make


class Council:
    """A director, the statutory officers, an officer with a manager, a member in a group."""

    def __init__(self) -> None:
        """Everybody in the place where the texts look for them."""
        self.directorate = make.a_directorate()
        self.chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
        self.clerk = make.a_holder_of(Post.CLERK)
        self.director = self._officer(Grade.EXECUTIVE_DIRECTOR, self.chief)
        self.head = self._officer(Grade.HEAD_OF_SERVICE, self.director)
        self.manager = self._officer(Grade.OFFICER, self.head)
        self.officer = self._officer(Grade.OFFICER, self.manager)
        self.monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
        self.deputy = make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
        self.section_151 = make.a_holder_of(Post.SECTION_151_OFFICER)
        self.group = make.a_group()
        self.member = make.a_member(group=self.group)
        self.leader = make.a_member(group=self.group, office=GroupMembership.Office.LEADER)
        self.whip = make.a_member(group=self.group, office=GroupMembership.Office.WHIP)
        self.chairman = make.a_member()
        make.a_seat(make.a_body(kind=BodyType.COUNCIL), self.chairman, office=Seat.Office.CHAIR)

    def _officer(self, grade: Grade, manager: Person) -> Person:
        return make.an_officer(grade=grade, line_manager=manager, directorate=self.directorate)
