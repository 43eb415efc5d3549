"""The command behind script/server, script/manage, script/test, script/check and script/bench."""

import argparse
import sys
from collections.abc import Sequence

from protocol_portal.local import bench, checks, children, servers, settled, supervisor
from protocol_portal.local.place import Fault, Place, own_place, test_place

# Tests sign nothing that anybody keeps.
TEST_SECRET = "a-key-for-tests-alone-that-signs-nothing-anybody-keeps"  # noqa: S105


# What is given to these goes on to what they run.
HAND_ON = ("manage", "test", "bench")


def main(arguments: Sequence[str]) -> int:
    """Runs one of the commands; a Fault is printed as its sentence, with exit code 1."""
    parser = argparse.ArgumentParser(prog="script/server", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True)
    server = commands.add_parser("server", prog="script/server", allow_abbrev=False)
    server.add_argument(
        "--protocol", metavar="KEY", help="the text that the council works under, for example mwda"
    )
    server.add_argument("--reset", action="store_true", help="start afresh: removes the data, after asking")
    server.add_argument("--yes", action="store_true", help="do not ask before --reset")
    commands.add_parser("check", help="every check, then figures")
    commands.add_parser("servers", help="database and broker alone, until Ctrl-C")
    for name in HAND_ON:
        commands.add_parser(name, add_help=False, prefix_chars="\0")
    asked, rest = parser.parse_known_args(
        arguments[:1] if arguments and arguments[0] in HAND_ON else arguments
    )
    if rest:
        commands.choices[asked.command].error(f"there is no option {' '.join(rest)}")
    try:
        return carry_out(asked, list(arguments[1:]))
    except Fault as fault:
        print(fault, file=sys.stderr)
        return 1
    except OSError as fault:
        if not fault.filename:
            raise
        why = fault.strerror or type(fault).__name__
        print(f"{fault.filename} cannot be used ({why}): PORTAL_DATA names another folder.", file=sys.stderr)
        return 1
    except servers.Stopped:
        return supervisor.INTERRUPTED


def carry_out(asked: argparse.Namespace, rest: list[str]) -> int:
    """The one command that was asked for."""
    if asked.command == "manage":
        return manage(own_place(), rest)
    if asked.command == "bench":
        return bench.bench(rest)
    if asked.command == "test":
        return test(test_place(), rest)
    if asked.command == "check":
        return check(test_place())
    if asked.command == "servers":
        return only_servers(own_place())
    place = own_place()
    if asked.protocol:
        # Before anything is removed for the sake of a text that there is not.
        settled.known(asked.protocol)
    if asked.reset:
        reset(place, sure=asked.yes)
    return supervisor.serve(place, asked=asked.protocol)


def reset(place: Place, *, sure: bool) -> None:
    """Removes the data of a place after asking. Raises Fault when nobody can be asked or says yes."""
    if not sure and not sys.stdin.isatty():
        raise Fault("--reset removes all data: add --yes to do it without being asked.")
    if not sure and input(f"Remove all data in {place.folder}? Type yes: ").strip().lower() != "yes":
        raise Fault("Nothing was removed.")
    place.make()
    with servers.sole(place):
        children.stop_leftovers(place)
        place.remove()


def only_servers(place: Place) -> int:
    """Database and broker, and nothing else, until somebody ends them."""
    servers.obey_signals()
    with servers.hold(place, shared=False) as started:
        for name, address in servers.addresses(place).items():
            supervisor.say(f"export {name}='{address}'")
        return supervisor.watch(place, started)


def manage(place: Place, arguments: list[str]) -> int:
    """A command of manage.py, with the servers up."""
    servers.obey_signals()
    with servers.hold(place, shared=True):
        key = settled.protocol(place, None)
        environment = settled.environment(place, protocol_key=key, port=supervisor.port())
        return supervisor.run(environment, [sys.executable, "manage.py", *arguments])


def test(place: Place, arguments: list[str]) -> int:
    """The tests on two processes, on servers of their own."""
    servers.obey_signals()
    with servers.hold(place, shared=True, hasty=True):
        command = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "worksteal", *arguments]
        return supervisor.run(test_environment(place), command)


def check(place: Place) -> int:
    """Every check, on the tests' servers."""
    servers.obey_signals()
    with servers.hold(place, shared=True, hasty=True):
        return checks.run(test_environment(place))


def test_environment(place: Place) -> dict[str, str]:
    """What the settings need to be read by a test or a check."""
    return {**servers.addresses(place), "SECRET_KEY": TEST_SECRET, "DEBUG": "0", "DEMONSTRATION": "0"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
