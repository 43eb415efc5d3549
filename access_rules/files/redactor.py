"""The program that makes the redacted file of a document: run in a cage, knowing nothing of the portal.

It is started by `remaking.py` with one argument, a JSON object: the folder that holds the pictures of the
pages and one line of JSON for each page. It writes the PDF into the folder and says how many pages it has, or
what was wrong in one word.
"""

import errno
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from access_rules.files.redacting import Box, Leaf, burn, new_pdf, seen, whole, words_told
from access_rules.files.stamping import opened

NO_ROOM = 98
PAGES, MADE = "pages.jsonl", "new.pdf"


def main() -> None:
    """Makes the file, says what came of it."""
    order: dict[str, Any] = json.loads(sys.argv[1])
    said: dict[str, int | str]
    try:
        said = {"pages": make(Path(order["folder"]))}
    except (MemoryError, ValueError, TypeError, KeyError) as fault:
        said = {"fault": "too-large" if isinstance(fault, MemoryError) else "broken"}
    except OSError as fault:
        if fault.errno == errno.ENOSPC:
            sys.exit(NO_ROOM)
        said = {"fault": "too-large" if fault.errno == errno.EFBIG else "broken"}
    print(json.dumps(said))


def make(folder: Path) -> int:
    """The redacted file into the folder; how many pages it has. Raises ValueError for what is no page."""
    pages = 0

    def leaves() -> Iterator[Leaf]:
        nonlocal pages
        with (folder / PAGES).open(encoding="utf-8") as lines:
            for line in lines:
                pages += 1
                yield leaf_of(folder, json.loads(line))

    with (folder / MADE).open("wb") as out:
        new_pdf(leaves(), out)
    return pages


def leaf_of(folder: Path, page: dict[str, Any]) -> Leaf:
    """One page, with what is to be taken out of it gone."""
    picture = opened((folder / page["picture"]).read_bytes())
    boxes = [Box(*box) for box in page["boxes"]]
    words = seen(picture, page["words"])
    return Leaf(burn(picture, whole(boxes, words)), words_told(words, boxes))


if __name__ == "__main__":
    main()
