"""Photographs are written anew: the right way up, without a word of where and when they were taken."""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif.as_plugin import register_heif_opener

register_heif_opener()

READ = ("JPEG", "PNG", "WEBP", "HEIF")
WRITTEN_AS = {
    ".jpg": ("JPEG", ".jpg", "image/jpeg"),
    ".jpeg": ("JPEG", ".jpg", "image/jpeg"),
    ".png": ("PNG", ".png", "image/png"),
    ".webp": ("WEBP", ".webp", "image/webp"),
    ".heic": ("JPEG", ".jpg", "image/jpeg"),
    ".heif": ("JPEG", ".jpg", "image/jpeg"),
}
# Above what telephones take (48 megapixels), far below what fills a server's memory.
MOST_PIXELS = 60_000_000


class NoPhotograph(Exception):
    """It cannot be read as a photograph."""


class TooManyPixels(Exception):
    """Unpacked it would fill the memory."""


def written_anew(content: bytes, ending: str) -> tuple[bytes, str, str]:
    """The photograph's new bytes, ending and content type. Raises NoPhotograph or TooManyPixels."""
    kind, new_ending, content_type = WRITTEN_AS[ending]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=READ) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise TooManyPixels
                upright = ImageOps.exif_transpose(image)
    except Image.DecompressionBombError as fault:
        raise TooManyPixels from fault
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as fault:
        raise NoPhotograph from fault
    clean = _plain(upright, kind)
    # What is not in `info` is not written: place, camera, moment, comment, thumbnail, profile.
    clean.info = {}
    out = io.BytesIO()
    clean.save(out, kind, **({} if kind == "PNG" else {"quality": 88}))
    return out.getvalue(), new_ending, content_type


def _plain(image: Image.Image, kind: str) -> Image.Image:
    """The pixels alone, in colours that the format can hold; what was transparent becomes white in a JPEG."""
    see_through = image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info
    if kind != "JPEG":
        return image.convert("RGBA" if see_through else "RGB")
    if not see_through:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    paper = Image.new("RGB", layer.size, "white")
    paper.paste(layer, mask=layer.getchannel("A"))
    return paper
