"""What every test may ask for."""

from __future__ import annotations

import pytest
from django.db import connection

from tests import cluster, emptying

pytest_plugins = ("tests.cast",)
emptying.instead_of_the_flush()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """pytest-django asks for this before it makes the test database: the servers start here."""
    connection.settings_dict["TEST"]["TEMPLATE"] = cluster.start()


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Let go of the servers; whoever does so last stops them."""
    cluster.let_go()
