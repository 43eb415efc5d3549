"""What a file is by its content: each ending that the portal takes, and what must be found inside."""

import email
import email.policy
import io
import re
import zipfile
from collections.abc import Callable

MOST_UNPACKED = 200 * 1024 * 1024
MOST_PARTS = 10_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_MACROS = tuple(name.encode("utf-16-le") for name in ("_VBA_PROJECT", "Macros"))
_MARKUP = re.compile(rb"<\s*(!doctype\s+html|html|head|body|script|svg|iframe|\?xml)", re.IGNORECASE)
_MACRO_PARTS = re.compile(r"(^|/)(vbaProject\.bin|vbaData\.xml)$|^(Basic|Scripts)/", re.IGNORECASE)
_LOOKED_AT = 4096


class HasMacros(Exception):
    """An Office file that runs a program when somebody opens it."""


class Unpacks(Exception):
    """A file that is small on paper and would fill a disk."""


def _pdf(content: bytes) -> bool:
    return content.startswith(b"%PDF-")


def _word_of_old(content: bytes) -> bool:
    if not content.startswith(_OLE):
        return False
    if any(name in content for name in _OLE_MACROS):
        raise HasMacros
    return True


def _parts(content: bytes) -> dict[str, int] | None:
    """The parts of a zipped file with their unpacked sizes; None when it is no such file."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = {part.filename: part.file_size for part in packed.infolist()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return None
    if len(parts) > MOST_PARTS or sum(parts.values()) > MOST_UNPACKED:
        raise Unpacks
    if any(_MACRO_PARTS.search(name) for name in parts):
        raise HasMacros
    return parts


def _office(folder: str) -> Callable[[bytes], bool]:
    """A file of Microsoft Office: its parts listed, its folder there, no macros."""

    def check(content: bytes) -> bool:
        parts = _parts(content)
        if parts is None or "[Content_Types].xml" not in parts:
            return False
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if b"macroEnabled" in packed.read("[Content_Types].xml"):
                raise HasMacros
        return any(name.startswith(folder) for name in parts)

    return check


def _open_document(kind: str) -> Callable[[bytes], bool]:
    """A file of the OpenDocument family, which says in its first part what it is."""

    def check(content: bytes) -> bool:
        parts = _parts(content)
        if parts is None or "mimetype" not in parts:
            return False
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return packed.read("mimetype").decode("ascii", "replace").strip() == kind

    return check


def _text(content: bytes) -> bool:
    """Plain words: no binary, and nothing at its head that a browser would take for a page."""
    return b"\0" not in content and not _MARKUP.search(content[:_LOOKED_AT])


def _mail(content: bytes) -> bool:
    """A mail as it was sent: its head names a sender, and a date or a subject."""
    if b"\0" in content or _MARKUP.match(content[:_LOOKED_AT].lstrip()):
        return False
    head = email.message_from_bytes(content[: 256 * 1024], policy=email.policy.compat32)
    return "From" in head and ("Date" in head or "Subject" in head)


_OPEN = "application/vnd.oasis.opendocument."
_OFFICE = "application/vnd.openxmlformats-officedocument."
# Ending: the type under which it is served, and the check of its content.
DOCUMENTS: dict[str, tuple[str, Callable[[bytes], bool]]] = {
    ".pdf": ("application/pdf", _pdf),
    ".doc": ("application/msword", _word_of_old),
    ".docx": (f"{_OFFICE}wordprocessingml.document", _office("word/")),
    ".xlsx": (f"{_OFFICE}spreadsheetml.sheet", _office("xl/")),
    ".odt": (f"{_OPEN}text", _open_document(f"{_OPEN}text")),
    ".ods": (f"{_OPEN}spreadsheet", _open_document(f"{_OPEN}spreadsheet")),
    ".eml": ("message/rfc822", _mail),
    ".txt": ("text/plain; charset=utf-8", _text),
    ".csv": ("text/csv; charset=utf-8", _text),
}
