"""Takes out of a page what is not to be given: burnt out of its picture, gone from its words; a new PDF.

Nothing of the file of origin goes into the new one: its pages are the pictures that were made of it, and its
text is written anew from the words that are left (LGA 1972 s100B(2), SI 2012/2089 reg 7(2)).
"""

import functools
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import islice
from typing import BinaryIO

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFont

from access_rules.files.unseen import POINTS, Word, font_of, write

# How far around a box is covered with it, in pixels: letters reach a little beyond the box that a PDF says.
EDGE = 3
# Pages that are unpacked at once: two megabytes each, six in colour.
AT_ONCE = 20
# A word whose box has no more contrast than this cannot be seen.
SEEN = 24
_HAIR = 1e-5
# Labels smaller than this cannot be read.
_SMALLEST, _LARGEST = 9, 22
_TINT, _FRAME = (255, 226, 120), (212, 53, 28)
_LETTERS = (files("font_manrope") / "files" / "Manrope-Bold.ttf").read_bytes()


@dataclass(frozen=True)
class Box:
    """What is taken out of a page, as fractions of it.

    `label` is the paragraph as it stands in the gap, `says` the words that a screen reader finds there.
    """

    left: float
    top: float
    right: float
    bottom: float
    label: str = ""
    says: str = ""


@dataclass(frozen=True)
class Leaf:
    """One page of the new file: its picture, burnt already, and the words that are left on it."""

    picture: Image.Image
    words: Sequence[Word]


def touches(box: Box, word: Word) -> bool:
    """Whether any part of the word lies in the box."""
    left, top, right, bottom = map(float, word[1:])
    # A word without width or height, as some files have them, is a line on the page.
    across = min(box.right, max(right, left + _HAIR)) - max(box.left, left)
    down = min(box.bottom, max(bottom, top + _HAIR)) - max(box.top, top)
    return across > 0 and down > 0


def seen(picture: Image.Image, words: Sequence[Word]) -> list[Word]:
    """The words of which something is to be seen: what is hidden on the page is not given with it.

    Behind a picture, beyond the edge, in white on white: nobody who marks the page looks there.
    """
    grey = picture.convert("L")
    return [word for word in words if _contrast(grey, word) >= SEEN]


def _contrast(grey: Image.Image, word: Word) -> int:
    left, top, right, bottom = map(float, word[1:])
    across, down = int(left * grey.width), int(top * grey.height)
    box = (across, down, max(int(right * grey.width), across + 1), max(int(bottom * grey.height), down + 1))
    darkest, lightest = grey.crop(box).getextrema()
    return int(lightest) - int(darkest)  # type: ignore[arg-type]


def words_left(words: Sequence[Word], boxes: Sequence[Box]) -> list[Word]:
    """The words that no box touches. A word that a box cuts is gone whole."""
    return [word for word in words if not any(touches(box, word) for box in boxes)]


def words_told(words: Sequence[Word], boxes: Sequence[Box]) -> list[Word]:
    """The words that are left, and in the place of each gap what it says, where its first word stood."""
    told: list[Word] = []
    waiting = list(boxes)
    for word in words:
        cut = [box for box in boxes if touches(box, word)]
        if not cut:
            told.append(word)
        for box in cut:
            if box in waiting:
                waiting.remove(box)
                told.append(_said(box))
    return told + [_said(box) for box in waiting]


def whole(boxes: Sequence[Box], words: Sequence[Word]) -> list[Box]:
    """The boxes, and one without a label over each word that they cut: half a word can often be guessed."""
    cut = [word for word in words if any(touches(box, word) for box in boxes)]
    around = [Box(float(left), float(top), float(right), float(base)) for _w, left, top, right, base in cut]
    return [box for box in around if box.right > box.left and box.bottom > box.top] + list(boxes)


def burn(picture: Image.Image, boxes: Sequence[Box]) -> Image.Image:
    """The picture with the boxes in it: what lay under them is in none of its pixels.

    Raises ValueError where a box lies outside the page.
    """
    burnt = picture.copy() if picture.mode in {"L", "RGB"} else picture.convert("RGB")
    draw = ImageDraw.Draw(burnt)
    places = [_pixels(box, burnt.size) for box in boxes]
    for place in places:
        draw.rectangle(place, fill=0 if burnt.mode == "L" else (0, 0, 0))
    for box, place in zip(boxes, places, strict=True):
        _label(draw, box, place, burnt.mode)
    return burnt


def outlined(picture: Image.Image, boxes: Sequence[Box]) -> Image.Image:
    """The picture with its boxes tinted and framed, numbered in the margin; what they cover can be read."""
    shown = picture.convert("RGB")
    numbered: list[int] = []
    draw = ImageDraw.Draw(shown)
    for number, box in enumerate(boxes, start=1):
        left, top, right, bottom = place = _pixels(box, shown.size)
        inside = (left, top, right + 1, bottom + 1)
        tint = Image.new("RGB", (right + 1 - left, bottom + 1 - top), _TINT)
        shown.paste(ImageChops.multiply(shown.crop(inside), tint), inside)
        draw.rectangle(place, outline=_FRAME, width=2)
        down = (top + bottom) // 2
        across = 14 + 26 * sum(abs(down - other) < 22 for other in numbered)
        numbered.append(down)
        draw.ellipse((across - 12, down - 12, across + 12, down + 12), fill=_FRAME)
        draw.text((across, down), str(number), font=_letters(14), fill=(255, 255, 255), anchor="mm")
    return shown


def new_pdf(leaves: Iterable[Leaf], out: BinaryIO) -> None:
    """Writes the PDF, its pictures pixel for pixel as they were given; a few pages at a time are unpacked.

    Raises OSError where there is no room for it.
    """
    whole_file = pypdfium2.PdfDocument.new()
    for some in _in_parts(iter(leaves)):
        part = pypdfium2.PdfDocument(some)
        whole_file.import_pages(part)
        part.close()
    kept = _Kept(out)
    whole_file.save(kept)
    whole_file.close()
    if kept.fault is not None:
        raise kept.fault


class _Kept:
    """Where the file is written to; the library itself swallows what goes wrong there."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        self.fault: OSError | None = None

    def write(self, data: bytes) -> None:
        try:
            self.out.write(data)
            self.out.flush()
        except OSError as fault:
            self.fault = fault
            raise


def _in_parts(leaves: Iterator[Leaf]) -> Iterator[bytes]:
    while some := list(islice(leaves, AT_ONCE)):
        pdf = pypdfium2.PdfDocument.new()
        font = font_of(pdf)
        for leaf in some:
            width, height = leaf.picture.width * POINTS, leaf.picture.height * POINTS
            sheet = pdf.new_page(width, height)
            picture = pypdfium2.PdfImage.new(pdf)
            picture.set_bitmap(pypdfium2.PdfBitmap.from_pil(leaf.picture))
            picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
            sheet.insert_obj(picture)
            for text, left, top, right, base in leaf.words:
                box = (
                    float(left) * width,
                    (1 - float(base)) * height,
                    float(right) * width,
                    (1 - float(top)) * height,
                )
                write(pdf, sheet, font, str(text), box)
            sheet.gen_content()
            sheet.close()
        held = io.BytesIO()
        pdf.save(held)
        pdf.close()
        yield held.getvalue()


def _said(box: Box) -> Word:
    return [box.says, box.left, box.top, box.right, box.bottom]


def _pixels(box: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The pixels of the box, outwards, and its edge; both ends belong to it."""
    if not (0 <= box.left < box.right <= 1 and 0 <= box.top < box.bottom <= 1):
        raise ValueError("The box lies outside the page.")
    width, height = size
    edge = max(EDGE, int((box.bottom - box.top) * height * 0.1))
    return (
        max(int(box.left * width) - edge, 0),
        max(int(box.top * height) - edge, 0),
        min(int(box.right * width) + edge, width - 1),
        min(int(box.bottom * height) + edge, height - 1),
    )


def _label(draw: ImageDraw.ImageDraw, box: Box, place: tuple[int, int, int, int], mode: str) -> None:
    """The paragraph in the gap, as much of it as has room; none where nothing has."""
    left, top, right, bottom = place
    for text in shorter(box.label):
        for size in range(min(int((bottom - top) * 0.75), _LARGEST), _SMALLEST - 1, -1):
            letters = _letters(size)
            around = letters.getbbox(text)
            if around[2] - around[0] + 6 <= right - left:
                middle = ((left + right) // 2, (top + bottom) // 2)
                draw.text(middle, text, font=letters, fill=255 if mode == "L" else (255,) * 3, anchor="mm")
                return


def shorter(cite: str) -> list[str]:
    """The paragraph, then without its Act, as long as a reader can still tell which: «para 3»."""
    words = cite.split()
    ends = [" ".join(words[place:]) for place in range(len(words)) if words[place][0].isalpha()]
    return [end for number, end in enumerate(ends) if number == 0 or " " in end]


@functools.lru_cache(maxsize=32)
def _letters(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(io.BytesIO(_LETTERS), size)
