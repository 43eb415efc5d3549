"""What the import linter cannot see, ruff does: each rule is broken on purpose on standard input."""

import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent.parent

ACTION = "enquiries/actions/shout.py"
BROKEN = {
    "mail sent from an action": (
        "enquiries/actions/shout.py",
        "from django.core.mail import send_mail",
        "TID251",
    ),
    "a model signal": (
        "enquiries/actions/shout.py",
        "from django.db.models.signals import post_save",
        "TID251",
    ),
    "guardian's own helpers": (
        "enquiries/policies.py",
        "from guardian.shortcuts import assign_perm",
        "TID251",
    ),
    "an import inside a function": (
        "enquiries/queries.py",
        'def f() -> None:\n    """Nothing."""\n    import json\n    json.dumps(1)',
        "PLC0415",
    ),
    "code in a comment": ("enquiries/queries.py", "# enquiry = Enquiry.objects.get(pk=1)", "ERA001"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_rule_is_told(what: str) -> None:
    path, code, rule = BROKEN[what]
    ruff = [str(Path(sys.executable).parent / "ruff"), "check", "--no-cache", "--stdin-filename", path, "-"]
    source = f'"""Breaks a rule."""\n\n{code}\n'
    ran = subprocess.run(ruff, cwd=CHECKOUT, input=source, capture_output=True, text=True, check=False)
    assert rule in ran.stdout, ran.stdout
