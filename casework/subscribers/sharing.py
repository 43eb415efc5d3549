"""What becomes of cases that are shared by name when two entries of one person become one."""

from casework.models import CaseShare
from council.events import PersonMerged
from council.models import User


def person_merged(merge: PersonMerged) -> None:
    """What was shared with the entry that goes is shared with the one that stays, until the later day.

    A grant hangs on a login, and the login of the entry that goes is closed. What the person would share with
    themselves ends: their own they read anyway.
    """
    CaseShare.objects.filter(granted_by=merge.kept, user__person__in=[merge.kept, merge.merged]).delete()
    login = User.objects.filter(person=merge.kept).first()
    if login is None:
        return
    for share in CaseShare.objects.filter(user__person=merge.merged):
        same = CaseShare.objects.filter(user=login, content_object=share.content_object).first()
        if same is not None:
            same.until = max(same.until, share.until)
            same.save(update_fields=["until"])
            share.delete()
        else:
            share.user = login
            share.save(update_fields=["user"])
