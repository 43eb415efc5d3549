"""Every variable that is read is explained in .env.example, and every one explained is read."""

import re
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent
READS = re.compile(r"""environment\.(?:text|flag|number|words|database)\(\s*"([A-Z_]+)\"""")
SCRIPTS_READ = {"PORT", "CHROMIUM", "DATABASE_OWNER_URL", "DATABASE_ROLE"}


def test_the_example_and_the_settings_name_the_same_variables() -> None:
    read = set()
    for path in (CHECKOUT / "protocol_portal").glob("*.py"):
        read |= set(READS.findall(path.read_text(encoding="utf-8")))
    explained = set(re.findall(r"^#?\s?([A-Z_]+)=", (CHECKOUT / ".env.example").read_text(), re.MULTILINE))
    assert read - explained - SCRIPTS_READ == set()
    assert explained - read - SCRIPTS_READ == set()


def test_nothing_but_the_settings_reads_the_environment() -> None:
    apps = ("rulebook", "council", "casework", "access_rules", "enquiries", "complaints", "briefings")
    wrong = [
        str(path.relative_to(CHECKOUT))
        for app in apps
        for path in (CHECKOUT / app).rglob("*.py")
        if "os.environ" in path.read_text(encoding="utf-8")
    ]
    assert wrong == []
