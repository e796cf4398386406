"""How `manage.py` runs a command: with the embedded PostgreSQL's own programs within reach, and
with one line, not a traceback, where something that can go wrong does.
"""

from __future__ import annotations

import os
import sys

import psycopg
import redis
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError, ProgrammingError

from config import embedded
from config.embedded import wheels
from registry.errors import Refused

NO_TABLES = "The database has no tables yet; run `python manage.py migrate` first."


def run(arguments: list[str]) -> int:
    """Run a command line; the exit status."""
    # For `dbshell`: the wheel's psql, where the system has none.
    os.environ["PATH"] += os.pathsep + str(wheels.postgres_programs())
    try:
        execute_from_command_line(arguments)
    except KeyboardInterrupt:
        return _failed("Interrupted.", status=130)
    except (embedded.EmbeddedError, ImproperlyConfigured, Refused) as error:
        return _failed(str(error))
    except OperationalError as error:
        return _failed(
            NO_TABLES if _has_no_role(error) else f"The database does not answer: {error}"
        )
    except redis.ConnectionError as error:
        return _failed(f"Redis does not answer: {error}")
    except ProgrammingError as error:
        if isinstance(error.__cause__, psycopg.errors.UndefinedTable):
            return _failed(NO_TABLES)
        raise
    return 0


def _has_no_role(error: OperationalError) -> bool:
    """The first migration makes the role that the product works as: there was none yet."""
    return f'role "{settings.DATABASE_ROLE}" does not exist' in str(error)


def _failed(reason: str, *, status: int = 1) -> int:
    sys.stderr.write(" ".join(reason.split()) + "\n")
    return status
