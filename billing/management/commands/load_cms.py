"""A newer quarter of CMS' lists, from a file of the form of `billing/data/README.md`."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from billing.selectors import code_releases
from billing.services import cms_file, code_release
from billing.services.code_release import Change, Loaded
from registry import calendar
from registry.errors import Refused
from registry.services import people


class Command(BaseCommand):
    help = "Load a quarter of CMS' pair edits and unit caps; a second time changes nothing."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, nargs="?")
        parser.add_argument(
            "--list", action="store_true", help="load nothing; say which quarters are loaded"
        )

    def handle(self, *, file: Path | None, list: bool, **_: Any) -> None:
        now = timezone.now()
        if file is None and not list:
            raise CommandError("Name the FILE to load, or ask for --list of what is loaded.")
        if file is not None and list:
            raise CommandError("Either load a FILE or ask for the --list, not both.")
        if file is None:
            self._list()
        else:
            self._load(file, now)
        self.stdout.write(in_force(calendar.local_date(now, "UTC")))

    def _list(self) -> None:
        for release in code_releases.cms():
            self.stdout.write(
                f"{release}, from {release.active_from} on: {release.file_name}, loaded "
                f"{release.loaded_at:%Y-%m-%d %H:%M} UTC by {release.loaded_by.full_name}"
            )

    def _load(self, file: Path, now: dt.datetime) -> None:
        try:
            loaded = code_release.load(
                _content(file), file_name=file.name, by=people.system(), now=now
            )
        except Refused as refused:
            raise CommandError(f"Nothing was loaded. {refused}") from None
        self._report(loaded)

    def _report(self, loaded: Loaded) -> None:
        if not loaded.is_new:
            self.stdout.write(f"{loaded.release}: this file is loaded already; nothing changed.")
            return
        self.stdout.write(f"{loaded.release} is loaded, from {loaded.release.active_from} on.")
        self.stdout.write(f"  pair edits: {_said(loaded.pairs)}")
        self.stdout.write(f"  unit caps: {_said(loaded.caps)}")
        self.stdout.write(
            f"  relative values: {loaded.values} checked, none kept: charges come from the fees"
        )
        self.stdout.write(
            "Drafts follow with their next true-up; approved claims stay, and show what changed."
        )


def _content(file: Path) -> bytes:
    """The file, or as much of it as shows that it is too large."""
    try:
        with file.open("rb") as opened:
            return opened.read(cms_file.MOST_BYTES + 1)
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from None


def _said(change: Change) -> str:
    return f"{change.added} added, {change.ended} ended, {change.kept} kept"


def in_force(today: dt.date) -> str:
    release = code_releases.in_force(today)
    if release is None:
        return f"In force on {today}: no quarter of CMS."
    behind = code_releases.quarters_behind(release, today)
    old = f"; {_quarters(behind)} begun since: load a newer one" if behind else ""
    return f"In force: {release}, since {release.active_from}{old}."


def _quarters(number: int) -> str:
    return "one quarter has" if number == 1 else f"{number} quarters have"
