"""Large files on their way in: what the disk does not take is said beside the box, not on an error page."""

import logging
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler

_log = logging.getLogger(__name__)


class NotKept(UploadedFile[bytes]):
    """A file that came, and that the disk did not take: its name and size, and nothing of it."""


class ToDisk(TemporaryFileUploadHandler):
    """Django’s own way to put a large file on the disk as it comes; a full disk does not end the request."""

    is_full = False

    def new_file(self, *given: Any, **named: Any) -> None:
        """Begins the temporary file."""
        self.is_full = False
        try:
            super().new_file(*given, **named)
        except OSError as fault:
            self._give_up(fault)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Writes what came; once the disk took none, the rest is read and dropped."""
        if self.is_full:
            return
        try:
            super().receive_data_chunk(raw_data, start)
            self.file.flush()
        except OSError as fault:
            self._give_up(fault)

    def file_complete(self, file_size: int) -> UploadedFile[bytes] | None:
        """The file, or the mark that it was not kept."""
        if self.is_full:
            return NotKept(ContentFile(b""), self.file_name or "", self.content_type or "", file_size)
        complete: UploadedFile[bytes] | None = super().file_complete(file_size)
        return complete

    def _give_up(self, fault: OSError) -> None:
        _log.error("The disk for files on their way in takes no more: %s", fault)
        self.is_full = True
        self.upload_interrupted()
