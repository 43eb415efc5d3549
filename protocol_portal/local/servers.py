"""Database and broker, up while somebody needs them: started once, shared by commands side by side."""

import contextlib
import fcntl
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import IO

from protocol_portal.local import children, postgres, valkey
from protocol_portal.local.place import Fault, Place

PATIENCE = 60.0
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
BUSY = "The portal is already running from this folder: stop it there first (Ctrl-C)."


class Stopped(BaseException):
    """Somebody asked us to end: Ctrl-C, or a SIGTERM."""


def obey_signals() -> None:
    """Turns SIGINT and SIGTERM into Stopped, also where the shell had us ignore Ctrl-C."""
    for each in ENDINGS:
        signal.signal(each, stopped)


def stopped(number: int, _frame: FrameType | None) -> None:
    """The handler: once is enough, so that a second press does not cut the ending short."""
    for each in ENDINGS:
        signal.signal(each, signal.SIG_IGN)
    raise Stopped(signal.Signals(number).name)


def addresses(place: Place) -> dict[str, str]:
    """Where the servers are: what the environment says, else our own."""
    if "DATABASE_URL" in os.environ and "DATABASE_OWNER_URL" not in os.environ:
        raise Fault("Set DATABASE_OWNER_URL beside DATABASE_URL: the role that owns the tables and migrates.")
    return {
        "DATABASE_URL": os.environ.get("DATABASE_URL", postgres.url(place, postgres.APPLICATION)),
        "DATABASE_OWNER_URL": os.environ.get("DATABASE_OWNER_URL", postgres.url(place, postgres.OWNER)),
        "REDIS_URL": os.environ.get("REDIS_URL", valkey.url(place)),
    }


def lock(path: Path, kind: int) -> IO[str] | None:
    """Takes a lock that ends with this process, however it ends; None when another process holds it."""
    file = path.open("a")
    try:
        fcntl.flock(file, kind)
    except BlockingIOError:
        file.close()
        return None
    return file


@contextlib.contextmanager
def sole(place: Place) -> Iterator[None]:
    """Nobody else runs from this folder meanwhile. Raises Fault when somebody does."""
    first = lock(place.folder / "supervisor.lock", fcntl.LOCK_EX | fcntl.LOCK_NB)
    if first is None:
        raise Fault(BUSY)
    with first:
        yield


@contextlib.contextmanager
def hold(place: Place, *, shared: bool, hasty: bool = False) -> Iterator[list[children.Child]]:
    """The servers, up. Gives the children that we started: none where another command of ours already did.

    With `shared`, a second command uses the first one's servers, and the first waits for it at the end;
    without, a second start is refused (Fault).
    """
    place.make()
    first = lock(place.folder / "supervisor.lock", fcntl.LOCK_EX | fcntl.LOCK_NB)
    if first is None and not shared:
        raise Fault(BUSY)
    user = lock(place.folder / "users.lock", fcntl.LOCK_SH)
    started: list[children.Child] = []
    try:
        if first:
            start(place, started, hasty=hasty)
        else:
            wait_for_the_first(place)
        yield started
    finally:
        if user:
            user.close()
        if first:
            if shared:
                wait_for_other_users(place)
            stop(started)
            first.close()


def wait_for_other_users(place: Place) -> None:
    """Returns when no other command uses our servers any more."""
    alone = lock(place.folder / "users.lock", fcntl.LOCK_EX)
    if alone:
        alone.close()


def start(place: Place, started: list[children.Child], *, hasty: bool) -> None:
    """Starts what the environment does not already name, after ending what a killed run left."""
    children.stop_leftovers(place)
    if "DATABASE_URL" not in os.environ:
        started.append(postgres.start(place, hasty=hasty))
    if "REDIS_URL" not in os.environ:
        started.append(valkey.start(place))


def wait_for_the_first(place: Place) -> None:
    """Waits until the servers that another command is starting answer."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        database = "DATABASE_URL" in os.environ or postgres.running(place)
        if database and ("REDIS_URL" in os.environ or valkey.running(place)):
            return
        time.sleep(0.1)
    raise Fault("Another command of the portal is starting or ending: wait a moment and try again.")


def stop(started: list[children.Child]) -> None:
    """Ends the children, the last one first: the web process before the database that it asks."""
    while started:
        started.pop().stop()
