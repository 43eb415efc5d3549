"""Processes that end with us: started with a parent-death signal, recorded, and found again after a kill."""

import contextlib
import ctypes
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from protocol_portal.local.place import Place

PR_SET_PDEATHSIG = 1
PATIENCE = 15.0
RECORD = re.compile(r"(?P<pid>\d+) (?P<ending>\d+) (?P<identity>\S+)\n")


@dataclass
class Child:
    """One process that we started, and the signal that ends it well."""

    name: str
    process: "subprocess.Popen[bytes]"
    ending: signal.Signals
    record: Path | None

    def ended(self) -> bool:
        """True when the process is no more."""
        return self.process.poll() is not None

    def stop(self, patience: float = PATIENCE) -> None:
        """Asks, waits, and in the end insists, with everything that the process started."""
        if not self.ended():
            self.process.send_signal(self.ending)
            try:
                self.process.wait(patience)
            except subprocess.TimeoutExpired:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
        if self.record:
            self.record.unlink(missing_ok=True)


def start(
    name: str,
    command: Sequence[str | Path],
    *,
    log: Path,
    ending: signal.Signals = signal.SIGTERM,
    environment: Mapping[str, str] | None = None,
    place: Place | None = None,
    **options: Any,
) -> Child:
    """Starts a process in a group of its own that ends when we do. Call it from the main thread only:

    the kernel sends the parent-death signal when the parent *thread* ends.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as out:
        process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(environment or {})},
            process_group=0,
            preexec_fn=ends_with_parent(ending, os.getpid()),
            **options,
        )
    record = place.folder / "run" / name if place else None
    if record:
        record.write_text(f"{process.pid} {ending.value} {identity(process.pid)}\n")
    return Child(name, process, ending, record)


def ends_with_parent(ending: signal.Signals, parent: int) -> Callable[[], None]:
    """What a new process does before it becomes the program: ends with its parent, and obeys Ctrl-C again."""
    linux = ctypes.CDLL(None) if sys.platform == "linux" else None

    def prepare() -> None:
        # A shell starts background jobs with SIGINT ignored, and programs inherit that.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        if linux:
            linux.prctl(PR_SET_PDEATHSIG, int(ending))
            if os.getppid() != parent:
                os._exit(1)

    return prepare


def identity(pid: int) -> str | None:
    """What tells this process from a later one with the same number; None when it has ended."""
    if sys.platform == "linux":
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            return None
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        return None if fields[0] in {"Z", "X"} else f"{fields[19]}@{boot}"
    answer = subprocess.run(
        ["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return answer.stdout.strip().replace(" ", "_") or None


def stop_leftovers(place: Place, patience: float = PATIENCE) -> list[str]:
    """Ends what a killed run left behind; returns the names. Any other record is only dropped."""
    found = []
    for record in sorted((place.folder / "run").glob("*")):
        match = RECORD.fullmatch(record.read_text())
        if match and identity(int(match["pid"])) == match["identity"]:
            found.append(record.name)
            end_leftover(int(match["pid"]), int(match["ending"]), patience)
        record.unlink(missing_ok=True)
    return found


def end_leftover(pid: int, ending: int, patience: float) -> None:
    """Asks a process that is not our child to end, and insists after a while."""
    known = identity(pid)
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, ending)
    until = time.monotonic() + patience
    while identity(pid) == known and time.monotonic() < until:
        time.sleep(0.05)
    if identity(pid) == known:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
