"""Attachments: judged by content, rid of place data, kept out of reach, given out where nothing can run."""

import io
import socketserver
import struct
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from casework.actions.attaching import TAKEN, accepted, attach, open_attachment, safe_name
from casework.models import Attachment
from rulebook.decision import Outcome, Refused
from tests.factories.casework import MONDAY_MORNING, a_stream
from tests.factories.council import a_person

PLACE = b"51.5885"
OFFICE = "[Content_Types].xml"
OPEN_TEXT = "application/vnd.oasis.opendocument.text"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture(autouse=True)
def _files(settings: object, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]


def a_photograph(kind: str, *, size: tuple[int, int] = (60, 40), turned: bool = True) -> bytes:
    """A photograph as a telephone takes it: its place in it, and lying on its side."""
    image = Image.new("RGB", size, "red")
    exif = image.getexif()
    if turned:
        exif[0x0112] = 6
    exif[0x010E] = "At " + PLACE.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 35.0, 18.6), 3: "W", 4: (0.0, 1.0, 12.0)})
    out = io.BytesIO()
    image.save(out, kind, exif=exif.tobytes())
    return out.getvalue()


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def docx(**more: bytes) -> bytes:
    return zipped(**{OFFICE: b"<Types/>", "word/document.xml": b"<w/>", **more})


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="text/html")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "name", "kept_as", "served_as"),
    [
        ("HEIF", "IMG_0001.HEIC", "IMG_0001.jpg", "image/jpeg"),
        ("JPEG", "lamp.jpeg", "lamp.jpg", "image/jpeg"),
        ("PNG", "lamp.png", "lamp.png", "image/png"),
        ("WEBP", "lamp.webp", "lamp.webp", "image/webp"),
    ],
)
def test_a_photograph_stands_upright_and_says_nothing_of_its_place(
    kind: str, name: str, kept_as: str, served_as: str
) -> None:
    given_photograph = a_photograph(kind)
    assert PLACE in given_photograph
    person = a_person()
    attachment = attach(
        stream=a_stream(), upload=upload(name, given_photograph), by=person, at=MONDAY_MORNING
    )
    assert (attachment.name, attachment.content_type) == (kept_as, served_as)
    assert (attachment.uploaded_by, attachment.scan) == (person, "unscanned")
    with attachment.file.open() as kept:
        content = kept.read()
    assert (PLACE in content, len(content)) == (False, attachment.size)
    with Image.open(io.BytesIO(content)) as image:
        assert image.size == (40, 60)
        assert dict(image.getexif()) == {}
        assert not {"exif", "xmp", "comment", "icc_profile"} & set(image.info)


def test_a_comment_in_a_picture_is_not_kept() -> None:
    notes, out = PngInfo(), io.BytesIO()
    notes.add_text("Comment", "Mrs Pell")
    Image.new("P", (4, 4)).save(out, "PNG", pnginfo=notes)
    assert b"Pell" not in accepted(upload("note.png", out.getvalue()))[1]
    out = io.BytesIO()
    Image.new("L", (4, 4)).save(out, "JPEG", comment=b"Mrs Pell")
    assert b"Pell" not in accepted(upload("note.jpg", out.getvalue()))[1]


@pytest.mark.parametrize(
    ("name", "content", "served_as"),
    [
        ("letter.pdf", b"%PDF-1.7\n...", "application/pdf"),
        ("letter.docx", docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("old.doc", OLE + b"\0" * 600, "application/msword"),
        ("letter.odt", zipped(mimetype=OPEN_TEXT.encode()), OPEN_TEXT),
        (
            "sums.xlsx",
            zipped(**{OFFICE: b"<Types/>", "xl/workbook.xml": b""}),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (
            "sums.ods",
            zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
            "application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("sums.csv", "name,£\nLarch Road,5\n".encode(), "text/csv; charset=utf-8"),
        ("note.TXT", "The lamp’s out".encode(), "text/plain; charset=utf-8"),
        ("mail.eml", b"From: a@b.example\nSubject: Lamp\n\n<html>Hello</html>", "message/rfc822"),
    ],
)
def test_documents_are_kept_as_they_are(name: str, content: bytes, served_as: str) -> None:
    assert accepted(upload(name, content)) == (name, content, served_as)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("scan.jpg", b"%PDF-1.7\n...", "scan.jpg is not the kind of file that its name says"),
        ("photo.pdf", b"\xff\xd8\xff\xe0", "photo.pdf is not the kind of file that its name says"),
        ("run.exe", b"MZ" + b"\0" * 64, "run.exe must be a photograph, PDF"),
        ("run.txt", b"MZ\x90\0\x03\0", "run.txt is not the kind"),
        ("page.html", b"<html></html>", "page.html must be a photograph, PDF"),
        ("page.txt", b"  <!DOCTYPE html><p>", "page.txt is not the kind"),
        ("drawing.svg", b"<svg onload='x()'>", "drawing.svg must be a photograph, PDF"),
        ("drawing.png", b"<svg onload='x()'>", "drawing.png is not the kind"),
        ("note.csv", b"<svg onload='x()'>", "note.csv is not the kind"),
        ("page.eml", b"<html>From: a@b.example\nSubject: x\n\n", "page.eml is not the kind"),
        ("m.docx", docx(**{"word/vbaProject.bin": b"x"}), "m.docx contains macros. Save it without them"),
        ("m.docx", docx(**{OFFICE: b"application/vnd.ms-word.document.macroEnabled"}), "contains macros"),
        ("m.doc", OLE + "_VBA_PROJECT".encode("utf-16-le"), "m.doc contains macros"),
        ("m.odt", zipped(mimetype=OPEN_TEXT.encode(), **{"Basic/Standard/x.xml": b""}), "contains macros"),
        ("m.docm", docx(), "m.docm must be a photograph, PDF"),
        ("just.docx", zipped(anything=b"x"), "just.docx is not the kind"),
        ("torn.docx", docx()[:40], "torn.docx is not the kind"),
        ("bomb.docx", docx(**{"word/media.bin": b"\0" * 201 * 1024 * 1024}), "too large when it is unpacked"),
        ("nothing.pdf", b"", "nothing.pdf is empty"),
        ("large.pdf", b"%PDF-" + b"x" * 11 * 1024 * 1024, "large.pdf must be smaller than 10MB"),
        ("no ending", b"x", "no ending must be a photograph, PDF"),
        ("../../etc/passwd", b"x", "passwd must be a photograph, PDF"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_not_taken_is_refused_by_name(name: str, content: bytes, sentence: str) -> None:
    with pytest.raises(ValidationError) as refused:
        accepted(upload(name, content))
    assert sentence in refused.value.messages[0]


def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO()
    Image.new("1", (16_000, 16_000)).save(out, "PNG", optimize=True)
    assert len(out.getvalue()) < 100_000
    with pytest.raises(ValidationError, match="too many pixels"):
        accepted(upload("bomb.png", out.getvalue()))


@given(
    st.binary(max_size=400),
    st.sampled_from(TAKEN),
)
def test_no_content_makes_it_stumble(content: bytes, ending: str) -> None:
    said = [f"file{ending} "]
    try:
        accepted(upload(f"file{ending}", content))
    except ValidationError as refused:
        said = refused.messages
    assert said[0].startswith(f"file{ending} ")


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("C:\\Users\\dana\\lamp.pdf", "lamp.pdf"),
        ("..", "file"),
        ("", "file"),
        ("a\r\nSet-Cookie: x.pdf", "a Set-Cookie: x.pdf"),
        ("invoice\u202efdp.exe", "invoice fdp.exe"),
        ("x" * 300 + ".pdf", "x" * 146 + ".pdf"),
    ],
)
def test_a_name_is_only_a_name(given_name: str, kept: str) -> None:
    assert safe_name(given_name) == kept


@pytest.mark.django_db
def test_a_file_is_given_out_as_a_download_where_nothing_can_run(tmp_path: Path) -> None:
    attachment = attach(
        stream=a_stream(), upload=upload("Larch Road.txt", b"Words"), by=None, at=MONDAY_MORNING
    )
    (kept,) = (tmp_path / "attachments").iterdir()
    assert (kept.suffix, "Larch" in kept.name) == ("", False)
    response = open_attachment(attachment)
    assert b"".join(response.streaming_content) == b"Words"
    assert response["Content-Disposition"] == 'attachment; filename="Larch Road.txt"'
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Content-Length"] == "5"
    response.close()


@pytest.mark.django_db
@pytest.mark.parametrize("held", [{"erased_at": MONDAY_MORNING}, {"scan": Attachment.Scan.INFECTED}])
def test_what_was_erased_or_holds_a_virus_is_not_given_out(held: dict[str, object]) -> None:
    attachment = attach(stream=a_stream(), upload=upload("a.txt", b"Words"), by=None, at=MONDAY_MORNING)
    for name, value in held.items():
        setattr(attachment, name, value)
    with pytest.raises(Refused) as refused:
        open_attachment(attachment)
    assert refused.value.decision.outcome is Outcome.UNKNOWN


class Scanner(socketserver.StreamRequestHandler):
    """Speaks clamd's INSTREAM and finds what says that it is a virus."""

    def handle(self) -> None:
        assert self.rfile.read(10) == b"zINSTREAM\0"
        content = b""
        while length := struct.unpack("!L", self.rfile.read(4))[0]:
            content += self.rfile.read(length)
        found = b"stream: Test-Signature FOUND" if b"VIRUS" in content else b"stream: OK"
        self.wfile.write((b"ERROR" if b"BROKEN" in content else found) + b"\0")


@pytest.fixture
def scanner(settings: object) -> Iterator[None]:
    """A scanner that listens as clamd does."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Scanner) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        settings.CLAMD_SOCKET = f"127.0.0.1:{server.server_address[1]}"  # type: ignore[attr-defined]
        yield
        server.shutdown()


@pytest.mark.django_db
def test_a_scanned_file_says_so_and_a_virus_is_refused(scanner: None) -> None:
    clean, virus = (
        upload("a.txt", b"Words " * 50_000),
        upload("b.txt", b"VIRUS"),
    )
    assert attach(stream=a_stream(), upload=clean, by=None, at=MONDAY_MORNING).scan == "clean"
    with pytest.raises(ValidationError, match=r"b\.txt contains a virus"):
        attach(stream=a_stream(), upload=virus, by=None, at=MONDAY_MORNING)
    assert Attachment.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["", "/nobody/listens.sock", "127.0.0.1:1"])
def test_without_a_scanner_a_file_says_that_it_is_unscanned(address: str, settings: object) -> None:
    settings.CLAMD_SOCKET = address  # type: ignore[attr-defined]
    attachment = attach(stream=a_stream(), upload=upload("a.txt", b"Words"), by=None, at=MONDAY_MORNING)
    assert attachment.get_scan_display() == "Not scanned for viruses"


@pytest.mark.django_db
def test_a_scanner_that_stumbles_leaves_the_file_unscanned(scanner: None) -> None:
    attachment = attach(stream=a_stream(), upload=upload("a.txt", b"BROKEN"), by=None, at=MONDAY_MORNING)
    assert attachment.scan == "unscanned"
