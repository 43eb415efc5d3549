"""`print_rules`: writes docs/rules.md from the rule book, or checks that it is current."""

from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from protocol_portal.printed_rules import printed_rules


class Command(BaseCommand):
    """Writes the page; with --check, writes nothing and exits 1 where the page is not current."""

    help = "Writes docs/rules.md from the rule book; --check only says whether it is current."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Write or check."""
        parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if not current")

    def handle(self, *, check: bool, **options: object) -> None:
        """Writes or compares."""
        page = settings.BASE_DIR / "docs" / "rules.md"
        printed = printed_rules()
        if not check:
            page.write_text(printed, encoding="utf-8")
        elif not page.exists() or page.read_text(encoding="utf-8") != printed:
            raise CommandError("docs/rules.md is not current: run manage.py print_rules.")
