"""Makes a new file of pages, in a process of its own and under the limits under which files are read."""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import IO, Any

from access_rules.files.caged import LIMITS, Limits, Sheet, Unreadable, run_in_cage
from access_rules.files.redacting import Box, touches
from access_rules.files.redactor import MADE, PAGES
from access_rules.files.unseen import Word
from access_rules.rules.unreadable import Fault

# Started so because the cage knows no place but that of the machine's own libraries.
_START = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); from access_rules.files.redactor import main; main()"
)
LONG = 4
_PLACE = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Marked:
    """One page as it was read, and what is to be taken out of it."""

    picture: IO[bytes]
    words: Sequence[Word]
    boxes: Sequence[Box]


@dataclass(frozen=True)
class Gone:
    """One page as it was: its words, and the boxes that were taken out of it."""

    words: Sequence[Word]
    boxes: Sequence[Box]


def redacted_file(pages: Iterable[Marked], limits: Limits = LIMITS) -> bytes:
    """The new PDF. Raises Unreadable where it could not be made."""
    with tempfile.TemporaryDirectory(prefix="portal-redacted-") as name:
        folder = Path(name)
        count = _lay_out(folder, pages)
        order = json.dumps({"folder": name})
        said = run_in_cage([sys.executable, "-I", "-c", _START, str(_PLACE), order], folder, limits)
        try:
            answer: dict[str, Any] = json.loads(said)
            if "fault" in answer:
                raise Unreadable(Fault(answer["fault"]))
            if answer["pages"] != count:
                raise Unreadable(Fault.BROKEN)
        except (ValueError, TypeError, KeyError) as fault:
            raise Unreadable(Fault.BROKEN) from fault
        made = folder / MADE
        # Whoever broke into the program could have laid a way to another file there.
        if made.is_symlink() or not made.is_file():
            raise Unreadable(Fault.BROKEN)
        return made.read_bytes()


def still_there(sheets: Sequence[Sheet], pages: Sequence[Gone]) -> bool:
    """Whether the new file, read as any file is, still has in a gap a word that was taken out of it."""
    if len(sheets) != len(pages):
        return True
    return any(_is_left(sheet, page) for sheet, page in zip(sheets, pages, strict=True))


def _lay_out(folder: Path, pages: Iterable[Marked]) -> int:
    number = 0
    with (folder / PAGES).open("w", encoding="utf-8") as lines:
        for number, page in enumerate(pages, start=1):
            picture = f"{number}.png"
            with (folder / picture).open("wb") as copy:
                shutil.copyfileobj(page.picture, copy)
            boxes = [astuple(box) for box in page.boxes]
            lines.write(json.dumps({"picture": picture, "words": list(page.words), "boxes": boxes}) + "\n")
    return number


def _is_left(sheet: Sheet, page: Gone) -> bool:
    told = {said for box in page.boxes for said in box.says.split()}
    gone = {str(word[0]) for word in page.words if any(touches(box, word) for box in page.boxes)} - told
    return any(
        _is_one_of(str(word[0]), gone) for word in sheet.words if any(_holds(box, word) for box in page.boxes)
    )


def _is_one_of(said: str, gone: set[str]) -> bool:
    """Whether it is one of them, or has one in it; of short ones the label of a gap may have the letters."""
    return said in gone or any(len(word) >= LONG and word in said for word in gone)


def _holds(box: Box, word: Word) -> bool:
    """Whether the middle of the word lies in the box: what is read back lies a hair beside its place."""
    left, top, right, bottom = map(float, word[1:])
    return box.left < (left + right) / 2 < box.right and box.top < (top + bottom) / 2 < box.bottom
