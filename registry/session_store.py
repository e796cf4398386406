"""Sessions in the database, as Django keeps them, read by kept SQL: every request begins so."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends import db
from django.utils import timezone

from registry import kept_sql

_LIVE = """
    SELECT session_data FROM django_session
    WHERE session_key = %(key)s AND expire_date > %(now)s
"""


class SessionStore(db.SessionStore):
    def load(self) -> dict[str, Any]:
        found = kept_sql.fetch(_LIVE, {"key": self.session_key, "now": timezone.now()})
        if not found:
            self._session_key = None
            return {}
        return self.decode(found[0][0])
