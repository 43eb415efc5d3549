"""Reads a file into pages in a process of its own, under limits: a hostile file ends that process alone."""

import contextlib
import errno
import json
import math
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from access_rules.rules.unreadable import Fault

_HERE = Path(__file__).parent
PDF, PICTURE = "pdf", "picture"
PICTURES = frozenset({"image/jpeg", "image/png", "image/webp"})
WORD = frozenset(
    {
        "application/msword",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.oasis.opendocument.text",
    }
)
TAKEN = frozenset({"application/pdf"}) | PICTURES | WORD
# Words beside a page: the longest pages that we know hold a third of it.
MOST_TEXT, MOST_WORDS, LONGEST_LINE = 40_000, 10_000, 4_000_000
# A page of the largest size without any packing, and some to spare.
MOST_OF_A_PICTURE = 12_000_000
_NO_CAGE, _NO_ROOM = 97, 98


@dataclass(frozen=True)
class Limits:
    """How far one file may go. A council’s longest agenda packs have some 600 pages and take a minute."""

    memory: int = 1024 * 1024 * 1024
    seconds: int = 300
    wall: float = 420.0
    most_pages: int = 1000
    most_pixels: int = 60_000_000
    most_bytes: int = 400 * 1024 * 1024
    # The longest side of a page in pixels, and how many to the point: an A4 page at 144 to the inch.
    side: int = 1684
    scale: float = 2.0


LIMITS = Limits()


class Unreadable(Exception):
    """The file cannot be read; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        """Keeps the fault."""
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True)
class Sheet:
    """One page as it was read: its picture waits in a file until the cage is taken down."""

    picture: Path
    width: int
    height: int
    text: str
    covered: int
    words: list[list[str | float]] = field(default_factory=list)


@contextmanager
def sheets_of(source: IO[bytes], content_type: str, limits: Limits = LIMITS) -> Iterator[list[Sheet]]:
    """The pages of the file, for as long as the block lasts. Raises Unreadable."""
    with tempfile.TemporaryDirectory(prefix="portal-pages-") as name:
        folder = Path(name)
        file = folder / "file"
        with file.open("wb") as copy:
            shutil.copyfileobj(source, copy)
        if content_type in WORD:
            file = _as_pdf(file, folder, limits)
        kind = PICTURE if content_type in PICTURES else PDF
        yield list(_sheets(folder, _read(file, folder, kind, limits), limits))


def _read(file: Path, folder: Path, kind: str, limits: Limits) -> int:
    order = {
        "file": str(file),
        "folder": str(folder),
        "kind": kind,
        "most_text": MOST_TEXT,
        "most_words": MOST_WORDS,
        "most_pages": limits.most_pages,
        "most_pixels": limits.most_pixels,
        "most_bytes": limits.most_bytes,
        "side": limits.side,
        "scale": limits.scale,
    }
    program = [sys.executable, "-I", str(_HERE / "reader.py"), json.dumps(order)]
    said = run_in_cage(program, folder, limits)
    try:
        answer: dict[str, Any] = json.loads(said)
        if "fault" in answer:
            raise Unreadable(Fault(answer["fault"]))
        return int(answer["pages"])
    except (ValueError, TypeError, KeyError) as fault:
        raise Unreadable(Fault.BROKEN) from fault


def _as_pdf(file: Path, folder: Path, limits: Limits) -> Path:
    """A Word file as PDF by LibreOffice, where it is present and can be cut off from the network."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise Unreadable(Fault.NO_WORD)
    profile, made = folder / "profile", folder / "made"
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
        "--convert-to",
        "pdf",
        "--outdir",
        str(made),
        str(file),
    ]
    # LibreOffice reserves far more memory than it uses.
    run_in_cage(command, folder, limits, memory=8 * limits.memory, open_files=512, must_be_offline=True)
    found = next(iter(made.glob("*.pdf")), None)
    if found is None:
        raise Unreadable(Fault.BROKEN)
    return found


def run_in_cage(
    program: list[str],
    folder: Path,
    limits: Limits,
    *,
    memory: int = 0,
    open_files: int = 64,
    must_be_offline: bool = False,
) -> str:
    """What the program said. It knows none of our settings, and what it writes is bounded."""
    order = {
        "memory": memory or limits.memory,
        "seconds": limits.seconds,
        "most_bytes": limits.most_bytes,
        "open_files": open_files,
        "must_be_offline": must_be_offline,
    }
    command = [sys.executable, "-I", str(_HERE / "limited.py"), json.dumps(order), *program]
    said = folder / "said"
    with said.open("wb") as out:
        process = subprocess.Popen(  # noqa: S603  # no shell, and no word of the command comes from the file
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env={"HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8", "PATH": os.defpath},
            start_new_session=True,
        )
        try:
            code = process.wait(timeout=limits.wall)
        except subprocess.TimeoutExpired as fault:
            raise Unreadable(Fault.TOO_SLOW) from fault
        finally:
            _end(process)
    _judge(code)
    with said.open("rb") as back:
        return back.read(1000).decode("utf-8", "replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Nothing of it lives on, nor of what it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _judge(code: int) -> None:
    """Raises Unreadable unless it ended well, OSError where the disk was full.

    The kernel ends with SIGXCPU or SIGKILL what had its time.
    """
    if code == _NO_ROOM:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    if code == _NO_CAGE:
        raise Unreadable(Fault.NO_WORD)
    if code in {-signal.SIGXCPU, -signal.SIGKILL}:
        raise Unreadable(Fault.TOO_SLOW)
    if code == -signal.SIGXFSZ:
        raise Unreadable(Fault.TOO_LARGE)
    if code != 0:
        raise Unreadable(Fault.BROKEN)


def _sheets(folder: Path, count: int, limits: Limits) -> Iterator[Sheet]:
    """What the program wrote, believed in nothing: whoever broke into it could have written anything."""
    number = 0
    if count > limits.most_pages:
        raise Unreadable(Fault.TOO_LONG)
    with (folder / "pages.jsonl").open(encoding="utf-8", errors="replace") as lines:
        while number <= count and (line := lines.readline(LONGEST_LINE)):
            number += 1
            picture = folder / f"{number}.png"
            try:
                yield _sheet(picture, json.loads(line))
            except (ValueError, TypeError, KeyError) as fault:
                raise Unreadable(Fault.BROKEN) from fault
    if number != count or number == 0:
        raise Unreadable(Fault.BROKEN)


def _sheet(picture: Path, page: dict[str, Any]) -> Sheet:
    words: list[list[str | float]] = [
        [_kept(str(word)), *map(_fraction, box)] for word, *box in page["words"]
    ]
    if picture.is_symlink() or not picture.is_file() or any(len(word) != 5 for word in words):
        raise ValueError(picture.name)
    if picture.stat().st_size > MOST_OF_A_PICTURE:
        raise Unreadable(Fault.TOO_LARGE)
    return Sheet(
        picture=picture,
        width=int(page["width"]),
        height=int(page["height"]),
        text=_kept(str(page["text"]))[:MOST_TEXT],
        covered=int(page["covered"]),
        words=words[:MOST_WORDS],
    )


def _fraction(edge: float) -> float:
    """Between 0 and 1; raises ValueError for what is no number."""
    if not math.isfinite(edge):
        raise ValueError(str(edge))
    return min(max(float(edge), 0.0), 1.0)


def _kept(text: str) -> str:
    """Without what the database cannot keep: NUL, and halves of characters."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")
