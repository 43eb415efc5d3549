"""Burns into the picture of a page how it is marked, and who reads it when: into each, before it is sent."""

import functools
import io
from dataclasses import dataclass
from importlib.resources import files

from PIL import Image, ImageChops, ImageDraw, ImageFont

# Larger than any page that the portal made: a picture that says otherwise is none of them.
_END_OF_PNG = b"IEND\xaeB`\x82"
MOST_PIXELS = 4_000_000
# Above this a page is a photograph, and is sent as one.
LARGE = 220_000
_LETTERS = files("font_manrope") / "files"
# Sixteen greys, two pixels to the byte: a third of the size, and no letter looks different.
_GREYS = [(value + 8) // 17 for value in range(256)]
_PALETTE = [17 * grey for grey in range(16) for _colour in "rgb"]
# As light as can still be read: what the page says stays black above it.
_FAINT = 214
_SLOPE = 30


@dataclass(frozen=True)
class Stamp:
    """What is written onto each page: above it the marking, below it whose it is, and both across it."""

    above: str
    below: str
    across: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture as it is sent."""

    content: bytes
    content_type: str


def stamped(picture: bytes, stamp: Stamp) -> Picture:
    """The page with its stamp, small enough for a telephone. Raises ValueError for what is no page."""
    return sent(stamped_image(opened(picture), stamp))


def opened(picture: bytes) -> Image.Image:
    """The page as it is kept. Raises ValueError for what is no page of the portal’s own making."""
    # Asked here, since WeasyPrint has Pillow take what is cut off for whole, in every thread of the process.
    if not picture.endswith(_END_OF_PNG):
        raise ValueError("It is no picture.")
    try:
        image = Image.open(io.BytesIO(picture), formats=("PNG",))
        if image.width * image.height > MOST_PIXELS:
            raise ValueError("No page has so many pixels.")
        image.load()
    except OSError as fault:
        raise ValueError("It is no picture.") from fault
    return image if image.mode in {"L", "RGB"} else image.convert("RGB")


def stamped_image(page: Image.Image, stamp: Stamp) -> Image.Image:
    """The page with a band above and a band below it; what the page shows is not covered."""
    if stamp.across:
        page = ImageChops.darker(page, _across(stamp.across, page.size).convert(page.mode))
    above, below = _band(stamp.above, page.width, dark=True), _band(stamp.below, page.width, dark=False)
    whole = Image.new(page.mode, (page.width, above.height + page.height + below.height), "white")
    whole.paste(above.convert(page.mode), (0, 0))
    whole.paste(page, (0, above.height))
    whole.paste(below.convert(page.mode), (0, above.height + page.height))
    return whole


def band_heights(width: int, stamp: Stamp) -> tuple[int, int]:
    """How much the stamp adds above and below a page of that width."""
    return _band(stamp.above, width, dark=True).height, _band(stamp.below, width, dark=False).height


def sent(image: Image.Image) -> Picture:
    """The picture in as few bytes as keep it sharp: few greys or colours, or a photograph."""
    out = io.BytesIO()
    few = _few_greys(image) if image.mode == "L" else _few_colours(image)
    few.save(out, "PNG", compress_level=6)
    if out.tell() <= LARGE:
        return Picture(out.getvalue(), "image/png")
    photograph = io.BytesIO()
    image.save(photograph, "JPEG", quality=70)
    smaller = min(out, photograph, key=lambda one: one.tell())
    return Picture(smaller.getvalue(), "image/png" if smaller is out else "image/jpeg")


def _few_greys(image: Image.Image) -> Image.Image:
    few = image.point(_GREYS)
    few.putpalette(_PALETTE)
    return few


def _few_colours(image: Image.Image) -> Image.Image:
    return image.quantize(48, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)


@functools.lru_cache(maxsize=8)
def _letters(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    name = "Manrope-Bold.ttf" if bold else "Manrope-Medium.ttf"
    with (_LETTERS / name).open("rb") as font:
        return ImageFont.truetype(io.BytesIO(font.read()), size)


@functools.lru_cache(maxsize=64)
def _band(text: str, width: int, *, dark: bool) -> Image.Image:
    """The words on a band as wide as the page, in as many lines as they need; none where there are none."""
    if not text:
        return Image.new("L", (width, 0))
    size = max(width // 48, 9)
    letters, edge = _letters(size, bold=dark), size // 2
    lines = _lines(text, letters, width - 2 * edge)
    height = len(lines) * (size + edge) + edge
    band = Image.new("L", (width, height), 0 if dark else 255)
    draw = ImageDraw.Draw(band)
    for number, line in enumerate(lines):
        draw.text((edge, edge // 2 + number * (size + edge)), line, font=letters, fill=255 if dark else 0)
    if not dark:
        draw.line((0, 0, width, 0), fill=0, width=2)
    return band


def _lines(text: str, letters: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """The words in lines no wider than that; a word that is wider is cut."""
    lines, line = list[str](), ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if letters.getlength(longer) <= width:
            line = longer
            continue
        lines += [line] if line else []
        while letters.getlength(word) > width and len(word) > 1:
            shorter = range(len(word) - 1, 1, -1)
            fits = next((end for end in shorter if letters.getlength(word[:end]) <= width), 1)
            lines.append(word[:fits])
            word = word[fits:]
        line = word
    return [*lines, line] if line else lines


@functools.lru_cache(maxsize=16)
def _across(text: str, size: tuple[int, int]) -> Image.Image:
    """The words aslant over the whole page, on white: they are in whatever part of it somebody cuts out."""
    high = max(size[0] // 44, 9)
    letters = _letters(high)
    line = Image.new("L", (int(letters.getlength(text)) + high * 2, high * 2), 255)
    ImageDraw.Draw(line).text((high, high // 2), text, font=letters, fill=_FAINT)
    tile = line.rotate(_SLOPE, resample=Image.Resampling.BILINEAR, expand=True, fillcolor=255)
    page = Image.new("L", size, 255)
    step = high * 9
    for number, top in enumerate(range(-tile.height, size[1], step)):
        for left in range(-(number % 3) * tile.width // 3, size[0], tile.width):
            # Tiles overlap: the darker of the two stays.
            box = (left, top, left + tile.width, top + tile.height)
            page.paste(ImageChops.darker(page.crop(box), tile), box[:2])
    return page
