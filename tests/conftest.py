"""What every test may ask for."""

from __future__ import annotations

import gc
from collections.abc import Generator

import pytest
from django.db import connection

from tests import cluster, emptying, static_files

pytest_plugins = ("tests.cast",)
emptying.instead_of_the_flush()
static_files.once()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """pytest-django asks for this before it makes the test database: the servers start here."""
    connection.settings_dict["TEST"]["TEMPLATE"] = cluster.start()


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Let go of the servers; whoever does so last stops them."""
    cluster.let_go()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Seven thousand tests stay until the end: rubbish is not looked for among them."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()
