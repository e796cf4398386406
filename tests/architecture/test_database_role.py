"""The role that the product works as owns nothing and rewrites no evidence."""

from __future__ import annotations

import pytest
from django.db import Error, connection, transaction

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_the_product(settings):
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {settings.DATABASE_ROLE}")
        yield cursor
        cursor.execute("RESET ROLE")


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE registry_timeentry",
        "ALTER TABLE registry_timeentry DISABLE TRIGGER ALL",
        "TRUNCATE registry_timeentry CASCADE",
        "CREATE TABLE mine (id int)",
        "UPDATE registry_timeentryevent SET note = ''",
        "DELETE FROM registry_timeentryevent",
        "UPDATE registry_accesslog SET page = ''",
        "DELETE FROM registry_accesslog",
        "SET session_replication_role = replica",
    ],
)
def test_it_cannot(as_the_product, statement):
    with pytest.raises(Error, match=r"permission denied|must be owner"), transaction.atomic():
        as_the_product.execute(statement)


def test_it_works_with_every_table(as_the_product):
    as_the_product.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND NOT ("
        "has_table_privilege(current_user, format('%I.%I', schemaname, tablename), 'SELECT') AND "
        "has_table_privilege(current_user, format('%I.%I', schemaname, tablename), 'INSERT'))"
    )
    assert as_the_product.fetchall() == []
