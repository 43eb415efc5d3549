"""The program that reads one file into pages: run in a cage, knowing nothing of the portal.

It is started by `caged.py`, through `limited.py`, with one argument, a JSON object: the file, what it is, an
empty folder and how much of it is read. It writes the pictures and one line of JSON a page into the folder,
and says on its output how many pages there are, or what is wrong with the file in one word.
"""

import json
import sys
import unicodedata
from collections.abc import Iterator
from ctypes import byref, c_double, c_int
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageChops, ImageOps, UnidentifiedImageError
from pypdfium2 import raw

PICTURES = ("JPEG", "PNG", "WEBP")
# Fractions of the page are counted on a grid of this many lines each way.
GRID = 100_000
# Colours nearer to each other than this are the same grey.
SAME = 8
# A word whose box has no more contrast than this cannot be seen: something covers it.
SEEN = 24

Box = tuple[float, float, float, float]
Word = tuple[str, float, float, float, float]


class Unreadable(Exception):
    """Why the file cannot be read, in one word."""


def main() -> None:
    """Reads the file, says what came of it."""
    order: dict[str, Any] = json.loads(sys.argv[1])
    Image.MAX_IMAGE_PIXELS = order["most_pixels"]
    said: dict[str, int | str]
    try:
        said = {"pages": read(order)}
    except Unreadable as fault:
        said = {"fault": str(fault)}
    except MemoryError:
        said = {"fault": "too-large"}
    print(json.dumps(said))


def read(order: dict[str, Any]) -> int:
    """Every page of the file into the folder; how many. Raises Unreadable."""
    folder, written = Path(order["folder"]), 0
    pages = _of_pdf(order) if order["kind"] == "pdf" else _of_picture(order)
    number = 0
    with (folder / "pages.jsonl").open("w", encoding="utf-8") as lines:
        for number, (picture, words, text) in enumerate(pages, start=1):
            place = folder / f"{number}.png"
            _plain(picture).save(place, "PNG", compress_level=6)
            written += place.stat().st_size
            if written > order["most_bytes"]:
                raise Unreadable("too-large")
            page = {
                "width": picture.width,
                "height": picture.height,
                "text": text[: order["most_text"]],
                "words": words[: order["most_words"]],
                "covered": _covered(picture, words[: order["most_words"]]),
            }
            lines.write(json.dumps(page) + "\n")
    return number


def _of_picture(order: dict[str, Any]) -> Iterator[tuple[Image.Image, list[Word], str]]:
    try:
        with Image.open(order["file"], formats=PICTURES) as image:
            if image.width * image.height > order["most_pixels"]:
                raise Unreadable("too-large")
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((order["side"], order["side"]))
            picture = _on_paper(upright)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise Unreadable("too-large") from fault
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as fault:
        raise Unreadable("broken") from fault
    yield picture, [], ""


def _on_paper(image: Image.Image) -> Image.Image:
    """In plain colours, on white where it was transparent."""
    layer = image.convert("RGBA")
    paper = Image.new("RGB", layer.size, "white")
    paper.paste(layer, mask=layer.getchannel("A"))
    return paper


def _of_pdf(order: dict[str, Any]) -> Iterator[tuple[Image.Image, list[Word], str]]:
    try:
        pdf = pypdfium2.PdfDocument(order["file"])
    except pypdfium2.PdfiumError as fault:
        locked = raw.FPDF_GetLastError() in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise Unreadable("locked" if locked else "broken") from fault
    if len(pdf) == 0:
        raise Unreadable("empty")
    if len(pdf) > order["most_pages"]:
        raise Unreadable("too-long")
    try:
        pdf.init_forms()
        for number in range(len(pdf)):
            yield _page(pdf, number, order)
    except pypdfium2.PdfiumError as fault:
        raise Unreadable("broken") from fault


def _page(
    pdf: pypdfium2.PdfDocument, number: int, order: dict[str, Any]
) -> tuple[Image.Image, list[Word], str]:
    page = pdf[number]
    width, height = page.get_size()
    if not (width > 0 and height > 0):
        raise Unreadable("broken")
    scale = min(order["scale"], order["side"] / max(width, height))
    # A strip a thousand times as long as it is wide would have no pixel across.
    if min(width, height) * scale < 1:
        raise Unreadable("broken")
    bitmap = page.render(scale=scale, rev_byteorder=True)
    picture = bitmap.to_pil().convert("RGB")
    words, text = _text(page, order["most_text"])
    bitmap.close()
    page.close()
    return picture, words, text


def _text(page: pypdfium2.PdfPage, most: int) -> tuple[list[Word], str]:
    """The words with their boxes, and the text as it runs."""
    textpage = page.get_textpage()
    count = min(textpage.count_chars(), most)
    letters: list[str] = []
    words: list[Word] = []
    begun, around = "", list[Box]()
    for place in range(count):
        letter = _letter(raw.FPDFText_GetUnicode(textpage, place))
        letters.append(letter)
        if letter.strip():
            begun, around = begun + letter, [*around, _box(page, textpage, place)]
        elif begun:
            words.append((begun, *_union(around)))
            begun, around = "", []
    if begun:
        words.append((begun, *_union(around)))
    textpage.close()
    return words, "".join(letters).replace("\r\n", "\n").replace("\r", "\n")


def _letter(code: int) -> str:
    """The character; nothing for what no database keeps and no reader needs."""
    if code in {10, 13, 9}:
        return chr(code)
    if code > sys.maxunicode:
        return ""
    letter = chr(code)
    # A hyphen at the end of a line, as the library writes it.
    if code == 2:
        return "-"
    return "" if unicodedata.category(letter) in {"Cc", "Cs", "Cn"} else letter


def _box(page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, place: int) -> Box:
    """Where the letter stands, as fractions of the page as it is shown, whichever way it was turned."""
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    raw.FPDFText_GetCharBox(textpage, place, byref(left), byref(right), byref(bottom), byref(top))
    across, down = c_int(), c_int()
    corners = []
    for x, y in ((left, bottom), (right, top)):
        raw.FPDF_PageToDevice(page, 0, 0, GRID, GRID, 0, x, y, byref(across), byref(down))
        corners.append((_fraction(across.value), _fraction(down.value)))
    (one, two), (three, four) = corners
    return min(one, three), min(two, four), max(one, three), max(two, four)


def _fraction(value: int) -> float:
    return round(min(max(value / GRID, 0.0), 1.0), 5)


def _union(boxes: list[Box]) -> Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _plain(picture: Image.Image) -> Image.Image:
    """Without colour where it has none: a third of the size."""
    red, green, blue = picture.split()
    differ = max(
        int(ImageChops.difference(red, green).getextrema()[1]),  # type: ignore[arg-type]
        int(ImageChops.difference(green, blue).getextrema()[1]),  # type: ignore[arg-type]
    )
    return picture.convert("L") if differ < SAME else picture


def _covered(picture: Image.Image, words: list[Word]) -> int:
    """How many words have a box in which nothing is to be seen: their text is there, under something."""
    grey = picture.convert("L")
    hidden = 0
    for _word, left, top, right, bottom in words:
        box = (
            int(left * grey.width),
            int(top * grey.height),
            max(int(right * grey.width), int(left * grey.width) + 1),
            max(int(bottom * grey.height), int(top * grey.height) + 1),
        )
        lightest = grey.crop(box).getextrema()
        hidden += int(lightest[1]) - int(lightest[0]) < SEEN  # type: ignore[arg-type]
    return hidden


if __name__ == "__main__":
    main()
