"""A database that was begun by the whole schema goes on by the migrations that came since."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


@pytest.mark.parametrize("further", [1, 2, 5])
@pytest.mark.parametrize("app", ["registry", "billing"])
def test_further_migrations_of_one_app_alone_are_applied_to_it(monkeypatch, app, further):
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    singles = sorted(name for each, name in known if each == app and name != "0001_whole")
    missing = {(app, name) for name in singles[-further:]}
    applied = {key: None for key in known if key not in missing}
    monkeypatch.setattr(MigrationRecorder, "applied_migrations", lambda _: dict(applied))
    loader = MigrationLoader(connection)
    loader.check_consistent_history(connection)
    plan = loader.graph.forwards_plan((app, singles[-1]))
    assert missing <= set(plan)
