"""Valkey (the Redis protocol) on our own data folder, through a socket only."""

import time
from pathlib import Path

import redis

from protocol_portal.local import binaries, children
from protocol_portal.local.place import Fault, Place

PATIENCE = 30.0
# Logical databases; each process of a test run takes one for itself.
DATABASES = 256


def socket(place: Place) -> Path:
    """Where the server listens."""
    return place.sockets / "valkey.sock"


def url(place: Place) -> str:
    """The address of our own broker and cache."""
    return f"unix://{socket(place)}"


def running(place: Place) -> bool:
    """True when our own server answers."""
    client = redis.Redis.from_url(url(place))
    try:
        return bool(client.ping())
    except redis.RedisError:
        return False
    finally:
        client.close()


def start(place: Place) -> children.Child:
    """Starts the server; returns when it answers. Raises Fault."""
    log = place.log("valkey")
    options = {
        "port": "0",
        "unixsocket": str(socket(place)),
        "unixsocketperm": "700",
        "dir": str(place.valkey_data),
        "databases": str(DATABASES),
        "save": "60 1",
        "appendonly": "yes",
        "daemonize": "no",
    }
    command: list[str | Path] = [binaries.valkey_server()]
    for name, value in options.items():
        command += [f"--{name}", value]
    child = children.start("valkey", command, log=log, place=place)
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and not child.ended():
        if running(place):
            return child
        time.sleep(0.02)
    child.stop()
    raise Fault(f"Valkey does not start: {log} says why.")
