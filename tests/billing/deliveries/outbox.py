"""A delivery queued and worked on, and the server it goes to."""

from __future__ import annotations

import datetime as dt

from billing.services import deliveries

LATER = dt.datetime(2026, 11, 3, 15, 0, tzinfo=dt.UTC)
OCTOBER = dt.date(2026, 10, 1)
MUCH = dt.timedelta(days=3)


class Server:
    def __init__(self, folder, process):
        self.folder, self.process = folder, process
        self.port, self.kind, self.key = process.stdout.readline().split()

    @property
    def host_key(self):
        return f"{self.kind} {self.key}"

    def names(self):
        return sorted(path.name for path in self.folder.iterdir())

    def renames(self):
        log = self.folder.parent / "renamed"
        return log.read_text().split() if log.exists() else []


def queued(dana, *made):
    rows = deliveries.queue(made, by=dana, now=LATER)
    return rows[0] if len(rows) == 1 else rows


def worked(row, *, now=LATER):
    deliveries.work(row.pk, now=now)
    row.refresh_from_db()
    return row
