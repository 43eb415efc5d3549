"""Where a portal on this machine keeps its data, its sockets and its logs."""

import hashlib
import os
import pwd
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parent.parent.parent
# PostgreSQL refuses to run as root; its data then lives here, where an ordinary account can reach it.
OUTSIDE = Path("/var/lib/protocol-portal")
ORDINARY_ACCOUNT = "nobody"
# The kernel allows 107 bytes for the address of a socket; «/.s.PGSQL.5432» takes fourteen of them.
LONGEST_SOCKET_FOLDER = 80


class Fault(Exception):
    """What stops the start, as one sentence that says what to do."""


@dataclass(frozen=True)
class Place:
    """One set of data: the portal's own, the tests', or a trial's. All in it is named after its folder."""

    folder: Path

    @property
    def key(self) -> str:
        """Short and different for each folder and each person who runs it."""
        return hashlib.sha256(f"{self.folder}:{os.geteuid()}".encode()).hexdigest()[:10]

    @property
    def sockets(self) -> Path:
        """The folder of both servers' sockets; only we and the database's account may enter it."""
        base = Path(tempfile.gettempdir())
        if len(str(base)) > LONGEST_SOCKET_FOLDER - len(self.key) - len("/portal-"):
            base = Path("/tmp")  # noqa: S108  (the folder is made with mode 700 and its owner is checked)
        return base / f"portal-{self.key}"

    @property
    def postgres_data(self) -> Path:
        """The database's files: in the folder, or outside the checkout where we are root."""
        return OUTSIDE / self.key / "postgres" if is_root() else self.folder / "postgres"

    @property
    def valkey_data(self) -> Path:
        """The broker's files."""
        return self.folder / "valkey"

    def log(self, name: str) -> Path:
        """Where a process writes what it has to say."""
        return self.folder / "log" / f"{name}.log"

    def make(self) -> None:
        """Makes the folders. Raises Fault where the folder of the sockets belongs to somebody else."""
        for folder in (self.folder, self.valkey_data, self.folder / "log", self.folder / "run"):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if is_root():
            for folder in (OUTSIDE, self.postgres_data.parent):
                folder.mkdir(exist_ok=True)
                # Whatever our umask is: the database's account must get through.
                folder.chmod(0o755)
        self.sockets.mkdir(mode=0o700, exist_ok=True)
        if self.sockets.is_symlink() or self.sockets.stat().st_uid not in {os.geteuid(), database_uid()}:
            raise Fault(f"{self.sockets} belongs to somebody else: remove it and start again.")
        if not self.postgres_data.exists():
            self.postgres_data.mkdir(mode=0o700)
        if is_root():
            for folder in (self.postgres_data, self.sockets):
                os.chown(folder, database_uid(), pwd.getpwnam(ORDINARY_ACCOUNT).pw_gid)

    def has_data(self) -> bool:
        """True once a database has been made here."""
        return (self.postgres_data / "PG_VERSION").exists()

    def remove(self) -> None:
        """Removes the data, wherever it lies."""
        for folder in (self.postgres_data, self.folder, self.sockets):
            if folder.exists():
                shutil.rmtree(folder)
        if is_root() and self.postgres_data.parent.exists():
            self.postgres_data.parent.rmdir()


def own_place() -> Place:
    """The portal's own data: `.portal` in the checkout, or the folder that PORTAL_DATA names."""
    return Place(Path(os.environ.get("PORTAL_DATA", CHECKOUT / ".portal")).resolve())


def test_place() -> Place:
    """The tests' data, beside the portal's own and never the same."""
    return Place(Path(os.environ.get("PORTAL_TEST_DATA", CHECKOUT / ".portal-test")).resolve())


def is_root() -> bool:
    """True for the account that PostgreSQL refuses to run under."""
    return os.geteuid() == 0


def database_uid() -> int:
    """The account that the database runs under: our own, or an ordinary one where we are root."""
    if not is_root():
        return os.geteuid()
    try:
        return pwd.getpwnam(ORDINARY_ACCOUNT).pw_uid
    except KeyError:
        raise Fault(f"Add an account «{ORDINARY_ACCOUNT}»: PostgreSQL does not run as root.") from None


def as_ordinary_account() -> dict[str, Any]:
    """Arguments for `subprocess` that leave root behind; empty where we are not root."""
    if not is_root():
        return {}
    account = pwd.getpwuid(database_uid())
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": [], "cwd": "/"}
