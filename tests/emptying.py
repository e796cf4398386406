"""After a test that commits, its rows are deleted.

Django's flush does that too, in ten times the time: it truncates every table, whether or not it
holds a row, and then makes all permissions anew.
"""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction
from django.test import TransactionTestCase

#: What migrating writes, and no test does.
KEPT = {"auth_permission", "django_content_type"}
_flush = TransactionTestCase._fixture_teardown


def instead_of_the_flush() -> None:
    """From now on, each transactional test ends by `empty`."""
    TransactionTestCase._fixture_teardown = _teardown


def empty() -> None:
    """Delete every row, once nobody else is in the middle of a transaction."""
    tables = sorted(set(connection.introspection.django_table_names(only_existing=True)) - KEPT)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {', '.join(map(_quoted, tables))}")
        cursor.execute(" UNION ALL ".join(map(_name_if_filled, tables)))
        filled = [name for (name,) in cursor.fetchall()]
        cursor.execute("SET LOCAL session_replication_role = replica")  # no trigger, no foreign key
        for name in filled:
            cursor.execute(f"DELETE FROM {_quoted(name)}")


def _teardown(case: Any) -> None:
    empty() if _may_switch_triggers_off() else _flush(case)


def _may_switch_triggers_off() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        return bool(cursor.fetchone()[0])


def _name_if_filled(table: str) -> str:
    return f"(SELECT '{table}' FROM {_quoted(table)} LIMIT 1)"


def _quoted(table: str) -> str:
    return connection.ops.quote_name(table)
