"""Writes the papers of the demonstration as PDF files: a few lines of text on each page, and nothing else."""

import textwrap
from collections.abc import Iterator, Sequence

_WIDTH, _LEFT, _TOP = 86, 64, 770
_LEADING, _SIZE = 17, 11
# A line that begins with it stands in bold, a little larger: a heading.
HEADING = "# "
_FONTS = (
    b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
)
_FIRST_PAGE = 5


def sheets(pages: Sequence[str]) -> bytes:
    """A PDF with these pages; what is too long for a line of the paper is broken there, and nowhere else."""
    kids = " ".join(f"{_FIRST_PAGE + 2 * number} 0 R" for number in range(len(pages)))
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        *_FONTS,
    ]
    for number, page in enumerate(pages):
        drawn = _drawn(page)
        parts.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>" % (_FIRST_PAGE + 2 * number + 1)
        )
        parts.append(b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn))
    return _file(parts)


def _drawn(page: str) -> bytes:
    """The marks of one page, line under line."""
    begun = f"BT {_LEADING} TL {_LEFT} {_TOP} Td"
    return " ".join([begun, *_lines(page), "ET"]).encode("cp1252")


def _paragraphs(page: str) -> Iterator[str]:
    """Its lines, each of which goes on in the next one where it is as long as the paper."""
    begun = ""
    for line in page.splitlines():
        if line and begun:
            begun = f"{begun} {line}"
        else:
            yield from [begun] if begun else []
            begun = line
        if len(line) <= _WIDTH:
            yield begun
            begun = ""
    yield from [begun] if begun else []


def _lines(page: str) -> Iterator[str]:
    for line in _paragraphs(page):
        is_heading = line.startswith(HEADING)
        font = f"/F2 {_SIZE + 3} Tf" if is_heading else f"/F1 {_SIZE} Tf"
        words = line.removeprefix(HEADING)
        for broken in textwrap.wrap(words, _WIDTH - 20 * is_heading) or [""]:
            yield f"{font} ({_escaped(broken)}) Tj T*"


def _escaped(words: str) -> str:
    """As a string of a PDF has it, where brackets mean something."""
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _file(parts: Sequence[bytes]) -> bytes:
    """The parts one after the other, and the table that says where each begins."""
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj%sendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(parts) + 1
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (count, table, tail)
