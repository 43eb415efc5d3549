"""Starts another program under limits of memory, time, files and size, without network where that can be had.

Its first argument is a JSON object with the limits, the rest is the program. It is a program of its own
because limits are set by the process that they are for.
"""

import ctypes
import json
import os
import resource
import signal
import sys

# Of the kernel's own list: end when whoever started it ends; spaces of its own.
END_WITH_PARENT = 1
NEW_USERS, NEW_NETWORK = 0x10000000, 0x40000000
# What it ends with where the program needs to be without network and cannot be.
NO_CAGE = 97


def main() -> None:
    """Sets the limits, then becomes the program."""
    order: dict[str, int] = json.loads(sys.argv[1])
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(END_WITH_PARENT, signal.SIGKILL)
    if not _offline(libc) and order["must_be_offline"]:
        sys.exit(NO_CAGE)
    limits = {
        resource.RLIMIT_AS: order["memory"],
        resource.RLIMIT_CPU: order["seconds"],
        resource.RLIMIT_FSIZE: order["most_bytes"],
        resource.RLIMIT_NOFILE: order["open_files"],
        resource.RLIMIT_CORE: 0,
    }
    for what, most in limits.items():
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))
    os.execv(sys.argv[2], sys.argv[2:])  # noqa: S606  # the program is the portal's own choice


def _offline(libc: ctypes.CDLL) -> bool:
    """Leaves the network; whether the kernel let it."""
    return bool(libc.unshare(NEW_NETWORK) == 0 or libc.unshare(NEW_USERS | NEW_NETWORK) == 0)


if __name__ == "__main__":
    main()
