"""Files of documents for tests: PDFs that say what they are told to, hostile ones, and pages made at once."""

import io
import zlib
from collections.abc import Sequence

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image, ImageDraw
from pypdf import PdfWriter

from access_rules.models import Document, Page, Version
from casework.actions.attaching import attach
from council.models import Person
from tests.factories.council import a_person

A4 = (595, 842)
WORDS = "Lease of Larch Court"


def an_upload(content: bytes, name: str = "report.pdf") -> SimpleUploadedFile:
    """The file as a browser sends it."""
    return SimpleUploadedFile(name, content)


def written(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, the first of them its catalogue."""
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


def stream(content: bytes, head: bytes = b"") -> bytes:
    """A stream of a PDF."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), head, content)


def a_pdf(
    *texts: str, size: tuple[int, int] = A4, rotate: int = 0, drawn: bytes = b"", extra: bytes = b""
) -> bytes:
    """One page for each text, written 24 points high at (72, 700); `drawn` is laid over it."""
    texts = texts or (WORDS,)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(texts)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % extra,
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(texts)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, text in enumerate(texts):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Rotate %d /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (*size, rotate, 5 + 2 * number)
        )
        said = text.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)")
        objects.append(stream(b"BT /F1 24 Tf 72 700 Td (%s) Tj ET %s" % (said, drawn)))
    return written(objects)


def a_picture_pdf(*, side: int, bits: int = 8) -> bytes:
    """A page with one picture of so many pixels each way: small on the disk, vast when it is unpacked."""
    packed = zlib.compress(b"\0" * (side * side * 3 * bits // 8), 9)
    head = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB " % (side, side)
    head += b"/BitsPerComponent %d /Filter /FlateDecode" % bits
    return written(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /XObject << /X 5 0 R >> >> >>",
            stream(b"q 595 0 0 842 0 0 cm /X Do Q"),
            stream(packed, head),
        ]
    )


def a_slow_pdf(*, operations: int = 400_000) -> bytes:
    """A page whose drawing takes for ever: curve upon curve, each filled over the whole page."""
    one = b"0 0 m 595 842 0 842 595 0 c 300 0 0 300 595 842 c f\n"
    return written(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            stream(zlib.compress(one * operations, 9), b"/Filter /FlateDecode"),
        ]
    )


def locked_with_a_password(content: bytes) -> bytes:
    """The same PDF, which asks for a password."""
    writer = PdfWriter(clone_from=io.BytesIO(content))
    writer.encrypt("larch", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def without_pages() -> bytes:
    """A PDF that is whole and has no page."""
    return written([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"])


def a_page_picture(text: str = WORDS, size: tuple[int, int] = (595, 842)) -> bytes:
    """The picture of a page as the portal keeps it."""
    image = Image.new("L", size, "white")
    ImageDraw.Draw(image).text((72, 142), text, fill=0)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _place(number: int) -> tuple[float, float, float, float]:
    """Where the word of that number stands: eight on a line."""
    left, top = 0.1 + number % 8 * 0.1, 0.16 + number // 8 * 0.03
    return left, top, left + 0.09, top + 0.02


def a_version(
    document: Document,
    *texts: str,
    kind: str = Version.Kind.WHOLE,
    stage: str = Version.Stage.READY,
    is_current: bool = True,
    by: Person | None = None,
) -> Version:
    """A file of the document with a page for each text, as if a worker had read it."""
    at, by = timezone.now(), by or a_person()
    attachment = attach(stream=document.stream, upload=an_upload(a_pdf(*texts)), by=by, at=at)
    version = Version.objects.create(
        document=document,
        kind=kind,
        attachment=attachment,
        stage=stage,
        is_current=is_current,
        page_count=len(texts or (WORDS,)),
        made_by=by,
        made_at=at,
    )
    for number, text in enumerate(texts or (WORDS,), start=1):
        name = default_storage.save(f"pages/{version.pk}-{number}", ContentFile(a_page_picture(text)))
        words = [
            [
                word,
                0.1 + place % 8 * 0.1,
                0.16 + place // 8 * 0.03,
                0.19 + place % 8 * 0.1,
                0.18 + place // 8 * 0.03,
            ]
            for place, word in enumerate(text.split())
        ]
        Page.objects.create(
            version=version, number=number, picture=name, width=595, height=842, text=text, words=words
        )
    return version
