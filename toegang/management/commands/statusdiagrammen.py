"""`manage.py statusdiagrammen [--check]`: the state diagrams of docs/toestanden, made from the tables."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from toegang.toestanden import bladen

MAP = Path(settings.BASE_DIR) / "docs" / "toestanden"


class Command(BaseCommand):
    help = "Write docs/toestanden from the tables in every statussen.py; --check only compares."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="fail when a page is stale, write nothing")
        parser.add_argument("--map", type=Path, default=MAP, help="the folder of the pages")

    def handle(self, *args, check: bool, map: Path, **options):
        nieuw = bladen()
        oud = {pad.name: pad.read_text(encoding="utf-8") for pad in map.glob("*.md")} if map.is_dir() else {}
        verschil = sorted(n for n in nieuw.keys() | oud.keys() if nieuw.get(n) != oud.get(n))
        if check:
            if verschil:
                raise CommandError(
                    f"Stale: {', '.join(verschil)}. Run `manage.py statusdiagrammen` and commit."
                )
            self.stdout.write(f"{len(nieuw)} pages are up to date")
            return
        map.mkdir(parents=True, exist_ok=True)
        for naam in verschil:
            if naam in nieuw:
                (map / naam).write_text(nieuw[naam], encoding="utf-8")
            else:
                (map / naam).unlink()
        self.stdout.write(f"{len(nieuw)} pages, {len(verschil)} changed")
