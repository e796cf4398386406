"""Django's PostgreSQL, which looks whether a kept connection still stands without asking it.

Django asks `SELECT 1` at each request's first statement.  A server that has gone has hung up, and
that can be seen from here: only where something came unasked is it asked as well.
"""

from __future__ import annotations

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    def is_usable(self) -> bool:
        return self._is_quiet() or super().is_usable()

    def _is_quiet(self) -> bool:
        """Nothing has come from the server, not even the end of the line."""
        if self.connection is None or self.connection.closed:
            return False
        line = select.poll()
        line.register(self.connection.fileno(), select.POLLIN)
        return not line.poll(0)
