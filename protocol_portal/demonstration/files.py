"""Photographs and letters that members attach, drawn and written by the portal itself."""

import io
import random
from functools import cache

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw, ImageFilter

from protocol_portal.demonstration.sheets import sheets

SIZE = 640, 480
# Sky or wall, ground, and the thing that is wrong.
_COLOURS = {
    "road.jpg": ((176, 190, 203), (96, 98, 102), (44, 43, 42)),
    "flood.jpg": ((150, 158, 166), (90, 94, 98), (110, 118, 112)),
    "pavement.jpg": ((160, 150, 140), (150, 146, 138), (84, 80, 74)),
    "tipping.jpg": ((120, 110, 100), (86, 100, 70), (140, 120, 96)),
    "bins.jpg": ((140, 90, 74), (110, 108, 104), (40, 70, 50)),
    "swing.jpg": ((170, 196, 214), (90, 128, 72), (150, 40, 40)),
    "tree.jpg": ((182, 200, 216), (88, 116, 66), (70, 54, 40)),
    "lines.jpg": ((150, 160, 170), (92, 92, 94), (196, 170, 60)),
    "mould.jpg": ((220, 214, 200), (206, 198, 182), (60, 64, 56)),
    "ceiling.jpg": ((226, 222, 212), (214, 206, 190), (150, 120, 84)),
    "extension.jpg": ((186, 202, 216), (96, 120, 78), (156, 82, 60)),
}


def file_named(name: str, rng: random.Random) -> SimpleUploadedFile:
    """A file as a member would attach it: a photograph with a telephone's name, or a letter."""
    if name.endswith(".pdf"):
        return SimpleUploadedFile("Letter from a resident.pdf", letter(), "application/pdf")
    number = rng.randint(1000, 9999)
    return SimpleUploadedFile(f"IMG_{number}.jpg", photograph(name), "image/jpeg")


@cache
def photograph(name: str) -> bytes:
    """A small picture with ground, background and a blot where the trouble is, grainy as from a telephone."""
    above, ground, blot = _COLOURS[name]
    image = Image.new("RGB", SIZE, above)
    draw = ImageDraw.Draw(image)
    width, height = SIZE
    draw.polygon([(0, height * 0.45), (width, height * 0.38), (width, height), (0, height)], fill=ground)
    rng = random.Random(name)  # noqa: S311
    for _spot in range(60):
        x, y = rng.gauss(width * 0.5, 70), rng.gauss(height * 0.7, 35)
        reach = rng.uniform(6, 34)
        draw.ellipse((x - reach * 1.6, y - reach * 0.7, x + reach * 1.6, y + reach * 0.7), fill=blot)
    grain = Image.effect_noise(SIZE, 40).convert("RGB")
    image = Image.blend(image.filter(ImageFilter.GaussianBlur(2.2)), grain, 0.12)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=70)
    return out.getvalue()


_LETTER = (
    "To my councillor",
    "",
    "Thank you for offering to take this up. I set out below what has happened, in order.",
    "I wrote first in the spring and had an answer by telephone, but nothing in writing.",
    "I wrote again in the summer. I should be glad to know what will be done, and when.",
    "",
    "Please do not publish my name.",
)


@cache
def letter() -> bytes:
    """A letter of one page as a PDF."""
    return sheets(["\n".join(_LETTER)])
