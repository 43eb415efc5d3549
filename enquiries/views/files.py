"""Files of a case: only as a download, and only to whoever may see the case and that file."""

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework.actions.attaching import open_attachment
from casework.events import Audience
from casework.models import Attachment
from casework.queries import attachments_shown
from council.sign_in import sign_in_required
from enquiries import policies
from enquiries.actions.recording import record_opening
from enquiries.models import Enquiry, Extra, Retraction
from enquiries.views.asking import asked


def files_of(enquiry: Enquiry, *, staff: bool) -> QuerySet[Attachment]:
    """The files of a case; those of officers' notes, and of a reply taken back, only for staff."""
    if not enquiry.may_have(Extra.FILES):
        return Attachment.objects.none()
    files = attachments_shown(enquiry.stream)
    if staff:
        return files
    files = files.filter(Q(event__isnull=True) | Q(event__audience=Audience.EVERYBODY.value))
    # Asked of the files, not of the enquiry: those of one that was merged into it came along.
    numbers = [number for number in files.values_list("event__facts__message", flat=True) if number]
    gone = Retraction.objects.filter(message__in=numbers)
    taken_back = list(gone.values_list("message", flat=True)) if numbers else []
    return files.exclude(event__facts__message__in=taken_back) if taken_back else files


@sign_in_required
@require_safe
def download(request: HttpRequest, reference: str, pk: int) -> HttpResponseBase:
    """The file; a file of another case, of one not theirs, or only shared with them: 404."""
    found = asked(request, reference)
    if found.is_colleague:
        raise Http404
    staff = policies.is_handler(found.who, found.enquiry)
    attachment = files_of(found.enquiry, staff=staff).filter(pk=pk).first()
    if attachment is None:
        raise Http404
    if staff and found.enquiry.marking:
        record_opening(who=found.who, enquiry=found.enquiry, part="file", at=timezone.now())
    return open_attachment(attachment)
