"""The scenario commands: what they print, how they end, what they refuse, and that no server is needed."""

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import call_command

from casework.models import ClosureDay, LocalTerm
from protocol_portal.scenarios import differences

ROOT = Path(__file__).parents[2]
TABLES = sorted((ROOT / "rulebook" / "scenarios").glob("*.jsonl"))
LINES = sum(len(table.read_text(encoding="utf-8").splitlines()) for table in TABLES)
ALL_PASSED = f"{LINES} passed, 0 failed\n"
ASKED = {"kind": "member-enquiry", "received": "2026-11-20"}


def line(**changed: object) -> str:
    whole = {
        "id": "one",
        "protocol": "waltham-forest",
        "question": "reply-deadline",
        "facts": ASKED,
        "expect": {},
    }
    return json.dumps(whole | changed)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = 0
    try:
        call_command(*words)
    except SystemExit as end:
        code = int(end.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


def written(folder: Path, *lines: str | bytes) -> str:
    path = folder / "lines.jsonl"
    path.write_bytes(b"\n".join(one if isinstance(one, bytes) else one.encode() for one in lines))
    return str(path)


def test_every_scenario_of_the_tables_is_answered_as_expected(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "protocol_check", *map(str, TABLES))
    assert (code, err) == (0, "")
    assert out == ALL_PASSED


def test_a_difference_names_line_key_values_and_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, line(expect={"due": "2026-12-01", "days": 10, "gap": 0}))
    code, out, err = run(capsys, "protocol_check", file)
    assert (code, err) == (1, "")
    assert 'one: due: expected "2026-12-01", got "2026-11-30", by protocol-reply, WF-6.9' in out
    assert "one: gap: expected 0, got false" in out
    assert out.endswith("0 passed, 1 failed\n")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("not json", "not JSON"),
        (b'{"id": "\xff"}', "not UTF-8"),
        ("[]", "not a JSON object"),
        ('{"id": "a", "id": "b"}', "«id» stands twice"),
        ('{"id": NaN}', "NaN"),
        ('{"id": "\\ud800"}', "surrogate"),
        ("[" * 100_000, "nested too deeply"),
        ('{"id": ' + "9" * 5000 + "}", "4300"),
        (line(id=None), "no «id»"),
        (line(id=" "), "no «id»"),
        (line(question="divination"), "no question «divination»"),
        (line(question=["access"]), "no question"),
        (line(question="briefing-request", facts={"form": "lunch"}), "«form» is one of briefing"),
        (line(question="access", facts={"person": {"kind": "king"}}), "«kind» is one of public"),
        (line(question="enquiry-triage", facts={"asked_by": "king"}), "«asked_by» is one of member"),
        (line(protocol="atlantis"), "no protocol «atlantis»"),
        (line(protocol=None), "names no protocol"),
        (line(protocol=7), "no protocol «7»"),
        (line(facts=[]), "«facts» is not a JSON object"),
        (line(facts={"kind": "x"}), "«kind» is one of"),
        (line(facts={"colour": "x"}), "no fact «colour»"),
        (line(facts=ASKED | {"received": "9999-12-31"}), "leaves the calendar"),
        (line(expect=[]), "«expect» is not a JSON object"),
        (line(expect=None), "no «expect»"),
        (line(id="good"), "«good» stands on line 1 already"),
    ],
)
def test_a_faulty_line_is_told_with_file_and_number_and_the_others_are_answered(
    fault: str | bytes, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, line(id="good"), "", fault, line(id="last"))
    code, out, err = run(capsys, "protocol_check", file)
    assert code == 2
    assert err.startswith(f"{file}:3: ")
    assert told in err
    assert out == "2 passed, 0 failed\n"


def test_a_fault_outweighs_a_difference(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, line(expect={"due": None}), "x")
    assert run(capsys, "protocol_check", file)[0] == 2


def test_a_file_that_is_not_there_keeps_no_other_from_being_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "protocol_check", str(tmp_path / "none"), written(tmp_path, line()))
    assert (code, out) == (2, "1 passed, 0 failed\n")
    assert "none: No such file" in err
    code, out, err = run(capsys, "protocol_answer", str(tmp_path))
    assert (code, out) == (2, "")
    assert "directory" in err


def test_answers_are_json_lines_with_every_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "protocol_answer", written(tmp_path, line(), line(id="two", expect=None)))
    assert (code, err) == (0, "")
    first, second = (json.loads(one) for one in out.splitlines())
    assert (first["id"], second["id"]) == ("one", "two")
    keys = {"due", "days", "calendar", "set_by", "cite", "reason", "gap", "hangs_on"}
    assert set(first["answer"]) == keys
    assert first["answer"]["due"] == "2026-11-30"


def test_a_named_protocol_fills_in_only_where_a_line_names_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nameless = json.dumps({"id": "two", "question": "reply-deadline", "facts": ASKED})
    file = written(tmp_path, line(), nameless)
    _, out, _ = run(capsys, "protocol_answer", file, "--protocol", "parish", "--trace")
    first, second = (json.loads(one)["answer"] for one in out.splitlines())
    assert (first["set_by"], second["set_by"]) == ("protocol", "local-setting")
    assert {"rule", "matched", "why"} == set(second["trace"][0])
    code, out, err = run(capsys, "protocol_answer", file, "--protocol", "atlantis")
    assert (code, out) == (2, "")
    assert "atlantis" in err


def test_a_dash_is_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"\xef\xbb\xbf" + line().encode())))
    assert run(capsys, "protocol_check", "-")[:2] == (0, "1 passed, 0 failed\n")


@pytest.mark.parametrize(
    ("expect", "got", "keys"),
    [
        ({"missing": ["b", "a"]}, {"missing": ["a", "b"]}, []),
        ({"missing": ["a"]}, {"missing": ["a", "b"]}, ["missing"]),
        ({"cite": ["WF-6"]}, {"cite": ["WF-6.9", "WF-1.2"]}, []),
        ({"cite": ["WF-6"]}, {"cite": ["WF-60"]}, ["cite"]),
        ({"cite": [6]}, {"cite": ["WF-6"]}, ["cite"]),
        ({"days": 10.0}, {"days": 10}, []),
        ({"days": "10"}, {"days": 10}, ["days"]),
        ({"gap": True}, {"gap": 1}, ["gap"]),
        ({"due": None}, {}, ["due"]),
        ({"to": [{"a": 1}]}, {"to": [{"a": 1}]}, []),
    ],
)
def test_lists_are_sets_citations_are_contained_and_the_rest_is_equal(
    expect: dict[str, object], got: dict[str, object], keys: list[str]
) -> None:
    assert [one.key for one in differences(expect, got)] == keys


def test_the_commands_run_in_a_checkout_where_nothing_is_set() -> None:
    bare = {"PATH": os.environ["PATH"]}
    command = [sys.executable, "manage.py", "protocol_check", *map(str, TABLES)]
    done = subprocess.run(
        command, cwd=ROOT, env=bare, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, ALL_PASSED, "")


@pytest.mark.django_db
def test_local_answers_go_by_this_council_s_dated_terms(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], settings: SimpleNamespace
) -> None:
    settings.PROTOCOL = "haringey"
    LocalTerm.objects.create(
        duty="reply", value=5, unit="working days", paragraph="minute 12", from_on=date(2026, 11, 20)
    )
    ClosureDay.objects.create(on=date(2026, 11, 23), name="Office move")
    file = written(
        tmp_path,
        line(protocol="haringey", expect={"due": "2026-11-30", "set_by": "local-setting"}),
        line(
            id="before", protocol="haringey", facts=ASKED | {"received": "2026-11-19"}, expect={"due": None}
        ),
        line(id="another council's", protocol="parish", expect={"due": None}),
        line(id="statute", protocol="haringey", facts=ASKED | {"kind": "foi"}, expect={"due": "2026-12-21"}),
    )
    assert run(capsys, "protocol_check", file, "--local")[:2] == (0, "4 passed, 0 failed\n")


def test_what_a_reason_must_mention_is_looked_for_whatever_its_case() -> None:
    got = {"reason": "Open for Six years after the meeting.", "decision": "grant_copy"}
    assert differences({"must_mention": ["six YEARS", "meeting"]}, got) == []
    (difference,) = differences({"must_mention": ["six years", "a fee"]}, got)
    assert (difference.key, difference.expected) == ("must_mention", ["six years", "a fee"])
    assert difference.got == got["reason"]
    (missing,) = differences({"must_mention": ["six years"]}, {"decision": "refuse"})
    assert missing.got == "no such key"
