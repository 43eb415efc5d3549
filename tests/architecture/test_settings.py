"""Settings are read once; no app reads the environment by itself."""

from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent.parent


def test_nothing_but_the_settings_reads_the_environment() -> None:
    apps = ("rulebook", "council", "casework", "access_rules", "enquiries", "complaints", "briefings")
    wrong = [
        str(path.relative_to(CHECKOUT))
        for app in apps
        for path in (CHECKOUT / app).rglob("*.py")
        if "os.environ" in path.read_text(encoding="utf-8")
    ]
    assert wrong == []
