"""Who is senior management for an enquiry: who may agree with the member where it is too much work."""

from council.rules import Grade


def is_senior_management(*, grade: str | None, is_near: bool, leads: bool) -> bool:
    """A head of service or above who is near the enquiry, or whoever leads the directorate that answers it.

    Near is to whom it is addressed, or an officer of the team that has it (WF-6.12). A liaison officer to
    whom it is addressed has no such grade and is none.
    """
    if leads:
        return True
    return is_near and grade is not None and Grade(grade).rank >= Grade.HEAD_OF_SERVICE.rank
