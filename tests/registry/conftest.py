from __future__ import annotations

import pytest

from registry.services import log_audit
from tests.registry.auditing import MONDAY


@pytest.fixture
def audit(elm_street, sue, now):
    def run(week=MONDAY, at=now):
        return log_audit.run(elm_street, week, by=sue, now=at)

    return run


@pytest.fixture
def kinds(audit):
    """The kinds that an audit finds about entries, each with its entry."""

    def of(**options):
        rows = audit(**options).findings.filter(time_entry__isnull=False)
        return sorted(rows.values_list("kind", "time_entry_id"))

    return of
